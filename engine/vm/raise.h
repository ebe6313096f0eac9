#pragma once

#include <fmt/format.h>

#include "vm/machine.h"

namespace lockstep {

template <class... Arguments>
Step Machine::raise_format(BuiltinClass type, const char* format, const Arguments&... arguments) {
  return raise(type, fmt::format(fmt::runtime(format), arguments...));
}

}  // namespace lockstep
