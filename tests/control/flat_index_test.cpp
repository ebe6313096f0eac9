#include "control/flat_index.h"

#include <random>

#include <doctest/doctest.h>

namespace lockstep {
namespace {

TEST_CASE("an index finds what was added by its digest, however much it grows, and nothing else") {
  std::mt19937_64 random(1);
  struct Digest {
    uint64_t low;
    uint32_t high;
  };
  std::vector<Digest> digests;
  for (uint32_t i = 0; i < 50'000; ++i) digests.push_back({random(), static_cast<uint32_t>(random())});
  digests.push_back({0, 0});              // looks like a free place
  DigestIndex index;
  for (uint32_t i = 0; i < digests.size(); i += 2) index.add(digests[i].low, digests[i].high, i);
  size_t wrong = 0;
  for (uint32_t i = 0; i < digests.size(); ++i) {
    const bool is_there = i % 2 == 0;
    index.prefetch_number(digests[i].low, digests[i].high);
    wrong += index.contains(digests[i].low, digests[i].high) == is_there ? 0 : 1;
    wrong += index.find(digests[i].low, digests[i].high) == (is_there ? i : FlatIndex::kNone) ? 0 : 1;
    // The upper half alone makes a difference, too.
    wrong += index.contains(digests[i].low, digests[i].high ^ 0x8000'0000) ? 1 : 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("things with the same place and tag are told apart by whoever keeps them") {
  FlatIndex index;
  std::vector<uint64_t> things;
  for (uint64_t i = 0; i < 3'000; ++i) {
    things.push_back(i);
    index.add(i % 7, static_cast<uint32_t>(i), [&](uint32_t number) { return things[number] % 7; });
  }
  for (uint64_t i = 0; i < 4'000; i += 97) {
    const uint32_t found = index.find(i % 7, [&](uint32_t number) { return things[number] == i; });
    CHECK(found == (i < things.size() ? i : FlatIndex::kNone));
  }
}

}  // namespace
}  // namespace lockstep
