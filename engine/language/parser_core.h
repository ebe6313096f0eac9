#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/ast_tree.h"
#include "language/lexer.h"
#include "language/syntax_error.h"
#include "language/token.h"

// The inside of parser.h; nothing else includes it.
namespace lockstep {

// The tokens of a module, or of one replacement field of an f-string. CPython reads tokens as the
// parser asks for them; here all are read before, and a mistake found on the way is the last
// token, of kind `error`: it counts only if somebody gets that far.
struct TokenBuffer {
  std::string_view source;
  std::vector<Token> tokens;  // never empty; ends in end_marker or error
  LexerError error;
  std::vector<SyntaxWarning> warnings;
  std::vector<OpenBracket> open_brackets;  // as they were at the end
  // Errors in a replacement field are worded and placed on their own: see syntax_report.h.
  bool is_replacement_field = false;
  // See SourceOrigin.
  bool is_file = false;
  bool counts_bytes = false;
  // The last line's end is only ours: CPython adds one to modules, but not to expressions.
  bool lacks_line_end = false;
  int32_t first_line = 1;  // the number of the source's first line
  int32_t first_column = 0;  // added to the columns of that line

  std::string_view text(const Token& token) const {
    return source.substr(token.begin, token.end - token.begin);
  }
};

TokenBuffer read_tokens(std::string_view source);
// `source` is the expression between parentheses of our own, the first of which stands for the
// brace at the given place.
TokenBuffer read_replacement_field(std::string_view source, int32_t line, int32_t column);

// Builds the tree of what is right, by recursive descent, and gives up at the first thing that is
// not: then every function returns null, and syntax_diagnosis.h looks for the reason. Only the
// insides of literals and too deep a nesting are reported from here, through error().
//
// The functions for expressions are also used on a part of the tokens (`limit`), which then must
// be known to hold just such an expression.
class Parser {
 public:
  Parser(ast::Tree& tree, const TokenBuffer& buffer, int depth = 0);

  ast::Module* parse_module();
  ast::Expression* parse_expression_root();
  ast::ExpressionNode* parse_replacement_field();

  // Null, or what is wrong with a literal or the depth.
  const SyntaxError* error() const { return has_error_ ? &error_ : nullptr; }
  // The number of tokens looked at.
  size_t fill() const { return fill_; }

  // For the diagnosis: parses the tokens [begin, end), known to be of that kind.
  ast::ExpressionNode* parse_fragment(size_t begin, size_t end);
  ast::Call* parse_arguments_fragment(size_t begin, size_t end);
  ast::ExpressionNode* last_of_clauses_fragment(size_t begin, size_t end);
  ast::Patterns parse_patterns_fragment(size_t begin, size_t end);
  // Parses the string literals at `begin`, for the sake of their errors.
  void check_strings(size_t begin, size_t fill);

 private:
  template <class T>
  class Collector;
  class DepthGuard;
  class Strings;
  struct ArgumentList {
    ast::Expressions args;
    ast::Sequence<ast::Keyword> keywords;
  };

  // ---- tokens (parser.cpp) ----
  const Token& token(size_t ahead = 0);
  TokenKind kind() const { return kind_; }
  TokenKind kind_after(size_t ahead) { return token(ahead).kind; }
  void advance() { move_to(position_ + 1); }
  void move_to(size_t position);
  bool accept(TokenKind kind);
  bool at_soft_keyword(std::string_view word);
  ast::Identifier take_name();  // data() is null when there is no name
  // From that token up to the last one taken.
  SourceSpan span_from(size_t begin) const;
  SourceSpan statement_span_from(size_t begin) const;
  bool starts_expression() const;
  void set_error(SyntaxError error);
  void set_error_at_last_token(std::string message);
  void limit_to(size_t begin, size_t end);

  // ---- statements and blocks (parser_statements.cpp) ----
  bool parse_statements(Collector<ast::StatementNode>& body);
  bool parse_statement(Collector<ast::StatementNode>& body);
  bool parse_simple_statements(Collector<ast::StatementNode>& body);
  bool parse_block(ast::Statements& body);
  ast::StatementNode* parse_simple_statement();
  ast::StatementNode* parse_expression_statement();
  ast::StatementNode* finish_assignment(size_t begin, ast::ExpressionNode* first);
  ast::StatementNode* finish_annotation(size_t begin, ast::ExpressionNode* target);
  ast::StatementNode* finish_augmented(size_t begin, ast::ExpressionNode* target);
  ast::StatementNode* parse_del();
  ast::StatementNode* parse_raise();
  ast::StatementNode* parse_assert();
  ast::StatementNode* parse_import();
  ast::StatementNode* parse_import_from();
  ast::Identifier parse_dotted_name();
  ast::Alias* parse_alias(bool dotted);
  template <class T>
  ast::StatementNode* parse_name_list();

  // ---- compound statements (parser_compound.cpp) ----
  ast::StatementNode* parse_compound_statement();
  ast::StatementNode* parse_decorated();
  ast::StatementNode* parse_async(size_t begin);
  ast::StatementNode* parse_function(size_t begin, bool is_async, ast::Expressions decorators);
  ast::StatementNode* parse_class(ast::Expressions decorators);
  ast::StatementNode* parse_if();
  ast::StatementNode* parse_while();
  ast::StatementNode* parse_for(size_t begin, bool is_async);
  ast::StatementNode* parse_with(size_t begin, bool is_async);
  bool parse_with_items(Collector<ast::WithItem>& items, bool parenthesized);
  ast::StatementNode* parse_try();
  bool parse_handlers(Collector<ast::ExceptHandler>& handlers, bool is_star);
  bool parse_optional_block(TokenKind keyword, ast::Statements& body);

  // ---- match (parser_patterns.cpp) ----
  ast::StatementNode* parse_match();
  ast::ExpressionNode* parse_subject();
  ast::MatchCase* parse_case();
  ast::PatternNode* parse_patterns();
  ast::PatternNode* parse_pattern();
  ast::PatternNode* parse_or_pattern();
  ast::PatternNode* parse_closed_pattern();
  ast::PatternNode* parse_maybe_star_pattern();
  ast::PatternNode* parse_name_pattern();
  ast::PatternNode* parse_class_pattern(size_t begin, ast::ExpressionNode* cls);
  ast::PatternNode* parse_bracket_pattern();
  ast::PatternNode* parse_mapping_pattern();
  ast::ExpressionNode* parse_literal_pattern_value();
  ast::ExpressionNode* parse_signed_number();
  ast::ExpressionNode* parse_attribute_chain();
  bool at_capture();

  // ---- expressions (parser_expressions.cpp) ----
  ast::ExpressionNode* parse_star_expressions();
  ast::ExpressionNode* parse_star_expression();
  ast::ExpressionNode* parse_star_named_expression();
  ast::ExpressionNode* parse_named_expression();
  ast::ExpressionNode* parse_expression();
  ast::ExpressionNode* parse_yield();
  ast::ExpressionNode* parse_assigned_value();
  ast::ExpressionNode* parse_lambda();
  // How tightly operators bind, loosest first.
  enum Level : int8_t {
    kNone,
    kOr,
    kAnd,
    kNot,
    kComparison,
    kBitwiseOr,
    kBitwiseXor,
    kBitwiseAnd,
    kShift,
    kSum,
    kTerm,
  };
  struct BinaryInfo {
    int level;
    ast::BinaryOperator op;
  };
  static BinaryInfo binary_info(TokenKind kind);
  // An expression of operators that bind at least as tightly as `level`.
  ast::ExpressionNode* parse_operators(int level);
  ast::ExpressionNode* parse_bool_operands(size_t begin, ast::ExpressionNode* first, int level);
  ast::ExpressionNode* parse_comparisons(size_t begin, ast::ExpressionNode* left);
  ast::ExpressionNode* parse_unary();
  ast::ExpressionNode* parse_primary();
  ast::ExpressionNode* parse_call(size_t begin, ast::ExpressionNode* function);
  bool parse_arguments(ArgumentList& list, TokenKind end);
  ast::ExpressionNode* parse_slices();
  ast::ExpressionNode* parse_slice();
  bool parse_generators(ast::Sequence<ast::Comprehension>& generators);
  ast::ExpressionNode* parse_star_targets();
  ast::ExpressionNode* parse_star_target();
  // Turns an expression into a target; false where CPython's grammar has no such target.
  static bool make_target(ast::ExpressionNode* node, ast::Context context);

  // ---- atoms (parser_atoms.cpp) ----
  ast::ExpressionNode* parse_atom();
  ast::ExpressionNode* parse_constant(ast::ConstantType type);
  ast::ExpressionNode* parse_parenthesized();
  ast::ExpressionNode* parse_list();
  ast::ExpressionNode* parse_braces();
  ast::ExpressionNode* parse_dict(size_t begin, ast::ExpressionNode* first_key);
  ast::Arguments* parse_parameters(TokenKind end);
  ast::Arg* parse_parameter(TokenKind end, bool is_vararg);

  // ---- literals (parser_literals.cpp, parser_strings.cpp) ----
  ast::ExpressionNode* parse_number();
  ast::ExpressionNode* parse_strings();

  ast::Tree& tree_;
  const TokenBuffer& buffer_;
  std::span<const Token> tokens_;
  Token stop_;  // what lies behind a limit
  size_t position_ = 0;
  TokenKind kind_;
  size_t fill_ = 1;
  int depth_;
  std::vector<const void*> scratch_;
  bool has_error_ = false;
  SyntaxError error_;
};

// Collects the items of a sequence until their number is known. Collectors share one stack, so
// they must end in the reverse order of their beginning, as local variables do.
template <class T>
class Parser::Collector {
 public:
  explicit Collector(Parser& parser) : parser_(parser), base_(parser.scratch_.size()) {}
  ~Collector() { parser_.scratch_.resize(base_); }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  void add(T* item) { parser_.scratch_.push_back(item); }
  size_t size() const { return parser_.scratch_.size() - base_; }
  T* at(size_t index) const {
    return static_cast<T*>(const_cast<void*>(parser_.scratch_[base_ + index]));
  }
  T* back() const { return at(size() - 1); }
  void clear() { parser_.scratch_.resize(base_); }

  ast::Sequence<T> finish() {
    std::span<T*> slots = parser_.tree_.template make_sequence<T>(size());
    for (size_t i = 0; i < slots.size(); ++i) slots[i] = at(i);
    return slots;
  }

 private:
  Parser& parser_;
  size_t base_;
};

// Counts how deep the parser's own recursion is; false: too deep, and error() says so.
class Parser::DepthGuard {
 public:
  explicit DepthGuard(Parser& parser);
  ~DepthGuard() { --parser_.depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  explicit operator bool() const { return !parser_.has_error_; }

 private:
  Parser& parser_;
};

}  // namespace lockstep
