#include "language/compile_unit.h"
#include "language/compile_warnings.h"

namespace lockstep {

using namespace ast;

namespace {

lockstep::BinaryOperator machine_operator(ast::BinaryOperator op) {
  using From = ast::BinaryOperator;
  using To = lockstep::BinaryOperator;
  switch (op) {
    case From::add: return To::add;
    case From::sub: return To::subtract;
    case From::mult: return To::multiply;
    case From::mat_mult: return To::matrix_multiply;
    case From::div: return To::true_divide;
    case From::mod: return To::modulo;
    case From::pow: return To::power;
    case From::l_shift: return To::left_shift;
    case From::r_shift: return To::right_shift;
    case From::bit_or: return To::bit_or;
    case From::bit_xor: return To::bit_xor;
    case From::bit_and: return To::bit_and;
    case From::floor_div: return To::floor_divide;
  }
  return To::add;
}

bool is_chain_link(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::bin_op:
    case NodeKind::attribute:
    case NodeKind::subscript:
    case NodeKind::call: return true;
    default: return false;
  }
}

const ExpressionNode* left_of(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::bin_op: return as<BinOp>(node).left;
    case NodeKind::attribute: return as<Attribute>(node).value;
    case NodeKind::subscript: return as<Subscript>(node).value;
    default: return as<Call>(node).func;
  }
}

// What a link evaluates after the value it is applied to, and before it uses that value.
const ExpressionNode* after_left(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::bin_op: return as<BinOp>(node).right;
    case NodeKind::subscript: return as<Subscript>(node).slice;
    default: return nullptr;
  }
}

}  // namespace

bool UnitCompiler::may_stay_in_place(const Name& name, const ExpressionNode* next) const {
  const Symbol* symbol = scope_.find(mangled(name.id));
  if (symbol == nullptr || !symbol->is_walrus_target) return true;
  return next == nullptr || next->kind == NodeKind::constant || next->kind == NodeKind::name;
}

UnitCompiler::Register UnitCompiler::operand(const ExpressionNode& expression,
                                             const ExpressionNode* next) {
  if (const auto* name = try_as<Name>(&expression)) {
    const int64_t reg = local_register(expression);
    if (reg >= 0 && may_stay_in_place(*name, next)) {
      emit(Opcode::check_bound, static_cast<Register>(reg), 0, 0, name->span);
      return static_cast<Register>(reg);
    }
  } else if (const auto* walrus = try_as<NamedExpr>(&expression)) {
    const int64_t reg = local_register(*walrus->target);
    if (reg >= 0 && may_stay_in_place(*as<Name>(walrus->target), next)) {
      into(*walrus->value, static_cast<Register>(reg));
      return static_cast<Register>(reg);
    }
  }
  const Register d = new_temporary();
  into(expression, d);
  return d;
}

UnitCompiler::Register UnitCompiler::operand_in(const ExpressionNode& expression, Register d) {
  const bool is_variable = expression.kind == NodeKind::name && local_register(expression) >= 0;
  if (is_variable || !is_temporary(d)) return operand(expression, nullptr);
  into(expression, d);
  return d;
}

UnitCompiler::Register UnitCompiler::stable_operand(const ExpressionNode& expression) {
  if (const auto* name = try_as<Name>(&expression)) {
    const Symbol* symbol = scope_.find(mangled(name->id));
    if (symbol == nullptr || !symbol->is_walrus_target) return operand(expression, nullptr);
  }
  const Register d = new_temporary();
  into(expression, d);
  return d;
}

void UnitCompiler::discard(const ExpressionNode& expression) {
  if (expression.kind == NodeKind::constant) return;
  Temporaries temporaries(*this);
  operand(expression, nullptr);
  if (expression.kind == NodeKind::call) builder_.drop_result();
}

void UnitCompiler::load_folded(const ConstantValue& value, Register d, SourceSpan span) {
  builder_.emit_constant(d, add_constant(builder_, value), span);
}

void UnitCompiler::into(const ExpressionNode& expression, Register d) {
  if (is_chain_link(expression)) return chain(expression, d);
  leaf(expression, d);
}

void UnitCompiler::leaf(const ExpressionNode& node, Register d) {
  switch (node.kind) {
    case NodeKind::constant:
      return load_folded(constant_value(as<ast::Constant>(node)), d, node.span);
    case NodeKind::name:
      if (as<Name>(node).id == "__debug__") {
        return load_folded(ConstantValue::boolean(true), d, node.span);
      }
      return load_name(as<Name>(node).id, d, node.span);
    case NodeKind::bool_op: return bool_op(as<BoolOp>(node), d);
    case NodeKind::named_expr: return walrus(as<NamedExpr>(node), d);
    case NodeKind::unary_op: return unary(as<UnaryOp>(node), d);
    case NodeKind::lambda: return lambda(as<Lambda>(node), d);
    case NodeKind::if_exp: return conditional(as<IfExp>(node), d);
    case NodeKind::dict: return dict_display(as<Dict>(node), d);
    case NodeKind::set: return set_display(as<Set>(node), d);
    case NodeKind::list_comp:
    case NodeKind::set_comp:
    case NodeKind::dict_comp:
    case NodeKind::generator_exp: return comprehension(node, d);
    case NodeKind::await: return await(as<Await>(node), d);
    case NodeKind::yield: return yield(as<Yield>(node), d);
    case NodeKind::yield_from: return yield_from(as<YieldFrom>(node), d);
    case NodeKind::compare: return compare(as<Compare>(node), d);
    case NodeKind::formatted_value: return formatted_value(as<FormattedValue>(node), d);
    case NodeKind::joined_str: return joined_string(as<JoinedStr>(node), d);
    case NodeKind::starred: return fail(node.span, "can't use starred expression here");
    case NodeKind::list: return list_display(as<List>(node).elts, d, node.span);
    case NodeKind::tuple: return tuple_display(as<Tuple>(node).elts, d, node.span);
    case NodeKind::slice: return slice(as<Slice>(node), d);
    default: ENSURE(false);
  }
}

// ---- chains: a + b, a.b, a[b], a(b), leaning left ----

void UnitCompiler::chain(const ExpressionNode& expression, Register d) {
  std::vector<const ExpressionNode*> links;
  const ExpressionNode* first = &expression;
  for (; is_chain_link(*first); first = left_of(*first)) links.push_back(first);

  Temporaries temporaries(*this);
  // Values in the middle of the chain. On top of the temporaries, so that it can become the window
  // of a call.
  const Register work = is_top(d) ? d : new_temporary();
  Register left = work;

  std::optional<ConstantValue> folded;
  if (links.back()->kind == NodeKind::bin_op) folded = fold(*first);
  while (folded) {
    const auto* operation = links.empty() ? nullptr : try_as<BinOp>(links.back());
    auto right = operation == nullptr ? std::nullopt : fold(*operation->right);
    auto combined = right ? fold_binary(operation->op, *folded, *right) : std::nullopt;
    if (!combined) break;
    folded = std::move(combined);
    first = operation;
    links.pop_back();
  }
  if (folded) {
    if (links.empty()) return load_folded(*folded, d, expression.span);
    load_folded(*folded, work, first->span);
  } else {
    const auto* name = try_as<Name>(first);
    const int64_t reg = local_register(*first);
    if (reg >= 0 && may_stay_in_place(*name, after_left(*links.back()))) {
      emit(Opcode::check_bound, static_cast<Register>(reg), 0, 0, first->span);
      left = static_cast<Register>(reg);
    } else {
      leaf(*first, work);
    }
  }

  while (!links.empty()) {
    const ExpressionNode& node = *links.back();
    links.pop_back();
    const auto* attribute = try_as<Attribute>(&node);
    if (attribute != nullptr && !links.empty() && links.back()->kind == NodeKind::call) {
      const auto& call = as<Call>(*links.back());
      links.pop_back();
      const Register target = links.empty() ? d : work;
      const SourceSpan place = attribute_span(*attribute, attribute->span);
      const std::string_view method = mangled(attribute->attr);
      if (spreads(call.args, call.keywords)) {
        emit(Opcode::get_attr, work, left, builder_.site(Opcode::get_attr, method), place);
        call_window(call.args, call.keywords, work, 0, target, false, call.span);
      } else {
        emit(Opcode::get_method, work, left, builder_.site(Opcode::get_method, method), place);
        call_window(call.args, call.keywords, work, 0, target, true,
                    attribute_span(*attribute, call.span));
      }
      left = target;
      continue;
    }
    left = chain_step(node, left, work, links.empty() ? d : work);
  }
}

UnitCompiler::Register UnitCompiler::chain_step(const ExpressionNode& node, Register left,
                                                Register work, Register d) {
  Temporaries temporaries(*this);
  switch (node.kind) {
    case NodeKind::bin_op: {
      const auto& operation = as<BinOp>(node);
      binary_with(operation.op, d, left, *operation.right, node.span, false);
      return d;
    }
    case NodeKind::attribute: {
      const auto& attribute = as<Attribute>(node);
      emit(Opcode::get_attr, d, left,
           builder_.site(Opcode::get_attr, mangled(attribute.attr)),
           attribute_span(attribute, node.span));
      return d;
    }
    case NodeKind::subscript: {
      warn_of_subscript(context_, as<Subscript>(node));
      const Register key = key_operand(*as<Subscript>(node).slice, nullptr);
      emit(Opcode::get_item, d, left, key, node.span);
      return d;
    }
    default:
      warn_of_call(context_, as<Call>(node));
      if (left != work) emit(Opcode::move, work, left, 0, as<Call>(node).func->span);
      call_window(as<Call>(node).args, as<Call>(node).keywords, work, 0, d, false, node.span);
      return d;
  }
}

void UnitCompiler::emit_binary(ast::BinaryOperator op, Register d, Register left, Register right,
                               SourceSpan span, bool augmented) {
  const uint32_t flag = augmented ? 1 : 0;
  switch (op) {
    case ast::BinaryOperator::add: return emit(Opcode::add, d, left, right, span, flag);
    case ast::BinaryOperator::sub: return emit(Opcode::subtract, d, left, right, span, flag);
    case ast::BinaryOperator::mult: return emit(Opcode::multiply, d, left, right, span, flag);
    default:
      return emit(Opcode::binary, d, left, right, span,
                  static_cast<uint32_t>(machine_operator(op)) | (augmented ? 0x80 : 0));
  }
}

void UnitCompiler::binary_with(ast::BinaryOperator op, Register d, Register left,
                               const ExpressionNode& right, SourceSpan span, bool augmented) {
  if (op == ast::BinaryOperator::add || op == ast::BinaryOperator::sub) {
    const auto value = fold(right);
    if (value && value->type == ConstantValue::Type::integer && value->integer >= INT16_MIN &&
        value->integer <= INT16_MAX) {
      const Opcode opcode =
          op == ast::BinaryOperator::add ? Opcode::add_int : Opcode::subtract_int;
      return emit(opcode, d, left, static_cast<uint16_t>(value->integer), span, augmented ? 1 : 0);
    }
  }
  Temporaries temporaries(*this);
  emit_binary(op, d, left, operand(right, nullptr), span, augmented);
}

void UnitCompiler::unary(const UnaryOp& node, Register d) {
  if (auto value = fold(node)) return load_folded(*value, d, node.span);
  Temporaries temporaries(*this);
  if (node.op == ast::UnaryOperator::not_) {
    const auto* comparison = try_as<Compare>(node.operand);
    if (comparison != nullptr && comparison->ops.size() == 1) {
      using Op = ast::CompareOperator;
      std::optional<lockstep::CompareOperator> inverted;
      switch (comparison->ops.front()) {
        case Op::is: inverted = lockstep::CompareOperator::is_not; break;
        case Op::is_not: inverted = lockstep::CompareOperator::is; break;
        case Op::in: inverted = lockstep::CompareOperator::not_in; break;
        case Op::not_in: inverted = lockstep::CompareOperator::in; break;
        default: break;
      }
      if (inverted) {
        const ExpressionNode& right = *comparison->comparators.front();
        const Register left = operand(*comparison->left, &right);
        return emit(Opcode::compare, d, left,
                    comparator(comparison->ops.front(), right, nullptr), comparison->span,
                    static_cast<uint32_t>(*inverted));
      }
    }
    return emit(Opcode::not_, d, operand_in(*node.operand, d), 0, node.span);
  }
  lockstep::UnaryOperator op = lockstep::UnaryOperator::negative;
  if (node.op == ast::UnaryOperator::u_add) op = lockstep::UnaryOperator::positive;
  if (node.op == ast::UnaryOperator::invert) op = lockstep::UnaryOperator::invert;
  emit(Opcode::unary, d, operand_in(*node.operand, d), 0, node.span, static_cast<uint32_t>(op));
}

// ---- subscripts ----

UnitCompiler::Register UnitCompiler::key_operand(const ExpressionNode& key,
                                                 const ExpressionNode* next) {
  if (key.kind != NodeKind::slice) return operand(key, next);
  const Register d = new_temporary();
  slice(as<Slice>(key), d);
  return d;
}

void UnitCompiler::slice(const Slice& node, Register d) {
  Temporaries temporaries(*this);
  const Register first = is_top(d) ? d : new_temporary();
  new_temporaries(2);
  const ExpressionNode* parts[] = {node.lower, node.upper, node.step};
  for (uint32_t i = 0; i < 3; ++i) {
    if (parts[i] == nullptr) {
      load_none(first + i, node.span);
    } else {
      into(*parts[i], first + i);
    }
  }
  emit(Opcode::build_slice, d, first, 0, node.span);
}

// ---- choices ----

void UnitCompiler::walrus(const NamedExpr& node, Register d) {
  const auto& target = *as<Name>(node.target);
  const int64_t reg = local_register(*node.target);
  if (reg >= 0) {
    into(*node.value, static_cast<Register>(reg));
    if (static_cast<Register>(reg) != d) {
      emit(Opcode::move, d, static_cast<Register>(reg), 0, node.span);
    }
    return;
  }
  Temporaries temporaries(*this);
  const Register value = is_temporary(d) ? d : new_temporary();
  into(*node.value, value);
  store_name(target.id, value, target.span);
  if (value != d) emit(Opcode::move, d, value, 0, node.span);
}

void UnitCompiler::conditional(const IfExp& node, Register d) {
  const Label otherwise = builder_.new_label();
  const Label end = builder_.new_label();
  jump_if(*node.test, otherwise, false);
  into(*node.body, d);
  builder_.emit_jump(Opcode::jump, 0, end, node.span);
  builder_.place(otherwise);
  into(*node.orelse, d);
  builder_.place(end);
}

void UnitCompiler::bool_op(const BoolOp& node, Register d) {
  Temporaries temporaries(*this);
  const Register value = is_temporary(d) ? d : new_temporary();
  const Label end = builder_.new_label();
  const Opcode jump = node.op == BoolOperator::and_ ? Opcode::jump_if_false : Opcode::jump_if_true;
  for (size_t i = 0; i < node.values.size(); ++i) {
    into(*node.values[i], value);
    if (i + 1 < node.values.size()) {
      builder_.emit_jump(jump, value, end, node.values[i]->span);
    }
  }
  builder_.place(end);
  if (value != d) emit(Opcode::move, d, value, 0, node.span);
}

// ---- f-strings ----

void UnitCompiler::joined_string(const JoinedStr& node, Register d) {
  if (node.values.empty()) return builder_.emit_constant(d, builder_.string(""), node.span);
  if (node.values.size() == 1) return into(*node.values.front(), d);
  Temporaries temporaries(*this);
  const Register first = is_top(d) ? d : new_temporary();
  new_temporaries(static_cast<uint32_t>(node.values.size()) - 1);
  constexpr uint32_t kPart = 8;
  for (uint32_t i = 0; i < node.values.size(); ++i) {
    const auto& part = *node.values[i];
    if (part.kind == NodeKind::formatted_value) {
      formatted_value(as<FormattedValue>(part), first + i, kPart);
    } else {
      into(part, first + i);
    }
  }
  emit(Opcode::build_string, d, first, static_cast<uint32_t>(node.values.size()), node.span);
}

void UnitCompiler::formatted_value(const FormattedValue& node, Register d, uint32_t how) {
  Temporaries temporaries(*this);
  const Register value = operand(*node.value, node.format_spec);
  switch (node.conversion) {
    case 's': how |= 1; break;
    case 'r': how |= 2; break;
    case 'a': how |= 3; break;
    default: break;
  }
  Register spec = 0;
  if (node.format_spec != nullptr) {
    spec = operand(*node.format_spec, nullptr);
    how |= 4;
  }
  emit(Opcode::format_value, d, value, spec, node.span, how);
}

// ---- suspending ----

void UnitCompiler::send_loop(Register iterator, Register value, SourceSpan span) {
  const Label loop = builder_.label_here();
  const Label done = builder_.new_label();
  builder_.emit_jump(Opcode::send, value, done, span, iterator);
  emit(Opcode::yield_, value, value, 0, span, 1);
  builder_.emit_jump(Opcode::jump_back, 0, loop, span);
  builder_.place(done);
}

void UnitCompiler::await_register(Register awaitable, Register d, uint32_t how, SourceSpan span) {
  Temporaries temporaries(*this);
  const Register value = is_temporary(d) && d != awaitable ? d : new_temporary();
  const Register iterator = new_temporary();
  emit(Opcode::get_awaitable, iterator, awaitable, 0, span, how);
  load_none(value, span);
  send_loop(iterator, value, span);
  if (value != d) emit(Opcode::move, d, value, 0, span);
}

void UnitCompiler::await(const Await& node, Register d) {
  if (scope_.kind != ScopeKind::function) {
    return fail(node.span, "'await' outside function");
  }
  if (!is_async_function() && scope_.comprehension == ComprehensionKind::none) {
    return fail(node.span, "'await' outside async function");
  }
  Temporaries temporaries(*this);
  await_register(operand(*node.value, nullptr), d, 0, node.span);
}

void UnitCompiler::yield(const Yield& node, Register d) {
  if (scope_.kind != ScopeKind::function) {
    return fail(node.span, "'yield' outside function");
  }
  Temporaries temporaries(*this);
  Register value;
  if (node.value == nullptr) {
    value = new_temporary();
    load_none(value, node.span);
  } else {
    value = operand(*node.value, nullptr);
  }
  emit(Opcode::yield_, d, value, 0, node.span);
}

void UnitCompiler::yield_from(const YieldFrom& node, Register d) {
  if (scope_.kind != ScopeKind::function) {
    return fail(node.span, "'yield' outside function");
  }
  if (is_async_function()) return fail(node.span, "'yield from' inside async function");
  Temporaries temporaries(*this);
  const Register value = is_temporary(d) ? d : new_temporary();
  const Register iterator = new_temporary();
  into(*node.value, iterator);
  emit(Opcode::get_yield_from, iterator, iterator, 0, node.span);
  load_none(value, node.span);
  send_loop(iterator, value, node.span);
  if (value != d) emit(Opcode::move, d, value, 0, node.span);
}

}  // namespace lockstep
