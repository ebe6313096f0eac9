#include "session/explore.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <tuple>

#include "base/check.h"
#include "control/explorer.h"
#include "control/state_search.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/fork_words.h"
#include "session/machine_model.h"
#include "session/witness_run.h"
#include "vm/image.h"

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

// What two findings have in common that are the same for a learner.
std::tuple<Finding::Kind, std::vector<int>, std::string> gist_of(const Finding& finding) {
  std::vector<int> lines;
  for (const Finding::Place& place : finding.places) lines.push_back(place.line);
  std::sort(lines.begin(), lines.end());
  // The search tells races apart by their lines alone.
  return {finding.kind, lines, finding.kind == Finding::Kind::race ? "" : finding.object};
}

// What detectors say of the runs that stand for the outcomes, and of a few others. A race that the search has
// found keeps its schedule, which ends where both accesses come next, and gets their words.
void add_findings_of_witnesses(Exploration& exploration, const std::shared_ptr<const LoadedProgram>& program,
                               const ExploreOptions& options) {
  if (!options.look_at_witnesses) return;
  constexpr size_t kMostWitnesses = 100;
  constexpr auto kMostTime = std::chrono::seconds(1);
  const auto begun = std::chrono::steady_clock::now();
  const auto is_over = [&] { return std::chrono::steady_clock::now() - begun > kMostTime; };
  const auto add = [&](std::vector<Finding> findings) {
    for (Finding& finding : findings) {
      finding.step = 0;
      const auto gist = gist_of(finding);
      const auto known = std::find_if(exploration.findings.begin(), exploration.findings.end(),
                                      [&](const Finding& other) { return gist_of(other) == gist; });
      if (known == exploration.findings.end()) {
        exploration.findings.push_back(std::move(finding));
      } else if (known->kind == Finding::Kind::race && known->places.front().does.empty()) {
        finding.schedule = known->schedule;
        *known = std::move(finding);
      }
    }
  };
  size_t looked = 0;
  bool is_stuck = false;
  for (const ExploredOutcome& outcome : exploration.outcomes) {
    is_stuck = is_stuck || outcome.kind == OutcomeKind::deadlock || outcome.kind == OutcomeKind::limit;
    const auto schedule = parse_schedule(outcome.schedule);
    if (schedule && looked < kMostWitnesses && !is_over()) add(findings_of_run(program, options, *schedule));
    ++looked;
  }
  constexpr uint64_t kOthers = 6;
  for (uint64_t seed = 1; seed <= kOthers && !is_over() && !exploration.outcomes.empty(); ++seed) {
    const auto schedule = parse_schedule(exploration.outcomes.front().schedule);
    if (schedule) add(findings_of_random_run(program, options, *schedule, seed));
  }
  // Locks in a circle of which every schedule was tried, and nobody gets stuck: something else sees to it.
  if (exploration.complete && !is_stuck) {
    std::erase_if(exploration.findings,
                  [](const Finding& finding) { return finding.kind == Finding::Kind::lock_order; });
  }
  std::stable_sort(exploration.findings.begin(), exploration.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
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
  search.program = hash;
  search.arbitrary_time = options.arbitrary_time;
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
  search.program = hash;
  search.arbitrary_time = options.arbitrary_time;
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
  Exploration exploration = search(program, hash, options, progress);
  try {
    tell_forks(exploration, program, options);
  } catch (const InternalError&) {
    // then the forks stay unknown
  }
  return exploration;
}

}  // namespace lockstep
