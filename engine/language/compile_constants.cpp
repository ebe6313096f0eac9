#include "language/compile_constants.h"

#include <cmath>

#include "text/escape.h"
#include "text/float_text.h"
#include "text/int64_ops.h"
#include "text/integer_text.h"

namespace lockstep {

using Type = CodeConstant::Type;

namespace {

constexpr size_t kMaximumFoldedText = 4096;
constexpr int64_t kExactDouble = int64_t{1} << 53;

ConstantValue of_integer(int64_t number) {
  ConstantValue value;
  value.type = Type::integer;
  value.integer = number;
  return value;
}

ConstantValue of_real(double number) {
  ConstantValue value;
  value.type = Type::real;
  value.real = number;
  return value;
}

std::optional<ConstantValue> of_integer(std::optional<int64_t> number) {
  if (!number) return std::nullopt;
  return of_integer(*number);
}

// The number as a double, if that loses nothing.
std::optional<double> as_double(const ConstantValue& value) {
  if (value.type == Type::real) return value.real;
  if (value.type == Type::integer && value.integer >= -kExactDouble &&
      value.integer <= kExactDouble) {
    return static_cast<double>(value.integer);
  }
  return std::nullopt;
}

std::optional<ConstantValue> fold_integers(ast::BinaryOperator op, int64_t left, int64_t right) {
  switch (op) {
    case ast::BinaryOperator::add: return of_integer(int64_add(left, right));
    case ast::BinaryOperator::sub: return of_integer(int64_sub(left, right));
    case ast::BinaryOperator::mult: return of_integer(int64_mul(left, right));
    case ast::BinaryOperator::floor_div:
      if (right == 0) return std::nullopt;
      return of_integer(int64_floor_div(left, right));
    case ast::BinaryOperator::mod:
      if (right == 0) return std::nullopt;
      return of_integer(int64_floor_mod(left, right));
    case ast::BinaryOperator::pow:
      if (right < 0) return std::nullopt;
      return of_integer(int64_pow(left, right));
    case ast::BinaryOperator::l_shift:
      if (right < 0) return std::nullopt;
      return of_integer(int64_shift_left(left, right));
    case ast::BinaryOperator::r_shift:
      if (right < 0) return std::nullopt;
      return of_integer(int64_shift_right(left, right));
    case ast::BinaryOperator::bit_and: return of_integer(left & right);
    case ast::BinaryOperator::bit_or: return of_integer(left | right);
    case ast::BinaryOperator::bit_xor: return of_integer(left ^ right);
    default: return std::nullopt;
  }
}

std::optional<ConstantValue> fold_reals(ast::BinaryOperator op, double left, double right) {
  switch (op) {
    case ast::BinaryOperator::add: return of_real(left + right);
    case ast::BinaryOperator::sub: return of_real(left - right);
    case ast::BinaryOperator::mult: return of_real(left * right);
    case ast::BinaryOperator::div:
      if (right == 0) return std::nullopt;
      return of_real(left / right);
    default: return std::nullopt;
  }
}

bool is_text(Type type) { return type == Type::string || type == Type::bytes; }

std::optional<ConstantValue> repeat(const ConstantValue& text, int64_t times) {
  if (times < 0) times = 0;
  if (static_cast<uint64_t>(times) > kMaximumFoldedText ||
      text.text.size() * static_cast<size_t>(times) > kMaximumFoldedText) {
    return std::nullopt;
  }
  ConstantValue result;
  result.type = text.type;
  for (int64_t i = 0; i < times; ++i) result.text += text.text;
  return result;
}

}  // namespace

ConstantValue constant_value(const ast::Constant& constant) {
  ConstantValue value;
  switch (constant.type) {
    case ast::ConstantType::none: value.type = Type::none; break;
    case ast::ConstantType::true_: value.type = Type::true_; break;
    case ast::ConstantType::false_: value.type = Type::false_; break;
    case ast::ConstantType::ellipsis: value.type = Type::ellipsis; break;
    case ast::ConstantType::integer:
      value.type = Type::integer;
      value.integer = constant.integer;
      break;
    case ast::ConstantType::big_integer: {
      value.type = Type::big_integer;
      if (constant.base == 10) {
        value.text = constant.text;
        break;
      }
      auto number = parse_integer(constant.text, constant.base, ParsedFrom::text, 0);
      ENSURE(number.has_value());
      auto text = integer_to_text(*number, 10, BasePrefix::none, 0);
      ENSURE(text.has_value());
      value.text = *text;
      break;
    }
    case ast::ConstantType::floating:
      value.type = Type::real;
      value.real = constant.number;
      break;
    case ast::ConstantType::imaginary:
      value.type = Type::imaginary;
      value.real = constant.number;
      break;
    case ast::ConstantType::string:
      value.type = Type::string;
      value.text = constant.text;
      break;
    case ast::ConstantType::bytes:
      value.type = Type::bytes;
      value.text = constant.text;
      break;
  }
  return value;
}

std::optional<ConstantValue> fold(const ast::ExpressionNode& expression) {
  switch (expression.kind) {
    case ast::NodeKind::constant: return constant_value(ast::as<ast::Constant>(expression));
    case ast::NodeKind::name:
      if (ast::as<ast::Name>(expression).id == "__debug__") return ConstantValue::boolean(true);
      return std::nullopt;
    case ast::NodeKind::unary_op: {
      const auto& node = ast::as<ast::UnaryOp>(expression);
      auto operand = fold(*node.operand);
      if (!operand) return std::nullopt;
      return fold_unary(node.op, *operand);
    }
    case ast::NodeKind::bin_op: {
      // Left-nested chains are as long as the source makes them.
      std::vector<const ast::BinOp*> spine;
      const ast::ExpressionNode* node = &expression;
      while (const auto* operation = ast::try_as<ast::BinOp>(node)) {
        spine.push_back(operation);
        node = operation->left;
      }
      auto value = fold(*node);
      while (value && !spine.empty()) {
        auto right = fold(*spine.back()->right);
        value = right ? fold_binary(spine.back()->op, *value, *right) : std::nullopt;
        spine.pop_back();
      }
      return value;
    }
    case ast::NodeKind::tuple:
      return fold_items(ast::as<ast::Tuple>(expression).elts, Type::tuple);
    default: return std::nullopt;
  }
}

std::optional<ConstantValue> fold_items(ast::Expressions expressions, Type type) {
  ConstantValue result;
  result.type = type;
  for (const ast::ExpressionNode* expression : expressions) {
    auto item = fold(*expression);
    if (!item) return std::nullopt;
    result.items.push_back(std::move(*item));
  }
  return result;
}

std::optional<ConstantValue> fold_binary(ast::BinaryOperator op, const ConstantValue& left,
                                         const ConstantValue& right) {
  if (left.type == Type::integer && right.type == Type::integer) {
    if (op == ast::BinaryOperator::div) {
      auto dividend = as_double(left);
      auto divisor = as_double(right);
      if (!dividend || !divisor) return std::nullopt;
      return fold_reals(op, *dividend, *divisor);
    }
    return fold_integers(op, left.integer, right.integer);
  }
  if (left.type == Type::real || right.type == Type::real) {
    auto left_real = as_double(left);
    auto right_real = as_double(right);
    if (!left_real || !right_real) return std::nullopt;
    return fold_reals(op, *left_real, *right_real);
  }
  if (op == ast::BinaryOperator::add && is_text(left.type) && left.type == right.type &&
      left.text.size() + right.text.size() <= kMaximumFoldedText) {
    ConstantValue result = left;
    result.text += right.text;
    return result;
  }
  if (op == ast::BinaryOperator::mult) {
    if (is_text(left.type) && right.type == Type::integer) return repeat(left, right.integer);
    if (is_text(right.type) && left.type == Type::integer) return repeat(right, left.integer);
  }
  return std::nullopt;
}

std::optional<ConstantValue> fold_unary(ast::UnaryOperator op, const ConstantValue& operand) {
  if (op == ast::UnaryOperator::not_) return ConstantValue::boolean(!is_true(operand));
  if (operand.type == Type::real) {
    if (op == ast::UnaryOperator::u_sub) return of_real(-operand.real);
    if (op == ast::UnaryOperator::u_add) return operand;
    return std::nullopt;
  }
  if (operand.type == Type::integer) {
    if (op == ast::UnaryOperator::u_add) return operand;
    if (op == ast::UnaryOperator::invert) return of_integer(~operand.integer);
    if (operand.integer != INT64_MIN) return of_integer(-operand.integer);
    ConstantValue result;
    result.type = Type::big_integer;
    result.text = "9223372036854775808";
    return result;
  }
  if (operand.type == Type::big_integer && op == ast::UnaryOperator::u_sub) {
    if (operand.text == "9223372036854775808") return of_integer(INT64_MIN);
    ConstantValue result = operand;
    if (result.text.starts_with('-')) {
      result.text.erase(0, 1);
    } else {
      result.text.insert(0, 1, '-');
    }
    return result;
  }
  return std::nullopt;
}

bool is_true(const ConstantValue& value) {
  switch (value.type) {
    case Type::none:
    case Type::false_: return false;
    case Type::integer: return value.integer != 0;
    case Type::real:
    case Type::imaginary: return value.real != 0;
    case Type::string:
    case Type::bytes: return !value.text.empty();
    case Type::tuple:
    case Type::frozen_set: return !value.items.empty();
    case Type::true_:
    case Type::ellipsis:
    case Type::big_integer: return true;
  }
  return true;
}

std::string equality_key(const ConstantValue& value) {
  switch (value.type) {
    case Type::true_: return "number 1.0";
    case Type::false_: return "number 0.0";
    case Type::integer:
    case Type::real:
      if (auto number = as_double(value)) return "number " + float_repr(*number + 0.0);
      break;
    default: break;
  }
  return std::to_string(static_cast<int>(value.type)) + constant_repr(value);
}

std::string constant_repr(const ConstantValue& value) {
  switch (value.type) {
    case Type::none: return "None";
    case Type::true_: return "True";
    case Type::false_: return "False";
    case Type::ellipsis: return "Ellipsis";
    case Type::integer: return int64_to_text(value.integer);
    case Type::big_integer: return value.text;
    case Type::real: return float_repr(value.real);
    case Type::imaginary: {
      std::string text = float_repr(value.real);
      if (text.ends_with(".0")) text.resize(text.size() - 2);
      return text + "j";
    }
    case Type::string: return string_repr(value.text);
    case Type::bytes: return bytes_repr(value.text);
    case Type::tuple:
    case Type::frozen_set: {
      std::string text;
      for (const ConstantValue& item : value.items) {
        if (!text.empty()) text += ", ";
        text += constant_repr(item);
      }
      if (value.type == Type::frozen_set) return "frozenset({" + text + "})";
      return "(" + text + (value.items.size() == 1 ? ",)" : ")");
    }
  }
  return "";
}

uint32_t add_constant(CodeBuilder& builder, const ConstantValue& value) {
  CodeConstant constant;
  constant.type = value.type;
  constant.integer = value.integer;
  constant.real = value.real;
  if (is_text(value.type) || value.type == Type::big_integer) constant.text = value.text;
  for (const ConstantValue& item : value.items) {
    constant.items.push_back(add_constant(builder, item));
  }
  return builder.add_constant(constant);
}

}  // namespace lockstep
