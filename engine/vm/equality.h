#pragma once

#include "vm/builtin.h"

// `==` as far as C++ can decide it: between values of builtin classes, however nested, and objects
// without an __eq__ of the script's. Pure functions of objects that nobody changes meanwhile.
namespace lockstep {

// What C++ found out; `script` when script code decides or the nesting is too deep to follow here.
enum class Verdict : uint8_t { no, yes, script };

inline Verdict verdict(bool truth) { return truth ? Verdict::yes : Verdict::no; }

// a == b.
Verdict equal_values(Value a, Value b);

// The same for what the builtin classes below a and b say, whatever script classes override.
Verdict equal_by_kind(Value a, Value b);

// a is b or a == b: how containers compare their elements.
Verdict same_or_equal(Value a, Value b);

// The elements of two sequences, pair by pair. `differing` gets the index of the first pair that
// differs, or that the script has to decide; the shorter length when one is the other's beginning.
Verdict equal_items(const Value* a, size_t a_size, const Value* b, size_t b_size,
                    size_t* differing = nullptr);

// Whether both are numbers, and equal. (int, bool, float, complex and classes derived from them.)
bool is_number(Value value);
bool equal_numbers(Value a, Value b);

}  // namespace lockstep
