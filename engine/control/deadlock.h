#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "world/task_list.h"

namespace lockstep {

// How a report calls things. Both may answer "": then it makes do with ids and kinds.
struct ReportNames {
  std::function<std::string(uint32_t id)> task;
  std::function<std::string(uint32_t object)> object;
};

// Why nobody can go on: what each live task waits for and who could end that wait, and the circle
// of tasks that wait for each other, if there is one.
struct DeadlockReport {
  struct Wait {
    uint32_t task = 0;
    bool daemon = false;
    WaitKind kind = WaitKind::nothing;
    uint32_t object = 0;
    TaskReference owner;  // none where no single task could end the wait
    std::string text;     // one sentence without a full stop: "main waits for lock a, which ..."
  };

  std::vector<Wait> waits;      // in the order of the tasks' ids
  std::vector<uint32_t> cycle;  // each waits for the next, the last for the first; may be empty
  std::string cycle_text;       // "" without a cycle

  // All of it, a line each, with line ends.
  std::string text() const;
};

// Reads the tasks, so it needs permission to run. Tasks that are not blocked are left out.
DeadlockReport report_deadlock(const TaskList& tasks, const ReportNames& names);

}  // namespace lockstep
