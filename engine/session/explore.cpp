#include "session/explore.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "control/explorer.h"
#include "control/state_search.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/explore_draws.h"
#include "session/explore_findings.h"
#include "session/fork_words.h"
#include "session/machine_model.h"
#include "vm/image.h"
#include "vm/random_draws.h"

namespace lockstep {

namespace {

constexpr Time kProgressEvery = 50'000'000;

using Told = std::function<bool(const Exploration&)>;

void add_outcomes(Exploration& exploration, const std::vector<Explorer::Found>& all) {
  for (const Explorer::Found& found : all) {
    ExploredOutcome outcome;
    outcome.kind = outcome_kind(found.outcome.kind);
    outcome.value = found.outcome.value;
    outcome.standard_output = found.outcome.output;
    outcome.error = found.outcome.error;
    outcome.preemptions = static_cast<int>(found.preemptions);
    outcome.schedule = found.schedule.text();
    exploration.outcomes.push_back(std::move(outcome));
  }
}

// For each outcome that is no good end, the good one whose schedule is the same for the longest time.
void add_nearest_good(Exploration& exploration, const std::vector<Explorer::Found>& all) {
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].outcome.kind == EndKind::finished) continue;
    const std::vector<uint32_t>& bad = all[i].schedule.choices;
    if (all[i].nearest_good.has_value()) {
      const std::vector<uint32_t>& good = all[i].nearest_good->choices;
      const auto differ = std::mismatch(bad.begin(), bad.end(), good.begin(), good.end()).first;
      exploration.outcomes[i].differs_at = static_cast<size_t>(differ - bad.begin());
      exploration.outcomes[i].nearest_good = all[i].nearest_good->text();
      continue;
    }
    std::optional<size_t> best;
    for (size_t j = 0; j < all.size(); ++j) {
      if (all[j].outcome.kind != EndKind::finished) continue;
      const std::vector<uint32_t>& good = all[j].schedule.choices;
      const auto differ = std::mismatch(bad.begin(), bad.end(), good.begin(), good.end()).first;
      const auto same = static_cast<size_t>(differ - bad.begin());
      if (best.has_value() && same <= exploration.outcomes[i].differs_at) continue;
      best = j;
      exploration.outcomes[i].differs_at = same;
      exploration.outcomes[i].nearest_good = all[j].schedule.text();
    }
  }
}

ScheduleTerms terms_of(uint64_t program, const ExploreOptions& options) {
  ScheduleTerms terms;
  terms.program = program;
  terms.arbitrary_time = options.arbitrary_time;
  if (options.draws != nullptr) terms.draws = options.draws->choices();
  return terms;
}

Exploration report(const Explorer& explorer) {
  Exploration exploration;
  const Explorer::Progress progress = explorer.progress();
  exploration.complete = explorer.complete();
  exploration.executions = progress.executions;
  exploration.states = progress.states;
  exploration.transitions = progress.transitions;
  exploration.seconds = explorer.seconds();
  add_outcomes(exploration, explorer.found());
  return exploration;
}

Finding finding_of(const StateSearch::Race& race) {
  Finding finding;
  finding.kind = Finding::Kind::race;
  finding.object = race.object;
  finding.places = {{race.first.line, race.first.thread, ""},
                    {race.second.line, race.second.thread, ""}};
  finding.schedule = race.schedule.text();
  const std::string what = race.object.empty() ? "the same data" : race.object;
  finding.message = race.first.thread + " (line " + std::to_string(race.first.line) + ") and " +
                    race.second.thread + " (line " + std::to_string(race.second.line) +
                    ") use " + what + " at the same time, at least one of them to change it, and nothing " +
                    "decides who comes first";
  return finding;
}

Exploration report(const StateSearch& search, bool is_over) {
  Exploration exploration;
  const StateSearch::Progress progress = search.progress();
  exploration.complete = is_over && search.complete();
  exploration.executions = progress.executions;
  exploration.states = progress.states;
  exploration.transitions = progress.transitions;
  exploration.frontier = progress.frontier;
  exploration.seconds = progress.seconds;
  const auto found = search.found();
  add_outcomes(exploration, found);
  if (is_over) {
    add_nearest_good(exploration, found);
    for (const StateSearch::Race& race : search.races()) exploration.findings.push_back(finding_of(race));
    if (search.has_livelock()) {
      Finding finding;
      finding.kind = Finding::Kind::livelock;
      for (const auto& each : found) {
        if (each.outcome.kind != EndKind::limit) continue;
        finding.message = each.outcome.error;
        finding.schedule = each.schedule.text();
      }
      exploration.findings.push_back(std::move(finding));
    }
  }
  return exploration;
}

Exploration endless() {
  Exploration exploration;
  ExploredOutcome outcome;
  outcome.kind = OutcomeKind::limit;
  outcome.error = "the program does nothing another thread could notice, for too long";
  exploration.outcomes.push_back(std::move(outcome));
  return exploration;
}

Exploration explore_schedules(std::shared_ptr<const LoadedProgram> program, uint64_t hash,
                              const ExploreOptions& options, const Told& progress) {
  MachineReplica replica(std::move(program), options);
  if (!replica.has_begun()) return endless();
  Explorer::Options search;
  search.terms = terms_of(hash, options);
  search.max_seconds = options.max_seconds;
  if (options.max_executions != 0) search.max_executions = options.max_executions;
  if (options.max_preemptions >= 0) {
    search.max_preemptions = static_cast<uint64_t>(options.max_preemptions);
  }
  Explorer explorer(replica, search);
  while (!explorer.advance(kProgressEvery)) {
    if (progress && !progress(report(explorer))) explorer.cancel();
  }
  Exploration exploration = report(explorer);
  add_nearest_good(exploration, explorer.found());
  add_findings_of_witnesses(exploration, replica.program(), options);
  return exploration;
}

Exploration explore_states(std::shared_ptr<const LoadedProgram> program, uint64_t hash,
                           const ExploreOptions& options, const Told& progress) {
  MachineModel model(std::move(program), options);
  if (!model.has_begun()) return endless();
  StateSearch::Options search;
  search.terms = terms_of(hash, options);
  search.max_seconds = options.max_seconds;
  search.max_preemptions = options.max_preemptions;
  if (options.max_executions != 0) search.max_executions = options.max_executions;
  search.remembers_moves = options.use_memory;
  StateSearch states(model, search);
  states.run([&](const StateSearch::Progress&) { return !progress || progress(report(states, false)); });
  Exploration exploration = report(states, true);
  add_findings_of_witnesses(exploration, model.replica().program(), options);
  return exploration;
}

Exploration search(const std::shared_ptr<const LoadedProgram>& program, uint64_t hash,
                   const ExploreOptions& options, const Told& progress) {
  const bool by_states = options.algorithm == ExploreOptions::Algorithm::states;
  try {
    if (by_states) return explore_states(program, hash, options, progress);
  } catch (const InternalError&) {
    // brute force makes fewer assumptions
  }
  try {
    Exploration exploration = explore_schedules(program, hash, options, progress);
    exploration.fell_back = by_states;
    return exploration;
  } catch (const InternalError& error) {
    Exploration failed;
    ExploredOutcome outcome;
    outcome.kind = OutcomeKind::internal_error;
    outcome.error = error.what();
    failed.outcomes.push_back(std::move(outcome));
    return failed;
  }
}

}  // namespace

Exploration explore(std::string_view source, std::string_view name, const ExploreOptions& options,
                    const Told& progress) {
  Image::initialize(registry());
  auto compiled = compile_module(source, name);
  if (!compiled) {
    Exploration failed;
    failed.complete = true;
    const SyntaxError& error = compiled.error();
    ExploredOutcome outcome;
    outcome.kind = OutcomeKind::exception;
    outcome.error = std::string(syntax_error_type_name(error.type)) + ": " + error.message;
    failed.outcomes.push_back(std::move(outcome));
    return failed;
  }
  const auto program = LoadedProgram::make(*compiled);
  const uint64_t hash = hash_of_program(source);
  const auto search_with = [&](const ExploreOptions& with, const Told& told) {
    return search(program, hash, with, told);
  };
  Exploration exploration =
      options.try_draws ? explore_draws(options, progress, search_with) : search_with(options, progress);
  try {
    tell_forks(exploration, program, options);
  } catch (const InternalError&) {
    // then the forks stay unknown
  }
  return exploration;
}

}  // namespace lockstep
