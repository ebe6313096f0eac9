#include "detect/lost_wakeup.h"

namespace lockstep {

// `is_seen`: what the thread looks at is told to looked(). Otherwise the text of the program says whether it
// waits without looking: `waits_bare`.
void LostWakeup::apply(uint32_t task, const SyncEvent& event, bool is_seen, bool waits_bare) {
  ++clock_;
  switch (event.kind) {
    case SyncKind::lock_acquired:
      looked_[task] = false;
      return;
    case SyncKind::condition_notified:
      if (event.detail == 0) {
        unheard_[event.object] = {task, event.line, clock_};
      } else {
        unheard_.erase(event.object);
      }
      return;
    case SyncKind::condition_waits:
      waits_[task] = {event.object, clock_, is_seen ? looked_[task] : !waits_bare};
      return;
    case SyncKind::condition_woken:
    case SyncKind::condition_timed_out:
      waits_.erase(task);
      return;
    case SyncKind::event_set:
      signals_[event.object] = {Unheard{task, event.line, clock_}, {}, 0};
      return;
    case SyncKind::event_seen:
      signals_.erase(event.object);
      return;
    case SyncKind::event_cleared: {
      const auto found = signals_.find(event.object);
      if (found == signals_.end() || !found->second.set.has_value()) return;
      const Unheard& set = *found->second.set;
      found->second.loss = Loss{true, event.object, set.task, set.line, task, event.line};
      found->second.lost_when = clock_;
      found->second.set.reset();
      return;
    }
    default:
      return;
  }
}

std::optional<LostWakeup::Loss> LostWakeup::lost_on(const Task& task) const {
  if (task.waiting_for == WaitKind::event) {
    const auto found = signals_.find(task.waiting_object);
    return found == signals_.end() ? std::nullopt : found->second.loss;
  }
  const auto wait = waits_.find(task.id);
  if (wait == waits_.end() || wait->second.has_looked) return std::nullopt;
  const auto unheard = unheard_.find(wait->second.object);
  if (unheard == unheard_.end() || unheard->second.when > wait->second.when) return std::nullopt;
  if (unheard->second.task == task.id) return std::nullopt;
  return Loss{false, wait->second.object, unheard->second.task, unheard->second.line, 0, 0};
}

}  // namespace lockstep
