#pragma once

#include "text/integer.h"

// What the files behind text/integer.h share; for no one else.
namespace lockstep {

inline Failure<TextError> integer_too_large() {
  return text_failure(TextErrorKind::memory_error, "");
}

// The number of bits of a limb that are in use.
inline int limb_bit_length(uint32_t limb) { return limb == 0 ? 0 : 32 - __builtin_clz(limb); }

}  // namespace lockstep
