#pragma once

#include <array>
#include <cstdint>

#include "vm/objects/class.h"
#include "vm/value.h"

namespace lockstep {

// What looking up a name in a class's mro gave, by the class's version and the name's address. No two
// classes of a run share a version, and a class gets a new one whenever it or a base of it changes. Holds no
// references the collector knows of, and is no part of the run's arena: so it must be cleared before a
// collection and whenever the arena is put back.
class MethodCache {
 public:
  // Null: not known. An empty value: known to be missing.
  const Value* find(const ClassObject* cls, const StrObject* name) const {
    const Entry& entry = entries_[place(cls, name)];
    return entry.version == cls->version && entry.name == name ? &entry.value : nullptr;
  }
  void remember(const ClassObject* cls, const StrObject* name, Value value) {
    entries_[place(cls, name)] = {name, value, cls->version};
    is_clear_ = false;
  }
  void clear() {
    if (!is_clear_) entries_.fill(Entry());
    is_clear_ = true;
  }

 private:
  struct Entry {
    const StrObject* name = nullptr;
    Value value;
    uint32_t version = 0;
  };
  static constexpr size_t kEntries = 256;

  static size_t place(const ClassObject* cls, const StrObject* name) {
    return (reinterpret_cast<uintptr_t>(name) / 8 + size_t{cls->version} * 13) % kEntries;
  }

  std::array<Entry, kEntries> entries_;
  bool is_clear_ = true;
};

}  // namespace lockstep
