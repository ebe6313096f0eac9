#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "native/commands/commands.h"
#include "native/commands/report.h"
#include "native/source_file.h"
#include "native/standard_input.h"

namespace lockstep {

namespace {

using Json = nlohmann::ordered_json;

void print_json(const std::string& program, const Exploration& exploration) {
  Json outcomes = Json::array();
  for (const ExploredOutcome& outcome : exploration.outcomes) {
    outcomes.push_back({{"kind", kind_name(outcome.kind)},
                        {"value", outcome.value},
                        {"stdout", outcome.standard_output},
                        {"error", outcome.error.empty() ? Json() : Json(outcome.error)},
                        {"preemptions", outcome.preemptions},
                        {"schedule", outcome.schedule}});
    if (outcome.nearest_good.empty()) continue;
    outcomes.back()["nearest_good"] = {{"schedule", outcome.nearest_good},
                                       {"differs_at", outcome.differs_at}};
  }
  const Json object = {{"program", program},
                       {"complete", exploration.complete},
                       {"executions", exploration.executions},
                       {"states", exploration.states},
                       {"transitions", exploration.transitions},
                       {"seconds", exploration.seconds},
                       {"outcomes", outcomes},
                       {"races", races_of(exploration.findings)},
                       {"findings", to_json(exploration.findings)}};
  std::puts(object.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

void print_plain(const Exploration& exploration) {
  for (const ExploredOutcome& outcome : exploration.outcomes) {
    std::printf("%s", kind_name(outcome.kind));
    if (!outcome.error.empty()) std::printf(": %s", outcome.error.c_str());
    std::printf("\n  preemptions %d, schedule %s\n", outcome.preemptions, outcome.schedule.c_str());
    if (!outcome.nearest_good.empty()) {
      std::printf("  choice %zu differs in the nearest good run, schedule %s\n", outcome.differs_at + 1,
                  outcome.nearest_good.c_str());
    }
    size_t begin = 0;
    while (begin < outcome.value.size()) {
      size_t end = outcome.value.find('\n', begin);
      if (end == std::string::npos) end = outcome.value.size();
      std::printf("  | %s\n", outcome.value.substr(begin, end - begin).c_str());
      begin = end + 1;
    }
  }
  print_findings(stdout, exploration.findings);
  std::printf("%zu outcome%s, %llu states in %.2f s: %s\n", exploration.outcomes.size(),
              exploration.outcomes.size() == 1 ? "" : "s",
              static_cast<unsigned long long>(exploration.states), exploration.seconds,
              exploration.complete ? "nothing was left out" : "not exhausted");
}

}  // namespace

int explore_command(const CommandLine& line) {
  const auto source = read_source(line.file);
  if (!source) {
    std::fprintf(stderr, "lockstep: %s\n", source.error().c_str());
    return 2;
  }
  ExploreOptions options = line.explore;
  options.input = standard_input();
  const Exploration exploration = explore(*source, line.file, options);
  if (line.json) {
    print_json(line.file, exploration);
  } else {
    print_plain(exploration);
  }
  return 0;
}

}  // namespace lockstep
