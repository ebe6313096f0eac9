#include "session/explore.h"

#include "control/explorer.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/machine_replica.h"
#include "vm/image.h"

namespace lockstep {

namespace {

constexpr Time kProgressEvery = 50'000'000;

OutcomeKind kind_of(EndKind kind) {
  switch (kind) {
    case EndKind::finished: return OutcomeKind::finished;
    case EndKind::exception: return OutcomeKind::exception;
    case EndKind::deadlock: return OutcomeKind::deadlock;
    case EndKind::limit: return OutcomeKind::limit;
  }
  return OutcomeKind::none;
}

Exploration report(const Explorer& explorer) {
  Exploration exploration;
  const Explorer::Progress progress = explorer.progress();
  exploration.complete = explorer.complete();
  exploration.executions = progress.executions;
  exploration.states = progress.states;
  exploration.transitions = progress.transitions;
  exploration.seconds = explorer.seconds();
  for (const Explorer::Found& found : explorer.found()) {
    exploration.outcomes.push_back({kind_of(found.outcome.kind), found.outcome.value,
                                    found.outcome.output, found.outcome.error,
                                    static_cast<int>(found.preemptions), found.schedule.text()});
  }
  return exploration;
}

}  // namespace

Exploration explore(std::string_view source, std::string_view name, const ExploreOptions& options,
                    const std::function<bool(const Exploration&)>& progress) {
  Image::initialize(registry());
  auto compiled = compile_module(source, name);
  if (!compiled) {
    Exploration failed;
    failed.complete = true;
    const SyntaxError& error = compiled.error();
    failed.outcomes.push_back({OutcomeKind::exception, "", "",
                               std::string(syntax_error_type_name(error.type)) + ": " + error.message,
                               0, ""});
    return failed;
  }
  MachineReplica replica(LoadedProgram::make(*compiled), options);
  if (!replica.has_begun()) {
    Exploration endless;
    endless.outcomes.push_back({OutcomeKind::limit, "", "",
                                "the program does nothing another thread could notice, for too long", 0,
                                ""});
    return endless;
  }
  Explorer::Options search;
  search.program = hash_of_program(source);
  search.max_seconds = options.max_seconds;
  if (options.max_executions != 0) search.max_executions = options.max_executions;
  if (options.max_preemptions >= 0) {
    search.max_preemptions = static_cast<uint64_t>(options.max_preemptions);
  }
  Explorer explorer(replica, search);
  while (!explorer.advance(kProgressEvery)) {
    if (progress && !progress(report(explorer))) explorer.cancel();
  }
  return report(explorer);
}

}  // namespace lockstep
