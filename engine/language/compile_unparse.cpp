#include "language/compile_unparse.h"

#include <cmath>
#include <vector>

#include "language/compile_constants.h"
#include "text/escape.h"

// Every node is written at a level: the precedence its place demands. What binds weaker gets
// parentheses. Left-leaning chains are written from the inside out, in a loop.
namespace lockstep {

using namespace ast;

namespace {

enum Level : int {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kArithmetic,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

struct OperatorText {
  const char* text;
  Level level;
};

OperatorText operator_text(ast::BinaryOperator op) {
  using Op = ast::BinaryOperator;
  switch (op) {
    case Op::add: return {" + ", kArithmetic};
    case Op::sub: return {" - ", kArithmetic};
    case Op::mult: return {" * ", kTerm};
    case Op::mat_mult: return {" @ ", kTerm};
    case Op::div: return {" / ", kTerm};
    case Op::mod: return {" % ", kTerm};
    case Op::l_shift: return {" << ", kShift};
    case Op::r_shift: return {" >> ", kShift};
    case Op::bit_or: return {" | ", kBitOr};
    case Op::bit_xor: return {" ^ ", kBitXor};
    case Op::bit_and: return {" & ", kBitAnd};
    case Op::floor_div: return {" // ", kTerm};
    case Op::pow: return {" ** ", kPower};
  }
  return {"", kAtom};
}

const char* compare_text(ast::CompareOperator op) {
  using Op = ast::CompareOperator;
  switch (op) {
    case Op::eq: return " == ";
    case Op::not_eq_: return " != ";
    case Op::lt: return " < ";
    case Op::lt_e: return " <= ";
    case Op::gt: return " > ";
    case Op::gt_e: return " >= ";
    case Op::is: return " is ";
    case Op::is_not: return " is not ";
    case Op::in: return " in ";
    case Op::not_in: return " not in ";
  }
  return "";
}

Level above(Level level) { return static_cast<Level>(level + 1); }

std::string enclose(bool condition, std::string text) {
  return condition ? "(" + text + ")" : text;
}

std::string write(const ExpressionNode& node, Level level);

std::string write_all(Expressions items, Level level = kTest) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    text += write(*items[i], level);
  }
  return text;
}

std::string write_arguments(const Arguments& arguments) {
  std::string text;
  bool is_first = true;
  auto separate = [&] {
    if (!is_first) text += ", ";
    is_first = false;
  };
  const size_t positional = arguments.posonlyargs.size() + arguments.args.size();
  for (size_t i = 0; i < positional; ++i) {
    const bool is_only = i < arguments.posonlyargs.size();
    const Arg& parameter = is_only ? *arguments.posonlyargs[i]
                                   : *arguments.args[i - arguments.posonlyargs.size()];
    separate();
    text += parameter.arg;
    const size_t required = positional - arguments.defaults.size();
    if (i >= required) text += "=" + write(*arguments.defaults[i - required], kTest);
    if (is_only && i + 1 == arguments.posonlyargs.size()) text += ", /";
  }
  if (arguments.vararg != nullptr || !arguments.kwonlyargs.empty()) {
    separate();
    text += "*";
    if (arguments.vararg != nullptr) text += arguments.vararg->arg;
  }
  for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
    separate();
    text += arguments.kwonlyargs[i]->arg;
    if (arguments.kw_defaults[i] != nullptr) {
      text += "=" + write(*arguments.kw_defaults[i], kTest);
    }
  }
  if (arguments.kwarg != nullptr) {
    separate();
    text += "**";
    text += arguments.kwarg->arg;
  }
  return text;
}

std::string write_comprehensions(Sequence<Comprehension> generators) {
  std::string text;
  for (const Comprehension* generator : generators) {
    text += generator->is_async ? " async for " : " for ";
    text += write(*generator->target, kTuple) + " in " + write(*generator->iter, above(kTest));
    for (const ExpressionNode* test : generator->ifs) {
      text += " if " + write(*test, above(kTest));
    }
  }
  return text;
}

std::string write_call_arguments(const Call& call) {
  if (call.args.size() == 1 && call.keywords.empty() &&
      call.args.front()->kind == NodeKind::generator_exp) {
    return write(*call.args.front(), kAtom);  // brings its own parentheses
  }
  std::string text = write_all(call.args);
  for (const Keyword* keyword : call.keywords) {
    if (!text.empty()) text += ", ";
    if (keyword->arg.data() == nullptr) {
      text += "**";
    } else {
      text += keyword->arg;
      text += "=";
    }
    text += write(*keyword->value, kTest);
  }
  return "(" + text + ")";
}

std::string write_dict(const Dict& dict) {
  std::string text;
  for (size_t i = 0; i < dict.keys.size(); ++i) {
    if (i > 0) text += ", ";
    if (dict.keys[i] == nullptr) {
      text += "**" + write(*dict.values[i], kBitOr);
    } else {
      text += write(*dict.keys[i], kTest) + ": " + write(*dict.values[i], kTest);
    }
  }
  return "{" + text + "}";
}

std::string write_constant(const ast::Constant& constant) {
  const ConstantValue value = constant_value(constant);
  switch (constant.type) {
    case ConstantType::ellipsis: return "...";
    case ConstantType::string:
      return (constant.unicode_prefix ? "u" : "") + string_repr(value.text);
    case ConstantType::floating:
      if (std::isinf(value.real)) return "1e309";
      break;
    case ConstantType::imaginary:
      if (std::isinf(value.real)) return "1e309j";
      break;
    default: break;
  }
  return constant_repr(value);
}

std::string write_string_part(const ExpressionNode& part) {
  if (const auto* constant = try_as<ast::Constant>(&part)) {
    std::string text;
    for (char letter : constant->text) {
      text += letter;
      if (letter == '{' || letter == '}') text += letter;
    }
    return text;
  }
  if (const auto* joined = try_as<JoinedStr>(&part)) {
    std::string text;
    for (const ExpressionNode* inner : joined->values) text += write_string_part(*inner);
    return text;
  }
  const auto& value = as<FormattedValue>(part);
  const std::string expression = write(*value.value, above(kTest));
  std::string text = expression.starts_with('{') ? "{ " : "{";
  text += expression;
  if (value.conversion > 0) {
    text += '!';
    text += static_cast<char>(value.conversion);
  }
  if (value.format_spec != nullptr) text += ":" + write_string_part(*value.format_spec);
  return text + "}";
}

std::string write_slice(const Slice& slice) {
  std::string text;
  if (slice.lower != nullptr) text += write(*slice.lower, kTest);
  text += ":";
  if (slice.upper != nullptr) text += write(*slice.upper, kTest);
  if (slice.step != nullptr) text += ":" + write(*slice.step, kTest);
  return text;
}

std::string write_unary(const UnaryOp& node, Level level) {
  switch (node.op) {
    case ast::UnaryOperator::not_:
      return enclose(level > kNot, "not " + write(*node.operand, kNot));
    case ast::UnaryOperator::invert:
      return enclose(level > kFactor, "~" + write(*node.operand, kFactor));
    case ast::UnaryOperator::u_add:
      return enclose(level > kFactor, "+" + write(*node.operand, kFactor));
    case ast::UnaryOperator::u_sub:
      return enclose(level > kFactor, "-" + write(*node.operand, kFactor));
  }
  return "";
}

std::string write_leaf(const ExpressionNode& node, Level level) {
  switch (node.kind) {
    case NodeKind::bool_op: {
      const auto& operation = as<BoolOp>(node);
      const bool is_and = operation.op == BoolOperator::and_;
      const Level own = is_and ? kAnd : kOr;
      std::string text;
      for (const ExpressionNode* value : operation.values) {
        if (!text.empty()) text += is_and ? " and " : " or ";
        text += write(*value, above(own));
      }
      return enclose(level > own, text);
    }
    case NodeKind::unary_op: return write_unary(as<UnaryOp>(node), level);
    case NodeKind::lambda: {
      const Arguments& arguments = *as<Lambda>(node).args;
      // CPython writes the space only in front of positional parameters.
      const bool has_space = !arguments.posonlyargs.empty() || !arguments.args.empty();
      return enclose(level > kTest, (has_space ? "lambda " : "lambda") +
                                        write_arguments(arguments) + ": " +
                                        write(*as<Lambda>(node).body, kTest));
    }
    case NodeKind::if_exp: {
      const auto& choice = as<IfExp>(node);
      return enclose(level > kTest, write(*choice.body, above(kTest)) + " if " +
                                        write(*choice.test, above(kTest)) + " else " +
                                        write(*choice.orelse, kTest));
    }
    case NodeKind::dict: return write_dict(as<Dict>(node));
    case NodeKind::set: return "{" + write_all(as<Set>(node).elts) + "}";
    case NodeKind::generator_exp:
      return "(" + write(*as<GeneratorExp>(node).elt, kTest) +
             write_comprehensions(as<GeneratorExp>(node).generators) + ")";
    case NodeKind::list_comp:
      return "[" + write(*as<ListComp>(node).elt, kTest) +
             write_comprehensions(as<ListComp>(node).generators) + "]";
    case NodeKind::set_comp:
      return "{" + write(*as<SetComp>(node).elt, kTest) +
             write_comprehensions(as<SetComp>(node).generators) + "}";
    case NodeKind::dict_comp:
      return "{" + write(*as<DictComp>(node).key, kTest) + ": " +
             write(*as<DictComp>(node).value, kTest) +
             write_comprehensions(as<DictComp>(node).generators) + "}";
    case NodeKind::compare: {
      const auto& comparison = as<Compare>(node);
      std::string text = write(*comparison.left, above(kCompare));
      for (size_t i = 0; i < comparison.ops.size(); ++i) {
        text += compare_text(comparison.ops[i]);
        text += write(*comparison.comparators[i], above(kCompare));
      }
      return enclose(level > kCompare, text);
    }
    case NodeKind::formatted_value:
    case NodeKind::joined_str: return "f" + string_repr(write_string_part(node));
    case NodeKind::constant: return write_constant(as<ast::Constant>(node));
    case NodeKind::starred: return "*" + write(*as<Starred>(node).value, kBitOr);
    case NodeKind::name: return std::string(as<Name>(node).id);
    case NodeKind::list: return "[" + write_all(as<List>(node).elts) + "]";
    case NodeKind::tuple: {
      const auto& items = as<Tuple>(node).elts;
      if (items.empty()) return "()";
      return enclose(level > kTuple, write_all(items) + (items.size() == 1 ? "," : ""));
    }
    case NodeKind::slice: return write_slice(as<Slice>(node));
    case NodeKind::yield:
      if (as<Yield>(node).value == nullptr) return "(yield)";
      return "(yield " + write(*as<Yield>(node).value, kTest) + ")";
    case NodeKind::yield_from:
      return "(yield from " + write(*as<YieldFrom>(node).value, kTest) + ")";
    case NodeKind::await:
      return enclose(level > kAwait, "await " + write(*as<Await>(node).value, kAtom));
    case NodeKind::named_expr:
      return enclose(level > kTuple, write(*as<NamedExpr>(node).target, kAtom) + " := " +
                                         write(*as<NamedExpr>(node).value, kAtom));
    default: ENSURE(false);
  }
  return "";
}

const ExpressionNode* left_operand_of(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::bin_op: return as<BinOp>(node).left;
    case NodeKind::attribute: return as<Attribute>(node).value;
    case NodeKind::subscript: return as<Subscript>(node).value;
    case NodeKind::call: return as<Call>(node).func;
    default: return nullptr;
  }
}

// The level a link demands of what stands to its left.
Level left_level(const ExpressionNode& node) {
  const auto* operation = try_as<BinOp>(&node);
  if (operation == nullptr) return kAtom;
  const Level own = operator_text(operation->op).level;
  return operation->op == ast::BinaryOperator::pow ? above(own) : own;
}

std::string write_link(const ExpressionNode& node, std::string left, Level level) {
  switch (node.kind) {
    case NodeKind::bin_op: {
      const auto& operation = as<BinOp>(node);
      const OperatorText op = operator_text(operation.op);
      const bool leans_right = operation.op == ast::BinaryOperator::pow;
      left += op.text;
      left += write(*operation.right, leans_right ? op.level : above(op.level));
      return enclose(level > op.level, std::move(left));
    }
    case NodeKind::attribute: {
      const auto* number = try_as<ast::Constant>(as<Attribute>(node).value);
      const bool is_integer = number != nullptr && (number->type == ConstantType::integer ||
                                                    number->type == ConstantType::big_integer);
      left += is_integer ? " ." : ".";
      left += as<Attribute>(node).attr;
      return left;
    }
    case NodeKind::subscript:
      return std::move(left) + "[" + write(*as<Subscript>(node).slice, kTuple) + "]";
    default: return std::move(left) + write_call_arguments(as<Call>(node));
  }
}

std::string write(const ExpressionNode& node, Level level) {
  std::vector<const ExpressionNode*> links;
  const ExpressionNode* first = &node;
  while (const ExpressionNode* left = left_operand_of(*first)) {
    links.push_back(first);
    first = left;
  }
  if (links.empty()) return write_leaf(node, level);
  std::string text = write_leaf(*first, left_level(*links.back()));
  while (!links.empty()) {
    const ExpressionNode& link = *links.back();
    links.pop_back();
    text = write_link(link, std::move(text), links.empty() ? level : left_level(*links.back()));
  }
  return text;
}

}  // namespace

std::string unparse(const ExpressionNode& expression) { return write(expression, kTest); }

}  // namespace lockstep
