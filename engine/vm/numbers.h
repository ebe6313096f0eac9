#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

#include "text/integer.h"
#include "vm/builtin.h"
#include "vm/objects/number.h"

// Reads numbers out of Values, whichever of their forms they have.
namespace lockstep {

// int or bool, of any size, and objects of classes derived from int.
inline bool is_int_value(Value value) {
  return value.is_small_int() || value.is_bool() || is_kind(value, Kind::integer);
}

inline bool is_float_value(Value value) {
  return value.is_flonum() || is_kind(value, Kind::real);
}

// Requires is_float_value.
inline double float_of(Value value) {
  return value.is_flonum() ? value.as_flonum() : as<FloatObject>(value)->number;
}

// Requires is_int_value. `room` holds the limbs of a small one while the view is used.
inline IntegerView int_view_of(Value value, SmallInteger& room) {
  if (value.is_object()) return as<IntObject>(value)->view();
  room = SmallInteger(value.is_small_int() ? value.as_small_int() : value.is_true() ? 1 : 0);
  return room;
}

// Whether an int fits int64, and its value. Requires is_int_value.
inline bool int64_of(Value value, int64_t& number) {
  if (value.is_small_int()) {
    number = value.as_small_int();
    return true;
  }
  if (value.is_bool()) {
    number = value.is_true() ? 1 : 0;
    return true;
  }
  const auto fits = integer_to_int64(as<IntObject>(value)->view());
  if (fits) number = *fits;
  return fits.has_value();
}

// The value of a number; remembers which of Python's three kinds it is.
class Number {
 public:
  enum class Kind : uint8_t { integer, real, complex, none };

  explicit Number(Value value) {
    if (value.is_small_int()) {
      set_integer(value.as_small_int());
    } else if (value.is_flonum()) {
      kind_ = Kind::real;
      real_ = value.as_flonum();
    } else if (value.is_bool()) {
      set_integer(value.is_true() ? 1 : 0);
    } else if (is_kind(value, lockstep::Kind::integer)) {
      kind_ = Kind::integer;
      big_ = as<IntObject>(value);
    } else if (is_kind(value, lockstep::Kind::real)) {
      kind_ = Kind::real;
      real_ = as<FloatObject>(value)->number;
    } else if (is_kind(value, lockstep::Kind::complex_number)) {
      kind_ = Kind::complex;
      real_ = as<ComplexObject>(value)->real;
      imaginary_ = as<ComplexObject>(value)->imaginary;
    }
  }

  Kind kind() const { return kind_; }
  bool is_integer() const { return kind_ == Kind::integer; }
  bool is_real() const { return kind_ == Kind::real; }
  bool is_complex() const { return kind_ == Kind::complex; }
  bool is_none() const { return kind_ == Kind::none; }

  // Requires is_integer(); the view is valid as long as this Number.
  IntegerView view() const { return big_ != nullptr ? big_->view() : IntegerView(small_room_); }
  bool is_small() const { return big_ == nullptr; }
  int64_t small() const { return small_; }

  // As a float: an int beyond the range of floats becomes infinite. See to_double for the error.
  double real() const {
    if (kind_ != Kind::integer) return real_;
    if (big_ == nullptr) return static_cast<double>(small_);
    const auto exact = integer_to_double(big_->view());
    return exact ? *exact : big_->extra != 0 ? -HUGE_VAL : HUGE_VAL;
  }
  double imaginary() const { return imaginary_; }
  TextResult<double> to_double() const {
    if (kind_ != Kind::integer || big_ == nullptr) return real();
    return integer_to_double(big_->view());
  }

  // Exact, between ints and floats too; a complex number counts with its real part.
  std::partial_ordering compare(const Number& other) const {
    if (is_integer() && other.is_integer()) {
      if (big_ == nullptr && other.big_ == nullptr) return small_ <=> other.small_;
      return integer_compare(view(), other.view());
    }
    if (is_integer()) return integer_compare_double(view(), other.real_);
    if (other.is_integer()) {
      const auto reversed = integer_compare_double(other.view(), real_);
      return reversed == std::partial_ordering::less      ? std::partial_ordering::greater
             : reversed == std::partial_ordering::greater ? std::partial_ordering::less
                                                          : reversed;
    }
    return real_ <=> other.real_;
  }

 private:
  void set_integer(int64_t number) {
    kind_ = Kind::integer;
    small_ = number;
    small_room_ = SmallInteger(number);
  }

  Kind kind_ = Kind::none;
  int64_t small_ = 0;
  SmallInteger small_room_{0};
  const IntObject* big_ = nullptr;
  double real_ = 0;
  double imaginary_ = 0;
};

}  // namespace lockstep
