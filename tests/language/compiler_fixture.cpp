#include "compiler_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lockstep::compiler_fixture {

namespace {

const std::string kFolder = LOCKSTEP_TEST_DATA "/language/";

std::string unescape(const std::string& text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char letter = text[++i];
    result += letter == 'n' ? '\n' : letter == 't' ? '\t' : letter;
  }
  return result;
}

}  // namespace

Compiled compile(const std::string& source) {
  auto program = compile_module(source, "x.py");
  if (!program) {
    FAIL(source << program.error().message);
    return nullptr;
  }
  return *program;
}

std::string read_file(const std::string& path) {
  std::ifstream file(kFolder + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream(kFolder + path, std::ios::binary) << text;
}

std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder + folder)) {
    if (entry.path().extension() == ending) {
      names.push_back(folder + "/" + entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream text(read_file(path));
  for (std::string line; std::getline(text, line);) {
    std::vector<std::string> row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(unescape(field));
    rows.push_back(std::move(row));
  }
  return rows;
}

bool is_recording() { return std::getenv("LOCKSTEP_RECORD") != nullptr; }

}  // namespace lockstep::compiler_fixture
