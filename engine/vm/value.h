#pragma once

#include <bit>
#include <cstdint>

namespace lockstep {

struct Object;

// One Python value in 64 bits, on every platform:
//
//   ...xxx1  an int that fits 63 bits
//   ...xx10  a float whose exponent is usual (about 1e-77 to 1e77, and 0.0): "flonum", the encoding
//            Koichi Sasada gave CRuby; other floats are FloatObjects on the heap
//   ...x000  below 256: empty, None, False, True, NotImplemented, Ellipsis; otherwise an Object*
//
// `empty` is no Python value: it marks an unbound local, a free slot, an argument not given.
// Copying a Value never allocates. Values hold no references that need counting; the collector finds
// them by tracing.
class Value {
 public:
  constexpr Value() = default;

  static constexpr Value empty() { return Value(0); }
  static constexpr Value none() { return Value(0x08); }
  static constexpr Value boolean(bool truth) { return Value(truth ? 0x18 : 0x10); }
  static constexpr Value not_implemented() { return Value(0x20); }
  static constexpr Value ellipsis() { return Value(0x28); }
  static constexpr Value from_bits(uint64_t bits) { return Value(bits); }

  // Requires fits_small_int(number).
  static constexpr Value small_int(int64_t number) {
    return Value((static_cast<uint64_t>(number) << 1) | 1);
  }
  static constexpr bool fits_small_int(int64_t number) {
    return number >= kSmallIntMin && number <= kSmallIntMax;
  }
  static constexpr int64_t kSmallIntMax = (int64_t{1} << 62) - 1;
  static constexpr int64_t kSmallIntMin = -(int64_t{1} << 62);

  // The two exponent patterns next to the middle of the range are told apart by one bit, which
  // leaves room for the tag after rotating the sign and exponent to the low end.
  static constexpr bool fits_flonum(double number) {
    const uint64_t bits = std::bit_cast<uint64_t>(number);
    const uint64_t top = (bits >> 60) & 7;
    return ((top == 3 || top == 4) && bits != kFlonumZeroTwin) || bits == 0;
  }
  // Requires fits_flonum(number).
  static constexpr Value flonum(double number) {
    const uint64_t bits = std::bit_cast<uint64_t>(number);
    if (bits == 0) return Value(kFlonumZero);
    return Value((std::rotl(bits, 3) & ~uint64_t{3}) | 2);
  }

  static Value object(const Object* object) {
    return Value(static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object)));
  }

  constexpr bool is_empty() const { return bits_ == 0; }
  constexpr bool is_none() const { return bits_ == 0x08; }
  constexpr bool is_false() const { return bits_ == 0x10; }
  constexpr bool is_true() const { return bits_ == 0x18; }
  constexpr bool is_bool() const { return (bits_ | 0x08) == 0x18; }
  constexpr bool is_not_implemented() const { return bits_ == 0x20; }
  constexpr bool is_ellipsis() const { return bits_ == 0x28; }
  constexpr bool is_small_int() const { return (bits_ & 1) != 0; }
  constexpr bool is_flonum() const { return (bits_ & 3) == 2; }
  constexpr bool is_object() const { return (bits_ & 3) == 0 && bits_ >= 256; }

  constexpr int64_t as_small_int() const { return static_cast<int64_t>(bits_) >> 1; }
  constexpr double as_flonum() const {
    if (bits_ == kFlonumZero) return 0.0;
    const uint64_t top_bit = bits_ >> 63;
    return std::bit_cast<double>(std::rotr((2 - top_bit) | (bits_ & ~uint64_t{3}), 3));
  }
  Object* as_object() const { return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits_)); }

  constexpr uint64_t bits() const { return bits_; }

  // Identity (`is`), not equality.
  friend constexpr bool operator==(Value, Value) = default;

 private:
  constexpr explicit Value(uint64_t bits) : bits_(bits) {}

  static constexpr uint64_t kFlonumZero = 0x8000000000000002;
  static constexpr uint64_t kFlonumZeroTwin = 0x3000000000000000;  // would encode as kFlonumZero

  uint64_t bits_ = 0;
};

static_assert(sizeof(Value) == 8);

}  // namespace lockstep
