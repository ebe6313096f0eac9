#include "vm/equality.h"

#include "vm/dict.h"
#include "vm/numbers.h"
#include "vm/objects/callable.h"
#include "vm/objects/dict.h"
#include "vm/objects/module.h"
#include "vm/objects/sequence.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

// Deeper than this C++ does not follow; the script's own recursion limit then decides.
constexpr int kEqualityDepth = 100;

Verdict equal_at(Value a, Value b, int depth);
Verdict equal_kinds(Value a, Value b, int depth);

Verdict same_or_equal_at(Value a, Value b, int depth) {
  return a == b ? Verdict::yes : equal_at(a, b, depth);
}

Verdict equal_sequences(const Value* a, size_t a_size, const Value* b, size_t b_size, int depth,
                        size_t* differing) {
  const size_t common = a_size < b_size ? a_size : b_size;
  for (size_t i = 0; i < common; ++i) {
    const Verdict item = same_or_equal_at(a[i], b[i], depth);
    if (item == Verdict::yes) continue;
    if (differing != nullptr) *differing = i;
    return item;
  }
  if (differing != nullptr) *differing = common;
  return verdict(a_size == b_size);
}

Verdict equal_dicts(const DictObject* a, const DictObject* b, int depth) {
  if (a->size != b->size) return Verdict::no;
  if ((a->extra | b->extra) & DictObject::kHasScriptKeys) return Verdict::script;
  DictIterator position;
  while (const TableObject::Entry* entry = Dict::next(a, position)) {
    const int64_t other = Dict::find(b, entry->key, entry->hash);
    if (other < 0) return Verdict::no;
    const Verdict values = same_or_equal_at(entry->value, b->table->entries()[other].value, depth);
    if (values != Verdict::yes) return values;
  }
  return Verdict::yes;
}

Verdict equal_sets(const SetObject* a, const SetObject* b) {
  if (a->size != b->size) return Verdict::no;
  if ((a->extra | b->extra) & SetObject::kHasScriptElements) return Verdict::script;
  int64_t position = 0;
  Value element;
  while (Set::next(a, position, element)) {
    if (!Set::has(b, element)) return Verdict::no;
  }
  return Verdict::yes;
}

bool equal_ranges(const RangeObject* a, const RangeObject* b) {
  if (!equal_numbers(a->length, b->length)) return false;
  if (a->length == Value::small_int(0)) return true;
  if (!equal_numbers(a->start, b->start)) return false;
  return a->length == Value::small_int(1) || equal_numbers(a->step, b->step);
}

// Both are items of a key view or sets: compared as sets. Values views are compared by identity.
Verdict equal_views(Object* a, Object* b) {
  if (a->kind == Kind::dict_view && b->kind == Kind::dict_view && a->extra == b->extra &&
      a->extra == DictViewObject::keys) {
    const auto* left = static_cast<DictViewObject*>(a)->dict;
    const auto* right = static_cast<DictViewObject*>(b)->dict;
    if (left->size != right->size) return Verdict::no;
    if ((left->extra | right->extra) & DictObject::kHasScriptKeys) return Verdict::script;
    DictIterator position;
    while (const TableObject::Entry* entry = Dict::next(left, position)) {
      if (Dict::find(right, entry->key, entry->hash) < 0) return Verdict::no;
    }
    return Verdict::yes;
  }
  const auto is_set_like = [](Object* object) {
    return object->kind == Kind::set || object->extra != DictViewObject::values;
  };
  return is_set_like(a) && is_set_like(b) ? Verdict::script : verdict(a == b);
}

bool is_bytes_like(const Object* object) {
  return object->kind == Kind::bytes || object->kind == Kind::bytearray;
}

std::string_view bytes_of(const Object* object) {
  return object->kind == Kind::bytes ? static_cast<const BytesObject*>(object)->view()
                                     : static_cast<const ByteArrayObject*>(object)->view();
}

bool is_set_or_view(const Object* object) {
  return object->kind == Kind::set || object->kind == Kind::dict_view;
}

Verdict equal_objects(Object* a, Object* b, int depth) {
  if (is_bytes_like(a) && is_bytes_like(b)) return verdict(bytes_of(a) == bytes_of(b));
  if (a->kind != b->kind) {
    if (a->kind == Kind::mapping_proxy) {
      return equal_at(static_cast<MappingProxyObject*>(a)->mapping, Value::object(b), depth);
    }
    if (b->kind == Kind::mapping_proxy) {
      return equal_at(Value::object(a), static_cast<MappingProxyObject*>(b)->mapping, depth);
    }
    return is_set_or_view(a) && is_set_or_view(b) ? equal_views(a, b) : Verdict::no;
  }
  switch (a->kind) {
    case Kind::string:
      return verdict(a == b ||
                     static_cast<StrObject*>(a)->view() == static_cast<StrObject*>(b)->view());
    case Kind::tuple:
      return equal_sequences(static_cast<TupleObject*>(a)->items, a->size,
                             static_cast<TupleObject*>(b)->items, b->size, depth + 1, nullptr);
    case Kind::list:
      // Unlike tuples, lists of different lengths are never compared item by item.
      if (a->size != b->size) return Verdict::no;
      return equal_sequences(static_cast<ListObject*>(a)->items(), a->size,
                             static_cast<ListObject*>(b)->items(), b->size, depth + 1, nullptr);
    case Kind::dict:
      return equal_dicts(static_cast<DictObject*>(a), static_cast<DictObject*>(b), depth + 1);
    case Kind::set:
      return equal_sets(static_cast<SetObject*>(a), static_cast<SetObject*>(b));
    case Kind::range:
      return verdict(equal_ranges(static_cast<RangeObject*>(a), static_cast<RangeObject*>(b)));
    case Kind::slice: {
      const auto* left = static_cast<SliceObject*>(a);
      const auto* right = static_cast<SliceObject*>(b);
      const Value left_parts[] = {left->start, left->stop, left->step};
      const Value right_parts[] = {right->start, right->stop, right->step};
      return equal_sequences(left_parts, 3, right_parts, 3, depth + 1, nullptr);
    }
    case Kind::dict_view:
      return equal_views(a, b);
    case Kind::mapping_proxy:
      return equal_at(static_cast<MappingProxyObject*>(a)->mapping,
                      static_cast<MappingProxyObject*>(b)->mapping, depth);
    case Kind::bound_method: {
      const auto* left = static_cast<BoundMethodObject*>(a);
      const auto* right = static_cast<BoundMethodObject*>(b);
      return verdict(left->function == right->function && left->self == right->self);
    }
    case Kind::native: {
      const auto* left = static_cast<NativeObject*>(a);
      const auto* right = static_cast<NativeObject*>(b);
      return verdict(left->row == right->row && left->self == right->self);
    }
    case Kind::code:
      return verdict(static_cast<CodeObject*>(a)->code == static_cast<CodeObject*>(b)->code);
    default:
      return verdict(a == b);
  }
}

Verdict equal_at(Value a, Value b, int depth) {
  if (depth > kEqualityDepth) return Verdict::script;
  if (overrides(a, Special::equal) || overrides(b, Special::equal)) return Verdict::script;
  return equal_kinds(a, b, depth);
}

Verdict equal_kinds(Value a, Value b, int depth) {
  if (is_number(a)) return verdict(is_number(b) && equal_numbers(a, b));
  if (a.is_object() && b.is_object()) return equal_objects(a.as_object(), b.as_object(), depth);
  return verdict(a == b);
}

}  // namespace

Verdict equal_values(Value a, Value b) { return equal_at(a, b, 0); }

Verdict equal_by_kind(Value a, Value b) { return equal_kinds(a, b, 0); }

Verdict same_or_equal(Value a, Value b) { return same_or_equal_at(a, b, 0); }

Verdict equal_items(const Value* a, size_t a_size, const Value* b, size_t b_size,
                    size_t* differing) {
  return equal_sequences(a, a_size, b, b_size, 0, differing);
}

bool is_number(Value value) {
  if (!value.is_object()) return value.is_small_int() || value.is_flonum() || value.is_bool();
  const Kind kind = value.as_object()->kind;
  return kind == Kind::integer || kind == Kind::real || kind == Kind::complex_number;
}

bool equal_numbers(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a == b;
  const Number left(a);
  const Number right(b);
  if (left.kind() == Number::Kind::complex || right.kind() == Number::Kind::complex) {
    // A real number equals a complex one whose imaginary part is zero; an int is compared exactly.
    if (left.imaginary() != 0 || right.imaginary() != 0) {
      return left.kind() == right.kind() && left.real() == right.real() &&
             left.imaginary() == right.imaginary();
    }
  }
  return left.compare(right) == std::partial_ordering::equivalent;
}

}  // namespace lockstep
