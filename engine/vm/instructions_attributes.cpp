#include "vm/instructions.h"

#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/objects/module.h"

namespace lockstep {

namespace {

// Remembers that `attribute` of an object of this class is in a slot.
void remember_slot(InlineCache& cache, const Object* object, const StrObject* attribute) {
  if (object->kind != Kind::instance || object->cls->layout == nullptr) return;
  if (static_cast<const InstanceObject*>(object)->attributes.in_dict()) return;
  const Value slot = Dict::get(object->cls->layout, attribute);
  if (slot.is_empty()) return;
  cache.version = object->cls->version;
  cache.index = static_cast<uint32_t>(slot.as_small_int());
  cache.way = InlineCache::Way::slot;
}

bool is_plain_access(const ClassObject* cls) {
  return !cls->has(ClassObject::kHasGetAttribute);
}

void remember(InlineCache& cache, InlineCache::Way way, uint32_t version, Value value) {
  cache.version = version;
  cache.value = value;
  cache.way = way;
}

// Whether an attribute of a class is handed out as it is: nothing binds it to the object.
bool is_plain_value(Value value) {
  if (!value.is_object()) return true;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::function:
    case Kind::native:
    case Kind::property:
    case Kind::member:
    case Kind::static_method:
    case Kind::class_method:
      return false;
    default:
      return !object->cls->has(ClassObject::kHasDescriptorGet | ClassObject::kHasDescriptorSet);
  }
}

// Remembers a class's own attribute: one that no metaclass but `type` can have a say in.
void remember_of_type(Machine& machine, InlineCache& cache, const ClassObject* cls,
                      const StrObject* attribute) {
  if (cls->cls != builtin_class(BuiltinClass::type) || cls->version == 0) return;
  if (!machine.find_in_class(cls->cls, attribute).is_empty()) return;
  const Value found = machine.find_in_class(cls, attribute);
  if (found.is_empty()) return;
  if (is_kind(found, Kind::function) || is_plain_value(found)) {
    remember(cache, InlineCache::Way::type_value, cls->version, found);
  } else if (is_kind(found, Kind::static_method)) {
    remember(cache, InlineCache::Way::type_value, cls->version, as<WrapperObject>(found)->function);
  }
}

// Whether no object of the class has an attribute of this name: its layout knows of none. That one day one has is
// a change of the class's version; which of them have is not, so where some have, nothing can be remembered.
bool is_of_class_alone(const ClassObject* cls, const StrObject* attribute) {
  return cls->layout == nullptr || Dict::get(cls->layout, attribute).is_empty();
}

// Remembers an attribute that objects of the class do not have themselves.
void remember_of_class(InlineCache& cache, const Object* object, Value found) {
  const uint32_t version = object->cls->version;
  if (is_plain_value(found)) {
    remember(cache, InlineCache::Way::class_value, version, found);
  } else if (is_kind(found, Kind::static_method)) {
    remember(cache, InlineCache::Way::class_value, version, as<WrapperObject>(found)->function);
  }
}

bool is_own_slot(Value descriptor) {
  auto* member = try_as<MemberObject>(descriptor);
  return member != nullptr && member->native == nullptr;
}

}  // namespace

Step load_attribute(Machine& machine, Frame* frame, Destination to, Value object, uint16_t site,
                    Value& out) {
  StrObject* attribute = frame->code->site_names[site];
  InlineCache& cache = frame->state->caches[site];
  if (object.is_object()) {
    Object* target = object.as_object();
    if (auto* module = try_as<ModuleObject>(object)) {
      if (cache.way == InlineCache::Way::module_value && cache.version != 0 &&
          cache.version == module->attributes->keys_version) {
        out = cache.value;
        return Step::done;
      }
      const Step step = get_attribute(machine, to, object, attribute, out);
      // What library modules hold does not change, except by a script's hand: the values of a module the
      // script itself writes are not remembered.
      if (step == Step::done && module->builtin != nullptr &&
          Dict::get(module->attributes, attribute).is_empty()) {
        if (module->attributes->keys_version == 0) {
          module->attributes->keys_version = machine.state().next_version++;
        }
        cache.version = module->attributes->keys_version;
        cache.value = out;
        cache.way = InlineCache::Way::module_value;
      }
      return step;
    }
    if (target->kind == Kind::instance && is_plain_access(target->cls)) {
      const Value found = machine.find_in_class(target->cls, attribute);
      if (found.is_empty() || is_own_slot(found) || is_plain_value(found) ||
          is_kind(found, Kind::static_method)) {
        out = get_own(target, attribute);
        if (!out.is_empty()) {
          remember_slot(cache, target, attribute);
          return Step::done;
        }
        const bool in_dict = static_cast<InstanceObject*>(target)->attributes.in_dict();
        if (!found.is_empty() && !in_dict && is_of_class_alone(target->cls, attribute)) {
          remember_of_class(cache, target, found);
        }
      } else if (auto* property = try_as<PropertyObject>(found)) {
        if (property->cls == builtin_class(BuiltinClass::property) &&
            is_kind(property->getter, Kind::function)) {
          remember(cache, InlineCache::Way::property, target->cls->version, property->getter);
        }
      }
    } else if (target->kind == Kind::class_) {
      remember_of_type(machine, cache, static_cast<ClassObject*>(target), attribute);
    }
  }
  return get_attribute(machine, to, object, attribute, out);
}

Step store_attribute(Machine& machine, Frame* frame, Value object, uint16_t site, Value value) {
  StrObject* attribute = frame->code->site_names[site];
  const Step step = set_attribute(machine, {frame, 0}, object, attribute, value);
  if (step == Step::called) {
    if (is_kind(object, Kind::instance) && !class_of(object)->has(ClassObject::kHasSetAttr)) {
      auto* property =
          try_as<PropertyObject>(machine.find_in_class(class_of(object), attribute));
      if (property != nullptr && property->cls == builtin_class(BuiltinClass::property) &&
          is_kind(property->setter, Kind::function)) {
        remember(frame->state->caches[site], InlineCache::Way::property,
                 class_of(object)->version, property->setter);
      }
    }
    // The setter's result is nobody's.
    machine.thread().frame->after = After::discard;
    return step;
  }
  if (step == Step::done && object.is_object()) {
    Object* target = object.as_object();
    if (target->kind == Kind::instance && !target->cls->has(ClassObject::kHasSetAttr)) {
      const Value found = machine.find_in_class(target->cls, attribute);
      if (found.is_empty() || is_own_slot(found) || is_plain_value(found) ||
          is_kind(found, Kind::function)) {
        remember_slot(frame->state->caches[site], target, attribute);
      }
    }
  }
  return step;
}

Step load_method(Machine& machine, Frame* frame, Destination to, Value object, uint16_t site,
                 Value& function, Value& self) {
  StrObject* attribute = frame->code->site_names[site];
  InlineCache& cache = frame->state->caches[site];
  if (auto* super = try_as<SuperObject>(object)) {
    function = find_super_method(super, attribute);
    if (!function.is_empty()) {
      self = super->self;
      if (super->after->version != 0 && super->start->version != 0) {
        remember(cache, InlineCache::Way::super_method, super->start->version, function);
        cache.index = super->after->version;
      }
      return Step::done;
    }
  }
  const Step step = get_method(machine, to, object, attribute, function, self);
  if (step != Step::done || !object.is_object()) return step;
  Object* target = object.as_object();
  if (!self.is_empty()) {
    if (is_plain_access(target->cls) && target->kind != Kind::function &&
        target->kind != Kind::thread_storage && is_of_class_alone(target->cls, attribute)) {
      remember(cache, InlineCache::Way::method, target->cls->version, function);
    }
  } else if (auto* module = try_as<ModuleObject>(object)) {
    if (module->builtin != nullptr && Dict::get(module->attributes, attribute).is_empty()) {
      if (module->attributes->keys_version == 0) {
        module->attributes->keys_version = machine.state().next_version++;
      }
      remember(cache, InlineCache::Way::module_value, module->attributes->keys_version, function);
    }
  } else if (target->kind == Kind::class_) {
    remember_of_type(machine, cache, static_cast<ClassObject*>(target), attribute);
    const Value found = machine.find_in_class(static_cast<ClassObject*>(target), attribute);
    if (is_kind(found, Kind::class_method) &&
        is_kind(as<WrapperObject>(found)->function, Kind::function) &&
        target->cls == builtin_class(BuiltinClass::type) &&
        machine.find_in_class(target->cls, attribute).is_empty()) {
      remember(cache, InlineCache::Way::type_method, static_cast<ClassObject*>(target)->version,
               as<WrapperObject>(found)->function);
    }
  } else if (target->kind == Kind::instance && is_plain_access(target->cls) &&
             !static_cast<InstanceObject*>(target)->attributes.in_dict() &&
             is_of_class_alone(target->cls, attribute)) {
    const Value found = machine.find_in_class(target->cls, attribute);
    if (is_kind(found, Kind::class_method) &&
        is_kind(as<WrapperObject>(found)->function, Kind::function)) {
      remember(cache, InlineCache::Way::class_method, target->cls->version,
               as<WrapperObject>(found)->function);
    } else if (!found.is_empty()) {
      remember_of_class(cache, target, found);
    }
  }
  return step;
}

}  // namespace lockstep
