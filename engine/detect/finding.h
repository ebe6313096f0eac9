#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

// Something in a program that is wrong, or looks so, whatever the outcome of the run it was seen in.
// Plain data; finding.def says what each kind means.
struct Finding {
  enum class Kind : uint8_t {
#define FINDING(kind, label) kind,
#include "detect/finding.def"
#undef FINDING
  };
  // A thread's part in it.
  struct Place {
    int line = 0;                               // in the script, 0 unknown
    std::string thread;
    std::string does;                           // "writes", "takes pen while it holds paper"; may be empty
  };
  Kind kind = Kind::race;
  std::string object;                           // what the script calls it; may be empty
  std::string message;                          // a sentence for learners, without the full stop
  std::vector<Place> places;                    // race: the two accesses
  std::string schedule;                         // of a run that shows it; may be empty
  uint64_t step = 0;                            // how many steps its run had made when it was known; 0: not told
};

inline std::string_view label_of(Finding::Kind kind) {
  static constexpr std::string_view kLabels[] = {
#define FINDING(kind, label) label,
#include "detect/finding.def"
#undef FINDING
  };
  return kLabels[static_cast<size_t>(kind)];
}

}  // namespace lockstep
