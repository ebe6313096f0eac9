#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "session/run.h"
#include "session/session.h"

namespace lockstep {

// What an interface sees of a run: the log, folded into threads, timeline rows and output, a little
// more each time it is brought up to date. Used by one thread at a time.
class RunView {
 public:
  explicit RunView(Run& run) : run_(run) {}

  // Reads what is new in the log.
  void update();

  std::shared_ptr<const Snapshot> snapshot(uint64_t run_number);
  std::vector<OutputChunk> output(size_t first) const;
  std::vector<TimelineRow> timeline() const;
  std::vector<TaskRow> task_timeline() const;

 private:
  struct Thread {
    std::string name;
    bool daemon = false;
    ThreadStatus status = ThreadStatus::created;
    std::string waiting_for;
    std::vector<Span> spans;         // the last one is open until the thread ends
    bool started = false;
  };

  void apply(const TraceEvent& event);
  void apply_to_task(const TraceEvent& event, double when);
  void change(Thread& thread, ThreadStatus status, double when, std::string label);
  std::string describe_wait(const TraceEvent& event) const;

  std::shared_ptr<const Snapshot> stepped_snapshot(uint64_t run_number,
                                                   const std::shared_ptr<const Snapshot>& base);
  size_t chunks_until(double time) const;
  void add_ended_threads(Snapshot& snapshot) const;

  Run& run_;
  size_t read_ = 0;
  uint64_t generation_ = 0;
  uint64_t version_ = 0;
  double last_time_ = 0;
  std::map<uint32_t, Thread> threads_;
  std::vector<TaskRow> tasks_;               // of asyncio; the last span of each is open until it has ended
  std::unordered_map<uint32_t, size_t> task_places_;   // in tasks_, by number
  std::vector<OutputChunk> output_;
  std::shared_ptr<const Snapshot> base_;     // what `stepped_` was made from
  std::shared_ptr<const Snapshot> stepped_;  // handed out again while nothing changes
};

}  // namespace lockstep
