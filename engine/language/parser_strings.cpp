#include "language/parser_core.h"
#include "language/string_escapes.h"
#include "language/syntax_diagnosis.h"
#include "language/syntax_report.h"

// String literals: adjacent ones are joined, escapes decoded, f-strings taken apart. In 3.11 an
// f-string is one token; the replacement fields inside are found by counting brackets and quotes,
// and each is then parsed as a little source of its own, in parentheses. All nodes but those of
// the fields' expressions carry the place of the whole joined literal.

namespace lockstep {

using namespace ast;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

char opening_bracket(char closing) {
  return closing == ')' ? '(' : closing == ']' ? '[' : '{';
}

struct Prefix {
  bool is_bytes = false;
  bool is_raw = false;
  bool is_format = false;
  size_t size = 0;
};

Prefix read_prefix(std::string_view literal) {
  Prefix prefix;
  for (; literal[prefix.size] != '"' && literal[prefix.size] != '\''; ++prefix.size) {
    switch (literal[prefix.size] | 0x20) {
      case 'b': prefix.is_bytes = true; break;
      case 'r': prefix.is_raw = true; break;
      case 'f': prefix.is_format = true; break;
      default: break;
    }
  }
  return prefix;
}

}  // namespace

// The text and the fields met so far of one joined literal, or of one format specification.
class Parser::Strings {
 public:
  Strings(Parser& parser, SourceSpan span, bool unicode_prefix)
      : parser_(parser), span_(span), unicode_prefix_(unicode_prefix) {}

  bool add_literal(const Token& token, std::string_view body, const Prefix& prefix);
  ExpressionNode* finish();

 private:
  // Where in an f-string's token the reading is.
  struct Cursor {
    const Token& token;
    std::string_view body;
    size_t at;
    bool is_raw;
    char current() const { return body[at]; }
    bool at_end() const { return at >= body.size(); }
  };

  bool fail(std::string message);
  bool add_text(std::string_view body, bool is_raw);
  bool add_format(Cursor& cursor, int nesting);
  bool add_format_text(Cursor& cursor, int nesting, bool& more_text);
  bool add_field(Cursor& cursor, int nesting);
  bool skip_expression(Cursor& cursor);
  ExpressionNode* parse_field(const Cursor& cursor, size_t begin, size_t end);
  void flush_text();

  Parser& parser_;
  SourceSpan span_;
  bool unicode_prefix_;
  bool is_format_ = false;
  std::string text_;
  std::vector<ExpressionNode*> values_;
};

ExpressionNode* Parser::parse_strings() {
  const size_t begin = position_;
  while (kind() == TokenKind::string) advance();
  const size_t end = position_;
  const SourceSpan span = span_from(begin);
  const bool is_bytes = read_prefix(buffer_.text(tokens_[begin])).is_bytes;
  Strings strings(*this, span, buffer_.text(tokens_[begin])[0] == 'u');
  std::string bytes;
  for (size_t i = begin; i < end; ++i) {
    const std::string_view literal = buffer_.text(tokens_[i]);
    const Prefix prefix = read_prefix(literal);
    std::string_view body = literal.substr(prefix.size);
    const size_t quotes = body.size() >= 6 && body[1] == body[0] && body[2] == body[0] ? 3 : 1;
    body = body.substr(quotes, body.size() - 2 * quotes);
    if (prefix.is_bytes) {
      for (char c : body) {
        if (static_cast<unsigned char>(c) < 0x80) continue;
        set_error_at_last_token("bytes can only contain ASCII literal characters");
        return nullptr;
      }
    }
    if (prefix.is_bytes != is_bytes) {
      set_error_at_last_token("cannot mix bytes and nonbytes literals");
      return nullptr;
    }
    std::string error;
    if (!is_bytes) {
      if (!strings.add_literal(tokens_[i], body, prefix)) return nullptr;
    } else if (prefix.is_raw) {
      bytes += body;
    } else if (!decode_bytes_escapes(body, bytes, error)) {
      set_error_at_last_token(std::move(error));
      return nullptr;
    }
  }
  if (!is_bytes) return strings.finish();
  auto* constant = tree_.make<Constant>(span);
  constant->type = ConstantType::bytes;
  constant->text = tree_.intern(bytes);
  return constant;
}

// ---- joining ----

bool Parser::Strings::fail(std::string message) {
  parser_.set_error_at_last_token(std::move(message));
  return false;
}

bool Parser::Strings::add_literal(const Token& token, std::string_view body,
                                  const Prefix& prefix) {
  if (!prefix.is_format) return add_text(body, prefix.is_raw);
  Cursor cursor{token, body, 0, prefix.is_raw};
  return add_format(cursor, 0);
}

bool Parser::Strings::add_text(std::string_view body, bool is_raw) {
  if (is_raw) {
    text_ += body;
    return true;
  }
  std::string error;
  return decode_text_escapes(body, text_, error) || fail(std::move(error));
}

void Parser::Strings::flush_text() {
  if (text_.empty()) return;
  auto* constant = parser_.tree_.make<Constant>(span_);
  constant->type = ConstantType::string;
  constant->text = parser_.tree_.intern(text_);
  constant->unicode_prefix = unicode_prefix_;
  values_.push_back(constant);
  text_.clear();
}

ExpressionNode* Parser::Strings::finish() {
  Tree& tree = parser_.tree_;
  if (!is_format_) {
    auto* constant = tree.make<Constant>(span_);
    constant->type = ConstantType::string;
    constant->text = tree.intern(text_);
    constant->unicode_prefix = unicode_prefix_;
    return constant;
  }
  flush_text();
  auto* joined = tree.make<JoinedStr>(span_);
  std::span<ExpressionNode*> slots = tree.make_sequence<ExpressionNode>(values_.size());
  for (size_t i = 0; i < values_.size(); ++i) slots[i] = values_[i];
  joined->values = slots;
  return joined;
}

// ---- f-strings ----

// An f-string, or (nesting > 0) the format specification of one of its fields.
bool Parser::Strings::add_format(Cursor& cursor, int nesting) {
  is_format_ = true;
  for (;;) {
    bool more_text = false;
    if (!add_format_text(cursor, nesting, more_text)) return false;
    if (more_text) continue;
    if (cursor.at_end() || cursor.current() == '}') break;
    if (!add_field(cursor, nesting)) return false;
  }
  if (nesting > 0 && (cursor.at_end() || cursor.current() != '}')) {
    return fail("f-string: expecting '}'");
  }
  return true;
}

// Text up to a field or the end. `more_text`: it ended behind a doubled brace, so that more text
// may follow directly.
bool Parser::Strings::add_format_text(Cursor& cursor, int nesting, bool& more_text) {
  const size_t begin = cursor.at;
  const std::string_view body = cursor.body;
  size_t end = body.size();
  while (!cursor.at_end()) {
    char c = body[cursor.at++];
    if (!cursor.is_raw && c == '\\' && !cursor.at_end()) {
      c = body[cursor.at++];
      if (c == 'N') {
        // The braces of `\N{...}` hold no expression.
        if (!cursor.at_end() && body[cursor.at++] == '{') {
          while (!cursor.at_end() && body[cursor.at++] != '}') {
          }
        }
        continue;
      }
    }
    if (c != '{' && c != '}') continue;
    end = cursor.at - 1;
    if (nesting == 0) {
      if (!cursor.at_end() && body[cursor.at] == c) {
        end = cursor.at++;
        more_text = true;
        break;
      }
      if (c == '}') return fail("f-string: single '}' is not allowed");
    }
    --cursor.at;
    break;
  }
  return add_text(body.substr(begin, end - begin), cursor.is_raw);
}

// Moves behind the expression of a field, to the character that ends it.
bool Parser::Strings::skip_expression(Cursor& cursor) {
  const std::string_view body = cursor.body;
  std::string brackets;
  char quote = '\0';
  bool is_triple = false;
  auto follows = [&](size_t ahead, char c) {
    return cursor.at + ahead < body.size() && body[cursor.at + ahead] == c;
  };
  for (; !cursor.at_end(); ++cursor.at) {
    const char c = cursor.current();
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote != '\0') {
      if (c != quote) continue;
      if (is_triple) {
        if (!follows(1, c) || !follows(2, c)) continue;
        cursor.at += 2;
      }
      quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
      is_triple = follows(1, c) && follows(2, c);
      if (is_triple) cursor.at += 2;
    } else if (c == '(' || c == '[' || c == '{') {
      if (brackets.size() >= kMaxBrackets) return fail("f-string: too many nested parenthesis");
      brackets.push_back(c);
    } else if (c == '#') {
      return fail("f-string expression part cannot include '#'");
    } else if (brackets.empty() && (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' ||
                                    c == '>')) {
      if (c != ':' && c != '}' && follows(1, '=')) {
        ++cursor.at;  // a comparison
      } else if (c != '<' && c != '>') {
        break;
      }
    } else if (c == ')' || c == ']' || c == '}') {
      if (brackets.empty()) return fail(std::string("f-string: unmatched '") + c + "'");
      const char opening = brackets.back();
      brackets.pop_back();
      if (opening != opening_bracket(c)) {
        return fail(std::string("f-string: closing parenthesis '") + c +
                    "' does not match opening parenthesis '" + opening + "'");
      }
    }
  }
  if (quote != '\0') return fail("f-string: unterminated string");
  if (!brackets.empty()) return fail(std::string("f-string: unmatched '") + brackets.back() + "'");
  return true;
}

bool Parser::Strings::add_field(Cursor& cursor, int nesting) {
  if (nesting >= 2) return fail("f-string: expressions nested too deeply");
  auto ended = [&] { return cursor.at_end() ? !fail("f-string: expecting '}'") : false; };
  const size_t begin = ++cursor.at;
  if (!skip_expression(cursor) || ended()) return false;
  const size_t end = cursor.at;
  ExpressionNode* value = parse_field(cursor, begin, end);
  if (value == nullptr) return false;
  bool shows_source = false;
  if (cursor.current() == '=') {
    ++cursor.at;
    while (!cursor.at_end() && (is_blank(cursor.current()) || cursor.current() == '\v')) {
      ++cursor.at;
    }
    if (ended()) return false;
    text_ += cursor.body.substr(begin, cursor.at - begin);
    shows_source = true;
  }
  int32_t conversion = -1;
  if (cursor.current() == '!') {
    ++cursor.at;
    if (ended()) return false;
    conversion = static_cast<unsigned char>(cursor.body[cursor.at++]);
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    if (ended()) return false;
  }
  ExpressionNode* format_spec = nullptr;
  if (cursor.current() == ':') {
    ++cursor.at;
    if (ended()) return false;
    Strings specification(parser_, span_, unicode_prefix_);
    if (!specification.add_format(cursor, nesting + 1)) return false;
    // What is made at the end of it has this one literal's place, whatever others are joined.
    specification.span_ = cursor.token.span;
    format_spec = specification.finish();
  }
  if (cursor.at_end() || cursor.current() != '}') return fail("f-string: expecting '}'");
  ++cursor.at;
  if (shows_source && format_spec == nullptr && conversion == -1) conversion = 'r';
  flush_text();
  auto* field = parser_.tree_.make<FormattedValue>(span_);
  field->value = value;
  field->conversion = conversion;
  field->format_spec = format_spec;
  values_.push_back(field);
  return true;
}

ExpressionNode* Parser::Strings::parse_field(const Cursor& cursor, size_t begin, size_t end) {
  const std::string_view body = cursor.body;
  size_t first = begin;
  while (first < end && is_blank(body[first])) ++first;
  if (first == end) {
    const char c = body[end];
    if (c == '!' || c == ':' || c == '=') {
      fail(std::string("f-string: expression required before '") + c + "'");
    } else {
      fail("f-string: empty expression not allowed");
    }
    return nullptr;
  }
  // The brace's place in the source. Where a line end follows it directly, CPython counts columns
  // from the start of the line, which shows in the place of a tuple.
  const std::string_view source = parser_.buffer_.source;
  const auto body_begin = static_cast<size_t>(body.data() - source.data());
  const size_t brace = body_begin + begin - 1;
  int32_t line = cursor.token.span.line;
  size_t line_begin = cursor.token.begin;
  for (size_t i = cursor.token.begin; i < brace; ++i) {
    if (source[i] == '\n') {
      ++line;
      line_begin = i + 1;
    }
  }
  const bool is_first_line = line == cursor.token.span.line;
  size_t blank = begin;
  while (blank < end && (body[blank] == ' ' || body[blank] == '\t' || body[blank] == '\f')) ++blank;
  const bool newline_follows = blank < end && body[blank] == '\n';
  int32_t column = newline_follows ? 0 : static_cast<int32_t>(brace - line_begin);
  if (is_first_line) column += cursor.token.span.column;

  std::string field = "(";
  field += body.substr(begin, end - begin);
  field += ")\n";
  const TokenBuffer buffer = read_replacement_field(field, line, column);
  Parser parser(parser_.tree_, buffer, parser_.depth_);
  DepthGuard guard(parser);
  if (!guard) {
    parser_.set_error(*parser.error());
    return nullptr;
  }
  ExpressionNode* value = parser.parse_replacement_field();
  if (value != nullptr) return value;
  if (parser.error() != nullptr) {
    parser_.set_error(prefer_lexer_error(buffer, *parser.error(), parser.fill()));
  } else {
    parser_.set_error(
        diagnose(parser_.tree_, buffer, DiagnosisStart::replacement_field, parser.fill()));
  }
  return nullptr;
}

}  // namespace lockstep
