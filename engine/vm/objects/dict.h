#pragma once

#include "vm/object.h"

namespace lockstep {

struct ArrayObject;

// The table of a dict: an open-addressed index into entries that stand in the order of insertion
// (the layout Raymond Hettinger gave CPython 3.6). Memory: the header, `entry_capacity` entries, then the
// index, whose elements have 1, 2 or 4 bytes.
struct TableObject : Object {
  static constexpr Kind kKind = Kind::table;

  struct Entry {
    Value key;                       // empty: deleted
    Value value;
    uint64_t hash;
  };

  uint32_t entry_capacity;
  uint32_t entry_count;              // used entries, deleted ones included
  uint8_t index_log2;                // number of index elements
  uint8_t index_bytes;               // of an element: 1, 2 or 4

  Entry* entries() { return reinterpret_cast<Entry*>(this + 1); }
  const Entry* entries() const { return reinterpret_cast<const Entry*>(this + 1); }
  void* index() { return entries() + entry_capacity; }
  const void* index() const { return entries() + entry_capacity; }
};

// A dict. `size` is the number of items.
struct DictObject : Object {
  static constexpr Kind kKind = Kind::dict;

  TableObject* table;                // null while nothing was put in
  uint32_t keys_version;             // 0, or a number no other dict had, valid until the next change of keys
};

// A set or frozenset: open addressing with a few linear probes, then a perturbed jump, so that small
// ints come out in the order CPython gives them. `size` is the number of elements. The table is an
// ArrayObject of pairs (element, hash as a small int): both empty, a free place; only the element
// empty, a deleted one.
struct SetObject : Object {
  static constexpr Kind kKind = Kind::set;

  ArrayObject* table;                // null while nothing was put in
  uint32_t mask;                     // table places - 1
  uint32_t fill;                     // used and deleted places
};

struct DictViewObject : Object {
  static constexpr Kind kKind = Kind::dict_view;
  enum Part : uint8_t { keys, values, items };   // in `extra`

  DictObject* dict;
};

struct MappingProxyObject : Object {
  static constexpr Kind kKind = Kind::mapping_proxy;

  Value mapping;
};

}  // namespace lockstep
