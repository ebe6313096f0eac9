// The words for what threads and tasks wait for: see state_reader.cpp.

#include "modules/item_queue.h"
#include "session/state_reader.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/latch.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "vm/objects/async.h"

namespace lockstep {

void StateReader::put_queue(Sink& sink, const WaitQueue& queue) {
  for (const Waiter* waiter = queue.first; waiter != nullptr; waiter = waiter->next) {
    if (waiter->kind == Waiter::Kind::task) {
      put_thread(sink, &Machine::thread_of(task_of(*const_cast<Waiter*>(waiter))));
    } else {
      put(sink, reinterpret_cast<uintptr_t>(waiter));
      is_mixed_ = true;
    }
    put(sink, waiter->payload);
  }
  put(sink, mark(1));
}

void StateReader::put_primitive(Sink& sink, PrimitiveObject* primitive) {
  put(sink, primitive->identity);
  switch (primitive->extra) {
    case PrimitiveObject::lock: {
      // Whoever holds a plain lock, anyone may release it: the holder makes no difference.
      const auto& lock = primitive->get<Lock>();
      put(sink, lock.locked);
      put_queue(sink, lock.waiters);
      break;
    }
    case PrimitiveObject::rlock: {
      const auto& lock = primitive->get<RLock>();
      put(sink, lock.depth);
      put_task(sink, lock.holder);
      put_queue(sink, lock.waiters);
      break;
    }
    case PrimitiveObject::condition:
      put_queue(sink, primitive->get<Condition>().waiters);
      break;
    case PrimitiveObject::semaphore: {
      const auto& semaphore = primitive->get<Semaphore>();
      put(sink, static_cast<uint64_t>(semaphore.value));
      put(sink, static_cast<uint64_t>(semaphore.initial) * 2 + (semaphore.bounded ? 1 : 0));
      put_queue(sink, semaphore.waiters);
      break;
    }
    case PrimitiveObject::event: {
      const auto& event = primitive->get<Event>();
      put(sink, event.is_set);
      put_queue(sink, event.waiters);
      break;
    }
    case PrimitiveObject::barrier: {
      const auto& barrier = primitive->get<Barrier>();
      put(sink, static_cast<uint64_t>(barrier.state));
      put(sink, (uint64_t{barrier.parties} << 32) | barrier.count);
      put(sink, barrier.has_action);
      put_task(sink, barrier.acting);
      put_queue(sink, barrier.waiters);
      put_queue(sink, barrier.locked_out);
      break;
    }
    case PrimitiveObject::queue: {
      const auto& queue = primitive->get<ItemQueue>();
      put(sink, static_cast<uint64_t>(queue.gate.maximum));
      put(sink, static_cast<uint64_t>(queue.gate.unfinished));
      put(sink, static_cast<uint64_t>(queue.kind) * 2 + (queue.gate.is_given_up ? 1 : 0));
      put_queue(sink, queue.gate.getters);
      put_queue(sink, queue.gate.putters);
      put_queue(sink, queue.gate.joiners);
      auto* ring = try_as<ArrayObject>(primitive->values[0]);
      if (ring != nullptr && !queue.gate.is_given_up) {
        put(sink, static_cast<uint64_t>(queue.gate.size));
        for (int64_t i = 0; i < queue.gate.size; ++i) {
          put_value(sink, ring->items[(queue.first + static_cast<uint64_t>(i)) & (ring->size - 1)]);
        }
        put_value(sink, primitive->values[1]);
        return;
      }
      break;
    }
    case PrimitiveObject::latch: {
      const auto& latch = primitive->get<Latch>();
      put(sink, latch.is_open);
      put_task(sink, latch.owner);
      put_queue(sink, latch.waiters);
      break;
    }
    default:
      put_bytes(sink, primitive->bytes, primitive->size);
      break;
  }
  put_value(sink, primitive->values[0]);
  put_value(sink, primitive->values[1]);
}

// Of asyncio: which tasks a loop has is told by the loop.
void StateReader::put_future(Sink& sink, const AsyncFutureObject* future) {
  put(sink, static_cast<uint64_t>(future->state) | (future->failed ? 4 : 0) |
                (future->log_traceback ? 8 : 0) | (future->is_blocking ? 16 : 0) |
                (future->is_sleep ? 32 : 0) | (future->must_cancel ? 64 : 0) |
                (uint64_t{future->cancel_requests} << 32));
  put_object(sink, future->loop);
  put_value(sink, future->value);
  put_value(sink, future->traceback);
  put_value(sink, future->callback);
  put_value(sink, future->context);
  put_value(sink, future->more);
  if (future->extra == AsyncFutureObject::waiter) {
    auto* waiter = static_cast<const AsyncWaiterObject*>(future);
    put(sink, static_cast<uint64_t>(waiter->wait));
    put_object(sink, waiter->target);
    put_value(sink, waiter->argument);
  }
  if (future->extra == AsyncFutureObject::gathering) {
    auto* gathering = static_cast<const AsyncGatheringObject*>(future);
    put(sink, (uint64_t{gathering->left} << 2) | (gathering->returns_exceptions ? 1 : 0) |
                  (gathering->is_cancelled ? 2 : 0));
    put_value(sink, gathering->children);
  }
  if (future->extra != AsyncFutureObject::task) return;
  auto* task = static_cast<const AsyncTaskObject*>(future);
  put_value(sink, task->coroutine);
  put_value(sink, task->waiter);
  put_value(sink, task->name);
  put_value(sink, task->own_context);
}

void StateReader::put_async_primitive(Sink& sink, const AsyncPrimitiveObject* primitive) {
  put(sink, primitive->extra);
  put_object(sink, primitive->loop);
  for (const FutureQueue* queue : {&primitive->waiters, &primitive->putters}) {
    put(sink, queue->count);
    for (uint32_t i = 0; i < queue->count; ++i) {
      put_value(sink, queue->futures->items[(queue->first + i) & (queue->futures->size - 1)]);
    }
  }
  put(sink, static_cast<uint64_t>(primitive->value));
  put(sink, static_cast<uint64_t>(primitive->unfinished));
  put_value(sink, primitive->items);
  put_value(sink, primitive->finished);
}

void StateReader::put_loop(Sink& sink, const EventLoopObject* loop) {
  put(sink, (loop->is_running ? 1 : 0) | (loop->is_stopping ? 2 : 0) | (loop->is_closed ? 4 : 0) |
                (loop->is_debug ? 8 : 0) | (loop->is_parked ? 16 : 0) | (loop->had_round ? 32 : 0) |
                (loop->is_plain ? 64 : 0) | (loop->is_current ? 128 : 0) | (uint64_t{loop->batch} << 32));
  // The ready entries in their order, wherever in the ring they stand.
  put(sink, loop->ready_count);
  for (uint32_t i = 0; i < loop->ready_count; ++i) {
    const uint32_t places = loop->ready->size / EventLoopObject::kTriple;
    const uint32_t at = (loop->ready_first + i) & (places - 1);
    for (uint32_t j = 0; j < EventLoopObject::kTriple; ++j) {
      put_value(sink, loop->ready->items[at * EventLoopObject::kTriple + j]);
    }
  }
  put(sink, (uint64_t{loop->timer_count} << 32) | loop->cancelled_timers);
  for (uint32_t i = 0; i < loop->timer_count * EventLoopObject::kTriple; ++i) {
    put_value(sink, loop->timers->items[i]);
  }
  put(sink, loop->next_timer);
  put_object(sink, reinterpret_cast<Object*>(loop->thread));
  put_value(sink, loop->current_task);
  for (auto* task = loop->first_task; task != nullptr; task = task->next) put_object(sink, task);
  put(sink, mark(4));
  put_object(sink, reinterpret_cast<Object*>(loop->generators));
  for (const Value& value : loop->running) put_value(sink, value);
  put_value(sink, loop->outer_context);
  needs_clock_ = true;
}

}  // namespace lockstep
