#include "native/command_line.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace lockstep;

namespace {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string word; in >> word;) result.push_back(word);
  return result;
}

CommandLine parsed(const std::string& text) {
  const auto line = parse_command_line(words(text));
  REQUIRE_MESSAGE(line.has_value(), text);
  return *line;
}

std::string wrong(const std::string& text) {
  const auto line = parse_command_line(words(text));
  REQUIRE_MESSAGE(!line.has_value(), text);
  return line.error();
}

}  // namespace

TEST_CASE("no command opens the playground") {
  CHECK(parsed("").command == Command::open);
  CHECK(parsed("open").file.empty());
  CHECK(parsed("open lessons/scripts").file == "lessons/scripts");
  CHECK(parsed("open --scale 2").scale == 2.0);
}

TEST_CASE("a run is free unless a seed decides") {
  CHECK(parsed("run x.py").command == Command::run);
  CHECK(parsed("run x.py").run.mode == RunMode::free);
  CHECK(parsed("run x.py").file == "x.py");
  const CommandLine seeded = parsed("run --seed 18446744073709551615 x.py");
  CHECK(seeded.run.mode == RunMode::seeded);
  CHECK(seeded.run.seed == UINT64_MAX);
  CHECK(parsed("run --seed=7 x.py").run.seed == 7);
}

TEST_CASE("what follows the script is the script's from the first word that is not ours") {
  struct Row {
    const char* call;
    std::vector<std::string> arguments;
    bool seeded;
  };
  const Row rows[] = {
      {"run x.py", {}, false},
      {"run x.py a b", {"a", "b"}, false},
      {"run x.py --seed 7", {}, true},
      {"run x.py -- --seed 7", {"--seed", "7"}, false},
      {"run x.py --verbose --seed 7", {"--verbose", "--seed", "7"}, false},
      {"run --seed 1 x.py a --seed 7", {"a", "--seed", "7"}, true},
      {"run x.py -", {"-"}, false},
      {"run x.py -5 --json", {"-5", "--json"}, false},
      {"run x.py a --", {"a", "--"}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.call);
    const CommandLine line = parsed(row.call);
    CHECK(line.file == "x.py");
    CHECK(line.run.arguments == row.arguments);
    CHECK((line.run.mode == RunMode::seeded) == row.seeded);
    CHECK(!line.json);
  }
}

TEST_CASE("the options of a run") {
  const CommandLine line = parsed(
      "run --clock virtual --trace t.json --switch-interval 0.01 --max-steps 10 --max-memory 3 "
      "--max-threads 4 --timeout 1.5 --print pieces --json x.py");
  CHECK(line.clock == ClockChoice::virtual_time);
  CHECK(line.trace_file == "t.json");
  CHECK(line.run.switch_interval == 0.01);
  CHECK(line.run.limits.steps == 10);
  CHECK(line.run.limits.memory_bytes == 3 * 1024 * 1024);
  CHECK(line.run.limits.threads == 4);
  CHECK(line.run.limits.seconds == 1.5);
  CHECK(line.run.print_in_pieces);
  CHECK(line.json);
  CHECK(parsed("run x.py").clock == ClockChoice::as_mode);
  CHECK(parsed("run x.py").run.limits.memory_bytes == RunOptions().limits.memory_bytes);
}

TEST_CASE("a replay has a schedule") {
  const CommandLine line = parsed("replay x.py --schedule 0,1,1");
  CHECK(line.command == Command::replay);
  CHECK(line.run.mode == RunMode::replay);
  CHECK(line.run.schedule == "0,1,1");
  CHECK(parsed("replay --schedule @s.txt x.py").run.schedule == "@s.txt");
  CHECK(wrong("replay x.py") == "--schedule is required");
}

TEST_CASE("the options of an exploration") {
  using Observe = ExploreOptions::Observe;
  const CommandLine line = parsed(
      "explore x.py --observe last-line --time arbitrary --print pieces --preemptions 2 "
      "--max-seconds 3 --max-executions 4 --max-memory 5 --algorithm brute --json");
  CHECK(line.command == Command::explore);
  CHECK(line.explore.observe == Observe::last_line);
  CHECK(line.explore.arbitrary_time);
  CHECK(line.explore.print_in_pieces);
  CHECK(line.explore.max_preemptions == 2);
  CHECK(line.explore.max_seconds == 3);
  CHECK(line.explore.max_executions == 4);
  CHECK(line.explore.max_memory_bytes == 5 * 1024 * 1024);
  CHECK(line.explore.algorithm == ExploreOptions::Algorithm::brute);
  CHECK(line.json);
  CHECK(parsed("explore x.py").explore.observe == Observe::standard_output);
  const CommandLine expression = parsed("explore x.py --observe counter%2");
  CHECK(expression.explore.observe == Observe::expression);
  CHECK(expression.explore.expression == "counter%2");
}

TEST_CASE("check takes several paths") {
  const CommandLine line = parsed("check a.py b --junit out.xml");
  CHECK(line.command == Command::check);
  CHECK(line.paths == std::vector<std::string>{"a.py", "b"});
  CHECK(line.junit_file == "out.xml");
}

TEST_CASE("help names every command, or explains one") {
  CHECK(parsed("help").command == Command::help);
  for (const char* name : {"open", "run", "replay", "explore", "check", "help"}) {
    CHECK(parsed("help").text.find(name) != std::string::npos);
    CHECK(!parsed(std::string("help ") + name).text.empty());
  }
  CHECK(parsed("help run").text.find("--switch-interval") != std::string::npos);
  CHECK(parsed("help").text.find("--switch-interval") == std::string::npos);
  CHECK(parsed("run --help").text.find("--switch-interval") != std::string::npos);
  CHECK(parsed("--version").command == Command::version);
  CHECK(parsed("--notices").command == Command::notices);
}

TEST_CASE("a wrong call is told in one line") {
  for (const char* call : {"run", "run --sed 7 x.py", "run --seed", "run --seed x x.py", "frob",
                           "x.py", "help frob", "explore --preemptions -2 x.py", "check",
                           "run --clock sand x.py", "run --switch-interval 0 x.py", "--frob"}) {
    CAPTURE(call);
    const std::string message = wrong(call);
    CHECK(!message.empty());
    CHECK(message.find('\n') == std::string::npos);
  }
  CHECK(wrong("run --sed 7 x.py") == "unknown option --sed");
  CHECK(wrong("frob") == "no command is called frob");
}
