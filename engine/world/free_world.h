#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <vector>

#include <pthread.h>

#include "world/free_world_signal.h"
#include "world/interrupts.h"
#include "world/observer.h"
#include "world/task_list.h"
#include "world/world.h"

namespace lockstep {

// The world in which the operating system decides: every live task has a thread of its own, and
// permission to run is a global interpreter lock, the GIL, handed over by the rules of
// CPython 3.11: released at every park; a thread that has waited a switch interval for it without
// any switch asks for it (Interrupts::kSwitch), and whoever then lets go waits until another thread
// has had it. The clock is the real one. A thread whose task has ended waits for the next task.
//
// Wake-ups are frugal. A task that becomes ready while another runs stays asleep in a queue until
// the GIL is free, since all it could do is wait for it; one extra thread, the keeper, watches the
// switch interval on behalf of all of them. Threads look for their signal a short while before they
// sleep (SpinBudget).
//
// Who may call: the World functions are for the thread that holds the GIL, the others for any
// thread that belongs to no task, except where they say so. In a browser that must not be the main
// thread.
class FreeWorld final : public World {
 public:
  struct Options {
    Time switch_interval = 5'000'000;
    size_t stack_bytes = 256 * 1024;
    uint32_t max_tasks = UINT32_MAX;  // alive at once; spawn refuses more
    Time spin = 100'000;              // the longest a thread looks before it sleeps; 0: never
    int cores = 0;                    // that the process may use; 0: all that the machine has
  };

  // All three are to outlive the world.
  FreeWorld(Runner& runner, Interrupts& interrupts, Observer& observer, Options options);
  FreeWorld(Runner& runner, Interrupts& interrupts, Observer& observer);
  FreeWorld(const FreeWorld&) = delete;
  FreeWorld& operator=(const FreeWorld&) = delete;

  // Stops the run if it still goes, and waits for all threads.
  ~FreeWorld() override;

  // Begins the run. Once only. False when not even the main task's thread could be made.
  bool start(Task& main);

  // Waits until every task has ended: main and the others by themselves, daemons because nothing
  // else was left, or all of them after request_stop(). A deadlocked run ends only by
  // request_stop(). Then all threads have been joined. Rethrows what a Runner threw, which stops a
  // run as well.
  RunEnd wait();

  // True once wait() would not have to wait. From any thread.
  bool ended() const { return ended_.load(std::memory_order_acquire); }

  // Ends every task: parked ones at once, running ones when they look at their interrupts, which
  // from now on show kStop. From any thread, tasks' own included; returns at once.
  void request_stop();

  // Calls `visitor` with permission to run, as soon as the GIL can be had (it is asked for as a
  // task would). Works before, during and after the run, but not while start() is being called.
  void with_permission(const std::function<void()>& visitor);

  // From any thread; holds from the next waiting on.
  void set_switch_interval(Time interval) override { switch_interval_.store(interval); }
  Time switch_interval() const override { return switch_interval_.load(); }

  // The live tasks. Needs permission to run.
  const TaskList& tasks() const { return tasks_; }

  bool announce(Task& task, const Operation& operation) override;
  void park(Task& task, Time deadline) override;
  void unpark(Task& task) override;
  bool spawn(Task& task) override;
  Time now() override;  // from any thread
  double epoch() override { return epoch_; }
  uint64_t random() override { return random_(); }

 private:
  struct Host;
  struct ReadyQueue {
    Host* first = nullptr;
    Host* last = nullptr;
    void push_back(Host& host);
    void remove(Host& host);
  };
  enum class Resumed { notified, timeout, stopped };

  static void* host_main(void* host);
  static void* keeper_main(void* world);
  bool start_thread(pthread_t& thread, void* (*entry)(void*), void* argument);

  void serve(Host& host);
  bool run_task(Host& host);
  bool wait_for_task(Host& host);
  Resumed wait_parked(Host& host);
  void end_task(Host& host);
  void report_if_deadlocked();

  void enqueue(Host& host);
  void take(Host& host);
  void release(Host& host);
  void yield(Host& host);
  void start_keeper();
  void keep_time();
  void join_threads();
  FreeWorldSignal::TimePoint when(Time time) const;

  Runner& runner_;
  Interrupts& interrupts_;
  Observer& observer_;
  const Options options_;
  const std::chrono::steady_clock::time_point origin_;
  const double epoch_;
  std::mt19937_64 random_;
  SpinBudget spin_;
  std::atomic<Time> switch_interval_;

  // The GIL: the host that has permission to run, or null.
  std::atomic<Host*> holder_{nullptr};
  std::atomic<uint64_t> switches_{0};  // times that it went to another host than before
  std::atomic<bool> stopping_{false};
  std::atomic<bool> ended_{false};

  // Changed with the GIL only.
  TaskList tasks_;
  uint32_t next_id_ = 0;
  uint64_t parks_ = 0;
  uint32_t live_threads_ = 0;    // tasks that are not daemons
  uint32_t parked_forever_ = 0;  // blocked without a deadline
  bool deadlock_reported_ = false;
  RunEnd end_ = RunEnd::finished;  // stopped once a task that is no daemon was cut short
  std::exception_ptr error_;       // what a Runner threw first

  // Guarded by mutex_, which is held for moments and never while taking the GIL.
  std::mutex mutex_;
  ReadyQueue ready_;  // hosts that want the GIL, who has waited longest first
  std::vector<std::unique_ptr<Host>> hosts_;
  Host* idle_ = nullptr;                       // hosts without a task, linked by `next`
  std::vector<std::unique_ptr<Host>> guests_;  // what with_permission() stands in line with
  Host* idle_guests_ = nullptr;
  Host* last_holder_ = nullptr;
  Time last_switch_ = 0;
  Time requested_at_ = kNever;  // when kSwitch was raised, kNever while it is not
  std::condition_variable end_changed_;

  pthread_t keeper_{};
  bool keeper_runs_ = false;
  bool keeper_dormant_ = false;
  bool keeper_leaves_ = false;
  std::condition_variable keeper_wakes_;

  bool started_ = false;
  bool joined_ = false;
};

}  // namespace lockstep
