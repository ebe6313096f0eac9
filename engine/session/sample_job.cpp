#include "session/sample_job.h"

namespace lockstep {

namespace {

constexpr double kShowSeconds = 0.04;

}  // namespace

SampleJob::SampleJob(std::string source, std::string name, const SampleOptions& options, uint64_t number)
    : source_(std::move(source)),
      name_(std::move(name)),
      options_(options),
      number_(number),
      host_(HostThread::Mode::own_thread) {
  Samples none;
  none.wanted = options.runs;
  none.order = options.order;
  show(none, true);
  host_.post([this, none = std::move(none)] {
    try {
      show(sample(source_, name_, options_,
                  [this](const Samples& found) {
                    if (found.seconds >= next_shown_) {
                      next_shown_ = found.seconds + kShowSeconds;
                      show(found, true);
                    }
                    return !cancelled_.load();
                  }),
           false);
    } catch (const std::exception& error) {
      Samples failed = none;
      SampledOutcome outcome;
      outcome.kind = OutcomeKind::internal_error;
      outcome.error = std::string("this is a mistake of Lockstep's own: ") + error.what();
      outcome.count = failed.runs = 1;
      failed.outcomes.push_back(std::move(outcome));
      show(failed, false);
    }
    return HostThread::Slice::done;
  });
}

void SampleJob::show(const Samples& found, bool running) {
  view_.put(std::make_shared<SamplesView>(SamplesView{number_, running, std::make_shared<Samples>(found)}));
}

}  // namespace lockstep
