// Data races by happens-before.
//
// Two accesses to the same data race when they come from two threads, one of them writes, and neither
// happens before the other: no lock that was given on, no item passed through a queue, no start or join
// stands between them. That each access is whole by itself, as CPython's are, makes no difference: what a program
// does with what it has read is another matter.
//
// Of each variable the last write is kept, and the reads since that no later write is sure to come behind. A
// moment of a thread is an epoch, its own time; to compare an epoch with what a thread knows is one look
// into a vector clock. (Flanagan and Freund, "FastTrack: efficient and precise dynamic race detection",
// 2009.)
//
// What comes after a first race is often its consequence: where threads order themselves by a flag
// that both of them spin on, the flag races and what it guards does not. So whoever reads a value also learns
// what its writer knew, as if the variable were a lock. Each pair that is still unordered then can be made to happen
// side by side by another schedule in which every earlier read gives what it gave here. (Mathur, Kini
// and Viswanathan, "What happens-after the first race?", 2018.) So no report is false; some
// pairs are found in a run under another schedule only.
//
// The items of a container are variables of their own; looking at all of it, as len() and
// iterating do, is an access to each. Operators and methods of containers read before they write.
#include "detect/race_detector.h"

#include <algorithm>

namespace lockstep {

namespace {

// Beyond these everything is forgotten: races are missed then, not made up.
constexpr size_t kMostVariables = 200'000;
constexpr size_t kMostKnown = 200;

uint64_t key_of(const DataAccess& access) {
  return uint64_t{access.object} << 34 | static_cast<uint64_t>(access.sort) << 32 | access.detail;
}

template <class Entries, class TaskOf>
auto* entry_of(Entries& entries, uint32_t task, TaskOf task_of) {
  for (auto& entry : entries) {
    if (task_of(entry) == task) return &entry;
  }
  return &entries.emplace_back();
}

}  // namespace

void RaceDetector::look(HappensBefore& order, const DataAccess& access) {
  if (variables_.size() + containers_.size() > kMostVariables) {
    variables_.clear();
    containers_.clear();
  }
  if (access.sort == DataAccess::Sort::item) return look_at_item(order, access);
  use(order, variables_[key_of(access)], access);
}

void RaceDetector::use(HappensBefore& order, Variable& variable, const DataAccess& access) {
  check_write(order, variable.write, access);
  if (access.writes) {
    check_reads(order, variable.reads, access);
    variable.reads.clear();
    variable.write = {order.tell(access.task), access.line};
    return;
  }
  const Epoch now = order.now(access.task);
  // What is known to come before this read comes before every write that this one comes before.
  std::erase_if(variable.reads, [&](const Access& read) { return order.is_before(read.epoch, access.task); });
  variable.reads.push_back({now, access.line});
}

void RaceDetector::look_at_item(HappensBefore& order, const DataAccess& access) {
  Container& container = containers_[access.object];
  const auto task_of_write = [](const Write& write) { return write.known.epoch.task; };
  const auto task_of_read = [](const Access& read) { return read.epoch.task; };
  if (access.detail == 0) {
    for (const Write& write : container.writes) check_write(order, write, access);
    if (access.writes) check_reads(order, container.reads, access);
    use(order, container.whole, access);
    return;
  }
  check_write(order, container.whole.write, access);
  if (access.writes) check_reads(order, container.whole.reads, access);
  Variable& variable = variables_[key_of(access)];
  use(order, variable, access);
  if (access.writes) {
    *entry_of(container.writes, access.task, task_of_write) = variable.write;
  } else {
    *entry_of(container.reads, access.task, task_of_read) = variable.reads.back();
  }
}

// Whoever reads learns what the writer knew; so does who changes a container.
void RaceDetector::check_write(HappensBefore& order, const Write& write, const DataAccess& access) {
  const Epoch epoch = write.known.epoch;
  if (epoch.time == 0 || order.is_before(epoch, access.task)) return;
  found_.push_back({{epoch.task, write.line, true}, {access.task, access.line, access.writes}});
  if (!access.writes || access.sort == DataAccess::Sort::item) order.learn(access.task, write.known);
}

void RaceDetector::check_reads(HappensBefore& order, const std::vector<Access>& reads,
                               const DataAccess& access) {
  for (const Access& read : reads) {
    if (order.is_before(read.epoch, access.task)) continue;
    found_.push_back({{read.epoch.task, read.line, false}, {access.task, access.line, true}});
  }
}

// One for each pair of lines and name is enough; a list's items have one name.
bool RaceDetector::is_new(const Race& race, const DataAccess& access) {
  if (known_.size() >= kMostKnown) return false;
  const auto [low, high] = std::minmax(race.first.line, race.second.line);
  const bool has_names = access.sort == DataAccess::Sort::global || access.sort == DataAccess::Sort::attribute;
  return known_.emplace(low, high, static_cast<uint32_t>(access.sort), has_names ? access.detail : 0).second;
}

Finding finding_of(const RaceDetector::Race& race, const std::string& object, const std::string& first_thread,
                   const std::string& second_thread) {
  Finding finding;
  finding.kind = Finding::Kind::race;
  finding.object = object;
  const auto place = [](const RaceDetector::Race::Place& at, const std::string& thread) {
    return Finding::Place{at.line, thread, at.writes ? "writes" : "reads"};
  };
  finding.places = {place(race.first, first_thread), place(race.second, second_thread)};
  finding.message = "Two threads reach " + (object.empty() ? "the same data" : object) +
                    " with nothing that orders them: ";
  for (const Finding::Place& at : finding.places) {
    if (&at != &finding.places.front()) finding.message += ", ";
    finding.message += "line " + std::to_string(at.line) + " (" + at.thread + ") " + at.does;
  }
  return finding;
}

}  // namespace lockstep
