#include "session/random_programs.h"

#include <array>
#include <vector>

#include "control/split_mix.h"

namespace lockstep {

namespace {

class Writer {
 public:
  explicit Writer(uint64_t seed, bool has_bags = false)
      : state_(seed * 0x9e3779b97f4a7c15 + 1), has_bags_(has_bags) {}

  std::string write_mixed() {
    text_ =
        "import asyncio, threading\n"
        "a = 0\n"
        "b = 0\n"
        "def call(n):\n    global a\n    a = b + n\n    return a\n";
    const int tasks = 1 + pick(2);
    for (int i = 0; i < tasks; ++i) {
      text_ += "async def task" + std::to_string(i) + "(loop, event, lock):\n    global a, b\n";
      for (int j = 1 + pick(3); j > 0; --j) mixed_statement();
    }
    text_ += "def work(loop, event):\n    global a, b\n";
    for (int j = 1 + pick(2); j > 0; --j) {
      static constexpr std::array<const char*, 6> kWork = {
          "a += 1", "b = a", "b += 2", "loop.call_soon_threadsafe(event.set)",
          "loop.call_soon_threadsafe(call, 5)",
          "asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop)"};
      line(4, kWork[static_cast<size_t>(pick(kWork.size()))]);
    }
    text_ +=
        "async def main():\n"
        "    global b\n"
        "    loop, event, lock = asyncio.get_running_loop(), asyncio.Event(), asyncio.Lock()\n";
    if (pick(4) != 0) text_ += "    t = threading.Thread(target=work, args=(loop, event))\n    t.start()\n";
    text_ += "    await asyncio.gather(";
    for (int i = 0; i < tasks; ++i) text_ += "task" + std::to_string(i) + "(loop, event, lock), ";
    text_ += ")\nasyncio.run(main())\nprint(a, b)\n";
    return text_;
  }

  std::string write() {
    text_ =
        "import threading, time, queue\n"
        "a = 0\n"
        "b = 0\n"
        "items = []\n"
        "lock = threading.Lock()\n"
        "other = threading.RLock()\n"
        "event = threading.Event()\n"
        "permits = threading.Semaphore(1)\n"
        "line = queue.Queue(1)\n"
        "change = threading.Condition()\n";
    const int functions = 1 + pick(2);
    const bool has_bags = has_bags_;
    if (has_bags) text_ += "def leaf(bag):\n    bag.append(len(bag))\n";
    for (int i = 0; i < functions; ++i) {
      text_ += "def work" + std::to_string(i) + "(me, bag=()):\n    global a, b\n";
      if (has_bags) {
        static constexpr std::array<const char*, 5> kBags = {
            "bag = [me]", "bag.append(me)", "items.append(bag)",
            "t = threading.Thread(target=leaf, args=(bag,)); t.start(); a = len(bag)",
            "t = threading.Thread(target=leaf, args=(bag,)); t.start(); b = a; t.join(); a = len(bag)"};
        for (int j = pick(3); j > 0; --j) line(4, kBags[static_cast<size_t>(pick(kBags.size()))]);
      }
      const int statements = 1 + pick(3);
      for (int j = 0; j < statements; ++j) statement(4);
    }
    const int threads = 2 + (pick(3) == 0 ? 1 : 0);
    text_ += has_bags ? "threads = []\nbag = []\n" : "threads = []\n";
    for (int i = 0; i < threads; ++i) {
      text_ += "threads.append(threading.Thread(target=work" + std::to_string(pick(functions)) +
               ", args=(" + std::to_string(pick(2)) + (has_bags ? ", bag" : ",") + ")" +
               (pick(8) == 0 ? ", daemon=True" : "") + "))\n";
      if (has_bags && pick(2) == 0) text_ += "bag = []\n";
    }
    text_ += "for t in threads:\n    t.start()\n";
    if (has_bags) text_ += "b = len(bag)\n";
    if (pick(4) == 0) statement(0);
    if (pick(3) == 0) {
      text_ += "threads[" + std::to_string(pick(2)) + "].join()\n";
      statement(0);
    }
    if (pick(6) != 0) text_ += "for t in threads:\n    t.join()\n";
    if (pick(6) == 0) statement(0);
    text_ += "print(a, b, items)\n";
    return text_;
  }

 private:
  int pick(int n) { return static_cast<int>(split_mix(state_) % static_cast<uint64_t>(n)); }

  void line(int indent, const std::string& code) {
    text_ += std::string(static_cast<size_t>(indent), ' ') + code + "\n";
  }

  void simple(int indent) {
    static constexpr std::array<const char*, 14> kSimple = {
        "a += 1",        "b += 1",         "a = b",          "b = a + 1",
        "items.append(a)", "items.append(1)", "b = len(items)", "event.set()",
        "event.clear()", "permits.release()", "a += 2",      "if items: items.pop()",
        "print(a)",      "if a: b += 1"};
    line(indent, kSimple[static_cast<size_t>(pick(kSimple.size()))]);
  }

  void statement(int indent) {
    switch (pick(12)) {
      case 0:
        line(indent, "with lock:");
        simple(indent + 4);
        break;
      case 1:
        line(indent, "with other:");
        line(indent + 4, pick(2) == 0 ? "with other:" : "with lock:");
        simple(indent + 8);
        break;
      case 2:
        line(indent, "with lock:");
        line(indent + 4, "with other:");
        simple(indent + 8);
        break;
      case 3:
        line(indent, pick(2) == 0 ? "event.wait()" : "b = event.wait(0.5)");
        break;
      case 4:
        line(indent, pick(2) == 0 ? "permits.acquire()" : "a = permits.acquire(timeout=0.3)");
        break;
      case 5:
        line(indent, pick(2) == 0 ? "line.put(a)" : "a = line.get()");
        break;
      case 6:
        line(indent, "with change:");
        line(indent + 4, pick(2) == 0 ? "change.notify()" : "change.notify_all()");
        break;
      case 7:
        line(indent, "with change:");
        line(indent + 4, pick(3) == 0 ? "change.wait()" : "b = change.wait(0.2)");
        break;
      case 8:
        line(indent, "time.sleep(0." + std::to_string(1 + pick(3)) + ")");
        break;
      default:
        simple(indent);
        break;
    }
  }

  void mixed_statement() {
    static constexpr std::array<const char*, 9> kMixed = {
        "a += 1", "b = a + 1", "await asyncio.sleep(0)", "await asyncio.sleep(0.1)",
        "event.set()", "b = await loop.run_in_executor(None, call, 3)",
        "b = await asyncio.to_thread(call, 1)", "b += await asyncio.sleep(0, 1)",
        "if a: await asyncio.wait_for(event.wait(), 1)"};
    if (pick(6) == 0) {
      line(4, "async with lock:");
      line(8, pick(2) == 0 ? "await asyncio.sleep(0)" : "a = b + 1");
    } else {
      line(4, kMixed[static_cast<size_t>(pick(kMixed.size()))]);
    }
  }

  uint64_t state_;
  bool has_bags_;
  std::string text_;
};

}  // namespace

std::string random_threaded_program(uint64_t seed) { return Writer(seed).write(); }

std::string random_sharing_program(uint64_t seed) { return Writer(seed, true).write(); }

std::string random_mixed_program(uint64_t seed) { return Writer(seed).write_mixed(); }

}  // namespace lockstep
