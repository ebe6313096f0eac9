#pragma once

#include "text/integer.h"
#include "vm/object.h"

namespace lockstep {

// An int beyond 63 bits, or of a subclass of int. `size` limbs, base 2**32, least significant first,
// no leading zeros; `extra` is 1 if negative. A plain int never has this form when it fits 63 bits.
struct IntObject : Object {
  static constexpr Kind kKind = Kind::integer;

  uint32_t limbs[1];

  IntegerView view() const { return {extra != 0, {limbs, size}}; }
};

struct FloatObject : Object {
  static constexpr Kind kKind = Kind::real;

  double number;
};

struct ComplexObject : Object {
  static constexpr Kind kKind = Kind::complex_number;

  double real;
  double imaginary;
};

}  // namespace lockstep
