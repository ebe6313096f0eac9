#include "vm/gate.h"

#include "sync/lock.h"
#include "sync/queue_gate.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "vm/machine.h"
#include "vm/objects/callable.h"
#include "vm/objects/primitive.h"

namespace lockstep {

namespace {

bool is_true_or_missing(std::span<const Value> arguments, size_t i) {
  return i >= arguments.size() || arguments[i].is_empty() || arguments[i].is_true();
}

bool is_none_or_missing(std::span<const Value> arguments, size_t i) {
  return i >= arguments.size() || arguments[i].is_empty() || arguments[i].is_none();
}

bool shut(Task& task, WaitKind kind, const WaitQueue& queue, const TaskReference* owner = nullptr) {
  task.waiting_for = kind;
  task.waiting_object = queue.object;
  task.waiting_for_owner = owner;
  return false;
}

bool queue_is_open(Task& task, const QueueGate& queue) {
  if (queue.is_given_up) return true;
  switch (task.pending.kind) {
    case OperationKind::queue_put:
      return !queue.is_full() || shut(task, WaitKind::queue_space, queue.putters);
    case OperationKind::queue_get:
      return queue.size > 0 || shut(task, WaitKind::queue_item, queue.getters);
    case OperationKind::queue_join:
      return queue.unfinished == 0 || shut(task, WaitKind::queue_join, queue.joiners);
    default:
      return true;
  }
}

}  // namespace

void note_gate(ThreadObject& thread, Value callable, std::span<const Value> arguments) {
  const auto* native = try_as<NativeObject>(callable);
  if (native == nullptr) return;
  Value self = native->self;
  if (self.is_empty()) {
    if (arguments.empty()) return;
    self = arguments[0];
    arguments = arguments.subspan(1);
  }
  if (!self.is_object()) return;
  bool waits_for_ever = false;
  switch (native->row->operation) {
    case OperationKind::lock_acquire:
      waits_for_ever = arguments.size() <= 1 && is_true_or_missing(arguments, 0);
      break;
    case OperationKind::semaphore_acquire:
    case OperationKind::queue_get:
      waits_for_ever = is_true_or_missing(arguments, 0) && is_none_or_missing(arguments, 1);
      break;
    case OperationKind::queue_put:
      waits_for_ever = is_true_or_missing(arguments, 1) && is_none_or_missing(arguments, 2);
      break;
    case OperationKind::queue_join:
      waits_for_ever = true;
      break;
    case OperationKind::thread_join:
      waits_for_ever = arguments.size() == 1 && arguments[0].is_none();
      break;
    default:
      break;
  }
  if (!waits_for_ever) return;
  Object* gate = self.as_object();
  if (gate->kind == Kind::primitive && gate->extra == PrimitiveObject::condition) {
    const Value lock = static_cast<PrimitiveObject*>(gate)->values[0];
    gate = lock.is_object() ? lock.as_object() : nullptr;
  }
  if (gate != nullptr && (gate->kind == Kind::primitive || gate->kind == Kind::thread)) {
    thread.gate = gate;
  }
}

bool gate_is_open(ThreadObject& thread) {
  Object* gate = thread.gate;
  if (gate == nullptr) return true;
  Task& task = thread.task;
  if (gate->kind == Kind::thread) {
    const Latch& end = static_cast<ThreadObject*>(gate)->ended;
    return end.is_open || shut(task, WaitKind::thread_end, end.waiters, &end.owner);
  }
  auto* primitive = static_cast<PrimitiveObject*>(gate);
  switch (primitive->extra) {
    case PrimitiveObject::lock: {
      const auto& lock = primitive->get<Lock>();
      return !lock.locked || shut(task, WaitKind::lock, lock.waiters, &lock.holder);
    }
    case PrimitiveObject::rlock: {
      const auto& lock = primitive->get<RLock>();
      return lock.depth == 0 || lock.is_owned(task) ||
             shut(task, WaitKind::rlock, lock.waiters, &lock.holder);
    }
    case PrimitiveObject::semaphore: {
      const auto& semaphore = primitive->get<Semaphore>();
      return semaphore.value > 0 || shut(task, WaitKind::semaphore, semaphore.waiters);
    }
    case PrimitiveObject::queue:
      return queue_is_open(task, primitive->get<QueueGate>());
    default:
      return true;
  }
}

}  // namespace lockstep
