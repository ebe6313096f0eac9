#pragma once

#include <cstdint>
#include <string>

#include "world/task_list.h"

namespace lockstep {

// What the code around a call of wait() does with it.
enum class WaitContext : uint8_t {
  bare,        // nothing looks before it waits
  in_if,       // an `if` looks once
  in_loop,     // a `while` looks again and again
  unknown,
};

// What detectors ask about the run that they look at, as it stands at the moment of an event. Answers
// cost something: they are for findings, not for every event.
class RunFacts {
 public:
  virtual ~RunFacts() = default;

  // What the script calls an object by its serial number; "" if it has no name.
  virtual std::string name_of_object(uint32_t serial) = 0;
  // What the script calls the data that the thread is about to touch: "counter", "account.balance".
  virtual std::string name_of_data(const Task& task) = 0;
  // Whether that is data and nothing else: no property, no operator of the script's own.
  virtual bool is_plain_data(const Task& task) = 0;
  // Where a thread stands in the script, 0 if nowhere.
  virtual int32_t line_of(const Task& task) = 0;
  virtual const TaskList& tasks() = 0;
  virtual WaitContext wait_context(int32_t line) = 0;
  // Whether the script calls release() by name: then a lock may be given back by another thread
  // than the one that took it.
  virtual bool calls_release() = 0;
  // Whether other threads live, so that what a thread does is seen.
  virtual bool others_live() = 0;
};

}  // namespace lockstep
