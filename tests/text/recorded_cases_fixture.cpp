#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "text/integer_text.h"
#include "text/recorded_cases.h"

namespace lockstep {

namespace {

std::string unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    const char kind = text[++i];
    out += kind == 't' ? '\t' : kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == '0' ? '\0' : kind;
  }
  return out;
}

Fields split_line(std::string_view line) {
  Fields fields;
  while (true) {
    const size_t tab = line.find('\t');
    fields.push_back(unescape(line.substr(0, tab)));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::string> read_lines(const std::string& file_name) {
  std::ifstream file(LOCKSTEP_TEST_DATA "/text/answers/" + file_name, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

struct Line {
  std::string question;
  RecordedCase recorded;
};

Line parse_line(const std::string& text) {
  Line line;
  const Fields fields = split_line(text);
  line.question = fields[0];
  size_t i = 1;
  for (; i < fields.size() && fields[i] != "=>"; ++i) line.recorded.arguments.push_back(fields[i]);
  for (++i; i < fields.size(); ++i) line.recorded.answers.push_back(fields[i]);
  return line;
}

std::string join(const Fields& fields) {
  std::string out;
  for (const std::string& field : fields) out += (out.empty() ? "" : " | ") + field;
  return out;
}

const char* exception_name(TextErrorKind kind) {
  switch (kind) {
    case TextErrorKind::value_error:
      return "ValueError";
    case TextErrorKind::type_error:
      return "TypeError";
    case TextErrorKind::overflow_error:
      return "OverflowError";
    case TextErrorKind::zero_division_error:
      return "ZeroDivisionError";
    case TextErrorKind::memory_error:
      return "MemoryError";
    case TextErrorKind::index_error:
      return "IndexError";
    case TextErrorKind::key_error:
      return "KeyError";
  }
  return "";
}

}  // namespace

void check_recorded(const std::string& file_name, const Questions& questions) {
  const auto lines = read_lines(file_name);
  REQUIRE(!lines.empty());
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line line = parse_line(lines[i]);
    const auto question = questions.find(line.question);
    const Fields answers = question == questions.end() ? Fields{"unknown question"}
                                                       : question->second(line.recorded.arguments);
    if (answers != line.recorded.answers) {
      FAIL_CHECK(file_name, ":", i + 1, ": ", line.question, "(", join(line.recorded.arguments),
                 ") is ", join(answers), ", not ", join(line.recorded.answers));
    }
  }
}

std::map<std::string, RecordedCase, std::less<>> load_recorded(const std::string& file_name) {
  std::map<std::string, RecordedCase, std::less<>> cases;
  for (const std::string& text : read_lines(file_name)) {
    const Line line = parse_line(text);
    cases[line.question] = line.recorded;
  }
  REQUIRE(!cases.empty());
  return cases;
}

Fields error_fields(const TextError& error) {
  return {std::string("!") + exception_name(error.kind), error.message};
}

double read_double(std::string_view field) {
  return std::strtod(std::string(field).c_str(), nullptr);
}

// Apart from float_hex, which is itself tested: C's own digits, brought into float.hex's form.
std::string write_double(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0x0.0p+0";
  int exponent;
  double fraction = std::frexp(std::fabs(value), &exponent);
  --exponent;
  fraction *= 2;
  if (exponent < -1022) {
    fraction = std::ldexp(fraction, exponent + 1022);
    exponent = -1022;
  }
  const auto whole = static_cast<int>(fraction);
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "0x%d.%013llxp%+d", whole,
                static_cast<unsigned long long>(std::ldexp(fraction - whole, 52)), exponent);
  return sign + buffer;
}

int64_t read_int64(std::string_view field) {
  const bool negative = field[0] == '-';
  const auto magnitude =
      std::strtoull(std::string(field.substr(negative ? 1 : 0)).c_str(), nullptr, 16);
  return static_cast<int64_t>(negative ? ~magnitude + 1 : magnitude);
}

std::string write_int64(int64_t value) {
  const auto bits = static_cast<unsigned long long>(value);
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%s%llx", value < 0 ? "-" : "",
                value < 0 ? ~bits + 1 : bits);
  return buffer;
}

std::string read_bytes(std::string_view field) {
  std::string bytes;
  for (size_t i = 0; i + 1 < field.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(field.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

std::string write_bytes(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    char buffer[3];
    std::snprintf(buffer, sizeof buffer, "%02x", static_cast<unsigned char>(byte));
    text += buffer;
  }
  return text;
}

std::string write_bool(bool value) { return value ? "yes" : "no"; }

}  // namespace lockstep
