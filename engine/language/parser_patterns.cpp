#include "language/parser_core.h"

// The match statement and its patterns (PEP 634).

namespace lockstep {

using namespace ast;

// Null without an error also where this turns out not to be a match statement at all.
StatementNode* Parser::parse_match() {
  const size_t begin = position_;
  advance();
  ExpressionNode* subject = parse_subject();
  if (subject == nullptr || !accept(TokenKind::colon) || !accept(TokenKind::newline) ||
      !accept(TokenKind::indent)) {
    return nullptr;
  }
  DepthGuard guard(*this);
  if (!guard) return nullptr;
  Collector<MatchCase> cases(*this);
  do {
    MatchCase* next = parse_case();
    if (next == nullptr) return nullptr;
    cases.add(next);
  } while (kind() != TokenKind::dedent);
  advance();
  auto* statement = tree_.make<Match>(statement_span_from(begin));
  statement->subject = subject;
  statement->cases = cases.finish();
  return statement;
}

ExpressionNode* Parser::parse_subject() {
  if (!starts_expression()) return nullptr;
  const size_t begin = position_;
  ExpressionNode* first = parse_star_named_expression();
  if (first == nullptr) return nullptr;
  if (kind() != TokenKind::comma) {
    return first->kind == NodeKind::starred ? nullptr : first;
  }
  Collector<ExpressionNode> elements(*this);
  elements.add(first);
  while (accept(TokenKind::comma) && starts_expression()) {
    ExpressionNode* next = parse_star_named_expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = tree_.make<Tuple>(span_from(begin));
  tuple->elts = elements.finish();
  return tuple;
}

MatchCase* Parser::parse_case() {
  if (!at_soft_keyword("case")) return nullptr;
  advance();
  PatternNode* pattern = parse_patterns();
  if (pattern == nullptr) return nullptr;
  ExpressionNode* guard = nullptr;
  if (accept(TokenKind::kw_if)) {
    guard = parse_named_expression();
    if (guard == nullptr) return nullptr;
  }
  Statements body;
  if (!accept(TokenKind::colon) || !parse_block(body)) return nullptr;
  auto* result = tree_.make<MatchCase>(SourceSpan());
  result->pattern = pattern;
  result->guard = guard;
  result->body = body;
  return result;
}

// One pattern, or a sequence without brackets.
PatternNode* Parser::parse_patterns() {
  const size_t begin = position_;
  PatternNode* first = parse_maybe_star_pattern();
  if (first == nullptr) return nullptr;
  if (kind() != TokenKind::comma) return first->kind == NodeKind::match_star ? nullptr : first;
  Collector<PatternNode> patterns(*this);
  patterns.add(first);
  while (accept(TokenKind::comma) && kind() != TokenKind::colon && kind() != TokenKind::kw_if) {
    PatternNode* next = parse_maybe_star_pattern();
    if (next == nullptr) return nullptr;
    patterns.add(next);
  }
  auto* sequence = tree_.make<MatchSequence>(span_from(begin));
  sequence->patterns = patterns.finish();
  return sequence;
}

// A name that a pattern can bind: not part of a dotted name, a call or a keyword.
bool Parser::at_capture() {
  if (kind() != TokenKind::name || at_soft_keyword("_")) return false;
  const TokenKind next = kind_after(1);
  return next != TokenKind::dot && next != TokenKind::lpar && next != TokenKind::equal;
}

PatternNode* Parser::parse_maybe_star_pattern() {
  if (kind() != TokenKind::star) return parse_pattern();
  const size_t begin = position_;
  advance();
  Identifier name;
  if (at_soft_keyword("_")) {
    advance();
  } else if (at_capture()) {
    name = take_name();
  } else {
    return nullptr;
  }
  auto* star = tree_.make<MatchStar>(span_from(begin));
  star->name = name;
  return star;
}

PatternNode* Parser::parse_pattern() {
  DepthGuard guard(*this);
  if (!guard) return nullptr;
  const size_t begin = position_;
  PatternNode* pattern = parse_or_pattern();
  if (pattern == nullptr || !accept(TokenKind::kw_as)) return pattern;
  if (!at_capture()) return nullptr;
  const Identifier name = take_name();
  auto* result = tree_.make<MatchAs>(span_from(begin));
  result->pattern = pattern;
  result->name = name;
  return result;
}

PatternNode* Parser::parse_or_pattern() {
  const size_t begin = position_;
  PatternNode* first = parse_closed_pattern();
  if (first == nullptr || kind() != TokenKind::vbar) return first;
  Collector<PatternNode> patterns(*this);
  patterns.add(first);
  while (accept(TokenKind::vbar)) {
    PatternNode* next = parse_closed_pattern();
    if (next == nullptr) return nullptr;
    patterns.add(next);
  }
  auto* result = tree_.make<MatchOr>(span_from(begin));
  result->patterns = patterns.finish();
  return result;
}

PatternNode* Parser::parse_closed_pattern() {
  const size_t begin = position_;
  switch (kind()) {
    case TokenKind::kw_none:
    case TokenKind::kw_true:
    case TokenKind::kw_false: {
      auto* singleton = tree_.make<MatchSingleton>(token().span);
      singleton->value = kind() == TokenKind::kw_none   ? ConstantType::none
                         : kind() == TokenKind::kw_true ? ConstantType::true_
                                                        : ConstantType::false_;
      advance();
      return singleton;
    }
    case TokenKind::minus:
    case TokenKind::number:
    case TokenKind::string: {
      ExpressionNode* value = parse_literal_pattern_value();
      if (value == nullptr) return nullptr;
      auto* result = tree_.make<MatchValue>(span_from(begin));
      result->value = value;
      return result;
    }
    case TokenKind::name: return parse_name_pattern();
    case TokenKind::lpar:
    case TokenKind::lsqb: return parse_bracket_pattern();
    case TokenKind::lbrace: return parse_mapping_pattern();
    default: return nullptr;
  }
}

PatternNode* Parser::parse_name_pattern() {
  const size_t begin = position_;
  const TokenKind next = kind_after(1);
  if (next != TokenKind::dot && next != TokenKind::lpar) {
    // A wildcard may stand before `=`, a capture may not.
    const bool is_wildcard = at_soft_keyword("_");
    if (!is_wildcard && next == TokenKind::equal) return nullptr;
    auto* capture = tree_.make<MatchAs>(token().span);
    const Identifier name = take_name();
    if (!is_wildcard) capture->name = name;
    return capture;
  }
  ExpressionNode* value = parse_attribute_chain();
  if (value == nullptr) return nullptr;
  if (kind() == TokenKind::lpar) return parse_class_pattern(begin, value);
  if (kind() == TokenKind::equal) return nullptr;
  auto* result = tree_.make<MatchValue>(span_from(begin));
  result->value = value;
  return result;
}

ExpressionNode* Parser::parse_attribute_chain() {
  const size_t begin = position_;
  auto* name = tree_.make<Name>(token().span);
  name->id = take_name();
  ExpressionNode* node = name;
  while (accept(TokenKind::dot)) {
    const Identifier attr = take_name();
    if (attr.data() == nullptr) return nullptr;
    auto* attribute = tree_.make<Attribute>(span_from(begin));
    attribute->value = node;
    attribute->attr = attr;
    node = attribute;
  }
  return node;
}

PatternNode* Parser::parse_class_pattern(size_t begin, ExpressionNode* cls) {
  advance();
  Collector<PatternNode> positional(*this);
  std::vector<Identifier> names;
  std::vector<PatternNode*> named;
  while (kind() != TokenKind::rpar) {
    if (kind() == TokenKind::name && kind_after(1) == TokenKind::equal) {
      names.push_back(take_name());
      advance();
      named.push_back(parse_pattern());
      if (named.back() == nullptr) return nullptr;
    } else {
      PatternNode* pattern = names.empty() ? parse_pattern() : nullptr;
      if (pattern == nullptr) return nullptr;
      positional.add(pattern);
    }
    if (!accept(TokenKind::comma)) break;
  }
  if (!accept(TokenKind::rpar)) return nullptr;
  auto* result = tree_.make<MatchClass>(span_from(begin));
  result->cls = cls;
  result->patterns = positional.finish();
  result->kwd_attrs = tree_.copy<Identifier>(names);
  std::span<PatternNode*> slots = tree_.make_sequence<PatternNode>(named.size());
  for (size_t i = 0; i < named.size(); ++i) slots[i] = named[i];
  result->kwd_patterns = slots;
  return result;
}

// A sequence, or in parentheses perhaps only a group.
PatternNode* Parser::parse_bracket_pattern() {
  const size_t begin = position_;
  const bool is_list = kind() == TokenKind::lsqb;
  const TokenKind end = is_list ? TokenKind::rsqb : TokenKind::rpar;
  advance();
  Collector<PatternNode> patterns(*this);
  bool saw_comma = false;
  while (kind() != end) {
    PatternNode* next = parse_maybe_star_pattern();
    if (next == nullptr) return nullptr;
    patterns.add(next);
    if (!accept(TokenKind::comma)) break;
    saw_comma = true;
  }
  if (!accept(end)) return nullptr;
  if (!is_list && !saw_comma && patterns.size() == 1) {
    return patterns.at(0)->kind == NodeKind::match_star ? nullptr : patterns.at(0);
  }
  auto* sequence = tree_.make<MatchSequence>(span_from(begin));
  sequence->patterns = patterns.finish();
  return sequence;
}

PatternNode* Parser::parse_mapping_pattern() {
  const size_t begin = position_;
  advance();
  std::vector<ExpressionNode*> keys;
  std::vector<PatternNode*> patterns;
  Identifier rest;
  while (kind() != TokenKind::rbrace) {
    if (rest.data() != nullptr) return nullptr;  // `**rest` comes last
    if (accept(TokenKind::double_star)) {
      if (!at_capture()) return nullptr;
      rest = take_name();
    } else {
      ExpressionNode* key = nullptr;
      if (kind() == TokenKind::name) {
        key = kind_after(1) == TokenKind::dot ? parse_attribute_chain() : nullptr;
      } else {
        key = parse_literal_pattern_value();
      }
      if (key == nullptr || !accept(TokenKind::colon)) return nullptr;
      PatternNode* pattern = parse_pattern();
      if (pattern == nullptr) return nullptr;
      keys.push_back(key);
      patterns.push_back(pattern);
    }
    if (!accept(TokenKind::comma)) break;
  }
  if (!accept(TokenKind::rbrace)) return nullptr;
  auto* mapping = tree_.make<MatchMapping>(span_from(begin));
  std::span<ExpressionNode*> key_slots = tree_.make_sequence<ExpressionNode>(keys.size());
  std::span<PatternNode*> pattern_slots = tree_.make_sequence<PatternNode>(keys.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    key_slots[i] = keys[i];
    pattern_slots[i] = patterns[i];
  }
  mapping->keys = key_slots;
  mapping->patterns = pattern_slots;
  mapping->rest = rest;
  return mapping;
}

// ---- literals in patterns ----

ExpressionNode* Parser::parse_literal_pattern_value() {
  switch (kind()) {
    case TokenKind::kw_none: return parse_constant(ConstantType::none);
    case TokenKind::kw_true: return parse_constant(ConstantType::true_);
    case TokenKind::kw_false: return parse_constant(ConstantType::false_);
    case TokenKind::string: return parse_strings();
    default: break;
  }
  const size_t begin = position_;
  ExpressionNode* real = parse_signed_number();
  if (real == nullptr || (kind() != TokenKind::plus && kind() != TokenKind::minus)) return real;
  // A complex number: what is real or imaginary is for the diagnosis to word.
  auto is_imaginary = [](const ExpressionNode& node) {
    const auto* unary = try_as<UnaryOp>(&node);
    return as<Constant>(unary != nullptr ? *unary->operand : node).type == ConstantType::imaginary;
  };
  const ast::BinaryOperator op =
      kind() == TokenKind::plus ? ast::BinaryOperator::add : ast::BinaryOperator::sub;
  advance();
  if (is_imaginary(*real) || kind() != TokenKind::number) return nullptr;
  ExpressionNode* imaginary = parse_number();
  if (imaginary == nullptr || !is_imaginary(*imaginary)) return nullptr;
  auto* sum = tree_.make<BinOp>(span_from(begin));
  sum->left = real;
  sum->op = op;
  sum->right = imaginary;
  return sum;
}

ExpressionNode* Parser::parse_signed_number() {
  const size_t begin = position_;
  const bool is_negative = accept(TokenKind::minus);
  if (kind() != TokenKind::number) return nullptr;
  ExpressionNode* number = parse_number();
  if (number == nullptr || !is_negative) return number;
  auto* negation = tree_.make<UnaryOp>(span_from(begin));
  negation->op = ast::UnaryOperator::u_sub;
  negation->operand = number;
  return negation;
}

}  // namespace lockstep
