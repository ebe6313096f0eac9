#pragma once

#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/frames.h"
#include "vm/objects/callable.h"
#include "vm/objects/generator.h"

// The common calls, inlined into the dispatch loop.
namespace lockstep {

// Whether a call with `count` positional arguments needs nothing but a frame with these, and the defaults of
// those missing, in its first registers.
[[gnu::always_inline]] inline bool is_simple_call(Machine& machine, const ThreadObject& thread,
                                                  const FunctionObject* function, size_t count) {
  const LoadedCode* code = function->code;
  if (!code->is_simple || thread.depth >= machine.state().recursion_limit) return false;
  if (code->parameter_count == count) return true;
  return count < code->parameter_count && function->defaults != nullptr &&
         code->parameter_count - count <= function->defaults->size;
}

// The frame of a simple call, made the innermost; its first `count` registers are for the caller to fill.
[[gnu::always_inline]] inline Frame* push_simple_frame(Machine& machine, ThreadObject& thread, FunctionObject* function,
                                size_t count, After after, uint16_t result) {
  const LoadedCode* code = function->code;
  const size_t registers = code->register_count;
  auto* frame = reinterpret_cast<Frame*>(
      stack_allocate(machine.heap(), thread, sizeof(Frame) + registers * sizeof(Value)));
  Value* target = frame->registers();
  for (size_t i = code->parameter_count; i < registers; i++) target[i] = Value::empty();
  if (count < code->parameter_count) {
    const Value* defaults = function->defaults->items + function->defaults->size;
    for (size_t i = count; i < code->parameter_count; i++) {
      target[i] = defaults[static_cast<ptrdiff_t>(i) - code->parameter_count];
    }
  }
  begin_frame(frame, thread, code, function->state, function->globals);
  frame->function = function;
  frame->after = after;
  frame->result = result;
  return frame;
}

// A simple call. Null: it is none, the general way has to be taken.
[[gnu::always_inline]] inline Frame* push_simple(Machine& machine, ThreadObject& thread, FunctionObject* function,
                          const Value* arguments, size_t count, After after, uint16_t result) {
  if (!is_simple_call(machine, thread, function, count)) return nullptr;
  Frame* frame = push_simple_frame(machine, thread, function, count, after, result);
  Value* target = frame->registers();
  for (size_t i = 0; i < count; i++) target[i] = arguments[i];
  return frame;
}

// The same with one argument more in front.
inline Frame* push_simple(Machine& machine, ThreadObject& thread, FunctionObject* function,
                          Value first, std::span<const Value> arguments, After after,
                          uint16_t result) {
  const size_t count = arguments.size() + 1;
  if (!is_simple_call(machine, thread, function, count)) return nullptr;
  Frame* frame = push_simple_frame(machine, thread, function, count, after, result);
  Value* target = frame->registers();
  target[0] = first;
  for (size_t i = 1; i < count; i++) target[i] = arguments[i - 1];
  return frame;
}

// A native that takes exactly these arguments, where they stand.
[[gnu::always_inline]] inline bool is_plain_native(Value callable, std::span<const Value> arguments) {
  if (!is_kind(callable, Kind::native)) return false;
  auto* native = as<NativeObject>(callable);
  return native->plain_count == arguments.size() && native->self.is_empty() &&
         (native->owner == nullptr || class_of(arguments[0]) == native->owner);
}
inline Step invoke_plain(Machine& machine, Destination to, NativeObject* native,
                         std::span<const Value> arguments, Value& out) {
  Frame* frame = to.frame;
  if (frame->phase == 0 && !frame->reentered) machine.thread().task.wait = WaitState();
  // The function may not write to its arguments, so they can stay where they are.
  Call call{const_cast<Value*>(arguments.data()), static_cast<uint32_t>(arguments.size()), to.result,
            frame, Value::empty()};
  const Step step = native->row->function(machine, call);
  out = call.result;
  if (step == Step::parked) frame->reentered = true;
  return step;
}

// Whether an object of a kind other than `instance` has its attributes in a dict.
inline bool has_own_dict(Object* object) {
  if ((object->flags & Object::kHasAttributes) == 0 && object->kind != Kind::exception) return false;
  return attributes_of(object)->in_dict();
}

// What a site remembers of a method, for the ways other than Way::method and Way::module_value: `self` is what goes first
// in the call, or empty.
inline bool cached_method(const InlineCache& cache, Object* target, Value& self) {
  switch (cache.way) {
    case InlineCache::Way::class_value:
    case InlineCache::Way::class_method:
      if (cache.version != target->cls->version ||
          static_cast<InstanceObject*>(target)->attributes.in_dict()) {
        return false;
      }
      self = cache.way == InlineCache::Way::class_value ? Value::empty()
                                                        : Value::object(target->cls);
      return true;
    case InlineCache::Way::type_value:
    case InlineCache::Way::type_method:
      if (target->kind != Kind::class_ ||
          static_cast<ClassObject*>(target)->version != cache.version) {
        return false;
      }
      self = cache.way == InlineCache::Way::type_value ? Value::empty() : Value::object(target);
      return true;
    case InlineCache::Way::super_method: {
      if (target->cls != builtin_class(BuiltinClass::super_)) return false;
      auto* super = static_cast<SuperObject*>(target);
      if (super->start == nullptr || super->start->version != cache.version ||
          super->after->version != cache.index || super->self == Value::object(super->start)) {
        return false;
      }
      self = super->self;
      return true;
    }
    default:
      return false;
  }
}

// The conversions that loops are full of, between the commonest values: str(5), int(2.5), float(1) and so on.
// False: nothing was done, the class has to be called.
bool convert_simply(Heap& heap, const ClassObject* cls, Value value, Value& out);

// Makes a suspended generator's frame the innermost, with None as the value of its yield. False: the general way has
// to be taken.
[[gnu::always_inline]] inline bool resume_simple(Machine& machine, ThreadObject& thread, GeneratorObject* generator,
                          uint16_t result) {
  if (generator->stage != GeneratorObject::Stage::suspended ||
      thread.depth >= machine.state().recursion_limit) {
    return false;
  }
  Frame& frame = generator->frame;
  frame.registers()[frame.pc->a] = Value::none();
  frame.pc++;
  frame.caller = thread.frame;
  frame.after = After::loop;
  frame.result = result;
  frame.catches_stop = false;
  generator->stage = GeneratorObject::Stage::running;
  thread.frame = &frame;
  thread.depth++;
  return true;
}

}  // namespace lockstep
