#include "vm/random_draws.h"

#include <algorithm>

namespace lockstep {

uint64_t RandomDraws::draw(Draw draw, uint64_t count) {
  const bool has_many = count > kMostValues;
  left_out_ = left_out_ || has_many;
  const uint32_t values = has_many ? kTriedOfMany : static_cast<uint32_t>(count);
  uint32_t& most = met_[draw];
  most = std::max(most, values);
  const auto chosen = choices_.find(draw);
  // A draw can have fewer values than in the run that it was chosen for.
  const uint64_t value = chosen == choices_.end() ? 0 : chosen->second % values;
  if (!has_many || value == 0) return value;
  return value == kTriedOfMany - 1 ? count - 1 : count / (kTriedOfMany - 1) * value;
}

}  // namespace lockstep
