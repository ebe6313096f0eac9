#include "native/claims.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace lockstep {

namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

// The comment's text of a header line; nothing where it is no comment.
bool take_comment(std::string_view& line) {
  if (line.empty() || line.front() != '#') return false;
  line.remove_prefix(1);
  if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  return true;
}

void observe(const std::string& what, ExploreOptions& options) {
  using Observe = ExploreOptions::Observe;
  const std::map<std::string, Observe> known = {{"stdout", Observe::standard_output},
                                                {"last-line", Observe::last_line},
                                                {"status", Observe::status}};
  const auto found = known.find(what);
  options.observe = found == known.end() ? Observe::expression : found->second;
  if (found == known.end()) options.expression = what;
}

bool has(const ExploredOutcome& outcome, const std::string& text) {
  return outcome.value.find(text) != std::string::npos;
}

std::string describe(const ExploredOutcome& outcome) {
  const char* const kNames[] = {"none", "finished", "exception", "deadlock", "limit", "stopped", "internal error"};
  std::string text = kNames[static_cast<size_t>(outcome.kind)];
  if (!outcome.value.empty()) text += " with \"" + outcome.value + "\"";
  if (!outcome.error.empty()) text += " (" + outcome.error + ")";
  return text + ", schedule " + outcome.schedule;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      default:
        // XML has no other control characters.
        out += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '?' : c;
        break;
    }
  }
  return out;
}

}  // namespace

std::string Claim::words() const {
  const char* const kNames[] = {"can", "never", "always", "races"};
  return std::string(kNames[static_cast<size_t>(kind)]) + ": " + text;
}

Result<Claims, std::string> read_claims(std::string_view source) {
  Claims claims;
  int number = 0;
  bool in_header = false, in_claims = false;
  while (!source.empty()) {
    const size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    ++number;
    if (trimmed(line) == "# ---") {
      if (in_header) break;
      in_header = true;
      continue;
    }
    if (!in_header || !take_comment(line)) break;
    if (!line.empty() && line.front() != ' ') {
      in_claims = trimmed(line) == "claims:";
      continue;
    }
    if (!in_claims || trimmed(line).empty()) continue;
    line = trimmed(line);
    const size_t colon = line.find(':');
    if (!line.starts_with("- ") || colon == std::string_view::npos) {
      return Failure("line " + std::to_string(number) + ": a claim reads '- can: TEXT'");
    }
    const std::string_view name = trimmed(line.substr(2, colon - 2));
    const std::string text = unquoted(line.substr(colon + 1));
    if (name == "observe") {
      observe(text, claims.options);
      continue;
    }
    const std::map<std::string_view, Claim::Kind> kinds = {{"can", Claim::Kind::can},
                                                           {"never", Claim::Kind::never},
                                                           {"always", Claim::Kind::always},
                                                           {"races", Claim::Kind::races}};
    const auto kind = kinds.find(name);
    if (kind == kinds.end()) {
      return Failure("line " + std::to_string(number) + ": there is no claim '" + std::string(name) +
                     "'; there are can, never, always and races");
    }
    claims.claims.push_back({kind->second, text, number});
  }
  return claims;
}

std::string refute(const Claim& claim, const Exploration& exploration) {
  const auto& outcomes = exploration.outcomes;
  const std::string unproved =
      exploration.complete ? "" : "not proved: the search was not exhausted";
  switch (claim.kind) {
    case Claim::Kind::can: {
      const bool found = std::any_of(outcomes.begin(), outcomes.end(), [&](const ExploredOutcome& outcome) {
        if (claim.text == "deadlock") return outcome.kind == OutcomeKind::deadlock;
        if (claim.text == "exception") return outcome.kind == OutcomeKind::exception;
        return has(outcome, claim.text);
      });
      if (found) return "";
      return exploration.complete ? "it cannot" : unproved;
    }
    case Claim::Kind::never:
      for (const ExploredOutcome& outcome : outcomes) {
        const bool is_it = claim.text == "deadlock"    ? outcome.kind == OutcomeKind::deadlock
                           : claim.text == "exception" ? outcome.kind == OutcomeKind::exception
                                                       : has(outcome, claim.text);
        if (is_it) return "it can: " + describe(outcome);
      }
      return unproved;
    case Claim::Kind::always:
      for (const ExploredOutcome& outcome : outcomes) {
        if (outcome.kind != OutcomeKind::finished || !has(outcome, claim.text)) {
          return "not always: " + describe(outcome);
        }
      }
      return unproved;
    case Claim::Kind::races: {
      std::string others;
      for (const Finding& finding : exploration.findings) {
        if (finding.kind != Finding::Kind::race) continue;
        if (finding.object == claim.text) return "";
        others += (others.empty() ? "" : "; ") + finding.message;
      }
      if (claim.text == "none") return others.empty() ? unproved : others;
      return exploration.complete ? "there is no such race" : unproved;
    }
  }
  return "";
}

std::string to_junit(const std::vector<CheckedClaim>& checked) {
  const auto failures = std::count_if(checked.begin(), checked.end(),
                                      [](const CheckedClaim& each) { return !each.problem.empty(); });
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"lockstep check\" tests=\"" +
                    std::to_string(checked.size()) + "\" failures=\"" + std::to_string(failures) +
                    "\">\n";
  for (const CheckedClaim& each : checked) {
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.3f", each.seconds);
    xml += "  <testcase classname=\"" + escaped(each.file) + "\" name=\"" + escaped(each.claim.words()) +
           "\" time=\"" + seconds + "\"";
    xml += each.problem.empty() ? "/>\n"
                                : ">\n    <failure message=\"" + escaped(each.problem) + "\"/>\n  </testcase>\n";
  }
  return xml + "</testsuite>\n";
}

}  // namespace lockstep
