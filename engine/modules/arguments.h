#pragma once

#include <string>
#include <string_view>

#include "vm/indexing.h"
#include "vm/machine.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/operations.h"

// What native functions do with their arguments again and again. Each returns false with an exception
// raised; the native then returns Step::raised.
namespace lockstep {

// An argument that has to be an int and fits 64 bits; `number` stays as it is when none was given.
bool int_argument(Machine& machine, Value value, int64_t& number);
// The same, but None counts as not given and far too large ones become the largest (slice positions).
bool position_argument(Machine& machine, Value value, int64_t& number);

// What a Work of the operators means for a native: `out` becomes its result. unknown: NotImplemented.
// script: calls the prelude's function.
Step finish_work(Machine& machine, Call& call, Work work, Value out, std::string_view prelude,
                 std::initializer_list<Value> arguments);

// A new object of `cls`, which is the builtin class `T` is of or a class derived from it. `extra`: bytes
// beyond sizeof(T).
template <class T>
T* allocate_for(Machine& machine, Value cls, Kind kind, size_t extra = 0) {
  auto* type = as<ClassObject>(cls);
  if (type->has(ClassObject::kBuiltin) && !type->has(ClassObject::kHasDict)) return machine.heap().allocate<T>(type, kind, extra);
  // Attributes stand at the end, on a boundary of 8 bytes.
  extra = ((sizeof(T) + extra + 7) & ~size_t{7}) - sizeof(T) + sizeof(Attributes);
  auto* object = machine.heap().allocate<T>(type, kind, extra);
  object->flags |= Object::kHasAttributes;
  new (reinterpret_cast<char*>(object) + sizeof(T) + extra - sizeof(Attributes)) Attributes();
  return object;
}

// The value as an object of `cls`: itself where cls is the builtin class, else a copy of it that belongs to
// the script's class. For immutable kinds: int, float, complex, str, bytes, tuple, frozenset.
Value as_instance_of(Machine& machine, Value cls, Value value);

inline Step raise_type_error(Machine& machine, std::string_view message) {
  return machine.raise(BuiltinClass::type_error, message);
}
inline Step raise_value_error(Machine& machine, std::string_view message) {
  return machine.raise(BuiltinClass::value_error, message);
}
inline std::string class_name_of(Value value) { return std::string(Machine::class_name(value)); }

inline Value string_value(Machine& machine, std::string_view text) { return machine.heap().make_str(text); }

// What a list or tuple holds; until it grows or script code runs.
std::span<const Value> items_of(Value sequence);

// __class_getitem__ of a builtin class: list[int].
Step alias_of_class(Machine& machine, Call& call);

// Before a text is built: OutOfMemory where the run has no room for `count` times `size` bytes; for what
// str.replace would give.
void require_product(Machine& machine, int64_t count, int64_t size);
void require_replaced(Machine& machine, std::string_view text, std::string_view old_part,
                      std::string_view new_part, int64_t limit);

// A text rule's result as the native's.
Step finish_text(Machine& machine, Call& call, const TextResult<std::string>& text);

// Whether the comparison methods of `self`'s builtin class know values like `other`; else they answer
// NotImplemented: int.__eq__(1, 1.0), str.__lt__("a", 1).
bool compares_with(Value self, Value other);
// The same for arithmetic: int.__add__(1, 1.0) leaves it to float.
bool computes_with(Value self, Value other);

// __format__ of the builtin classes that have one of their own.
Step format_method(Machine& machine, Call& call);

// A special method of two operands on builtin kinds: self op other.
template <BinaryOperator op, bool is_in_place = false>
Step binary_method(Machine& machine, Call& call) {
  if (!computes_with(call[0], call[1])) return call.done(Value::not_implemented());
  Value out;
  const Work work = binary_builtin(machine, op, is_in_place, call[0], call[1], out);
  return finish_work(machine, call, work, out, "binary",
                     {Value::small_int(static_cast<int>(op) + (is_in_place ? 16 : 0)), call[0], call[1]});
}
// other op self.
template <BinaryOperator op>
Step reflected_method(Machine& machine, Call& call) {
  if (!computes_with(call[0], call[1])) return call.done(Value::not_implemented());
  Value out;
  const Work work = binary_builtin(machine, op, false, call[1], call[0], out);
  return finish_work(machine, call, work, out, "binary",
                     {Value::small_int(static_cast<int>(op)), call[1], call[0]});
}
template <CompareOperator op>
Step compare_method(Machine& machine, Call& call) {
  if (!compares_with(call[0], call[1])) return call.done(Value::not_implemented());
  Value out;
  const Work work = compare_builtin(machine, op, call[0], call[1], out);
  static constexpr const char* kNames[] = {"<", "<=", "==", "!=", ">", ">="};
  return finish_work(machine, call, work, out, "compare_lists",
                     {call[0], call[1], string_value(machine, kNames[static_cast<int>(op)])});
}
template <UnaryOperator op>
Step unary_method(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, unary_builtin(machine, op, call[0], out), out, "", {});
}

Step length_method(Machine& machine, Call& call);
Step get_item_method(Machine& machine, Call& call);
Step set_item_method(Machine& machine, Call& call);
Step delete_item_method(Machine& machine, Call& call);
Step contains_method(Machine& machine, Call& call);
Step iterate_method(Machine& machine, Call& call);
Step repr_method(Machine& machine, Call& call);
Step hash_method(Machine& machine, Call& call);

#define LOCKSTEP_BINARY_METHOD(name, op)                                                    \
  {"__" name "__", "(self, value, /)", "", binary_method<BinaryOperator::op>},              \
  {"__r" name "__", "(self, value, /)", "", reflected_method<BinaryOperator::op>}

#define LOCKSTEP_COMPARE_METHODS                                                            \
  {"__lt__", "(self, value, /)", "", compare_method<CompareOperator::less>},                \
  {"__le__", "(self, value, /)", "", compare_method<CompareOperator::less_equal>},          \
  {"__eq__", "(self, value, /)", "", compare_method<CompareOperator::equal>},               \
  {"__ne__", "(self, value, /)", "", compare_method<CompareOperator::not_equal>},           \
  {"__gt__", "(self, value, /)", "", compare_method<CompareOperator::greater>},             \
  {"__ge__", "(self, value, /)", "", compare_method<CompareOperator::greater_equal>}

// What callable() says.
bool is_callable(Value value);

}  // namespace lockstep
