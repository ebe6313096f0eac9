#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/arena.h"
#include "control/schedule.h"
#include "detect/detectors.h"
#include "session/session.h"

namespace lockstep {

// A stepped run as far as it is known: who made each step, copies of the run at some of its moments, and
// how it ended. Moment number n is the one after n steps. What is known only grows, until it is cut off
// where the learner turns another way.
//
// Copies are taken so that from the nearest one to any moment there is a bounded piece of work to do
// again; when they need too much memory, every second one is given up and the pieces become longer.
class StepHistory {
 public:
  struct Step {
    uint32_t thread = 0;
    int32_t line = 0;         // of the script
    bool choice = false;      // other threads could have made it
    size_t log_size = 0;      // events of the run after it
  };

  // What was done since the last copy, in a measure that does not depend on the machine's speed.
  struct Work {
    uint64_t steps = 0;
    uint64_t safe_points = 0;
  };

  explicit StepHistory(ScheduleTerms terms) : terms_(std::move(terms)) {}

  uint64_t length() const { return steps_.size(); }
  // The step from moment `index` to the next. Requires index < length().
  const Step& step(uint64_t index) const { return steps_[index]; }
  void append(const Step& step) {
    steps_.push_back(step);
    if (step.choice) schedule_text_ = nullptr;
  }

  // Forgets everything after a moment, the end too.
  void cut(uint64_t moment);

  // A copy is due when so much was done since the last one.
  bool wants_copy(const Work& work) const {
    return work.steps >= interval_ || work.safe_points >= interval_ * kSafePointsForStep;
  }
  // `detectors`: as they are at that moment; may be null.
  void keep_copy(uint64_t moment, std::shared_ptr<const Arena::Snapshot> copy,
                 std::shared_ptr<const Detectors> detectors = nullptr);

  struct Copy {
    uint64_t moment = 0;
    const Arena::Snapshot* bytes = nullptr;
    const Detectors* detectors = nullptr;
  };
  // The last one at or before a moment. There is always one at moment 0.
  Copy copy_before(uint64_t moment) const;

  // How the run ends, if what is known of it goes to its end.
  const std::optional<Outcome>& end() const { return end_; }
  void set_end(Outcome end) { end_ = std::move(end); }

  // The schedule of the whole run that is known.
  std::shared_ptr<const std::string> schedule_text();

  // Room for copies; less makes fewer of them.
  void set_budget(size_t bytes) { budget_ = bytes; }

 private:
  static constexpr uint64_t kSafePointsForStep = 64;

  struct Kept {
    std::shared_ptr<const Arena::Snapshot> bytes;
    std::shared_ptr<const Detectors> detectors;

    size_t size() const { return bytes->bytes() + (detectors == nullptr ? 0 : detectors->bytes()); }
  };

  void thin_out();

  const ScheduleTerms terms_;
  std::vector<Step> steps_;
  std::map<uint64_t, Kept> copies_;
  size_t copied_bytes_ = 0;
  size_t budget_ = size_t{192} << 20;
  uint64_t interval_ = 8192;
  std::optional<Outcome> end_;
  std::shared_ptr<const std::string> schedule_text_;   // null: to be made again
};

}  // namespace lockstep
