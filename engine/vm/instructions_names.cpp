#include "vm/instructions.h"

#include <string>

#include "vm/exception_fields.h"
#include "vm/image.h"
#include "vm/objects/module.h"
#include "vm/operators.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

Step raise_undefined(Machine& machine, const StrObject* wanted) {
  ExceptionObject* error = machine.heap().make_exception(
      builtin_class(BuiltinClass::name_error),
      "name '" + std::string(wanted->view()) + "' is not defined");
  set_exception_field(machine.heap(), error, exception_field::kName, Value::object(wanted));
  return machine.raise(error);
}

Value builtin_named(Machine& machine, Frame* frame, StrObject* wanted) {
  // Library code sees its module's natives as globals, and the prelude its functions, made when needed.
  if (frame->code->is_library && frame->state != nullptr) {
    ModuleObject* module = frame->state->program->module;
    if (module->builtin != nullptr) {
      const Value native = Dict::get(module->builtin, wanted);
      if (!native.is_empty()) return native;
    }
    if (module == machine.state().library) {
      const Value function = machine.prelude_or_empty(wanted->view());
      if (!function.is_empty()) return function;
    }
  }
  return machine.builtin_value(wanted);
}

DictObject* name_space_of(Frame* frame) { return static_cast<DictObject*>(frame->name_space); }

}  // namespace

Step load_global(Machine& machine, Frame* frame, uint16_t site, Value& out) {
  StrObject* wanted = frame->code->site_names[site];
  DictObject* globals = frame->globals;
  const uint64_t hash = wanted->hash;
  const int64_t entry = Dict::find(globals, Value::object(wanted), hash);
  if (globals->keys_version == 0) globals->keys_version = machine.state().next_version++;
  InlineCache& cache = frame->state->caches[site];
  if (entry >= 0) {
    out = globals->table->entries()[entry].value;
    cache.version = globals->keys_version;
    cache.index = static_cast<uint32_t>(entry);
    cache.way = InlineCache::Way::global_value;
    return Step::done;
  }
  out = builtin_named(machine, frame, wanted);
  if (out.is_empty()) return raise_undefined(machine, wanted);
  if (machine.state().builtin_overlay == nullptr) {
    cache.version = globals->keys_version;
    cache.value = out;
    cache.way = InlineCache::Way::builtin_value;
  }
  return Step::done;
}

Step store_global(Machine& machine, Frame* frame, uint16_t site, Value value) {
  StrObject* wanted = frame->code->site_names[site];
  DictObject* globals = frame->globals;
  Dict::set(machine.heap(), globals, wanted, value);
  if (globals->keys_version == 0) globals->keys_version = machine.state().next_version++;
  InlineCache& cache = frame->state->caches[site];
  cache.version = globals->keys_version;
  cache.index = static_cast<uint32_t>(Dict::find(globals, Value::object(wanted), wanted->hash));
  cache.way = InlineCache::Way::global_value;
  return Step::done;
}

Step delete_global(Machine& machine, Frame* frame, uint16_t site) {
  StrObject* wanted = frame->code->site_names[site];
  if (Dict::remove(frame->globals, Value::object(wanted)).is_empty()) {
    return raise_undefined(machine, wanted);
  }
  return Step::done;
}

Step load_name(Machine& machine, Frame* frame, uint16_t site, Value& out) {
  StrObject* wanted = frame->code->site_names[site];
  if (is_kind(Value::object(frame->name_space), Kind::dict)) {
    out = Dict::get(name_space_of(frame), wanted);
    if (!out.is_empty()) return Step::done;
  }
  out = Dict::get(frame->globals, wanted);
  if (out.is_empty()) out = builtin_named(machine, frame, wanted);
  return out.is_empty() ? raise_undefined(machine, wanted) : Step::done;
}

Step store_name(Machine& machine, Frame* frame, uint16_t site, Value value) {
  const Value wanted = Value::object(frame->code->site_names[site]);
  const Value target = Value::object(frame->name_space);
  // A metaclass's __prepare__ may have given a mapping of its own.
  if (overrides(target, Special::set_item)) return set_item(machine, frame, target, wanted, value);
  Dict::set(machine.heap(), name_space_of(frame), wanted, value);
  return Step::done;
}

Step delete_name(Machine& machine, Frame* frame, uint16_t site) {
  StrObject* wanted = frame->code->site_names[site];
  if (Dict::remove(name_space_of(frame), Value::object(wanted)).is_empty()) {
    return raise_undefined(machine, wanted);
  }
  return Step::done;
}

Step load_class_free(Machine& machine, Frame* frame, uint16_t cell, uint16_t site, Value& out) {
  out = Dict::get(name_space_of(frame), frame->code->site_names[site]);
  if (!out.is_empty()) return Step::done;
  out = as<CellObject>(frame->function->closure->items[cell])->value;
  return out.is_empty() ? raise_unbound_free(machine, frame, cell) : Step::done;
}

Step raise_unbound_local(Machine& machine, Frame* frame, uint16_t local) {
  return machine.raise_format(
      BuiltinClass::unbound_local_error,
      "cannot access local variable '{}' where it is not associated with a value",
      frame->code->local_names[local]->view());
}

Step raise_unbound_cell(Machine& machine, Frame* frame, uint16_t cell_name) {
  return machine.raise_format(
      BuiltinClass::unbound_local_error,
      "cannot access local variable '{}' where it is not associated with a value",
      frame->code->cell_names[cell_name]->view());
}

Step raise_unbound_free(Machine& machine, Frame* frame, uint16_t cell) {
  return machine.raise_format(BuiltinClass::name_error,
                              "cannot access free variable '{}' where it is not associated with a "
                              "value in enclosing scope",
                              frame->code->free_names[cell]->view());
}

Step setup_annotations(Machine& machine, Frame* frame) {
  if (frame->name_space != nullptr && overrides(Value::object(frame->name_space), Special::set_item)) {
    if (frame->phase != 0) return Step::done;
    Call call{nullptr, 0, 0, frame, Value::empty()};
    return machine.call(call, 1, machine.prelude("setup_annotations_in"),
                        {Value::object(frame->name_space)});
  }
  DictObject* target = frame->name_space != nullptr ? name_space_of(frame) : frame->globals;
  if (Dict::get(target, name(Name::annotations)).is_empty()) {
    Dict::set(machine.heap(), target, name(Name::annotations),
              Value::object(machine.heap().make_dict()));
  }
  return Step::done;
}

}  // namespace lockstep
