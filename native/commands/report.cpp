#include "native/commands/report.h"

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "native/source_file.h"
#include "native/standard_input.h"

namespace lockstep {

namespace {

using Json = nlohmann::ordered_json;

int complain(const std::string& what) {
  std::fprintf(stderr, "lockstep: %s\n", what.c_str());
  return kWrongCall;
}

// A line for each thread of a report, each with what it is about in front.
void print_marked(const char* mark, const std::string& text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    std::fprintf(stderr, "%s: %s\n", mark, text.substr(begin, end - begin).c_str());
    begin = end + 1;
  }
}

Json to_json(const Finding::Place& place) {
  Json json = {{"line", place.line}, {"thread", place.thread}};
  if (!place.does.empty()) json["does"] = place.does;
  return json;
}

}  // namespace

Json to_json(const std::vector<Finding>& findings) {
  Json all = Json::array();
  for (const Finding& finding : findings) {
    Json places = Json::array();
    for (const Finding::Place& place : finding.places) places.push_back(to_json(place));
    all.push_back({{"kind", label_of(finding.kind)},
                   {"object", finding.object},
                   {"message", finding.message},
                   {"places", places}});
    if (!finding.schedule.empty()) all.back()["schedule"] = finding.schedule;
    if (finding.step != 0) all.back()["step"] = finding.step;
  }
  return all;
}

Json races_of(const std::vector<Finding>& findings) {
  Json races = Json::array();
  for (const Finding& finding : findings) {
    if (finding.kind != Finding::Kind::race || finding.places.size() != 2) continue;
    races.push_back({{"object", finding.object},
                     {"first", to_json(finding.places[0])},
                     {"second", to_json(finding.places[1])}});
  }
  return races;
}

void print_findings(std::FILE* stream, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    std::fprintf(stream, "%s: %s\n", std::string(label_of(finding.kind)).c_str(), finding.message.c_str());
  }
}

const char* kind_name(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::none: return "none";
    case OutcomeKind::finished: return "finished";
    case OutcomeKind::exception: return "exception";
    case OutcomeKind::deadlock: return "deadlock";
    case OutcomeKind::limit: return "limit";
    case OutcomeKind::stopped: return "stopped";
    case OutcomeKind::internal_error: return "internal error";
  }
  return "";
}

int run_and_report(const CommandLine& line, const RunOptions& options) {
  if (line.clock == ClockChoice::virtual_time && options.mode == RunMode::free) {
    return complain("a free run has the real clock; --seed N gives one with a virtual clock");
  }
  if (line.clock == ClockChoice::real && options.mode != RunMode::free) {
    return complain("a run by a seed or a schedule has a virtual clock");
  }
  const auto source = read_source(line.file);
  if (!source) return complain(source.error());

  std::string standard_output;
  std::string standard_error;
  Session::Options session_options;
  session_options.on_output = [&](const OutputChunk& chunk) {
    if (line.json) {
      (chunk.is_error ? standard_error : standard_output) += chunk.text;
      return;
    }
    std::FILE* stream = chunk.is_error ? stderr : stdout;
    std::fwrite(chunk.text.data(), 1, chunk.text.size(), stream);
    // Both streams may go to the same place: in the order of writing.
    std::fflush(stream);
  };
  auto session = Session::create(std::move(session_options));
  // As CPython: tracebacks name the whole path, sys.argv the one that was given.
  session->load(*source, std::filesystem::absolute(line.file).string());
  RunOptions run = options;
  run.script_name = line.file;
  run.input = standard_input();
  session->run(run);
  session->wait();
  const auto snapshot = session->snapshot();
  const Outcome& outcome = snapshot->outcome;
  if (!line.trace_file.empty()) {
    const auto written = write_file(line.trace_file, session->chrome_trace());
    if (!written) return complain(written.error());
  }
  if (line.json) {
    const Json object = {
        {"program", line.file},
        {"kind", kind_name(outcome.kind)},
        {"status", outcome.status},
        {"stdout", standard_output},
        {"stderr", standard_error},
        {"error", outcome.message.empty() ? Json() : Json(outcome.message)},
        {"seconds", snapshot->clock},
        {"schedule", outcome.schedule},
        {"races", races_of(*snapshot->findings)},
        {"findings", to_json(*snapshot->findings)}};
    std::puts(object.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    return outcome.status;
  }
  switch (outcome.kind) {
    case OutcomeKind::deadlock:
      print_marked("deadlock", outcome.message);
      break;
    case OutcomeKind::limit:
    case OutcomeKind::internal_error:
      print_marked("lockstep", outcome.message);
      break;
    default:
      break;
  }
  if (line.findings) print_findings(stderr, *snapshot->findings);
  return outcome.status;
}

}  // namespace lockstep
