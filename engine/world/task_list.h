#pragma once

#include <cstdint>

#include "world/task.h"

namespace lockstep {

// The live tasks of a run, in the order of their ids. Intrusive (Task::next, Task::previous), all
// zero when empty, so that it can live in a run's arena. Whoever has permission to run may walk it.
struct TaskList {
  Task* first = nullptr;
  Task* last = nullptr;
  uint32_t size = 0;

  void push_back(Task& task) {
    task.previous = last;
    task.next = nullptr;
    (last != nullptr ? last->next : first) = &task;
    last = &task;
    ++size;
  }

  // Requires that the task is in this list.
  void remove(Task& task) {
    (task.previous != nullptr ? task.previous->next : first) = task.next;
    (task.next != nullptr ? task.next->previous : last) = task.previous;
    task.next = nullptr;
    task.previous = nullptr;
    --size;
  }
};

}  // namespace lockstep
