// What the dispatch loop has no room for. The loop is one function, and whatever stands in it is read, laid out and
// given registers together with the common instructions: by the compiler at hand, and once more, while a
// program already runs, by an engine of WebAssembly.

#include "base/check.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/classes.h"
#include "vm/imports.h"
#include "vm/instructions.h"
#include "vm/operations.h"
#include "vm/operators.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

// What `with` does when an exception has come: exit(type, value, traceback), with the manager in front where the
// lookup found a plain method.
Step call_exit(Machine& machine, Frame* frame, const Value* window, Value exception, uint16_t target,
               Value& out) {
  auto* object = as<ExceptionObject>(exception);
  const Value traceback = object->traceback == nullptr ? Value::none() : Value::object(object->traceback);
  const Value arguments[] = {window[1], Value::object(object->cls), exception, traceback};
  const size_t skip = window[1].is_empty() ? 1 : 0;
  return call_value(machine, {frame, target}, window[0],
                    Arguments{std::span<const Value>(arguments + skip, 4 - skip)}, out);
}

}  // namespace

Step rare_instruction(Machine& machine, Frame* frame) {
  const Instruction& at = *frame->pc;
  Value* const registers = frame->registers();
  Value* const window = registers + at.a;
  // Fields that are no registers may be larger than there are of these.
  const auto b = [&] { return registers[at.b]; };
  const auto c = [&] { return registers[at.c]; };
  uint16_t target = at.a;
  Step step = Step::done;
  Value result;
  switch (at.opcode) {
    case Opcode::delete_global: return delete_global(machine, frame, at.a);
    case Opcode::store_name: return store_name(machine, frame, at.b, *window);
    case Opcode::delete_name: return delete_name(machine, frame, at.a);
    case Opcode::delete_cell: {
      Value& value = as<CellObject>(*window)->value;
      if (value.is_empty()) return raise_unbound_cell(machine, frame, at.b);
      value = Value::empty();
      return Step::done;
    }
    case Opcode::delete_free: {
      Value& value = as<CellObject>(frame->function->closure->items[at.a])->value;
      if (value.is_empty()) return raise_unbound_free(machine, frame, at.a);
      value = Value::empty();
      return Step::done;
    }
    case Opcode::delete_attr:
      return set_attribute(machine, {frame, at.a}, *window, frame->code->site_names[at.b],
                           Value::empty());
    case Opcode::delete_item: return delete_item(machine, frame, *window, b());
    case Opcode::list_extend:
      return extend_list(machine, frame, as<ListObject>(*window), b(), at.x != 0 ? c() : Value::empty());
    case Opcode::set_update: return update_set(machine, frame, as<SetObject>(*window), b());
    case Opcode::dict_update: return update_map(machine, frame, as<DictObject>(*window), b());
    case Opcode::dict_merge: return merge_keywords(machine, frame, as<DictObject>(*window), b(), c());
    case Opcode::unpack_star: return unpack_star(machine, frame, b(), at.a, at.c, at.x);
    case Opcode::match_group: return match_group(machine, frame, b(), c(), window);
    case Opcode::import_star: return import_star(machine, frame, *window);
    case Opcode::setup_annotations: return setup_annotations(machine, frame);

    case Opcode::call_spread:
      target = at.c;
      step = call_spread(machine, frame, at.a, target, result);
      break;
    case Opcode::with_exception:
      target = at.c;
      step = call_exit(machine, frame, window, b(), target, result);
      break;

    case Opcode::load_name: step = load_name(machine, frame, at.b, result); break;
    case Opcode::load_class_free: step = load_class_free(machine, frame, at.b, at.c, result); break;
    case Opcode::load_locals: result = Value::object(frame->name_space); break;
    case Opcode::get_yield_from: step = get_yield_from(machine, frame, b(), result); break;
    case Opcode::get_awaitable: step = get_awaitable(machine, frame, b(), at.x, result); break;
    case Opcode::get_aiter: step = get_async_iterator(machine, frame, b(), result); break;
    case Opcode::get_anext: step = get_async_next(machine, frame, b(), result); break;
    case Opcode::build_set:
      step = build_set(machine, frame, std::span<const Value>(registers + at.b, at.c), result);
      break;
    case Opcode::list_to_tuple:
      result = Value::object(machine.heap().make_tuple(as<ListObject>(b())->all()));
      break;
    case Opcode::load_build_class: result = machine.builtin_value(name(Name::build_class)); break;
    case Opcode::load_assertion_error:
      result = Value::object(builtin_class(BuiltinClass::assertion_error));
      break;
    case Opcode::prepare_reraise_star:
      step = prepare_reraise_star(machine, frame, b(), c(), result);
      break;
    case Opcode::import_name:
      step = import_module(machine, frame, as<TupleObject>(frame->code->constants[at.wide()]), result);
      break;
    case Opcode::import_from:
      step = import_from(machine, frame, b(), frame->code->site_names[at.c], result);
      break;
    case Opcode::match_sequence:
      result = Value::boolean(class_of(b())->has(ClassObject::kSequencePattern));
      break;
    case Opcode::match_mapping:
      result = Value::boolean(class_of(b())->has(ClassObject::kMappingPattern));
      break;
    case Opcode::match_keys: step = match_keys(machine, frame, b(), c(), result); break;
    case Opcode::match_class:
      step = match_class(machine, frame, b(), c(), registers[at.c + 1], at.x, result);
      break;
    case Opcode::get_len: step = length(machine, frame, b(), result); break;
    case Opcode::map_rest: step = map_rest(machine, frame, b(), c(), result); break;
    default: ENSURE(false);
  }
  if (step == Step::done) registers[target] = result;
  return step;
}

Step raise_init_gave(Machine& machine, Value given) {
  return machine.raise_format(BuiltinClass::type_error, "__init__() should return None, not '{}'",
                              Machine::class_name(given));
}

}  // namespace lockstep
