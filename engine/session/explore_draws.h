#pragma once

#include <functional>

#include "session/explore.h"

namespace lockstep {

// Explores a program for every way its random draws can go, and tells what was found of all of them
// together. `search` explores for one of them, the options' `draws`.
using ExploreProgress = std::function<bool(const Exploration&)>;
using ExploreWith = std::function<Exploration(const ExploreOptions&, const ExploreProgress&)>;
Exploration explore_draws(const ExploreOptions& options, const ExploreProgress& progress,
                          const ExploreWith& search);

}  // namespace lockstep
