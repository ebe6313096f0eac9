#pragma once

#include <cstdint>
#include <string_view>

namespace lockstep {

// What a primitive refuses to do. The machine raises it as the exception of CPython 3.11.
enum class SyncError : uint8_t {
  none,
  release_unlocked_lock,
  release_unacquired_rlock,
  wait_unacquired,
  notify_unacquired,
  timeout_for_non_blocking,
  timeout_not_positive,
  timeout_too_large,
  semaphore_initial_value,
  semaphore_timeout_for_non_blocking,
  semaphore_release_count,
  semaphore_released_too_often,
  barrier_broken,
  queue_full,
  queue_empty,
  queue_timeout_negative,
  queue_done_too_often,
};

struct SyncErrorText {
  SyncError error;
  std::string_view type;  // the exception's class as scripts name it
  std::string_view text;  // str() of the exception
};

// By enumerator: kSyncErrors[static_cast<size_t>(error)].
inline constexpr SyncErrorText kSyncErrors[] = {
    {SyncError::none, "", ""},
    {SyncError::release_unlocked_lock, "RuntimeError", "release unlocked lock"},
    {SyncError::release_unacquired_rlock, "RuntimeError", "cannot release un-acquired lock"},
    {SyncError::wait_unacquired, "RuntimeError", "cannot wait on un-acquired lock"},
    {SyncError::notify_unacquired, "RuntimeError", "cannot notify on un-acquired lock"},
    {SyncError::timeout_for_non_blocking, "ValueError",
     "can't specify a timeout for a non-blocking call"},
    {SyncError::timeout_not_positive, "ValueError", "timeout value must be positive"},
    {SyncError::timeout_too_large, "OverflowError", "timeout value is too large"},
    {SyncError::semaphore_initial_value, "ValueError", "semaphore initial value must be >= 0"},
    {SyncError::semaphore_timeout_for_non_blocking, "ValueError",
     "can't specify timeout for non-blocking acquire"},
    {SyncError::semaphore_release_count, "ValueError", "n must be one or more"},
    {SyncError::semaphore_released_too_often, "ValueError", "Semaphore released too many times"},
    {SyncError::barrier_broken, "threading.BrokenBarrierError", ""},
    {SyncError::queue_full, "queue.Full", ""},
    {SyncError::queue_empty, "queue.Empty", ""},
    {SyncError::queue_timeout_negative, "ValueError", "'timeout' must be a non-negative number"},
    {SyncError::queue_done_too_often, "ValueError", "task_done() called too many times"},
};

constexpr const SyncErrorText& text_of(SyncError error) {
  return kSyncErrors[static_cast<uint8_t>(error)];
}

}  // namespace lockstep
