// The heart of the machine.
//
// One loop executes instructions of whatever frame is innermost in the current thread; a call of
// script code, a resumed generator or a `__init__` just makes another frame the innermost, so the C++
// stack never grows with the script's. Each instruction has its common cases here, inline, and hands the
// others to functions elsewhere in this folder, which answer with a Step:
//
//   done     the result is there; go on with the next instruction
//   called   another frame is the innermost now: run it. It delivers its result itself (After), or the
//            instruction is executed again and finds where it was (Frame::phase)
//   raised   look for a handler
//   parked   the thread waits; leave the loop, and execute the instruction again when it goes on
//
// Frame::pc is written back before anything that can look at it: a call, an exception, a pause.

#include "vm/async_primitives.h"
#include "vm/dispatch.h"

#include "base/check.h"
#include "language/compile_operands.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/classes.h"
#include "vm/fast_calls.h"
#include "vm/fast_paths.h"
#include "vm/gate.h"
#include "vm/generators.h"
#include "vm/imports.h"
#include "vm/instructions.h"
#include "vm/iteration.h"
#include "vm/objects/iterator.h"
#include "vm/objects/module.h"
#include "vm/operations.h"
#include "vm/operators.h"
#include "vm/raise.h"
#include "vm/unwind.h"
#include "vm/visibility.h"

namespace lockstep {

// Where labels have no addresses in the machine, as in WebAssembly, a jump to one is a switch over numbers
// that are read from a table: a switch over opcodes spares the table. See engine/CMakeLists.txt.
#ifdef LOCKSTEP_DISPATCH_BY_SWITCH
#define AGAIN() goto choose
#else
#define AGAIN() goto* kLabels[static_cast<int>(pc->opcode)]
#endif
#define NEXT()  \
  do {          \
    pc++;       \
    AGAIN();    \
  } while (false)
#define SAVE() (frame->pc = pc)
#define A registers[pc->a]
#define B registers[pc->b]
#define C registers[pc->c]

// The rest of an instruction whose work is `expression`, a Step.
#define STEP(expression)                                   \
  do {                                                     \
    SAVE();                                                \
    step = (expression);                                   \
    goto after_step;                                       \
  } while (false)
// The same, with a result for register a.
#define STEP_TO_A(expression)                              \
  do {                                                     \
    SAVE();                                                \
    step = (expression);                                   \
    if (step == Step::done) A = result;                    \
    goto after_step;                                       \
  } while (false)

// In controlled runs: lets the world decide whether the operation goes on now.
#define VISIBLE(condition, kind, object, detail)                                            \
  do {                                                                                      \
    if constexpr (mode == MachineMode::controlled) {                                        \
      if (visible && (condition) && !may_go_on(machine, frame, pc, kind, object, detail)) { \
        SAVE();                                                                             \
        return Pause::operation;                                                            \
      }                                                                                     \
    }                                                                                       \
  } while (false)

// Operators work inside lists and their like as well.
#define VISIBLE_OPERANDS(left, right, writes)                                                     \
  VISIBLE(is_shared_container(left) || is_shared_container(right),                              \
          (writes) ? OperationKind::write_item : OperationKind::read_item,                      \
          (is_shared_container(left) ? left : right).as_object(), 0)

// The same for a call, which counts in library code too when it is an operation.
#define VISIBLE_CALL(callable, values)                                                          \
  do {                                                                                          \
    if constexpr (mode == MachineMode::controlled) {                                            \
      if (others && is_visible_call(callable, values, frame->code->is_library) &&               \
          !may_go_on(machine, frame, pc, call_operation(callable), call_object(callable, values), 0)) { \
        note_gate(thread, callable, values);                                                    \
        SAVE();                                                                                 \
        return Pause::operation;                                                                \
      }                                                                                         \
    }                                                                                           \
  } while (false)
#define LOOK_AROUND()                                             \
  do {                                                            \
    if constexpr (mode == MachineMode::controlled) {              \
      others = is_watched(machine, thread);                       \
      visible = others && !frame->code->is_library;               \
      if (!visible && others) machine.note_library(*frame->code); \
    }                                                             \
  } while (false)

// Goes on in the innermost frame, which a call has just made.
#define ENTER_CALLEE()                                                                        \
  do {                                                                                        \
    if (++steps % kStepCheck == 0 || interrupts.any() || heap.wants_collection()) goto poll; \
    frame = thread.frame;                                                                     \
    pc = frame->pc;                                                                           \
    registers = frame->registers();                                                           \
    LOOK_AROUND();                                                                            \
    AGAIN();                                                                                  \
  } while (false)

#define JUMP_WIDE() pc += pc->jump()

// A place counted from the end, as negative ones are, from the beginning. Too large: there is none.
[[gnu::always_inline]] inline uint64_t index_from_either_end(Value key, uint32_t size) {
  const int64_t index = key.as_small_int();
  return static_cast<uint64_t>(index < 0 ? index + size : index);
}

// A key that C++ compares by itself, and the commonest kinds of it.
inline bool is_plain_text_or_int(Value key) {
  return key.is_small_int() || (key.is_object() && key.as_object()->cls == builtin_class(BuiltinClass::str));
}

// Whether what a for_iter gives goes nowhere but into the unpacking of a pair behind it.
inline bool takes_pairs(const Frame* frame, const Instruction* pc) {
  return pc[1].opcode == Opcode::unpack && pc[1].c == 2 && pc[1].b == pc->a &&
         pc->a >= frame->code->local_count;
}

template <MachineMode mode>
std::optional<Pause> dispatch(Machine& machine, ThreadObject& thread) {
#ifndef LOCKSTEP_DISPATCH_BY_SWITCH
  static const void* const kLabels[] = {
#define OPCODE(name, operands, meaning) &&op_##name,
#include "language/opcodes.def"
#undef OPCODE
  };
#endif
  Heap& heap = machine.heap();
  Interrupts& interrupts = machine.interrupts();
  uint64_t& steps = machine.state().steps;
  Frame* frame = nullptr;
  const Instruction* pc = nullptr;
  Value* registers = nullptr;
  Step step = Step::done;
  Value result;
  bool keep_traceback = false;
  // Of a frame that leaves: its value, and what its caller does with it.
  Value delivered;
  Value receiver;
  After after = After::store;
  uint16_t destination = 0;
  // Whether other threads live, and whether what this frame does to data can be noticed by them.
  [[maybe_unused]] bool others = false;
  [[maybe_unused]] bool visible = false;

  if (!thread.exception.is_empty()) goto raise;

enter:
  frame = thread.frame;
  pc = frame->pc;
  registers = frame->registers();
  LOOK_AROUND();
  AGAIN();

#ifdef LOCKSTEP_DISPATCH_BY_SWITCH
choose:
  switch (pc->opcode) {
#define OPCODE(name, operands, meaning) \
  case Opcode::name:                    \
    goto op_##name;
#include "language/opcodes.def"
#undef OPCODE
  }
  __builtin_unreachable();
#endif

poll:
  // A safe point: every live value is in a frame, and frame->pc is what to execute next.
  if (machine.serve_interrupts()) return Pause::interrupted;
  // An engine of WebAssembly puts the better code that it compiles meanwhile in use at a call only.
  if (steps % kStepCheck == 0) return std::nullopt;
  goto enter;

after_step:
  switch (step) {
    case Step::done:
      if (has_phases(frame)) end_phases(frame);
      NEXT();
    case Step::called:
      if (++steps % kStepCheck == 0 || interrupts.any() || heap.wants_collection()) goto poll;
      goto enter;
    case Step::raised:
      goto raise;
    case Step::parked:
      frame->reentered = true;
      return Pause::parked;
  }

raise:
  if (!unwind(machine, keep_traceback)) return machine.end_thread();
  keep_traceback = false;
  goto enter;

op_load_const:
  A = frame->code->constants[pc->wide()];
  NEXT();
op_load_int:
  A = Value::small_int(static_cast<int16_t>(pc->b));
  NEXT();
op_move:
  A = B;
  NEXT();
op_clear:
  A = Value::empty();
  NEXT();
op_check_bound:
  if (A.is_empty()) STEP(raise_unbound_local(machine, frame, pc->a));
  NEXT();

op_load_global: {
  InlineCache& cache = frame->state->caches[pc->b];
  DictObject* globals = frame->globals;
  if (cache.version == globals->keys_version && cache.version != 0) {
    if (cache.way == InlineCache::Way::global_value) {
      VISIBLE((frame->code->site_flags[pc->b] & LoadedCode::kFixedGlobal) == 0,
              OperationKind::read_global, globals, detail_of(frame->code->site_names[pc->b]));
      A = globals->table->entries()[cache.index].value;
      NEXT();
    }
    A = cache.value;
    NEXT();
  }
  VISIBLE(is_shared_global(frame, pc->b), OperationKind::read_global, globals,
          detail_of(frame->code->site_names[pc->b]));
  STEP_TO_A(load_global(machine, frame, pc->b, result));
}
op_store_global:
  VISIBLE(true, OperationKind::write_global, frame->globals,
          detail_of(frame->code->site_names[pc->b]));
  {
    InlineCache& cache = frame->state->caches[pc->b];
    DictObject* globals = frame->globals;
    if (cache.version == globals->keys_version && cache.version != 0) {
      globals->table->entries()[cache.index].value = A;
      NEXT();
    }
  }
  STEP(store_global(machine, frame, pc->b, A));

op_make_cell:
  SAVE();
  A = Value::object(heap.make_cell(A));
  NEXT();
op_load_cell: {
  auto* cell = as<CellObject>(B);
  VISIBLE(true, OperationKind::read_cell, cell, 0);
  if (cell->value.is_empty()) STEP(raise_unbound_cell(machine, frame, pc->c));
  A = cell->value;
  NEXT();
}
op_store_cell:
  VISIBLE(true, OperationKind::write_cell, B.as_object(), 0);
  as<CellObject>(B)->value = A;
  NEXT();
op_load_free: {
  auto* cell = as<CellObject>(frame->function->closure->items[pc->b]);
  VISIBLE(!is_function_name(cell->value), OperationKind::read_cell, cell, 0);
  if (cell->value.is_empty()) STEP(raise_unbound_free(machine, frame, pc->b));
  A = cell->value;
  NEXT();
}
op_store_free: {
  auto* cell = as<CellObject>(frame->function->closure->items[pc->b]);
  VISIBLE(true, OperationKind::write_cell, cell, 0);
  cell->value = A;
  NEXT();
}
op_load_closure:
  A = frame->function->closure->items[pc->b];
  NEXT();

op_add:
  SAVE();
  if (Value value; fast_add(heap, B, C, value)) {
    A = value;
    NEXT();
  }
  if (B.is_small_int() && C.is_bool()) {
    // What counts how often something holds.
    if (Value value; fast_add(heap, B, Value::small_int(C.is_true() ? 1 : 0), value)) {
      A = value;
      NEXT();
    }
  } else if (is_exact_text(B) && is_exact_text(C)) {
    A = concatenated(heap, as<StrObject>(B), as<StrObject>(C));
    NEXT();
  }
  VISIBLE_OPERANDS(B, C, pc->x != 0);
  STEP_TO_A(binary(machine, frame, BinaryOperator::add, pc->x != 0, B, C, result));
op_subtract:
  SAVE();
  if (Value value; fast_subtract(heap, B, C, value)) {
    A = value;
    NEXT();
  }
  VISIBLE_OPERANDS(B, C, pc->x != 0);
  STEP_TO_A(binary(machine, frame, BinaryOperator::subtract, pc->x != 0, B, C, result));
op_multiply:
  SAVE();
  if (Value value; fast_multiply(heap, B, C, value)) {
    A = value;
    NEXT();
  }
  VISIBLE_OPERANDS(B, C, pc->x != 0);
  STEP_TO_A(binary(machine, frame, BinaryOperator::multiply, pc->x != 0, B, C, result));
op_add_int: {
  const Value small = Value::small_int(static_cast<int16_t>(pc->c));
  SAVE();
  if (Value value; fast_add(heap, B, small, value)) {
    A = value;
    NEXT();
  }
  STEP_TO_A(binary(machine, frame, BinaryOperator::add, pc->x != 0, B, small, result));
}
op_subtract_int: {
  const Value small = Value::small_int(static_cast<int16_t>(pc->c));
  SAVE();
  if (Value value; fast_subtract(heap, B, small, value)) {
    A = value;
    NEXT();
  }
  STEP_TO_A(binary(machine, frame, BinaryOperator::subtract, pc->x != 0, B, small, result));
}
op_binary: {
  const auto op = static_cast<BinaryOperator>(pc->x & 0x7f);
  SAVE();
  if (fast_binary(heap, op, B, C, result)) {
    A = result;
    NEXT();
  }
  VISIBLE_OPERANDS(B, C, (pc->x & 0x80) != 0);
  STEP_TO_A(binary(machine, frame, op, (pc->x & 0x80) != 0, B, C, result));
}
op_unary:
  if (B.is_small_int() && B != Value::small_int(Value::kSmallIntMin)) {
    const int64_t number = B.as_small_int();
    switch (static_cast<UnaryOperator>(pc->x)) {
      case UnaryOperator::negative: A = Value::small_int(-number); break;
      case UnaryOperator::positive: A = Value::small_int(number); break;
      case UnaryOperator::invert: A = Value::small_int(~number); break;
    }
    NEXT();
  }
  STEP_TO_A(unary(machine, frame, static_cast<UnaryOperator>(pc->x), B, result));
op_not_: {
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  const int plain = fast_truth(B);
  if (plain >= 0) {
    A = Value::boolean(plain == 0);
    NEXT();
  }
  bool truth_value = false;
  SAVE();
  step = truth(machine, frame, B, truth_value);
  if (step == Step::done) A = Value::boolean(!truth_value);
  goto after_step;
}

op_compare: {
  const auto op = static_cast<CompareOperator>(pc->x);
  if (op <= CompareOperator::greater_equal) {
    bool truth_value = false;
    if (fast_compare(op, B, C, truth_value) || fast_compare_texts(op, B, C, truth_value)) {
      A = Value::boolean(truth_value);
      NEXT();
    }
    VISIBLE_OPERANDS(B, C, false);
  } else if (op >= CompareOperator::is) {
    A = Value::boolean((B == C) == (op == CompareOperator::is));
    NEXT();
  } else {
    VISIBLE(is_shared_container(C), OperationKind::read_item, C.as_object(), 0);
    bool found = false;
    if (fast_contains(C, B, found)) {
      A = Value::boolean(found == (op == CompareOperator::in));
      NEXT();
    }
  }
  STEP_TO_A(compare(machine, frame, op, B, C, result));
}
op_jump_compare: {
  const auto op = static_cast<CompareOperator>(pc->x & 0x7f);
  const bool wanted = (pc->x & 0x80) == 0;
  bool truth_value = false;
  if (op <= CompareOperator::greater_equal) {
    if (fast_compare(op, A, B, truth_value) || fast_compare_texts(op, A, B, truth_value)) {
      if (truth_value == wanted) pc += static_cast<int16_t>(pc->c);
      NEXT();
    }
    VISIBLE_OPERANDS(A, B, false);
  } else if (op >= CompareOperator::is) {
    truth_value = (A == B) == (op == CompareOperator::is);
    if (truth_value == wanted) pc += static_cast<int16_t>(pc->c);
    NEXT();
  } else {
    VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
    bool found = false;
    if (fast_contains(B, A, found)) {
      if ((found == (op == CompareOperator::in)) == wanted) pc += static_cast<int16_t>(pc->c);
      NEXT();
    }
  }
  SAVE();
  step = compare_truth(machine, frame, op, A, B, truth_value);
  if (step == Step::done) {
    if (has_phases(frame)) end_phases(frame);
    if (truth_value == wanted) pc += static_cast<int16_t>(pc->c);
    NEXT();
  }
  goto after_step;
}
op_jump_compare_int: {
  const auto op = static_cast<CompareOperator>(pc->x & 0x7f);
  const bool wanted = (pc->x & 0x80) == 0;
  const Value small = Value::small_int(static_cast<int16_t>(pc->b));
  bool truth_value = false;
  if (A.is_small_int()) {
    truth_value = holds(op, static_cast<int64_t>(A.bits()), static_cast<int64_t>(small.bits()));
    if (truth_value == wanted) pc += static_cast<int16_t>(pc->c);
    NEXT();
  }
  SAVE();
  step = compare_truth(machine, frame, op, A, small, truth_value);
  if (step == Step::done) {
    if (has_phases(frame)) end_phases(frame);
    if (truth_value == wanted) pc += static_cast<int16_t>(pc->c);
    NEXT();
  }
  goto after_step;
}

op_jump:
  JUMP_WIDE();
  NEXT();
op_jump_back:
  JUMP_WIDE();
  pc++;
  if (++steps % kStepCheck == 0 || interrupts.any() || heap.wants_collection()) {
    SAVE();
    goto poll;
  }
  AGAIN();
op_jump_if_true: {
  VISIBLE(is_shared_container(A), OperationKind::read_item, A.as_object(), 0);
  const int plain = fast_truth(A);
  if (plain >= 0) {
    if (plain == 1) JUMP_WIDE();
    NEXT();
  }
  bool truth_value = false;
  SAVE();
  step = truth(machine, frame, A, truth_value);
  if (step == Step::done) {
    if (has_phases(frame)) end_phases(frame);
    if (truth_value) JUMP_WIDE();
    NEXT();
  }
  goto after_step;
}
op_jump_if_false: {
  VISIBLE(is_shared_container(A), OperationKind::read_item, A.as_object(), 0);
  const int plain = fast_truth(A);
  if (plain >= 0) {
    if (plain == 0) JUMP_WIDE();
    NEXT();
  }
  bool truth_value = false;
  SAVE();
  step = truth(machine, frame, A, truth_value);
  if (step == Step::done) {
    if (has_phases(frame)) end_phases(frame);
    if (!truth_value) JUMP_WIDE();
    NEXT();
  }
  goto after_step;
}
op_jump_if_none:
  if (A.is_none()) JUMP_WIDE();
  NEXT();
op_jump_if_not_none:
  if (!A.is_none()) JUMP_WIDE();
  NEXT();

op_get_attr: {
  InlineCache& cache = frame->state->caches[pc->c];
  const Value object = B;
  if (object.is_object()) {
    Object* target = object.as_object();
    if (cache.version == target->cls->version && cache.way == InlineCache::Way::slot) {
      const Attributes& attributes = static_cast<InstanceObject*>(target)->attributes;
      if (cache.index < attributes.count) {
        VISIBLE(is_stored_name(frame, pc->c), OperationKind::read_attribute, target,
                detail_of(frame->code->site_names[pc->c]));
        A = static_cast<ArrayObject*>(attributes.backing)->items[cache.index];
        NEXT();
      }
    }
  }
  VISIBLE(is_shared_attribute(frame, object, pc->c), OperationKind::read_attribute,
          object.as_object(), detail_of(frame->code->site_names[pc->c]));
  if (object.is_object()) {
    Object* target = object.as_object();
    if (cache.way == InlineCache::Way::type_value) {
      if (target->kind == Kind::class_ &&
          static_cast<ClassObject*>(target)->version == cache.version) {
        A = cache.value;
        NEXT();
      }
    } else if (cache.version == target->cls->version) {
      if (cache.way == InlineCache::Way::class_value) {
        if (!static_cast<InstanceObject*>(target)->attributes.in_dict()) {
          A = cache.value;
          NEXT();
        }
      } else if (cache.way == InlineCache::Way::property) {
        SAVE();
        if (push_simple(machine, thread, as<FunctionObject>(cache.value), &object, 1, After::store,
                        pc->a) != nullptr) {
          ENTER_CALLEE();
        }
      }
    }
  }
  STEP_TO_A(load_attribute(machine, frame, {frame, pc->a}, object, pc->c, result));
}
op_set_attr: {
  InlineCache& cache = frame->state->caches[pc->c];
  const Value object = A;
  VISIBLE(object.is_object(), OperationKind::write_attribute, object.as_object(),
          detail_of(frame->code->site_names[pc->c]));
  if (object.is_object()) {
    Object* target = object.as_object();
    if (cache.version == target->cls->version && cache.way == InlineCache::Way::slot) {
      Attributes& attributes = static_cast<InstanceObject*>(target)->attributes;
      if (cache.index < attributes.count) {
        static_cast<ArrayObject*>(attributes.backing)->items[cache.index] = B;
        NEXT();
      }
      if (cache.index == attributes.count && attributes.backing != nullptr &&
          !attributes.in_dict() &&
          cache.index < static_cast<ArrayObject*>(attributes.backing)->size) {
        static_cast<ArrayObject*>(attributes.backing)->items[cache.index] = B;
        attributes.count++;
        NEXT();
      }
      if (attributes.backing == nullptr && cache.index == 0) {
        SAVE();
        ArrayObject* slots = heap.make_array(target->cls->layout->size);
        slots->items[0] = B;
        attributes.backing = slots;
        attributes.count = 1;
        NEXT();
      }
    } else if (cache.version == target->cls->version && cache.way == InlineCache::Way::property) {
      const Value arguments[] = {object, B};
      SAVE();
      if (push_simple(machine, thread, as<FunctionObject>(cache.value), arguments, 2,
                      After::discard, 0) != nullptr) {
        ENTER_CALLEE();
      }
    }
  }
  STEP(store_attribute(machine, frame, object, pc->c, B));
}
op_get_method: {
  InlineCache& cache = frame->state->caches[pc->c];
  const Value object = B;
  if (object.is_object() && cache.way == InlineCache::Way::method &&
      cache.version == object.as_object()->cls->version) {
    Object* target = object.as_object();
    // The method is the class's unless the object has an attribute of that name, which its class's
    // layout would know; only an object whose attributes are in a dict needs a look.
    if (target->kind == Kind::instance ? !static_cast<InstanceObject*>(target)->attributes.in_dict()
                                       : !has_own_dict(target)) {
      registers[pc->a + 1] = object;
      A = cache.value;
      NEXT();
    }
  } else if (object.is_object() && cache.way == InlineCache::Way::module_value &&
             object.as_object()->kind == Kind::module) {
    auto* module = static_cast<ModuleObject*>(object.as_object());
    if (module->attributes->keys_version == cache.version && cache.version != 0) {
      registers[pc->a + 1] = Value::empty();
      A = cache.value;
      NEXT();
    }
  }
  VISIBLE(object.is_object() && is_stored_name(frame, pc->c), OperationKind::read_attribute,
          object.as_object(), detail_of(frame->code->site_names[pc->c]));
  if (object.is_object()) {
    Value bound;
    if (cached_method(cache, object.as_object(), bound)) {
      registers[pc->a + 1] = bound;
      A = cache.value;
      NEXT();
    }
  }
  SAVE();
  Value self;
  step = load_method(machine, frame, {frame, pc->a}, object, pc->c, result, self);
  registers[pc->a + 1] = self;
  if (step == Step::done) A = result;
  goto after_step;
}

op_get_item: {
  const Value container = B;
  const Value key = C;
  if (container.is_object()) {
    Object* object = container.as_object();
    if (object->kind == Kind::list && key.is_small_int() && object->cls == builtin_class(BuiltinClass::list)) {
      VISIBLE(true, OperationKind::read_item, object, detail_of(key));
      const uint64_t index = index_from_either_end(key, object->size);
      if (index < object->size) {
        A = static_cast<ListObject*>(object)->array->items[index];
        NEXT();
      }
    } else if (object->kind == Kind::tuple && key.is_small_int() &&
               object->cls == builtin_class(BuiltinClass::tuple)) {
      const uint64_t index = index_from_either_end(key, object->size);
      if (index < object->size) {
        A = static_cast<TupleObject*>(object)->items[index];
        NEXT();
      }
    } else if (object->kind == Kind::string && key.is_small_int() &&
               object->cls == builtin_class(BuiltinClass::str)) {
      const uint64_t index = index_from_either_end(key, object->size);
      const auto* text = static_cast<StrObject*>(object);
      if (index < text->size && text->is_ascii()) {
        A = Value::object(ascii_character(text->text[index]));
        NEXT();
      }
    } else if (object->kind == Kind::dict && object->cls == builtin_class(BuiltinClass::dict)) {
      VISIBLE(true, OperationKind::read_item, object, detail_of(key));
      if (is_plain_text_or_int(key)) {
        const Value found = Dict::get(static_cast<DictObject*>(object), key);
        if (!found.is_empty()) {
          A = found;
          NEXT();
        }
      }
    }
  }
  STEP_TO_A(get_item(machine, frame, container, key, result));
}
op_set_item: {
  const Value container = A;
  const Value key = B;
  VISIBLE(is_shared_container(container), OperationKind::write_item, container.as_object(),
          detail_of(key));
  if (container.is_object()) {
    Object* object = container.as_object();
    if (object->kind == Kind::list && key.is_small_int() && object->cls == builtin_class(BuiltinClass::list)) {
      const auto index = static_cast<uint64_t>(key.as_small_int());
      if (index < object->size) {
        static_cast<ListObject*>(object)->array->items[index] = C;
        NEXT();
      }
    } else if (object->kind == Kind::dict && object->cls == builtin_class(BuiltinClass::dict) &&
               (object->extra & DictObject::kHasScriptKeys) == 0 && is_plain_text_or_int(key)) {
      SAVE();
      Dict::set(heap, static_cast<DictObject*>(object), key, C);
      NEXT();
    }
  }
  STEP(set_item(machine, frame, container, key, C));
}
op_build_slice:
  SAVE();
  A = heap.make_slice(registers[pc->b], registers[pc->b + 1], registers[pc->b + 2]);
  NEXT();

op_call: {
  const Value self = registers[pc->a + 1];
  const size_t with_self = self.is_empty() ? 0 : 1;
  const Arguments arguments{
      std::span<const Value>(&registers[pc->a + 2 - with_self], pc->b + with_self)};
  VISIBLE_CALL(A, arguments.values);
  SAVE();
  if (is_kind(A, Kind::function)) {
    if (push_simple(machine, thread, as<FunctionObject>(A), arguments.values.data(),
                    arguments.values.size(), After::store, pc->c) != nullptr) {
      ENTER_CALLEE();
    }
  } else if (is_plain_native(A, arguments.values)) {
    step = invoke_plain(machine, {frame, pc->c}, as<NativeObject>(A), arguments.values, result);
    if (step == Step::done) C = result;
    goto after_step;
  } else if (is_kind(A, Kind::native) && as<NativeObject>(A)->self.is_empty()) {
    step = invoke_native(machine, {frame, pc->c}, as<NativeObject>(A), arguments, result);
    if (step == Step::done) C = result;
    goto after_step;
  }
  step = call_value(machine, {frame, pc->c}, A, arguments, result);
  if (step == Step::done) C = result;
  goto after_step;
}
op_call_plain: {
  const Arguments arguments{std::span<const Value>(&registers[pc->a + 2], pc->b)};
  VISIBLE_CALL(A, arguments.values);
  SAVE();
  if (is_kind(A, Kind::function)) {
    if (push_simple(machine, thread, as<FunctionObject>(A), arguments.values.data(),
                    arguments.values.size(), After::store, pc->c) != nullptr) {
      ENTER_CALLEE();
    }
  } else if (is_plain_native(A, arguments.values)) {
    step = invoke_plain(machine, {frame, pc->c}, as<NativeObject>(A), arguments.values, result);
    if (step == Step::done) C = result;
    goto after_step;
  } else if (is_kind(A, Kind::native) && as<NativeObject>(A)->self.is_empty()) {
    step = invoke_native(machine, {frame, pc->c}, as<NativeObject>(A), arguments, result);
    if (step == Step::done) C = result;
    goto after_step;
  }
  step = call_value(machine, {frame, pc->c}, A, arguments, result);
  if (step == Step::done) C = result;
  goto after_step;
}
op_call_keywords: {
  const Value self = registers[pc->a + 1];
  const size_t with_self = self.is_empty() ? 0 : 1;
  const Arguments arguments{
      std::span<const Value>(&registers[pc->a + 2 - with_self], pc->b + with_self),
      as<TupleObject>(registers[pc->a + 2 + pc->b])};
  VISIBLE_CALL(A, arguments.values);
  SAVE();
  step = call_value(machine, {frame, pc->c}, A, arguments, result);
  if (step == Step::done) C = result;
  goto after_step;
}

op_return_:
  delivered = A;
  if (frame->generator != nullptr) {
    SAVE();
    step = finish_generator(machine, frame, delivered);
    frame = thread.frame;
    if (step == Step::raised) goto raise;
    if (frame->phase == 0) end_phases(frame);
    goto enter;
  }
  after = frame->after;
  destination = frame->result;
  receiver = frame->receiver;
  if (after == After::end_thread) {
    SAVE();
    thread.result = delivered;
    pop_frame(thread);
    return machine.end_thread();
  }
  pop_frame(thread);
deliver:
  // The frame has left; what it gave goes where its caller wants it.
  frame = thread.frame;
  pc = frame->pc;
  registers = frame->registers();
  LOOK_AROUND();
  switch (after) {
    case After::store:
    case After::loop:
      registers[destination] = delivered;
      break;
    case After::answer:
      frame->answer = delivered;
      AGAIN();
    case After::outcome:
      frame->answer = delivered;
      frame->outcome = FrameOutcome::returned;
      AGAIN();
    case After::construct:
      if (!delivered.is_none()) {
        STEP(raise_init_gave(machine, delivered));
      }
      registers[destination] = receiver;
      break;
    case After::discard:
    case After::end_thread:
      break;
  }
  if (has_phases(frame)) end_phases(frame);
  NEXT();

op_make_generator: {
  SAVE();
  if (frame->function != nullptr && frame->function->awaited != nullptr && take_short_way(machine)) {
    frame = thread.frame;
    if (has_phases(frame)) end_phases(frame);
    pc = frame->pc;
    registers = frame->registers();
    LOOK_AROUND();
    AGAIN();
  }
  after = frame->after;
  destination = frame->result;
  receiver = frame->receiver;
  ENSURE(after != After::end_thread);
  GeneratorObject* generator = make_generator(machine);
  delivered = Value::object(generator);
  frame = thread.frame;
  if (after == After::store && frame->pc->x == 1 && is_call(frame->pc->opcode) &&
      generator->extra == GeneratorObject::coroutine && !frame->code->is_library) {
    generator->awaited = true;
    machine.warn_never_awaited(generator->qualified_name, frame);
  }
  goto deliver;
}
op_yield_: {
  const Value value = B;
  SAVE();
  GeneratorObject* generator = frame->generator;
  if (generator->extra == GeneratorObject::async_generator && pc->x == 0) {
    step = yield_from_async_generator(machine, value);
    if (step == Step::raised) goto raise;
    frame = thread.frame;
    if (frame->phase == 0) end_phases(frame);
    goto enter;
  }
  after = frame->after;
  destination = frame->result;
  generator->stage = GeneratorObject::Stage::suspended;
  pop_frame(thread);
  frame = thread.frame;
  pc = frame->pc;
  registers = frame->registers();
  LOOK_AROUND();
  if (after == After::answer || after == After::outcome) {
    frame->answer = value;
    frame->outcome = FrameOutcome::yielded;
    AGAIN();
  }
  registers[destination] = value;
  if (has_phases(frame)) end_phases(frame);
  NEXT();
}
op_get_iter: {
  const Value value = B;
  VISIBLE(is_shared_container(value), OperationKind::read_item, value.as_object(), 0);
  STEP_TO_A(get_iterator(machine, frame, value, result));
}
op_leave_loop: {
  const Value iterator = A;
  if (is_kind(iterator, Kind::generator) || is_kind(iterator, Kind::lazy) || frame->phase != 0) {
    STEP(leave_loop(machine, frame, iterator));
  }
  A = Value::empty();
  NEXT();
}
op_for_iter: {
  const Value iterator = B;
  if (iterator.is_object() && iterator.as_object()->kind == Kind::iterator) {
    auto* object = static_cast<IteratorObject*>(iterator.as_object());
    if (object->extra == IteratorObject::range) {
      if (object->limit == 0) {
        pc += static_cast<int16_t>(pc->c);
        NEXT();
      }
      A = Value::small_int(object->position);
      object->position += object->step;
      object->limit--;
      NEXT();
    }
    if (object->extra == IteratorObject::list) {
      auto* list = static_cast<ListObject*>(object->target.as_object());
      if (list != nullptr) {
        VISIBLE(true, OperationKind::read_item, list, 0);
        if (static_cast<uint64_t>(object->position) < list->size) {
          A = list->array->items[object->position++];
          NEXT();
        }
      }
      object->target = Value::empty();
      pc += static_cast<int16_t>(pc->c);
      NEXT();
    }
    if (object->extra == IteratorObject::tuple) {
      auto* tuple = static_cast<TupleObject*>(object->target.as_object());
      if (tuple != nullptr && static_cast<uint64_t>(object->position) < tuple->size) {
        A = tuple->items[object->position++];
        NEXT();
      }
      object->target = Value::empty();
      pc += static_cast<int16_t>(pc->c);
      NEXT();
    }
    if (object->extra == IteratorObject::list_reversed && !object->target.is_empty()) {
      auto* list = static_cast<ListObject*>(object->target.as_object());
      VISIBLE(true, OperationKind::read_item, list, 0);
      if (static_cast<uint64_t>(object->position) < list->size) {
        A = list->array->items[object->position--];
        NEXT();
      }
      object->target = Value::empty();
      pc += static_cast<int16_t>(pc->c);
      NEXT();
    }
    if (object->extra == IteratorObject::string && !object->target.is_empty()) {
      const auto* text = static_cast<StrObject*>(object->target.as_object());
      if (text->is_ascii() && static_cast<uint64_t>(object->position) < text->size) {
        A = Value::object(ascii_character(text->text[object->position++]));
        NEXT();
      }
    }
    VISIBLE(is_shared_container(object->target), OperationKind::read_item,
            object->target.as_object(), 0);
    if (object->extra < IteratorObject::sequence) {
      SAVE();
      if (object->extra == IteratorObject::dict_items && takes_pairs(frame, pc)) goto next_pair;
      if (next_builtin(machine, object, result) != Work::done) goto raise;
      if (result.is_empty()) {
        pc += static_cast<int16_t>(pc->c);
      } else {
        A = result;
      }
      NEXT();
    }
  }
  SAVE();
  if (is_kind(iterator, Kind::generator) &&
      resume_simple(machine, thread, as<GeneratorObject>(iterator), pc->a)) {
    ENTER_CALLEE();
  }
  if (is_kind(iterator, Kind::lazy) && frame->phase == 0 && takes_pairs(frame, pc)) {
next_pair:
    Value pair[2];
    const Work work = next_pair(machine, B, pair);
    if (work == Work::raised) goto raise;
    if (work == Work::done) {
      if (pair[0].is_empty()) {
        pc += static_cast<int16_t>(pc->c);
      } else {
        // Straight to where the unpacking behind would put them, which is done with.
        pc++;
        registers[pc->a] = pair[0];
        registers[pc->a + 1] = pair[1];
      }
      NEXT();
    }
  }
  step = next_for_loop(machine, {frame, pc->a}, iterator, result);
  if (step == Step::done) {
    if (has_phases(frame)) end_phases(frame);
    if (result.is_empty()) {
      pc += static_cast<int16_t>(pc->c);
    } else {
      A = result;
    }
    NEXT();
  }
  goto after_step;
}
op_send:
  SAVE();
  step = send_value(machine, frame, result);
  if (step == Step::done) {
    // `result` is what was yielded, or empty: then register a has the returned value already.
    if (has_phases(frame)) end_phases(frame);
    if (result.is_empty()) {
      pc += static_cast<int16_t>(pc->c);
    } else {
      A = result;
    }
    NEXT();
  }
  goto after_step;
op_end_async_for:
  if (is_instance(A, BuiltinClass::stop_async_iteration)) {
    JUMP_WIDE();
    NEXT();
  }
  SAVE();
  thread.exception = A;
  keep_traceback = true;
  goto raise;

op_build_tuple:
  SAVE();
  A = Value::object(heap.make_tuple(std::span<const Value>(&registers[pc->b], pc->c)));
  NEXT();
op_build_list:
  SAVE();
  A = Value::object(heap.make_list(std::span<const Value>(&registers[pc->b], pc->c)));
  NEXT();
op_build_map:
  STEP_TO_A(build_map(machine, frame, std::span<const Value>(&registers[pc->b], size_t{pc->c} * 2), result));
op_list_append:
  SAVE();
  heap.append(as<ListObject>(A), B);
  NEXT();
op_set_add:
  if (B.is_small_int() && (as<SetObject>(A)->extra & SetObject::kHasScriptElements) == 0) {
    SAVE();
    Set::add(heap, as<SetObject>(A), B);
    NEXT();
  }
  STEP(add_to_set(machine, frame, as<SetObject>(A), B));
op_map_add:
  if ((B.is_small_int() || is_exact_text(B)) &&
      (as<DictObject>(A)->extra & DictObject::kHasScriptKeys) == 0) {
    SAVE();
    Dict::set(heap, as<DictObject>(A), B, C);
    NEXT();
  }
  STEP(add_to_map(machine, frame, as<DictObject>(A), B, C));
op_format_value:
  // What build_string can write by itself needs no string of its own.
  if ((pc->x & 0xc) == 8 && !B.is_object() && build_string_writes(B)) {
    A = B;
    NEXT();
  }
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  STEP_TO_A(format_value(machine, frame, pc->x & 3, B, (pc->x & 4) != 0 ? C : Value::empty(), result));
op_build_string:
  SAVE();
  A = build_string(heap, std::span<const Value>(&registers[pc->b], pc->c));
  NEXT();
op_unpack: {
  const Value value = B;
  if (is_kind(value, Kind::tuple) && value.as_object()->size == pc->c && !overrides(value, Special::iter)) {
    auto* tuple = as<TupleObject>(value);
    const uint32_t count = pc->c;
    for (uint32_t i = 0; i < count; i++) registers[pc->a + i] = tuple->items[i];
    NEXT();
  }
  VISIBLE(is_shared_container(value), OperationKind::read_item, value.as_object(), 0);
  STEP(unpack(machine, frame, value, pc->a, pc->c));
}

op_make_function:
  SAVE();
  A = Value::object(build_function(machine, frame, pc->b, pc->x, &registers[pc->c]));
  NEXT();

op_raise:
  SAVE();
  switch (pc->x) {
    case 0:
      step = raise_again(machine);
      keep_traceback = true;
      break;
    case 1:
      step = raise_value(machine, frame, A, Value::empty(), false);
      break;
    default:
      step = raise_value(machine, frame, A, B, true);
      break;
  }
  goto after_step;
op_reraise:
  SAVE();
  thread.exception = A;
  keep_traceback = true;
  goto raise;
op_push_handled: {
  const Value now = B;
  A = frame->handled;
  frame->handled = now;
  NEXT();
}
op_pop_handled:
  frame->handled = A;
  NEXT();
op_match_exception: {
  SAVE();
  const int found = matches(machine, B, C);
  if (found < 0) goto raise;
  A = Value::boolean(found != 0);
  NEXT();
}

op_get_enter:
  STEP(get_enter(machine, frame, B, pc->x != 0, &A));

// The others have no common case that were worth its room here, where an optimising compiler reads all of it.
op_delete_global:
  VISIBLE(true, OperationKind::write_global, frame->globals,
          detail_of(frame->code->site_names[pc->a]));
  goto rare;
op_delete_cell:
  VISIBLE(true, OperationKind::write_cell, A.as_object(), 0);
  goto rare;
op_delete_free:
  VISIBLE(true, OperationKind::write_cell, frame->function->closure->items[pc->a].as_object(), 0);
  goto rare;
op_delete_attr:
  VISIBLE(A.is_object(), OperationKind::write_attribute, A.as_object(),
          detail_of(frame->code->site_names[pc->b]));
  goto rare;
op_delete_item:
  VISIBLE(is_shared_container(A), OperationKind::write_item, A.as_object(), detail_of(B));
  goto rare;
op_call_spread:
  VISIBLE_CALL(A, as<TupleObject>(registers[pc->a + 2])->all());
  goto rare;
op_list_extend:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_set_update:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_dict_update:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_dict_merge:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_unpack_star:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_get_len:
  VISIBLE(is_shared_container(B), OperationKind::read_item, B.as_object(), 0);
  goto rare;
op_load_name:
op_store_name:
op_delete_name:
op_load_class_free:
op_load_locals:
op_get_yield_from:
op_get_awaitable:
op_get_aiter:
op_get_anext:
op_build_set:
op_list_to_tuple:
op_load_build_class:
op_match_group:
op_prepare_reraise_star:
op_load_assertion_error:
op_with_exception:
op_import_name:
op_import_from:
op_import_star:
op_match_sequence:
op_match_mapping:
op_match_keys:
op_match_class:
op_map_rest:
op_setup_annotations:
rare:
  STEP(rare_instruction(machine, frame));
}

template std::optional<Pause> dispatch<MachineMode::free>(Machine&, ThreadObject&);
template std::optional<Pause> dispatch<MachineMode::controlled>(Machine&, ThreadObject&);

}  // namespace lockstep
