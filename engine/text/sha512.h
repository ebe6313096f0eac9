#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lockstep {

// SHA-512, here only because random.seed(str) is defined by it. Pure, callable from any thread.
// Source: FIPS 180-4.
std::array<uint8_t, 64> sha512(std::string_view message);

}  // namespace lockstep
