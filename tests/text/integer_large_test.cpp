#include "text/integer_large.h"

#include <doctest/doctest.h>

#include <random>

#include "text/integer_text.h"

namespace lockstep {

namespace {

// Random bits, now and then long runs of ones or zeros, which is where carries and quotients are at their bounds.
Big random_number(std::mt19937& random, unsigned most_bits) {
  const unsigned bits = random() % most_bits;
  Big result;
  for (unsigned done = 0; done < bits;) {
    const unsigned run = 1 + random() % (random() % 2 == 0 ? 32 : 3000);
    result <<= run;
    if (run <= 32) result += random() & ((uint64_t{1} << run) - 1);
    if (run > 32 && random() % 2 == 0) result += (Big(1) << run) - 1;
    done += run;
  }
  return random() % 2 == 0 ? result : Big(-result);
}

struct Stopped {};

// Counts the calls, and throws at the last one it allows.
struct Counting {
  int left = 1 << 30;
  int calls = 0;
  Between between() {
    return [this] {
      if (++calls >= left) throw Stopped();
    };
  }
};

}  // namespace

TEST_CASE("products, quotients and powers of large ints are those of the plain ways") {
  std::mt19937 random(1);
  for (int i = 0; i < 150; i++) {
    const unsigned size = i % 30 == 0 ? 1200000 : i % 3 == 0 ? 120000 : 30000;
    const Big a = random_number(random, size);
    const Big b = random_number(random, i % 2 == 0 ? size : size / 3 + 2);
    CHECK(multiply_large(a, b, nullptr) == Big(a * b));
    if (b.is_zero()) continue;
    Big quotient;
    Big remainder;
    divide_large(a, b, quotient, remainder, nullptr);
    CHECK(Big(quotient * b + remainder) == a);
    CHECK(abs(remainder) < abs(b));
    CHECK((remainder.is_zero() || (remainder < 0) == (a < 0)));
  }
  CHECK(power_large(Big(-7), 12345, nullptr) == Big(pow(Big(-7), 12345)));
  CHECK(power_large(Big(5), 0, nullptr) == 1);
}

TEST_CASE("Lehmer's greatest common divisor is Euclid's") {
  std::mt19937 random(2);
  for (int i = 0; i < 200; i++) {
    const Big shared = random_number(random, 2000);
    const Big a = random_number(random, 6000) * shared;
    const Big b = random_number(random, i % 2 == 0 ? 6000 : 300) * shared;
    CHECK(to_big(gcd_large(from_big(a), from_big(b), nullptr)) == Big(gcd(a, b)));
  }
}

TEST_CASE("long texts of ints come back, digit by digit") {
  std::mt19937 random(3);
  for (int i = 0; i < 40; i++) {
    const Big value = random_number(random, 200000);
    for (const int base : {10, 7, 36}) {
      const auto text = integer_to_text(from_big(value), base, BasePrefix::none, 0);
      REQUIRE(text);
      const auto back = parse_integer(*text, base, ParsedFrom::text, 0);
      REQUIRE(back);
      CHECK(to_big(*back) == value);
    }
    CHECK(*integer_to_text(from_big(value), 10, BasePrefix::none, 0) == value.str());
  }
  // Zeros inside and at the ends of the halves.
  for (const unsigned power : {2047U, 2048U, 4096U, 6144U, 20000U}) {
    const Big value = pow(Big(10), power);
    CHECK(*integer_to_text(from_big(value), 10, BasePrefix::none, 0) == value.str());
    CHECK(*integer_to_text(from_big(Big(value - 1)), 10, BasePrefix::none, 0) == Big(value - 1).str());
    CHECK(to_big(*parse_integer(value.str(), 10, ParsedFrom::text, 0)) == value);
  }
}

TEST_CASE("what takes long with large ints can be stopped everywhere") {
  const Integer a = from_big((Big(1) << 6000000) - 12345);
  const Integer b = from_big((Big(1) << 2500000) + 54321);
  const std::function<void(const Between&)> works[] = {
      [&](const Between& between) { static_cast<void>(integer_divmod(a, b, between)); },
      [&](const Between& between) { static_cast<void>(integer_mul(b, b, between)); },
      [&](const Between& between) { static_cast<void>(integer_isqrt(a, between)); },
      [&](const Between& between) { static_cast<void>(integer_gcd(a, b, between)); },
      [&](const Between& between) {
        static_cast<void>(integer_pow(Integer(7), Integer(2900000), between));
      },
      [&](const Between& between) { static_cast<void>(integer_pow_mod(Integer(3), a, b, between)); },
      [&](const Between& between) {
        static_cast<void>(integer_to_text(a, 10, BasePrefix::none, 0, between));
      },
      [&](const Between& between) {
        static_cast<void>(parse_integer(std::string(1500000, '7'), 10, ParsedFrom::text, 0, between));
      },
  };
  for (const auto& work : works) {
    for (const int most : {1, 3, 10}) {
      Counting counting;
      counting.left = most;
      CHECK_THROWS_AS(work(counting.between()), Stopped);
      CHECK(counting.calls == most);
    }
  }
}

}  // namespace lockstep
