#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "control/controlled_world.h"
#include "sync/latch.h"
#include "world/free_world.h"

// A machine for tests: its threads are lists of steps written in C++, and each test body runs in
// the free world (on real threads) and in the controlled world (under many seeds).
namespace lockstep::fixture {

// What a step says: it is over, it parked (and is called again), or the thread is to go elsewhere.
struct Flow {
  enum class Kind { done, parked, jump } kind = Kind::done;
  size_t target = 0;
};
inline constexpr Flow kDone{};
inline constexpr Flow kParked{Flow::Kind::parked};
inline constexpr Flow jump_to(size_t step) { return {Flow::Kind::jump, step}; }
inline Flow flow(Progress progress) { return progress == Progress::done ? kDone : kParked; }

struct Context {
  World& world;
  Task& task;
};

struct Step {
  using Action = std::function<Flow(Context&)>;
  Step(Action what, OperationKind visible_as = OperationKind::call_native)
      : action(std::move(what)), kind(visible_as) {}

  Action action;
  OperationKind kind;  // `none` makes the step invisible
  bool ends_safely = true;  // at a safe point; false: whatever is asked, the next step comes first
};

struct Thread {
  Task task;
  std::vector<Step> steps;
  size_t position = 0;
  bool announced = false;
  Latch end;
};

class Script : public Runner {
 public:
  explicit Script(Interrupts& interrupts) : interrupts_(interrupts) {}

  // All threads are declared before the run; the first one is main.
  Thread& thread(std::vector<Step> steps = {}) {
    threads_.push_back(std::make_unique<Thread>());
    Thread& thread = *threads_.back();
    thread.steps = std::move(steps);
    by_task_[&thread.task] = &thread;
    return thread;
  }

  // A main thread that starts all others and joins them.
  Thread& main_that_joins() {
    Thread& main = *threads_.front();
    for (size_t i = 1; i < threads_.size(); ++i) main.steps.push_back(start(*threads_[i]));
    for (size_t i = 1; i < threads_.size(); ++i) main.steps.push_back(join(*threads_[i]));
    return main;
  }

  static Step start(Thread& thread) {
    return {[&thread](Context& context) {
              if (!context.world.spawn(thread.task)) std::abort();
              thread.end.owner = TaskReference::to(thread.task);
              return kDone;
            },
            OperationKind::thread_start};
  }

  // The same in a thread that does not let the new one go first, so that both worlds do alike.
  static Step start_and_go_on(Thread& thread) {
    Step step = start(thread);
    step.ends_safely = false;
    return step;
  }

  static Step join(Thread& thread) {
    return {[&thread](Context& context) {
              bool opened = false;
              return flow(thread.end.wait(context.world, context.task, kNever, opened));
            },
            OperationKind::thread_join};
  }

  void attach(World& world) { world_ = &world; }
  Thread& main() { return *threads_.front(); }
  Thread& at(size_t index) { return *threads_[index]; }
  size_t size() const { return threads_.size(); }

  Pause resume(Task& task) override {
    Thread& thread = *by_task_.at(&task);
    Context context{*world_, task};
    while (thread.position < thread.steps.size()) {
      Step& step = thread.steps[thread.position];
      if (!thread.announced && step.kind != OperationKind::none) {
        thread.announced = true;
        Operation operation;
        operation.kind = step.kind;
        operation.line = static_cast<int32_t>(thread.position) + 1;
        if (!world_->announce(task, operation)) return Pause::operation;
      }
      const Flow flow = step.action(context);
      if (flow.kind == Flow::Kind::parked) return Pause::parked;
      thread.announced = false;
      thread.position = flow.kind == Flow::Kind::jump ? flow.target : thread.position + 1;
      if (step.ends_safely && interrupts_.any()) return Pause::interrupted;
    }
    thread.end.open(*world_);
    return Pause::finished;
  }

 private:
  Interrupts& interrupts_;
  World* world_ = nullptr;
  std::vector<std::unique_ptr<Thread>> threads_;
  std::unordered_map<const Task*, Thread*> by_task_;
};

// Ends the process when a test hangs; far longer than anything takes.
class Watchdog {
 public:
  explicit Watchdog(const char* what) : thread_([this, what] { watch(what); }) {}
  ~Watchdog() {
    {
      std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

 private:
  void watch(const char* what) {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, std::chrono::seconds(120), [this] { return over_; })) return;
    std::fprintf(stderr, "hangs: %s\n", what);
    std::abort();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;
  std::thread thread_;
};

enum class Ending { finished, deadlock, stopped };

// Notes a deadlock, and lets somebody look at it or stop the run.
struct DeadlockObserver : Observer {
  void on_deadlock(Time) override {
    ++deadlocks;
    if (then) then();
  }
  int deadlocks = 0;
  std::function<void()> then;
};

struct Played {
  Ending ending = Ending::finished;
  bool is_free = false;
};

// Fills a script, and returns what is to hold after its run.
using Body = std::function<std::function<void(const Played&)>(Script&)>;

inline void play_free(const Body& body, FreeWorld::Options options = {}) {
  Watchdog watchdog("a run in the free world");
  Interrupts interrupts;
  Script script(interrupts);
  const auto check = body(script);
  DeadlockObserver observer;
  Played played;
  played.is_free = true;
  {
    FreeWorld world(script, interrupts, observer, options);
    script.attach(world);
    observer.then = [&] { world.request_stop(); };
    if (!world.start(script.main().task)) std::abort();
    const RunEnd end = world.wait();
    played.ending = observer.deadlocks > 0    ? Ending::deadlock
                    : end == RunEnd::finished ? Ending::finished
                                              : Ending::stopped;
  }
  check(played);
}

// `inspect` sees the world at the end of the run.
inline void play_controlled(const Body& body, uint64_t seed,
                            const std::function<void(ControlledWorld&)>& inspect = {}) {
  Interrupts interrupts;
  Script script(interrupts);
  const auto check = body(script);
  Observer observer;
  ControlledState state;
  ControlledWorld world(state, script, observer, {});
  script.attach(world);
  std::mt19937_64 random(seed);
  world.start(script.main().task);
  for (int steps = 0; !world.enabled().empty(); ++steps) {
    if (steps > 1'000'000) std::abort();
    const auto& enabled = world.enabled();
    world.step(*enabled[random() % enabled.size()]);
  }
  Played played;
  played.ending = world.situation() == ControlledWorld::Situation::finished ? Ending::finished
                                                                            : Ending::deadlock;
  if (inspect) inspect(world);
  check(played);
}

// A controlled run whose every step the test chooses.
class Stage {
 public:
  Stage() : script(interrupts), world(state, script, observer, {}) { script.attach(world); }

  // Starts main, which is to start the other threads, and takes it as far as that.
  void begin(int steps_of_main) {
    world.start(script.main().task);
    step(script.main(), steps_of_main);
  }

  void step(Thread& thread, int times = 1) {
    for (; times > 0; --times) {
      if (!is_enabled(thread)) std::abort();
      world.step(thread.task);
    }
  }

  bool is_enabled(const Thread& thread) {
    for (const Task* task : world.enabled()) {
      if (task == &thread.task) return true;
    }
    return false;
  }

  Interrupts interrupts;
  Script script;
  DeadlockObserver observer;
  ControlledState state;
  ControlledWorld world;
};

struct Repeats {
  int free = 5;
  int seeds = 200;
};

inline void in_every_world(const Body& body, Repeats repeats = {}) {
  for (int i = 0; i < repeats.free; ++i) {
    FreeWorld::Options options;
    if (i % 3 == 1) options.switch_interval = 1'000;  // provokes switches everywhere
    if (i % 3 == 2) options.spin = 0;                 // every hand-over through the kernel
    play_free(body, options);
  }
  for (int seed = 0; seed < repeats.seeds; ++seed) play_controlled(body, seed);
}

}  // namespace lockstep::fixture
