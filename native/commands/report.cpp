#include "native/commands/report.h"

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "native/source_file.h"
#include "native/standard_input.h"

namespace lockstep {

namespace {

constexpr int kWrongCall = 2;

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

}  // namespace

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
    const nlohmann::ordered_json object = {
        {"program", line.file},
        {"kind", kind_name(outcome.kind)},
        {"status", outcome.status},
        {"stdout", standard_output},
        {"stderr", standard_error},
        {"error", outcome.message.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(outcome.message)},
        {"seconds", snapshot->clock},
        {"schedule", outcome.schedule}};
    std::puts(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
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
  return outcome.status;
}

}  // namespace lockstep
