#include "native/claims.h"

#include <doctest/doctest.h>

using namespace lockstep;

namespace {

constexpr const char* kLesson =
    "# ---\n# title: A race\n# claims:\n#   - can: \"1\"\n#   - never: deadlock\n#   - always: '2'\n"
    "#   - races: counter\n#   - races: none\n# topic: Races\n# ---\n"
    "import threading\ncounter = 0\ndef work():\n    global counter\n    counter += 1\n"
    "threads = [threading.Thread(target=work) for _ in range(2)]\n"
    "for t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(counter)\n";

}  // namespace

TEST_CASE("claims are read from a lesson's header and proved or refuted by exploring") {
  const auto claims = read_claims(kLesson);
  REQUIRE(claims);
  REQUIRE(claims->claims.size() == 5);
  CHECK(claims->claims[0].words() == "can: 1");
  CHECK(claims->claims[0].line == 4);
  const Exploration exploration = explore(kLesson, "race.py", claims->options);
  CHECK(refute(claims->claims[0], exploration) == "");
  CHECK(refute(claims->claims[1], exploration) == "");
  CHECK(refute(claims->claims[2], exploration).starts_with("not always: finished with \"1\n\""));
  CHECK(refute(claims->claims[3], exploration) == "");
  CHECK(refute(claims->claims[4], exploration) != "");

  Exploration cut = exploration;
  cut.complete = false;
  CHECK(refute(claims->claims[0], cut) == "");
  CHECK(refute(claims->claims[1], cut) == "not proved: the search was not exhausted");
}

TEST_CASE("what is no claim is refused, and a lesson may make none") {
  CHECK(read_claims("# ---\n# title: x\n# ---\n")->claims.empty());
  CHECK(read_claims("print(1)\n")->claims.empty());
  CHECK(read_claims("# ---\n# claims:\n#   - perhaps: 1\n# ---\n").error() ==
        "line 3: there is no claim 'perhaps'; there are can, never, always and races");
  const auto observed = read_claims("# ---\n# claims:\n#   - observe: last-line\n# ---\n");
  CHECK(observed->options.observe == ExploreOptions::Observe::last_line);
}

TEST_CASE("results are written as JUnit's XML") {
  const std::vector<CheckedClaim> checked = {{"a.py", {Claim::Kind::can, "<1>", 4}, "", 0.5},
                                             {"a.py", {Claim::Kind::never, "x", 5}, "it \"can\"", 0}};
  CHECK(to_junit(checked) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuite name=\"lockstep check\" tests=\"2\" failures=\"1\">\n"
        "  <testcase classname=\"a.py\" name=\"can: &lt;1&gt;\" time=\"0.500\"/>\n"
        "  <testcase classname=\"a.py\" name=\"never: x\" time=\"0.000\">\n"
        "    <failure message=\"it &quot;can&quot;\"/>\n  </testcase>\n</testsuite>\n");
}
