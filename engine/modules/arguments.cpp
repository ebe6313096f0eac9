#include "modules/arguments.h"

#include <algorithm>

#include "text/integer_text.h"
#include "text/string_ops.h"

namespace lockstep {

bool int_argument(Machine& machine, Value value, int64_t& number) {
  return value.is_empty() || machine.to_index(value, number);
}

bool position_argument(Machine& machine, Value value, int64_t& number) {
  if (value.is_empty() || value.is_none()) return true;
  if (is_int_value(value)) {
    number = clamped_int(value);
    return true;
  }
  machine.raise(BuiltinClass::type_error,
                "slice indices must be integers or None or have an __index__ method");
  return false;
}

Step finish_work(Machine& machine, Call& call, Work work, Value out, std::string_view prelude,
                 std::initializer_list<Value> arguments) {
  switch (work) {
    case Work::done:
      return call.done(out);
    case Work::raised:
      return Step::raised;
    case Work::script:
      return machine.tail_call(call, machine.prelude(prelude), arguments);
    case Work::unknown:
      break;
  }
  return call.done(Value::not_implemented());
}

Step finish_text(Machine& machine, Call& call, const TextResult<std::string>& text) {
  if (!text) return machine.raise(text.error());
  return call.done(machine.heap().make_str(*text));
}

bool computes_with(Value self, Value other) {
  const Number number(self);
  if (number.is_integer()) return Number(other).is_integer();
  if (number.is_real()) return Number(other).is_integer() || Number(other).is_real();
  return true;
}

bool compares_with(Value self, Value other) {
  const Number number(self);
  if (!number.is_none())
    return number.is_complex() ? !Number(other).is_none() : computes_with(self, other);
  if (!self.is_object()) return true;
  const Kind kind = self.as_object()->kind;
  switch (kind) {
    case Kind::string:
    case Kind::tuple:
    case Kind::list:
    case Kind::dict:
    case Kind::set:
    case Kind::range:
    case Kind::slice:
      return is_kind(other, kind);
    case Kind::bytes:
    case Kind::bytearray:
      return is_bytes_like(other);
    case Kind::dict_view:
      return is_kind(other, kind) || is_kind(other, Kind::set);
    default:
      return true;
  }
}

Step format_method(Machine& machine, Call& call) {
  const auto* spec = try_as<StrObject>(call[1]);
  if (spec == nullptr) {
    return raise_type_error(machine,
                            "__format__() argument must be str, not " + class_name_of(call[1]));
  }
  // Without a specification it is str(), which may be the script's.
  if (spec->size == 0)
    return machine.tail_call(call, Value::object(builtin_class(BuiltinClass::str)), {call[0]});
  std::string text;
  if (format_by_kind(machine, call[0], spec->view(), text) != Work::done) return Step::raised;
  return call.done(machine.heap().make_str(text));
}

namespace {

template <class T>
Value copied(Machine& machine, Value cls, Value value) {
  const auto* from = as<T>(value);
  const size_t extra = Heap::size_of(from) - sizeof(T);
  T* copy = allocate_for<T>(machine, cls, from->kind, extra);
  // All behind the header: the fields of T, and what follows it.
  std::memcpy(reinterpret_cast<char*>(copy) + sizeof(Object),
              reinterpret_cast<const char*>(from) + sizeof(Object),
              sizeof(T) + extra - sizeof(Object));
  copy->size = from->size;
  copy->extra = from->extra;
  return Value::object(copy);
}

}  // namespace

Value as_instance_of(Machine& machine, Value cls, Value value) {
  auto* type = as<ClassObject>(cls);
  if (type->has(ClassObject::kBuiltin)) return value;
  if (value.is_object() && (value.as_object()->flags & Object::kHasAttributes) != 0) {
    // A copy without the attributes of the other's class first.
    if (auto* tuple = try_as<TupleObject>(value))
      value = Value::object(machine.heap().make_tuple(tuple->all()));
    if (auto* string = try_as<StrObject>(value)) value = machine.heap().make_str(string->view());
    if (auto* bytes = try_as<BytesObject>(value)) value = machine.heap().make_bytes(bytes->view());
  }
  switch (type->object_kind) {
    case Kind::integer: {
      // Of a class derived from int, even small ones are objects.
      SmallInteger room(0);
      const IntegerView view = int_view_of(value, room);
      const size_t bytes = view.limbs.size_bytes();
      auto* number = allocate_for<IntObject>(
          machine, cls, Kind::integer,
          bytes > sizeof(IntObject::limbs) ? bytes - sizeof(IntObject::limbs) : 0);
      number->extra = view.negative ? 1 : 0;
      number->size = static_cast<uint32_t>(view.limbs.size());
      std::copy(view.limbs.begin(), view.limbs.end(), number->limbs);
      return Value::object(number);
    }
    case Kind::real: {
      auto* number = allocate_for<FloatObject>(machine, cls, Kind::real);
      number->number = float_of(value);
      return Value::object(number);
    }
    case Kind::complex_number: {
      auto* number = allocate_for<ComplexObject>(machine, cls, Kind::complex_number);
      number->real = as<ComplexObject>(value)->real;
      number->imaginary = as<ComplexObject>(value)->imaginary;
      return Value::object(number);
    }
    case Kind::string:
      return copied<StrObject>(machine, cls, value);
    case Kind::bytes:
      return copied<BytesObject>(machine, cls, value);
    case Kind::tuple:
      return copied<TupleObject>(machine, cls, value);
    case Kind::set:
      return copied<SetObject>(machine, cls, value);
    default:
      return value;
  }
}

namespace {

// Whether what the object consists of can be hashed without script code, whatever its own class
// overrides.
bool has_plain_parts(Value value) {
  if (auto* tuple = try_as<TupleObject>(value)) {
    for (const Value item : tuple->all()) {
      if (!is_plain_key(item)) return false;
    }
  }
  const auto* set = try_as<SetObject>(value);
  return set == nullptr || (set->extra & SetObject::kHasScriptElements) == 0;
}

}  // namespace

Step length_method(Machine& machine, Call& call) {
  int64_t length = 0;
  if (length_builtin(machine, call[0], length) != Work::done) return Step::raised;
  return call.done(machine.heap().make_int(length));
}

Step get_item_method(Machine& machine, Call& call) {
  Value out;
  const Work work = get_item_builtin(machine, call[0], call[1], out);
  if (work == Work::raised && is_kind(call[0], Kind::dict) &&
      overrides(call[0], Special::missing) &&
      class_of(machine.thread().exception) == builtin_class(BuiltinClass::key_error)) {
    machine.thread().exception = Value::empty();
    return machine.tail_call(call, machine.prelude("call_missing"), {call[0], call[1]});
  }
  return finish_work(machine, call, work, out, "dict_get_item", {call[0], call[1]});
}

Step set_item_method(Machine& machine, Call& call) {
  return finish_work(machine, call, set_item_builtin(machine, call[0], call[1], call[2]),
                     Value::none(), is_kind(call[0], Kind::dict) ? "dict_set_item" : "set_slice",
                     {call[0], call[1], call[2]});
}

Step delete_item_method(Machine& machine, Call& call) {
  return finish_work(machine, call, delete_item_builtin(machine, call[0], call[1]), Value::none(),
                     "dict_delete_item", {call[0], call[1]});
}

Step contains_method(Machine& machine, Call& call) {
  bool found = false;
  const Work work = contains_builtin(machine, call[0], call[1], found);
  return finish_work(machine, call, work, Value::boolean(found), "contains_in", {call[0], call[1]});
}

Step iterate_method(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, make_iterator(machine, call[0], out), out, "", {});
}

void require_product(Machine& machine, int64_t count, int64_t size) {
  if (count <= 0 || size <= 0) return;
  if (count > INT64_MAX / size) throw OutOfMemory();
  machine.heap().require(static_cast<size_t>(count * size));
}

void require_replaced(Machine& machine, std::string_view text, std::string_view old_part,
                      std::string_view new_part, int64_t limit) {
  if (new_part.size() <= old_part.size() || limit == 0) return;
  int64_t found = old_part.empty() ? static_cast<int64_t>(text.size()) : string_count(text, old_part);
  if (limit > 0) found = std::min(found, limit);
  require_product(machine, found, static_cast<int64_t>(new_part.size()));
}

// The texts of builtin objects; what they hold may still need a script's __repr__.
Step repr_method(Machine& machine, Call& call) {
  std::string text;
  if (machine.repr_by_kind(call[0], text)) return call.done(machine.heap().make_str(text));
  if (is_int_value(call[0])) {
    SmallInteger room(0);
    return finish_text(machine, call, integer_to_text(int_view_of(call[0], room), 10, BasePrefix::none,
                                                      machine.state().digit_limit, stopping(machine)));
  }
  return machine.tail_call(call, machine.prelude("repr_container"), {call[0]});
}

Step hash_method(Machine& machine, Call& call) {
  if (!has_plain_parts(call[0]))
    return machine.tail_call(call, machine.prelude("hash_parts"), {call[0]});
  Value culprit;
  if (auto* tuple = try_as<TupleObject>(call[0])) {
    for (const Value item : tuple->all()) {
      if (!is_hashable(item, &culprit)) return raise_unhashable(machine, culprit);
    }
  }
  number_for_hashing(machine.heap(), call[0]);
  return call.done(machine.heap().make_int(static_cast<int64_t>(hash_of(call[0]))));
}

bool is_callable(Value value) {
  if (overrides(value, Special::call)) return true;
  if (!value.is_object()) return false;
  switch (value.as_object()->kind) {
    case Kind::class_:
    case Kind::function:
    case Kind::native:
    case Kind::bound_method:
    case Kind::static_method:
      return true;
    default:
      return false;
  }
}

std::span<const Value> items_of(Value sequence) {
  if (is_kind(sequence, Kind::list)) return as<ListObject>(sequence)->all();
  return as<TupleObject>(sequence)->all();
}

Step alias_of_class(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("generic_alias"), {call[0], call[1]});
}

}  // namespace lockstep
