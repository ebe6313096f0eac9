#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace lockstep {

// What a program calls its objects, by their serial numbers: "lock", "counter". The session knows.
using ObjectNames = std::map<uint32_t, std::string>;

}  // namespace lockstep
