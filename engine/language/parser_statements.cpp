#include "language/parser_core.h"

// Sequences of statements, blocks, and the statements of one line.

namespace lockstep {

using namespace ast;

namespace {

ast::BinaryOperator augmented_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::plus_equal: return ast::BinaryOperator::add;
    case TokenKind::minus_equal: return ast::BinaryOperator::sub;
    case TokenKind::star_equal: return ast::BinaryOperator::mult;
    case TokenKind::slash_equal: return ast::BinaryOperator::div;
    case TokenKind::percent_equal: return ast::BinaryOperator::mod;
    case TokenKind::amper_equal: return ast::BinaryOperator::bit_and;
    case TokenKind::vbar_equal: return ast::BinaryOperator::bit_or;
    case TokenKind::circumflex_equal: return ast::BinaryOperator::bit_xor;
    case TokenKind::left_shift_equal: return ast::BinaryOperator::l_shift;
    case TokenKind::right_shift_equal: return ast::BinaryOperator::r_shift;
    case TokenKind::double_star_equal: return ast::BinaryOperator::pow;
    case TokenKind::double_slash_equal: return ast::BinaryOperator::floor_div;
    default: return ast::BinaryOperator::mat_mult;
  }
}

bool is_single_target(const ExpressionNode& node) {
  return node.kind == NodeKind::name || node.kind == NodeKind::attribute ||
         node.kind == NodeKind::subscript;
}

}  // namespace

bool Parser::parse_statements(Collector<StatementNode>& body) {
  while (kind() != TokenKind::end_marker && kind() != TokenKind::dedent) {
    if (!parse_statement(body)) return false;
  }
  return true;
}

bool Parser::parse_statement(Collector<StatementNode>& body) {
  switch (kind()) {
    case TokenKind::kw_def:
    case TokenKind::at:
    case TokenKind::kw_async:
    case TokenKind::kw_if:
    case TokenKind::kw_class:
    case TokenKind::kw_with:
    case TokenKind::kw_for:
    case TokenKind::kw_try:
    case TokenKind::kw_while: {
      StatementNode* statement = parse_compound_statement();
      if (statement == nullptr) return false;
      body.add(statement);
      return true;
    }
    case TokenKind::name:
      if (at_soft_keyword("match")) {
        // A match statement, or an expression that begins with this name.
        const size_t begin = position_;
        if (StatementNode* statement = parse_match()) {
          body.add(statement);
          return true;
        }
        if (has_error_) return false;
        move_to(begin);
      }
      break;
    default: break;
  }
  return parse_simple_statements(body);
}

bool Parser::parse_simple_statements(Collector<StatementNode>& body) {
  do {
    StatementNode* statement = parse_simple_statement();
    if (statement == nullptr) return false;
    body.add(statement);
  } while (accept(TokenKind::semi) && kind() != TokenKind::newline);
  return accept(TokenKind::newline);
}

bool Parser::parse_block(Statements& body) {
  Collector<StatementNode> statements(*this);
  if (!accept(TokenKind::newline)) {
    if (!parse_simple_statements(statements)) return false;
  } else {
    DepthGuard guard(*this);
    if (!guard || !accept(TokenKind::indent) || !parse_statements(statements) ||
        !accept(TokenKind::dedent)) {
      return false;
    }
  }
  body = statements.finish();
  return true;
}

// ---- simple statements ----

StatementNode* Parser::parse_simple_statement() {
  const size_t begin = position_;
  switch (kind()) {
    case TokenKind::kw_return: {
      advance();
      ExpressionNode* value = nullptr;
      if (starts_expression()) {
        value = parse_star_expressions();
        if (value == nullptr) return nullptr;
      }
      auto* statement = tree_.make<Return>(span_from(begin));
      statement->value = value;
      return statement;
    }
    case TokenKind::kw_import: return parse_import();
    case TokenKind::kw_from: return parse_import_from();
    case TokenKind::kw_raise: return parse_raise();
    case TokenKind::kw_pass: advance(); return tree_.make<Pass>(span_from(begin));
    case TokenKind::kw_break: advance(); return tree_.make<Break>(span_from(begin));
    case TokenKind::kw_continue: advance(); return tree_.make<Continue>(span_from(begin));
    case TokenKind::kw_del: return parse_del();
    case TokenKind::kw_assert: return parse_assert();
    case TokenKind::kw_global: return parse_name_list<Global>();
    case TokenKind::kw_nonlocal: return parse_name_list<Nonlocal>();
    default: return parse_expression_statement();
  }
}

StatementNode* Parser::parse_expression_statement() {
  const size_t begin = position_;
  ExpressionNode* first = parse_assigned_value();
  if (first == nullptr) return nullptr;
  if (kind() == TokenKind::equal) return finish_assignment(begin, first);
  if (kind() == TokenKind::colon) return finish_annotation(begin, first);
  if (is_augmented_assignment(kind())) return finish_augmented(begin, first);
  auto* statement = tree_.make<Expr>(span_from(begin));
  statement->value = first;
  return statement;
}

StatementNode* Parser::finish_assignment(size_t begin, ExpressionNode* first) {
  Collector<ExpressionNode> targets(*this);
  ExpressionNode* value = first;
  while (accept(TokenKind::equal)) {
    if (!make_target(value, Context::store)) return nullptr;
    targets.add(value);
    value = parse_assigned_value();
    if (value == nullptr) return nullptr;
  }
  auto* statement = tree_.make<Assign>(span_from(begin));
  statement->targets = targets.finish();
  statement->value = value;
  return statement;
}

StatementNode* Parser::finish_annotation(size_t begin, ExpressionNode* target) {
  if (!is_single_target(*target)) return nullptr;
  make_target(target, Context::store);
  advance();
  ExpressionNode* annotation = parse_expression();
  if (annotation == nullptr) return nullptr;
  ExpressionNode* value = nullptr;
  if (accept(TokenKind::equal)) {
    value = parse_assigned_value();
    if (value == nullptr) return nullptr;
  }
  auto* statement = tree_.make<AnnAssign>(span_from(begin));
  statement->target = target;
  statement->annotation = annotation;
  statement->value = value;
  statement->simple =
      target->kind == NodeKind::name && tokens_[begin].kind != TokenKind::lpar;
  return statement;
}

StatementNode* Parser::finish_augmented(size_t begin, ExpressionNode* target) {
  if (!is_single_target(*target)) return nullptr;
  make_target(target, Context::store);
  const ast::BinaryOperator op = augmented_operator(kind());
  advance();
  ExpressionNode* value = parse_assigned_value();
  if (value == nullptr) return nullptr;
  auto* statement = tree_.make<AugAssign>(span_from(begin));
  statement->target = target;
  statement->op = op;
  statement->value = value;
  return statement;
}

StatementNode* Parser::parse_del() {
  const size_t begin = position_;
  advance();
  Collector<ExpressionNode> targets(*this);
  do {
    if (targets.size() > 0 && !starts_expression()) break;
    if (kind() == TokenKind::kw_await) return nullptr;
    ExpressionNode* target = parse_primary();
    if (target == nullptr || !make_target(target, Context::del)) return nullptr;
    targets.add(target);
  } while (accept(TokenKind::comma));
  if (kind() != TokenKind::semi && kind() != TokenKind::newline) return nullptr;
  auto* statement = tree_.make<Delete>(span_from(begin));
  statement->targets = targets.finish();
  return statement;
}

StatementNode* Parser::parse_raise() {
  const size_t begin = position_;
  advance();
  ExpressionNode* exc = nullptr;
  ExpressionNode* cause = nullptr;
  if (starts_expression()) {
    exc = parse_expression();
    if (exc == nullptr) return nullptr;
    if (accept(TokenKind::kw_from)) {
      cause = parse_expression();
      if (cause == nullptr) return nullptr;
    }
  }
  auto* statement = tree_.make<Raise>(span_from(begin));
  statement->exc = exc;
  statement->cause = cause;
  return statement;
}

StatementNode* Parser::parse_assert() {
  const size_t begin = position_;
  advance();
  ExpressionNode* test = parse_expression();
  if (test == nullptr) return nullptr;
  ExpressionNode* msg = nullptr;
  if (accept(TokenKind::comma)) {
    msg = parse_expression();
    if (msg == nullptr) return nullptr;
  }
  auto* statement = tree_.make<Assert>(span_from(begin));
  statement->test = test;
  statement->msg = msg;
  return statement;
}

template <class T>
StatementNode* Parser::parse_name_list() {
  const size_t begin = position_;
  std::vector<Identifier> names;
  do {
    advance();
    names.push_back(take_name());
    if (names.back().data() == nullptr) return nullptr;
  } while (kind() == TokenKind::comma);
  auto* statement = tree_.make<T>(span_from(begin));
  statement->names = tree_.copy<Identifier>(names);
  return statement;
}

// ---- imports ----

Identifier Parser::parse_dotted_name() {
  const size_t begin = position_;
  Identifier name = take_name();
  if (name.data() == nullptr || kind() != TokenKind::dot) return name;
  // White space may stand between the parts.
  std::string joined(name);
  while (accept(TokenKind::dot)) {
    name = take_name();
    if (name.data() == nullptr) {
      move_to(begin);
      return {};
    }
    joined += '.';
    joined += name;
  }
  return tree_.intern(joined);
}

Alias* Parser::parse_alias(bool dotted) {
  const size_t begin = position_;
  const Identifier name = dotted ? parse_dotted_name() : take_name();
  if (name.data() == nullptr) return nullptr;
  Identifier asname;
  if (accept(TokenKind::kw_as)) {
    asname = take_name();
    if (asname.data() == nullptr) return nullptr;
  }
  auto* alias = tree_.make<Alias>(span_from(begin));
  alias->name = name;
  alias->asname = asname;
  return alias;
}

StatementNode* Parser::parse_import() {
  const size_t begin = position_;
  Collector<Alias> names(*this);
  do {
    advance();
    Alias* alias = parse_alias(true);
    if (alias == nullptr) return nullptr;
    names.add(alias);
  } while (kind() == TokenKind::comma);
  auto* statement = tree_.make<Import>(span_from(begin));
  statement->names = names.finish();
  return statement;
}

StatementNode* Parser::parse_import_from() {
  const size_t begin = position_;
  advance();
  int32_t level = 0;
  while (kind() == TokenKind::dot || kind() == TokenKind::ellipsis) {
    level += kind() == TokenKind::dot ? 1 : 3;
    advance();
  }
  const Identifier module = parse_dotted_name();
  if (module.data() == nullptr && (level == 0 || kind() != TokenKind::kw_import)) return nullptr;
  if (!accept(TokenKind::kw_import)) return nullptr;
  Collector<Alias> names(*this);
  if (kind() == TokenKind::star) {
    auto* alias = tree_.make<Alias>(token().span);
    alias->name = tree_.intern("*");
    advance();
    names.add(alias);
  } else {
    const bool is_parenthesized = accept(TokenKind::lpar);
    do {
      if (is_parenthesized && names.size() > 0 && kind() == TokenKind::rpar) break;
      Alias* alias = parse_alias(false);
      if (alias == nullptr) return nullptr;
      names.add(alias);
    } while (accept(TokenKind::comma));
    if (is_parenthesized && !accept(TokenKind::rpar)) return nullptr;
  }
  auto* statement = tree_.make<ImportFrom>(span_from(begin));
  statement->module = module;
  statement->names = names.finish();
  statement->level = level;
  return statement;
}

}  // namespace lockstep
