#include "session/explore_findings.h"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "control/schedule.h"
#include "session/witness_run.h"

namespace lockstep {

namespace {

// What two findings have in common that are the same for a learner.
std::tuple<Finding::Kind, std::vector<int>, std::string> gist_of(const Finding& finding) {
  std::vector<int> lines;
  for (const Finding::Place& place : finding.places) lines.push_back(place.line);
  std::sort(lines.begin(), lines.end());
  // The search tells races apart by their lines alone.
  return {finding.kind, lines, finding.kind == Finding::Kind::race ? "" : finding.object};
}

}  // namespace

bool is_alike(const Finding& a, const Finding& b) { return gist_of(a) == gist_of(b); }

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
      const auto known = std::find_if(exploration.findings.begin(), exploration.findings.end(),
                                      [&](const Finding& other) { return is_alike(other, finding); });
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

}  // namespace lockstep
