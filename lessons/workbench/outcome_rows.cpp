#include "workbench/outcome_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace lockstep {
namespace {

// Deadlocks and exceptions before everything that went well.
int rank_of(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::internal_error: return 0;
    case OutcomeKind::deadlock: return 1;
    case OutcomeKind::exception: return 2;
    case OutcomeKind::limit: return 3;
    default: return 4;
  }
}

std::string last_line_of_text(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
  const size_t begin = text.rfind('\n');
  return std::string(begin == std::string_view::npos ? text : text.substr(begin + 1));
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The digits from `at` on, without leading zeros.
std::string_view number_at(std::string_view text, size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view left = number_at(a, i);
      const std::string_view right = number_at(b, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
      continue;
    }
    if (a[i] != b[j]) return a[i] < b[j];
    ++i, ++j;
  }
  if (i == a.size() && j == b.size()) return a < b;
  return i == a.size();
}

std::string gist_of(OutcomeKind kind, const std::string& value, const std::string& error) {
  if (kind == OutcomeKind::deadlock) {
    // The circle of those who wait for each other says it best; it is the report's last line.
    std::string circle = last_line_of_text(error);
    if (circle.starts_with("they wait for each other")) return circle;
  }
  if (kind == OutcomeKind::deadlock || kind == OutcomeKind::limit) return error.substr(0, error.find('\n'));
  if (!error.empty()) return last_line_of_text(error);
  std::string line = last_line_of_text(value);
  return line.empty() ? "printed nothing" : line;
}

std::vector<OutcomeRow> outcome_rows(const Exploration* explored, const Samples* samples) {
  struct Sortable {
    OutcomeRow row;
    const std::string* value;
  };
  std::vector<Sortable> all;
  if (explored) {
    for (size_t index = 0; index < explored->outcomes.size(); ++index) {
      const ExploredOutcome& outcome = explored->outcomes[index];
      OutcomeRow row{outcome.kind, gist_of(outcome.kind, outcome.value, outcome.error), index, {}, 0};
      all.push_back({std::move(row), &outcome.value});
    }
  }
  const size_t explored_count = all.size();
  for (size_t index = 0; samples && index < samples->outcomes.size(); ++index) {
    const SampledOutcome& outcome = samples->outcomes[index];
    const auto end = all.begin() + std::ptrdiff_t(explored_count);
    auto same = std::find_if(all.begin(), end, [&](const Sortable& other) {
      return other.row.kind == outcome.kind && *other.value == outcome.value;
    });
    if (same == end) {
      OutcomeRow row{outcome.kind, gist_of(outcome.kind, outcome.value, outcome.error), {}, {}, 0};
      all.push_back({std::move(row), &outcome.value});
      same = all.end() - 1;
    }
    same->row.sampled = index;
    same->row.count = outcome.count;
  }
  std::stable_sort(all.begin(), all.end(), [](const Sortable& a, const Sortable& b) {
    const int left = rank_of(a.row.kind), right = rank_of(b.row.kind);
    return left != right ? left < right : comes_before(*a.value, *b.value);
  });
  std::vector<OutcomeRow> rows;
  rows.reserve(all.size());
  for (Sortable& each : all) rows.push_back(std::move(each.row));
  return rows;
}

std::string share_text(uint64_t count, uint64_t runs) {
  if (runs == 0 || count == 0) return "0 %";
  if (count == runs) return "100 %";
  const double percent = 100.0 * double(count) / double(runs);
  if (percent < 0.1) return "< 0.1 %";
  if (percent > 99.9) return "> 99.9 %";
  return fmt::format("{:.{}f} %", percent, percent < 9.95 || percent > 99 ? 1 : 0);
}

std::string grouped(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, " ");
  return text;
}

}  // namespace lockstep
