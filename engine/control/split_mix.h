#pragma once

#include <cstdint>

namespace lockstep {

// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): 64
// bits at a time from 64 bits of state, the same on every build.
inline uint64_t split_mix(uint64_t& state) {
  uint64_t bits = state += 0x9e3779b97f4a7c15;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

}  // namespace lockstep
