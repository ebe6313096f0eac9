#include "oracle_table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lockstep {

namespace {

const std::string kOracleFolder = LOCKSTEP_TEST_DATA "/language/";

std::string without_escapes(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    const char c = text[++i];
    result += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  }
  return result;
}

}  // namespace

std::string read_recorded_file(const std::string& name) {
  std::ifstream file(kOracleFolder + name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::vector<std::string>> read_recorded_table(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream text(read_recorded_file(name));
  for (std::string line; std::getline(text, line);) {
    std::vector<std::string> row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(without_escapes(field));
    if (!line.empty() && line.back() == '\t') row.emplace_back();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> recorded_cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kOracleFolder + "cases")) {
    if (entry.path().extension() == ".py") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace lockstep
