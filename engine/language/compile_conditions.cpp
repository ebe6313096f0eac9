#include "language/compile_unit.h"
#include "language/compile_warnings.h"

namespace lockstep {

using namespace ast;

namespace {

lockstep::CompareOperator machine_operator(ast::CompareOperator op) {
  using From = ast::CompareOperator;
  using To = lockstep::CompareOperator;
  switch (op) {
    case From::eq: return To::equal;
    case From::not_eq_: return To::not_equal;
    case From::lt: return To::less;
    case From::lt_e: return To::less_equal;
    case From::gt: return To::greater;
    case From::gt_e: return To::greater_equal;
    case From::is: return To::is;
    case From::is_not: return To::is_not;
    case From::in: return To::in;
    case From::not_in: return To::not_in;
  }
  return To::equal;
}

bool is_ordering(ast::CompareOperator op) {
  return machine_operator(op) <= lockstep::CompareOperator::greater_equal;
}

}  // namespace

UnitCompiler::Register UnitCompiler::comparator(ast::CompareOperator op,
                                                const ExpressionNode& expression,
                                                const ExpressionNode* next) {
  if (op == ast::CompareOperator::in || op == ast::CompareOperator::not_in) {
    std::optional<ConstantValue> items;
    if (const auto* list = try_as<List>(&expression)) {
      items = fold_items(list->elts, ConstantValue::Type::tuple);
    } else if (const auto* set = try_as<Set>(&expression)) {
      items = fold_items(set->elts, ConstantValue::Type::frozen_set);
    }
    if (items) {
      const Register d = new_temporary();
      load_folded(*items, d, expression.span);
      return d;
    }
  }
  return operand(expression, next);
}

void UnitCompiler::compare(const Compare& node, Register d) {
  warn_of_comparison(context_, node);
  Temporaries temporaries(*this);
  const size_t count = node.ops.size();
  const Register result = is_temporary(d) || count == 1 ? d : new_temporary();
  const Label end = builder_.new_label();
  Register left = operand(*node.left, node.comparators.front());
  for (size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count;
    const Register right =
        comparator(node.ops[i], *node.comparators[i], last ? nullptr : node.comparators[i + 1]);
    emit(Opcode::compare, result, left, right, node.span,
         static_cast<uint32_t>(machine_operator(node.ops[i])));
    if (!last) builder_.emit_jump(Opcode::jump_if_false, result, end, node.span);
    left = right;
  }
  builder_.place(end);
  if (result != d) emit(Opcode::move, d, result, 0, node.span);
}

// CPython sees what follows a condition without a place of its own (a failed assertion, what a
// filtered comprehension collects) at the last comparison in the condition, if there is one.
const ExpressionNode* UnitCompiler::last_comparison(const ExpressionNode& test) {
  switch (test.kind) {
    case NodeKind::compare: return &test;
    case NodeKind::unary_op:
      if (as<UnaryOp>(test).op != ast::UnaryOperator::not_) return nullptr;
      return last_comparison(*as<UnaryOp>(test).operand);
    case NodeKind::bool_op: {
      const Expressions values = as<BoolOp>(test).values;
      for (size_t i = values.size(); i-- > 0;) {
        if (const ExpressionNode* found = last_comparison(*values[i])) return found;
      }
      return nullptr;
    }
    case NodeKind::if_exp: {
      const auto& choice = as<IfExp>(test);
      for (const ExpressionNode* part : {choice.orelse, choice.body, choice.test}) {
        if (const ExpressionNode* found = last_comparison(*part)) return found;
      }
      return nullptr;
    }
    default: return nullptr;
  }
}

// Jumps to `target` if the truth of `test` is `sense`, otherwise goes on.
void UnitCompiler::jump_if(const ExpressionNode& test, Label target, bool sense) {
  if (auto value = fold(test)) {
    if (is_true(*value) == sense) builder_.emit_jump(Opcode::jump, 0, target, test.span);
    return;
  }
  switch (test.kind) {
    case NodeKind::unary_op:
      if (as<UnaryOp>(test).op == ast::UnaryOperator::not_) {
        return jump_if(*as<UnaryOp>(test).operand, target, !sense);
      }
      break;
    case NodeKind::bool_op: {
      const auto& node = as<BoolOp>(test);
      // The value that decides alone: true for `or`, false for `and`.
      const bool decisive = node.op == BoolOperator::or_;
      const Label on = builder_.new_label();
      for (size_t i = 0; i + 1 < node.values.size(); ++i) {
        jump_if(*node.values[i], decisive == sense ? target : on, decisive);
      }
      jump_if(*node.values.back(), target, sense);
      builder_.place(on);
      return;
    }
    case NodeKind::if_exp: {
      const auto& node = as<IfExp>(test);
      const Label otherwise = builder_.new_label();
      const Label end = builder_.new_label();
      jump_if(*node.test, otherwise, false);
      jump_if(*node.body, target, sense);
      builder_.emit_jump(Opcode::jump, 0, end, test.span);
      builder_.place(otherwise);
      jump_if(*node.orelse, target, sense);
      builder_.place(end);
      return;
    }
    case NodeKind::compare: return jump_if_compare(as<Compare>(test), target, sense);
    default: break;
  }
  Temporaries temporaries(*this);
  const Register value = operand(test, nullptr);
  builder_.emit_jump(sense ? Opcode::jump_if_true : Opcode::jump_if_false, value, target,
                     test.span);
}

void UnitCompiler::jump_if_compare(const Compare& node, Label target, bool sense) {
  warn_of_comparison(context_, node);
  Temporaries temporaries(*this);
  const size_t count = node.ops.size();
  const Label failed = builder_.new_label();
  Register left = operand(*node.left, node.comparators.front());
  for (size_t i = 0; i + 1 < count; ++i) {
    const Register right = comparator(node.ops[i], *node.comparators[i], node.comparators[i + 1]);
    builder_.emit_jump(Opcode::jump_compare, left, sense ? failed : target, node.span, right,
                       static_cast<uint32_t>(machine_operator(node.ops[i])) | 0x80);
    left = right;
  }
  jump_compare(node.ops.back(), left, *node.comparators.back(), target, sense, node.span);
  builder_.place(failed);
}

void UnitCompiler::jump_compare(ast::CompareOperator op, Register left, const ExpressionNode& right,
                                Label target, bool sense, SourceSpan span) {
  if (op == ast::CompareOperator::is || op == ast::CompareOperator::is_not) {
    const auto* constant = try_as<ast::Constant>(&right);
    if (constant != nullptr && constant->type == ConstantType::none) {
      const bool jumps_if_none = (op == ast::CompareOperator::is) == sense;
      return builder_.emit_jump(jumps_if_none ? Opcode::jump_if_none : Opcode::jump_if_not_none,
                                left, target, span);
    }
  }
  const uint32_t how = static_cast<uint32_t>(machine_operator(op)) | (sense ? 0 : 0x80);
  if (is_ordering(op)) {
    const auto value = fold(right);
    if (value && value->type == ConstantValue::Type::integer && value->integer >= INT16_MIN &&
        value->integer <= INT16_MAX) {
      return builder_.emit_jump(Opcode::jump_compare_int, left, target, span,
                                static_cast<uint16_t>(value->integer), how);
    }
  }
  builder_.emit_jump(Opcode::jump_compare, left, target, span, comparator(op, right, nullptr), how);
}

}  // namespace lockstep
