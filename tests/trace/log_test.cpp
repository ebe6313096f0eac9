#include "trace/log.h"

#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace lockstep {
namespace {

TraceEvent event(EventKind kind, int64_t time, uint32_t text = 0) {
  TraceEvent event;
  event.kind = kind;
  event.time = time;
  event.text = text;
  return event;
}

TEST_CASE("events and texts come back as they were") {
  Log log;
  CHECK(log.size() == 0);
  CHECK(log.text(0) == "");
  for (int i = 0; i < 5'000; ++i) {
    TraceEvent each = event(EventKind::stdout_text, i, log.add_text("line " + std::to_string(i)));
    each.task = static_cast<uint32_t>(i % 3);
    each.line = -i;
    log.append(each);
  }
  CHECK(log.size() == 5'000);
  bool same = true;
  for (int i = 0; i < 5'000; ++i) {
    const TraceEvent each = log.at(i);
    same = same && each.time == i && each.line == -i && each.task == static_cast<uint32_t>(i % 3) &&
           log.text(each.text) == "line " + std::to_string(i);
  }
  CHECK(same);

  std::vector<TraceEvent> some(10);
  CHECK(log.read(4'995, some).count == 5);
  CHECK(some[4].time == 4'999);
  CHECK(log.read(5'000, some).count == 0);
  CHECK(log.read(9'999, some).count == 0);
}

TEST_CASE("interning gives the same number for the same text") {
  Log log;
  CHECK(log.intern("") == 0);
  CHECK(log.add_text("") == 0);
  const uint32_t lock = log.intern("lock");
  CHECK(lock != 0);
  CHECK(log.add_text("lock") != lock);
  CHECK(log.intern("condition") != lock);
  CHECK(log.intern("lock") == lock);
  CHECK(log.text(lock) == "lock");
}

TEST_CASE("a full log takes only what is essential") {
  Log log(3);
  for (int i = 0; i < 5; ++i) log.append(event(EventKind::running, i));
  log.append(event(EventKind::stdout_text, 9));
  CHECK(log.size() == 4);
  CHECK(log.at(3).time == 9);
  CHECK(log.dropped() == 2);
}

TEST_CASE("truncation is seen by readers as a new generation") {
  Log log;
  for (int i = 0; i < 10; ++i) log.append(event(EventKind::running, i));
  std::vector<TraceEvent> read(20);
  const Log::Slice before = log.read(0, read);
  log.truncate(4);
  log.append(event(EventKind::running, 100));
  const Log::Slice after = log.read(0, read);
  CHECK(before.generation != after.generation);
  CHECK(after.count == 5);
  CHECK(read[3].time == 3);
  CHECK(read[4].time == 100);
}

TEST_CASE("a reader beside the writer never sees events of two generations") {
  // Every generation writes its own number as time, so a mixture would show.
  Log log;
  std::atomic<bool> over = false;
  std::thread writer([&] {
    for (uint32_t generation = 0; generation < 300; ++generation) {
      for (int i = 0; i < 50; ++i) {
        TraceEvent each = event(EventKind::note, generation, log.intern(std::to_string(generation)));
        each.object = generation;
        log.append(each);
      }
      log.truncate(0);
    }
    over = true;
  });
  bool mixed = false;
  std::vector<TraceEvent> read(64);
  while (!over) {
    const Log::Slice slice = log.read(0, read);
    for (size_t i = 0; i < slice.count; ++i) {
      mixed = mixed || read[i].time != static_cast<int64_t>(slice.generation) ||
              read[i].object != slice.generation ||
              log.text(read[i].text) != std::to_string(slice.generation);
    }
  }
  writer.join();
  CHECK_FALSE(mixed);
}

}  // namespace
}  // namespace lockstep
