#include "language/scopes_builder.h"

#include <string>
#include <utility>

namespace lockstep {

using namespace ast;

namespace {

std::string quote(std::string_view name) { return "'" + std::string(name) + "'"; }

// Restores a variable at the end of a block.
template <class T>
class Restore {
 public:
  Restore(T& variable, T value) : variable_(variable), old_(std::exchange(variable, value)) {}
  ~Restore() { variable_ = old_; }

 private:
  T& variable_;
  T old_;
};

}  // namespace

ScopeBuilder::ScopeBuilder(TextPool& pool, bool future_annotations)
    : pool_(pool), future_annotations_(future_annotations) {}

std::unique_ptr<Scope> ScopeBuilder::build(const Node& root) {
  auto scope = std::make_unique<Scope>();
  scope->kind = ScopeKind::module;
  scope->node = &root;
  scope_ = scope.get();
  by_node_[&root] = scope_;
  if (const auto* module = try_as<Module>(&root)) {
    visit_statements(module->body);
  } else {
    visit(as<Expression>(root).body);
  }
  return scope;
}

void ScopeBuilder::fail(SourceSpan span, std::string message) {
  if (!failed()) error_ = {pool_.intern(message), span};
}

std::string_view ScopeBuilder::mangled(std::string_view name) {
  return mangle(class_name_, name, pool_);
}

Symbol& ScopeBuilder::note(std::string_view name, Mention mention, SourceSpan span) {
  return note_in(*scope_, name, mention, span);
}

Symbol& ScopeBuilder::note_in(Scope& scope, std::string_view name, Mention mention,
                              SourceSpan span) {
  Symbol& symbol = scope.add(mangled(name));
  if (mention == Mention::parameter && symbol.is_parameter) {
    fail(span, "duplicate argument " + quote(symbol.name) + " in function definition");
  }
  if (in_comprehension_target_) {
    if (symbol.is_global || symbol.is_nonlocal) {
      fail(span, "comprehension inner loop cannot rebind assignment expression target " +
                     quote(symbol.name));
    }
    symbol.is_comprehension_target = true;
  }
  switch (mention) {
    case Mention::used: symbol.is_used = true; break;
    case Mention::assigned: symbol.is_assigned = true; break;
    case Mention::imported: symbol.is_imported = true; break;
    case Mention::parameter: symbol.is_parameter = true; break;
    case Mention::annotated:
      symbol.is_assigned = true;
      symbol.is_annotated = true;
      break;
    case Mention::global: symbol.is_global = true; break;
    case Mention::nonlocal: symbol.is_nonlocal = true; break;
  }
  return symbol;
}

Scope* ScopeBuilder::enter(ScopeKind kind, std::string_view name, const Node& node) {
  auto child = std::make_unique<Scope>();
  child->kind = kind;
  child->name = pool_.intern(name);
  child->node = &node;
  child->parent = scope_;
  child->is_nested = scope_->is_nested || scope_->kind == ScopeKind::function;
  by_node_[&node] = child.get();
  scope_->children.push_back(std::move(child));
  scope_ = scope_->children.back().get();
  return scope_;
}

// ---- statements ----

void ScopeBuilder::visit_statements(Statements statements) {
  for (const StatementNode* statement : statements) {
    visit_statement(*statement);
    if (failed()) return;
  }
}

void ScopeBuilder::visit_statement(const StatementNode& statement) {
  switch (statement.kind) {
    case NodeKind::function_def: return visit_function(as<FunctionDef>(statement), false);
    case NodeKind::async_function_def: return visit_function(as<AsyncFunctionDef>(statement), true);
    case NodeKind::class_def: return visit_class(as<ClassDef>(statement));
    case NodeKind::return_: return visit(as<Return>(statement).value);
    case NodeKind::delete_: return visit_all(as<Delete>(statement).targets);
    case NodeKind::assign:
      visit_all(as<Assign>(statement).targets);
      return visit(as<Assign>(statement).value);
    case NodeKind::aug_assign:
      visit(as<AugAssign>(statement).target);
      return visit(as<AugAssign>(statement).value);
    case NodeKind::ann_assign: return visit_annotated_assignment(as<AnnAssign>(statement));
    case NodeKind::for_:
    case NodeKind::async_for: {
      const auto& loop = static_cast<const ForBase&>(statement);
      visit(loop.target);
      visit(loop.iter);
      visit_statements(loop.body);
      return visit_statements(loop.orelse);
    }
    case NodeKind::while_:
      visit(as<While>(statement).test);
      visit_statements(as<While>(statement).body);
      return visit_statements(as<While>(statement).orelse);
    case NodeKind::if_: return visit_if(as<If>(statement));
    case NodeKind::with:
    case NodeKind::async_with: {
      const auto& with = static_cast<const WithBase&>(statement);
      for (const WithItem* item : with.items) {
        visit(item->context_expr);
        visit(item->optional_vars);
      }
      return visit_statements(with.body);
    }
    case NodeKind::match: {
      const auto& match = as<Match>(statement);
      visit(match.subject);
      for (const MatchCase* match_case : match.cases) {
        visit_pattern(*match_case->pattern);
        visit(match_case->guard);
        visit_statements(match_case->body);
      }
      return;
    }
    case NodeKind::raise:
      visit(as<Raise>(statement).exc);
      return visit(as<Raise>(statement).cause);
    case NodeKind::try_:
    case NodeKind::try_star: return visit_try(static_cast<const TryBase&>(statement));
    case NodeKind::assert_:
      visit(as<Assert>(statement).test);
      return visit(as<Assert>(statement).msg);
    case NodeKind::import:
      for (const Alias* alias : as<Import>(statement).names) visit_import_alias(*alias);
      return;
    case NodeKind::import_from:
      for (const Alias* alias : as<ImportFrom>(statement).names) visit_import_alias(*alias);
      return;
    case NodeKind::global:
      return visit_declaration(as<Global>(statement).names, true, statement.span);
    case NodeKind::nonlocal:
      return visit_declaration(as<Nonlocal>(statement).names, false, statement.span);
    case NodeKind::expr: return visit(as<Expr>(statement).value);
    default: return;
  }
}

void ScopeBuilder::visit_function(const FunctionBase& function, bool is_async) {
  note(function.name, Mention::assigned, function.span);
  visit_defaults(*function.args);
  visit_annotations(*function.args, function.returns);
  visit_all(function.decorator_list);
  Scope* scope = enter(ScopeKind::function, function.name, function);
  scope->is_coroutine = is_async;
  visit_parameters(*function.args);
  visit_statements(function.body);
  leave();
}

void ScopeBuilder::visit_class(const ClassDef& definition) {
  note(definition.name, Mention::assigned, definition.span);
  visit_all(definition.bases);
  for (const Keyword* keyword : definition.keywords) visit(keyword->value);
  visit_all(definition.decorator_list);
  enter(ScopeKind::class_body, definition.name, definition);
  {
    Restore restore(class_name_, std::string_view(definition.name));
    visit_statements(definition.body);
  }
  leave();
}

void ScopeBuilder::visit_annotated_assignment(const AnnAssign& statement) {
  scope_->has_annotations = true;
  if (const auto* name = try_as<Name>(statement.target)) {
    const Symbol* symbol = scope_->find(mangled(name->id));
    if (symbol != nullptr && (symbol->is_global || symbol->is_nonlocal) && statement.simple &&
        scope_->kind != ScopeKind::module) {
      fail(statement.span, "annotated name " + quote(name->id) + " can't be " +
                               (symbol->is_global ? "global" : "nonlocal"));
      return;
    }
    if (statement.simple) {
      note(name->id, Mention::annotated, statement.span);
    } else if (statement.value != nullptr) {
      note(name->id, Mention::assigned, statement.span);
    }
  } else {
    visit(statement.target);
  }
  visit_annotation(statement.annotation);
  visit(statement.value);
}

void ScopeBuilder::visit_declaration(std::span<const Identifier> names, bool is_global,
                                     SourceSpan span) {
  const std::string word = is_global ? "global" : "nonlocal";
  for (Identifier name : names) {
    if (const Symbol* symbol = scope_->find(mangled(name))) {
      if (symbol->is_parameter) {
        fail(span, "name " + quote(name) + " is parameter and " + word);
      } else if (symbol->is_used) {
        fail(span, "name " + quote(name) + " is used prior to " + word + " declaration");
      } else if (symbol->is_annotated) {
        fail(span, "annotated name " + quote(name) + " can't be " + word);
      } else if (symbol->is_assigned) {
        fail(span, "name " + quote(name) + " is assigned to before " + word + " declaration");
      }
      if (failed()) return;
    }
    const Symbol& symbol = note(name, is_global ? Mention::global : Mention::nonlocal, span);
    directives_[scope_].push_back({symbol.name, span});
  }
}

void ScopeBuilder::visit_if(const If& statement) {
  const If* branch = &statement;
  while (true) {
    visit(branch->test);
    visit_statements(branch->body);
    if (failed()) return;
    const If* next =
        branch->orelse.size() == 1 ? try_as<If>(branch->orelse.front()) : nullptr;
    if (next == nullptr) return visit_statements(branch->orelse);
    branch = next;
  }
}

void ScopeBuilder::visit_try(const TryBase& statement) {
  visit_statements(statement.body);
  visit_statements(statement.orelse);
  for (const ExceptHandler* handler : statement.handlers) {
    visit(handler->type);
    if (handler->name.data() != nullptr) note(handler->name, Mention::assigned, handler->span);
    visit_statements(handler->body);
  }
  visit_statements(statement.finalbody);
}

void ScopeBuilder::visit_import_alias(const Alias& alias) {
  if (alias.name == "*") {
    if (scope_->kind != ScopeKind::module) {
      fail(alias.span, "import * only allowed at module level");
    }
    return;
  }
  std::string_view name = alias.name;
  if (alias.asname.data() != nullptr) {
    name = alias.asname;
  } else {
    name = name.substr(0, name.find('.'));
  }
  note(name, Mention::imported, alias.span);
}

// ---- expressions ----

void ScopeBuilder::visit_all(Expressions expressions) {
  for (const ExpressionNode* expression : expressions) visit(expression);
}

void ScopeBuilder::visit(const ExpressionNode* expression) {
  if (expression == nullptr || failed()) return;
  std::vector<const ExpressionNode*> spine;
  while (true) {
    if (expression->kind == NodeKind::attribute) {
      expression = as<Attribute>(expression)->value;
    } else if (expression->kind == NodeKind::bin_op) {
      spine.push_back(expression);
      expression = as<BinOp>(expression)->left;
    } else if (expression->kind == NodeKind::subscript) {
      spine.push_back(expression);
      expression = as<Subscript>(expression)->value;
    } else if (expression->kind == NodeKind::call) {
      spine.push_back(expression);
      expression = as<Call>(expression)->func;
    } else {
      break;
    }
  }
  visit_leaf(*expression);
  while (!spine.empty() && !failed()) {
    const ExpressionNode& node = *spine.back();
    spine.pop_back();
    if (node.kind == NodeKind::bin_op) {
      visit(as<BinOp>(node).right);
    } else if (node.kind == NodeKind::subscript) {
      visit(as<Subscript>(node).slice);
    } else {
      visit_call_arguments(as<Call>(node));
    }
  }
}

void ScopeBuilder::visit_call_arguments(const Call& call) {
  visit_all(call.args);
  for (const Keyword* keyword : call.keywords) visit(keyword->value);
}

void ScopeBuilder::visit_leaf(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::bool_op: return visit_all(as<BoolOp>(node).values);
    case NodeKind::named_expr: return visit_walrus(as<NamedExpr>(node));
    case NodeKind::unary_op: return visit(as<UnaryOp>(node).operand);
    case NodeKind::lambda: return visit_lambda(as<Lambda>(node));
    case NodeKind::if_exp:
      visit(as<IfExp>(node).test);
      visit(as<IfExp>(node).body);
      return visit(as<IfExp>(node).orelse);
    case NodeKind::dict:
      visit_all(as<Dict>(node).keys);
      return visit_all(as<Dict>(node).values);
    case NodeKind::set: return visit_all(as<Set>(node).elts);
    case NodeKind::list_comp:
      return visit_comprehension(node, ComprehensionKind::list, as<ListComp>(node).generators,
                                 *as<ListComp>(node).elt, nullptr);
    case NodeKind::set_comp:
      return visit_comprehension(node, ComprehensionKind::set, as<SetComp>(node).generators,
                                 *as<SetComp>(node).elt, nullptr);
    case NodeKind::generator_exp:
      return visit_comprehension(node, ComprehensionKind::generator,
                                 as<GeneratorExp>(node).generators, *as<GeneratorExp>(node).elt,
                                 nullptr);
    case NodeKind::dict_comp:
      return visit_comprehension(node, ComprehensionKind::dict, as<DictComp>(node).generators,
                                 *as<DictComp>(node).key, as<DictComp>(node).value);
    case NodeKind::await:
      if (reject_in_annotation("await expression", node.span)) return;
      visit(as<Await>(node).value);
      scope_->is_coroutine = true;
      return;
    case NodeKind::yield: return visit_yield(node, as<Yield>(node).value);
    case NodeKind::yield_from: return visit_yield(node, as<YieldFrom>(node).value);
    case NodeKind::compare:
      visit(as<Compare>(node).left);
      return visit_all(as<Compare>(node).comparators);
    case NodeKind::formatted_value:
      visit(as<FormattedValue>(node).value);
      return visit(as<FormattedValue>(node).format_spec);
    case NodeKind::joined_str: return visit_all(as<JoinedStr>(node).values);
    case NodeKind::starred: return visit(as<Starred>(node).value);
    case NodeKind::name: return visit_name(as<Name>(node));
    case NodeKind::list: return visit_all(as<List>(node).elts);
    case NodeKind::tuple: return visit_all(as<Tuple>(node).elts);
    case NodeKind::slice:
      visit(as<Slice>(node).lower);
      visit(as<Slice>(node).upper);
      return visit(as<Slice>(node).step);
    default: return;
  }
}

void ScopeBuilder::visit_name(const Name& name) {
  note(name.id, name.ctx == Context::load ? Mention::used : Mention::assigned, name.span);
  // super() without arguments reads the cell of the class around the method.
  if (name.ctx == Context::load && scope_->kind == ScopeKind::function && name.id == "super") {
    note("__class__", Mention::used, name.span);
  }
}

void ScopeBuilder::visit_walrus(const NamedExpr& expression) {
  if (reject_in_annotation("named expression", expression.span)) return;
  if (comprehension_iterable_depth_ > 0) {
    return fail(expression.span,
                "assignment expression cannot be used in a comprehension iterable expression");
  }
  const auto& target = *as<Name>(expression.target);
  if (scope_->comprehension != ComprehensionKind::none) {
    bind_walrus_outside(target);
    if (failed()) return;
  }
  visit(expression.value);
  visit(expression.target);
  if (Symbol* symbol = scope_->find(mangled(target.id))) symbol->is_walrus_target = true;
}

// PEP 572: a walrus in a comprehension binds in the block that the comprehension stands in.
void ScopeBuilder::bind_walrus_outside(const Name& target) {
  const std::string_view name = mangled(target.id);
  for (Scope* scope = scope_; scope != nullptr; scope = scope->parent) {
    if (scope->comprehension != ComprehensionKind::none) {
      const Symbol* symbol = scope->find(name);
      if (symbol != nullptr && symbol->is_comprehension_target) {
        return fail(target.span,
                    "assignment expression cannot rebind comprehension iteration variable " +
                        quote(target.id));
      }
      continue;
    }
    if (scope->kind == ScopeKind::class_body) {
      return fail(target.span,
                  "assignment expression within a comprehension cannot be used in a class body");
    }
    const Symbol* symbol = scope->find(name);
    const bool is_global =
        scope->kind == ScopeKind::module || (symbol != nullptr && symbol->is_global);
    note(target.id, is_global ? Mention::global : Mention::nonlocal, target.span);
    directives_[scope_].push_back({name, target.span});
    const bool outside_is_module = scope->kind == ScopeKind::module;
    note_in(*scope, target.id, outside_is_module ? Mention::global : Mention::assigned,
            target.span);
    if (outside_is_module) directives_[scope].push_back({name, target.span});
    return;
  }
}

void ScopeBuilder::visit_lambda(const Lambda& lambda) {
  visit_defaults(*lambda.args);
  Restore target(in_comprehension_target_, false);
  enter(ScopeKind::function, "<lambda>", lambda);
  visit_parameters(*lambda.args);
  visit(lambda.body);
  leave();
}

void ScopeBuilder::visit_yield(const ExpressionNode& expression, const ExpressionNode* value) {
  if (reject_in_annotation("yield expression", expression.span)) return;
  visit(value);
  scope_->is_generator = true;
  switch (scope_->comprehension) {
    case ComprehensionKind::none: return;
    case ComprehensionKind::list:
      return fail(expression.span, "'yield' inside list comprehension");
    case ComprehensionKind::set: return fail(expression.span, "'yield' inside set comprehension");
    case ComprehensionKind::dict: return fail(expression.span, "'yield' inside dict comprehension");
    case ComprehensionKind::generator:
      return fail(expression.span, "'yield' inside generator expression");
  }
}

void ScopeBuilder::visit_comprehension(const ExpressionNode& node, ComprehensionKind kind,
                                       Sequence<Comprehension> generators,
                                       const ExpressionNode& element,
                                       const ExpressionNode* value) {
  static constexpr std::string_view kNames[] = {"", "<listcomp>", "<setcomp>", "<dictcomp>",
                                                "<genexpr>"};
  const Comprehension& outermost = *generators.front();
  {
    Restore depth(comprehension_iterable_depth_, comprehension_iterable_depth_ + 1);
    visit(outermost.iter);
  }
  if (failed()) return;
  Restore target(in_comprehension_target_, false);
  Scope* scope = enter(ScopeKind::function, kNames[static_cast<int>(kind)], node);
  scope->comprehension = kind;
  scope->is_generator = kind == ComprehensionKind::generator;
  scope->is_coroutine = outermost.is_async;
  note(".0", Mention::parameter, node.span);
  {
    Restore in_target(in_comprehension_target_, true);
    visit(outermost.target);
  }
  visit_all(outermost.ifs);
  for (const Comprehension* generator : generators.subspan(1)) visit_generator(*generator);
  // In CPython's order: the value of a dict comprehension counts first.
  visit(value);
  visit(&element);
  const bool outer_must_await = scope->is_coroutine && kind != ComprehensionKind::generator;
  leave();
  if (outer_must_await) scope_->is_coroutine = true;
}

void ScopeBuilder::visit_generator(const Comprehension& generator) {
  if (failed()) return;
  {
    Restore in_target(in_comprehension_target_, true);
    visit(generator.target);
  }
  {
    Restore depth(comprehension_iterable_depth_, comprehension_iterable_depth_ + 1);
    visit(generator.iter);
  }
  visit_all(generator.ifs);
  if (generator.is_async) scope_->is_coroutine = true;
}

// ---- functions ----

void ScopeBuilder::visit_defaults(const Arguments& arguments) {
  visit_all(arguments.defaults);
  visit_all(arguments.kw_defaults);
}

void ScopeBuilder::visit_annotations(const Arguments& arguments, const ExpressionNode* returns) {
  for (const Arg* parameter : arguments.posonlyargs) visit_annotation(parameter->annotation);
  for (const Arg* parameter : arguments.args) visit_annotation(parameter->annotation);
  if (arguments.vararg != nullptr) visit_annotation(arguments.vararg->annotation);
  if (arguments.kwarg != nullptr) visit_annotation(arguments.kwarg->annotation);
  for (const Arg* parameter : arguments.kwonlyargs) visit_annotation(parameter->annotation);
  visit_annotation(returns);
}

void ScopeBuilder::visit_annotation(const ExpressionNode* annotation) {
  if (annotation == nullptr || failed()) return;
  if (!future_annotations_) return visit(annotation);
  // It becomes a string: its names count nowhere, so a scope that is thrown away takes them.
  Scope outside;
  outside.parent = scope_;
  outside.kind = scope_->kind;
  Restore scope(scope_, &outside);
  Restore flag(in_annotation_, true);
  visit(annotation);
}

bool ScopeBuilder::reject_in_annotation(const char* what, SourceSpan span) {
  if (!in_annotation_) return false;
  fail(span, "'" + std::string(what) + "' can not be used within an annotation");
  return true;
}

void ScopeBuilder::visit_parameters(const Arguments& arguments) {
  auto add = [this](const Arg& parameter) {
    note(parameter.arg, Mention::parameter, parameter.span);
  };
  for (const Arg* parameter : arguments.posonlyargs) add(*parameter);
  for (const Arg* parameter : arguments.args) add(*parameter);
  for (const Arg* parameter : arguments.kwonlyargs) add(*parameter);
  if (arguments.vararg != nullptr) add(*arguments.vararg);
  if (arguments.kwarg != nullptr) add(*arguments.kwarg);
}

// ---- patterns ----

void ScopeBuilder::visit_pattern(const PatternNode& pattern) {
  if (failed()) return;
  auto capture = [&](Identifier name) {
    if (name.data() != nullptr) note(name, Mention::assigned, pattern.span);
  };
  auto visit_each = [this](Patterns patterns) {
    for (const PatternNode* inner : patterns) visit_pattern(*inner);
  };
  switch (pattern.kind) {
    case NodeKind::match_value: return visit(as<MatchValue>(pattern).value);
    case NodeKind::match_sequence: return visit_each(as<MatchSequence>(pattern).patterns);
    case NodeKind::match_star: return capture(as<MatchStar>(pattern).name);
    case NodeKind::match_mapping:
      visit_all(as<MatchMapping>(pattern).keys);
      visit_each(as<MatchMapping>(pattern).patterns);
      return capture(as<MatchMapping>(pattern).rest);
    case NodeKind::match_class:
      visit(as<MatchClass>(pattern).cls);
      visit_each(as<MatchClass>(pattern).patterns);
      return visit_each(as<MatchClass>(pattern).kwd_patterns);
    case NodeKind::match_as:
      if (const PatternNode* inner = as<MatchAs>(pattern).pattern) visit_pattern(*inner);
      return capture(as<MatchAs>(pattern).name);
    case NodeKind::match_or: return visit_each(as<MatchOr>(pattern).patterns);
    default: return;
  }
}

}  // namespace lockstep
