#include "text/random.h"

#include <algorithm>
#include <type_traits>

#include "text/sha512.h"

namespace lockstep {

namespace {

constexpr int kMiddle = 397;
constexpr uint32_t kUpperBit = 0x80000000;
constexpr uint32_t kTwist = 0x9908b0df;

}  // namespace

static_assert(std::is_trivially_copyable_v<MersenneTwister>);

void MersenneTwister::seed_word(uint32_t seed) {
  words_[0] = seed;
  for (uint32_t i = 1; i < kStateSize; ++i) {
    const uint32_t previous = words_[i - 1];
    words_[i] = 1812433253U * (previous ^ (previous >> 30)) + i;
  }
  index_ = kStateSize;
}

// The key's words, least significant first; at least one.
void MersenneTwister::seed_array(std::span<const uint32_t> key) {
  seed_word(19650218U);
  uint32_t i = 1;
  const auto next = [&] {
    if (++i == kStateSize) {
      words_[0] = words_[kStateSize - 1];
      i = 1;
    }
  };
  const auto mixed = [&](uint32_t factor) {
    const uint32_t previous = words_[i - 1];
    return words_[i] ^ ((previous ^ (previous >> 30)) * factor);
  };
  size_t j = 0;
  for (size_t rounds = std::max<size_t>(kStateSize, key.size()); rounds > 0; --rounds) {
    words_[i] = mixed(1664525U) + key[j] + static_cast<uint32_t>(j);
    next();
    j = j + 1 == key.size() ? 0 : j + 1;
  }
  for (int rounds = kStateSize - 1; rounds > 0; --rounds) {
    words_[i] = mixed(1566083941U) - i;
    next();
  }
  words_[0] = kUpperBit;
}

void MersenneTwister::seed_integer(IntegerView seed) {
  constexpr uint32_t kZero[] = {0};
  seed_array(seed.limbs.empty() ? std::span<const uint32_t>(kZero) : seed.limbs);
}

void MersenneTwister::seed_float(double seed) {
  seed_integer(Integer::from_unsigned(static_cast<uint64_t>(hash_double(seed))));
}

void MersenneTwister::seed_bytes(std::string_view seed) {
  const auto digest = sha512(seed);
  std::string bytes(seed);
  bytes.append(digest.begin(), digest.end());
  seed_integer(integer_from_bytes(bytes, ByteOrder::big, Signedness::is_unsigned));
}

void MersenneTwister::refill() {
  for (size_t i = 0; i < kStateSize; ++i) {
    const uint32_t next = words_[i + 1 == kStateSize ? 0 : i + 1];
    const uint32_t joined = (words_[i] & kUpperBit) | (next & ~kUpperBit);
    const size_t middle = i + kMiddle < kStateSize ? i + kMiddle : i + kMiddle - kStateSize;
    words_[i] = words_[middle] ^ (joined >> 1) ^ ((joined & 1) != 0 ? kTwist : 0);
  }
  index_ = 0;
}

uint32_t MersenneTwister::next_uint32() {
  if (index_ >= kStateSize) refill();
  uint32_t word = words_[static_cast<size_t>(index_++)];
  word ^= word >> 11;
  word ^= word << 7 & 0x9d2c5680U;
  word ^= word << 15 & 0xefc60000U;
  return word ^ word >> 18;
}

double MersenneTwister::next_double() {
  const uint64_t high = next_uint32() >> 5;
  const uint64_t low = next_uint32() >> 6;
  return static_cast<double>(high << 26 | low) * 0x1p-53;
}

uint64_t MersenneTwister::next_bits(int count) {
  ENSURE(count >= 1 && count <= 64);
  if (count <= 32) return next_uint32() >> (32 - count);
  const uint64_t low = next_uint32();
  const uint64_t high = next_uint32() >> (64 - count);
  return high << 32 | low;
}

Integer MersenneTwister::next_big_bits(int64_t count) {
  ENSURE(count >= 0 && count <= kMaximumIntegerBits);
  std::vector<uint32_t> limbs;
  for (; count > 0; count -= 32) {
    limbs.push_back(next_uint32() >> (count < 32 ? 32 - count : 0));
  }
  return Integer(false, std::move(limbs));
}

uint64_t MersenneTwister::next_below(uint64_t bound) {
  ENSURE(bound > 0);
  const int bits = 64 - __builtin_clzll(bound);
  uint64_t value = next_bits(bits);
  while (value >= bound) value = next_bits(bits);
  return value;
}

Integer MersenneTwister::next_big_below(IntegerView bound) {
  ENSURE(!bound.negative && !bound.limbs.empty());
  const int64_t bits = integer_bit_length(bound);
  Integer value = next_big_bits(bits);
  while (integer_compare(value, bound) >= 0) value = next_big_bits(bits);
  return value;
}

void MersenneTwister::set_state(const std::array<uint32_t, kStateSize>& words, int32_t index) {
  ENSURE(index >= 0 && index <= kStateSize);
  words_ = words;
  index_ = index;
}

}  // namespace lockstep
