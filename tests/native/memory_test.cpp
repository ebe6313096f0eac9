#include <doctest/doctest.h>
#include <sys/resource.h>

#include <string>

#include "session/session.h"

// What would become larger than a run may, is not built to find that out.
namespace lockstep {

namespace {

constexpr long kLimitMebibytes = 32;

constexpr const char* kTooLarge[] = {
    "'x' * 10**9",
    "b'x' * 10**9",
    "bytearray(b'x') * 10**9",
    "bytes(10**9)",
    "bytearray(10**9)",
    "'x'.ljust(10**9)",
    "'x'.rjust(10**9)",
    "'x'.center(10**9, '\\u20ac')",
    "'x'.zfill(10**9)",
    "b'x'.ljust(10**9)",
    "b'x'.center(10**9)",
    "b'x'.zfill(10**9)",
    "('\\t' * 10**5).expandtabs(10**5)",
    "(b'\\t' * 10**5).expandtabs(10**5)",
    "('x' * 10**6).replace('x', 'y' * 1000)",
    "('x' * 10**6).replace('', 'y' * 1000)",
    "(b'x' * 10**6).replace(b'x', b'y' * 1000)",
    "('x' * 10**6).translate({120: 'y' * 1000})",
    "b''.join([b'x' * 10**6] * 1000)",
    "''.join(['x' * 10**6] * 1000)",
    "repr([[0] * 1000] * 10**6)",
    "('{0}' * 1000).format('x' * 10**6)",
    "('%s' * 1000) % (('x' * 10**6,) * 1000)",
    "'%1000000000d' % 5",
    "f'{5:1000000000}'",
    "[0] * 10**9",
    "list(range(10**9))",
    "print(*range(1000), sep='x' * 10**6)",
    "1 << 10**10",
};

}  // namespace

TEST_CASE("what is too large for a run is not built outside its memory first") {
  for (const char* expression : kTooLarge) {
    INFO(expression);
    std::string text;
    Session::Options session_options;
    session_options.on_output = [&](const OutputChunk& chunk) { text += chunk.text; };
    auto session = Session::create(session_options);
    const std::string source =
        std::string("try:\n    ") + expression + "\nexcept MemoryError:\n    print('too large')\n";
    REQUIRE(session->load(source, "large.py").empty());
    RunOptions options;
    options.limits.memory_bytes = size_t{kLimitMebibytes} << 20;
    session->run(options);
    session->wait();
    CHECK(text == "too large\n");
  }
  rusage usage{};
  REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
  CHECK(usage.ru_maxrss / 1024 < 10 * kLimitMebibytes);
}

}  // namespace lockstep
