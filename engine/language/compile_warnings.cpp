#include "language/compile_warnings.h"

#include "language/compile_constants.h"

namespace lockstep {

using namespace ast;

namespace {

using Folded = CodeConstant::Type;

// The class of what a literal makes; null for what is no literal.
const char* literal_class(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::tuple: return "tuple";
    case NodeKind::list:
    case NodeKind::list_comp: return "list";
    case NodeKind::dict:
    case NodeKind::dict_comp: return "dict";
    case NodeKind::set:
    case NodeKind::set_comp: return "set";
    case NodeKind::generator_exp: return "generator";
    case NodeKind::lambda: return "function";
    case NodeKind::joined_str:
    case NodeKind::formatted_value: return "str";
    default: break;
  }
  const auto value = fold(node);
  if (!value) return nullptr;
  switch (value->type) {
    case Folded::none: return "NoneType";
    case Folded::true_:
    case Folded::false_: return "bool";
    case Folded::ellipsis: return "ellipsis";
    case Folded::integer:
    case Folded::big_integer: return "int";
    case Folded::real: return "float";
    case Folded::imaginary: return "complex";
    case Folded::string: return "str";
    case Folded::bytes: return "bytes";
    case Folded::tuple: return "tuple";
    default: return "frozenset";
  }
}

bool is_sequence(std::string_view cls) {
  return cls == "str" || cls == "bytes" || cls == "tuple" || cls == "list";
}

// A literal that `is` should not be asked about.
bool is_doubtful_operand(const ExpressionNode& node) {
  const auto value = fold(node);
  return value && value->type != Folded::none && value->type != Folded::true_ && value->type != Folded::false_ &&
         value->type != Folded::ellipsis;
}

}  // namespace

void warn_of_assertion(CompileContext& context, const Assert& node) {
  const auto* tuple = try_as<Tuple>(node.test);
  if (tuple != nullptr && !tuple->elts.empty()) {
    context.warn(node.span, "assertion is always true, perhaps remove parentheses?");
  }
}

void warn_of_comparison(CompileContext& context, const Compare& node) {
  const ExpressionNode* left = node.left;
  for (size_t i = 0; i < node.ops.size(); ++i) {
    const ExpressionNode* right = node.comparators[i];
    const bool is_not = node.ops[i] == ast::CompareOperator::is_not;
    if ((is_not || node.ops[i] == ast::CompareOperator::is) &&
        (is_doubtful_operand(*left) || is_doubtful_operand(*right))) {
      context.warn(node.span, is_not ? "\"is not\" with a literal. Did you mean \"!=\"?"
                                     : "\"is\" with a literal. Did you mean \"==\"?");
    }
    left = right;
  }
}

void warn_of_call(CompileContext& context, const Call& node) {
  const char* cls = literal_class(*node.func);
  if (cls == nullptr || node.func->kind == NodeKind::lambda) return;
  context.warn(node.span, "'" + std::string(cls) + "' object is not callable; perhaps you missed a comma?");
}

void warn_of_subscript(CompileContext& context, const Subscript& node) {
  const char* found = literal_class(*node.value);
  if (found == nullptr || std::string_view(found) == "dict") return;
  const std::string cls = found;
  if (!is_sequence(cls)) {
    context.warn(node.span, "'" + cls + "' object is not subscriptable; perhaps you missed a comma?");
    return;
  }
  const char* index = literal_class(*node.slice);
  if (index == nullptr || std::string_view(index) == "int" || std::string_view(index) == "bool") return;
  context.warn(node.span, cls + " indices must be integers or slices, not " + index +
                              "; perhaps you missed a comma?");
}

}  // namespace lockstep
