#include <doctest/doctest.h>

#include <string>

#include "session/session.h"

// Whatever a builtin is busy with, a run ends when it is told to. What is listed would go on for minutes at
// least, most of it for ever, and is begun again when it has ended in a MemoryError.
namespace lockstep {

namespace {

constexpr const char* kEndless[] = {
    "sum(iter(int, 1))",
    "sum(map(int, iter(int, 1)))",
    "max(range(10**12))",
    "min(iter(int, 1))",
    "5.5 in range(10**12)",
    "1 in iter(int, 1)",
    "all(iter(object, 1))",
    "any(iter(int, 1))",
    "next(x for x in iter(int, 1) if x)",
    "set(iter(int, 1))",
    "dict.fromkeys(iter(int, 1))",
    "{0: 0}.update(zip(iter(int, 1), iter(int, 1)))",
    "set().union(iter(int, 1))",
    "{1}.isdisjoint(iter(int, 1))",
    "a, *b = iter(int, 1)",
    "list(filter(None, iter(int, 1)))",
    "[].extend(iter(int, 1))",
    "tuple(iter(int, 1))",
    "bytes(iter(int, 1))",
    "''.join(iter(str, 1))",
    "print(*iter(int, 1))",
    "sorted(range(10**7), key=lambda x: -x)",
    "x = [float(-i % 7919) for i in range(10**6)]; [x[:].sort() for _ in range(10**6)]",
    "import math; math.prod(iter(int, 1))",
    "import math; math.fsum(iter(float, 1))",
    "import math; math.factorial(10**6)",
    "import math; math.isqrt(7**2900000)",
    "import math; math.gcd(7**2900000, 3**5000000)",
    "import functools; functools.reduce(max, iter(int, 1))",
    "import collections; collections.deque(iter(int, 1), maxlen=0)",
    "import collections; collections.Counter(iter(int, 1))",
    "import operator; operator.countOf(iter(int, 1), 1)",
    "import itertools; sum(itertools.count())",
    "import random; random.choices('ab', k=10**12)",
    "import heapq; heapq.nsmallest(1, iter(int, 1))",
    "import re; re.match('(x+x+)+y', 'x' * 60)",
    "pow(3, 3**5000000, 3**2000000 + 2)",
    "divmod(7**2900000, 3**2000000)",
    "(7**1400000) * (3**2600000)",
    "import sys; sys.set_int_max_str_digits(0); str(7**2900000)",
    "import sys; sys.set_int_max_str_digits(0); int('7' * 2000000)",
};

}  // namespace

TEST_CASE("a run whose time is over ends, whatever a builtin is busy with") {
  for (const char* statement : kEndless) {
    INFO(statement);
    auto session = Session::create();
    const std::string source =
        std::string("while True:\n  try:\n    ") + statement + "\n  except (MemoryError, RuntimeError):\n    pass\n";
    REQUIRE(session->load(source, "endless.py").empty());
    RunOptions options;
    options.limits.memory_bytes = size_t{64} << 20;
    // Enough to be in the middle of it; a stop that is asked for takes the same way.
    options.limits.seconds = 0.03;
    session->run(options);
    session->wait();
    CHECK(session->snapshot()->outcome.kind == OutcomeKind::limit);
  }
}

}  // namespace lockstep
