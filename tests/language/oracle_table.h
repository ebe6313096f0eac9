#pragma once

#include <string>
#include <string_view>
#include <vector>

// Answers of CPython that the script `record` beside this file has written down.
namespace lockstep {

// The whole file, named from tests/language.
std::string read_recorded_file(const std::string& name);

// The rows of a table: fields between tabs, with \n, \t, \r and \\ unescaped.
std::vector<std::vector<std::string>> read_recorded_table(const std::string& name);

// The names of the files in tests/language/cases that end in `.py`, sorted.
std::vector<std::string> recorded_cases();

}  // namespace lockstep
