#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/integer.h"

namespace lockstep {

// The Mersenne Twister MT19937 as CPython's `random` module drives it: the same seed gives the same
// numbers. Trivially copyable, so that it lives in a run's arena and is copied with the run.
// One thread at a time.
// Source: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998.
class MersenneTwister {
 public:
  static constexpr int kStateSize = 624;

  // random.seed(0) until one of the seeds below is called.
  MersenneTwister() { seed_integer({}); }

  void seed_integer(IntegerView seed);     // random.seed(int): the sign does not count
  void seed_float(double seed);            // random.seed(float): by its hash
  void seed_bytes(std::string_view seed);  // random.seed(str or bytes), version 2

  uint32_t next_uint32();
  double next_double();                  // random.random(): [0, 1) in steps of 2**-53
  uint64_t next_bits(int count);         // getrandbits(count), 1 <= count <= 64
  Integer next_big_bits(int64_t count);  // getrandbits(count), 0 <= count <= kMaximumIntegerBits
  uint64_t next_below(uint64_t bound);   // Random._randbelow(bound); requires bound > 0
  Integer next_big_below(IntegerView bound);  // the same, of any size; requires bound > 0

  // getstate()/setstate(): the 624 words, and the place in them (624: all used up).
  const std::array<uint32_t, kStateSize>& words() const { return words_; }
  int32_t index() const { return index_; }
  void set_state(const std::array<uint32_t, kStateSize>& words, int32_t index);

 private:
  void seed_word(uint32_t seed);
  void seed_array(std::span<const uint32_t> key);
  void refill();

  std::array<uint32_t, kStateSize> words_;
  int32_t index_;
};

}  // namespace lockstep
