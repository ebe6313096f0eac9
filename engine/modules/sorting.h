#pragma once

#include <span>
#include <vector>

#include "vm/value.h"

namespace lockstep {

class Machine;

enum class SortDirection : uint8_t { ascending, descending };

// Sorts stably by `<` of the keys, which stand at the same places as what they are keys of; the result is
// the order of those places. Returns false when script code has to compare (or an error is due): then
// `order` is useless. A run that is to end does not come back (Machine::checkpoint).
bool sort_order(const Machine& machine, std::span<const Value> keys, SortDirection direction,
                std::vector<uint32_t>& order);

}  // namespace lockstep
