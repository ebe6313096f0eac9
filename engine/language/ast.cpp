#include "language/ast.h"

namespace lockstep::ast {

std::string_view kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::module: return "Module";
    case NodeKind::expression: return "Expression";
    case NodeKind::function_def: return "FunctionDef";
    case NodeKind::async_function_def: return "AsyncFunctionDef";
    case NodeKind::class_def: return "ClassDef";
    case NodeKind::return_: return "Return";
    case NodeKind::delete_: return "Delete";
    case NodeKind::assign: return "Assign";
    case NodeKind::aug_assign: return "AugAssign";
    case NodeKind::ann_assign: return "AnnAssign";
    case NodeKind::for_: return "For";
    case NodeKind::async_for: return "AsyncFor";
    case NodeKind::while_: return "While";
    case NodeKind::if_: return "If";
    case NodeKind::with: return "With";
    case NodeKind::async_with: return "AsyncWith";
    case NodeKind::match: return "Match";
    case NodeKind::raise: return "Raise";
    case NodeKind::try_: return "Try";
    case NodeKind::try_star: return "TryStar";
    case NodeKind::assert_: return "Assert";
    case NodeKind::import: return "Import";
    case NodeKind::import_from: return "ImportFrom";
    case NodeKind::global: return "Global";
    case NodeKind::nonlocal: return "Nonlocal";
    case NodeKind::expr: return "Expr";
    case NodeKind::pass: return "Pass";
    case NodeKind::break_: return "Break";
    case NodeKind::continue_: return "Continue";
    case NodeKind::bool_op: return "BoolOp";
    case NodeKind::named_expr: return "NamedExpr";
    case NodeKind::bin_op: return "BinOp";
    case NodeKind::unary_op: return "UnaryOp";
    case NodeKind::lambda: return "Lambda";
    case NodeKind::if_exp: return "IfExp";
    case NodeKind::dict: return "Dict";
    case NodeKind::set: return "Set";
    case NodeKind::list_comp: return "ListComp";
    case NodeKind::set_comp: return "SetComp";
    case NodeKind::dict_comp: return "DictComp";
    case NodeKind::generator_exp: return "GeneratorExp";
    case NodeKind::await: return "Await";
    case NodeKind::yield: return "Yield";
    case NodeKind::yield_from: return "YieldFrom";
    case NodeKind::compare: return "Compare";
    case NodeKind::call: return "Call";
    case NodeKind::formatted_value: return "FormattedValue";
    case NodeKind::joined_str: return "JoinedStr";
    case NodeKind::constant: return "Constant";
    case NodeKind::attribute: return "Attribute";
    case NodeKind::subscript: return "Subscript";
    case NodeKind::starred: return "Starred";
    case NodeKind::name: return "Name";
    case NodeKind::list: return "List";
    case NodeKind::tuple: return "Tuple";
    case NodeKind::slice: return "Slice";
    case NodeKind::match_value: return "MatchValue";
    case NodeKind::match_singleton: return "MatchSingleton";
    case NodeKind::match_sequence: return "MatchSequence";
    case NodeKind::match_mapping: return "MatchMapping";
    case NodeKind::match_class: return "MatchClass";
    case NodeKind::match_star: return "MatchStar";
    case NodeKind::match_as: return "MatchAs";
    case NodeKind::match_or: return "MatchOr";
    case NodeKind::comprehension: return "comprehension";
    case NodeKind::except_handler: return "ExceptHandler";
    case NodeKind::arguments: return "arguments";
    case NodeKind::arg: return "arg";
    case NodeKind::keyword: return "keyword";
    case NodeKind::alias: return "alias";
    case NodeKind::with_item: return "withitem";
    case NodeKind::match_case: return "match_case";
  }
  return "";
}

}  // namespace lockstep::ast
