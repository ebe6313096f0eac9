#include "world/host_input.h"

#include <utility>

#include "world/host_event.h"

namespace lockstep {

namespace {

// How often who waits looks whether the run is to end.
constexpr Time kLook = 20'000'000;

}  // namespace

HostInput::HostInput(std::string text) {
  append(text);
  ended_ = true;
}

HostInput::HostInput(Reader reader) : reader_(std::move(reader)) {}

HostInput::~HostInput() { forget(); }

HostInput::Line HostInput::line_at(size_t from) {
  std::lock_guard<std::mutex> guard(mutex_);
  const size_t end = text_.find('\n', from);
  if (end != std::string::npos) return {Line::State::ready, text_.substr(from, end + 1 - from)};
  if (!ended_) return {Line::State::awaited, ""};
  if (from >= text_.size()) return {Line::State::ended, ""};
  return {Line::State::ready, text_.substr(from)};
}

void HostInput::await(std::function<void()> arrived) {
  std::lock_guard<std::mutex> guard(mutex_);
  arrived_ = std::move(arrived);
  if (reading_) return;
  reading_ = true;
  if (thread_ == nullptr) thread_ = std::make_unique<HostThread>(HostThread::Mode::own_thread);
  thread_->post([this] { return read(); });
}

void HostInput::forget() {
  std::unique_lock<std::mutex> guard(mutex_);
  arrived_ = nullptr;
  told_.wait(guard, [this] { return !telling_; });
}

void HostInput::wait(Interrupts& interrupts) {
  // shared: the reader may still hold it when this has given up
  const auto event = std::make_shared<HostEvent>();
  await([event] { event->set(); });
  constexpr uint32_t kEnding = Interrupts::kStop | Interrupts::kLimit;
  while (!event->wait_for(kLook)) {
    if ((interrupts.flags() & kEnding) != 0) return;
  }
}

HostThread::Slice HostInput::read() {
  std::unique_lock<std::mutex> guard(mutex_);
  if (arrived_ == nullptr) {
    reading_ = false;
    return HostThread::Slice::done;
  }
  if (!ended_) {
    guard.unlock();
    const std::optional<std::string> more = reader_();
    guard.lock();
    if (more.has_value() && more->empty()) return HostThread::Slice::again;
    if (more.has_value()) {
      append(*more);
    } else {
      if (after_return_) text_ += '\r';
      ended_ = true;
    }
  }
  const std::function<void()> arrived = std::exchange(arrived_, nullptr);
  if (arrived == nullptr) return HostThread::Slice::again;
  // without the mutex: who is told may have to wait for somebody who asks for a line
  telling_ = true;
  guard.unlock();
  arrived();
  guard.lock();
  telling_ = false;
  told_.notify_all();
  return HostThread::Slice::again;
}

void HostInput::append(const std::string& more) {
  for (const char c : more) {
    if (after_return_ && c != '\n') text_ += '\r';
    after_return_ = c == '\r';
    if (!after_return_) text_ += c;
  }
}

}  // namespace lockstep
