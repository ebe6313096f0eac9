#include "native/source_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace lockstep {

Result<std::string, std::string> read_source(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  // Reading is what tells that a folder is no file.
  if (!file || !(text << file.rdbuf())) {
    const int reason = errno;
    if (file && file.peek() == std::ifstream::traits_type::eof() && reason == 0) return std::string();
    return Failure(std::string("can't open file '" + path + "': " +
                               (reason == 0 ? "it cannot be read" : std::strerror(reason))));
  }
  return text.str();
}

Result<bool, std::string> write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) return Failure(std::string("can't write file '" + path + "'"));
  return true;
}

}  // namespace lockstep
