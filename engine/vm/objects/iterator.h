#pragma once

#include "vm/object.h"

namespace lockstep {

// Iterates over a builtin container. What it is over is in `extra` (Over).
struct IteratorObject : Object {
  static constexpr Kind kKind = Kind::iterator;
  enum Over : uint8_t {
    list, tuple, string, bytes, range, dict_keys, dict_values, dict_items, set,
    list_reversed, tuple_reversed, range_big, dict_reversed_keys, dict_reversed_values, dict_reversed_items,
    sequence,                        // an object with __getitem__ only
    callable,                        // iter(callable, sentinel)
  };

  Value target;                      // empty: exhausted
  int64_t position;                  // next index, byte offset (string) or table place
  int64_t limit;                     // range: numbers left; dicts and sets: the size they had
  int64_t step;                      // range
  Value sentinel;
};

// map, zip, enumerate ...: iterators that call or combine others. What it is, is its class; the machine's
// and the modules' C++ know how many items it has. Always tuple-like: `size` values in `items`.
struct LazyObject : Object {
  static constexpr Kind kKind = Kind::lazy;
  enum What : uint8_t { map, filter, zip, enumerate };   // in `extra`

  uint32_t identity;                 // see Heap::identity_of
  Value first;                       // map, filter: the function; enumerate: the next number; zip: strict?
  Value partial;                     // zip, map: the list of items collected so far for this round
  Value items[1];                    // the iterators
};

}  // namespace lockstep
