#include "vm/attributes.h"

#include <string>

#include "base/check.h"
#include "vm/classes.h"
#include "vm/exception_fields.h"
#include "vm/image.h"
#include "vm/objects/module.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

constexpr uint32_t kLargestLayout = 64;

// Moves an object's attributes out of slots, for good.
DictObject* move_to_dict(Machine& machine, Object* object, Attributes& attributes) {
  if (attributes.in_dict()) return static_cast<DictObject*>(attributes.backing);
  Heap& heap = machine.heap();
  DictObject* dict = heap.make_dict();
  if (attributes.count != 0) {
    auto* slots = static_cast<ArrayObject*>(attributes.backing);
    DictIterator iterator;
    for (uint32_t i = 0; i < attributes.count; i++) {
      TableObject::Entry* entry = Dict::next(object->cls->layout, iterator);
      Dict::set(heap, dict, entry->key, slots->items[i]);
    }
  }
  attributes.backing = dict;
  attributes.count = 0;
  return dict;
}

bool is_data_descriptor(Value value) {
  if (!value.is_object()) return false;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::property:
    case Kind::member:
      return true;
    default:
      return object->cls->has(ClassObject::kHasDescriptorSet);
  }
}

Step call_attribute_getter(Machine& machine, Destination to, const MemberObject* member, Value object,
                           Value& out) {
  if (member->native == nullptr) {
    out = get_own(object.as_object(), member->name);
    return out.is_empty() ? raise_no_attribute(machine, object, member->name) : Step::done;
  }
  Call call{&object, 1, to.result, to.frame, Value::empty()};
  const Step step = member->native->get(machine, call);
  out = call.result;
  return step;
}

// Attributes of a class itself: its metaclass's data descriptors, its own mro, its metaclass's rest.
Step get_class_attribute(Machine& machine, Destination to, ClassObject* cls, StrObject* attribute,
                         Value& out) {
  const Value object = Value::object(cls);
  const Value meta = machine.find_in_class(cls->cls, attribute);
  if (!meta.is_empty() && is_data_descriptor(meta)) {
    return bind_descriptor(machine, to, meta, object, cls->cls, out);
  }
  const Value own = machine.find_in_class(cls, attribute);
  if (!own.is_empty()) return bind_descriptor(machine, to, own, Value::empty(), cls, out);
  if (!meta.is_empty()) return bind_descriptor(machine, to, meta, object, cls->cls, out);
  if (cls->cls->has(ClassObject::kHasGetAttr)) {
    Value self;
    const Value function = special_method(machine, object, name(Special::getattr), self);
    const Value arguments[] = {object, Value::object(attribute)};
    Call call{nullptr, 0, to.result, to.frame, Value::empty()};
    return machine.tail_call(call, function, arguments);
  }
  return raise_no_attribute(machine, object, attribute);
}

Value module_attribute(Machine& machine, ModuleObject* module, StrObject* attribute) {
  Value value = Dict::get(module->attributes, attribute);
  if (value.is_empty() && module->builtin != nullptr) {
    value = Dict::get(module->builtin, attribute);
  }
  if (value.is_empty() && attribute == name(Name::dict)) value = Value::object(module->attributes);
  (void)machine;
  return value;
}

}  // namespace

Attributes* attributes_of(Object* object) {
  switch (object->kind) {
    case Kind::instance:
      return object->cls->has(ClassObject::kBuiltin) ? nullptr
                                                     : &static_cast<InstanceObject*>(object)->attributes;
    case Kind::exception:
      return &static_cast<ExceptionObject*>(object)->attributes;
    default:
      if ((object->flags & Object::kHasAttributes) == 0) return nullptr;
      return reinterpret_cast<Attributes*>(reinterpret_cast<char*>(object) + Heap::size_of(object) -
                                           sizeof(Attributes));
  }
}

Value get_own(Object* object, const StrObject* attribute) {
  Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || attributes->backing == nullptr) return Value::empty();
  if (attributes->in_dict()) {
    return Dict::get(static_cast<DictObject*>(attributes->backing), attribute);
  }
  const Value slot = Dict::get(object->cls->layout, attribute);
  if (slot.is_empty() || slot.as_small_int() >= attributes->count) return Value::empty();
  return static_cast<ArrayObject*>(attributes->backing)->items[slot.as_small_int()];
}

void set_own(Machine& machine, Object* object, StrObject* attribute, Value value) {
  Attributes* attributes = attributes_of(object);
  ENSURE(attributes != nullptr);
  Heap& heap = machine.heap();
  ClassObject* cls = object->cls;
  if (cls->layout == nullptr) {
    // Objects of builtin classes: few have attributes of their own.
    Dict::set(heap, move_to_dict(machine, object, *attributes), attribute, value);
    return;
  }
  if (attributes->in_dict()) {
    Dict::set(heap, static_cast<DictObject*>(attributes->backing), attribute, value);
    return;
  }
  Value slot = Dict::get(cls->layout, attribute);
  if (slot.is_empty()) {
    if (attributes->count != cls->layout->size || cls->layout->size >= kLargestLayout) {
      Dict::set(heap, move_to_dict(machine, object, *attributes), attribute, value);
      return;
    }
    slot = Value::small_int(cls->layout->size);
    Dict::set(heap, cls->layout, attribute, slot);
    // A cache may say that objects of this class have no attribute of this name.
    renew_version(machine, cls);
  }
  const auto index = static_cast<uint32_t>(slot.as_small_int());
  if (index > attributes->count) {
    Dict::set(heap, move_to_dict(machine, object, *attributes), attribute, value);
    return;
  }
  auto* slots = static_cast<ArrayObject*>(attributes->backing);
  if (slots == nullptr || index >= slots->size) {
    ArrayObject* larger = heap.make_array(std::max<uint32_t>(cls->layout->size, index + 1));
    for (uint32_t i = 0; i < attributes->count; i++) larger->items[i] = slots->items[i];
    attributes->backing = larger;
    slots = larger;
  }
  slots->items[index] = value;
  if (index == attributes->count) attributes->count++;
}

bool delete_own(Machine& machine, Object* object, const StrObject* attribute) {
  Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || get_own(object, attribute).is_empty()) return false;
  return !Dict::remove(move_to_dict(machine, object, *attributes), Value::object(attribute)).is_empty();
}

DictObject* own_dict(Machine& machine, Object* object) {
  Attributes* attributes = attributes_of(object);
  ENSURE(attributes != nullptr);
  return move_to_dict(machine, object, *attributes);
}

DictObject* copy_own(Machine& machine, Object* object) {
  Heap& heap = machine.heap();
  Attributes* attributes = attributes_of(object);
  DictObject* dict = heap.make_dict();
  if (attributes == nullptr || attributes->backing == nullptr) return dict;
  if (attributes->in_dict()) return Dict::copy(heap, static_cast<DictObject*>(attributes->backing));
  DictIterator iterator;
  for (uint32_t i = 0; i < attributes->count; i++) {
    TableObject::Entry* entry = Dict::next(object->cls->layout, iterator);
    Dict::set(heap, dict, entry->key, static_cast<ArrayObject*>(attributes->backing)->items[i]);
  }
  return dict;
}

namespace {

// A property without a getter was asked for: its name is the one under which the class has it.
Step raise_without_getter(Machine& machine, const PropertyObject* property, Value object) {
  std::string shown;
  for (Value cls : class_of(object)->mro->all()) {
    DictIterator iterator;
    DictObject* own = as<ClassObject>(cls)->attributes;
    while (TableObject::Entry* entry = Dict::next(own, iterator)) {
      if (shown.empty() && entry->value == Value::object(property) && is_kind(entry->key, Kind::string)) {
        shown = " '" + std::string(as<StrObject>(entry->key)->view()) + "'";
      }
    }
  }
  return machine.raise(BuiltinClass::attribute_error,
                       "property" + shown + " of '" +
                           std::string(class_of(object)->qualified_name->view()) +
                           "' object has no getter");
}

}  // namespace

Step bind_descriptor(Machine& machine, Destination to, Value descriptor, Value object,
                     ClassObject* owner, Value& out) {
  out = descriptor;
  if (!descriptor.is_object()) return Step::done;
  Heap& heap = machine.heap();
  Object* found = descriptor.as_object();
  switch (found->kind) {
    case Kind::function:
      if (!object.is_empty()) out = heap.make_bound_method(descriptor, object);
      return Step::done;
    case Kind::native: {
      auto* native = static_cast<NativeObject*>(found);
      if (object.is_empty() || native->cls != builtin_class(BuiltinClass::method_descriptor)) {
        return Step::done;
      }
      auto* bound = heap.allocate<NativeObject>(builtin_class(BuiltinClass::builtin_function),
                                                Kind::native);
      bound->row = native->row;
      bound->signature = native->signature;
      bound->owner = native->owner;
      bound->plain_count = native->plain_count;
      bound->self = object;
      out = Value::object(bound);
      return Step::done;
    }
    case Kind::property: {
      if (object.is_empty()) return Step::done;
      auto* property = static_cast<PropertyObject*>(found);
      if (property->getter.is_none()) {
        return raise_without_getter(machine, property, object);
      }
      Call call{nullptr, 0, to.result, to.frame, Value::empty()};
      return machine.tail_call(call, property->getter, {object});
    }
    case Kind::member:
      if (object.is_empty()) return Step::done;
      return call_attribute_getter(machine, to, static_cast<MemberObject*>(found), object, out);
    case Kind::static_method:
      out = static_cast<WrapperObject*>(found)->function;
      return Step::done;
    case Kind::class_method: {
      const Value cls = Value::object(object.is_empty() ? owner : class_of(object));
      const Value function = static_cast<WrapperObject*>(found)->function;
      if (is_kind(function, Kind::native)) {
        auto* native = as<NativeObject>(function);
        auto* bound = heap.allocate<NativeObject>(builtin_class(BuiltinClass::builtin_function),
                                                  Kind::native);
        bound->row = native->row;
        bound->signature = native->signature;
        bound->owner = native->owner;
        bound->plain_count = native->plain_count;
        bound->self = cls;
        out = Value::object(bound);
      } else if (is_kind(function, Kind::property) || is_kind(function, Kind::class_method) ||
                 (is_kind(function, Kind::instance) &&
                  class_of(function)->has(ClassObject::kHasDescriptorGet))) {
        return bind_descriptor(machine, to, function, cls, as<ClassObject>(cls)->cls, out);
      } else {
        out = heap.make_bound_method(function, cls);
      }
      return Step::done;
    }
    default:
      break;
  }
  if (found->cls->has(ClassObject::kHasDescriptorGet)) {
    Value self;
    const Value getter = special_method(machine, descriptor, name(Special::get), self);
    const Value arguments[] = {descriptor, object.is_empty() ? Value::none() : object,
                               Value::object(object.is_empty() ? owner : class_of(object))};
    Call call{nullptr, 0, to.result, to.frame, Value::empty()};
    return machine.tail_call(call, getter, arguments);
  }
  return Step::done;
}

namespace {

// Whether __getattr__ of the object's class is asked for what is not there.
enum class Fallback : uint8_t { none, asked };

Step find_attribute(Machine& machine, Destination to, Value object, StrObject* attribute,
                    Fallback fallback, Value& out);

}  // namespace

Step get_attribute(Machine& machine, Destination to, Value object, StrObject* attribute, Value& out) {
  ClassObject* cls = class_of(object);
  if (cls->has(ClassObject::kHasGetAttribute)) {
    Value self;
    const Value function = special_method(machine, object, name(Special::getattribute), self);
    const Value arguments[] = {object, Value::object(attribute)};
    Call call{nullptr, 0, to.result, to.frame, Value::empty()};
    // __getattr__ is asked when __getattribute__ raises AttributeError: that takes a try statement.
    if (cls->has(ClassObject::kHasGetAttr)) {
      return machine.tail_call(call, machine.prelude("_get_with_fallback"), arguments);
    }
    return machine.tail_call(call, function, arguments);
  }
  return find_attribute(machine, to, object, attribute, Fallback::asked, out);
}

Step get_attribute_by_default(Machine& machine, Destination to, Value object, StrObject* attribute,
                              Value& out) {
  return find_attribute(machine, to, object, attribute, Fallback::none, out);
}

namespace {

Step find_attribute(Machine& machine, Destination to, Value object, StrObject* attribute,
                    Fallback fallback, Value& out) {
  ClassObject* cls = class_of(object);
  if (object.is_object()) {
    Object* target = object.as_object();
    if (target->kind == Kind::thread_storage && needs_thread_local_init(machine, target)) {
      begin_thread_local(machine, target);
      auto* local = static_cast<ThreadLocalObject*>(target);
      Call call{nullptr, 0, to.result, to.frame, Value::empty()};
      return machine.tail_call(call, machine.prelude("get_from_new_local"),
                               {object, Value::object(attribute), local->arguments, local->keywords});
    }
    if (target->kind == Kind::class_) {
      return get_class_attribute(machine, to, static_cast<ClassObject*>(target), attribute, out);
    }
    if (target->kind == Kind::super_) {
      return get_super_attribute(machine, to, static_cast<SuperObject*>(target), attribute, out);
    }
  }
  const Value found = machine.find_in_class(cls, attribute);
  if (!found.is_empty() && is_data_descriptor(found)) {
    return bind_descriptor(machine, to, found, object, cls, out);
  }
  if (object.is_object()) {
    Object* target = object.as_object();
    switch (target->kind) {
      case Kind::module:
        out = module_attribute(machine, static_cast<ModuleObject*>(target), attribute);
        break;
      case Kind::function: {
        DictObject* dict = static_cast<FunctionObject*>(target)->attributes;
        out = dict == nullptr ? Value::empty() : Dict::get(dict, attribute);
        break;
      }
      case Kind::thread_storage:
        out = get_thread_local(machine, target, attribute);
        break;
      default:
        out = get_own(target, attribute);
        break;
    }
    if (!out.is_empty()) return Step::done;
  }
  if (!found.is_empty()) return bind_descriptor(machine, to, found, object, cls, out);
  if (object.is_object() && attribute == name(Name::dict)) {
    if (attributes_of(object.as_object()) != nullptr && cls->has(ClassObject::kHasDict)) {
      out = Value::object(own_dict(machine, object.as_object()));
      return Step::done;
    }
  }
  // A method shows its function's attributes.
  if (auto* method = try_as<BoundMethodObject>(object)) {
    return get_attribute(machine, to, method->function, attribute, out);
  }
  if (fallback == Fallback::asked && cls->has(ClassObject::kHasGetAttr)) {
    Value self;
    const Value function = special_method(machine, object, name(Special::getattr), self);
    const Value arguments[] = {object, Value::object(attribute)};
    Call call{nullptr, 0, to.result, to.frame, Value::empty()};
    return machine.tail_call(call, function, arguments);
  }
  return raise_no_attribute(machine, object, attribute);
}

}  // namespace

Step get_method(Machine& machine, Destination to, Value object, StrObject* attribute, Value& function,
                Value& self) {
  self = Value::empty();
  ClassObject* cls = class_of(object);
  const bool special_target =
      object.is_object() && (object.as_object()->kind == Kind::class_ ||
                             object.as_object()->kind == Kind::super_ ||
                             object.as_object()->kind == Kind::thread_storage ||
                             object.as_object()->kind == Kind::module);
  if (!special_target && !cls->has(ClassObject::kHasGetAttribute)) {
    const Value found = machine.find_in_class(cls, attribute);
    const bool plain =
        is_kind(found, Kind::function) ||
        (is_kind(found, Kind::native) &&
         found.as_object()->cls == builtin_class(BuiltinClass::method_descriptor));
    if (plain) {
      Value own;
      if (object.is_object()) own = get_own(object.as_object(), attribute);
      if (own.is_empty()) {
        function = found;
        self = object;
        return Step::done;
      }
    }
  }
  return get_attribute(machine, to, object, attribute, function);
}

namespace {

// After a change of a module: what the script does to `builtins` holds for every name that is looked up there,
// also where a lookup's result was remembered.
void note_builtins(Machine& machine, const ModuleObject* module) {
  if (module->builtin != Image::get().builtins()) return;
  RunState& state = machine.state();
  state.builtin_overlay = module->attributes;
  DictIterator iterator;
  while (TableObject::Entry* entry = Dict::next(state.modules, iterator)) {
    auto* other = try_as<ModuleObject>(entry->value);
    if (other != nullptr) other->attributes->keys_version = state.next_version++;
  }
}

}  // namespace

Step set_attribute(Machine& machine, Destination to, Value object, StrObject* attribute, Value value) {
  ClassObject* cls = class_of(object);
  if (cls->has(ClassObject::kHasSetAttr)) {
    const Special special = value.is_empty() ? Special::delattr : Special::setattr;
    Value self;
    const Value function = special_method(machine, object, name(special), self);
    Call call{nullptr, 0, to.result, to.frame, Value::empty()};
    if (!is_kind(function, Kind::native)) {
      if (value.is_empty()) {
        return machine.tail_call(call, function, {object, Value::object(attribute)});
      }
      return machine.tail_call(call, function, {object, Value::object(attribute), value});
    }
  }
  return set_attribute_by_default(machine, to, object, attribute, value);
}

Step set_attribute_by_default(Machine& machine, Destination to, Value object, StrObject* attribute,
                              Value value) {
  Heap& heap = machine.heap();
  ClassObject* cls = class_of(object);
  const Value found = machine.find_in_class(cls, attribute);
  Call call{nullptr, 0, to.result, to.frame, Value::empty()};
  if (is_kind(object, Kind::thread_storage) && needs_thread_local_init(machine, object.as_object())) {
    begin_thread_local(machine, object.as_object());
    auto* local = as<ThreadLocalObject>(object);
    return machine.tail_call(call, machine.prelude("set_in_new_local"),
                             {object, Value::object(attribute), value.is_empty() ? Value::not_implemented() : value,
                              local->arguments, local->keywords});
  }
  if (!found.is_empty() && is_data_descriptor(found)) {
    Object* descriptor = found.as_object();
    if (descriptor->kind == Kind::property) {
      auto* property = static_cast<PropertyObject*>(descriptor);
      const Value function = value.is_empty() ? property->deleter : property->setter;
      if (function.is_none()) {
        return machine.raise(BuiltinClass::attribute_error,
                             "property '" + std::string(attribute->view()) + "' of '" +
                                 std::string(class_of(object)->qualified_name->view()) + "' object has no " +
                                 (value.is_empty() ? "deleter" : "setter"));
      }
      return value.is_empty() ? machine.tail_call(call, function, {object})
                              : machine.tail_call(call, function, {object, value});
    }
    if (descriptor->kind == Kind::member) {
      auto* member = static_cast<MemberObject*>(descriptor);
      if (member->native == nullptr) {
        if (value.is_empty()) {
          return delete_own(machine, object.as_object(), member->name)
                     ? Step::done
                     : machine.raise(BuiltinClass::attribute_error, attribute->view());
        }
        set_own(machine, object.as_object(), member->name, value);
        return Step::done;
      }
      if (member->native->set == nullptr) {
        return machine.raise(BuiltinClass::attribute_error,
                             "attribute '" + std::string(attribute->view()) + "' of '" +
                                 std::string(member->owner->name->view()) +
                                 "' objects is not writable");
      }
      Value arguments[] = {object, value};
      call.arguments = arguments;
      call.count = 2;
      return member->native->set(machine, call);
    }
    Value self;
    const Value function = special_method(
        machine, found, name(value.is_empty() ? Special::delete_ : Special::set), self);
    if (function.is_empty()) {
      return machine.raise(BuiltinClass::attribute_error,
                           value.is_empty() ? "__delete__" : "__set__");
    }
    return value.is_empty() ? machine.tail_call(call, function, {found, object})
                            : machine.tail_call(call, function, {found, object, value});
  }
  if (object.is_object()) {
    Object* target = object.as_object();
    DictObject* dict = nullptr;
    switch (target->kind) {
      case Kind::class_:
        return set_class_attribute(machine, static_cast<ClassObject*>(target), attribute, value);
      case Kind::module:
        dict = static_cast<ModuleObject*>(target)->attributes;
        if (!value.is_empty() || !Dict::get(dict, attribute).is_empty()) break;
        return raise_no_attribute(machine, object, attribute);
      case Kind::function: {
        auto* function = static_cast<FunctionObject*>(target);
        if (function->attributes == nullptr) function->attributes = heap.make_dict();
        dict = function->attributes;
        break;
      }
      case Kind::thread_storage:
        return set_thread_local(machine, target, attribute, value);
      default:
        if (attributes_of(target) == nullptr || !cls->has(ClassObject::kHasDict)) break;
        if (attribute == name(Name::dict)) {
          auto* given = value.is_empty() ? heap.make_dict() : try_as<DictObject>(value);
          if (given == nullptr) {
            return machine.raise_format(BuiltinClass::type_error, "__dict__ must be set to a dictionary, not a '{}'",
                                        Machine::class_name(value));
          }
          attributes_of(target)->backing = given;
          attributes_of(target)->count = 0;
          return Step::done;
        }
        if (value.is_empty()) {
          return delete_own(machine, target, attribute)
                     ? Step::done
                     : raise_no_attribute(machine, object, attribute);
        }
        set_own(machine, target, attribute, value);
        return Step::done;
    }
    if (dict != nullptr) {
      if (value.is_empty()) {
        if (Dict::remove(dict, Value::object(attribute)).is_empty()) {
          return raise_no_attribute(machine, object, attribute);
        }
      } else {
        Dict::set(heap, dict, attribute, value);
      }
      if (auto* module = try_as<ModuleObject>(object)) note_builtins(machine, module);
      return Step::done;
    }
  }
  if (found.is_empty()) return raise_no_attribute(machine, object, attribute);
  return machine.raise(BuiltinClass::attribute_error,
                       "'" + std::string(Machine::class_name(object)) + "' object attribute '" +
                           std::string(attribute->view()) + "' is read-only");
}

Value special_method(Machine& machine, Value object, StrObject* special, Value& self) {
  self = Value::empty();
  ClassObject* cls = class_of(object);
  const Value found = machine.find_in_class(cls, special);
  if (!found.is_object()) return found;
  switch (found.as_object()->kind) {
    case Kind::function:
      self = object;
      return found;
    case Kind::native:
      if (found.as_object()->cls == builtin_class(BuiltinClass::method_descriptor)) self = object;
      return found;
    case Kind::static_method:
      return as<WrapperObject>(found)->function;
    case Kind::class_method:
      self = Value::object(cls);
      return as<WrapperObject>(found)->function;
    default:
      return found;
  }
}

void renew_version(Machine& machine, ClassObject* cls) {
  cls->version = machine.state().next_version++;
  for (uint32_t i = 0; i < cls->subclass_count; i++) {
    renew_version(machine, as<ClassObject>(cls->subclasses->items[i]));
  }
}

Step raise_no_attribute(Machine& machine, Value object, const StrObject* attribute) {
  std::string message;
  if (auto* cls = try_as<ClassObject>(object)) {
    message = "type object '" + std::string(cls->name->view()) + "'";
  } else if (auto* module = try_as<ModuleObject>(object)) {
    message = "module '" + std::string(module->name->view()) + "'";
  } else {
    message = "'" + std::string(Machine::class_name(object)) + "' object";
  }
  message += " has no attribute '" + std::string(attribute->view()) + "'";
  ExceptionObject* error = machine.heap().make_exception(
      builtin_class(BuiltinClass::attribute_error), message);
  set_exception_field(machine.heap(), error, exception_field::kName, Value::object(attribute));
  set_exception_field(machine.heap(), error, exception_field::kObject, object);
  return machine.raise(error);
}

}  // namespace lockstep
