#include "workbench/markdown.h"

#include <doctest/doctest.h>

#include <string>

namespace lockstep {
namespace {

// A block in one line: kind, nesting, marker, and its runs with their styles in brackets.
std::string shown(const MarkdownBlock& block) {
  std::string text;
  switch (block.kind) {
    case MarkdownBlockKind::paragraph: text = "p"; break;
    case MarkdownBlockKind::heading: text = "h" + std::to_string(block.level); break;
    case MarkdownBlockKind::code: return "code(" + block.language + ") " + block.code;
    case MarkdownBlockKind::rule: return "rule";
  }
  text.append(size_t(block.indent), '>');
  text.append(size_t(block.quote), '|');
  if (!block.marker.empty()) text += block.marker;
  text += ' ';
  for (const MarkdownRun& run : block.runs) {
    std::string style;
    if (run.bold) style += 'b';
    if (run.italic) style += 'i';
    if (run.code) style += 'c';
    if (!run.link.empty()) style += "l:" + run.link;
    const std::string piece = run.text == "\n" ? "<br>" : run.text;
    text += style.empty() ? piece : "[" + style + " " + piece + "]";
  }
  return text;
}

std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> lines;
  for (const MarkdownBlock& block : parse_markdown(text).blocks) lines.push_back(shown(block));
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("markdown becomes blocks with runs of one style each") {
  CHECK(shown("# One\n\n## Two\nwords\nthat go on") == Lines{"h1 One", "h2 Two", "p words that go on"});
  CHECK(shown("a **b** *c* ***d*** `e  f`") == Lines{"p a [b b] [i c] [bi d] [c e  f]"});
  CHECK(shown("see [the *page*](http://x.org)!") == Lines{"p see [l:http://x.org the ][il:http://x.org page]!"});
  CHECK(shown("one  \ntwo\\\nthree") == Lines{"p one<br>two<br>three"});
  CHECK(shown("a &lt; b &amp; c <i>d</i>") == Lines{"p a < b & c <i>d</i>"});
  CHECK(shown("***\n") == Lines{"rule"});
  CHECK(shown("") == Lines{});
}

TEST_CASE("markdown keeps code as it is") {
  CHECK(shown("```python\nif x:\n    y *= 2\n```") == Lines{"code(python) if x:\n    y *= 2\n"});
  CHECK(shown("    plain\n") == Lines{"code() plain\n"});
}

TEST_CASE("markdown lists carry their markers") {
  CHECK(shown("- a\n- b `c`\n") == Lines{"p>\u2022 a", "p>\u2022 b [c c]"});
  CHECK(shown("3. a\n4. b\n") == Lines{"p>3. a", "p>4. b"});
  CHECK(shown("- a\n  - b\n- c\n") == Lines{"p>\u2022 a", "p>>\u2022 b", "p>\u2022 c"});
  CHECK(shown("- a\n\n  more\n- b\n") == Lines{"p>\u2022 a", "p> more", "p>\u2022 b"});
  CHECK(parse_markdown("- a\n- b\n").blocks[1].tight);
  CHECK(!parse_markdown("- a\n\n- b\n").blocks[1].tight);
}

TEST_CASE("markdown quotes nest") {
  CHECK(shown("> said\n> > again\n") == Lines{"p| said", "p|| again"});
}

}  // namespace
}  // namespace lockstep
