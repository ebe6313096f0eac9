#pragma once

// Boost derives from std::unary_function unless told not to; libc++ has it no longer.
#ifndef BOOST_NO_CXX98_FUNCTION_BASE
#define BOOST_NO_CXX98_FUNCTION_BASE
#endif

#include <functional>

#include <boost/multiprecision/cpp_int.hpp>

#include "text/integer.h"

// What takes long with very large ints: done in parts of some milliseconds each, with a call of `between` in
// front of each part, which may throw; an empty one is not called. Pure functions otherwise.
namespace lockstep {

using Big = boost::multiprecision::cpp_int;
using Between = std::function<void()>;

Big to_big(IntegerView view);
Integer from_big(const Big& big);

Big multiply_large(const Big& a, const Big& b, const Between& between);
// Towards zero, as Boost's own. Requires b != 0.
void divide_large(const Big& a, const Big& b, Big& quotient, Big& remainder, const Between& between);
// base ** power. Requires that the result has less than some 2**24 bits.
Big power_large(const Big& base, uint64_t power, const Between& between);
Integer gcd_large(IntegerView left, IntegerView right, const Between& between);

}  // namespace lockstep
