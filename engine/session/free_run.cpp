#include "session/run.h"
#include "world/free_world.h"

namespace lockstep {

namespace {

// How often a run with a time limit looks at the clock.
constexpr Time kLook = 10'000'000;

class FreeRun final : public Run {
 public:
  FreeRun(std::shared_ptr<const LoadedProgram> program, const RunOptions& options, OutputSink sink)
      : Run(std::move(program), options, MachineMode::free, std::move(sink)),
        world_(machine_, interrupts_, *this, world_options(options)),
        host_(HostThread::Mode::own_thread) {
    machine_.enter_world(world_);
  }

  ~FreeRun() override {
    request_stop();
    if (options_.input != nullptr) options_.input->forget();
  }

  void start() override {
    ThreadObject& main = machine_.prepare_main(script_arguments());
    if (!world_.start(main.task)) {
      fail("there is no thread to run on");
      return;
    }
    host_.post([this] { return watch(); });
  }

  void request_stop() override {
    stop_requested_.store(true);
    world_.request_stop();
  }

  double clock() override { return static_cast<double>(world_.now()) / kSecond; }

  void on_limit() override { world_.request_stop(); }

  bool on_input_wanted(HostInput& input) override {
    input.await([this] { world_.with_permission([this] { wake_readers(); }); });
    return false;
  }

  void on_deadlock(Time when) override {
    Run::on_deadlock(when);
    world_.request_stop();
  }

 protected:
  Time now() override { return world_.now(); }
  const TaskList& tasks() const override { return world_.tasks(); }

 private:
  static FreeWorld::Options world_options(const RunOptions& options) {
    FreeWorld::Options world;
    world.switch_interval = static_cast<Time>(options.switch_interval * kSecond);
    if (options.limits.threads != 0) world.max_tasks = options.limits.threads;
    return world;
  }

  void wake_readers() {
    for (Task* task = world_.tasks().first; task != nullptr; task = task->next) {
      if (task->state == TaskState::blocked && task->waiting_for == WaitKind::input) world_.unpark(*task);
    }
  }

  // On the host's thread: waits for the end, or for the time to be over.
  HostThread::Slice watch() {
    const double limit = options_.limits.seconds;
    if (limit > 0 && !world_.ended() && clock() < limit) {
      look_.wait_for(kLook);
      return HostThread::Slice::again;
    }
    if (limit > 0 && !world_.ended()) {
      interrupts_.raise(Interrupts::kLimit);
      world_.request_stop();
    }
    try {
      world_.wait();
      finish("");
    } catch (const std::exception& error) {
      fail(error.what());
    }
    return HostThread::Slice::done;
  }

  FreeWorld world_;
  HostEvent look_;                   // never happens: its wait is a pause
  HostThread host_;
};

}  // namespace

std::unique_ptr<Run> make_free_run(std::shared_ptr<const LoadedProgram> program,
                                   const RunOptions& options, OutputSink sink) {
  return std::make_unique<FreeRun>(std::move(program), options, std::move(sink));
}

}  // namespace lockstep
