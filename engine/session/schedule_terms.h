#pragma once

#include <memory>

#include "control/schedule.h"
#include "session/session.h"
#include "vm/random_draws.h"

namespace lockstep {

// What a run of the program is to keep to: the terms of its options' schedule, if they have one that fits.
ScheduleTerms terms_of(const RunOptions& options, uint64_t program);

// For a machine; null: its script's own generators decide.
std::shared_ptr<RandomDraws> make_draws(const ScheduleTerms& terms);

}  // namespace lockstep
