#include "world/free_world.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/check.h"

namespace lockstep {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since_1970() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

// Looking for a signal pays as long as the one who will send it can work meanwhile.
int spin_limit(int cores) {
  if (cores == 0) cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::max(0, cores - 1);
}

// How long the keeper may sleep while nobody waits: the most by which the first request after that
// can come late when the switch interval is shorter.
constexpr Time kKeeperRest = 1'000'000;

}  // namespace

// A thread, and the task it runs. A visitor of with_permission() is one without either.
struct FreeWorld::Host {
  FreeWorldSignal signal;
  FreeWorld* world = nullptr;
  pthread_t thread{};
  Task* task = nullptr;

  // In ready_ (and, for `next` alone, in idle_ or idle_guests_).
  Host* next = nullptr;
  Host* previous = nullptr;
  bool queued = false;
  Time queued_at = 0;
};

void FreeWorld::ReadyQueue::push_back(Host& host) {
  host.queued = true;
  host.previous = last;
  host.next = nullptr;
  (last != nullptr ? last->next : first) = &host;
  last = &host;
}

void FreeWorld::ReadyQueue::remove(Host& host) {
  host.queued = false;
  (host.previous != nullptr ? host.previous->next : first) = host.next;
  (host.next != nullptr ? host.next->previous : last) = host.previous;
  host.next = nullptr;
  host.previous = nullptr;
}

FreeWorld::FreeWorld(Runner& runner, Interrupts& interrupts, Observer& observer, Options options)
    : runner_(runner),
      interrupts_(interrupts),
      observer_(observer),
      options_(options),
      origin_(Clock::now()),
      epoch_(seconds_since_1970()),
      random_(std::random_device{}()),
      switch_interval_(options.switch_interval) {
  spin_.time = std::chrono::nanoseconds(options.spin);
  spin_.limit = options.spin > 0 ? spin_limit(options.cores) : 0;
}

FreeWorld::FreeWorld(Runner& runner, Interrupts& interrupts, Observer& observer)
    : FreeWorld(runner, interrupts, observer, Options()) {}

FreeWorld::~FreeWorld() {
  if (!started_) return;
  request_stop();
  std::unique_lock lock(mutex_);
  end_changed_.wait(lock, [this] { return ended(); });
  lock.unlock();
  join_threads();
}

bool FreeWorld::start(Task& main) {
  ENSURE(!started_);
  bool spawned = false;
  with_permission([&] { spawned = spawn(main); });
  std::lock_guard lock(mutex_);
  started_ = spawned;
  return spawned;
}

RunEnd FreeWorld::wait() {
  ENSURE(started_);
  std::unique_lock lock(mutex_);
  end_changed_.wait(lock, [this] { return ended(); });
  lock.unlock();
  join_threads();
  if (error_ != nullptr) std::rethrow_exception(std::exchange(error_, nullptr));
  return end_;
}

void FreeWorld::join_threads() {
  if (joined_) return;
  joined_ = true;
  for (const auto& host : hosts_) pthread_join(host->thread, nullptr);
  if (keeper_runs_) pthread_join(keeper_, nullptr);
}

void FreeWorld::request_stop() {
  stopping_.store(true);
  interrupts_.raise(Interrupts::kStop);
  std::lock_guard lock(mutex_);
  for (const auto& host : hosts_) host->signal.send();
}

void FreeWorld::with_permission(const std::function<void()>& visitor) {
  Host* guest;
  {
    std::lock_guard lock(mutex_);
    if (started_) start_keeper();
    guest = idle_guests_;
    if (guest != nullptr) {
      idle_guests_ = guest->next;
      guest->next = nullptr;
    } else {
      guest = guests_.emplace_back(std::make_unique<Host>()).get();
    }
  }
  enqueue(*guest);
  take(*guest);
  visitor();
  release(*guest);
  std::lock_guard lock(mutex_);
  guest->next = idle_guests_;
  idle_guests_ = guest;
}

// --- What the Runner asks for -------------------------------------------------------------------

bool FreeWorld::announce(Task&, const Operation&) { return true; }

void FreeWorld::park(Task& task, Time deadline) {
  ENSURE(task.state == TaskState::running);
  task.state = TaskState::blocked;
  task.wake_reason = WakeReason::none;
  task.deadline = deadline;
  task.park_number = ++parks_;
  if (deadline == kNever) ++parked_forever_;
  observer_.on_change(task, TaskChange::blocked, now());
}

void FreeWorld::unpark(Task& task) {
  ENSURE(task.state == TaskState::blocked);
  if (task.deadline == kNever) --parked_forever_;
  deadlock_reported_ = false;
  task.state = TaskState::ready;
  task.wake_reason = WakeReason::notified;
  observer_.on_change(task, TaskChange::woken, now());
  forget_wait(task);
  enqueue(*static_cast<Host*>(task.host));
}

bool FreeWorld::spawn(Task& task) {
  ENSURE(task.state == TaskState::created);
  if (tasks_.size >= options_.max_tasks) return false;

  Host* host;
  bool fresh = false;
  {
    std::lock_guard lock(mutex_);
    host = idle_;
    if (host != nullptr) {
      idle_ = host->next;
      host->next = nullptr;
    } else {
      host = hosts_.emplace_back(std::make_unique<Host>()).get();
      host->world = this;
      fresh = true;
    }
    host->task = &task;
  }
  enqueue(*host);
  if (fresh && !start_thread(host->thread, host_main, host)) {
    std::lock_guard lock(mutex_);
    ready_.remove(*host);
    hosts_.pop_back();  // only the holder of the GIL adds any
    return false;
  }
  if (next_id_ > 0) {
    std::lock_guard lock(mutex_);
    start_keeper();
    // CPython's Thread.start() waits until the thread has begun; so the starter yields
    interrupts_.raise(Interrupts::kSwitch);
  }

  task.id = next_id_++;
  task.host = host;
  task.state = TaskState::ready;
  tasks_.push_back(task);
  if (!task.daemon) ++live_threads_;
  observer_.on_change(task, TaskChange::spawned, now());
  return true;
}

Time FreeWorld::now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - origin_).count();
}

FreeWorldSignal::TimePoint FreeWorld::when(Time time) const {
  // Half of all time is still far beyond any run, and adding the origin to it cannot overflow.
  if (time >= kNever / 2) return FreeWorldSignal::TimePoint::max();
  return origin_ + std::chrono::nanoseconds(time);
}

// --- A host's life ------------------------------------------------------------------------------

bool FreeWorld::start_thread(pthread_t& thread, void* (*entry)(void*), void* argument) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, options_.stack_bytes);
  const int error = pthread_create(&thread, &attributes, entry, argument);
  pthread_attr_destroy(&attributes);
  return error == 0;
}

void* FreeWorld::host_main(void* host) {
  static_cast<Host*>(host)->world->serve(*static_cast<Host*>(host));
  return nullptr;
}

void FreeWorld::serve(Host& host) {
  do {
    take(host);
    bool cut_short = true;
    try {
      cut_short = !run_task(host);
    } catch (...) {
      if (error_ == nullptr) error_ = std::current_exception();
      request_stop();
    }
    if (cut_short && !host.task->daemon) end_ = RunEnd::stopped;
    end_task(host);
    release(host);
  } while (wait_for_task(host));
}

// Runs the host's task with the GIL, which it has when this returns too: true when the task has
// ended by itself, false when it was stopped.
bool FreeWorld::run_task(Host& host) {
  Task& task = *host.task;
  if (stopping_.load()) return false;
  task.state = TaskState::running;
  observer_.on_change(task, TaskChange::running, now());
  for (;;) {
    const Pause pause = runner_.resume(task);
    if (pause == Pause::finished) return true;
    if (stopping_.load()) return false;
    if (pause == Pause::parked) {
      report_if_deadlocked();
      const Resumed resumed = wait_parked(host);
      if (resumed == Resumed::stopped) return false;
      if (resumed == Resumed::timeout) {
        task.wake_reason = WakeReason::timeout;
        observer_.on_change(task, TaskChange::woken, task.deadline);
        forget_wait(task);
      }
      task.state = TaskState::running;
      observer_.on_change(task, TaskChange::running, now());
    } else {
      ENSURE(pause == Pause::interrupted);
      yield(host);
      if (stopping_.load()) return false;
    }
  }
}

// Gives the GIL back, waits until the task was unparked or its deadline has come, takes it again.
FreeWorld::Resumed FreeWorld::wait_parked(Host& host) {
  Task& task = *host.task;
  const Time deadline = task.deadline;
  const bool is_long = task.waiting_for == WaitKind::sleep || task.waiting_for == WaitKind::input;
  SpinBudget* budget = is_long ? nullptr : &spin_;
  release(host);
  for (;;) {
    const bool signalled = host.signal.wait(when(deadline), budget);
    if (stopping_.load() || !signalled) {
      enqueue(host);
    } else {
      std::lock_guard lock(mutex_);
      if (!host.queued) continue;  // a signal from before the park
    }
    take(host);
    if (stopping_.load()) return Resumed::stopped;
    if (task.state == TaskState::ready) return Resumed::notified;
    if (now() >= deadline) return Resumed::timeout;
    release(host);
  }
}

void FreeWorld::end_task(Host& host) {
  Task& task = *host.task;
  if (task.state == TaskState::blocked && task.deadline == kNever) --parked_forever_;
  task.state = TaskState::finished;
  task.host = nullptr;
  tasks_.remove(task);
  if (!task.daemon) --live_threads_;
  observer_.on_change(task, TaskChange::finished, now());

  if (live_threads_ == 0 && !stopping_.load()) request_stop();
  report_if_deadlocked();
  const bool last = tasks_.size == 0;
  if (last) observer_.on_end(end_, now());

  std::lock_guard lock(mutex_);
  host.task = nullptr;
  host.next = idle_;
  idle_ = &host;
  if (last) {
    ended_.store(true, std::memory_order_release);
    keeper_leaves_ = true;
    keeper_wakes_.notify_one();
    for (const auto& each : hosts_) each->signal.send();
    end_changed_.notify_all();
  }
}

// False when there will be none.
bool FreeWorld::wait_for_task(Host& host) {
  for (;;) {
    {
      std::lock_guard lock(mutex_);
      if (host.task != nullptr) return true;
      if (ended()) return false;
    }
    host.signal.wait(FreeWorldSignal::TimePoint::max(), &spin_);
  }
}

void FreeWorld::report_if_deadlocked() {
  if (tasks_.size == 0 || parked_forever_ != tasks_.size || stopping_.load()) return;
  if (deadlock_reported_) return;
  deadlock_reported_ = true;
  observer_.on_deadlock(now());
}

// --- The GIL ------------------------------------------------------------------------------------

void FreeWorld::enqueue(Host& host) {
  const Time time = now();
  std::lock_guard lock(mutex_);
  if (host.queued) return;
  host.queued_at = time;
  ready_.push_back(host);
}

// Requires that the host is in ready_, where release() finds it: the queue is entered before the
// GIL is tried, the GIL is freed before the queue is looked at, so no wake-up is lost.
void FreeWorld::take(Host& host) {
  Host* none = nullptr;
  while (!holder_.compare_exchange_strong(none, &host)) {
    none = nullptr;
    host.signal.wait(FreeWorldSignal::TimePoint::max(), &spin_);
  }
  const Time time = now();
  std::lock_guard lock(mutex_);
  ready_.remove(host);
  if (last_holder_ != &host) {
    last_holder_ = &host;
    last_switch_ = time;
    switches_.fetch_add(1);
  }
  if (requested_at_ != kNever) {
    requested_at_ = kNever;
    interrupts_.clear(Interrupts::kSwitch);
  }
  if (keeper_dormant_) {
    keeper_dormant_ = false;
    keeper_wakes_.notify_one();
  }
}

void FreeWorld::release(Host&) {
  holder_.store(nullptr);
  Host* first;
  {
    std::lock_guard lock(mutex_);
    first = ready_.first;
  }
  // Hosts last as long as the world, so it does no harm when this one has gone on already.
  if (first != nullptr) first->signal.send();
}

// Serves a request for the GIL: does not come back before another thread has had it.
void FreeWorld::yield(Host& host) {
  Task& task = *host.task;
  Time requested_at;
  {
    std::lock_guard lock(mutex_);
    requested_at = requested_at_;
    requested_at_ = kNever;
    interrupts_.clear(Interrupts::kSwitch);
    if (ready_.first == nullptr) return;
  }
  if (requested_at != kNever) observer_.on_switch_request(task, requested_at);
  task.state = TaskState::ready;
  observer_.on_change(task, TaskChange::preempted, now());
  enqueue(host);
  const uint64_t before = switches_.load();
  release(host);
  while (switches_.load() == before) {
    host.signal.wait(FreeWorldSignal::TimePoint::max(), nullptr);
  }
  take(host);
  task.state = TaskState::running;
  observer_.on_change(task, TaskChange::running, now());
}

// As long as only one thread wants the GIL nobody needs the time. Requires mutex_.
void FreeWorld::start_keeper() {
  if (keeper_runs_ || keeper_leaves_) return;
  keeper_runs_ = start_thread(keeper_, keeper_main, this);
}

void* FreeWorld::keeper_main(void* world) {
  static_cast<FreeWorld*>(world)->keep_time();
  return nullptr;
}

void FreeWorld::keep_time() {
  std::unique_lock lock(mutex_);
  while (!keeper_leaves_) {
    const Time interval = switch_interval();
    const Time time = now();
    Time next = time + std::max(interval, kKeeperRest);
    if (ready_.first != nullptr) {
      next = time + interval;
      const Time due = std::max(ready_.first->queued_at, last_switch_) + interval;
      if (time < due) {
        next = due;
      } else if (requested_at_ == kNever && holder_.load() != nullptr) {
        requested_at_ = time;
        interrupts_.raise(Interrupts::kSwitch);
      }
    } else if (holder_.load() == nullptr) {
      keeper_dormant_ = true;
      keeper_wakes_.wait(lock, [this] { return keeper_leaves_ || !keeper_dormant_; });
      continue;
    }
    keeper_wakes_.wait_until(lock, when(next));
  }
}

}  // namespace lockstep
