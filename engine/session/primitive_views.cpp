#include "session/primitive_views.h"

#include <algorithm>

#include "modules/item_queue.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "vm/objects/sequence.h"

namespace lockstep {

namespace {

constexpr int64_t kMostItemsQueued = 24;

std::vector<uint32_t> ids_of(const WaitQueue& queue) {
  std::vector<uint32_t> ids;
  for (Waiter* waiter = queue.first; waiter != nullptr; waiter = waiter->next) {
    if (waiter->kind == Waiter::Kind::task) ids.push_back(task_of(*waiter).id);
  }
  return ids;
}

void add_all(std::vector<uint32_t>& ids, const WaitQueue& queue) {
  const std::vector<uint32_t> more = ids_of(queue);
  ids.insert(ids.end(), more.begin(), more.end());
}

std::string count_of(int64_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

PrimitiveView describe(Machine& machine, const ObjectWalk& walk, ShownValues values, PrimitiveObject* object) {
  PrimitiveView view;
  view.kind = class_of_primitive(object);
  view.name = std::string(walk.name_of(object));
  const auto held = [&](TaskReference holder) {
    if (holder.none()) return std::string("held");
    view.owner = holder.id();
    for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
      if (thread->task.state != TaskState::created && holder.is(thread->task)) {
        return "held by " + std::string(thread->name->view());
      }
    }
    return std::string("held");
  };
  const auto add_shut_out = [&](const PrimitiveObject* gate) {
    for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
      if (thread->task.shut_out && thread->gate == gate) view.waiters.push_back(thread->task.id);
    }
  };
  const auto describe_lock = [&](PrimitiveObject* lock) {
    if (lock->extra == PrimitiveObject::rlock) {
      const auto& rlock = lock->get<RLock>();
      add_all(view.waiters, rlock.waiters);
      add_shut_out(lock);
      if (rlock.depth == 0) return std::string("free");
      const std::string times = rlock.depth > 1 ? ", " + std::to_string(rlock.depth) + " times" : "";
      return held(rlock.holder) + times;
    }
    const auto& plain = lock->get<Lock>();
    add_all(view.waiters, plain.waiters);
    add_shut_out(lock);
    return plain.locked ? held(plain.holder) : std::string("free");
  };
  switch (static_cast<PrimitiveObject::What>(object->extra)) {
    case PrimitiveObject::lock:
    case PrimitiveObject::rlock:
      view.state = describe_lock(object);
      break;
    case PrimitiveObject::condition: {
      add_all(view.waiters, object->get<Condition>().waiters);
      const size_t waiting = view.waiters.size();
      auto* lock = try_as<PrimitiveObject>(object->values[0]);
      view.state = lock == nullptr ? "" : "its lock is " + describe_lock(lock);
      // Who wants the lock is told by the lock, where it has a name of its own.
      if (lock != nullptr && !walk.name_of(lock).empty()) view.waiters.resize(waiting);
      break;
    }
    case PrimitiveObject::semaphore: {
      const auto& semaphore = object->get<Semaphore>();
      view.waiters = ids_of(semaphore.waiters);
      add_shut_out(object);
      view.state = semaphore.bounded
          ? std::to_string(semaphore.value) + " of " + std::to_string(semaphore.initial) + " free"
          : std::to_string(semaphore.value) + " free";
      break;
    }
    case PrimitiveObject::event: {
      const auto& event = object->get<Event>();
      view.waiters = ids_of(event.waiters);
      view.state = event.is_set ? "set" : "not set";
      break;
    }
    case PrimitiveObject::barrier: {
      const auto& barrier = object->get<Barrier>();
      view.waiters = ids_of(barrier.waiters);
      add_all(view.waiters, barrier.locked_out);
      view.state = barrier.is_broken() ? "broken"
          : std::to_string(barrier.n_waiting()) + " of " + std::to_string(barrier.parties) + " there";
      break;
    }
    case PrimitiveObject::queue: {
      const auto& queue = object->get<ItemQueue>();
      add_all(view.waiters, queue.gate.getters);
      add_all(view.waiters, queue.gate.putters);
      add_all(view.waiters, queue.gate.joiners);
      add_shut_out(object);
      view.state = count_of(queue.gate.size, "item");
      if (queue.gate.maximum > 0) view.state += " of " + std::to_string(queue.gate.maximum);
      if (queue.gate.unfinished > 0) view.state += ", " + std::to_string(queue.gate.unfinished) + " not done";
      auto* ring = try_as<ArrayObject>(object->values[0]);
      auto* list = try_as<ListObject>(object->values[0]);
      const int64_t count = list != nullptr ? int64_t(list->size) : ring != nullptr ? queue.gate.size : 0;
      if (queue.gate.is_given_up && list == nullptr) view.state = "";
      for (int64_t i = 0; i < std::min(count, kMostItemsQueued); i++) {
        const Value item = list != nullptr
            ? list->items()[i]
            : ring->items[(queue.first + static_cast<uint32_t>(i)) & (ring->size - 1)];
        view.items.push_back(shown_value(machine, walk, item, values));
      }
      break;
    }
    case PrimitiveObject::latch: break;
  }
  return view;
}

}  // namespace

std::vector<PrimitiveView> view_primitives(Machine& machine, const ObjectWalk& walk, ShownValues values) {
  std::vector<PrimitiveView> views;
  for (PrimitiveObject* object : walk.primitives()) {
    if (object->extra == PrimitiveObject::latch) continue;
    views.push_back(describe(machine, walk, values, object));
  }
  return views;
}

}  // namespace lockstep
