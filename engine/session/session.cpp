#include "session/session.h"

#include "control/schedule.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/exploration_job.h"
#include "session/run.h"
#include "session/run_view.h"
#include "session/sample_job.h"
#include "trace/chrome_trace.h"
#include "vm/image.h"

namespace lockstep {

namespace {

// The types CPython gives names; the order of SyntaxErrorType.
Diagnostic to_diagnostic(const SyntaxError& error, std::string_view name) {
  Diagnostic diagnostic;
  diagnostic.type = syntax_error_type_name(error.type);
  diagnostic.message = error.message;
  diagnostic.text = format_syntax_error(error, name);
  diagnostic.span.line = error.line;
  diagnostic.span.column = error.offset > 0 ? error.offset - 1 : 0;
  diagnostic.span.end_line = error.end_line > 0 ? error.end_line : error.line;
  diagnostic.span.end_column = error.end_offset > 0 ? error.end_offset - 1 : diagnostic.span.column + 1;
  return diagnostic;
}

class EngineSession final : public Session {
 public:
  explicit EngineSession(Options options)
      : options_(std::move(options)), reaper_(HostThread::Mode::own_thread) {
    Image::initialize(registry());
  }

  ~EngineSession() override {
    if (run_ != nullptr) run_->request_stop();
  }

  std::vector<Diagnostic> load(std::string_view source, std::string_view name) override {
    retire_job(exploration_);
    retire_job(sampling_);
    auto compiled = compile_module(source, name);
    if (!compiled) {
      program_ = nullptr;
      load_error_ = to_diagnostic(compiled.error(), name);
      return {*load_error_};
    }
    load_error_.reset();
    program_ = LoadedProgram::make(*compiled);
    program_hash_ = hash_of_program(source);
    source_ = source;
    return {};
  }

  void run(const RunOptions& options) override {
    retire();
    number_++;
    failed_.reset();
    if (program_ == nullptr) return end_at_once();
    if (options.mode == RunMode::step) {
      run_ = make_step_run(program_, options, program_hash_, options_.on_output);
    } else if (options.mode == RunMode::free) {
      run_ = make_free_run(program_, options, options_.on_output);
    } else {
      run_ = make_controlled_run(program_, options, program_hash_, options_.on_output);
    }
    view_ = std::make_unique<RunView>(*run_);
    run_->start();
  }

  void stop() override {
    if (run_ != nullptr && !run_->ended()) run_->request_stop();
  }

  void step(const StepCommand& command) override {
    if (run_ != nullptr) run_->step(command);
  }

  void wait() override {
    if (run_ != nullptr) run_->wait();
  }

  std::shared_ptr<const Snapshot> snapshot() override {
    if (failed_.has_value() || view_ == nullptr) {
      auto snapshot = std::make_shared<Snapshot>();
      snapshot->run = number_;
      if (failed_.has_value()) snapshot->outcome = *failed_;
      return snapshot;
    }
    if (!run_->ended()) run_->sample();
    view_->update();
    return view_->snapshot(number_);
  }

  std::vector<OutputChunk> output(size_t first) override {
    if (view_ == nullptr) return {};
    view_->update();
    return view_->output(first);
  }

  std::vector<TaskRow> task_timeline() override {
    if (view_ == nullptr) return {};
    view_->update();
    return view_->task_timeline();
  }

  std::vector<TimelineRow> timeline() override {
    if (view_ == nullptr) return {};
    view_->update();
    return view_->timeline();
  }

  void explore(const ExploreOptions& options) override {
    retire_job(exploration_);
    if (program_ == nullptr) return;
    exploration_ = std::make_shared<ExplorationJob>(source_, program_->program->filename, options,
                                                    ++exploration_number_);
  }

  void stop_exploring() override {
    if (exploration_ != nullptr) exploration_->cancel();
  }

  std::shared_ptr<const ExplorationView> exploration() override {
    return exploration_ == nullptr ? nullptr : exploration_->view();
  }

  void sample(const SampleOptions& options) override {
    retire_job(sampling_);
    if (program_ == nullptr) return;
    sampling_ = std::make_shared<SampleJob>(source_, program_->program->filename, options, ++sampling_number_);
  }

  void stop_sampling() override {
    if (sampling_ != nullptr) sampling_->cancel();
  }

  std::shared_ptr<const SamplesView> samples() override {
    return sampling_ == nullptr ? nullptr : sampling_->view();
  }

  void look() override {
    if (run_ != nullptr) run_->look();
  }

  std::string chrome_trace() override {
    if (run_ == nullptr) return "{\"traceEvents\":[]}";
    return to_chrome_trace(run_->log(), {}, program_ == nullptr ? "" : program_->program->filename,
                           TraceAxis::clock);
  }

 private:
  // The old run ends and is taken apart on a thread of its own, so that nobody waits for it.
  void retire() {
    if (run_ == nullptr) return;
    run_->request_stop();
    view_ = nullptr;
    auto old = std::make_shared<std::unique_ptr<Run>>(std::move(run_));
    reaper_.post([old] {
      (*old)->wait();
      old->reset();
      return HostThread::Slice::done;
    });
  }

  // As with runs: its end is awaited elsewhere.
  template <class Job>
  void retire_job(std::shared_ptr<Job>& job) {
    if (job == nullptr) return;
    job->cancel();
    reaper_.post([old = std::move(job)]() mutable {
      old.reset();
      return HostThread::Slice::done;
    });
    job = nullptr;
  }

  void end_at_once() {
    Outcome outcome;
    outcome.kind = OutcomeKind::exception;
    outcome.status = 1;
    if (load_error_.has_value()) {
      outcome.message = load_error_->type + ": " + load_error_->message;
      if (options_.on_output) options_.on_output({0, true, 0, load_error_->text});
    } else {
      outcome.message = "no program was loaded";
    }
    failed_ = std::move(outcome);
  }

  Options options_;
  std::shared_ptr<const LoadedProgram> program_;
  uint64_t program_hash_ = 0;
  std::string source_;
  std::optional<Diagnostic> load_error_;
  uint64_t number_ = 0;
  std::optional<Outcome> failed_;
  HostThread reaper_;
  std::unique_ptr<Run> run_;
  std::unique_ptr<RunView> view_;
  std::shared_ptr<ExplorationJob> exploration_;
  uint64_t exploration_number_ = 0;
  std::shared_ptr<SampleJob> sampling_;
  uint64_t sampling_number_ = 0;
};

}  // namespace

std::shared_ptr<HostInput> make_input(std::string text) {
  return std::make_shared<HostInput>(std::move(text));
}

std::shared_ptr<HostInput> make_input(std::function<std::optional<std::string>()> reader) {
  return std::make_shared<HostInput>(std::move(reader));
}

// Every build so far has threads.
bool Session::free_runs_possible() { return true; }

std::unique_ptr<Session> Session::create(Options options) {
  return std::make_unique<EngineSession>(std::move(options));
}

}  // namespace lockstep
