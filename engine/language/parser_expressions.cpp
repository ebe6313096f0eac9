#include <algorithm>

#include "language/parser_core.h"

// Expressions above the atoms. Binary operators are one precedence-climbing loop, so a chain of
// them costs no stack, and neither does a chain of attributes, calls and subscripts.

namespace lockstep {

using namespace ast;

namespace {

bool starts_comparison(TokenKind kind) {
  switch (kind) {
    case TokenKind::eq_equal:
    case TokenKind::not_equal:
    case TokenKind::less:
    case TokenKind::less_equal:
    case TokenKind::greater:
    case TokenKind::greater_equal:
    case TokenKind::kw_in:
    case TokenKind::kw_is:
    case TokenKind::kw_not: return true;
    default: return false;
  }
}

}  // namespace

Parser::BinaryInfo Parser::binary_info(TokenKind kind) {
  switch (kind) {
    case TokenKind::vbar: return {kBitwiseOr, ast::BinaryOperator::bit_or};
    case TokenKind::circumflex: return {kBitwiseXor, ast::BinaryOperator::bit_xor};
    case TokenKind::amper: return {kBitwiseAnd, ast::BinaryOperator::bit_and};
    case TokenKind::left_shift: return {kShift, ast::BinaryOperator::l_shift};
    case TokenKind::right_shift: return {kShift, ast::BinaryOperator::r_shift};
    case TokenKind::plus: return {kSum, ast::BinaryOperator::add};
    case TokenKind::minus: return {kSum, ast::BinaryOperator::sub};
    case TokenKind::star: return {kTerm, ast::BinaryOperator::mult};
    case TokenKind::slash: return {kTerm, ast::BinaryOperator::div};
    case TokenKind::double_slash: return {kTerm, ast::BinaryOperator::floor_div};
    case TokenKind::percent: return {kTerm, ast::BinaryOperator::mod};
    case TokenKind::at: return {kTerm, ast::BinaryOperator::mat_mult};
    default: return {kNone, ast::BinaryOperator::add};
  }
}

// ---- sequences ----

ExpressionNode* Parser::parse_star_expressions() {
  const size_t begin = position_;
  ExpressionNode* first = parse_star_expression();
  if (first == nullptr || kind() != TokenKind::comma) return first;
  Collector<ExpressionNode> elements(*this);
  elements.add(first);
  while (accept(TokenKind::comma) && starts_expression()) {
    ExpressionNode* next = parse_star_expression();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = tree_.make<Tuple>(span_from(begin));
  tuple->elts = elements.finish();
  return tuple;
}

ExpressionNode* Parser::parse_star_expression() {
  if (kind() != TokenKind::star) return parse_expression();
  const size_t begin = position_;
  advance();
  ExpressionNode* value = parse_operators(kBitwiseOr);
  if (value == nullptr) return nullptr;
  auto* starred = tree_.make<Starred>(span_from(begin));
  starred->value = value;
  return starred;
}

ExpressionNode* Parser::parse_star_named_expression() {
  return kind() == TokenKind::star ? parse_star_expression() : parse_named_expression();
}

ExpressionNode* Parser::parse_named_expression() {
  if (kind() != TokenKind::name || kind_after(1) != TokenKind::colon_equal) {
    ExpressionNode* value = parse_expression();
    return kind() == TokenKind::colon_equal ? nullptr : value;
  }
  const size_t begin = position_;
  auto* target = tree_.make<Name>(token().span);
  target->id = take_name();
  target->ctx = Context::store;
  advance();
  ExpressionNode* value = parse_expression();
  if (value == nullptr) return nullptr;
  auto* named = tree_.make<NamedExpr>(span_from(begin));
  named->target = target;
  named->value = value;
  return named;
}

// ---- yield, lambda, conditional ----

ExpressionNode* Parser::parse_assigned_value() {
  return kind() == TokenKind::kw_yield ? parse_yield() : parse_star_expressions();
}

ExpressionNode* Parser::parse_yield() {
  const size_t begin = position_;
  advance();
  if (accept(TokenKind::kw_from)) {
    ExpressionNode* value = parse_expression();
    if (value == nullptr) return nullptr;
    auto* result = tree_.make<YieldFrom>(span_from(begin));
    result->value = value;
    return result;
  }
  ExpressionNode* value = nullptr;
  if (starts_expression()) {
    value = parse_star_expressions();
    if (value == nullptr) return nullptr;
  }
  auto* result = tree_.make<Yield>(span_from(begin));
  result->value = value;
  return result;
}

ExpressionNode* Parser::parse_lambda() {
  const size_t begin = position_;
  advance();
  Arguments* args = parse_parameters(TokenKind::colon);
  if (args == nullptr || !accept(TokenKind::colon)) return nullptr;
  ExpressionNode* body = parse_expression();
  if (body == nullptr) return nullptr;
  auto* lambda = tree_.make<Lambda>(span_from(begin));
  lambda->args = args;
  lambda->body = body;
  return lambda;
}

ExpressionNode* Parser::parse_expression() {
  DepthGuard guard(*this);
  if (!guard) return nullptr;
  if (kind() == TokenKind::kw_lambda) return parse_lambda();
  const size_t begin = position_;
  ExpressionNode* body = parse_operators(kOr);
  if (body == nullptr || kind() != TokenKind::kw_if) return body;
  advance();
  ExpressionNode* test = parse_operators(kOr);
  if (test == nullptr || !accept(TokenKind::kw_else)) return nullptr;
  ExpressionNode* orelse = parse_expression();
  if (orelse == nullptr) return nullptr;
  auto* conditional = tree_.make<IfExp>(span_from(begin));
  conditional->test = test;
  conditional->body = body;
  conditional->orelse = orelse;
  return conditional;
}

// ---- operators ----

ExpressionNode* Parser::parse_operators(int level) {
  DepthGuard guard(*this);
  if (!guard) return nullptr;
  const size_t begin = position_;
  ExpressionNode* left = nullptr;
  if (kind() == TokenKind::kw_not && level <= kNot) {
    advance();
    ExpressionNode* operand = parse_operators(kNot);
    if (operand == nullptr) return nullptr;
    auto* negation = tree_.make<UnaryOp>(span_from(begin));
    negation->op = ast::UnaryOperator::not_;
    negation->operand = operand;
    left = negation;
  } else {
    left = parse_unary();
  }
  while (left != nullptr) {
    const BinaryInfo binary = binary_info(kind());
    if (binary.level != kNone) {
      if (binary.level < level) return left;
      advance();
      ExpressionNode* right =
          binary.level == kTerm ? parse_unary() : parse_operators(binary.level + 1);
      if (right == nullptr) return nullptr;
      auto* operation = tree_.make<BinOp>(span_from(begin));
      operation->left = left;
      operation->op = binary.op;
      operation->right = right;
      left = operation;
    } else if (level <= kComparison && starts_comparison(kind())) {
      left = parse_comparisons(begin, left);
    } else if (level <= kAnd && kind() == TokenKind::kw_and) {
      left = parse_bool_operands(begin, left, kAnd);
    } else if (level <= kOr && kind() == TokenKind::kw_or) {
      left = parse_bool_operands(begin, left, kOr);
    } else {
      return left;
    }
  }
  return nullptr;
}

ExpressionNode* Parser::parse_bool_operands(size_t begin, ExpressionNode* first, int level) {
  const TokenKind keyword = kind();
  Collector<ExpressionNode> values(*this);
  values.add(first);
  while (accept(keyword)) {
    ExpressionNode* value = parse_operators(level + 1);
    if (value == nullptr) return nullptr;
    values.add(value);
  }
  auto* operation = tree_.make<BoolOp>(span_from(begin));
  operation->op = level == kAnd ? BoolOperator::and_ : BoolOperator::or_;
  operation->values = values.finish();
  return operation;
}

ExpressionNode* Parser::parse_comparisons(size_t begin, ExpressionNode* left) {
  Collector<ExpressionNode> comparators(*this);
  std::vector<ast::CompareOperator> ops;
  while (starts_comparison(kind())) {
    ast::CompareOperator op = ast::CompareOperator::eq;
    switch (kind()) {
      case TokenKind::eq_equal: op = ast::CompareOperator::eq; break;
      case TokenKind::not_equal: op = ast::CompareOperator::not_eq_; break;
      case TokenKind::less: op = ast::CompareOperator::lt; break;
      case TokenKind::less_equal: op = ast::CompareOperator::lt_e; break;
      case TokenKind::greater: op = ast::CompareOperator::gt; break;
      case TokenKind::greater_equal: op = ast::CompareOperator::gt_e; break;
      case TokenKind::kw_in: op = ast::CompareOperator::in; break;
      case TokenKind::kw_is: op = ast::CompareOperator::is; break;
      default:
        op = ast::CompareOperator::not_in;
        if (kind_after(1) != TokenKind::kw_in) return nullptr;
        advance();
        break;
    }
    advance();
    if (op == ast::CompareOperator::is && accept(TokenKind::kw_not)) op = ast::CompareOperator::is_not;
    ExpressionNode* right = parse_operators(kBitwiseOr);
    if (right == nullptr) return nullptr;
    ops.push_back(op);
    comparators.add(right);
  }
  auto* comparison = tree_.make<Compare>(span_from(begin));
  comparison->left = left;
  comparison->ops = tree_.copy<ast::CompareOperator>(ops);
  comparison->comparators = comparators.finish();
  return comparison;
}

ExpressionNode* Parser::parse_unary() {
  ast::UnaryOperator op = ast::UnaryOperator::u_add;
  switch (kind()) {
    case TokenKind::plus: op = ast::UnaryOperator::u_add; break;
    case TokenKind::minus: op = ast::UnaryOperator::u_sub; break;
    case TokenKind::tilde: op = ast::UnaryOperator::invert; break;
    default: {
      const size_t begin = position_;
      ExpressionNode* base = parse_primary();
      if (base == nullptr || kind() != TokenKind::double_star) return base;
      advance();
      DepthGuard guard(*this);
      ExpressionNode* exponent = guard ? parse_unary() : nullptr;
      if (exponent == nullptr) return nullptr;
      auto* power = tree_.make<BinOp>(span_from(begin));
      power->left = base;
      power->op = ast::BinaryOperator::pow;
      power->right = exponent;
      return power;
    }
  }
  const size_t begin = position_;
  advance();
  DepthGuard guard(*this);
  ExpressionNode* operand = guard ? parse_unary() : nullptr;
  if (operand == nullptr) return nullptr;
  auto* operation = tree_.make<UnaryOp>(span_from(begin));
  operation->op = op;
  operation->operand = operand;
  return operation;
}

// ---- primaries ----

ExpressionNode* Parser::parse_primary() {
  const size_t await_begin = position_;
  const bool is_await = accept(TokenKind::kw_await);
  const size_t begin = position_;
  ExpressionNode* node = parse_atom();
  while (node != nullptr) {
    if (kind() == TokenKind::dot) {
      advance();
      const Identifier name = take_name();
      if (name.data() == nullptr) return nullptr;
      auto* attribute = tree_.make<Attribute>(span_from(begin));
      attribute->value = node;
      attribute->attr = name;
      node = attribute;
    } else if (kind() == TokenKind::lpar) {
      node = parse_call(begin, node);
    } else if (kind() == TokenKind::lsqb) {
      advance();
      ExpressionNode* slice = parse_slices();
      if (slice == nullptr || !accept(TokenKind::rsqb)) return nullptr;
      auto* subscript = tree_.make<Subscript>(span_from(begin));
      subscript->value = node;
      subscript->slice = slice;
      node = subscript;
    } else {
      break;
    }
  }
  if (node == nullptr || !is_await) return node;
  auto* await = tree_.make<Await>(span_from(await_begin));
  await->value = node;
  return await;
}

ExpressionNode* Parser::parse_call(size_t begin, ExpressionNode* function) {
  const size_t bracket = position_;
  advance();
  ArgumentList list;
  if (!parse_arguments(list, TokenKind::rpar)) return nullptr;
  if (kind() == TokenKind::kw_for || kind() == TokenKind::kw_async) {
    // A generator expression as the only argument needs no brackets of its own, and so takes the
    // call's for its place.
    if (list.args.size() != 1 || !list.keywords.empty() ||
        list.args[0]->kind == NodeKind::starred ||
        tokens_[position_ - 1].kind == TokenKind::comma) {
      return nullptr;
    }
    Sequence<Comprehension> generators;
    if (!parse_generators(generators) || !accept(TokenKind::rpar)) return nullptr;
    auto* generator = tree_.make<GeneratorExp>(span_from(bracket));
    generator->elt = list.args[0];
    generator->generators = generators;
    Collector<ExpressionNode> args(*this);
    args.add(generator);
    list.args = args.finish();
  } else if (!accept(TokenKind::rpar)) {
    return nullptr;
  }
  auto* call = tree_.make<Call>(span_from(begin));
  call->func = function;
  call->args = list.args;
  call->keywords = list.keywords;
  return call;
}

// Stops at `end`, or where it does not know how to go on.
bool Parser::parse_arguments(ArgumentList& list, TokenKind end) {
  Collector<ExpressionNode> args(*this);
  // Keywords must not lie between the arguments on the shared stack.
  std::vector<Keyword*> keywords;
  bool saw_double_star = false;
  while (kind() != end) {
    const size_t begin = position_;
    Identifier name;
    bool is_keyword = false;
    if (kind() == TokenKind::double_star) {
      advance();
      is_keyword = saw_double_star = true;
    } else if (kind() == TokenKind::name && kind_after(1) == TokenKind::equal) {
      name = take_name();
      advance();
      is_keyword = true;
    }
    ExpressionNode* value = nullptr;
    if (is_keyword) {
      value = parse_expression();
    } else if (kind() == TokenKind::star) {
      if (saw_double_star) return false;
      advance();
      ExpressionNode* iterable = parse_expression();
      if (iterable == nullptr) return false;
      auto* starred = tree_.make<Starred>(span_from(begin));
      starred->value = iterable;
      value = starred;
    } else {
      if (!keywords.empty()) return false;
      value = parse_named_expression();
    }
    if (value == nullptr) return false;
    if (is_keyword) {
      auto* keyword = tree_.make<Keyword>(span_from(begin));
      keyword->arg = name;
      keyword->value = value;
      keywords.push_back(keyword);
    } else {
      args.add(value);
    }
    if (!accept(TokenKind::comma)) break;
  }
  list.args = args.finish();
  args.clear();
  std::span<Keyword*> slots = tree_.make_sequence<Keyword>(keywords.size());
  std::copy(keywords.begin(), keywords.end(), slots.begin());
  list.keywords = slots;
  return true;
}

ExpressionNode* Parser::parse_slices() {
  const size_t begin = position_;
  auto parse_one = [&]() -> ExpressionNode* {
    if (kind() != TokenKind::star) return parse_slice();
    const size_t star = position_;
    advance();
    ExpressionNode* value = parse_expression();
    if (value == nullptr) return nullptr;
    auto* starred = tree_.make<Starred>(span_from(star));
    starred->value = value;
    return starred;
  };
  ExpressionNode* first = parse_one();
  if (first == nullptr) return nullptr;
  // A lone starred element makes a tuple even without a comma.
  if (kind() != TokenKind::comma && first->kind != NodeKind::starred) return first;
  Collector<ExpressionNode> elements(*this);
  elements.add(first);
  while (accept(TokenKind::comma) && kind() != TokenKind::rsqb) {
    ExpressionNode* next = parse_one();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = tree_.make<Tuple>(span_from(begin));
  tuple->elts = elements.finish();
  return tuple;
}

ExpressionNode* Parser::parse_slice() {
  const size_t begin = position_;
  ExpressionNode* parts[3] = {nullptr, nullptr, nullptr};
  if (kind() != TokenKind::colon) {
    const bool is_named =
        kind() == TokenKind::name && kind_after(1) == TokenKind::colon_equal;
    parts[0] = parse_named_expression();
    if (parts[0] == nullptr) return nullptr;
    if (is_named || kind() != TokenKind::colon) return parts[0];
  }
  for (int i = 1; i < 3 && accept(TokenKind::colon); ++i) {
    if (!starts_expression() || kind() == TokenKind::star) continue;
    parts[i] = parse_expression();
    if (parts[i] == nullptr) return nullptr;
  }
  auto* slice = tree_.make<Slice>(span_from(begin));
  slice->lower = parts[0];
  slice->upper = parts[1];
  slice->step = parts[2];
  return slice;
}

bool Parser::parse_generators(Sequence<Comprehension>& generators) {
  Collector<Comprehension> clauses(*this);
  for (;;) {
    const bool is_async = kind() == TokenKind::kw_async;
    if (is_async) advance();
    if (!accept(TokenKind::kw_for)) return false;
    ExpressionNode* target = parse_star_targets();
    if (target == nullptr || !accept(TokenKind::kw_in)) return false;
    ExpressionNode* iter = parse_operators(kOr);
    if (iter == nullptr) return false;
    Expressions ifs;
    {
      Collector<ExpressionNode> conditions(*this);
      while (accept(TokenKind::kw_if)) {
        ExpressionNode* condition = parse_operators(kOr);
        if (condition == nullptr) return false;
        conditions.add(condition);
      }
      ifs = conditions.finish();
    }
    auto* clause = tree_.make<Comprehension>(SourceSpan());
    clause->target = target;
    clause->iter = iter;
    clause->ifs = ifs;
    clause->is_async = is_async;
    clauses.add(clause);
    if (kind() != TokenKind::kw_for && kind() != TokenKind::kw_async) break;
  }
  generators = clauses.finish();
  return true;
}

// ---- targets ----

ExpressionNode* Parser::parse_star_targets() {
  const size_t begin = position_;
  ExpressionNode* first = parse_star_target();
  if (first == nullptr || kind() != TokenKind::comma) return first;
  Collector<ExpressionNode> elements(*this);
  elements.add(first);
  while (accept(TokenKind::comma) && starts_expression()) {
    ExpressionNode* next = parse_star_target();
    if (next == nullptr) return nullptr;
    elements.add(next);
  }
  auto* tuple = tree_.make<Tuple>(span_from(begin));
  tuple->elts = elements.finish();
  tuple->ctx = Context::store;
  return tuple;
}

ExpressionNode* Parser::parse_star_target() {
  const size_t begin = position_;
  const bool is_starred = accept(TokenKind::star);
  if (kind() == TokenKind::kw_await) return nullptr;
  ExpressionNode* target = parse_primary();
  if (target == nullptr || !make_target(target, Context::store)) return nullptr;
  if (!is_starred) return target;
  auto* starred = tree_.make<Starred>(span_from(begin));
  starred->value = target;
  starred->ctx = Context::store;
  return starred;
}

bool Parser::make_target(ExpressionNode* node, Context context) {
  auto all = [&](Expressions elements) {
    for (ExpressionNode* element : elements) {
      if (!make_target(element, context)) return false;
    }
    return true;
  };
  switch (node->kind) {
    case NodeKind::name: as<Name>(*node).ctx = context; return true;
    case NodeKind::attribute: as<Attribute>(*node).ctx = context; return true;
    case NodeKind::subscript: as<Subscript>(*node).ctx = context; return true;
    case NodeKind::tuple: as<Tuple>(*node).ctx = context; return all(as<Tuple>(*node).elts);
    case NodeKind::list: as<List>(*node).ctx = context; return all(as<List>(*node).elts);
    case NodeKind::starred: {
      if (context == Context::del) return false;
      auto& starred = as<Starred>(*node);
      starred.ctx = context;
      // `**x` reads as one operator, but `* *x` as two stars: no target has two.
      return starred.value->kind != NodeKind::starred && make_target(starred.value, context);
    }
    default: return false;
  }
}

}  // namespace lockstep
