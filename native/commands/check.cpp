#include <cstdio>
#include <fstream>

#include "native/claims.h"
#include "native/commands/commands.h"
#include "native/lesson_files.h"

namespace lockstep {

namespace {

// Exploring one lesson takes no longer than this.
constexpr double kMostSeconds = 60;

}  // namespace

int check_command(const CommandLine& line) {
  std::vector<CheckedClaim> checked;
  for (const std::string& path : line.paths) {
    const auto lessons = read_lessons(path);
    if (!lessons) {
      std::fprintf(stderr, "lockstep: %s\n", lessons.error().c_str());
      return 2;
    }
    for (const LessonSource& lesson : *lessons) {
      auto claims = read_claims(lesson.text);
      if (!claims) {
        std::fprintf(stderr, "lockstep: %s: %s\n", lesson.path.c_str(), claims.error().c_str());
        return 2;
      }
      if (claims->claims.empty()) continue;
      claims->options.max_seconds = kMostSeconds;
      const Exploration exploration = explore(lesson.text, lesson.path, claims->options);
      double seconds = exploration.seconds;
      for (const Claim& claim : claims->claims) {
        checked.push_back({lesson.path, claim, refute(claim, exploration), seconds});
        seconds = 0;
        const CheckedClaim& now = checked.back();
        std::printf("%s %s:%d: %s%s%s\n", now.problem.empty() ? "holds" : "FAILS", lesson.path.c_str(),
                    claim.line, claim.words().c_str(), now.problem.empty() ? "" : ": ",
                    now.problem.c_str());
      }
    }
  }
  if (!line.junit_file.empty()) {
    std::ofstream file(line.junit_file, std::ios::binary);
    file << to_junit(checked);
    if (!file.flush()) {
      std::fprintf(stderr, "lockstep: cannot write %s\n", line.junit_file.c_str());
      return 2;
    }
  }
  size_t failed = 0;
  for (const CheckedClaim& each : checked) failed += each.problem.empty() ? 0 : 1;
  std::printf("%zu claims, %zu do not hold\n", checked.size(), failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace lockstep
