#include "text/random.h"

#include <doctest/doctest.h>

#include "text/integer_fields.h"
#include "text/sha512.h"

namespace lockstep {

namespace {

// The draws of draw() in tests/text/record, in its order.
Fields draw(MersenneTwister& source) {
  Fields out;
  for (int i = 0; i < 3; ++i) out.push_back(write_int64(source.next_uint32()));
  for (int i = 0; i < 3; ++i) out.push_back(write_double(source.next_double()));
  for (const int bits : {1, 5, 31, 32, 33, 53, 63, 64}) {
    out.push_back(write_integer(Integer::from_unsigned(source.next_bits(bits))));
  }
  for (const int bits : {65, 100, 200}) out.push_back(write_integer(source.next_big_bits(bits)));
  for (const uint64_t bound : {uint64_t{1}, uint64_t{2}, uint64_t{3}, uint64_t{10}, uint64_t{1000},
                               uint64_t{1} << 32, (uint64_t{1} << 53) + 1, UINT64_MAX}) {
    out.push_back(write_integer(Integer::from_unsigned(source.next_below(bound))));
  }
  const Integer larger[] = {*integer_shift_left(SmallInteger(1), SmallInteger(64)),
                            *integer_pow(SmallInteger(10), SmallInteger(30))};
  for (const Integer& bound : larger) out.push_back(write_integer(source.next_big_below(bound)));
  double last = 0;
  for (int i = 0; i < 700; ++i) last = source.next_double();
  out.push_back(write_double(last));
  return out;
}

}  // namespace

TEST_CASE("the same seed gives CPython's numbers") {
  check_recorded("random.tsv", {
                                   {"int",
                                    [](const Fields& a) {
                                      MersenneTwister source;
                                      source.seed_integer(read_integer(a[0]));
                                      return draw(source);
                                    }},
                                   {"float",
                                    [](const Fields& a) {
                                      MersenneTwister source;
                                      source.seed_float(read_double(a[0]));
                                      return draw(source);
                                    }},
                                   {"bytes",
                                    [](const Fields& a) {
                                      MersenneTwister source;
                                      source.seed_bytes(read_bytes(a[0]));
                                      return draw(source);
                                    }},
                               });
}

TEST_CASE("a copied or restored state continues alike") {
  MersenneTwister source;
  source.seed_integer(SmallInteger(42));
  for (int i = 0; i < 1000; ++i) source.next_uint32();
  MersenneTwister copy = source;
  MersenneTwister restored;
  restored.set_state(source.words(), source.index());
  for (int i = 0; i < 1000; ++i) {
    const uint32_t word = source.next_uint32();
    CHECK(copy.next_uint32() == word);
    CHECK(restored.next_uint32() == word);
  }
}

TEST_CASE("SHA-512 of the standard's examples") {
  const auto hex = [](std::string_view message) {
    const auto digest = sha512(message);
    return write_bytes(std::string(digest.begin(), digest.end())).substr(0, 32);
  };
  CHECK(hex("") == "cf83e1357eefb8bdf1542850d66d8007");
  CHECK(hex("abc") == "ddaf35a193617abacc417349ae204131");
}

}  // namespace lockstep
