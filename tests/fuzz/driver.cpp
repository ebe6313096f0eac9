// Runs a fuzz target on every file that is named, and on so many changes of these: for builds without libFuzzer.
// The same files and numbers give the same inputs everywhere.
//
//   PROGRAM [--changes N] [--first NUMBER] [--words FILE] [--write FILE] PATH...
//
// Each change takes one of the files and does to it a few of the things that libFuzzer does: lines and words are
// lost, doubled, swapped, taken from another file or from the dictionary. Nothing guides it. --write puts each
// input in FILE before it is tried, so that the last one can be looked at when the target has ended the program.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "control/split_mix.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using lockstep::split_mix;

constexpr size_t kLongest = 4096;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Options {
  uint64_t changes = 0;
  uint64_t first = 1;
  std::string write_to;
  std::vector<std::string> words;
  std::vector<std::string> inputs;
};

void add_inputs(Options& options, const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (entry.is_regular_file() && entry.path().extension() == ".py") files.push_back(entry.path());
    }
  } else {
    files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::string text = read_file(file);
    if (text.size() <= kLongest || files.size() == 1) options.inputs.push_back(std::move(text));
  }
}

Options options_of(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; i++) {
    const std::string_view name = arguments[i];
    const bool has_value = i + 1 < count;
    if (name == "--changes" && has_value) {
      options.changes = std::strtoull(arguments[++i], nullptr, 10);
    } else if (name == "--first" && has_value) {
      options.first = std::strtoull(arguments[++i], nullptr, 10);
    } else if (name == "--write" && has_value) {
      options.write_to = arguments[++i];
    } else if (name == "--words" && has_value) {
      std::ifstream in(arguments[++i]);
      for (std::string line; std::getline(in, line);) {
        if (!line.empty()) options.words.push_back(line);
      }
    } else {
      add_inputs(options, std::filesystem::path(name));
    }
  }
  return options;
}

// The changed text of one number.
class Changer {
 public:
  Changer(const Options& options, uint64_t number) : options_(options), state_(number) {}

  std::string text() {
    std::string text = any(options_.inputs);
    for (uint64_t left = 1 + below(4); left > 0; left--) change(text);
    if (text.size() > kLongest) text.resize(kLongest);
    return text;
  }

 private:
  struct Piece {
    size_t begin;
    size_t size;
  };

  uint64_t below(uint64_t limit) { return limit == 0 ? 0 : split_mix(state_) % limit; }
  const std::string& any(const std::vector<std::string>& of) { return of[below(of.size())]; }

  // A line of `text`, with its end.
  Piece line(std::string_view text) {
    const size_t at = below(text.size());
    const size_t before = text.substr(0, at).rfind('\n');
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const size_t end = text.find('\n', begin);
    return {begin, (end == std::string_view::npos ? text.size() : end + 1) - begin};
  }

  // A run of letters and digits, or one other character.
  Piece word(std::string_view text) {
    const auto is_letter = [&](size_t i) {
      const char c = text[i];
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    size_t begin = below(text.size());
    size_t end = begin;
    if (end < text.size()) end++;
    if (begin < text.size() && is_letter(begin)) {
      while (begin > 0 && is_letter(begin - 1)) begin--;
      while (end < text.size() && is_letter(end)) end++;
    }
    return {begin, end - begin};
  }

  void change(std::string& text) {
    const std::string& other = any(options_.inputs);
    const bool lines = below(2) == 0;
    const Piece piece = lines ? line(text) : word(text);
    const Piece second = lines ? line(text) : word(text);
    const Piece found = lines ? line(other) : word(other);
    const std::string old = text.substr(piece.begin, piece.size);
    const std::string taken = other.substr(found.begin, found.size);
    switch (below(8)) {
      case 0: text.erase(piece.begin, piece.size); break;
      case 1: text.insert(piece.begin, old); break;
      case 2: text.replace(second.begin, second.size, old); break;
      case 3: text.replace(piece.begin, piece.size, taken); break;
      case 4: text.insert(piece.begin, taken); break;
      case 5: text.resize(piece.begin); break;
      case 6:
        if (!text.empty()) text[below(text.size())] = static_cast<char>(below(256));
        break;
      default:
        if (!options_.words.empty()) {
          const Piece place = word(text);
          text.replace(place.begin, place.size, any(options_.words));
        }
    }
  }

  const Options& options_;
  uint64_t state_;
};

}  // namespace

int main(int count, char** arguments) {
  const Options options = options_of(count, arguments);
  if (options.inputs.empty()) {
    std::cerr << "usage: " << arguments[0] << " [--changes N] [--first NUMBER] [--words FILE] [--write FILE] PATH...\n";
    return 2;
  }
  const auto attempt = [&](const std::string& text) {
    if (!options.write_to.empty()) std::ofstream(options.write_to, std::ios::binary) << text;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(text.data()), text.size());
  };
  for (const std::string& text : options.inputs) attempt(text);
  for (uint64_t i = 0; i < options.changes; i++) attempt(Changer(options, options.first + i).text());
  std::cout << options.inputs.size() << " inputs and " << options.changes << " changes of them\n";
  return 0;
}
