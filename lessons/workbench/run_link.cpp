#include "workbench/run_link.h"

namespace lockstep {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Mail programs like to write %2F for a slash.
std::string decoded(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? digit_of(text[at + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[at + 2]) : -1;
    if (low >= 0) {
      result += char(high * 16 + low);
      at += 2;
    } else {
      result += text[at];
    }
  }
  return result;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string link_fragment(const RunLink& link) {
  std::string fragment;
  if (!link.lesson.empty()) fragment = "lesson=" + link.lesson;
  if (!link.schedule.empty()) fragment += (fragment.empty() ? "schedule=" : "&schedule=") + link.schedule;
  return fragment;
}

RunLink parse_link(std::string_view text) {
  RunLink link;
  text = without_blanks(text);
  if (const size_t hash = text.find('#'); hash != std::string_view::npos) text.remove_prefix(hash + 1);
  if (text.find('=') == std::string_view::npos) {
    link.schedule = decoded(text);
    return link;
  }
  while (!text.empty()) {
    const size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.starts_with("lesson=")) link.lesson = decoded(part.substr(7));
    if (part.starts_with("schedule=")) link.schedule = decoded(part.substr(9));
  }
  return link;
}

}  // namespace lockstep
