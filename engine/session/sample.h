#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "session/explore.h"
#include "session/session.h"

namespace lockstep {

// Runs a program many times and counts how it ends: testing by chance, to set beside exploring.
struct SampleOptions {
  enum class Order : uint8_t {
    random,        // any thread that can go on, at every step
    priorities,    // probabilistic concurrency testing (PriorityPolicy)
    turns,         // each thread in turn, one step at a time in the first run, two in the second, ...
    free,          // real threads in real time; leaves no schedule
  };
  Order order = Order::random;
  uint64_t runs = 200;
  uint64_t first_seed = 1;
  double max_seconds = 60;
  double switch_interval = 0.005;               // seconds; Order::free
  // What makes two outcomes different, and how time goes: as in an exploration. `observe` is no expression
  // where the order is free.
  ExploreOptions explore;
};

// Runs that ended alike. The words are those of the first of them.
struct SampledOutcome {
  OutcomeKind kind = OutcomeKind::none;
  std::string value;                            // what ExploreOptions::observe names
  std::string standard_output;
  std::string error;
  uint64_t count = 0;
  uint64_t first_run = 0;                       // which run it was, counted from 1
  std::string schedule;                         // of that run; empty: there is none
};

struct Samples {
  uint64_t wanted = 0;
  uint64_t runs = 0;                            // that came to their ends
  uint64_t orders = 0;                          // different schedules among them; 0 where the order is free
  double seconds = 0;
  SampleOptions::Order order = SampleOptions::Order::random;
  std::vector<SampledOutcome> outcomes;         // in the order in which they were met
};

// Blocks; call it from a thread of your own. `progress` is called before each run and now and then within one;
// returning false ends it soon, and what was counted until then is kept.
Samples sample(std::string_view source, std::string_view name, const SampleOptions& options,
               const std::function<bool(const Samples&)>& progress = {});

}  // namespace lockstep
