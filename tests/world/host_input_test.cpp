#include "world/host_input.h"

#include <doctest/doctest.h>

#include <deque>

#include "world/host_event.h"

namespace lockstep {
namespace {

using State = HostInput::Line::State;

TEST_CASE("a text is read line by line, from any place") {
  HostInput input("one\r\ntwo\n\rthree");
  CHECK(input.line_at(0).text == "one\n");
  CHECK(input.line_at(2).text == "e\n");
  CHECK(input.line_at(4).text == "two\n");
  const HostInput::Line last = input.line_at(8);
  CHECK(last.state == State::ready);
  CHECK(last.text == "\rthree");
  CHECK(input.line_at(14).state == State::ended);
}

TEST_CASE("what a reader brings is awaited, kept, and comes to an end") {
  std::deque<std::string> pieces = {"", "first li", "", "ne\r", "\nrest"};
  HostInput input([&pieces]() -> std::optional<std::string> {
    if (pieces.empty()) return std::nullopt;
    std::string piece = pieces.front();
    pieces.pop_front();
    return piece;
  });
  CHECK(input.line_at(0).state == State::awaited);
  Interrupts interrupts;
  while (input.line_at(0).state == State::awaited) input.wait(interrupts);
  CHECK(input.line_at(0).text == "first line\n");
  while (input.line_at(11).state == State::awaited) input.wait(interrupts);
  CHECK(input.line_at(11).text == "rest");
  CHECK(input.line_at(0).text == "first line\n");
  CHECK(input.line_at(15).state == State::ended);
}

TEST_CASE("who waits leaves when the run is to end, and forgetting stops the calls") {
  HostInput input([]() -> std::optional<std::string> { return ""; });
  Interrupts interrupts;
  interrupts.raise(Interrupts::kStop);
  input.wait(interrupts);
  CHECK(input.line_at(0).state == State::awaited);

  HostEvent told;
  input.await([&told] { told.set(); });
  input.forget();
  CHECK_FALSE(told.wait_for(0));
}

}  // namespace
}  // namespace lockstep
