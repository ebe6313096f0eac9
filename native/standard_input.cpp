#include "native/standard_input.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>

namespace lockstep {

namespace {

constexpr int kMomentMilliseconds = 50;

std::optional<std::string> read_more() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const int ready = poll(&input, 1, kMomentMilliseconds);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return "";
  char buffer[65536];
  const ssize_t size = read(STDIN_FILENO, buffer, sizeof buffer);
  if (size < 0 && (errno == EINTR || errno == EAGAIN)) return "";
  if (size <= 0) return std::nullopt;
  return std::string(buffer, static_cast<size_t>(size));
}

}  // namespace

std::shared_ptr<HostInput> standard_input() { return make_input(read_more); }

}  // namespace lockstep
