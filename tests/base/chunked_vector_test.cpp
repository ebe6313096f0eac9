#include "base/chunked_vector.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

TEST_CASE("a chunked vector keeps what it holds where it is") {
  ChunkedVector<uint64_t> numbers;
  CHECK(numbers.empty());
  numbers.push_back(7);
  const uint64_t* first = &numbers[0];
  for (uint64_t i = 1; i < 100'000; ++i) numbers.push_back(i * i);
  CHECK(numbers.size() == 100'000);
  CHECK(&numbers[0] == first);
  CHECK(*first == 7);
  uint64_t wrong = 0;
  for (uint64_t i = 1; i < numbers.size(); ++i) wrong += numbers[i] == i * i ? 0 : 1;
  CHECK(wrong == 0);
  CHECK(numbers.bytes() >= 100'000 * sizeof(uint64_t));
}

TEST_CASE("runs in a pool lie in one piece, apart from each other") {
  SpanPool pool;
  std::vector<std::pair<uint32_t, size_t>> runs;
  for (size_t i = 0; i < 20'000; ++i) {
    const size_t length = 1 + i * 7 % 300;
    const uint32_t offset = pool.add(length);
    for (size_t at = 0; at < length; ++at) pool.at(offset)[at] = static_cast<uint32_t>(i);
    runs.emplace_back(offset, length);
  }
  size_t wrong = 0;
  for (size_t i = 0; i < runs.size(); ++i) {
    const uint32_t* run = pool.at(runs[i].first);
    for (size_t at = 0; at < runs[i].second; ++at) wrong += run[at] == i ? 0 : 1;
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace lockstep
