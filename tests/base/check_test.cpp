#include "base/check.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("an invariant that does not hold names its place") {
  try {
    lockstep::fail_ensure("1 == 2", "somewhere.cpp", 7);
    FAIL("must throw");
  } catch (const lockstep::InternalError& error) {
    CHECK(std::string(error.what()) == "somewhere.cpp:7: ENSURE(1 == 2) does not hold");
  }
}
