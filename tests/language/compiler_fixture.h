#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "language/compiler.h"

// What the tests of the compiler share.
namespace lockstep::compiler_fixture {

using Compiled = std::shared_ptr<const Program>;

// Fails the test if `source` does not compile.
Compiled compile(const std::string& source);

// Names under tests/language.
std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& text);
// The files of a folder with this ending, sorted, without the ending.
std::vector<std::string> files_in(const std::string& folder, const std::string& ending);
// The rows of a table: fields between tabs, with \n, \t and \\ unescaped.
std::vector<std::vector<std::string>> read_table(const std::string& path);

// Whether recorded texts of our own are to be written anew: LOCKSTEP_RECORD is set.
bool is_recording();

}  // namespace lockstep::compiler_fixture
