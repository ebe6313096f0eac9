#include "session/step_history.h"

#include "base/check.h"

namespace lockstep {

void StepHistory::cut(uint64_t moment) {
  ENSURE(moment <= steps_.size());
  if (moment < steps_.size()) {
    steps_.resize(moment);
    schedule_text_ = nullptr;
  }
  end_.reset();
  for (auto at = copies_.upper_bound(moment); at != copies_.end();) {
    copied_bytes_ -= at->second.size();
    at = copies_.erase(at);
  }
}

void StepHistory::keep_copy(uint64_t moment, std::shared_ptr<const Arena::Snapshot> copy,
                            std::shared_ptr<const Detectors> detectors) {
  const auto [at, is_new] = copies_.emplace(moment, Kept{std::move(copy), std::move(detectors)});
  if (!is_new) return;
  copied_bytes_ += at->second.size();
  while (copied_bytes_ > budget_ && copies_.size() > 2) thin_out();
}

// Gives up every second copy but the first.
void StepHistory::thin_out() {
  bool keep = true;
  for (auto at = copies_.begin(); at != copies_.end(); keep = !keep) {
    if (keep) {
      ++at;
      continue;
    }
    copied_bytes_ -= at->second.size();
    at = copies_.erase(at);
  }
  interval_ *= 2;
}

StepHistory::Copy StepHistory::copy_before(uint64_t moment) const {
  ENSURE(!copies_.empty());
  const auto found = std::prev(copies_.upper_bound(moment));
  return {found->first, found->second.bytes.get(), found->second.detectors.get()};
}

std::shared_ptr<const std::string> StepHistory::schedule_text() {
  if (schedule_text_ == nullptr) {
    Schedule schedule(terms_);
    for (const Step& step : steps_) {
      if (step.choice) schedule.choices.push_back(step.thread);
    }
    schedule_text_ = std::make_shared<std::string>(schedule.text());
  }
  return schedule_text_;
}

}  // namespace lockstep
