#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "detect/finding.h"
#include "detect/happens_before.h"
#include "detect/run_facts.h"

namespace lockstep {

// Who holds which locks, and in which orders they are taken.
class LockOrder {
 public:
  struct Held {
    uint32_t lock = 0;
    uint32_t condition = 0;      // whose lock it is; 0: none's
    uint32_t task = 0;
    int32_t line = 0;            // where it was taken
  };
  // A thread took one lock while it held another one.
  struct Edge {
    Held first, second;
    std::vector<uint32_t> gates; // what else it held, sorted
    Knowledge when;
  };
  // Each of these locks was taken by a thread that held the one before; the first by one that held the last.
  using Circle = std::vector<Edge>;

  // `lasting`: the order that a run under any schedule has. A circle that this closes and nobody was told of.
  std::optional<Circle> acquired(HappensBefore& lasting, const Held& held, bool patient);
  // `task` gives it back.
  void released(uint32_t lock, uint32_t task);
  // Whether a thread gave it back that had not taken it: it is used as a signal then.
  bool is_handed_on(uint32_t lock) const { return handed_on_.contains(lock); }

  // In the order in which they were taken.
  std::vector<Held> held_by(uint32_t task) const;
  std::vector<Held> all_held() const;

 private:
  bool extend(Circle& circle, uint32_t target);
  static bool fits(const Circle& circle, const Edge& edge);
  bool is_new(const Circle& circle);

  std::unordered_map<uint32_t, std::vector<Held>> held_;                   // by task
  std::unordered_map<uint32_t, uint32_t> holders_;                         // by lock: task
  std::map<uint32_t, std::map<uint32_t, std::vector<Edge>>> edges_;        // by first, by second
  std::set<uint32_t> handed_on_;
  std::set<std::vector<uint32_t>> known_;
  int tries_ = 0;
};

// A name for each lock of the circle.
Finding finding_of(const LockOrder::Circle& circle, const std::vector<std::string>& locks,
                   const std::vector<std::string>& threads);

}  // namespace lockstep
