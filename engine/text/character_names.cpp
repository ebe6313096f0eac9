#include "text/character_names.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

// The table is one text of entries, each the name of a character: how many words it shares with the name
// before (twice that, plus one when its code point is not the next one, which then follows as four digits),
// how many words come after these, and the words' numbers. kWords has all words, the most frequent first,
// each followed by a space. Digits are characters, of base 90. Numbers of frequent words take one digit, others
// two or three, as the first of them tells. So 32,000 names are 230 KB of text, read from the beginning for
// each name that is asked for; a program asks for few.
namespace lockstep {

namespace {

constexpr uint32_t kBase = 90;
constexpr uint32_t kOneDigit = 30;    // below this a word's number is the digit itself
constexpr uint32_t kTwoDigits = 75;   // below this it takes a second digit, else two more
constexpr uint32_t kUnknown = UINT32_MAX;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }

  uint32_t digit() {
    const char c = text_[at_++];
    return static_cast<uint32_t>(c - '#') - (c > '?' ? 1 : 0) - (c > '\\' ? 1 : 0);
  }

  uint32_t number(int width) {
    uint32_t value = 0;
    while (width-- > 0) value = value * kBase + digit();
    return value;
  }

  uint32_t word() {
    const uint32_t first = digit();
    if (first < kOneDigit) return first;
    if (first < kTwoDigits) return kOneDigit + (first - kOneDigit) * kBase + digit();
    return kOneDigit + (kTwoDigits - kOneDigit) * kBase + (first - kTwoDigits) * kBase * kBase + number(2);
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const size_t end = text.find(' ');
    words.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return words;
    text.remove_prefix(end + 1);
  }
}

// The words' numbers; empty when there is a word that no name has.
std::vector<uint32_t> numbers_of(const std::vector<std::string_view>& words) {
  std::vector<uint32_t> numbers(words.size(), kUnknown);
  uint32_t number = 0;
  for (std::string_view rest = character_name_table::kWords; !rest.empty(); ++number) {
    const size_t end = rest.find(' ');
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] == rest.substr(0, end)) numbers[i] = number;
    }
    rest.remove_prefix(end + 1);
  }
  if (std::ranges::find(numbers, kUnknown) != numbers.end()) numbers.clear();
  return numbers;
}

std::optional<char32_t> named_by_words(std::string_view name) {
  const std::vector<uint32_t> wanted = numbers_of(split(name));
  if (wanted.empty()) return std::nullopt;
  Reader reader(character_name_table::kNames);
  std::vector<uint32_t> words;
  uint32_t code = UINT32_MAX;   // the first entry's follows it
  while (!reader.at_end()) {
    const uint32_t head = reader.digit();
    code = head % 2 == 0 ? code + 1 : reader.number(4);
    words.resize(head / 2);
    for (uint32_t count = reader.digit(); count > 0; --count) words.push_back(reader.word());
    if (words == wanted) return static_cast<char32_t>(code);
  }
  return std::nullopt;
}

std::optional<char32_t> named_by_number(std::string_view name) {
  for (const auto& range : character_name_table::kNumbered) {
    if (!name.starts_with(range.prefix)) continue;
    const std::string_view digits = name.substr(range.prefix.size());
    if (digits.size() < 4 || digits.size() > 5) continue;
    char32_t code = 0;
    bool is_number = true;
    for (char c : digits) {
      const bool is_letter = c >= 'A' && c <= 'F';
      is_number = is_number && (is_letter || (c >= '0' && c <= '9'));
      code = code * 16 + static_cast<char32_t>(is_letter ? c - 'A' + 10 : c - '0');
    }
    if (is_number && digits[0] != '0' && code >= range.first && code <= range.last) return code;
  }
  return std::nullopt;
}

// Unicode, section 3.12: a syllable's name is those of its letters.
std::optional<char32_t> named_by_letters(std::string_view name) {
  constexpr std::string_view kPrefix = "HANGUL SYLLABLE ";
  static constexpr std::string_view kLeading[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                                  "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
  static constexpr std::string_view kVowel[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                                "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
  static constexpr std::string_view kTrailing[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG",
                                                   "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
                                                   "SS", "NG", "J", "C", "K", "T", "P", "H"};
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  for (size_t l = 0; l < std::size(kLeading); ++l) {
    if (!name.starts_with(kLeading[l])) continue;
    for (size_t v = 0; v < std::size(kVowel); ++v) {
      const std::string_view rest = name.substr(kLeading[l].size());
      if (!rest.starts_with(kVowel[v])) continue;
      for (size_t t = 0; t < std::size(kTrailing); ++t) {
        if (rest.substr(kVowel[v].size()) != kTrailing[t]) continue;
        return static_cast<char32_t>(0xAC00 + (l * std::size(kVowel) + v) * std::size(kTrailing) + t);
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<char32_t> character_by_name(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (const auto found = named_by_number(upper)) return found;
  if (const auto found = named_by_letters(upper)) return found;
  return named_by_words(upper);
}

}  // namespace lockstep
