// How fast the explorer goes, and how fast it stops.
//
// usage: explore_bench SCRIPT...
//
// Prints, for each script, the time to copy its run and to put the copy back, in the middle of the run, one
// operation having been made in between: the median in microseconds. Then, for threads that add to a shared number:
// the steps from state to state a second; the visible operations a second that the machine executes, both where the
// search has it execute every one of them and in a run that nothing is remembered of; and how long it takes
// from the moment the search is told to stop to the moment it returns, and how long it goes on without asking.
// Seconds of CPU, so that other work on the machine does not count; the stopping also in seconds that pass.
#include <ctime>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "control/state_search.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/explore.h"
#include "session/machine_model.h"
#include "vm/image.h"

namespace lockstep {
namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string adders(int threads, int times) {
  return "import threading\n"
         "x = 0\n"
         "def work():\n"
         "    global x\n"
         "    for _ in range(" + std::to_string(times) + "):\n"
         "        x += 1\n"
         "threads = [threading.Thread(target=work) for _ in range(" + std::to_string(threads) + ")]\n"
         "for t in threads:\n"
         "    t.start()\n"
         "for t in threads:\n"
         "    t.join()\n"
         "print(x)\n";
}

std::shared_ptr<const LoadedProgram> load(const std::string& source, const std::string& name) {
  auto compiled = compile_module(source, name);
  return compiled ? LoadedProgram::make(*compiled) : nullptr;
}

// Chooses threads as if by chance, always the same way.
class Chance {
 public:
  size_t below(size_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<size_t>(state_ >> 33) % bound;
  }

 private:
  uint64_t state_ = 1;
};

// Makes up to `most` steps; returns how many there were.
long walk(MachineReplica& replica, long most) {
  Chance chance;
  for (long made = 0; made < most; ++made) {
    const auto enabled = replica.enabled();
    if (enabled.empty()) return made;
    if (replica.step(enabled[chance.below(enabled.size())]) == Replica::Step::limit) return made;
  }
  return most;
}

void measure_copies(const std::string& path) {
  std::ifstream file(path);
  const std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto program = load(source, path);
  const ExploreOptions options;
  if (program == nullptr) return;
  long length = 0;
  {
    MachineReplica whole(program, options);
    if (whole.has_begun()) length = walk(whole, 10'000);
  }
  MachineReplica replica(program, options);
  if (walk(replica, length / 2) != length / 2 || replica.enabled().empty()) return;
  std::vector<double> both;
  for (int i = 0; i < 2000; ++i) {
    const double begin = seconds();
    const auto token = replica.save();
    const double saved = seconds();
    replica.step(replica.enabled().front());
    const double made = seconds();
    replica.restore(token);
    both.push_back((saved - begin + seconds() - made) * 1e6);
    replica.discard(token);
  }
  std::sort(both.begin(), both.end());
  std::printf("%-52s %6zu KiB %8.2f us\n", path.c_str(), replica.machine().heap().arena().used_bytes() / 1024,
              both[both.size() / 2]);
}

void measure_search(int threads, int times, bool remembers_moves) {
  const ExploreOptions options;
  MachineModel model(load(adders(threads, times), "adders.py"), options);
  StateSearch::Options search;
  search.remembers_moves = remembers_moves;
  StateSearch states(model, search);
  const double begin = cpu_seconds();
  states.run({});
  const double took = cpu_seconds() - begin;
  const auto progress = states.progress();
  std::printf("%dx%d, steps %s: %llu states, %.2f s, %.2f million steps a second, of which executed %.2f million\n",
              threads, times, remembers_moves ? "remembered" : "all executed",
              static_cast<unsigned long long>(progress.states), took,
              static_cast<double>(progress.transitions) / took / 1e6,
              static_cast<double>(progress.executed) / took / 1e6);
}

void measure_machine() {
  const ExploreOptions options;
  MachineReplica replica(load(adders(2, 250'000), "adders.py"), options);
  const double begin = cpu_seconds();
  const long made = walk(replica, 1'000'000);
  const double took = cpu_seconds() - begin;
  std::printf("a run of %ld operations: %.2f million a second\n", made, static_cast<double>(made) / took / 1e6);
}

void measure_stopping(int threads, int times, double after) {
  const double begin = seconds();
  double told = 0, told_cpu = 0;
  const ExploreOptions options;
  const Exploration found =
      explore(adders(threads, times), "adders.py", options, [&](const Exploration&) {
        told = seconds();
        told_cpu = cpu_seconds();
        return told - begin < after;
      });
  std::printf("%dx%d, told to stop after %.1f s: %.1f ms, of these %.1f ms of CPU (%llu states, %zu outcomes%s)\n",
              threads, times, after, (seconds() - told) * 1e3, (cpu_seconds() - told_cpu) * 1e3,
              static_cast<unsigned long long>(found.states), found.outcomes.size(),
              found.complete ? ", too late" : "");
}

// How long a search goes on without asking whether it is to stop, all the way to its end.
void measure_asking(int threads, int times) {
  double last = seconds(), last_cpu = cpu_seconds(), longest = 0, longest_cpu = 0;
  const auto asked = [&] {
    longest = std::max(longest, seconds() - last);
    longest_cpu = std::max(longest_cpu, cpu_seconds() - last_cpu);
    last = seconds();
    last_cpu = cpu_seconds();
    return true;
  };
  const ExploreOptions options;
  explore(adders(threads, times), "adders.py", options, [&](const Exploration&) { return asked(); });
  asked();
  std::printf("%dx%d, longest time without asking: %.1f ms, %.1f ms of CPU\n", threads, times, longest * 1e3,
              longest_cpu * 1e3);
}

}  // namespace
}  // namespace lockstep

int main(int argc, char** argv) {
  using namespace lockstep;
  Image::initialize(registry());
  for (int i = 1; i < argc; ++i) measure_copies(argv[i]);
  measure_machine();
  measure_search(3, 3, false);
  measure_search(4, 3, true);
  measure_search(4, 4, true);
  for (const double after : {0.2, 1.0, 4.0}) measure_stopping(5, 4, after);
  measure_stopping(6, 5, 10.0);
  measure_asking(4, 4);
  measure_asking(5, 4);
  return 0;
}
