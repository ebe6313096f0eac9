#include "native/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace lockstep {
namespace {

constexpr uint64_t kMebibyte = uint64_t{1} << 20;

// Everything that has to outlive the parse, and the options that are not stored where they end up.
struct Parser {
  CommandLine line;
  CLI::App app{"Lockstep: a playground for learning concurrency"};
  CLI::App* open = nullptr;
  CLI::App* run = nullptr;
  CLI::App* replay = nullptr;
  CLI::App* explore = nullptr;
  CLI::App* check = nullptr;
  CLI::App* help = nullptr;
  uint64_t memory_mebibytes = 0;
  std::string observe = "stdout";
  std::string clock, time = "exact", draws = "seeded", print = "whole", help_command, policy = "random";
  std::string algorithm = "states";
  bool version = false, notices = false;

  Parser();
  void add_run_options(CLI::App& command);
  void add_explore_options();
  void add_memory(CLI::App& command);
  void add_print(CLI::App& command);
  std::string split(std::vector<std::string>& arguments);
  std::string finish();
};

void Parser::add_memory(CLI::App& command) {
  command.add_option("--max-memory", memory_mebibytes, "Use no more memory than this")
      ->type_name("MIB")->check(CLI::Range(uint64_t{1}, uint64_t{1} << 24));
}

void Parser::add_print(CLI::App& command) {
  command.add_option("--print", print,
                     "whole: no thread gets between the text and the line end of one print; "
                     "pieces: one can")
      ->check(CLI::IsMember({"whole", "pieces"}));
}

void Parser::add_run_options(CLI::App& command) {
  command.add_option("FILE", line.file, "The script")->required();
  command.add_option("--clock", clock, "The clock that the script sees")
      ->check(CLI::IsMember({"real", "virtual"}));
  command.add_option("--trace", line.trace_file, "Write the run as Chrome trace events")
      ->type_name("OUT.json");
  command.add_option("--switch-interval", line.run.switch_interval,
                     "Let another thread run after this many seconds")
      ->type_name("SECONDS")->check(CLI::Range(1e-6, 1e6));
  command.add_option("--max-steps", line.run.limits.steps, "End the run after this many steps")
      ->type_name("N");
  add_memory(command);
  command.add_option("--max-threads", line.run.limits.threads, "Allow this many threads at once")
      ->type_name("N")->check(CLI::Range(1u, 100000u));
  command.add_option("--timeout", line.run.limits.seconds, "End the run after this many seconds")
      ->type_name("SECONDS")->check(CLI::Range(0.0, 1e9));
  add_print(command);
  command.add_flag("--findings", line.findings,
                   "Say what is wrong with the program as far as the run shows it: data races, locks "
                   "taken in a circle, ...");
  command.add_flag("--json", line.json, "Print one JSON object instead of plain text");
}

void Parser::add_explore_options() {
  explore->add_option("FILE", line.file, "The script")->required();
  explore->add_option("--observe", observe,
                      "What makes two outcomes different: stdout, last-line, status, or an "
                      "expression of the script's main module")
      ->type_name("WHAT");
  explore->add_option("--time", time,
                      "Whether a sleep takes exactly its time, or any time at all")
      ->check(CLI::IsMember({"exact", "arbitrary"}));
  explore->add_option("--random", draws,
                      "Whether a random draw gives what its generator says, or any value that it could")
      ->check(CLI::IsMember({"seeded", "any"}));
  add_print(*explore);
  explore->add_option("--preemptions", line.explore.max_preemptions,
                      "Only schedules with at most this many preemptions")
      ->type_name("N")->check(CLI::Range(0, 1 << 30));
  explore->add_option("--max-seconds", line.explore.max_seconds, "Search no longer than this")
      ->type_name("S")->check(CLI::Range(0.0, 1e9));
  explore->add_option("--max-executions", line.explore.max_executions,
                      "Search no more executions than this")
      ->type_name("N");
  add_memory(*explore);
  explore->add_option("--algorithm", algorithm,
                      "states: every state once; brute: every schedule once, the reference")
      ->check(CLI::IsMember({"states", "brute"}));
  explore->add_flag("--json", line.json, "Print one JSON object instead of plain text");
}

Parser::Parser() {
  app.name("lockstep");
  app.require_subcommand(0, 1);
  app.add_flag("--version", version, "Print the version");
  app.add_flag("--notices", notices, "Print the notices of third parties");

  open = app.add_subcommand("open", "Open the playground, at a lesson file or folder");
  open->add_option("PATH", line.file, "A lesson or a folder of lessons");
  open->add_option("--scale", line.scale, "Screen pixels to the logical pixel")
      ->check(CLI::Range(0.5, 8.0));
  open->add_option("--width", line.width, "Width of the window")->check(CLI::Range(320, 16384));
  open->add_option("--height", line.height, "Height of the window")->check(CLI::Range(240, 16384));
  open->add_flag("--remote", line.remote, "")->group("");

  run = app.add_subcommand("run", "Run a script on real threads, as python3 would");
  add_run_options(*run);
  run->add_option("--seed", line.run.seed, "Let a seed decide which thread goes next")
      ->type_name("N");
  run->add_option("--policy", policy,
                  "How the seed decides: random, round-robin, or pct (random priorities)")
      ->check(CLI::IsMember({"random", "round-robin", "pct"}));

  replay = app.add_subcommand("replay", "Run a script under a recorded schedule");
  add_run_options(*replay);
  replay->add_option("--schedule", line.run.schedule, "The schedule, or @ and a file that holds it")
      ->type_name("S")->required();

  explore = app.add_subcommand("explore", "Run every schedule of a script, report the outcomes");
  add_explore_options();

  check = app.add_subcommand("check", "Verify what lessons claim");
  check->add_option("PATH", line.paths, "Lessons, or folders of lessons")->required();
  check->add_option("--junit", line.junit_file, "Write the results for graders and CI")
      ->type_name("OUT.xml");

  help = app.add_subcommand("help", "Explain a command");
  help->add_option("COMMAND", help_command, "The command to explain");
}

// Moves a script's own arguments out of the way before the rest is parsed. Returns what is wrong, or
// nothing.
std::string Parser::split(std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments[0].starts_with("-")) return {};
  const std::vector<CLI::App*> named = app.get_subcommands(
      [&](CLI::App* command) { return command->get_name() == arguments[0]; });
  if (named.empty()) return "no command is called " + arguments[0];
  CLI::App* command = named.front();
  if (command != run && command != replay && command != explore) return {};

  bool file_seen = false;
  size_t end = 1;
  size_t rest = arguments.size();
  for (; end < arguments.size(); ++end) {
    const std::string& argument = arguments[end];
    if (argument == "--" && file_seen) {
      rest = end + 1;
      break;
    }
    if (argument.size() < 2 || argument[0] != '-') {
      if (file_seen) {
        rest = end;
        break;
      }
      file_seen = true;
      continue;
    }
    const size_t equals = argument.find('=');
    const CLI::Option* option = command->get_option_no_throw(argument.substr(0, equals));
    if (!option && !file_seen) return "unknown option " + argument;
    if (!option) {
      rest = end;
      break;
    }
    const bool takes_a_value = option->get_items_expected_max() > 0;
    if (takes_a_value && equals == std::string::npos) ++end;
  }
  if (rest < arguments.size()) {
    line.run.arguments.assign(arguments.begin() + ptrdiff_t(rest), arguments.end());
    line.explore.arguments = line.run.arguments;
  }
  arguments.resize(std::min(end, arguments.size()));
  return {};
}

// Turns what was parsed into what is meant. Returns what is wrong with it, or nothing.
std::string Parser::finish() {
  if (memory_mebibytes != 0) {
    line.run.limits.memory_bytes = line.explore.max_memory_bytes = memory_mebibytes * kMebibyte;
  }
  line.run.findings = line.findings || line.json ? FindingsOf::every_run : FindingsOf::no_run;
  line.run.print_in_pieces = line.explore.print_in_pieces = print == "pieces";
  line.explore.arbitrary_time = time == "arbitrary";
  line.explore.try_draws = draws == "any";
  line.explore.algorithm =
      algorithm == "brute" ? ExploreOptions::Algorithm::brute : ExploreOptions::Algorithm::states;
  line.run.policy = policy == "pct"           ? SeededBy::priorities
                    : policy == "round-robin" ? SeededBy::round_robin
                                              : SeededBy::random;
  if (clock == "real") line.clock = ClockChoice::real;
  if (clock == "virtual") line.clock = ClockChoice::virtual_time;

  using Observe = ExploreOptions::Observe;
  const std::map<std::string, Observe> observed = {{"stdout", Observe::standard_output},
                                                   {"last-line", Observe::last_line},
                                                   {"status", Observe::status}};
  const auto found = observed.find(observe);
  line.explore.observe = found == observed.end() ? Observe::expression : found->second;
  if (found == observed.end()) line.explore.expression = observe;

  if (run->parsed()) line.command = Command::run;
  if (run->count("--seed") != 0) line.run.mode = RunMode::seeded;
  if (replay->parsed()) {
    line.command = Command::replay;
    line.run.mode = RunMode::replay;
  }
  if (explore->parsed()) line.command = Command::explore;
  if (check->parsed()) line.command = Command::check;
  if (version) line.command = Command::version;
  if (notices) line.command = Command::notices;
  if (help->parsed()) {
    line.command = Command::help;
    const std::vector<CLI::App*> named = app.get_subcommands(
        [this](CLI::App* command) { return command->get_name() == help_command; });
    if (named.empty() && !help_command.empty()) return "no command is called " + help_command;
    // an App that has parsed a command answers for that command
    line.text = named.empty() ? Parser().app.help() : named.front()->help();
  }
  return {};
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

Result<CommandLine, std::string> parse_command_line(const std::vector<std::string>& arguments) {
  Parser parser;
  std::vector<std::string> ours = arguments;
  if (std::string wrong = parser.split(ours); !wrong.empty()) return Failure(wrong);
  try {
    std::reverse(ours.begin(), ours.end());
    parser.app.parse(ours);
  } catch (const CLI::CallForHelp&) {
    parser.line.text = parser.app.help();
    parser.line.command = Command::help;
    return parser.line;
  } catch (const CLI::ParseError& error) {
    return Failure(one_line(error.what()));
  }
  if (std::string wrong = parser.finish(); !wrong.empty()) return Failure(wrong);
  return parser.line;
}

}  // namespace lockstep
