#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "session/explore.h"
#include "session/sample.h"

namespace lockstep {

// One way in which a program ends, whether exploring found it, runs by chance met it, or both.
struct OutcomeRow {
  OutcomeKind kind = OutcomeKind::none;
  std::string gist;                     // what tells it from the others, in a line
  std::optional<size_t> explored;       // its place in the exploration
  std::optional<size_t> sampled;        // its place in the samples
  uint64_t count = 0;                   // of the sampled runs
};

// Both lists as one: failures first, then by value, numbers by their size. Either may be null.
std::vector<OutcomeRow> outcome_rows(const Exploration* explored, const Samples* samples);

// What tells an outcome from others, in a line: its value, or what went wrong.
std::string gist_of(OutcomeKind kind, const std::string& value, const std::string& error);

// Whether text `a` comes before `b` when the numbers in them count by their size: "9 of 10" before "10 of 10".
bool comes_before(std::string_view a, std::string_view b);

// "18.5 %": a share of runs, never rounded to none or all where it is neither.
std::string share_text(uint64_t count, uint64_t runs);

// "1 234 567".
std::string grouped(uint64_t number);

}  // namespace lockstep
