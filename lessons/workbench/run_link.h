#pragma once

#include <string>
#include <string_view>

// The part of a page's address that leads to a lesson, and to one run of its program. Pure.
namespace lockstep {

struct RunLink {
  std::string lesson;      // id; "" where none is named
  std::string schedule;    // "" where none is named

  friend bool operator==(const RunLink&, const RunLink&) = default;
};

// "lesson=lost-update&schedule=1/8c3f.../0:3,1"; "" for an empty link.
std::string link_fragment(const RunLink& link);

// Reads a fragment, a whole address with one, or a schedule alone; what it does not know it leaves out.
RunLink parse_link(std::string_view text);

}  // namespace lockstep
