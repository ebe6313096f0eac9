#include "vm/instructions.h"

#include "vm/attributes.h"
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
      const Value found = Machine::lookup(target->cls, attribute);
      if (found.is_empty()) {
        out = get_own(target, attribute);
        if (!out.is_empty()) {
          remember_slot(cache, target, attribute);
          return Step::done;
        }
      }
    }
  }
  return get_attribute(machine, to, object, attribute, out);
}

Step store_attribute(Machine& machine, Frame* frame, Value object, uint16_t site, Value value) {
  StrObject* attribute = frame->code->site_names[site];
  const Step step = set_attribute(machine, {frame, 0}, object, attribute, value);
  if (step == Step::called) {
    // The setter's result is nobody's.
    machine.thread().frame->after = After::discard;
    return step;
  }
  if (step == Step::done && object.is_object()) {
    Object* target = object.as_object();
    if (target->kind == Kind::instance && !target->cls->has(ClassObject::kHasSetAttr) &&
        Machine::lookup(target->cls, attribute).is_empty()) {
      remember_slot(frame->state->caches[site], target, attribute);
    }
  }
  return step;
}

Step load_method(Machine& machine, Frame* frame, Destination to, Value object, uint16_t site,
                 Value& function, Value& self) {
  StrObject* attribute = frame->code->site_names[site];
  InlineCache& cache = frame->state->caches[site];
  const Step step = get_method(machine, to, object, attribute, function, self);
  if (step != Step::done || !object.is_object()) return step;
  Object* target = object.as_object();
  if (!self.is_empty() && is_plain_access(target->cls) &&
      (target->kind == Kind::instance || attributes_of(target) == nullptr) &&
      target->kind != Kind::function && target->kind != Kind::thread_storage) {
    cache.version = target->cls->version;
    cache.value = function;
    cache.way = InlineCache::Way::method;
  } else if (auto* module = try_as<ModuleObject>(object)) {
    if (module->builtin != nullptr && Dict::get(module->attributes, attribute).is_empty()) {
      if (module->attributes->keys_version == 0) {
        module->attributes->keys_version = machine.state().next_version++;
      }
      cache.version = module->attributes->keys_version;
      cache.value = function;
      cache.way = InlineCache::Way::module_value;
    }
  }
  return step;
}

}  // namespace lockstep
