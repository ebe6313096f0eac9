#include "session/plain_data.h"

#include "session/operation_words.h"
#include "vm/machine.h"
#include "vm/objects/iterator.h"
#include "vm/visibility.h"

namespace lockstep {

namespace {

// What holds items that threads can share; library objects look after theirs themselves.
bool holds_items(const Object* object) {
  switch (object->kind) {
    case Kind::list:
    case Kind::dict:
    case Kind::set:
    case Kind::bytearray:
    case Kind::dict_view:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool touches_shared_sort(const ThreadObject& thread) {
  const Object* object = thread.touched;
  if (object == nullptr) return false;
  const OperationKind kind = thread.task.pending.kind;
  if (kind != OperationKind::read_item && kind != OperationKind::write_item) {
    return object->kind != Kind::thread_storage && object->kind != Kind::primitive;
  }
  if (object->kind != Kind::iterator) return holds_items(object);
  const Value target = static_cast<const IteratorObject*>(object)->target;
  return target.is_object() && holds_items(target.as_object());
}

bool touches_plain_data(const ThreadObject& thread) {
  const Object* object = thread.touched;
  const ClassObject* cls = object == nullptr ? nullptr : object->cls;
  if (cls == nullptr || cls->has(ClassObject::kBuiltin)) return true;
  switch (thread.task.pending.kind) {
    case OperationKind::read_item:
    case OperationKind::write_item: {
      constexpr Special kOfItems[] = {Special::get_item, Special::set_item, Special::delete_item, Special::contains,
                                      Special::len,     Special::iter,    Special::bool_};
      for (const Special special : kOfItems) {
        if (cls->overridden.has(special)) return false;
      }
      return true;
    }
    case OperationKind::read_attribute:
    case OperationKind::write_attribute: {
      if (cls->overridden.has(Special::getattr) || cls->overridden.has(Special::getattribute) ||
          cls->overridden.has(Special::setattr)) {
        return false;
      }
      const StrObject* name = touched_name(thread);
      if (name == nullptr || object->kind == Kind::class_) return true;
      // A property and its like run code of their own; a plain value of the class does not.
      const Value found = Machine::lookup(cls, name);
      return !is_kind(found, Kind::property) &&
             !(is_kind(found, Kind::instance) && found.as_object()->cls->overridden.has(Special::get));
    }
    default:
      return true;
  }
}

}  // namespace lockstep
