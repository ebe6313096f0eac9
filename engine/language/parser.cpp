#include "language/parser.h"

#include <algorithm>

#include "language/parser_core.h"
#include "language/source_text.h"
#include "language/syntax_diagnosis.h"
#include "language/syntax_report.h"
#include "text/unicode.h"

namespace lockstep {

using namespace ast;

namespace {

// In calls of the functions that recurse: a bracket takes two, with an operator before it three. In
// WebAssembly one costs at most 170 bytes of stack with all that lies between it and the next.
constexpr int kMaxDepth = 620;

Token limit_token(const TokenBuffer& buffer) {
  Token token = buffer.tokens.back();
  token.kind = TokenKind::end_marker;
  return token;
}

template <class Root, class Parse>
Result<Tree, SyntaxError> parse_source(std::string_view source, SourceOrigin origin,
                                       DiagnosisStart start, Parse&& parse) {
  auto decoded = decode_source(source);
  if (!decoded) return Failure(decoded.error());
  TokenBuffer buffer = read_tokens(decoded->text);
  buffer.is_file = origin == SourceOrigin::file;
  buffer.counts_bytes = buffer.is_file && !decoded->declares_encoding;
  if (start == DiagnosisStart::expression && (source.empty() || source.back() != '\n')) {
    buffer.lacks_line_end = true;
    for (Token& token : buffer.tokens) {
      if (token.end + 1 < buffer.source.size()) continue;
      if (token.kind == TokenKind::newline) token.span.column = token.span.end_column = -1;
      // An empty source has no first line either.
      if (source.empty()) token.span.line = token.span.end_line = 0;
    }
  }
  Tree tree;
  Parser parser(tree, buffer);
  if (Root* root = parse(parser)) {
    tree.set_root(root);
    tree.warnings = std::move(buffer.warnings);
    return tree;
  }
  if (parser.error() != nullptr) {
    return Failure(prefer_lexer_error(buffer, *parser.error(), parser.fill()));
  }
  return Failure(diagnose(tree, buffer, start, parser.fill()));
}

}  // namespace

Result<Tree, SyntaxError> parse_module(std::string_view source, SourceOrigin origin) {
  return parse_source<Module>(source, origin, DiagnosisStart::module,
                              [](Parser& parser) { return parser.parse_module(); });
}

Result<Tree, SyntaxError> parse_expression(std::string_view source) {
  // As eval() does.
  source.remove_prefix(std::min(source.find_first_not_of(" \t"), source.size()));
  return parse_source<Expression>(source, SourceOrigin::string, DiagnosisStart::expression,
                                  [](Parser& parser) { return parser.parse_expression_root(); });
}

TokenBuffer read_tokens(std::string_view source) {
  TokenBuffer buffer;
  buffer.source = source;
  buffer.tokens.reserve(source.size() / 4 + 8);
  Lexer lexer(source);
  do buffer.tokens.push_back(lexer.next());
  while (buffer.tokens.back().kind != TokenKind::end_marker &&
         buffer.tokens.back().kind != TokenKind::error);
  buffer.error = lexer.error();
  buffer.warnings = lexer.warnings();
  buffer.open_brackets = lexer.open_brackets();
  return buffer;
}

TokenBuffer read_replacement_field(std::string_view source, int32_t line, int32_t column) {
  TokenBuffer buffer = read_tokens(source);
  buffer.is_replacement_field = buffer.counts_bytes = true;
  buffer.first_line = line;
  buffer.first_column = column;
  for (Token& token : buffer.tokens) {
    SourceSpan& span = token.span;
    if (span.line == 1 && span.column >= 0) span.column += column;
    if (span.end_line == 1 && span.end_column >= 0) span.end_column += column;
    span.line += line - 1;
    span.end_line += line - 1;
  }
  return buffer;
}

Parser::Parser(Tree& tree, const TokenBuffer& buffer, int depth)
    : tree_(tree),
      buffer_(buffer),
      tokens_(buffer.tokens),
      stop_(limit_token(buffer)),
      kind_(buffer.tokens.front().kind),
      depth_(depth) {}

Parser::DepthGuard::DepthGuard(Parser& parser) : parser_(parser) {
  if (++parser.depth_ > kMaxDepth) {
    parser.set_error_at_last_token("expression or block nested too deeply");
  }
}

// ---- roots ----

Module* Parser::parse_module() {
  Collector<StatementNode> body(*this);
  if (!parse_statements(body) || kind() != TokenKind::end_marker) return nullptr;
  auto* module = tree_.make<Module>(SourceSpan());
  module->body = body.finish();
  return module;
}

Expression* Parser::parse_expression_root() {
  const size_t begin = position_;
  Collector<ExpressionNode> elements(*this);
  do {
    if (elements.size() > 0 && !starts_expression()) break;
    ExpressionNode* next = parse_expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
  } while (accept(TokenKind::comma));
  ExpressionNode* body = elements.at(0);
  if (tokens_[position_ - 1].kind == TokenKind::comma || elements.size() > 1) {
    auto* tuple = tree_.make<Tuple>(span_from(begin));
    tuple->elts = elements.finish();
    body = tuple;
  }
  while (accept(TokenKind::newline)) {
  }
  if (kind() != TokenKind::end_marker) return nullptr;
  auto* root = tree_.make<Expression>(SourceSpan());
  root->body = body;
  return root;
}

ExpressionNode* Parser::parse_replacement_field() { return parse_star_expressions(); }

// ---- tokens ----

const Token& Parser::token(size_t ahead) {
  const size_t index = position_ + ahead;
  if (index >= tokens_.size()) return stop_;
  fill_ = std::max(fill_, index + 1);
  return tokens_[index];
}

void Parser::move_to(size_t position) {
  position_ = std::min(position, tokens_.size());
  kind_ = token().kind;
}

bool Parser::accept(TokenKind kind) {
  if (kind_ != kind) return false;
  advance();
  return true;
}

bool Parser::at_soft_keyword(std::string_view word) {
  return kind_ == TokenKind::name && buffer_.text(token()) == word;
}

Identifier Parser::take_name() {
  if (kind_ != TokenKind::name) return {};
  const std::string_view text = buffer_.text(token());
  advance();
  // Python compares names in this form (PEP 3131).
  return is_ascii(text) ? tree_.intern(text) : tree_.intern(normalize_nfkc(text));
}

SourceSpan Parser::span_from(size_t begin) const {
  const SourceSpan& first = tokens_[begin].span;
  const SourceSpan& last = tokens_[position_ - 1].span;
  return {first.line, first.column, last.end_line, last.end_column};
}

// The line end and the dedents of a block do not count.
SourceSpan Parser::statement_span_from(size_t begin) const {
  size_t end = position_;
  while (tokens_[end - 1].kind == TokenKind::newline ||
         tokens_[end - 1].kind == TokenKind::dedent) {
    --end;
  }
  const SourceSpan& first = tokens_[begin].span;
  const SourceSpan& last = tokens_[end - 1].span;
  return {first.line, first.column, last.end_line, last.end_column};
}

bool Parser::starts_expression() const {
  switch (kind_) {
    case TokenKind::name:
    case TokenKind::number:
    case TokenKind::string:
    case TokenKind::kw_false:
    case TokenKind::kw_none:
    case TokenKind::kw_true:
    case TokenKind::kw_await:
    case TokenKind::kw_lambda:
    case TokenKind::kw_not:
    case TokenKind::lpar:
    case TokenKind::lsqb:
    case TokenKind::lbrace:
    case TokenKind::plus:
    case TokenKind::minus:
    case TokenKind::tilde:
    case TokenKind::star:
    case TokenKind::ellipsis: return true;
    default: return false;
  }
}

void Parser::set_error(SyntaxError error) {
  if (has_error_) return;
  has_error_ = true;
  error_ = std::move(error);
}

void Parser::set_error_at_last_token(std::string message) {
  set_error(error_at_token(buffer_, fill_ - 1, SyntaxErrorType::syntax_error, std::move(message)));
}

// ---- fragments ----

void Parser::limit_to(size_t begin, size_t end) {
  tokens_ = tokens_.first(end);
  move_to(begin);
}

ExpressionNode* Parser::parse_fragment(size_t begin, size_t end) {
  limit_to(begin, end);
  if (kind() == TokenKind::kw_yield) return parse_yield();
  ExpressionNode* first = nullptr;
  if (accept(TokenKind::star)) {
    // An argument's star takes any expression; elsewhere the tokens allow less anyway.
    ExpressionNode* value = parse_expression();
    if (value == nullptr) return nullptr;
    auto* starred = tree_.make<Starred>(span_from(begin));
    starred->value = value;
    first = starred;
  } else {
    first = parse_named_expression();
  }
  if (first == nullptr || kind() != TokenKind::comma) return first;
  move_to(begin);
  return parse_star_expressions();
}

Call* Parser::parse_arguments_fragment(size_t begin, size_t end) {
  limit_to(begin, end);
  ArgumentList list;
  if (!parse_arguments(list, TokenKind::end_marker)) return nullptr;
  auto* call = tree_.make<Call>(span_from(begin));
  call->args = list.args;
  call->keywords = list.keywords;
  return call;
}

ExpressionNode* Parser::last_of_clauses_fragment(size_t begin, size_t end) {
  limit_to(begin, end);
  Sequence<Comprehension> generators;
  if (!parse_generators(generators)) return nullptr;
  const Comprehension& last = *generators.back();
  return last.ifs.empty() ? last.iter : last.ifs.back();
}

Patterns Parser::parse_patterns_fragment(size_t begin, size_t end) {
  limit_to(begin, end);
  Collector<PatternNode> patterns(*this);
  do {
    PatternNode* pattern = parse_pattern();
    if (pattern == nullptr) break;
    patterns.add(pattern);
  } while (accept(TokenKind::comma));
  return patterns.finish();
}

void Parser::check_strings(size_t begin, size_t fill) {
  fill_ = fill;
  move_to(begin);
  parse_strings();
}

}  // namespace lockstep
