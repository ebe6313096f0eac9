#include "text/percent_format.h"

#include <doctest/doctest.h>

#include "text/escape.h"
#include "text/float_text.h"
#include "text/integer_fields.h"

namespace lockstep {

namespace {

// An argument of a recorded case: i, f or s, and its value.
struct Argument {
  char kind;
  std::string field;

  const char* type_name() const { return kind == 'i' ? "int" : kind == 'f' ? "float" : "str"; }
  std::string str() const {
    return kind == 'i'   ? *integer_to_text(read_integer(field))
           : kind == 'f' ? float_repr(read_double(field))
                         : field;
  }
};

TextResult<std::string> write(const Argument& argument, const PercentConversion& conversion) {
  const PercentKind kind = percent_kind(conversion.type);
  const auto wrong = [&] { return Failure(percent_wrong_type(conversion, argument.type_name())); };
  switch (kind) {
    case PercentKind::text:
      return percent_text(argument.str(), conversion);
    case PercentKind::representation:
      return percent_text(argument.kind == 's' ? string_repr(argument.field) : argument.str(),
                          conversion);
    case PercentKind::ascii:
      return percent_text(argument.kind == 's' ? string_ascii(argument.field) : argument.str(),
                          conversion);
    case PercentKind::integer: {
      const bool index = conversion.type == 'o' || conversion.type == 'x' || conversion.type == 'X';
      if (argument.kind == 's' || (argument.kind == 'f' && index)) return wrong();
      if (argument.kind == 'i') return percent_integer(read_integer(argument.field), conversion);
      const auto whole = integer_from_double(read_double(argument.field));
      if (!whole) return Failure(whole.error());
      return percent_integer(*whole, conversion);
    }
    case PercentKind::floating: {
      if (argument.kind == 's') return wrong();
      if (argument.kind == 'f') return percent_float(read_double(argument.field), conversion);
      const auto value = integer_to_double(read_integer(argument.field));
      if (!value) return Failure(value.error());
      return percent_float(*value, conversion);
    }
    case PercentKind::character:
      if (argument.kind == 'f') return wrong();
      if (argument.kind == 's') return percent_character(argument.field, conversion);
      return percent_character(read_integer(argument.field), conversion);
    case PercentKind::unsupported:
      return Failure(percent_unsupported(conversion));
  }
  return wrong();
}

// The loop that the virtual machine has, for a tuple of arguments.
TextResult<std::string> write_all(std::string_view pattern,
                                  const std::vector<Argument>& arguments) {
  PercentScanner scanner(pattern);
  std::string out;
  size_t next = 0;
  while (true) {
    const auto piece = scanner.next();
    if (!piece) return Failure(piece.error());
    out += piece->literal;
    if (piece->conversion) {
      PercentConversion conversion = *piece->conversion;
      if (conversion.has_key) return Failure(percent_needs_mapping());
      for (const PercentStar which : {PercentStar::width, PercentStar::precision}) {
        const bool star =
            which == PercentStar::width ? conversion.width_is_star : conversion.precision_is_star;
        if (!star) continue;
        if (next == arguments.size()) return Failure(percent_not_enough_arguments());
        const Argument& argument = arguments[next++];
        if (argument.kind != 'i') return Failure(percent_star_wants_int());
        if (auto error = percent_star(conversion, which, read_integer(argument.field))) {
          return Failure(*error);
        }
      }
      if (conversion.type == U'\0') return Failure(percent_incomplete());
      if (next == arguments.size()) return Failure(percent_not_enough_arguments());
      const auto written = write(arguments[next++], conversion);
      if (!written) return written;
      out += *written;
    }
    if (piece->is_last) break;
  }
  if (next < arguments.size()) return Failure(percent_not_all_converted());
  return out;
}

}  // namespace

TEST_CASE("% writes what CPython writes and refuses what it refuses") {
  check_recorded("percent_format.tsv", {{"format", [](const Fields& a) {
                                           std::vector<Argument> arguments;
                                           for (size_t i = 1; i + 1 < a.size(); i += 2) {
                                             arguments.push_back({a[i][0], a[i + 1]});
                                           }
                                           return fields_of(write_all(a[0], arguments));
                                         }}});
}

TEST_CASE("keys are read with their balanced parentheses") {
  const std::string pattern = "a%(k(e)y)5dz%(open";
  PercentScanner scanner(pattern);
  const auto first = scanner.next();
  REQUIRE(first);
  CHECK(first->literal == "a");
  REQUIRE(first->conversion);
  CHECK(first->conversion->key == "k(e)y");
  CHECK(first->conversion->width == 5);
  const auto second = scanner.next();
  REQUIRE(second);
  REQUIRE(second->conversion);
  CHECK(second->conversion->has_key);
  CHECK(!second->conversion->key_closed);
  CHECK(percent_incomplete_key().message == "incomplete format key");
}

}  // namespace lockstep
