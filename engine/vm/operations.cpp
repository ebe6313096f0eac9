#include "vm/operations.h"

#include <algorithm>

#include "vm/equality.h"
#include "vm/fast_paths.h"
#include "vm/indexing.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/objects/module.h"
#include "vm/ordering.h"
#include "vm/percent_operation.h"
#include "vm/set_operations.h"

// Operators by the kinds of their operands.
namespace lockstep {

namespace {

// The most bytes or items a repetition may have before it is a MemoryError without trying.
constexpr int64_t kMaximumRepetition = int64_t{1} << 31;

constexpr std::string_view kBinarySymbols[] = {"+", "-",  "*",  "/", "//", "%", "** or pow()",
                                               "@", "<<", ">>", "&", "|",  "^"};
constexpr std::string_view kInPlaceSymbols[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="};
constexpr std::string_view kUnarySymbols[] = {"-", "+", "~"};
constexpr std::string_view kCompareSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

bool is_sequence(Value value) {
  if (!value.is_object()) return false;
  switch (value.as_object()->kind) {
    case Kind::string:
    case Kind::list:
    case Kind::tuple:
    case Kind::bytes:
    case Kind::bytearray:
      return true;
    default:
      return false;
  }
}

Value new_bytearray(Machine& machine, std::string_view data) {
  auto* array = machine.heap().allocate<ByteArrayObject>(builtin_class(BuiltinClass::bytearray),
                                                         Kind::bytearray);
  set_bytearray(machine.heap(), array, data);
  return Value::object(array);
}

Work extend_list(Machine& machine, ListObject* list, Value iterable, Value& out) {
  out = Value::object(list);
  const Work work = walk_builtin(machine, iterable, list);
  if (work != Work::unknown) return work;
  const bool may_iterate = overrides(iterable, Special::iter) ||
                           overrides(iterable, Special::get_item) ||
                           is_kind(iterable, Kind::generator) || is_kind(iterable, Kind::lazy) ||
                           is_kind(iterable, Kind::iterator);
  if (may_iterate) return Work::script;
  raise_not_iterable(machine, iterable);
  return Work::raised;
}

Work concatenate(Machine& machine, bool in_place, Value a, Value b, Value& out) {
  Heap& heap = machine.heap();
  Object* left = a.as_object();
  if (left->kind == Kind::list && in_place)
    return extend_list(machine, static_cast<ListObject*>(left), b, out);
  if (is_bytes_like(a)) {
    if (!is_bytes_like(b)) return Work::unknown;
    std::string joined(bytes_view(a));
    joined += bytes_view(b);
    if (left->kind == Kind::bytes) {
      out = heap.make_bytes(joined);
    } else if (in_place) {
      set_bytearray(heap, static_cast<ByteArrayObject*>(left), joined);
      out = a;
    } else {
      out = new_bytearray(machine, joined);
    }
    return Work::done;
  }
  if (!b.is_object() || b.as_object()->kind != left->kind) return Work::unknown;
  switch (left->kind) {
    case Kind::string:
      out = concatenated(heap, static_cast<StrObject*>(left), as<StrObject>(b));
      return Work::done;
    case Kind::list: {
      const size_t second = b.as_object()->size;
      ListObject* joined = heap.make_list(size_t{left->size} + second);
      if (left->size != 0) {
        std::copy_n(static_cast<ListObject*>(left)->items(), left->size, joined->items());
      }
      if (second != 0) std::copy_n(as<ListObject>(b)->items(), second, joined->items() + left->size);
      joined->size = static_cast<uint32_t>(left->size + second);
      out = Value::object(joined);
      return Work::done;
    }
    default: {
      TupleObject* joined = heap.make_tuple_of(size_t{left->size} + b.as_object()->size);
      std::copy_n(static_cast<TupleObject*>(left)->items, left->size, joined->items);
      std::copy_n(as<TupleObject>(b)->items, b.as_object()->size, joined->items + left->size);
      out = Value::object(joined);
      return Work::done;
    }
  }
}

std::string repeated(std::string_view data, int64_t count) {
  if (data.size() == 1) return std::string(static_cast<size_t>(count), data[0]);
  return string_repeat(data, count);
}

Work repeat(Machine& machine, bool in_place, Value sequence, Value times, Value& out) {
  int64_t count = 0;
  if (!int64_of(times, count)) {
    return raised(
        machine, BuiltinClass::overflow_error,
        "cannot fit '" + std::string(Machine::class_name(times)) + "' into an index-sized integer");
  }
  count = std::max<int64_t>(count, 0);
  Heap& heap = machine.heap();
  Object* object = sequence.as_object();
  const int64_t size = object->size;
  if (size != 0 && count > kMaximumRepetition / size)
    return raised(machine, BuiltinClass::memory_error, "");
  const int64_t total = size * count;
  if (object->kind != Kind::list && object->kind != Kind::tuple) heap.require(static_cast<size_t>(total));
  switch (object->kind) {
    case Kind::string:
      out = heap.make_str(repeated(static_cast<StrObject*>(object)->view(), count));
      break;
    case Kind::bytes:
      out = heap.make_bytes(repeated(static_cast<BytesObject*>(object)->view(), count));
      break;
    case Kind::bytearray: {
      const std::string data = repeated(static_cast<ByteArrayObject*>(object)->view(), count);
      if (in_place) {
        set_bytearray(heap, static_cast<ByteArrayObject*>(object), data);
        out = sequence;
      } else {
        out = new_bytearray(machine, data);
      }
      break;
    }
    case Kind::tuple: {
      if (count == 1 && object->cls == builtin_class(BuiltinClass::tuple)) {
        out = sequence;
        break;
      }
      const auto* tuple = static_cast<TupleObject*>(object);
      TupleObject* result = heap.make_tuple_of(static_cast<size_t>(total));
      for (int64_t i = 0; i < total; ++i) result->items[i] = tuple->items[i % size];
      out = Value::object(result);
      break;
    }
    default: {
      auto* list = static_cast<ListObject*>(object);
      if (in_place) {
        const auto old = static_cast<uint32_t>(size);
        heap.reserve(list, static_cast<size_t>(total));
        for (int64_t i = old; i < total; ++i) list->items()[i] = list->items()[i % size];
        for (int64_t i = total; i < old; ++i) list->items()[i] = Value::empty();
        list->size = static_cast<uint32_t>(total);
        out = sequence;
        break;
      }
      ListObject* result = heap.make_list(static_cast<size_t>(total));
      for (int64_t i = 0; i < total; ++i) result->items()[i] = list->items()[i % size];
      result->size = static_cast<uint32_t>(total);
      out = Value::object(result);
    }
  }
  return Work::done;
}

Work percent(Machine& machine, Value pattern, Value arguments, Value& out) {
  std::string text;
  if (const auto* string = try_as<StrObject>(pattern)) {
    const Work work = format_percent(machine, string->view(), arguments, nullptr, text);
    if (work == Work::done) out = machine.heap().make_str(text);
    return work;
  }
  return Work::script;  // of bytes: rare enough for the prelude
}

Work merge_dicts(Machine& machine, bool in_place, Value a, Value b, Value& out) {
  auto* left = try_as<DictObject>(a);
  auto* right = try_as<DictObject>(b);
  if (left == nullptr || right == nullptr) {
    return in_place && left != nullptr ? Work::script : Work::unknown;
  }
  if (((left->extra | right->extra) & DictObject::kHasScriptKeys) != 0) return Work::script;
  DictObject* result = in_place ? left : Dict::copy(machine.heap(), left);
  Dict::update(machine.heap(), result, right);
  out = Value::object(result);
  return Work::done;
}

// int | None, list[int] | str: the classes of type hints.
bool is_class_like(Value value) { return is_kind(value, Kind::class_) || value.is_none(); }

}  // namespace

Work raised(Machine& machine, BuiltinClass type, std::string_view message) {
  machine.raise(type, message);
  return Work::raised;
}

Work binary_builtin(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b,
                    Value& out) {
  const Work numbers = number_binary(machine, op, a, b, out);
  if (numbers != Work::unknown) return numbers;
  switch (op) {
    case BinaryOperator::add:
      return is_sequence(a) ? concatenate(machine, in_place, a, b, out) : Work::unknown;
    case BinaryOperator::multiply:
      if (is_sequence(a) && is_int_value(b)) return repeat(machine, in_place, a, b, out);
      if (is_sequence(b) && is_int_value(a)) return repeat(machine, false, b, a, out);
      if ((is_sequence(a) && overrides(b, Special::index)) ||
          (is_sequence(b) && overrides(a, Special::index))) {
        return Work::script;
      }
      return Work::unknown;
    case BinaryOperator::modulo:
      if (is_kind(a, Kind::string) || is_bytes_like(a)) return percent(machine, a, b, out);
      return Work::unknown;
    case BinaryOperator::bit_or:
      if (is_kind(a, Kind::dict) || is_kind(b, Kind::dict)) {
        const Work merged = merge_dicts(machine, in_place, a, b, out);
        if (merged != Work::unknown) return merged;
      }
      if (is_class_like(a) && is_class_like(b) && (!a.is_none() || !b.is_none()))
        return Work::script;
      break;
    default:
      break;
  }
  return set_binary(machine, op, in_place, a, b, out);
}

Work unary_builtin(Machine& machine, UnaryOperator op, Value a, Value& out) {
  return number_unary(machine, op, a, out);
}

Work compare_builtin(Machine& machine, CompareOperator op, Value a, Value b, Value& out) {
  (void)machine;
  if (op == CompareOperator::equal || op == CompareOperator::not_equal) {
    const Verdict equal = equal_by_kind(a, b);
    if (equal == Verdict::script) return Work::script;
    // What is not equal for builtin classes may still be for the other operand's script class.
    if (equal == Verdict::no &&
        (overrides(b, Special::equal) || overrides(b, Special::not_equal))) {
      return Work::unknown;
    }
    out = Value::boolean((equal == Verdict::yes) == (op == CompareOperator::equal));
    return Work::done;
  }
  if (is_kind(a, Kind::dict_view) || is_kind(b, Kind::dict_view)) {
    const auto is_set_like = [](Value value) {
      const auto* view = try_as<DictViewObject>(value);
      return view != nullptr ? view->extra != DictViewObject::values : is_kind(value, Kind::set);
    };
    return is_set_like(a) && is_set_like(b) ? Work::script : Work::unknown;
  }
  bool result = false;
  const Work work = order_values(op, a, b, result);
  if (work == Work::done) out = Value::boolean(result);
  return work;
}

Step raise_unsupported(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b) {
  const std::string left(Machine::class_name(a));
  const std::string right(Machine::class_name(b));
  if (op == BinaryOperator::add && is_sequence(a)) {
    if (is_bytes_like(a)) {
      return machine.raise(BuiltinClass::type_error, "can't concat " + right + " to " + left);
    }
    const char* kind = is_kind(a, Kind::string) ? "str" : is_kind(a, Kind::list) ? "list" : "tuple";
    return machine.raise(BuiltinClass::type_error, std::string("can only concatenate ") + kind +
                                                       " (not \"" + right + "\") to " + kind);
  }
  if (op == BinaryOperator::multiply && (is_sequence(a) || is_sequence(b))) {
    return machine.raise(BuiltinClass::type_error, "can't multiply sequence by non-int of type '" +
                                                       (is_sequence(a) ? right : left) + "'");
  }
  const auto index = static_cast<size_t>(op);
  const std::string_view symbol = in_place ? kInPlaceSymbols[index] : kBinarySymbols[index];
  std::string hint;
  if (symbol == ">>" && is_kind(a, Kind::native) && std::string_view(as<NativeObject>(a)->row->name) == "print") {
    hint = ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  }
  return machine.raise(BuiltinClass::type_error, "unsupported operand type(s) for " +
                                                     std::string(symbol) + ": '" + left +
                                                     "' and '" + right + "'" + hint);
}

Step raise_unsupported(Machine& machine, UnaryOperator op, Value a) {
  return machine.raise(BuiltinClass::type_error,
                       "bad operand type for unary " +
                           std::string(kUnarySymbols[static_cast<size_t>(op)]) + ": '" +
                           std::string(Machine::class_name(a)) + "'");
}

Step raise_unordered(Machine& machine, CompareOperator op, Value a, Value b) {
  return machine.raise(BuiltinClass::type_error,
                       "'" + std::string(kCompareSymbols[static_cast<size_t>(op)]) +
                           "' not supported between instances of '" +
                           std::string(Machine::class_name(a)) + "' and '" +
                           std::string(Machine::class_name(b)) + "'");
}

namespace {

Step raise_about(Machine& machine, std::string_view before, Value value, std::string_view after) {
  return machine.raise(
      BuiltinClass::type_error,
      std::string(before) + std::string(Machine::class_name(value)) + std::string(after));
}

}  // namespace

Step raise_not_subscriptable(Machine& machine, Value container) {
  if (const auto* cls = try_as<ClassObject>(container)) {
    return machine.raise(BuiltinClass::type_error,
                         "type '" + std::string(cls->name->view()) + "' is not subscriptable");
  }
  return raise_about(machine, "'", container, "' object is not subscriptable");
}

Step raise_no_item_assignment(Machine& machine, Value container) {
  return raise_about(machine, "'", container, "' object does not support item assignment");
}

Step raise_no_item_deletion(Machine& machine, Value container) {
  const bool is_plain_sequence = is_kind(container, Kind::tuple) ||
                                 is_kind(container, Kind::string) ||
                                 is_kind(container, Kind::bytes) || is_kind(container, Kind::range);
  return raise_about(machine, "'", container,
                     is_plain_sequence ? "' object doesn't support item deletion"
                                       : "' object does not support item deletion");
}

Step raise_not_iterable(Machine& machine, Value value) {
  return raise_about(machine, "'", value, "' object is not iterable");
}

Step raise_no_length(Machine& machine, Value value) {
  return raise_about(machine, "object of type '", value, "' has no len()");
}

Step raise_no_container(Machine& machine, Value value) {
  return raise_about(machine, "argument of type '", value, "' is not iterable");
}

}  // namespace lockstep
