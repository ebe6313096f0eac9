#pragma once

#include <cstdint>
#include <string>

namespace lockstep {

// How the digits of a float are to be written: format(), % and repr() all come down to this.
struct FloatDigits {
  char type = 'r';              // e E f F g G as C's printf; r as repr, without its ".0"
  int64_t precision = 6;        // not for r
  bool alternate = false;       // keep the point and trailing zeros, as printf's #
  bool add_point_zero = false;  // ".0" behind what would look like an int (r and g)
};

// The digits of `value`, correctly rounded (ties to even), "-" in front where its sign bit is set;
// inf and nan by name. No width, no grouping. Pure, callable from any thread.
std::string float_digits(double value, const FloatDigits& how);

}  // namespace lockstep
