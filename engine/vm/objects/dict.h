#pragma once

#include "vm/object.h"

namespace lockstep {

// The table of a dict: an open-addressed index into entries that stand in the order of insertion
// (the layout Raymond Hettinger gave CPython 3.6). Memory: the header, `entry_capacity` entries, then the
// index, whose elements have 1, 2 or 4 bytes. How many there are and how large is in `extra` and `size`.
struct TableObject : Object {
  static constexpr Kind kKind = Kind::table;

  struct Entry {
    Value key;                       // empty: deleted
    Value value;
    uint64_t hash;
  };

  uint32_t entry_capacity;
  uint32_t entry_count;              // used entries, deleted ones included

  uint8_t index_log2() const { return extra; }           // number of index elements
  uint32_t index_bytes() const { return size; }          // of an element: 1, 2 or 4
  Entry* entries() { return reinterpret_cast<Entry*>(this + 1); }
  const Entry* entries() const { return reinterpret_cast<const Entry*>(this + 1); }
  void* index() { return entries() + entry_capacity; }
  const void* index() const { return entries() + entry_capacity; }
};

// A dict. `size` is the number of items.
struct DictObject : Object {
  static constexpr Kind kKind = Kind::dict;
  static constexpr uint8_t kHasScriptKeys = 1;   // in `extra`: some key's __hash__ or __eq__ is a script's

  TableObject* table;                // null while nothing was put in
  uint32_t keys_version;             // 0, or a number no other dict had, valid until the next change of keys
  uint32_t identity;                 // see Heap::identity_of
};

// The table of a set: open addressing with a few linear probes, then a perturbed jump, so that ints
// come out in the order CPython gives them. `size` places, a power of two. An empty element with hash
// 0 is a free place; with kDeleted, a place that was used.
struct SetTableObject : Object {
  static constexpr Kind kKind = Kind::set_table;
  static constexpr uint64_t kDeleted = UINT64_MAX;   // no hash is -1

  struct Place {
    Value element;
    uint64_t hash;
  };

  Place places[1];
};

// A set or frozenset. `size` is the number of elements.
struct SetObject : Object {
  static constexpr Kind kKind = Kind::set;
  static constexpr uint8_t kHasScriptElements = 1;   // in `extra`: as kHasScriptKeys of a dict

  SetTableObject* table;             // null while nothing was put in
  uint32_t fill;                     // used and deleted places
  uint32_t finger;                   // where pop() goes on looking
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
