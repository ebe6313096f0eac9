#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/check.h"
#include "base/source_span.h"

// The syntax tree of a program: the classes of Python 3.11's own `ast` module, under the same
// names (in CamelCase throughout: `arg` is Arg here) and with the same fields, so that what is
// known about one holds for the other. Three names had to differ: the abstract classes `stmt`,
// `expr` and `pattern` are StatementNode, ExpressionNode and PatternNode.
//
// Nodes are plain structs without virtual functions, made by the parser inside an ast::Tree and
// alive exactly as long as it. A field that may be absent is a pointer that may be null (or a
// string_view whose data() is null); every other pointer is never null. Readers switch on `kind`:
//
//   switch (node->kind) {
//     case NodeKind::bin_op: return compile(as<BinOp>(*node));
//     ...
//
// Depth: the parser bounds how deeply brackets, blocks and right-recursive operators nest (see
// parser.h), but chains are as long as the source makes them: `a + b + c ...` leans left through
// BinOp::left, `a.b().c()` through Attribute::value and Call::func, `elif` through If::orelse. Walk
// these in a loop.
//
// Threads: a tree does not change after parsing; any number of threads may read it.
namespace lockstep::ast {

enum class NodeKind : uint8_t {
  // mod
  module,
  expression,
  // stmt
  function_def,
  async_function_def,
  class_def,
  return_,
  delete_,
  assign,
  aug_assign,
  ann_assign,
  for_,
  async_for,
  while_,
  if_,
  with,
  async_with,
  match,
  raise,
  try_,
  try_star,
  assert_,
  import,
  import_from,
  global,
  nonlocal,
  expr,
  pass,
  break_,
  continue_,
  // expr
  bool_op,
  named_expr,
  bin_op,
  unary_op,
  lambda,
  if_exp,
  dict,
  set,
  list_comp,
  set_comp,
  dict_comp,
  generator_exp,
  await,
  yield,
  yield_from,
  compare,
  call,
  formatted_value,
  joined_str,
  constant,
  attribute,
  subscript,
  starred,
  name,
  list,
  tuple,
  slice,
  // pattern
  match_value,
  match_singleton,
  match_sequence,
  match_mapping,
  match_class,
  match_star,
  match_as,
  match_or,
  // the rest
  comprehension,
  except_handler,
  arguments,
  arg,
  keyword,
  alias,
  with_item,
  match_case,
};

// The name CPython's `ast` gives the class: "BinOp", "arguments", "withitem".
std::string_view kind_name(NodeKind kind);

enum class Context : uint8_t { load, store, del };
enum class BoolOperator : uint8_t { and_, or_ };
enum class UnaryOperator : uint8_t { invert, not_, u_add, u_sub };
enum class BinaryOperator : uint8_t {
  add,
  sub,
  mult,
  mat_mult,
  div,
  mod,
  pow,
  l_shift,
  r_shift,
  bit_or,
  bit_xor,
  bit_and,
  floor_div,
};
enum class CompareOperator : uint8_t { eq, not_eq_, lt, lt_e, gt, gt_e, is, is_not, in, not_in };

// What a Constant holds.
enum class ConstantType : uint8_t {
  none,
  true_,
  false_,
  ellipsis,
  integer,      // `integer`
  big_integer,  // does not fit an int64_t: `text` has its digits, `base` tells their base
  floating,     // `number`
  imaginary,    // `number`, times the imaginary unit
  string,       // `text`, UTF-8; a lone surrogate (from "\ud800") is its three bytes (WTF-8)
  bytes,        // `text`, raw
};

struct Node {
  NodeKind kind;
  SourceSpan span;  // all zeros for Module, Expression and the kinds "the rest" that CPython gives
                    // no place: Comprehension, Arguments, WithItem, MatchCase
};

struct StatementNode : Node {};
struct ExpressionNode : Node {};
struct PatternNode : Node {};

template <class T>
using Sequence = std::span<T* const>;
using Statements = Sequence<StatementNode>;
using Expressions = Sequence<ExpressionNode>;
using Patterns = Sequence<PatternNode>;
// Interned in the Tree: equal texts have equal data(). UTF-8.
using Identifier = std::string_view;

struct Arguments;
struct Keyword;
struct Comprehension;
struct ExceptHandler;
struct Alias;
struct WithItem;
struct MatchCase;

// ---- mod ----

struct Module : Node {
  static constexpr NodeKind kKind = NodeKind::module;
  Statements body;
};

// A single expression, as eval() takes it.
struct Expression : Node {
  static constexpr NodeKind kKind = NodeKind::expression;
  ExpressionNode* body;
};

// ---- stmt ----

// FunctionDef and AsyncFunctionDef. The span begins at `def` or `async`, not at a decorator.
struct FunctionBase : StatementNode {
  Identifier name;
  Arguments* args;
  Statements body;
  Expressions decorator_list;
  ExpressionNode* returns;  // null: not annotated
};
struct FunctionDef : FunctionBase {
  static constexpr NodeKind kKind = NodeKind::function_def;
};
struct AsyncFunctionDef : FunctionBase {
  static constexpr NodeKind kKind = NodeKind::async_function_def;
};

struct ClassDef : StatementNode {
  static constexpr NodeKind kKind = NodeKind::class_def;
  Identifier name;
  Expressions bases;
  Sequence<Keyword> keywords;
  Statements body;
  Expressions decorator_list;
};

struct Return : StatementNode {
  static constexpr NodeKind kKind = NodeKind::return_;
  ExpressionNode* value;  // may be null
};

struct Delete : StatementNode {
  static constexpr NodeKind kKind = NodeKind::delete_;
  Expressions targets;
};

struct Assign : StatementNode {
  static constexpr NodeKind kKind = NodeKind::assign;
  Expressions targets;  // `a = b = value` has two
  ExpressionNode* value;
};

struct AugAssign : StatementNode {
  static constexpr NodeKind kKind = NodeKind::aug_assign;
  ExpressionNode* target;  // Name, Attribute or Subscript, in store context
  BinaryOperator op;
  ExpressionNode* value;
};

struct AnnAssign : StatementNode {
  static constexpr NodeKind kKind = NodeKind::ann_assign;
  ExpressionNode* target;
  ExpressionNode* annotation;
  ExpressionNode* value;  // null: only declared
  bool simple;            // the target is a name without parentheses
};

struct ForBase : StatementNode {
  ExpressionNode* target;
  ExpressionNode* iter;
  Statements body;
  Statements orelse;
};
struct For : ForBase {
  static constexpr NodeKind kKind = NodeKind::for_;
};
struct AsyncFor : ForBase {
  static constexpr NodeKind kKind = NodeKind::async_for;
};

struct While : StatementNode {
  static constexpr NodeKind kKind = NodeKind::while_;
  ExpressionNode* test;
  Statements body;
  Statements orelse;
};

struct If : StatementNode {
  static constexpr NodeKind kKind = NodeKind::if_;
  ExpressionNode* test;
  Statements body;
  Statements orelse;  // an `elif` is the only statement here, another If
};

struct WithBase : StatementNode {
  Sequence<WithItem> items;
  Statements body;
};
struct With : WithBase {
  static constexpr NodeKind kKind = NodeKind::with;
};
struct AsyncWith : WithBase {
  static constexpr NodeKind kKind = NodeKind::async_with;
};

struct Match : StatementNode {
  static constexpr NodeKind kKind = NodeKind::match;
  ExpressionNode* subject;
  Sequence<MatchCase> cases;
};

struct Raise : StatementNode {
  static constexpr NodeKind kKind = NodeKind::raise;
  ExpressionNode* exc;    // may be null: raise again
  ExpressionNode* cause;  // may be null
};

struct TryBase : StatementNode {
  Statements body;
  Sequence<ExceptHandler> handlers;
  Statements orelse;
  Statements finalbody;
};
struct Try : TryBase {
  static constexpr NodeKind kKind = NodeKind::try_;
};
struct TryStar : TryBase {  // its handlers are `except*`
  static constexpr NodeKind kKind = NodeKind::try_star;
};

struct Assert : StatementNode {
  static constexpr NodeKind kKind = NodeKind::assert_;
  ExpressionNode* test;
  ExpressionNode* msg;  // may be null
};

struct Import : StatementNode {
  static constexpr NodeKind kKind = NodeKind::import;
  Sequence<Alias> names;
};

struct ImportFrom : StatementNode {
  static constexpr NodeKind kKind = NodeKind::import_from;
  Identifier module;  // data() is null in `from . import x`
  Sequence<Alias> names;
  int32_t level;  // the number of leading dots
};

struct Global : StatementNode {
  static constexpr NodeKind kKind = NodeKind::global;
  std::span<const Identifier> names;
};

struct Nonlocal : StatementNode {
  static constexpr NodeKind kKind = NodeKind::nonlocal;
  std::span<const Identifier> names;
};

struct Expr : StatementNode {
  static constexpr NodeKind kKind = NodeKind::expr;
  ExpressionNode* value;
};

struct Pass : StatementNode {
  static constexpr NodeKind kKind = NodeKind::pass;
};
struct Break : StatementNode {
  static constexpr NodeKind kKind = NodeKind::break_;
};
struct Continue : StatementNode {
  static constexpr NodeKind kKind = NodeKind::continue_;
};

// ---- expr ----

struct BoolOp : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::bool_op;
  BoolOperator op;
  Expressions values;  // two or more
};

struct NamedExpr : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::named_expr;
  ExpressionNode* target;  // a Name
  ExpressionNode* value;
};

struct BinOp : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::bin_op;
  ExpressionNode* left;
  BinaryOperator op;
  ExpressionNode* right;
};

struct UnaryOp : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::unary_op;
  UnaryOperator op;
  ExpressionNode* operand;
};

struct Lambda : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::lambda;
  Arguments* args;
  ExpressionNode* body;
};

struct IfExp : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::if_exp;
  ExpressionNode* test;
  ExpressionNode* body;
  ExpressionNode* orelse;
};

struct Dict : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::dict;
  Expressions keys;  // a null key: `**value`
  Expressions values;
};

struct Set : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::set;
  Expressions elts;
};

// ListComp, SetComp and GeneratorExp.
struct ComprehensionBase : ExpressionNode {
  ExpressionNode* elt;
  Sequence<Comprehension> generators;
};
struct ListComp : ComprehensionBase {
  static constexpr NodeKind kKind = NodeKind::list_comp;
};
struct SetComp : ComprehensionBase {
  static constexpr NodeKind kKind = NodeKind::set_comp;
};
struct GeneratorExp : ComprehensionBase {
  static constexpr NodeKind kKind = NodeKind::generator_exp;
};

struct DictComp : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::dict_comp;
  ExpressionNode* key;
  ExpressionNode* value;
  Sequence<Comprehension> generators;
};

struct Await : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::await;
  ExpressionNode* value;
};

struct Yield : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::yield;
  ExpressionNode* value;  // may be null
};

struct YieldFrom : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::yield_from;
  ExpressionNode* value;
};

struct Compare : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::compare;
  ExpressionNode* left;
  std::span<const CompareOperator> ops;
  Expressions comparators;  // as many as ops
};

struct Call : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::call;
  ExpressionNode* func;
  Expressions args;            // a Starred for `*iterable`
  Sequence<Keyword> keywords;  // in source order; `**mapping` has no name
};

// One replacement field of an f-string. As in 3.11 its span is that of the whole (concatenated)
// string; the expression inside has its own.
struct FormattedValue : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::formatted_value;
  ExpressionNode* value;
  int32_t conversion;           // 's', 'r', 'a', or -1 for none
  ExpressionNode* format_spec;  // a JoinedStr, or null
};

struct JoinedStr : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::joined_str;
  Expressions values;  // string Constants and FormattedValues
};

struct Constant : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::constant;
  ConstantType type;
  bool unicode_prefix;  // written u"...": `kind='u'`
  uint8_t base;         // of a big_integer's digits: 2, 8, 10 or 16
  union {
    int64_t integer;
    double number;
  };
  std::string_view text;  // interned; may contain zero bytes
};

struct Attribute : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::attribute;
  ExpressionNode* value;
  Identifier attr;
  Context ctx;
};

struct Subscript : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::subscript;
  ExpressionNode* value;
  ExpressionNode* slice;
  Context ctx;
};

struct Starred : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::starred;
  ExpressionNode* value;
  Context ctx;
};

struct Name : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::name;
  Identifier id;
  Context ctx;
};

struct List : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::list;
  Expressions elts;
  Context ctx;
};

struct Tuple : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::tuple;
  Expressions elts;
  Context ctx;
};

// Only as Subscript::slice, or an element of a Tuple there.
struct Slice : ExpressionNode {
  static constexpr NodeKind kKind = NodeKind::slice;
  ExpressionNode* lower;  // each may be null
  ExpressionNode* upper;
  ExpressionNode* step;
};

// ---- pattern ----

struct MatchValue : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_value;
  ExpressionNode* value;
};

struct MatchSingleton : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_singleton;
  ConstantType value;  // none, true_ or false_
};

struct MatchSequence : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_sequence;
  Patterns patterns;
};

struct MatchMapping : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_mapping;
  Expressions keys;
  Patterns patterns;
  Identifier rest;  // data() is null without `**rest`
};

struct MatchClass : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_class;
  ExpressionNode* cls;
  Patterns patterns;
  std::span<const Identifier> kwd_attrs;
  Patterns kwd_patterns;  // as many as kwd_attrs
};

struct MatchStar : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_star;
  Identifier name;  // data() is null for `*_`
};

struct MatchAs : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_as;
  PatternNode* pattern;  // null: a bare capture
  Identifier name;       // data() is null for `_`
};

struct MatchOr : PatternNode {
  static constexpr NodeKind kKind = NodeKind::match_or;
  Patterns patterns;
};

// ---- the rest ----

struct Comprehension : Node {
  static constexpr NodeKind kKind = NodeKind::comprehension;
  ExpressionNode* target;
  ExpressionNode* iter;
  Expressions ifs;
  bool is_async;
};

struct ExceptHandler : Node {
  static constexpr NodeKind kKind = NodeKind::except_handler;
  ExpressionNode* type;  // null in a bare `except:`
  Identifier name;       // data() is null without `as name`
  Statements body;
};

struct Arg : Node {
  static constexpr NodeKind kKind = NodeKind::arg;
  Identifier arg;
  ExpressionNode* annotation;  // may be null; a Starred in `*args: *types`
};

struct Arguments : Node {
  static constexpr NodeKind kKind = NodeKind::arguments;
  Sequence<Arg> posonlyargs;
  Sequence<Arg> args;
  Arg* vararg;  // may be null
  Sequence<Arg> kwonlyargs;
  Expressions kw_defaults;  // as many as kwonlyargs; null: required
  Arg* kwarg;               // may be null
  Expressions defaults;     // of the last positional parameters
};

struct Keyword : Node {
  static constexpr NodeKind kKind = NodeKind::keyword;
  Identifier arg;  // data() is null for `**value`
  ExpressionNode* value;
};

struct Alias : Node {
  static constexpr NodeKind kKind = NodeKind::alias;
  Identifier name;    // dotted, or "*"
  Identifier asname;  // data() is null without `as`
};

struct WithItem : Node {
  static constexpr NodeKind kKind = NodeKind::with_item;
  ExpressionNode* context_expr;
  ExpressionNode* optional_vars;  // may be null
};

struct MatchCase : Node {
  static constexpr NodeKind kKind = NodeKind::match_case;
  PatternNode* pattern;
  ExpressionNode* guard;  // may be null
  Statements body;
};

// ---- downcasts ----

template <class T>
const T& as(const Node& node) {
  ENSURE(node.kind == T::kKind);
  return static_cast<const T&>(node);
}

template <class T>
T& as(Node& node) {
  ENSURE(node.kind == T::kKind);
  return static_cast<T&>(node);
}

template <class T>
const T* as(const Node* node) {
  ENSURE(node != nullptr && node->kind == T::kKind);
  return static_cast<const T*>(node);
}

template <class T>
T* as(Node* node) {
  ENSURE(node != nullptr && node->kind == T::kKind);
  return static_cast<T*>(node);
}

// Null when `node` is null or of another kind.
template <class T>
const T* try_as(const Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

template <class T>
T* try_as(Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}

}  // namespace lockstep::ast
