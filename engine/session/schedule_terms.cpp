#include "session/schedule_terms.h"

namespace lockstep {

ScheduleTerms terms_of(const RunOptions& options, uint64_t program) {
  ScheduleTerms terms;
  terms.program = program;
  const bool has_schedule = options.mode == RunMode::replay ||
                            (options.mode == RunMode::step && !options.random && !options.schedule.empty());
  if (!has_schedule) return terms;
  auto schedule = parse_schedule(options.schedule);
  return schedule && schedule->program == program ? *schedule : terms;
}

std::shared_ptr<RandomDraws> make_draws(const ScheduleTerms& terms) {
  return terms.draws.has_value() ? std::make_shared<RandomDraws>(*terms.draws) : nullptr;
}

}  // namespace lockstep
