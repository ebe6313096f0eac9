#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "session/session.h"

// Whatever a script does, its run ends within its limits, and never with a mistake of ours.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace lockstep;
  const auto session = Session::create();
  if (!session->load(std::string_view(reinterpret_cast<const char*>(data), size), "fuzzed.py").empty()) return 0;
  RunOptions options;
  options.mode = RunMode::seeded;
  options.seed = size;
  options.limits.steps = 20'000;
  options.limits.memory_bytes = uint64_t{64} << 20;
  options.limits.threads = 20;
  session->run(options);
  session->wait();
  const Outcome outcome = session->snapshot()->outcome;
  if (outcome.kind != OutcomeKind::internal_error) return 0;
  std::fprintf(stderr, "%s\n", outcome.message.c_str());
  std::abort();
}
