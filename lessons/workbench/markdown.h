#pragma once

#include <string>
#include <string_view>
#include <vector>

// A Markdown text as a flat list of blocks, ready to be laid out: nesting is an indent, a quote
// depth and a marker. CommonMark, read by md4c. Raw HTML is shown as text.
namespace lockstep {

// A stretch of text in one style.
struct MarkdownRun {
  std::string text;      // UTF-8; "\n" alone is a hard line break
  bool bold = false;
  bool italic = false;
  bool code = false;
  std::string link;      // where it leads; empty: nowhere

  bool same_style(const MarkdownRun& other) const {
    return bold == other.bold && italic == other.italic && code == other.code && link == other.link;
  }
  friend bool operator==(const MarkdownRun&, const MarkdownRun&) = default;
};

enum class MarkdownBlockKind : uint8_t { paragraph, heading, code, rule };

struct MarkdownBlock {
  MarkdownBlockKind kind = MarkdownBlockKind::paragraph;
  int level = 0;         // heading: 1 to 6
  int indent = 0;        // how many lists it stands in
  int quote = 0;         // how many quotes it stands in
  bool tight = false;    // stands close to the block above: an item of a tight list
  std::string marker;    // the first block of a list's item: "•", "1." …
  std::string language;  // code: the word after the fence
  std::string code;      // code: its text, each line ended
  std::vector<MarkdownRun> runs;  // paragraph, heading
};

struct MarkdownDocument {
  std::vector<MarkdownBlock> blocks;
};

MarkdownDocument parse_markdown(std::string_view text);

}  // namespace lockstep
