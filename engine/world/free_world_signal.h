#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace lockstep {

// How long a thread looks for its signal before it goes to sleep, and how many may do so at once.
// Waking a sleeper on another core costs tens of microseconds, noticing one that is still looking a
// fifth of one. Looking offers the core to others again and again, for it may be the only free one,
// and on a machine with a single core nobody looks at all. Where other processes want the cores, offering it costs
// a slice of their time, and who has just looked is not let in early as one is who has slept: so once an offer was
// taken for long, nobody looks for a while.
struct SpinBudget {
  static constexpr std::chrono::microseconds kCrowded{50};   // an offer that took longer than this
  static constexpr std::chrono::milliseconds kRest{100};     // for so long nobody looks then

  std::chrono::nanoseconds time{0};
  int limit = 0;  // threads looking at the same time
  std::atomic<int> looking{0};
  std::atomic<std::chrono::steady_clock::time_point> again{};  // nobody looks before
};

// One thread waits for it, any thread sends it. Sending to a thread that already has one pending
// does nothing, so a waiter has to look for its reason after every wake-up.
class FreeWorldSignal {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  void send() {
    if (state_.exchange(kSent) != kSleeping) return;
    // The sleeper set its state under the mutex: having held it once, we know that it waits.
    { std::lock_guard lock(mutex_); }
    wake_.notify_one();
  }

  // Takes the signal; false when `deadline` came first. TimePoint::max() is never. Looks for it
  // first when there is a budget for that.
  bool wait(TimePoint deadline, SpinBudget* budget) {
    if (take() || (budget != nullptr && look(deadline, *budget))) return true;
    std::unique_lock lock(mutex_);
    uint32_t expected = kNone;
    if (state_.compare_exchange_strong(expected, kSleeping)) {
      while (state_.load() == kSleeping) {
        if (deadline == TimePoint::max()) {
          wake_.wait(lock);
        } else if (wake_.wait_until(lock, deadline) == std::cv_status::timeout) {
          expected = kSleeping;
          if (state_.compare_exchange_strong(expected, kNone)) return false;
        }
      }
    }
    state_.exchange(kNone);  // not a store: sees what the last of several senders had done
    return true;
  }

 private:
  static constexpr uint32_t kNone = 0;
  static constexpr uint32_t kSent = 1;
  static constexpr uint32_t kSleeping = 2;

  bool look(TimePoint deadline, SpinBudget& budget) {
    if (budget.limit == 0) return false;
    const TimePoint start = std::chrono::steady_clock::now();
    if (start < budget.again.load(std::memory_order_relaxed)) return false;
    if (budget.looking.fetch_add(1, std::memory_order_relaxed) >= budget.limit) {
      budget.looking.fetch_sub(1, std::memory_order_relaxed);
      return false;
    }
    const TimePoint end = deadline - start < budget.time ? deadline : start + budget.time;
    TimePoint now = start;
    bool taken = false;
    while (now < end) {
      for (int round = 0; round < 64 && !taken; ++round) taken = take();
      if (taken) break;
      std::this_thread::yield();
      const TimePoint offered = now;
      now = std::chrono::steady_clock::now();
      if (now - offered > SpinBudget::kCrowded) {
        budget.again.store(now + SpinBudget::kRest, std::memory_order_relaxed);
        break;
      }
    }
    budget.looking.fetch_sub(1, std::memory_order_relaxed);
    return taken;
  }

  bool take() {
    if (state_.load(std::memory_order_relaxed) != kSent) return false;
    // Only the waiter takes, so nobody else can have changed it from kSent.
    state_.exchange(kNone, std::memory_order_acq_rel);
    return true;
  }

  std::atomic<uint32_t> state_{kNone};
  std::mutex mutex_;
  std::condition_variable wake_;
};

}  // namespace lockstep
