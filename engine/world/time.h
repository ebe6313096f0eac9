#pragma once

#include <cstdint>

namespace lockstep {

// Nanoseconds on a world's own clock, which starts at 0 when the run does. Real in the free world,
// virtual in the controlled one.
using Time = int64_t;

inline constexpr Time kNever = INT64_MAX;
inline constexpr Time kSecond = 1'000'000'000;

}  // namespace lockstep
