#include "session/object_walk.h"

#include <algorithm>

#include "vm/attributes.h"
#include "vm/generators.h"
#include "vm/objects/async.h"
#include "vm/objects/callable.h"
#include "vm/objects/module.h"
#include "vm/objects/sequence.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

// A learner's program holds few objects; a large one must not make each moment slow.
constexpr size_t kMostNames = 4000;
constexpr size_t kMostItemsWalked = 64;        // of one container
constexpr int kDeepestWalk = 2;              // "bank.accounts[3]"

bool is_hidden(std::string_view name) { return name.starts_with("__"); }

// A library object's insides are no business of the learner.
bool is_of_script(const ClassObject* cls) {
  auto* module = try_as<StrObject>(cls->module);
  return module != nullptr && module->view() == "__main__";
}

}  // namespace

ObjectWalk::ObjectWalk(const Machine& machine) {
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    const std::string name(thread->name->view());
    names_.emplace(thread, name);
    if (const uint32_t serial = Heap::known_identity(thread)) names_by_serial_.emplace(serial, name);
    if (thread->handle.is_object()) names_.emplace(thread->handle.as_object(), name);
  }
  walk_globals(machine);
  walk_threads(machine);
  add_numbers_by_the_side(machine.state().identities);
  add_numbers_by_the_side(machine.state().operation_numbers);
}

// Lists and the like have their numbers in dicts of the run, by address (see Machine::identity and
// Machine::operation_number).
void ObjectWalk::add_numbers_by_the_side(const DictObject* numbers) {
  if (numbers == nullptr) return;
  DictIterator iterator;
  while (auto* entry = Dict::next(numbers, iterator)) {
    const auto address = static_cast<uintptr_t>(entry->key.as_small_int()) << 3;
    const auto found = names_.find(reinterpret_cast<const Object*>(address));
    if (found == names_.end()) continue;
    names_by_serial_.emplace(static_cast<uint32_t>(entry->value.as_small_int()), found->second);
  }
}

std::string_view ObjectWalk::name_of(const Object* object) const {
  const auto found = names_.find(object);
  return found == names_.end() ? std::string_view() : found->second;
}

std::string_view ObjectWalk::name_of_serial(uint32_t serial) const {
  const auto found = names_by_serial_.find(serial);
  return serial == 0 || found == names_by_serial_.end() ? std::string_view() : found->second;
}

void ObjectWalk::walk_globals(const Machine& machine) {
  if (machine.state().main_module == nullptr) return;
  DictIterator iterator;
  const DictObject* globals = machine.state().main_module->attributes;
  // Whatever has a name of its own is called by it, so all of those come before what is inside them.
  while (auto* entry = Dict::next(globals, iterator)) {
    auto* name = try_as<StrObject>(entry->key);
    if (name != nullptr && !is_hidden(name->view())) visit(entry->value, std::string(name->view()), 0);
  }
  iterator = DictIterator();
  while (auto* entry = Dict::next(globals, iterator)) {
    auto* name = try_as<StrObject>(entry->key);
    if (name == nullptr || is_hidden(name->view()) || !entry->value.is_object()) continue;
    visit_inside(entry->value.as_object(), std::string(name->view()), 1);
  }
}

void ObjectWalk::walk_threads(const Machine& machine) {
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    for (const Frame* frame = thread->frame; frame != nullptr; frame = frame->caller) {
      visit_locals(*frame);
    }
  }
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    const auto* loop = try_as<EventLoopObject>(thread->running_loop);
    if (loop == nullptr) continue;
    for (const auto* task = loop->first_task; task != nullptr; task = task->next) walk_coroutine(task->coroutine);
  }
}

// What a task's suspended coroutines hold, from the outermost in.
void ObjectWalk::walk_coroutine(Value at) {
  while (const auto* generator = try_as<GeneratorObject>(at)) {
    if (generator->stage != GeneratorObject::Stage::suspended || names_.size() >= kMostNames) return;
    visit_locals(generator->frame);
    at = delegate_of(generator->frame);
    if (const auto* step = try_as<AsyncStepObject>(at); step != nullptr && step->generator != nullptr) {
      at = Value::object(step->generator);
    }
  }
}

void ObjectWalk::visit_locals(const Frame& frame) {
  if (frame.is_trampoline || frame.code->is_library) return;
  for (uint16_t i = 0; i < frame.code->local_count; i++) {
    Value value = frame.registers()[i];
    if (auto* cell = try_as<CellObject>(value)) value = cell->value;
    if (!value.is_object()) continue;
    const std::string name(frame.code->local_names[i]->view());
    visit(value, name, 0);
    visit_inside(value.as_object(), name, 1);
  }
}

void ObjectWalk::visit(Value value, std::string name, int depth) {
  if (!value.is_object() || names_.size() >= kMostNames) return;
  Object* object = value.as_object();
  if (object->is_immortal() || object->kind == Kind::module || object->kind == Kind::string) return;
  if (!names_.emplace(object, name).second) return;
  if (const uint32_t serial = Heap::known_identity(object)) names_by_serial_.emplace(serial, name);
  if (object->kind == Kind::primitive) primitives_.push_back(static_cast<PrimitiveObject*>(object));
  if (depth > 0) visit_inside(object, name, depth + 1);
}

void ObjectWalk::visit_inside(Object* object, const std::string& name, int depth) {
  if (depth > kDeepestWalk || object->is_immortal() || object->kind == Kind::thread) return;
  switch (object->kind) {
    case Kind::list:
      for (size_t i = 0; i < std::min<size_t>(object->size, kMostItemsWalked); i++) {
        visit(static_cast<ListObject*>(object)->items()[i], name + "[" + std::to_string(i) + "]", depth);
      }
      return;
    case Kind::tuple:
      for (size_t i = 0; i < std::min<size_t>(object->size, kMostItemsWalked); i++) {
        visit(static_cast<TupleObject*>(object)->items[i], name + "[" + std::to_string(i) + "]", depth);
      }
      return;
    case Kind::dict: {
      DictIterator iterator;
      size_t left = kMostItemsWalked;
      while (auto* entry = Dict::next(static_cast<DictObject*>(object), iterator)) {
        if (left-- == 0) return;
        if (auto* key = try_as<StrObject>(entry->key)) {
          visit(entry->value, name + "['" + std::string(key->view()) + "']", depth);
        } else if (entry->key.is_small_int()) {
          visit(entry->value, name + "[" + std::to_string(entry->key.as_small_int()) + "]", depth);
        }
      }
      return;
    }
    case Kind::class_:
    case Kind::function:
    case Kind::module:
      return;
    default: break;
  }
  const Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || attributes->backing == nullptr || !is_of_script(object->cls)) return;
  DictIterator iterator;
  if (attributes->in_dict()) {
    while (auto* entry = Dict::next(static_cast<DictObject*>(attributes->backing), iterator)) {
      if (auto* key = try_as<StrObject>(entry->key)) visit(entry->value, name + "." + std::string(key->view()), depth);
    }
    return;
  }
  for (uint32_t i = 0; i < attributes->count; i++) {
    const auto* entry = Dict::next(object->cls->layout, iterator);
    visit(static_cast<ArrayObject*>(attributes->backing)->items[i],
          name + "." + std::string(as<StrObject>(entry->key)->view()), depth);
  }
}

}  // namespace lockstep
