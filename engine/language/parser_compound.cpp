#include "language/parser_core.h"

// Compound statements. A block costs a few stack frames per level of indentation; `elif` costs
// none.

namespace lockstep {

using namespace ast;

StatementNode* Parser::parse_compound_statement() {
  const size_t begin = position_;
  switch (kind()) {
    case TokenKind::at: return parse_decorated();
    case TokenKind::kw_def: return parse_function(begin, false, {});
    case TokenKind::kw_class: return parse_class({});
    case TokenKind::kw_async: return parse_async(begin);
    case TokenKind::kw_if: return parse_if();
    case TokenKind::kw_while: return parse_while();
    case TokenKind::kw_for: return parse_for(begin, false);
    case TokenKind::kw_with: return parse_with(begin, false);
    default: return parse_try();
  }
}

StatementNode* Parser::parse_async(size_t begin) {
  advance();
  switch (kind()) {
    case TokenKind::kw_def: return parse_function(begin, true, {});
    case TokenKind::kw_for: return parse_for(begin, true);
    case TokenKind::kw_with: return parse_with(begin, true);
    default: return nullptr;
  }
}

StatementNode* Parser::parse_decorated() {
  Expressions decorators;
  {
    Collector<ExpressionNode> list(*this);
    while (accept(TokenKind::at)) {
      ExpressionNode* decorator = parse_named_expression();
      if (decorator == nullptr || !accept(TokenKind::newline)) return nullptr;
      list.add(decorator);
    }
    decorators = list.finish();
  }
  const size_t begin = position_;
  if (kind() == TokenKind::kw_class) return parse_class(decorators);
  const bool is_async = accept(TokenKind::kw_async);
  return kind() == TokenKind::kw_def ? parse_function(begin, is_async, decorators) : nullptr;
}

StatementNode* Parser::parse_function(size_t begin, bool is_async, Expressions decorators) {
  advance();
  const Identifier name = take_name();
  if (name.data() == nullptr || !accept(TokenKind::lpar)) return nullptr;
  Arguments* args = parse_parameters(TokenKind::rpar);
  if (args == nullptr || !accept(TokenKind::rpar)) return nullptr;
  ExpressionNode* returns = nullptr;
  if (accept(TokenKind::rarrow)) {
    returns = parse_expression();
    if (returns == nullptr) return nullptr;
  }
  Statements body;
  if (!accept(TokenKind::colon) || !parse_block(body)) return nullptr;
  const SourceSpan span = statement_span_from(begin);
  FunctionBase* function = nullptr;
  if (is_async) {
    function = tree_.make<AsyncFunctionDef>(span);
  } else {
    function = tree_.make<FunctionDef>(span);
  }
  function->name = name;
  function->args = args;
  function->body = body;
  function->decorator_list = decorators;
  function->returns = returns;
  return function;
}

StatementNode* Parser::parse_class(Expressions decorators) {
  const size_t begin = position_;
  advance();
  const Identifier name = take_name();
  if (name.data() == nullptr) return nullptr;
  ArgumentList list;
  if (accept(TokenKind::lpar)) {
    if (!parse_arguments(list, TokenKind::rpar) || !accept(TokenKind::rpar)) return nullptr;
  }
  Statements body;
  if (!accept(TokenKind::colon) || !parse_block(body)) return nullptr;
  auto* statement = tree_.make<ClassDef>(statement_span_from(begin));
  statement->name = name;
  statement->bases = list.args;
  statement->keywords = list.keywords;
  statement->body = body;
  statement->decorator_list = decorators;
  return statement;
}

// `keyword ':' block`, or nothing.
bool Parser::parse_optional_block(TokenKind keyword, Statements& body) {
  if (!accept(keyword)) return true;
  return accept(TokenKind::colon) && parse_block(body);
}

// An `elif` belongs inside the `if` before it, but is read in a loop: programs may have hundreds.
// So the statements are put together, and their ends known, once the last one is read.
StatementNode* Parser::parse_if() {
  Collector<If> chain(*this);
  Statements orelse;
  do {
    const size_t begin = position_;
    advance();
    ExpressionNode* test = parse_named_expression();
    Statements body;
    if (test == nullptr || !accept(TokenKind::colon) || !parse_block(body)) return nullptr;
    auto* statement = tree_.make<If>(tokens_[begin].span);
    statement->test = test;
    statement->body = body;
    chain.add(statement);
  } while (kind() == TokenKind::kw_elif);
  const size_t last_begin = position_;
  if (!parse_optional_block(TokenKind::kw_else, orelse)) return nullptr;
  const SourceSpan end = statement_span_from(last_begin > 0 ? last_begin - 1 : 0);
  StatementNode* inner = nullptr;
  for (size_t i = chain.size(); i-- > 0;) {
    If* statement = chain.at(i);
    statement->span.end_line = end.end_line;
    statement->span.end_column = end.end_column;
    if (inner == nullptr) {
      statement->orelse = orelse;
    } else {
      std::span<StatementNode*> slot = tree_.make_sequence<StatementNode>(1);
      slot[0] = inner;
      statement->orelse = slot;
    }
    inner = statement;
  }
  return inner;
}

StatementNode* Parser::parse_while() {
  const size_t begin = position_;
  advance();
  ExpressionNode* test = parse_named_expression();
  Statements body, orelse;
  if (test == nullptr || !accept(TokenKind::colon) || !parse_block(body) ||
      !parse_optional_block(TokenKind::kw_else, orelse)) {
    return nullptr;
  }
  auto* statement = tree_.make<While>(statement_span_from(begin));
  statement->test = test;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

StatementNode* Parser::parse_for(size_t begin, bool is_async) {
  advance();
  ExpressionNode* target = parse_star_targets();
  if (target == nullptr || !accept(TokenKind::kw_in)) return nullptr;
  ExpressionNode* iter = parse_star_expressions();
  Statements body, orelse;
  if (iter == nullptr || !accept(TokenKind::colon) || !parse_block(body) ||
      !parse_optional_block(TokenKind::kw_else, orelse)) {
    return nullptr;
  }
  const SourceSpan span = statement_span_from(begin);
  ForBase* statement = nullptr;
  if (is_async) {
    statement = tree_.make<AsyncFor>(span);
  } else {
    statement = tree_.make<For>(span);
  }
  statement->target = target;
  statement->iter = iter;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

StatementNode* Parser::parse_with(size_t begin, bool is_async) {
  advance();
  Sequence<WithItem> items;
  {
    Collector<WithItem> list(*this);
    // Parentheses may hold the items, or begin the first one: the colon behind them tells.
    const size_t items_begin = position_;
    if (kind() != TokenKind::lpar || !parse_with_items(list, true)) {
      if (has_error_) return nullptr;
      list.clear();
      move_to(items_begin);
      if (!parse_with_items(list, false)) return nullptr;
    }
    items = list.finish();
  }
  Statements body;
  if (!accept(TokenKind::colon) || !parse_block(body)) return nullptr;
  const SourceSpan span = statement_span_from(begin);
  WithBase* statement = nullptr;
  if (is_async) {
    statement = tree_.make<AsyncWith>(span);
  } else {
    statement = tree_.make<With>(span);
  }
  statement->items = items;
  statement->body = body;
  return statement;
}

// Stops before the colon that must follow.
bool Parser::parse_with_items(Collector<WithItem>& items, bool parenthesized) {
  if (parenthesized) advance();
  do {
    if (parenthesized && items.size() > 0 && kind() == TokenKind::rpar) break;
    ExpressionNode* context = parse_expression();
    if (context == nullptr) return false;
    ExpressionNode* variables = nullptr;
    if (accept(TokenKind::kw_as)) {
      variables = parse_star_target();
      if (variables == nullptr) return false;
      if (kind() != TokenKind::comma && kind() != TokenKind::rpar && kind() != TokenKind::colon) {
        return false;
      }
    }
    auto* item = tree_.make<WithItem>(SourceSpan());
    item->context_expr = context;
    item->optional_vars = variables;
    items.add(item);
  } while (accept(TokenKind::comma));
  if (parenthesized && !accept(TokenKind::rpar)) return false;
  return kind() == TokenKind::colon;
}

StatementNode* Parser::parse_try() {
  const size_t begin = position_;
  advance();
  Statements body, orelse, finalbody;
  if (!accept(TokenKind::colon) || !parse_block(body)) return nullptr;
  const bool is_star = kind() == TokenKind::kw_except && kind_after(1) == TokenKind::star;
  Sequence<ExceptHandler> handlers;
  {
    Collector<ExceptHandler> list(*this);
    if (!parse_handlers(list, is_star)) return nullptr;
    handlers = list.finish();
  }
  if (handlers.empty() && kind() != TokenKind::kw_finally) return nullptr;
  if (!parse_optional_block(TokenKind::kw_else, orelse) ||
      !parse_optional_block(TokenKind::kw_finally, finalbody)) {
    return nullptr;
  }
  const SourceSpan span = statement_span_from(begin);
  TryBase* statement = nullptr;
  if (is_star) {
    statement = tree_.make<TryStar>(span);
  } else {
    statement = tree_.make<Try>(span);
  }
  statement->body = body;
  statement->handlers = handlers;
  statement->orelse = orelse;
  statement->finalbody = finalbody;
  return statement;
}

bool Parser::parse_handlers(Collector<ExceptHandler>& handlers, bool is_star) {
  while (kind() == TokenKind::kw_except) {
    const size_t begin = position_;
    advance();
    if (accept(TokenKind::star) != is_star) return false;
    ExpressionNode* type = nullptr;
    Identifier name;
    if (kind() != TokenKind::colon || is_star) {
      type = parse_expression();
      if (type == nullptr) return false;
      if (accept(TokenKind::kw_as)) {
        name = take_name();
        if (name.data() == nullptr) return false;
      }
    }
    Statements body;
    if (!accept(TokenKind::colon) || !parse_block(body)) return false;
    auto* handler = tree_.make<ExceptHandler>(statement_span_from(begin));
    handler->type = type;
    handler->name = name;
    handler->body = body;
    handlers.add(handler);
  }
  return true;
}

}  // namespace lockstep
