#include "world/free_world_signal.h"

#include <doctest/doctest.h>

#include <thread>

namespace lockstep {

namespace {

constexpr auto kNoDeadline = FreeWorldSignal::TimePoint::max();

// Two threads that hand a turn to each other; both have had all theirs when it comes back.
void hand_over(SpinBudget* budget) {
  constexpr int kTurns = 2000;
  FreeWorldSignal there;
  FreeWorldSignal back;
  int turns = 0;
  std::thread other([&] {
    for (int i = 0; i < kTurns; i++) {
      there.wait(kNoDeadline, budget);
      turns++;
      back.send();
    }
  });
  for (int i = 0; i < kTurns; i++) {
    there.send();
    CHECK(back.wait(kNoDeadline, budget));
    CHECK(turns == i + 1);
  }
  other.join();
}

}  // namespace

TEST_CASE("a signal wakes who sleeps, who looks, and who may not look for now") {
  hand_over(nullptr);
  SpinBudget budget;
  budget.time = std::chrono::milliseconds(1);
  budget.limit = 1;
  hand_over(&budget);
  CHECK(budget.looking == 0);
  budget.again = kNoDeadline;
  hand_over(&budget);
  CHECK(budget.looking == 0);
}

TEST_CASE("a wait for a signal ends at its deadline, however it waits") {
  SpinBudget budget;
  budget.time = std::chrono::milliseconds(1);
  budget.limit = 1;
  const auto soon = [] { return std::chrono::steady_clock::now() + std::chrono::milliseconds(2); };
  for (const auto again : {FreeWorldSignal::TimePoint(), kNoDeadline}) {
    FreeWorldSignal signal;
    budget.again = again;
    CHECK_FALSE(signal.wait(soon(), &budget));
    CHECK_FALSE(signal.wait(FreeWorldSignal::TimePoint(), &budget));
    signal.send();
    signal.send();
    CHECK(signal.wait(soon(), &budget));
    CHECK_FALSE(signal.wait(soon(), &budget));
  }
}

}  // namespace lockstep
