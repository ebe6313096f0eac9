// Lock-order inversion: a deadlock that did not happen this time.
//
// Whoever takes lock b while it holds a wants a before b. Drawn as an arrow from a to b for each thread, a
// circle of arrows is a way to deadlock: each thread of it holds one lock and waits for the next
// one's. That holds for a run that went well too, as these did not come to it at the same moment.
// (Havelund, "Using runtime analysis to guide model checking of Java programs", 2000.)
//
// A circle is none when its threads cannot be there together (Bensalem and Havelund, "Dynamic deadlock
// analysis of multi-threaded programs", 2005):
// - an arrow of the same thread stands in it twice: a thread does one thing after the other;
// - all of two arrows' threads hold the same third lock, the gate, which lets one of them in at a time;
// - one of them comes before the other under every schedule, since it starts, joins or is signalled by it.
// An attempt that gives up (a timeout, blocking=False) is no arrow, since it waits for nobody for ever. Nor is a
// lock of any that another thread gives back than the one that took it: it is used as a signal.
#include "detect/lock_order.h"

#include <algorithm>

namespace lockstep {

namespace {

constexpr size_t kLongest = 10;              // arrows of a circle
constexpr size_t kMostAlike = 12;            // arrows from one lock to another
constexpr size_t kMostFrom = 64;             // locks that are taken while one is held
constexpr int kMostTries = 2000;

}  // namespace

std::optional<LockOrder::Circle> LockOrder::acquired(HappensBefore& lasting, const Held& held,
                                                     bool patient) {
  std::vector<Held>& mine = held_[held.task];
  std::optional<Circle> found;
  for (const Held& first : mine) {
    if (!patient || first.lock == held.lock || is_handed_on(first.lock) || is_handed_on(held.lock)) continue;
    Edge edge{first, held, {}, {}};
    for (const Held& other : mine) {
      if (other.lock != first.lock) edge.gates.push_back(other.lock);
    }
    std::sort(edge.gates.begin(), edge.gates.end());
    auto& from = edges_[first.lock];
    if (from.size() >= kMostFrom && !from.contains(held.lock)) continue;
    std::vector<Edge>& alike = from[held.lock];
    edge.when = lasting.tell(held.task);
    // The same again, as far as anybody can tell.
    const bool is_known = std::any_of(alike.begin(), alike.end(), [&](const Edge& known) {
      return known.first.task == held.task && known.gates == edge.gates && known.second.line == held.line &&
             known.first.line == first.line && known.when.others == edge.when.others;
    });
    if (is_known || alike.size() >= kMostAlike) continue;
    alike.push_back(edge);
    if (found.has_value()) continue;
    Circle circle{edge};
    tries_ = 0;
    if (extend(circle, first.lock) && is_new(circle)) found = std::move(circle);
  }
  mine.push_back(held);
  holders_[held.lock] = held.task;
  return found;
}

void LockOrder::released(uint32_t lock, uint32_t task) {
  const auto holder = holders_.find(lock);
  if (holder == holders_.end()) return;
  if (holder->second != task && handed_on_.insert(lock).second) {
    edges_.erase(lock);
    for (auto& [first, from] : edges_) from.erase(lock);
  }
  std::erase_if(held_[holder->second], [lock](const Held& held) { return held.lock == lock; });
  holders_.erase(holder);
}

// Adds arrows until one ends at `target`.
bool LockOrder::extend(Circle& circle, uint32_t target) {
  const auto from = edges_.find(circle.back().second.lock);
  if (from == edges_.end()) return false;
  for (const auto& [to, alike] : from->second) {
    for (const Edge& edge : alike) {
      if (++tries_ > kMostTries) return false;
      if (!fits(circle, edge)) continue;
      circle.push_back(edge);
      if (to == target || (circle.size() < kLongest && extend(circle, target))) return true;
      circle.pop_back();
    }
  }
  return false;
}

bool LockOrder::fits(const Circle& circle, const Edge& edge) {
  return std::all_of(circle.begin(), circle.end(), [&](const Edge& other) {
    if (other.first.task == edge.first.task || other.first.lock == edge.first.lock) return false;
    for (const uint32_t gate : edge.gates) {
      if (std::binary_search(other.gates.begin(), other.gates.end(), gate)) return false;
    }
    return !HappensBefore::is_before(other.when.epoch, edge.when) &&
           !HappensBefore::is_before(edge.when.epoch, other.when);
  });
}

bool LockOrder::is_new(const Circle& circle) {
  std::vector<uint32_t> locks;
  for (const Edge& edge : circle) locks.push_back(edge.first.lock);
  std::sort(locks.begin(), locks.end());
  return known_.size() < 100 && known_.insert(std::move(locks)).second;
}

std::vector<LockOrder::Held> LockOrder::held_by(uint32_t task) const {
  const auto found = held_.find(task);
  return found == held_.end() ? std::vector<Held>() : found->second;
}

std::vector<LockOrder::Held> LockOrder::all_held() const {
  std::vector<Held> all;
  for (const auto& [task, held] : held_) all.insert(all.end(), held.begin(), held.end());
  std::sort(all.begin(), all.end(), [](const Held& a, const Held& b) {
    return std::pair(a.task, a.line) < std::pair(b.task, b.line);
  });
  return all;
}

Finding finding_of(const LockOrder::Circle& circle, const std::vector<std::string>& locks,
                   const std::vector<std::string>& threads) {
  Finding finding;
  finding.kind = Finding::Kind::lock_order;
  const auto named = [&](size_t i) {
    const std::string& name = locks[i % locks.size()];
    return name.empty() ? std::string("a lock") : name;
  };
  std::string all;
  std::string parts;
  for (size_t i = 0; i < circle.size(); ++i) {
    finding.object += (i == 0 ? "" : ", ") + named(i);
    all += (i == 0 ? "" : i + 1 == circle.size() ? " and " : ", ") + named(i);
    const std::string does = "takes " + named(i + 1) + " while it holds " + named(i);
    finding.places.push_back({circle[i].second.line, threads[i], does});
    parts += (i == 0 ? "" : ", ") + threads[i] + " " + does + " (line " +
             std::to_string(circle[i].second.line) + ")";
  }
  finding.message = all + (circle.size() == 2 ? " are taken in both orders: " : " are taken in a circle: ") + parts +
                    "; if they come to it at the same time, each waits for " +
                    (circle.size() == 2 ? "the other" : "the next") + " for ever";
  return finding;
}

}  // namespace lockstep
