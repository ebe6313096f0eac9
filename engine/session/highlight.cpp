#include "session/highlight.h"

#include <algorithm>
#include <array>

#include "language/lexer.h"

namespace lockstep {
namespace {

// Sorted: found by bisection.
constexpr auto kBuiltins = std::to_array<std::string_view>({
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BlockingIOError",
    "BufferError", "EOFError", "Exception", "FileNotFoundError", "ImportError", "IndexError",
    "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "NameError",
    "NotImplementedError", "OSError", "OverflowError", "RecursionError", "RuntimeError",
    "StopAsyncIteration", "StopIteration", "SyntaxError", "SystemExit", "TimeoutError",
    "TypeError", "UnicodeError", "ValueError", "ZeroDivisionError", "__import__", "abs", "aiter",
    "all", "anext", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr",
    "classmethod", "compile", "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval",
    "exec", "exit", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr",
    "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list",
    "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow",
    "print", "property", "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted",
    "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip"});

bool is_builtin(std::string_view name) {
  return std::binary_search(kBuiltins.begin(), kBuiltins.end(), name);
}

// Reads the tokens with one of memory: what the one before was decides what a name is.
class Highlighter {
 public:
  explicit Highlighter(std::string_view source)
      : source_(source), lexer_(source, LexerMode::tolerant) {
    line_begins_.push_back(0);
    for (size_t at = 0; at < source.size(); ++at) {
      if (source[at] == '\n') line_begins_.push_back(at + 1);
    }
  }

  std::vector<HighlightSpan> run() {
    for (Token token = lexer_.next(); token.kind != TokenKind::end_marker; token = lexer_.next()) {
      const bool begins_line = token.span.line != last_line_;
      last_line_ = token.span.end_line;
      add(token, kind_of(token, begins_line));
      if (token.kind != TokenKind::comment) before_ = token.kind;
    }
    return std::move(spans_);
  }

 private:
  HighlightKind kind_of(const Token& token, bool begins_line) {
    if (token.is_broken) return HighlightKind::error;
    if (token.kind == TokenKind::at && begins_line) in_decorator_ = true;
    else if (begins_line) in_decorator_ = false;
    switch (token.kind) {
      case TokenKind::comment: return HighlightKind::comment;
      case TokenKind::string: return HighlightKind::string;
      case TokenKind::number: return HighlightKind::number;
      case TokenKind::error:
      case TokenKind::unknown_character: return HighlightKind::error;
      case TokenKind::kw_none:
      case TokenKind::kw_true:
      case TokenKind::kw_false:
      case TokenKind::ellipsis: return HighlightKind::constant;
      case TokenKind::name: return kind_of_name(token, begins_line);
      default: break;
    }
    if (is_keyword(token.kind)) return HighlightKind::keyword;
    return in_decorator_ && token.level == 0 ? HighlightKind::decorator : HighlightKind::punctuation;
  }

  HighlightKind kind_of_name(const Token& token, bool begins_line) const {
    const std::string_view name = source_.substr(token.begin, token.end - token.begin);
    if (before_ == TokenKind::kw_def || before_ == TokenKind::kw_class) {
      return HighlightKind::definition;
    }
    if (in_decorator_ && token.level == 0) return HighlightKind::decorator;
    if (before_ == TokenKind::dot) return HighlightKind::attribute;
    if (begins_line && (name == "match" || name == "case") && opens_block(token)) {
      return HighlightKind::keyword;
    }
    return is_builtin(name) ? HighlightKind::builtin : HighlightKind::plain;
  }

  // A soft keyword heads a block: a colon comes later in its line, and no operator follows it at once.
  bool opens_block(const Token& token) const {
    const size_t line_end = std::min(source_.find('\n', token.end), source_.size());
    const std::string_view rest = source_.substr(token.end, line_end - token.end);
    const size_t first = rest.find_first_not_of(' ');
    if (first == 0 || first == std::string_view::npos) return false;
    return rest.find(':') != std::string_view::npos &&
           std::string_view("=.,:)]}").find(rest[first]) == std::string_view::npos;
  }

  void add(const Token& token, HighlightKind kind) {
    if (kind == HighlightKind::plain || token.begin == token.end) return;
    const auto line = std::upper_bound(line_begins_.begin(), line_begins_.end(), token.begin);
    size_t index = size_t(line - line_begins_.begin()) - 1;
    for (; index < line_begins_.size() && line_begins_[index] < token.end; ++index) {
      const size_t begin = line_begins_[index];
      const size_t end = index + 1 < line_begins_.size() ? line_begins_[index + 1] - 1 : source_.size();
      const HighlightSpan span{int32_t(index + 1),
                               int32_t(std::max<size_t>(token.begin, begin) - begin),
                               int32_t(std::min<size_t>(token.end, end) - begin), kind};
      if (span.begin < span.end) spans_.push_back(span);
    }
  }

  std::string_view source_;
  Lexer lexer_;
  std::vector<size_t> line_begins_;
  std::vector<HighlightSpan> spans_;
  TokenKind before_ = TokenKind::newline;
  int32_t last_line_ = 0;
  bool in_decorator_ = false;
};

}  // namespace

std::vector<HighlightSpan> highlight_python(std::string_view source) {
  return Highlighter(source).run();
}

}  // namespace lockstep
