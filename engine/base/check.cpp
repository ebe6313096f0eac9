#include "base/check.h"

namespace lockstep {

void fail_ensure(const char* condition, const char* file, int line) {
  throw InternalError(std::string(file) + ":" + std::to_string(line) + ": ENSURE(" + condition +
                      ") does not hold");
}

}  // namespace lockstep
