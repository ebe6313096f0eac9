#include "vm/operators.h"

#include <string>

#include "base/check.h"
#include "vm/attributes.h"
#include "vm/fast_calls.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

// Calls a special method of `object`, its answer to come in `phase`.
Step call_special(Machine& machine, Frame* frame, uint8_t phase, Value object, StrObject* special,
                  std::span<const Value> others) {
  ENSURE(others.size() <= 2);
  if (auto* method = try_as<FunctionObject>(machine.find_in_class(class_of(object), special))) {
    const Value arguments[] = {object, others.empty() ? Value::empty() : others[0],
                               others.size() < 2 ? Value::empty() : others[1]};
    if (push_simple(machine, machine.thread(), method, arguments, others.size() + 1, After::answer,
                    0) != nullptr) {
      frame->phase = phase;
      frame->answer = Value::empty();
      return Step::called;
    }
  }
  Value self;
  const Value function = special_method(machine, object, special, self);
  ENSURE(!function.is_empty());
  Value arguments[3];
  size_t count = 0;
  if (!self.is_empty()) arguments[count++] = self;
  for (Value other : others) arguments[count++] = other;
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, phase, function, std::span<const Value>(arguments, count));
}

Step call_prelude(Machine& machine, Frame* frame, uint8_t phase, std::string_view function,
                  std::initializer_list<Value> arguments) {
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, phase, machine.prelude(function), arguments);
}

// If the answer of an earlier phase is there, takes it and ends the phase.
bool take_answer(Frame* frame, uint8_t phase, Value& answer) {
  if (frame->phase != phase) return false;
  answer = frame->answer;
  frame->phase = 0;
  frame->answer = Value::empty();
  return true;
}

StrObject* in_place_name(BinaryOperator op) {
  return name(special_at(Special::in_place_add, static_cast<int>(op)));
}

bool defines(Value value, Special special) { return overrides(value, special); }

// Of a builtin class itself, so that its operators are known.
bool is_plain_number(Value value) {
  if (!value.is_object()) return value.is_small_int() || value.is_flonum() || value.is_bool();
  const ClassObject* cls = value.as_object()->cls;
  return cls == builtin_class(BuiltinClass::int_) || cls == builtin_class(BuiltinClass::float_);
}

}  // namespace

Step binary(Machine& machine, Frame* frame, BinaryOperator op, bool in_place, Value a, Value b,
            Value& out) {
  // The candidates, in the order they are asked. Each has a phase of its own.
  enum Candidate : uint8_t { kInPlace, kReflectedFirst, kDirect, kBuiltin, kReflected, kEnd };
  const bool is_answered = frame->phase >= kOperatorPhase && frame->phase < kOperatorPhase + kEnd;
  if (is_answered && !frame->answer.is_not_implemented()) {
    take_answer(frame, frame->phase, out);
    return Step::done;
  }
  if (is_plain_number(a) && is_plain_number(b)) {
    switch (number_binary(machine, op, a, b, out)) {
      case Work::done: return Step::done;
      case Work::raised: return Step::raised;
      default: return raise_unsupported(machine, op, in_place, a, b);
    }
  }
  const int offset = static_cast<int>(op);
  const Special direct = special_at(Special::add, offset);
  const Special reflected = special_at(Special::reflected_add, offset);
  const Special in_place_special = special_at(Special::in_place_add, offset);
  const bool asks_in_place = in_place && defines(a, in_place_special);
  const bool asks_direct = defines(a, direct);
  const bool asks_reflected = defines(b, reflected) && class_of(a) != class_of(b);
  const bool reflected_first =
      asks_reflected && is_subclass(class_of(b), class_of(a)) &&
      machine.find_in_class(class_of(b), name(reflected)) !=
          machine.find_in_class(class_of(a), name(reflected));
  uint8_t candidate = kInPlace;
  if (is_answered) {
    candidate = static_cast<uint8_t>(frame->phase - kOperatorPhase + 1);
    Value declined;
    take_answer(frame, frame->phase, declined);
  }
  for (; candidate < kEnd; candidate++) {
    const auto phase = static_cast<uint8_t>(kOperatorPhase + candidate);
    switch (candidate) {
      case kInPlace:
        if (asks_in_place) {
          return call_special(machine, frame, phase, a, in_place_name(op), std::span(&b, 1));
        }
        break;
      case kReflectedFirst:
        if (reflected_first) {
          return call_special(machine, frame, phase, b, name(reflected), std::span(&a, 1));
        }
        break;
      case kDirect:
        if (asks_direct) {
          return call_special(machine, frame, phase, a, name(direct), std::span(&b, 1));
        }
        break;
      case kBuiltin:
        if (!asks_direct) {
          const Work work = binary_builtin(machine, op, in_place, a, b, out);
          if (work == Work::done) return Step::done;
          if (work == Work::raised) return Step::raised;
          if (work == Work::script) {
            return call_prelude(machine, frame, phase, "binary",
                                {Value::small_int(offset + (in_place ? 16 : 0)), a, b});
          }
        }
        break;
      case kReflected:
        if (asks_reflected && !reflected_first) {
          return call_special(machine, frame, phase, b, name(reflected), std::span(&a, 1));
        }
        if (asks_direct && !asks_reflected && class_of(a) != class_of(b) && !Number(a).is_none() &&
            !Number(b).is_none()) {
          // The script's method would not, but the numbers' own may.
          const Work work = binary_builtin(machine, op, false, a, b, out);
          if (work == Work::done) return Step::done;
          if (work == Work::raised) return Step::raised;
        }
        break;
    }
  }
  return raise_unsupported(machine, op, in_place, a, b);
}

Step unary(Machine& machine, Frame* frame, UnaryOperator op, Value a, Value& out) {
  if (take_answer(frame, kOperatorPhase, out)) return Step::done;
  const Special special = special_at(Special::negative, static_cast<int>(op));
  if (defines(a, special)) {
    return call_special(machine, frame, kOperatorPhase, a, name(special), {});
  }
  switch (unary_builtin(machine, op, a, out)) {
    case Work::done: return Step::done;
    case Work::raised: return Step::raised;
    default: return raise_unsupported(machine, op, a);
  }
}

Step compare(Machine& machine, Frame* frame, CompareOperator op, Value a, Value b, Value& out) {
  if (op == CompareOperator::is || op == CompareOperator::is_not) {
    out = Value::boolean((a == b) == (op == CompareOperator::is));
    return Step::done;
  }
  if (op == CompareOperator::in || op == CompareOperator::not_in) {
    const Step step = contains(machine, frame, b, a, out);
    if (step == Step::done && op == CompareOperator::not_in) out = Value::boolean(out.is_false());
    return step;
  }
  enum Candidate : uint8_t { kReflectedFirst, kDirect, kBuiltin, kReflected, kEnd };
  const bool is_answered = frame->phase >= kOperatorPhase && frame->phase < kOperatorPhase + kEnd;
  if (is_answered && op != CompareOperator::not_equal && !frame->answer.is_not_implemented()) {
    take_answer(frame, frame->phase, out);
    return Step::done;
  }
  static constexpr Special kReflection[] = {Special::greater, Special::greater_equal,
                                            Special::equal,   Special::not_equal,
                                            Special::less,    Special::less_equal};
  const Special direct = special_at(Special::less, static_cast<int>(op));
  const Special reflected = kReflection[static_cast<int>(op)];
  const bool is_not_equal = op == CompareOperator::not_equal;
  // object.__ne__ is the opposite of the class's __eq__; a builtin class's own __ne__ is not.
  auto asks = [&](Value value, Special special) {
    if (defines(value, special)) return true;
    return special == Special::not_equal && defines(value, Special::equal) &&
           machine.find_in_class(class_of(value), name(special)) ==
               machine.find_in_class(builtin_class(BuiltinClass::object), name(special));
  };
  auto method = [&](Value value, Special special, bool& inverted) {
    inverted = special == Special::not_equal && !defines(value, Special::not_equal);
    return name(inverted ? Special::equal : special);
  };
  const bool asks_direct = asks(a, direct);
  const bool asks_reflected = asks(b, reflected);
  const bool reflected_first = asks_reflected && class_of(a) != class_of(b) &&
                               is_subclass(class_of(b), class_of(a));
  uint8_t candidate = kReflectedFirst;
  if (is_answered) {
    candidate = static_cast<uint8_t>(frame->phase - kOperatorPhase);
    Value answer;
    take_answer(frame, frame->phase, answer);
    if (!answer.is_not_implemented()) {
      bool inverted = false;
      if (candidate == kDirect) method(a, direct, inverted);
      if (candidate == kReflectedFirst || candidate == kReflected) method(b, reflected, inverted);
      if (inverted) {
        const int plain = Machine::plain_truth(answer);
        out = Value::boolean(plain == 0);
        return Step::done;
      }
      out = answer;
      return Step::done;
    }
    candidate++;
  }
  for (; candidate < kEnd; candidate++) {
    const auto phase = static_cast<uint8_t>(kOperatorPhase + candidate);
    bool inverted = false;
    switch (candidate) {
      case kReflectedFirst:
        if (reflected_first) {
          return call_special(machine, frame, phase, b, method(b, reflected, inverted),
                              std::span(&a, 1));
        }
        break;
      case kDirect:
        if (asks_direct) {
          return call_special(machine, frame, phase, a, method(a, direct, inverted),
                              std::span(&b, 1));
        }
        break;
      case kBuiltin:
        if (!asks_direct) {
          const Work work = compare_builtin(machine, op, a, b, out);
          if (work == Work::done) return Step::done;
          if (work == Work::raised) return Step::raised;
          if (work == Work::script) {
            static constexpr std::string_view kNames[] = {"<", "<=", "==", "!=", ">", ">="};
            return call_prelude(machine, frame, phase, "compare_lists",
                                {a, b, machine.intern(kNames[static_cast<int>(op)])});
          }
        }
        break;
      case kReflected:
        if (asks_reflected && !reflected_first) {
          return call_special(machine, frame, phase, b, method(b, reflected, inverted),
                              std::span(&a, 1));
        }
        if (asks_direct && !asks_reflected) {
          // The script's method would not: the builtin one of the other side may.
          const auto turned = static_cast<CompareOperator>(static_cast<int>(reflected) -
                                                           static_cast<int>(Special::less));
          const Work work = compare_builtin(machine, turned, b, a, out);
          if (work == Work::done) return Step::done;
          if (work == Work::raised) return Step::raised;
        }
        break;
    }
  }
  if (op == CompareOperator::equal || is_not_equal) {
    out = Value::boolean((a == b) != is_not_equal);
    return Step::done;
  }
  return raise_unordered(machine, op, a, b);
}

Step compare_truth(Machine& machine, Frame* frame, CompareOperator op, Value a, Value b, bool& out) {
  if (frame->phase >= kTruthPhase) return truth(machine, frame, frame->scratch[0], out);
  Value result;
  const Step step = compare(machine, frame, op, a, b, result);
  if (step != Step::done) return step;
  const int plain = Machine::plain_truth(result);
  if (plain >= 0) {
    out = plain != 0;
    return Step::done;
  }
  frame->scratch[0] = result;
  return truth(machine, frame, result, out);
}

Step truth(Machine& machine, Frame* frame, Value value, bool& out) {
  Value answer;
  if (take_answer(frame, kTruthPhase, answer)) {
    if (!answer.is_bool()) {
      return machine.raise_format(BuiltinClass::type_error, "__bool__ should return bool, returned {}",
                                  Machine::class_name(answer));
    }
    out = answer.is_true();
    return Step::done;
  }
  if (take_answer(frame, kTruthPhase + 1, answer)) {
    int64_t number = 0;
    if (!machine.to_index(answer, number)) return Step::raised;
    if (number < 0) return machine.raise(BuiltinClass::value_error, "__len__() should return >= 0");
    out = number != 0;
    return Step::done;
  }
  const int plain = Machine::plain_truth(value);
  if (plain >= 0) {
    out = plain != 0;
    return Step::done;
  }
  if (defines(value, Special::bool_)) {
    return call_special(machine, frame, kTruthPhase, value, name(Special::bool_), {});
  }
  return call_special(machine, frame, kTruthPhase + 1, value, name(Special::len), {});
}

Step get_item(Machine& machine, Frame* frame, Value container, Value key, Value& out) {
  if (take_answer(frame, kOperatorPhase, out)) return Step::done;
  if (defines(container, Special::get_item)) {
    return call_special(machine, frame, kOperatorPhase, container, name(Special::get_item),
                        std::span(&key, 1));
  }
  if (auto* cls = try_as<ClassObject>(container)) {
    const Value hook = Machine::lookup(cls, name(Special::class_getitem));
    if (!hook.is_empty()) {
      Value method;
      const Step step = bind_descriptor(machine, {frame, 0}, hook, Value::empty(), cls, method);
      if (step != Step::done) return step;
      Call call{nullptr, 0, 0, frame, Value::empty()};
      return machine.call(call, kOperatorPhase, method, {key});
    }
    return raise_not_subscriptable(machine, container);
  }
  switch (get_item_builtin(machine, container, key, out)) {
    case Work::done: return Step::done;
    case Work::raised:
      // A dict's subclass may have an answer for keys that are missing.
      if (is_kind(container, Kind::dict) && defines(container, Special::missing) &&
          class_of(machine.thread().exception) == builtin_class(BuiltinClass::key_error)) {
        machine.thread().exception = Value::empty();
        return call_special(machine, frame, kOperatorPhase, container, name(Special::missing),
                            std::span(&key, 1));
      }
      return Step::raised;
    case Work::script:
      return call_prelude(machine, frame, kOperatorPhase, "dict_get_item", {container, key});
    case Work::unknown: return raise_not_subscriptable(machine, container);
  }
  return Step::raised;
}

Step set_item(Machine& machine, Frame* frame, Value container, Value key, Value value) {
  Value ignored;
  if (take_answer(frame, kOperatorPhase, ignored)) return Step::done;
  if (defines(container, Special::set_item)) {
    const Value others[] = {key, value};
    return call_special(machine, frame, kOperatorPhase, container, name(Special::set_item), others);
  }
  switch (set_item_builtin(machine, container, key, value)) {
    case Work::done: return Step::done;
    case Work::raised: return Step::raised;
    case Work::script:
      return call_prelude(machine, frame, kOperatorPhase,
                          is_kind(container, Kind::dict) ? "dict_set_item" : "set_slice",
                          {container, key, value});
    case Work::unknown: return raise_no_item_assignment(machine, container);
  }
  return Step::raised;
}

Step delete_item(Machine& machine, Frame* frame, Value container, Value key) {
  Value ignored;
  if (take_answer(frame, kOperatorPhase, ignored)) return Step::done;
  if (defines(container, Special::delete_item)) {
    return call_special(machine, frame, kOperatorPhase, container, name(Special::delete_item),
                        std::span(&key, 1));
  }
  switch (delete_item_builtin(machine, container, key)) {
    case Work::done: return Step::done;
    case Work::raised: return Step::raised;
    case Work::script:
      return call_prelude(machine, frame, kOperatorPhase, "dict_delete_item", {container, key});
    case Work::unknown: return raise_no_item_deletion(machine, container);
  }
  return Step::raised;
}

Step length(Machine& machine, Frame* frame, Value value, Value& out) {
  Value answer;
  if (take_answer(frame, kOperatorPhase, answer)) {
    int64_t number = 0;
    if (!machine.to_index(answer, number)) return Step::raised;
    if (number < 0) return machine.raise(BuiltinClass::value_error, "__len__() should return >= 0");
    out = Value::small_int(number);
    return Step::done;
  }
  if (defines(value, Special::len)) {
    return call_special(machine, frame, kOperatorPhase, value, name(Special::len), {});
  }
  int64_t count = 0;
  switch (length_builtin(machine, value, count)) {
    case Work::done: out = machine.heap().make_int(count); return Step::done;
    case Work::raised: return Step::raised;
    default: return raise_no_length(machine, value);
  }
}

Step contains(Machine& machine, Frame* frame, Value container, Value item, Value& out) {
  Value answer;
  if (take_answer(frame, kOperatorPhase, answer)) {
    const int plain = Machine::plain_truth(answer);
    if (plain >= 0) {
      out = Value::boolean(plain != 0);
      return Step::done;
    }
    frame->scratch[1] = answer;
  }
  if (!frame->scratch[1].is_empty()) {
    bool result = false;
    const Step step = truth(machine, frame, frame->scratch[1], result);
    out = Value::boolean(result);
    return step;
  }
  if (defines(container, Special::contains)) {
    if (machine.find_in_class(class_of(container), name(Special::contains)).is_none()) {
      return machine.raise_format(BuiltinClass::type_error, "'{}' object is not a container",
                                  Machine::class_name(container));
    }
    return call_special(machine, frame, kOperatorPhase, container, name(Special::contains),
                        std::span(&item, 1));
  }
  bool found = false;
  switch (contains_builtin(machine, container, item, found)) {
    case Work::done: out = Value::boolean(found); return Step::done;
    case Work::raised: return Step::raised;
    case Work::script: break;
    case Work::unknown:
      if (defines(container, Special::iter) || defines(container, Special::get_item) ||
          is_kind(container, Kind::generator) || is_kind(container, Kind::lazy) ||
          is_kind(container, Kind::iterator)) {
        break;
      }
      return raise_no_container(machine, container);
  }
  return call_prelude(machine, frame, kOperatorPhase, "contains", {container, item});
}

}  // namespace lockstep
