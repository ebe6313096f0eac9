#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_error.h"

namespace lockstep {

using Fields = std::vector<std::string>;

// Answers one question about the arguments of a case; the fields are as tests/text/record says.
using Questions = std::map<std::string, std::function<Fields(const Fields&)>, std::less<>>;

// Asks every case of a file of tests/text/answers and checks the answers against CPython's. A
// question that is not in the table fails, and so does a file without cases.
void check_recorded(const std::string& file_name, const Questions& questions);

// The only case of a question, for files that hold few and large ones.
struct RecordedCase {
  Fields arguments;
  Fields answers;
};
std::map<std::string, RecordedCase, std::less<>> load_recorded(const std::string& file_name);

// Fields from values and back, as tests/text/record writes them.
Fields error_fields(const TextError& error);
double read_double(std::string_view field);
std::string write_double(double value);
int64_t read_int64(std::string_view field);
std::string write_int64(int64_t value);
std::string read_bytes(std::string_view field);
std::string write_bytes(std::string_view bytes);
std::string write_bool(bool value);

template <class T, class Write>
Fields fields_of(const TextResult<T>& result, Write write) {
  if (!result) return error_fields(result.error());
  return {write(*result)};
}

inline Fields fields_of(const TextResult<std::string>& result) {
  return fields_of(result, [](const std::string& text) { return text; });
}

}  // namespace lockstep
