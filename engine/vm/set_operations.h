#pragma once

#include "vm/operations.h"

// The algebra of sets. Elements come out in CPython's order, so each follows its way of going about
// it. Requires that neither set holds elements with a script's __hash__ or __eq__ (see
// `has_script`).
namespace lockstep {

inline bool has_script(const SetObject* set) {
  return (set->extra & SetObject::kHasScriptElements) != 0;
}

// New sets, frozen as asked.
SetObject* set_union(Heap& heap, const SetObject* a, const SetObject* b, bool frozen);
SetObject* set_intersection(Heap& heap, const SetObject* a, const SetObject* b, bool frozen);
SetObject* set_difference(Heap& heap, const SetObject* a, const SetObject* b, bool frozen);
SetObject* set_symmetric_difference(Heap& heap, const SetObject* a, const SetObject* b,
                                    bool frozen);

// The same in place: `set` becomes the result.
void set_intersect(Heap& heap, SetObject* set, const SetObject* other);
void set_subtract(SetObject* set, const SetObject* other);
void set_symmetric_update(Heap& heap, SetObject* set, const SetObject* other);

// `set` takes over what `other` holds, which is not used any more.
void set_become(SetObject* set, SetObject* other);

bool set_is_subset(const SetObject* a, const SetObject* b);
bool set_is_disjoint(const SetObject* a, const SetObject* b);

// The set of all items of an iterable that C++ can walk. script: an element needs script code;
// raised: TypeError "unhashable type"; unknown: it cannot be walked here.
Work set_of(Machine& machine, Value iterable, SetObject*& out);

// a | b and so on, of sets and dict views. unknown: not of these kinds.
Work set_binary(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b, Value& out);

}  // namespace lockstep
