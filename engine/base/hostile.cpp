#include "base/hostile.h"

#include <cstdlib>
#include <string_view>

namespace lockstep {

bool is_hostile() {
  static const bool hostile = [] {
    const char* asked = std::getenv("LOCKSTEP_HOSTILE");
    return asked != nullptr && std::string_view(asked) == "1";
  }();
  return hostile;
}

}  // namespace lockstep
