#include "workbench/run_link.h"

#include <doctest/doctest.h>

using namespace lockstep;

TEST_CASE("links name a lesson and a run, and are read back") {
  const RunLink link{"lost-update", "1/0123456789abcdef/0:3,1"};
  CHECK(link_fragment(link) == "lesson=lost-update&schedule=1/0123456789abcdef/0:3,1");
  CHECK(parse_link(link_fragment(link)) == link);
  CHECK(parse_link("https://example.org/play/#" + link_fragment(link) + "\n") == link);
  CHECK(link_fragment({"a", ""}) == "lesson=a");
  CHECK(link_fragment({}) == "");
}

TEST_CASE("a schedule alone is one, and what is unknown is left out") {
  CHECK(parse_link("  1/0123456789abcdef/0 ") == RunLink{"", "1/0123456789abcdef/0"});
  CHECK(parse_link("colour=red&lesson=a&") == RunLink{"a", ""});
  CHECK(parse_link("schedule=1%2Fab%2f0%3A3") == RunLink{"", "1/ab/0:3"});
  CHECK(parse_link("schedule=50%") == RunLink{"", "50%"});
  CHECK(parse_link("") == RunLink{});
}
