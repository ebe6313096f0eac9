#include "text/digests.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

// All of them cut the data, padded to whole blocks of 64 bytes, into words of 32 bits, and stir each block into
// a state of a few words. They differ in the byte order of words and in how a block is stirred in.
namespace lockstep {

namespace {

constexpr size_t kBlock = 64;

enum class Order : uint8_t { little, big };

uint32_t load(const uint8_t* bytes, Order order) {
  uint32_t word = 0;
  for (int i = 0; i < 4; ++i) word |= uint32_t{bytes[i]} << 8 * (order == Order::little ? i : 3 - i);
  return word;
}

void store(std::string& out, uint64_t word, int bytes, Order order) {
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(word >> 8 * (order == Order::little ? i : bytes - 1 - i));
  }
}

template <size_t words, class Stir>
std::string digest(std::string_view data, std::array<uint32_t, words> state, size_t shown, Order order, Stir stir) {
  std::string tail(data.substr(data.size() / kBlock * kBlock));
  tail += '\x80';
  while (tail.size() % kBlock != kBlock - 8) tail += '\0';
  store(tail, uint64_t{data.size()} * 8, 8, order);
  auto take = [&](std::string_view blocks) {
    for (size_t i = 0; i + kBlock <= blocks.size(); i += kBlock) {
      std::array<uint32_t, 16> block;
      const auto* bytes = reinterpret_cast<const uint8_t*>(blocks.data()) + i;
      for (size_t k = 0; k < block.size(); ++k) block[k] = load(bytes + 4 * k, order);
      stir(state, block);
    }
  };
  take(data);
  take(tail);
  std::string out;
  for (size_t i = 0; i < shown; ++i) store(out, state[i], 4, order);
  return out;
}

void stir_md5(std::array<uint32_t, 4>& state, const std::array<uint32_t, 16>& block) {
  static const std::array<uint32_t, 64> kSines = [] {
    std::array<uint32_t, 64> sines;
    for (size_t i = 0; i < sines.size(); ++i) {
      sines[i] = static_cast<uint32_t>(std::floor(std::fabs(std::sin(static_cast<double>(i + 1))) * 4294967296.0));
    }
    return sines;
  }();
  static constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  auto [a, b, c, d] = state;
  for (uint32_t i = 0; i < 64; ++i) {
    uint32_t mixed = 0;
    uint32_t place = i;
    switch (i / 16) {
      case 0: mixed = (b & c) | (~b & d); break;
      case 1: mixed = (d & b) | (~d & c); place = 5 * i + 1; break;
      case 2: mixed = b ^ c ^ d; place = 3 * i + 5; break;
      default: mixed = c ^ (b | ~d); place = 7 * i; break;
    }
    const uint32_t sum = a + mixed + kSines[i] + block[place % 16];
    a = d;
    d = c;
    c = b;
    b += std::rotl(sum, kShifts[i / 16][i % 4]);
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d};
}

void stir_sha1(std::array<uint32_t, 5>& state, const std::array<uint32_t, 16>& block) {
  std::array<uint32_t, 80> words;
  for (size_t i = 0; i < 80; ++i) {
    words[i] = i < 16 ? block[i] : std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = state;
  for (size_t i = 0; i < 80; ++i) {
    uint32_t mixed = 0;
    uint32_t constant = 0;
    switch (i / 20) {
      case 0: mixed = (b & c) | (~b & d); constant = 0x5A827999; break;
      case 1: mixed = b ^ c ^ d; constant = 0x6ED9EBA1; break;
      case 2: mixed = (b & c) | (b & d) | (c & d); constant = 0x8F1BBCDC; break;
      default: mixed = b ^ c ^ d; constant = 0xCA62C1D6; break;
    }
    const uint32_t next = std::rotl(a, 5) + mixed + e + constant + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr uint32_t kCubeRoots[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

void stir_sha256(std::array<uint32_t, 8>& state, const std::array<uint32_t, 16>& block) {
  std::array<uint32_t, 64> words;
  for (size_t i = 0; i < 64; ++i) {
    if (i < 16) {
      words[i] = block[i];
      continue;
    }
    const uint32_t x = words[i - 15];
    const uint32_t y = words[i - 2];
    words[i] = words[i - 16] + words[i - 7] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3)) +
               (std::rotr(y, 17) ^ std::rotr(y, 19) ^ (y >> 10));
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (size_t i = 0; i < 64; ++i) {
    const uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                           kCubeRoots[i] + words[i];
    const uint32_t second =
        (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d,
           state[4] + e, state[5] + f, state[6] + g, state[7] + h};
}

}  // namespace

std::string digest_of(std::string_view algorithm, std::string_view data) {
  if (algorithm == "md5") {
    return digest<4>(data, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, 4, Order::little, stir_md5);
  }
  if (algorithm == "sha1") {
    return digest<5>(data, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, 5, Order::big, stir_sha1);
  }
  if (algorithm == "sha224") {
    return digest<8>(data,
                     {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4},
                     7, Order::big, stir_sha256);
  }
  if (algorithm == "sha256") {
    return digest<8>(data,
                     {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
                     8, Order::big, stir_sha256);
  }
  return "";
}

}  // namespace lockstep
