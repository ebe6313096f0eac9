#include "vm/traceback.h"

#include <algorithm>
#include <string>
#include <vector>

#include "language/ast.h"
#include "language/parser.h"
#include "vm/loaded_program.h"

namespace lockstep {

namespace {

constexpr int kMostRepeats = 3;

std::string_view strip(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\f'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Which bytes of an underlined expression get ^ while the others get ~: the operator of a binary
// operation, the brackets of a subscript. Equal: all get ^.
struct Anchor {
  size_t begin = 0;
  size_t end = 0;
};

Anchor find_anchor(std::string_view segment) {
  // CPython parses the segment by itself, so nothing of its surroundings can change what it is.
  auto parsed = parse_expression(segment);
  if (!parsed) return {};
  const ast::Node& root = *ast::as<ast::Expression>(parsed->root()).body;
  if (root.kind == ast::NodeKind::bin_op) {
    const auto* operation = &ast::as<ast::BinOp>(root);
    const auto begin = static_cast<size_t>(operation->left->span.end_column);
    const auto end = static_cast<size_t>(operation->right->span.column);
    const auto blank = [&](size_t i) { return segment[i] == ' ' || segment[i] == '\t'; };
    for (size_t i = begin; i < end && i < segment.size(); i++) {
      if (blank(i)) continue;
      const bool two = i + 1 < end && !blank(i + 1);
      return {i, i + (two ? 2u : 1u)};
    }
    return {};
  }
  if (root.kind == ast::NodeKind::subscript) {
    const auto* subscript = &ast::as<ast::Subscript>(root);
    return {static_cast<size_t>(subscript->value->span.end_column),
            static_cast<size_t>(subscript->slice->span.end_column) + 1};
  }
  return {};
}

std::string underline(const Program& program, const SourceSpan& span) {
  if (span.line <= 0 || static_cast<size_t>(span.line) > program.lines.size()) return "";
  const std::string_view full = program.lines[static_cast<size_t>(span.line) - 1];
  const std::string_view stripped = strip(full);
  if (stripped.empty()) return "";
  const auto indent = static_cast<size_t>(stripped.data() - full.data());
  const auto begin = static_cast<size_t>(span.column);
  const size_t line_end = indent + stripped.size();
  const bool one_line = span.line == span.end_line;
  const size_t end = one_line ? std::min(static_cast<size_t>(span.end_column), line_end) : line_end;
  if (begin < indent || end <= begin) return "";
  const Anchor anchor = one_line ? find_anchor(full.substr(begin, end - begin)) : Anchor{};
  const bool anchored = anchor.end > anchor.begin;
  if (!anchored && begin == indent && end == line_end) return "";
  std::string text = "    " + std::string(count_characters(full.substr(indent, begin - indent)), ' ');
  for (size_t i = begin; i < end; i++) {
    if ((full[i] & 0xC0) == 0x80) continue;
    const size_t place = i - begin;
    text += anchored && (place < anchor.begin || place >= anchor.end) ? '~' : '^';
  }
  return text + "\n";
}

}  // namespace

std::string format_location(const LoadedCode* code, uint32_t instruction, int32_t line) {
  const Program& program = *code->program->program;
  std::string text = "  File \"" + program.filename + "\", line " + std::to_string(line) + ", in " +
                     std::string(code->name->view()) + "\n";
  // Of text that was compiled while running there is no file to look the line up in.
  if (program.filename.starts_with('<')) return text;
  if (line <= 0 || static_cast<size_t>(line) > program.lines.size()) return text;
  const std::string_view source = strip(program.lines[static_cast<size_t>(line) - 1]);
  if (source.empty()) return text;
  text += "    " + std::string(source) + "\n";
  return text + underline(program, code->code->spans[instruction]);
}

std::string format_traceback(const TracebackObject* traceback) {
  std::string text;
  const TracebackObject* last = nullptr;
  int repeats = 0;
  auto finish_repeats = [&] {
    if (repeats > kMostRepeats) {
      const int more = repeats - kMostRepeats;
      text += "  [Previous line repeated " + std::to_string(more) + " more time" +
              (more == 1 ? "" : "s") + "]\n";
    }
    repeats = 0;
  };
  for (; traceback != nullptr; traceback = traceback->next) {
    if (traceback->code->is_library) continue;
    const bool same = last != nullptr && last->code == traceback->code &&
                      last->line == traceback->line;
    if (!same) {
      finish_repeats();
      last = traceback;
    }
    repeats++;
    if (repeats <= kMostRepeats) {
      text += format_location(traceback->code, traceback->instruction, traceback->line);
    }
  }
  finish_repeats();
  return text;
}

std::string format_warnings(const Program& program) {
  std::string text;
  const bool is_file = !program.filename.starts_with('<');
  for (const SyntaxWarning& warning : program.warnings) {
    text += program.filename + ":" + std::to_string(warning.line) + ": SyntaxWarning: " + warning.message + "\n";
    const auto line = static_cast<size_t>(warning.line);
    if (!is_file || line == 0 || line > program.lines.size()) continue;
    text += "  " + std::string(strip(program.lines[line - 1])) + "\n";
  }
  return text;
}

}  // namespace lockstep
