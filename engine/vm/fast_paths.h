#pragma once

#include <cmath>

#include "language/code.h"
#include "text/byte_search.h"
#include "text/int64_ops.h"
#include "text/string_ops.h"
#include "vm/dict.h"
#include "vm/heap.h"
#include "vm/value.h"

// Arithmetic and comparison of small ints and flonums, inlined into the dispatch loop. Each returns false
// when the operands are something else or the result does not fit: the general path decides then. The compiler
// would stop inlining in a function as long as the loop; so the shortest are told to be.
namespace lockstep {

[[gnu::always_inline]] inline bool both_small(Value a, Value b) { return (a.bits() & b.bits() & 1) != 0; }
[[gnu::always_inline]] inline bool both_flonum(Value a, Value b) { return a.is_flonum() && b.is_flonum(); }

inline bool is_exact_text(Value value) {
  return value.is_object() && value.as_object()->cls == builtin_class(BuiltinClass::str);
}

inline Value float_value(Heap& heap, double number) { return heap.make_float(number); }

[[gnu::always_inline]] inline bool fast_add(Heap& heap, Value a, Value b, Value& out) {
  if (both_small(a, b)) {
    // Tagged numbers 2x+1 and 2y+1: the sum is 2(x+y)+1 once a tag is taken off.
    int64_t sum = 0;
    if (__builtin_add_overflow(static_cast<int64_t>(a.bits() - 1), static_cast<int64_t>(b.bits()),
                               &sum)) {
      return false;
    }
    out = Value::from_bits(static_cast<uint64_t>(sum));
    return true;
  }
  if (both_flonum(a, b)) {
    out = float_value(heap, a.as_flonum() + b.as_flonum());
    return true;
  }
  return false;
}

[[gnu::always_inline]] inline bool fast_subtract(Heap& heap, Value a, Value b, Value& out) {
  if (both_small(a, b)) {
    int64_t difference = 0;
    if (__builtin_sub_overflow(static_cast<int64_t>(a.bits()), static_cast<int64_t>(b.bits() - 1),
                               &difference)) {
      return false;
    }
    out = Value::from_bits(static_cast<uint64_t>(difference));
    return true;
  }
  if (both_flonum(a, b)) {
    out = float_value(heap, a.as_flonum() - b.as_flonum());
    return true;
  }
  return false;
}

[[gnu::always_inline]] inline bool fast_multiply(Heap& heap, Value a, Value b, Value& out) {
  if (both_small(a, b)) {
    int64_t product = 0;
    if (multiply_overflows(static_cast<int64_t>(a.bits() - 1), b.as_small_int(), product)) {
      return false;
    }
    out = Value::from_bits(static_cast<uint64_t>(product) | 1);
    return true;
  }
  if (both_flonum(a, b)) {
    out = float_value(heap, a.as_flonum() * b.as_flonum());
    return true;
  }
  return false;
}

// Of 32 bits and not negative: dividing these is quicker, and needs no look at signs.
inline bool both_short(int64_t a, int64_t b) { return ((a | b) >> 32) == 0; }

inline bool fast_binary(Heap& heap, BinaryOperator op, Value a, Value b, Value& out) {
  if (both_small(a, b)) {
    const int64_t x = a.as_small_int();
    const int64_t y = b.as_small_int();
    switch (op) {
      case BinaryOperator::bit_and: out = Value::small_int(x & y); return true;
      case BinaryOperator::bit_or: out = Value::small_int(x | y); return true;
      case BinaryOperator::bit_xor: out = Value::small_int(x ^ y); return true;
      case BinaryOperator::floor_divide: {
        if (both_short(x, y) && y != 0) {
          out = Value::small_int(static_cast<uint32_t>(x) / static_cast<uint32_t>(y));
          return true;
        }
        if (y == 0 || y == -1) return false;
        int64_t quotient = x / y;
        if (quotient * y != x && ((x < 0) != (y < 0))) quotient--;
        out = Value::small_int(quotient);
        return true;
      }
      case BinaryOperator::modulo: {
        if (both_short(x, y) && y != 0) {
          out = Value::small_int(static_cast<uint32_t>(x) % static_cast<uint32_t>(y));
          return true;
        }
        if (y == 0 || y == -1) return false;
        int64_t rest = x % y;
        if (rest != 0 && ((rest < 0) != (y < 0))) rest += y;
        out = Value::small_int(rest);
        return true;
      }
      case BinaryOperator::right_shift:
        if (y < 0) return false;
        out = Value::small_int(y > 62 ? (x < 0 ? -1 : 0) : x >> y);
        return true;
      case BinaryOperator::left_shift:
        if (y < 0 || y > 30 || x > INT32_MAX || x < INT32_MIN) return false;
        out = Value::small_int(x * (int64_t{1} << y));
        return true;
      case BinaryOperator::true_divide: {
        constexpr int64_t kExact = int64_t{1} << 53;
        if (y == 0 || x > kExact || x < -kExact || y > kExact || y < -kExact) return false;
        out = float_value(heap, static_cast<double>(x) / static_cast<double>(y));
        return true;
      }
      default: return false;
    }
  }
  if (both_flonum(a, b) && op == BinaryOperator::true_divide) {
    const double divisor = b.as_flonum();
    if (divisor == 0) return false;
    out = float_value(heap, a.as_flonum() / divisor);
    return true;
  }
  return false;
}

template <class Number>
[[gnu::always_inline]] inline bool holds(CompareOperator op, Number a, Number b) {
  switch (op) {
    case CompareOperator::less: return a < b;
    case CompareOperator::less_equal: return a <= b;
    case CompareOperator::equal: return a == b;
    case CompareOperator::not_equal: return a != b;
    case CompareOperator::greater: return a > b;
    default: return a >= b;
  }
}

// Only the six ordering operators.
[[gnu::always_inline]] inline bool fast_compare(CompareOperator op, Value a, Value b, bool& out) {
  if (both_small(a, b)) {
    // The tag keeps the order.
    out = holds(op, static_cast<int64_t>(a.bits()), static_cast<int64_t>(b.bits()));
    return true;
  }
  if (both_flonum(a, b)) {
    out = holds(op, a.as_flonum(), b.as_flonum());
    return true;
  }
  return false;
}

// left + right.
inline Value concatenated(Heap& heap, const StrObject* left, const StrObject* right) {
  StrObject* joined = heap.begin_string(size_t{left->size} + right->size);
  std::memcpy(joined->text, left->text, left->size);
  std::memcpy(joined->text + left->size, right->text, right->size);
  joined->extra = left->extra & right->extra;
  joined->length = left->length + right->length;
  return Value::object(joined);
}

// `item in container` for texts, and for dicts and sets with keys that need no script code.
inline bool fast_contains(Value container, Value item, bool& out) {
  if (!container.is_object()) return false;
  Object* object = container.as_object();
  if (object->cls == builtin_class(BuiltinClass::str) && is_exact_text(item)) {
    const std::string_view text = static_cast<StrObject*>(object)->view();
    const std::string_view part = as<StrObject>(item)->view();
    out = part.size() == 1
              ? find_byte(text.data(), text.data() + text.size(), part[0]) != nullptr
              : string_contains(text, part);
    return true;
  }
  if (!item.is_small_int() && !is_exact_text(item)) return false;
  if (object->cls == builtin_class(BuiltinClass::dict)) {
    if ((object->extra & DictObject::kHasScriptKeys) != 0) return false;
    out = !Dict::get(static_cast<DictObject*>(object), item).is_empty();
    return true;
  }
  if (object->cls == builtin_class(BuiltinClass::set)) {
    if ((object->extra & SetObject::kHasScriptElements) != 0) return false;
    out = Set::has(static_cast<SetObject*>(object), item);
    return true;
  }
  return false;
}

// == and != of two texts.
[[gnu::always_inline]] inline bool fast_compare_texts(CompareOperator op, Value a, Value b, bool& out) {
  if (op != CompareOperator::equal && op != CompareOperator::not_equal) return false;
  if (!is_exact_text(a) || !is_exact_text(b)) return false;
  const auto* left = as<StrObject>(a);
  const auto* right = as<StrObject>(b);
  // Characters are what loops compare.
  const bool same =
      left == right ||
      (left->size == right->size &&
       (left->size == 1 ? left->text[0] == right->text[0] : left->view() == right->view()));
  out = same == (op == CompareOperator::equal);
  return true;
}

// 0 or 1, or -1 when it takes more than a look.
[[gnu::always_inline]] inline int fast_truth(Value value) {
  if (value.is_small_int()) return value != Value::small_int(0);
  if (value.is_bool()) return value.is_true();
  if (value.is_none()) return 0;
  return -1;
}

}  // namespace lockstep
