#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/value.h"

namespace lockstep {

struct ClassObject;

enum class Kind : uint8_t {
#define KIND(name, type) name,
#include "vm/kinds.def"
#undef KIND
};

// What every heap object begins with: 16 bytes. Objects never move.
//
// Objects come in two sorts: a run's own, in its arena, and immortal ones (builtin classes, the
// constants of a program), which are shared by all runs and threads of the process and must never be
// written to after they are made: no mark, no cached hash, nothing.
struct Object {
  static constexpr uint8_t kImmortal = 1;
  static constexpr uint8_t kHasAttributes = 2;   // ends in an Attributes (see objects/class.h); not used by Kind::instance
  static constexpr uint8_t kInternal = 4;        // of library code: not shown to learners

  ClassObject* cls = nullptr;        // null for the parts of other objects
#if UINTPTR_MAX == UINT32_MAX
  uint32_t padding = 0;
#endif
  Kind kind = Kind::instance;
  uint8_t mark = 0;                  // the collection that last found it alive
  uint8_t flags = 0;
  uint8_t extra = 0;                 // free for the kind's use
  uint32_t size = 0;                 // the kind's use: items, bytes, capacity

  bool is_immortal() const { return (flags & kImmortal) != 0; }
};
static_assert(sizeof(Object) == 16);

inline bool is_kind(Value value, Kind kind) {
  return value.is_object() && value.as_object()->kind == kind;
}

// Requires is_kind(value, the kind of T).
template <class T>
T* as(Value value) {
  return static_cast<T*>(value.as_object());
}

// The object as a T if it has that kind, else null: `if (auto* list = try_as<ListObject>(value))`.
template <class T>
T* try_as(Value value) {
  return is_kind(value, T::kKind) ? static_cast<T*>(value.as_object()) : nullptr;
}

}  // namespace lockstep
