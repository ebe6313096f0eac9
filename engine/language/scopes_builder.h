#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/scopes.h"
#include "language/scopes_analyzer.h"

namespace lockstep {

// The first half of making a ScopeTable: walks the tree once and notes for each block which names
// it mentions and how. Nesting is bounded by the parser; chains are walked in loops.
class ScopeBuilder {
 public:
  ScopeBuilder(TextPool& pool, bool future_annotations);

  std::unique_ptr<Scope> build(const ast::Node& root);
  std::unordered_map<const ast::Node*, Scope*> take_scopes() { return std::move(by_node_); }
  const ScopeError& error() const { return error_; }
  const ScopeDirectives& directives() const { return directives_; }

 private:
  enum class Mention : uint8_t { used, assigned, imported, parameter, annotated, global, nonlocal };

  bool failed() const { return error_.message.data() != nullptr; }
  void fail(SourceSpan span, std::string message);
  std::string_view mangled(std::string_view name);
  Symbol& note(std::string_view name, Mention mention, SourceSpan span);
  Symbol& note_in(Scope& scope, std::string_view name, Mention mention, SourceSpan span);

  Scope* enter(ScopeKind kind, std::string_view name, const ast::Node& node);
  void leave() { scope_ = scope_->parent; }

  void visit_statements(ast::Statements statements);
  void visit_statement(const ast::StatementNode& statement);
  void visit_function(const ast::FunctionBase& function, bool is_async);
  void visit_class(const ast::ClassDef& definition);
  void visit_annotated_assignment(const ast::AnnAssign& statement);
  void visit_declaration(std::span<const ast::Identifier> names, bool is_global, SourceSpan span);
  void visit_if(const ast::If& statement);
  void visit_try(const ast::TryBase& statement);
  void visit_import_alias(const ast::Alias& alias);

  void visit(const ast::ExpressionNode* expression);  // null is allowed
  void visit_all(ast::Expressions expressions);
  void visit_leaf(const ast::ExpressionNode& expression);
  void visit_call_arguments(const ast::Call& call);
  void visit_name(const ast::Name& name);
  void visit_walrus(const ast::NamedExpr& expression);
  void visit_lambda(const ast::Lambda& lambda);
  void visit_yield(const ast::ExpressionNode& expression, const ast::ExpressionNode* value);
  void visit_comprehension(const ast::ExpressionNode& node, ComprehensionKind kind,
                           ast::Sequence<ast::Comprehension> generators,
                           const ast::ExpressionNode& element, const ast::ExpressionNode* value);
  void visit_generator(const ast::Comprehension& generator);
  void bind_walrus_outside(const ast::Name& target);

  void visit_defaults(const ast::Arguments& arguments);
  void visit_annotations(const ast::Arguments& arguments, const ast::ExpressionNode* returns);
  void visit_annotation(const ast::ExpressionNode* annotation);
  void visit_parameters(const ast::Arguments& arguments);
  bool reject_in_annotation(const char* what, SourceSpan span);

  void visit_pattern(const ast::PatternNode& pattern);

  TextPool& pool_;
  const bool future_annotations_;
  std::unordered_map<const ast::Node*, Scope*> by_node_;
  ScopeDirectives directives_;
  ScopeError error_;
  Scope* scope_ = nullptr;
  std::string_view class_name_;         // of the innermost class, for mangling
  int comprehension_iterable_depth_ = 0;
  bool in_comprehension_target_ = false;
  bool in_annotation_ = false;
};

}  // namespace lockstep
