#include "session/exploration_job.h"

namespace lockstep {

ExplorationJob::ExplorationJob(std::string source, std::string name, const ExploreOptions& options,
                               uint64_t number)
    : source_(std::move(source)),
      name_(std::move(name)),
      options_(options),
      number_(number),
      host_(HostThread::Mode::own_thread) {
  show({}, true);
  host_.post([this] {
    try {
      show(lockstep::explore(source_, name_, options_,
                             [this](const Exploration& found) {
                               show(found, true);
                               return !cancelled_.load();
                             }),
           false);
    } catch (const std::exception& error) {
      Exploration failed;
      ExploredOutcome outcome;
      outcome.kind = OutcomeKind::internal_error;
      outcome.error = std::string("this is a mistake of Lockstep's own: ") + error.what();
      failed.outcomes.push_back(std::move(outcome));
      show(failed, false);
    }
    return HostThread::Slice::done;
  });
}

void ExplorationJob::show(const Exploration& found, bool running) {
  view_.put(std::make_shared<ExplorationView>(
      ExplorationView{number_, running, std::make_shared<Exploration>(found)}));
}

}  // namespace lockstep
