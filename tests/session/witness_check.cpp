#include "session/witness_check.h"

#include <doctest/doctest.h>

namespace lockstep {

void check_witness(const std::string& source, const ExploredOutcome& outcome, RunMode mode) {
  CAPTURE(outcome.schedule);
  std::string text;
  Session::Options session_options;
  session_options.on_output = [&](const OutputChunk& chunk) {
    if (!chunk.is_error) text += chunk.text;
  };
  auto session = Session::create(session_options);
  REQUIRE(session->load(source, "test.py").empty());
  RunOptions options;
  options.mode = mode;
  options.schedule = outcome.schedule;
  session->run(options);
  session->wait();
  if (mode == RunMode::step) {
    CHECK(session->snapshot()->moment->note == "");
    session->step({StepCommand::Kind::finish});
    session->wait();
    CHECK(*session->snapshot()->moment->schedule == outcome.schedule);
  } else {
    CHECK(session->snapshot()->outcome.schedule == outcome.schedule);
    CHECK(text == outcome.standard_output);
  }
  CHECK(session->snapshot()->outcome.kind == outcome.kind);
}

}  // namespace lockstep
