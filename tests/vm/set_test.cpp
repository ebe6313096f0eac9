#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "vm/dict.h"
#include "vm_fixture.h"

namespace lockstep {

namespace {

std::string elements_of(const SetObject* set) {
  std::string text;
  int64_t position = 0;
  Value element;
  while (Set::next(set, position, element)) {
    if (!text.empty()) text += ' ';
    text += std::to_string(element.as_small_int());
  }
  return text;
}

// One line of set_order.txt: see set_order_record.py.
void follow_recipe(const std::string& steps, const std::string& expected) {
  TestHeap test;
  Heap& heap = test.heap;
  SetObject* sets[3] = {heap.make_set(), heap.make_set(), heap.make_set()};
  std::istringstream stream(steps);
  for (std::string step; std::getline(stream, step, ';');) {
    SetObject*& set = sets[step[1] - '0'];
    const int64_t number = std::stoll(step.substr(3));
    switch (step[0]) {
      case '+': Set::add(heap, set, Value::small_int(number)); break;
      case '-': CHECK(Set::remove(set, Value::small_int(number))); break;
      case '|': Set::update(heap, set, sets[number]); break;
      case '=': set = Set::copy(heap, sets[number], false); break;
      case '^': CHECK(Set::pop(set) == Value::small_int(number)); break;
    }
  }
  INFO(steps);
  CHECK(elements_of(sets[0]) + "/" + elements_of(sets[1]) + "/" + elements_of(sets[2]) == expected);
}

}  // namespace

TEST_CASE("sets of ints come out in CPython's order") {
  std::ifstream recipes(LOCKSTEP_TEST_DATA "/vm/set_order.txt");
  int count = 0;
  for (std::string line; std::getline(recipes, line); ++count) {
    const size_t colon = line.find(" : ");
    REQUIRE(colon != std::string::npos);
    follow_recipe(line.substr(0, colon), line.substr(colon + 3));
  }
  CHECK(count == 120);
}

TEST_CASE("a set agrees with std::set through random changes") {
  for (int seed = 0; seed < 10; ++seed) {
    TestHeap test;
    std::mt19937 random(seed);
    SetObject* set = test.heap.make_set();
    std::set<int64_t> expected;
    for (int step = 0; step < 5000; ++step) {
      const int64_t number = random() % 700;
      const Value element = Value::small_int(number);
      switch (random() % 3) {
        case 0: CHECK(Set::add(test.heap, set, element) == expected.insert(number).second); break;
        case 1: CHECK(Set::remove(set, element) == (expected.erase(number) == 1)); break;
        default: CHECK(Set::has(set, element) == expected.contains(number));
      }
    }
    CHECK(set->size == expected.size());
  }
}

}  // namespace lockstep
