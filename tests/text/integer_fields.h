#pragma once

#include "text/integer_text.h"
#include "text/recorded_cases.h"

// Ints as tests/text/record writes them.
namespace lockstep {

inline Integer read_integer(std::string_view field) {
  return *parse_integer(field, 16, ParsedFrom::text, 0);
}

inline std::string write_integer(IntegerView value) { return *integer_to_text(value, 16); }

inline Fields integer_fields(const TextResult<Integer>& result) {
  return fields_of(result, [](const Integer& value) { return write_integer(value); });
}

inline Fields pair_fields(const TextResult<IntegerPair>& result) {
  if (!result) return error_fields(result.error());
  return {write_integer(result->first), write_integer(result->second)};
}

inline Fields double_fields(const TextResult<double>& result) {
  return fields_of(result, write_double);
}

}  // namespace lockstep
