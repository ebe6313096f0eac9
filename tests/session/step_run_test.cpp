#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "session/explore.h"
#include "session/scripts_fixture.h"
#include "session/session.h"

using namespace lockstep;

namespace {

constexpr const char* kLostUpdate = R"(
import threading
counter = 0
def work():
    global counter
    seen = counter
    counter = seen + 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("counter =", counter)
)";

constexpr const char* kLocked = R"(
import threading
pen = threading.Lock()
total = 0
def work():
    global total
    with pen:
        total += 1
a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
)";

class Stepper {
 public:
  explicit Stepper(const std::string& source, const RunOptions& wanted = {}) : session(Session::create()) {
    REQUIRE(session->load(source, "test.py").empty());
    RunOptions options = wanted;
    options.mode = RunMode::step;
    session->run(options);
    session->wait();
  }

  std::shared_ptr<const Snapshot> now() {
    auto snapshot = session->snapshot();
    REQUIRE(snapshot->moment != nullptr);
    return snapshot;
  }
  std::shared_ptr<const Snapshot> tell(const StepCommand& command) {
    session->step(command);
    session->wait();
    return now();
  }
  auto thread(uint32_t id, StepCommand::Reach reach = StepCommand::Reach::operation) {
    return tell({StepCommand::Kind::thread, reach, id, 0});
  }
  auto forward() { return tell({StepCommand::Kind::forward}); }
  auto back() { return tell({StepCommand::Kind::back}); }
  auto go_to(uint64_t step) { return tell({StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, step}); }
  auto finish() { return tell({StepCommand::Kind::finish}); }

  // Makes steps of a thread until its next one is the wanted one. False: it never comes.
  bool bring(uint32_t id, const std::string& words) {
    for (int i = 0; i < 50; i++) {
      const auto snapshot = now();
      const auto found = std::find_if(snapshot->threads.begin(), snapshot->threads.end(),
                                      [&](const ThreadView& view) { return view.id == id; });
      if (found != snapshot->threads.end() && found->next == words) return true;
      const bool can = found != snapshot->threads.end() && found->can_step;
      thread(can ? id : 0);
    }
    return false;
  }

  // Lets a thread go on until it waits, and main until there is such a thread.
  std::shared_ptr<const Snapshot> shut_out(uint32_t id) {
    for (;;) {
      const auto snapshot = now();
      const auto found = std::find_if(snapshot->threads.begin(), snapshot->threads.end(),
                                      [&](const ThreadView& view) { return view.id == id; });
      const bool there = found != snapshot->threads.end();
      if (there && !found->can_step) return snapshot;
      thread(there ? id : 0);
    }
  }

  // What was printed up to this moment.
  std::string output() {
    std::string text;
    size_t left = session->snapshot()->output_count;
    for (const OutputChunk& chunk : session->output()) {
      if (left-- == 0) break;
      text += chunk.text;
    }
    return text;
  }

  std::unique_ptr<Session> session;
};

std::string global(const Snapshot& snapshot, const std::string& name) {
  for (const VariableView& variable : snapshot.moment->globals) {
    if (variable.name == name) return variable.value;
  }
  return "";
}

const ThreadView& thread_of(const Snapshot& snapshot, uint32_t id) {
  for (const ThreadView& thread : snapshot.threads) {
    if (thread.id == id) return thread;
  }
  FAIL("no such thread");
  return snapshot.threads.front();
}

// All that can be seen of a moment, but for what depends on how one came there.
std::string picture(Stepper& stepper) {
  const auto snapshot = stepper.now();
  std::string text = std::to_string(snapshot->moment->step) + "\n";
  for (const ThreadView& thread : snapshot->threads) {
    text += thread.name + " " + std::to_string(int(thread.status)) + " " + std::to_string(thread.line) + " " +
            thread.next + " | " + thread.waiting_for + "\n";
    for (const FrameView& frame : thread.frames) {
      text += "  " + frame.function + ":" + std::to_string(frame.line) + "\n";
      for (const VariableView& variable : frame.variables) {
        text += "    " + variable.name + " = " + variable.value + "\n";
      }
    }
  }
  for (const VariableView& variable : snapshot->moment->globals) {
    text += variable.name + " = " + variable.value + "\n";
  }
  for (const PrimitiveView& primitive : snapshot->moment->primitives) {
    text += primitive.kind + " " + primitive.name + ": " + primitive.state + "\n";
    for (const std::string& item : primitive.items) text += "  " + item + "\n";
  }
  if (snapshot->moment->last) text += "last: " + snapshot->moment->last->words + "\n";
  return text + stepper.output();
}

}  // namespace

TEST_CASE("a learner's clicks lose the update, and going back mends it") {
  Stepper stepper(kLostUpdate);
  CHECK(stepper.now()->moment->step == 0);
  REQUIRE(stepper.bring(1, "write counter"));
  CHECK(stepper.now()->moment->last->words == "read counter");
  CHECK(stepper.now()->moment->last->line == 6);
  REQUIRE(stepper.bring(2, "read counter"));
  const uint64_t fork = stepper.now()->moment->step;
  stepper.thread(2);
  stepper.thread(1);
  CHECK(global(*stepper.now(), "counter") == "1");
  const auto lost = stepper.finish();
  CHECK(lost->outcome.kind == OutcomeKind::finished);
  CHECK(lost->moment->ended);
  REQUIRE(lost->threads.size() == 3);
  CHECK(lost->threads[2].name == "Thread-2 (work)");
  CHECK(lost->threads[2].status == ThreadStatus::ended);
  CHECK(stepper.output() == "counter = 1\n");

  CHECK(stepper.go_to(0)->threads.size() == 2);   // the second is not started yet
  auto there = stepper.go_to(fork);
  CHECK(there->moment->length == lost->moment->length);
  CHECK(there->outcome.kind == OutcomeKind::none);
  CHECK(stepper.output() == "");
  CHECK(thread_of(*there, 2).next == "read counter");
  CHECK(there->moment->next_thread == 2u);

  // The other one writes first this time.
  there = stepper.thread(1);
  CHECK(there->moment->length == fork + 1);
  CHECK_FALSE(there->moment->complete);
  stepper.finish();
  CHECK(stepper.output() == "counter = 2\n");
}

TEST_CASE("a schedule that was stepped is replayed, in a new session too") {
  Stepper stepper(kLostUpdate);
  REQUIRE(stepper.bring(1, "write counter"));
  REQUIRE(stepper.bring(2, "write counter"));
  const auto end = stepper.finish();
  const std::string schedule = *end->moment->schedule;

  RunOptions options;
  options.schedule = schedule;
  Stepper again(kLostUpdate, options);
  CHECK(again.now()->moment->note == "");
  CHECK(again.now()->moment->step == 0);
  CHECK(again.now()->moment->length == end->moment->length);
  CHECK(*again.now()->moment->schedule == schedule);
  again.go_to(end->moment->length);
  CHECK(picture(again) == picture(stepper));
  CHECK(again.output() == "counter = 1\n");

  RunOptions replay;
  replay.mode = RunMode::replay;
  replay.schedule = schedule;
  again.session->run(replay);
  again.session->wait();
  CHECK(again.output() == "counter = 1\n");
}

TEST_CASE("schedules that do not fit are told of, and the run can be stepped all the same") {
  RunOptions options;
  options.schedule = "nonsense";
  Stepper broken(kLostUpdate, options);
  CHECK(broken.now()->moment->note.find("the schedule cannot be read") == 0);
  options.schedule = *Stepper(kLocked).finish()->moment->schedule;
  Stepper other(kLostUpdate, options);
  CHECK(other.now()->moment->note == "the schedule was recorded with another program");
  CHECK(other.finish()->outcome.kind == OutcomeKind::finished);
}

TEST_CASE("every moment looks the same whichever way one comes to it") {
  for (const TestScript& script : controlled_scripts()) {
    CAPTURE(script.path);
    RunOptions options;
    options.random = true;
    options.seed = 5;
    Stepper stepper(script.source, options);
    const uint64_t length = stepper.now()->moment->length;
    // All of them on the way back, some of them again in disorder.
    std::vector<std::string> pictures(length + 1);
    const uint64_t stride = std::max<uint64_t>(1, length / 25);
    for (uint64_t step = length; step != UINT64_MAX; step = step >= stride ? step - stride : UINT64_MAX) {
      stepper.go_to(step);
      pictures[step] = picture(stepper);
    }
    for (uint64_t i = 0; i < 20; i++) {
      const uint64_t step = length - ((i * 7919) % (length / stride + 1)) * stride;
      stepper.go_to(step);
      CHECK(picture(stepper) == pictures[step]);
      if (step < length) {
        stepper.forward();
        stepper.back();
        CHECK(picture(stepper) == pictures[step]);
      }
    }
    CHECK(stepper.now()->moment->length == length);
  }
}

TEST_CASE("a lock is shown with its holder and who waits for it") {
  Stepper stepper(kLocked);
  REQUIRE(stepper.bring(1, "acquire pen"));
  auto snapshot = stepper.now();
  REQUIRE(snapshot->moment->primitives.size() == 1);
  CHECK(snapshot->moment->primitives[0].kind == "Lock");
  CHECK(snapshot->moment->primitives[0].name == "pen");
  CHECK(snapshot->moment->primitives[0].state == "free");
  snapshot = stepper.thread(1);
  CHECK(snapshot->moment->primitives[0].state == "held by Thread-1 (work)");
  CHECK(snapshot->moment->primitives[0].owner == 1u);
  CHECK(snapshot->moment->primitives[0].changed);
  snapshot = stepper.shut_out(2);
  CHECK(thread_of(*snapshot, 2).status == ThreadStatus::waiting);
  CHECK(thread_of(*snapshot, 2).waiting_for == "lock pen, held by Thread-1 (work)");
  CHECK(snapshot->moment->primitives[0].waiters == std::vector<uint32_t>{2});
}

TEST_CASE("a step of a line is as many operations as the line has") {
  Stepper stepper(
      "import threading\nn = 0\ndef work():\n    global n\n    n += 1\n    n += 1\n"
      "t = threading.Thread(target=work)\nt.start()\nn = 5\nt.join()\n");
  REQUIRE(stepper.bring(1, "read n"));
  CHECK(thread_of(*stepper.now(), 1).line == 5);
  const uint64_t before = stepper.now()->moment->step;
  auto snapshot = stepper.thread(1, StepCommand::Reach::line);
  CHECK(thread_of(*snapshot, 1).line == 6);
  CHECK(snapshot->moment->step == before + 2);
  snapshot = stepper.tell({StepCommand::Kind::back, StepCommand::Reach::line});
  CHECK(snapshot->moment->step == before);
  snapshot = stepper.tell({StepCommand::Kind::forward, StepCommand::Reach::line});
  CHECK(snapshot->moment->step == before + 2);
  snapshot = stepper.tell({StepCommand::Kind::back_of, StepCommand::Reach::operation, 1, 0});
  CHECK(snapshot->moment->step == before + 1);
  // Another thread's step in between is taken back with the line it fell into.
  snapshot = stepper.thread(0);
  CHECK(snapshot->moment->step == before + 2);
  snapshot = stepper.thread(1);
  CHECK(snapshot->moment->step == before + 3);
  snapshot = stepper.tell({StepCommand::Kind::back_of, StepCommand::Reach::line, 1, 0});
  CHECK(snapshot->moment->step == before);
}

TEST_CASE("a deadlock is an end that can be stepped back from") {
  Stepper stepper("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
  auto snapshot = stepper.finish();
  CHECK(snapshot->outcome.kind == OutcomeKind::deadlock);
  CHECK(snapshot->outcome.message.find("MainThread waits for lock lock") == 0);

  Stepper embrace(
      "import threading\na = threading.Lock()\nb = threading.Lock()\n"
      "def left():\n    with a:\n        with b:\n            pass\n"
      "def right():\n    with b:\n        with a:\n            pass\n"
      "x = threading.Thread(target=left)\ny = threading.Thread(target=right)\n"
      "x.start()\ny.start()\nx.join()\ny.join()\n");
  REQUIRE(embrace.bring(1, "acquire b"));
  snapshot = embrace.shut_out(2);
  CHECK(thread_of(*snapshot, 2).waiting_for == "lock a, held by Thread-1 (left)");
  snapshot = embrace.finish();
  CHECK(snapshot->outcome.kind == OutcomeKind::deadlock);
  const uint64_t end = snapshot->moment->step;
  CHECK(embrace.back()->outcome.kind == OutcomeKind::none);
  CHECK(embrace.go_to(end)->outcome.kind == OutcomeKind::deadlock);
}

TEST_CASE("commands that take for ever are stopped, and the run is where it was") {
  Stepper stepper(
      "import threading\nn = 0\ndef spin():\n    while n < 5:\n        pass\n"
      "t = threading.Thread(target=spin)\nt.start()\nn = 1\nn = 2\n");
  stepper.session->step({StepCommand::Kind::finish});
  stepper.session->stop();
  stepper.session->wait();
  const auto after = stepper.now();
  CHECK_FALSE(after->running);
  CHECK(after->outcome.kind == OutcomeKind::none);
  CHECK(after->moment->step == after->moment->length);
  CHECK(stepper.go_to(0)->moment->step == 0);

  auto session = Session::create();
  REQUIRE(session->load("while True:\n    pass\n", "test.py").empty());   // never comes to a step
  RunOptions options;
  options.mode = RunMode::step;
  session->run(options);
  session->stop();
  session->wait();
  const OutcomeKind kind = session->snapshot()->outcome.kind;
  const bool is_stopped = kind == OutcomeKind::stopped || kind == OutcomeKind::none;
  CHECK(is_stopped);
}

TEST_CASE("variables are shown as a learner should see them") {
  Stepper stepper(R"(
import threading, queue
class Account:
    def __init__(self):
        self.balance = 5
class Named:
    def __repr__(self):
        return "never run"
account = Account()
named = Named()
jobs = queue.Queue(3)
jobs.put("first")
jobs.put(account)
forks = [threading.Lock() for _ in range(2)]
gate = threading.Semaphore(2)
go = threading.Event()
def work(number):
    text = "x" * 500
    forks[number].acquire()
t = threading.Thread(target=work, args=(1,), name="Anna")
t.start()
account.balance = 6
t.join()
)");
  REQUIRE(stepper.bring(1, "acquire forks[1]"));
  auto snapshot = stepper.now();
  CHECK(global(*snapshot, "account") == "Account(balance=5)");
  CHECK(global(*snapshot, "named") == "<Named>");
  CHECK(global(*snapshot, "t") == "Anna");
  CHECK(global(*snapshot, "forks") == "[Lock, Lock]");
  CHECK(global(*snapshot, "work") == "");
  const FrameView& frame = thread_of(*snapshot, 1).frames.front();
  CHECK(frame.function == "work");
  CHECK(frame.variables[0].value == "1");
  CHECK(frame.variables[1].value.size() < 140);
  std::vector<std::string> states;
  for (const PrimitiveView& primitive : snapshot->moment->primitives) {
    states.push_back(primitive.kind + " " + primitive.name + ": " + primitive.state);
  }
  CHECK(states == std::vector<std::string>{"Queue jobs: 2 items of 3, 2 not done", "Semaphore gate: 2 free",
                                           "Event go: not set", "Lock forks[0]: free", "Lock forks[1]: free"});
  CHECK(snapshot->moment->primitives[0].items == std::vector<std::string>{"'first'", "Account(balance=5)"});
}

TEST_CASE("what comes next is said in words") {
  Stepper stepper(R"(
import threading, queue
jobs = queue.Queue()
go = threading.Event()
names = ["a", "b"]
class Till:
    money = 0
till = Till()
def work():
    go.wait()
    for name in names:
        jobs.put(name)
    till.money = 1
    print("done", jobs.get())
t = threading.Thread(target=work)
t.start()
names = list(names)
go.set()
t.join()
)");
  for (const char* words : {"wait for go", "read names", "put into jobs", "write till.money", "get from jobs",
                            "print(\"done\", jobs.get())"}) {
    CAPTURE(words);
    CHECK(stepper.bring(1, words));
  }
}

TEST_CASE("an exploration runs beside a stepped run, and its witness is stepped") {
  auto session = Session::create();
  REQUIRE(session->load(kLostUpdate, "test.py").empty());
  CHECK(session->exploration() == nullptr);
  session->explore({});
  while (session->exploration()->running) {
  }
  const auto found = session->exploration()->found;
  CHECK(found->complete);
  REQUIRE(found->outcomes.size() == 2);
  CHECK(found->outcomes[0].value == "counter = 1\n");
  RunOptions options;
  options.schedule = found->outcomes[0].schedule;
  Stepper stepper(kLostUpdate, options);
  CHECK(stepper.finish()->outcome.kind == OutcomeKind::finished);
  CHECK(stepper.output() == "counter = 1\n");
}
