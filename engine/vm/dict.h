#pragma once

#include "vm/heap.h"

// Dicts and sets of keys whose hash and equality C++ knows by itself: str, numbers, None, classes,
// functions, instances without __eq__, tuples and frozensets of such. A key with a script's own
// __hash__ or __eq__ needs script code to run; the machine asks `is_plain_key` first and goes
// through the library's Python for the others, which uses the *_at functions below.
namespace lockstep {

// Whether `key` can be hashed and compared without running script code. Unhashable builtin
// containers are plain too: hash_of tells.
bool is_plain_key(Value key);

// Whether `value` is hashable as far as C++ can tell; if not, `culprit` gets the unhashable part.
bool is_hashable(Value value, Value* culprit);

// CPython's hash for numbers and tuples of them; a fixed hash for text; the run's number for what is
// hashed by identity (objects that have none yet are in no dict or set: number_for_hashing gives it
// before they are put into one). Requires is_plain_key and is_hashable.
uint64_t hash_of(Value key);

// The hash of a tuple whose items have the hashes that these ints are.
uint64_t hash_of_hashes(std::span<const Value> hashes);

// Numbers whatever hash_of(key) looks at by identity. Dict::set and Set::add do it by themselves.
void number_for_hashing(Heap& heap, Value key);

// Equality of plain keys.
bool keys_equal(Value a, Value b);

uint64_t hash_text(std::string_view text);   // never 0

struct DictIterator {
  uint32_t position = 0;
};

class Dict {
 public:
  // Empty value: not there.
  static Value get(const DictObject* dict, Value key);
  static Value get(const DictObject* dict, const StrObject* key);
  // Adds or replaces. Returns true when the key is new.
  static bool set(Heap& heap, DictObject* dict, Value key, Value value);
  static bool set(Heap& heap, DictObject* dict, StrObject* key, Value value);
  // Returns the removed value, or empty.
  static Value remove(DictObject* dict, Value key);
  static void clear(DictObject* dict);
  static DictObject* copy(Heap& heap, const DictObject* dict);
  static void update(Heap& heap, DictObject* dict, const DictObject* from);

  // In the order of insertion: null when at the end. Valid until the dict's keys change.
  static TableObject::Entry* next(const DictObject* dict, DictIterator& iterator);

  // By place, for keys that need script code: the first entry with this hash at or after a probe, and the
  // next ones. -1: none. `probe` is for these functions alone.
  static int64_t first_with_hash(const DictObject* dict, uint64_t hash, uint64_t& probe);
  static int64_t next_with_hash(const DictObject* dict, uint64_t hash, uint64_t& probe);
  // Requires that no equal key is there.
  static void append_new(Heap& heap, DictObject* dict, Value key, uint64_t hash, Value value);
  static void remove_at(DictObject* dict, int64_t entry);

  // The entry of a key, or -1. Entries stay where they are until the dict's keys change.
  static int64_t find(const DictObject* dict, Value key, uint64_t hash);
};

class Set {
 public:
  static bool has(const SetObject* set, Value element);
  static bool add(Heap& heap, SetObject* set, Value element);     // true when new
  static bool remove(SetObject* set, Value element);              // true when it was there
  static void clear(SetObject* set);
  static SetObject* copy(Heap& heap, const SetObject* set, bool frozen);
  // Adds all of another, with as few growings of the table as CPython's, so that the order is the same.
  static void update(Heap& heap, SetObject* set, const SetObject* from);
  static void update(Heap& heap, SetObject* set, const DictObject* from);
  // Takes some element out: empty when there is none. In the order of CPython's set.pop().
  static Value pop(SetObject* set);
  // In table order; false at the end.
  static bool next(const SetObject* set, int64_t& position, Value& element);

  static int64_t first_with_hash(const SetObject* set, uint64_t hash, uint64_t& probe);
  static int64_t next_with_hash(const SetObject* set, uint64_t hash, uint64_t& probe);
  static Value element_at(const SetObject* set, int64_t place);
  // Requires that no equal element is there.
  static void add_new(Heap& heap, SetObject* set, Value element, uint64_t hash);
  static void remove_at(SetObject* set, int64_t place);
};

}  // namespace lockstep
