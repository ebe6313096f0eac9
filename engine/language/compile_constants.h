#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/ast.h"
#include "language/code.h"
#include "language/compile_builder.h"

// Constant folding: what an expression without names comes to, computed while compiling. Nothing
// that would raise is folded, nor what needs a long integer or depends on the platform's
// mathematics.
namespace lockstep {

struct ConstantValue {
  using Type = CodeConstant::Type;

  Type type = Type::none;
  int64_t integer = 0;
  double real = 0;
  std::string text;
  std::vector<ConstantValue> items;

  static ConstantValue boolean(bool truth) {
    ConstantValue value;
    value.type = truth ? CodeConstant::Type::true_ : CodeConstant::Type::false_;
    return value;
  }
};

ConstantValue constant_value(const ast::Constant& constant);

// The value of `expression` if it is constant: literals, tuples of constants, arithmetic on them,
// and __debug__.
std::optional<ConstantValue> fold(const ast::ExpressionNode& expression);
std::optional<ConstantValue> fold_binary(ast::BinaryOperator op, const ConstantValue& left,
                                         const ConstantValue& right);
std::optional<ConstantValue> fold_unary(ast::UnaryOperator op, const ConstantValue& operand);
// The constant tuple (or frozenset) of all `expressions`.
std::optional<ConstantValue> fold_items(ast::Expressions expressions, CodeConstant::Type type);

bool is_true(const ConstantValue& value);

// Equal for constants that Python holds equal (1, 1.0 and True).
std::string equality_key(const ConstantValue& value);
// repr(value).
std::string constant_repr(const ConstantValue& value);

uint32_t add_constant(CodeBuilder& builder, const ConstantValue& value);

}  // namespace lockstep
