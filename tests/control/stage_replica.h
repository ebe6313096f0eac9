#pragma once

#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "control/deadlock.h"
#include "control/explorer.h"
#include "world/script_fixture.h"

namespace lockstep::fixture {

// A stage that can be copied and put back. What the steps share beside the threads themselves has
// to be plain memory that is remembered.
class StageReplica : public Replica {
 public:
  explicit StageReplica(Stage& stage) : stage_(stage) {}

  template <class Plain>
  void remember(Plain& shared) {
    static_assert(std::is_trivially_copyable_v<Plain>);
    shared_.push_back({reinterpret_cast<std::byte*>(&shared), sizeof(Plain)});
  }

  // What `value` of an outcome is.
  std::function<std::string()> observe = [] { return std::string(); };

  size_t copies() const { return copies_.size(); }

  Token save() override {
    Copy& copy = copies_[next_];
    copy.state = stage_.state;
    for (size_t i = 0; i < stage_.script.size(); ++i) {
      const Thread& thread = stage_.script.at(i);
      copy.threads.push_back({thread.task, thread.position, thread.announced, thread.end});
    }
    for (const auto& block : shared_) {
      copy.shared.insert(copy.shared.end(), block.begin(), block.end());
    }
    return next_++;
  }

  void restore(Token token) override {
    const Copy& copy = copies_.at(token);
    stage_.state = copy.state;
    for (size_t i = 0; i < stage_.script.size(); ++i) {
      Thread& thread = stage_.script.at(i);
      thread.task = copy.threads[i].task;
      thread.position = copy.threads[i].position;
      thread.announced = copy.threads[i].announced;
      thread.end = copy.threads[i].end;
    }
    size_t offset = 0;
    for (const auto& block : shared_) {
      std::memcpy(block.data(), copy.shared.data() + offset, block.size());
      offset += block.size();
    }
  }

  void discard(Token token) override { copies_.erase(token); }

  std::vector<uint32_t> enabled() override {
    std::vector<uint32_t> ids;
    for (const Task* task : stage_.world.enabled()) ids.push_back(task->id);
    return ids;
  }

  std::optional<uint32_t> current() override {
    const Task* task = stage_.world.current();
    return task == nullptr ? std::nullopt : std::optional(task->id);
  }

  Step step(uint32_t id) override {
    for (Task* task : stage_.world.enabled()) {
      if (task->id == id) {
        return stage_.world.step(*task) == Pause::interrupted ? Step::limit : Step::made;
      }
    }
    std::abort();
  }

  ExecutionOutcome outcome() override {
    ExecutionOutcome outcome;
    if (stage_.world.situation() == ControlledWorld::Situation::deadlock) {
      outcome.kind = EndKind::deadlock;
      outcome.error = report_deadlock(stage_.world.tasks(), {}).text();
    } else {
      outcome.value = observe();
    }
    return outcome;
  }

 private:
  struct ThreadCopy {
    Task task;
    size_t position;
    bool announced;
    Latch end;
  };
  struct Copy {
    ControlledState state;
    std::vector<ThreadCopy> threads;
    std::vector<std::byte> shared;
  };

  Stage& stage_;
  std::vector<std::span<std::byte>> shared_;
  std::map<Token, Copy> copies_;
  Token next_ = 0;
};

}  // namespace lockstep::fixture
