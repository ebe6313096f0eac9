#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lockstep {

// The first `byte` between `begin` and `end`, or null. What is near is found without a call: texts are short, and
// the parts that they are taken into are shorter.
inline const char* find_byte(const char* begin, const char* end, char byte) {
  static_assert(std::endian::native == std::endian::little);
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHighs = 0x8080808080808080;
  constexpr int kNear = 2;
  const uint64_t pattern = kOnes * static_cast<unsigned char>(byte);
  for (int i = 0; i < kNear && end - begin >= 8; ++i, begin += 8) {
    uint64_t word = 0;
    std::memcpy(&word, begin, sizeof word);
    word ^= pattern;
    // The lowest of these bits belongs to the first byte that is 0.
    const uint64_t zeros = (word - kOnes) & ~word & kHighs;
    if (zeros != 0) return begin + std::countr_zero(zeros) / 8;
  }
  if (end - begin >= 8) {
    return static_cast<const char*>(std::memchr(begin, byte, static_cast<size_t>(end - begin)));
  }
  for (; begin != end; ++begin) {
    if (*begin == byte) return begin;
  }
  return nullptr;
}

}  // namespace lockstep
