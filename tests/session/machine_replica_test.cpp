#include "session/machine_replica.h"

#include <doctest/doctest.h>

#include "base/hostile.h"
#include "control/split_mix.h"
#include "session/scripts_fixture.h"

using namespace lockstep;

namespace {

// A run that takes far more steps than a lesson would is looked at up to here. Where every safe point
// collects, far fewer are enough work.
size_t most_steps() { return is_hostile() ? 40 : 1500; }

std::string end_of(MachineReplica& replica) {
  const ExecutionOutcome outcome = replica.outcome();
  return std::to_string(static_cast<int>(outcome.kind)) + "|" + outcome.output + "|" + outcome.error;
}

// Makes the choices that `random` asks for until the run is over or cut.
std::string run_on(MachineReplica& replica, uint64_t random, size_t most) {
  for (size_t i = 0; i < most; i++) {
    const auto enabled = replica.enabled();
    if (enabled.empty()) break;
    if (replica.step(enabled[split_mix(random) % enabled.size()]) == Replica::Step::limit) break;
  }
  return end_of(replica);
}

// Copies the run before every step, takes it on to its end, puts the copy back and takes that on to
// its end too, by the same choices. Both ends must be the same.
void check_every_step(const std::string& source, uint64_t seed) {
  ExploreOptions options;
  MachineReplica replica(load_program(source), options);
  REQUIRE(replica.has_begun());
  uint64_t random = seed;
  for (size_t step = 0; step < most_steps(); step++) {
    const auto enabled = replica.enabled();
    if (enabled.empty()) break;
    const Replica::Token token = replica.save();
    const std::string first = run_on(replica, random, most_steps() - step);
    replica.restore(token);
    const std::string second = run_on(replica, random, most_steps() - step);
    REQUIRE(first == second);
    replica.restore(token);
    replica.discard(token);
    if (replica.step(enabled[split_mix(random) % enabled.size()]) == Replica::Step::limit) break;
  }
}

constexpr const char* kManyObjects = R"(
import threading, time, random

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.history = []
    def add(self, amount):
        self.history.append(amount)

lock = threading.Lock()
nested = threading.RLock()
condition = threading.Condition()
gate = threading.Event()
permits = threading.Semaphore(2)
accounts = {}
local = threading.local()

def numbers(n):
    for i in range(n):
        yield i * i

def work(name):
    local.name = name
    gate.wait()
    with permits:
        account = Account(name)
        for amount in numbers(3):
            account.add(amount)
        with lock:
            accounts[name] = account
    with nested:
        with nested:
            pass
    try:
        raise ValueError(name)
    except ValueError as error:
        text = f"{error!r:>20}"
    with condition:
        condition.notify_all()
    time.sleep(0.1)

threads = [threading.Thread(target=work, args=(str(i),)) for i in range(3)]
for t in threads:
    t.start()
gate.set()
with condition:
    condition.wait(0.5)
for t in threads:
    t.join()
print(sorted((name, account.history) for name, account in accounts.items()))
)";

}  // namespace

TEST_CASE("a run with every kind of object is copied and put back at any step") {
  for (uint64_t seed = 1; seed <= 3; seed++) check_every_step(kManyObjects, seed);
}

TEST_CASE("every script for controlled runs is copied and put back at any step") {
  for (const TestScript& script : controlled_scripts()) {
    INFO(script.path);
    check_every_step(script.source, 7);
  }
}

TEST_CASE("two runs of one program live side by side") {
  ExploreOptions options;
  const auto program = load_program(kManyObjects);
  MachineReplica first(program, options);
  MachineReplica second(program, options);
  const std::string alone = run_on(first, 5, most_steps());
  MachineReplica third(program, options);
  uint64_t random = 5;
  // Step by step in turn with another run, the outcome is the same as alone.
  for (size_t i = 0; i < most_steps(); i++) {
    const auto enabled = second.enabled();
    if (enabled.empty()) break;
    second.step(enabled[split_mix(random) % enabled.size()]);
    const auto other = third.enabled();
    if (!other.empty()) third.step(other.back());
  }
  CHECK(end_of(second) == alone);
}
