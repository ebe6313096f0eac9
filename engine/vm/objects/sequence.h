#pragma once

#include <span>

#include "vm/object.h"

namespace lockstep {

struct TupleObject : Object {
  static constexpr Kind kKind = Kind::tuple;

  Value items[1];                    // `size` of them

  std::span<Value> all() { return {items, size}; }
  std::span<const Value> all() const { return {items, size}; }
};

// Room for Values that another object owns; `size` is the capacity. Unused places are empty.
struct ArrayObject : Object {
  static constexpr Kind kKind = Kind::array;

  Value items[1];
};

struct ListObject : Object {
  static constexpr Kind kKind = Kind::list;

  ArrayObject* array;                // null while the list never had an item; `size` of it is in use

  Value* items() { return array == nullptr ? nullptr : array->items; }
  std::span<Value> all() { return {items(), size}; }
};

// start, stop and step are ints of any size; the small ones, almost always, are small ints.
struct RangeObject : Object {
  static constexpr Kind kKind = Kind::range;

  Value start;
  Value stop;
  Value step;
  Value length;
};

struct SliceObject : Object {
  static constexpr Kind kKind = Kind::slice;

  Value start;
  Value stop;
  Value step;
};

}  // namespace lockstep
