#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "session/explore.h"

namespace lockstep {

// What a lesson's header says of all its runs, to be proved by exploring:
//
//   # claims:
//   #   - can: "counted: 10"      some outcome has this in what is observed
//   #   - never: deadlock         no outcome is a deadlock (likewise: exception)
//   #   - never: "counted: 21"    no outcome has this in what is observed
//   #   - always: "came in: 20"   every outcome is a good end and has this in what is observed
//   #   - races: visitors         two threads race for this variable; `none`: for nothing
//   #   - observe: last-line      what is observed: stdout (if this is left out), last-line, status or an expression
struct Claim {
  enum class Kind { can, never, always, races };
  Kind kind = Kind::can;
  std::string text;
  int line = 0;                    // of the file, counted from 1

  // "never: deadlock", as it stands in the file but for quotes.
  std::string words() const;
};

struct Claims {
  std::vector<Claim> claims;       // empty where a file makes none
  ExploreOptions options;
};

// The error is one line for the user, without the file's name.
Result<Claims, std::string> read_claims(std::string_view source);

// What is wrong with a claim, "" if it holds. A search that left something out can refute a claim, or show
// what can happen, but proves no other.
std::string refute(const Claim& claim, const Exploration& exploration);

// A claim that was looked at.
struct CheckedClaim {
  std::string file;
  Claim claim;
  std::string problem;             // "" if it holds
  double seconds = 0;              // of exploring the file, with its first claim; 0 with the others
};

// The results as JUnit's XML, which graders and CI read.
std::string to_junit(const std::vector<CheckedClaim>& checked);

}  // namespace lockstep
