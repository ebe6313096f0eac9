#include <algorithm>
#include <optional>

#include "session/loop_views.h"
#include "session/primitive_views.h"
#include "session/run.h"
#include "world/free_world.h"
#include "world/host_slot.h"

namespace lockstep {

namespace {

// How often a run with a time limit looks at the clock.
constexpr Time kLook = 10'000'000;
// How long a look waits for a thread to come by that can take it on its way.
constexpr Time kLookPatience = 20'000'000;

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
    looker_.reset();
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

  // The thread that runs takes the look at its next safe point, so that nobody has to stand back for it. Where
  // none comes by, because all wait, the looker takes it.
  void look() override {
    if (ended()) {
      if (!last_look_.exchange(true)) take_look();
      return;
    }
    if (look_wanted_.exchange(true)) return;
    sample();
    if (!looker_.has_value()) looker_.emplace(HostThread::Mode::own_thread);
    looker_->post([this] {
      look_.wait_for(kLookPatience);
      if (look_wanted_.load() && !world_.ended()) world_.with_permission([this] { take_wanted_look(); });
      return HostThread::Slice::done;
    });
  }

  std::shared_ptr<const std::vector<PrimitiveView>> primitives() const override { return seen_.get(); }
  std::shared_ptr<const std::vector<LoopView>> loops() const override { return seen_loops_.get(); }

  void on_position(ThreadObject& thread, int32_t line, std::string_view function) override {
    Run::on_position(thread, line, function);
    take_wanted_look();
  }

  void on_limit() override { world_.request_stop(); }

  void on_program_over() override {
    if (has_idle_loops(machine_)) left_loops_ = view_idle_loops(machine_, ObjectWalk(machine_), describe_place);
  }

  bool on_input_wanted(HostInput& input) override {
    input.await([this] { world_.with_permission([this] { wake_readers(); }); });
    return false;
  }

  void on_deadlock(Time when) override {
    Run::on_deadlock(when);
    // Before the threads are ended, and wait no longer.
    last_look_.store(true);
    take_look();
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

  // With permission to run.
  void take_wanted_look() {
    if (!look_wanted_.load(std::memory_order_relaxed) || last_look_.load()) return;
    take_look();
    look_wanted_.store(false);
  }

  // With permission to run, or after the end.
  void take_look() {
    const ObjectWalk walk(machine_);
    seen_.put(std::make_shared<std::vector<PrimitiveView>>(
        view_primitives(machine_, walk, ShownValues::plain)));
    std::vector<LoopView> loops = view_loops(machine_, walk, describe_place);
    loops.insert(loops.end(), left_loops_.begin(), left_loops_.end());
    seen_loops_.put(std::make_shared<std::vector<LoopView>>(std::move(loops)));
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

  std::atomic<bool> look_wanted_{false};
  std::atomic<bool> last_look_{false};   // the one that is kept was taken
  HostSlot<std::vector<PrimitiveView>> seen_;
  HostSlot<std::vector<LoopView>> seen_loops_;
  std::vector<LoopView> left_loops_;     // when the program was over
  FreeWorld world_;
  HostEvent look_;                   // never happens: its wait is a pause
  HostThread host_;
  std::optional<HostThread> looker_;     // once somebody looks
};

}  // namespace

std::unique_ptr<Run> make_free_run(std::shared_ptr<const LoadedProgram> program,
                                   const RunOptions& options, OutputSink sink) {
  return std::make_unique<FreeRun>(std::move(program), options, std::move(sink));
}

}  // namespace lockstep
