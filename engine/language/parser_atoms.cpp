#include <algorithm>
#include <type_traits>

#include "language/parser_core.h"

// What expressions are made of: names, constants, everything in brackets, and the parameters of
// functions and lambdas.

namespace lockstep {

using namespace ast;

ExpressionNode* Parser::parse_atom() {
  switch (kind()) {
    case TokenKind::name: {
      auto* name = tree_.make<Name>(token().span);
      name->id = take_name();
      return name;
    }
    case TokenKind::number: return parse_number();
    case TokenKind::string: return parse_strings();
    case TokenKind::kw_true: return parse_constant(ConstantType::true_);
    case TokenKind::kw_false: return parse_constant(ConstantType::false_);
    case TokenKind::kw_none: return parse_constant(ConstantType::none);
    case TokenKind::ellipsis: return parse_constant(ConstantType::ellipsis);
    case TokenKind::lpar: return parse_parenthesized();
    case TokenKind::lsqb: return parse_list();
    case TokenKind::lbrace: return parse_braces();
    default: return nullptr;
  }
}

ExpressionNode* Parser::parse_constant(ConstantType type) {
  auto* constant = tree_.make<Constant>(token().span);
  constant->type = type;
  advance();
  return constant;
}

// ---- brackets ----

// A group, a tuple or a generator expression.
ExpressionNode* Parser::parse_parenthesized() {
  const size_t begin = position_;
  advance();
  Collector<ExpressionNode> elements(*this);
  if (kind() == TokenKind::kw_yield) {
    ExpressionNode* value = parse_yield();
    return value != nullptr && accept(TokenKind::rpar) ? value : nullptr;
  }
  if (kind() != TokenKind::rpar) {
    ExpressionNode* first = parse_star_named_expression();
    if (first == nullptr) return nullptr;
    const bool is_starred = first->kind == NodeKind::starred;
    if (kind() == TokenKind::rpar && !is_starred) {
      advance();
      return first;
    }
    if ((kind() == TokenKind::kw_for || kind() == TokenKind::kw_async) && !is_starred) {
      Sequence<Comprehension> generators;
      if (!parse_generators(generators) || !accept(TokenKind::rpar)) return nullptr;
      auto* generator = tree_.make<GeneratorExp>(span_from(begin));
      generator->elt = first;
      generator->generators = generators;
      return generator;
    }
    if (kind() != TokenKind::comma) return nullptr;
    elements.add(first);
    while (accept(TokenKind::comma) && kind() != TokenKind::rpar) {
      ExpressionNode* next = parse_star_named_expression();
      if (next == nullptr) return nullptr;
      elements.add(next);
    }
  }
  if (!accept(TokenKind::rpar)) return nullptr;
  auto* tuple = tree_.make<Tuple>(span_from(begin));
  tuple->elts = elements.finish();
  return tuple;
}

ExpressionNode* Parser::parse_list() {
  const size_t begin = position_;
  advance();
  Collector<ExpressionNode> elements(*this);
  while (kind() != TokenKind::rsqb) {
    ExpressionNode* next = parse_star_named_expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
    if (kind() == TokenKind::kw_for || kind() == TokenKind::kw_async) {
      if (elements.size() > 1 || next->kind == NodeKind::starred) return nullptr;
      Sequence<Comprehension> generators;
      if (!parse_generators(generators) || !accept(TokenKind::rsqb)) return nullptr;
      auto* comprehension = tree_.make<ListComp>(span_from(begin));
      comprehension->elt = next;
      comprehension->generators = generators;
      return comprehension;
    }
    if (!accept(TokenKind::comma)) break;
  }
  if (!accept(TokenKind::rsqb)) return nullptr;
  auto* list = tree_.make<List>(span_from(begin));
  list->elts = elements.finish();
  return list;
}

// A set or a dictionary, displayed or comprehended.
ExpressionNode* Parser::parse_braces() {
  const size_t begin = position_;
  advance();
  if (kind() == TokenKind::rbrace || kind() == TokenKind::double_star) {
    return parse_dict(begin, nullptr);
  }
  Collector<ExpressionNode> elements(*this);
  for (;;) {
    const bool is_walrus = kind() == TokenKind::name && kind_after(1) == TokenKind::colon_equal;
    ExpressionNode* next = parse_star_named_expression();
    if (next == nullptr) return nullptr;
    if (elements.size() == 0 && kind() == TokenKind::colon) {
      const bool is_key = !is_walrus && next->kind != NodeKind::starred;
      return is_key ? parse_dict(begin, next) : nullptr;
    }
    elements.add(next);
    if (kind() == TokenKind::kw_for || kind() == TokenKind::kw_async) {
      if (elements.size() > 1 || next->kind == NodeKind::starred) return nullptr;
      Sequence<Comprehension> generators;
      if (!parse_generators(generators) || !accept(TokenKind::rbrace)) return nullptr;
      auto* comprehension = tree_.make<SetComp>(span_from(begin));
      comprehension->elt = next;
      comprehension->generators = generators;
      return comprehension;
    }
    if (!accept(TokenKind::comma) || kind() == TokenKind::rbrace) break;
  }
  if (!accept(TokenKind::rbrace)) return nullptr;
  auto* set = tree_.make<Set>(span_from(begin));
  set->elts = elements.finish();
  return set;
}

// Behind the opening brace, which was at `begin`, or behind the first key.
ExpressionNode* Parser::parse_dict(size_t begin, ExpressionNode* first_key) {
  Collector<ExpressionNode> pairs(*this);  // key, value, key, value
  while (kind() != TokenKind::rbrace) {
    ExpressionNode* key = first_key;
    ExpressionNode* value = nullptr;
    first_key = nullptr;
    if (key == nullptr && accept(TokenKind::double_star)) {
      value = parse_operators(kBitwiseOr);
    } else {
      if (key == nullptr) key = parse_expression();
      if (key == nullptr || !accept(TokenKind::colon)) return nullptr;
      value = parse_expression();
    }
    if (value == nullptr) return nullptr;
    if (kind() == TokenKind::kw_for || kind() == TokenKind::kw_async) {
      if (pairs.size() > 0 || key == nullptr) return nullptr;
      Sequence<Comprehension> generators;
      if (!parse_generators(generators) || !accept(TokenKind::rbrace)) return nullptr;
      auto* comprehension = tree_.make<DictComp>(span_from(begin));
      comprehension->key = key;
      comprehension->value = value;
      comprehension->generators = generators;
      return comprehension;
    }
    pairs.add(key);
    pairs.add(value);
    if (!accept(TokenKind::comma)) break;
  }
  if (!accept(TokenKind::rbrace)) return nullptr;
  std::span<ExpressionNode*> keys = tree_.make_sequence<ExpressionNode>(pairs.size() / 2);
  std::span<ExpressionNode*> values = tree_.make_sequence<ExpressionNode>(pairs.size() / 2);
  for (size_t i = 0; i < keys.size(); ++i) {
    keys[i] = pairs.at(2 * i);
    values[i] = pairs.at(2 * i + 1);
  }
  auto* dict = tree_.make<Dict>(span_from(begin));
  dict->keys = keys;
  dict->values = values;
  return dict;
}

// ---- parameters ----

// Up to, not including, `end`: a closing parenthesis for `def`, a colon for `lambda`.
Arguments* Parser::parse_parameters(TokenKind end) {
  auto* result = tree_.make<Arguments>(SourceSpan());
  std::vector<Arg*> positional_only, positional, keyword_only;
  std::vector<ExpressionNode*> defaults, keyword_defaults;
  bool saw_slash = false, saw_star = false;
  while (kind() != end) {
    if (result->kwarg != nullptr) return nullptr;  // nothing may follow `**mapping`
    if (accept(TokenKind::double_star)) {
      result->kwarg = parse_parameter(end, false);
      if (result->kwarg == nullptr) return nullptr;
    } else if (accept(TokenKind::slash)) {
      if (saw_slash || saw_star || positional.empty()) return nullptr;
      saw_slash = true;
      positional_only.swap(positional);
    } else if (accept(TokenKind::star)) {
      if (saw_star) return nullptr;
      saw_star = true;
      if (kind() == TokenKind::comma) {
        // Named parameters must follow a bare star.
        if (kind_after(1) != TokenKind::name) return nullptr;
      } else {
        result->vararg = parse_parameter(end, true);
        if (result->vararg == nullptr) return nullptr;
      }
    } else {
      Arg* parameter = parse_parameter(end, false);
      if (parameter == nullptr) return nullptr;
      ExpressionNode* value = nullptr;
      if (accept(TokenKind::equal)) {
        value = parse_expression();
        if (value == nullptr) return nullptr;
      }
      if (saw_star) {
        keyword_only.push_back(parameter);
        keyword_defaults.push_back(value);
      } else {
        if (value == nullptr && !defaults.empty()) return nullptr;
        positional.push_back(parameter);
        if (value != nullptr) defaults.push_back(value);
      }
    }
    if (!accept(TokenKind::comma)) break;
  }
  if (kind() != end) return nullptr;
  auto keep = [&](const auto& items) {
    using T = std::remove_pointer_t<typename std::decay_t<decltype(items)>::value_type>;
    std::span<T*> slots = tree_.make_sequence<T>(items.size());
    std::copy(items.begin(), items.end(), slots.begin());
    return slots;
  };
  result->posonlyargs = keep(positional_only);
  result->args = keep(positional);
  result->kwonlyargs = keep(keyword_only);
  result->kw_defaults = keep(keyword_defaults);
  result->defaults = keep(defaults);
  return result;
}

Arg* Parser::parse_parameter(TokenKind end, bool is_vararg) {
  const size_t begin = position_;
  const Identifier name = take_name();
  if (name.data() == nullptr) return nullptr;
  ExpressionNode* annotation = nullptr;
  // A lambda's colon ends its parameters.
  if (end != TokenKind::colon && accept(TokenKind::colon)) {
    annotation = is_vararg ? parse_star_expression() : parse_expression();
    if (annotation == nullptr) return nullptr;
  }
  auto* parameter = tree_.make<Arg>(span_from(begin));
  parameter->arg = name;
  parameter->annotation = annotation;
  return parameter;
}

}  // namespace lockstep
