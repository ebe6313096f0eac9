#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "world/host_thread.h"
#include "world/interrupts.h"

namespace lockstep {

// What runs read as their standard input: a text that is all there, or one that comes as it is typed.
// What has come is kept, so that a run that was put back reads the same again, and so that several runs can
// read it from its beginning. A run keeps its place itself. Line ends are "\n": "\r\n" becomes one.
//
// Any thread may call.
class HostInput {
 public:
  // Brings what comes next, or "" when nothing came within a moment (at most 100 ms), or nothing at all
  // once the input has ended. Called by one thread of the input's own, while somebody waits.
  using Reader = std::function<std::optional<std::string>()>;

  explicit HostInput(std::string text);
  explicit HostInput(Reader reader);
  HostInput(const HostInput&) = delete;
  HostInput& operator=(const HostInput&) = delete;
  ~HostInput();

  struct Line {
    enum class State : uint8_t {
      ready,     // text: from the place asked for up to and including the line end, if there was one
      ended,     // there is nothing more
      awaited,   // the line has not come yet
    };
    State state;
    std::string text;
  };
  // The line, or the rest of one, that stands at `from`, in bytes. Never blocks.
  Line line_at(size_t from);

  // Has `arrived` called once, by a thread of the input's own, when more has come or the input has ended. It takes
  // the place of the one given before.
  void await(std::function<void()> arrived);
  // Nobody is to be told any more. Comes back when no call is going on.
  void forget();

  // Blocks until more has come, the input has ended, or `interrupts` shows that the run is to end.
  void wait(Interrupts& interrupts);

 private:
  HostThread::Slice read();
  void append(const std::string& more);

  std::mutex mutex_;
  std::condition_variable told_;
  std::string text_;
  bool ended_ = false;
  bool after_return_ = false;          // the last byte was "\r", which waits for what follows it
  bool reading_ = false;
  bool telling_ = false;
  std::function<void()> arrived_;
  Reader reader_;
  std::unique_ptr<HostThread> thread_;  // last: it goes first
};

}  // namespace lockstep
