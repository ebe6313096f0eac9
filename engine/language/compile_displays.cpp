#include "language/compile_unit.h"

namespace lockstep {

using namespace ast;

namespace {

// Longer displays are built piece by piece, so that frames stay small.
constexpr size_t kMaximumWindow = 30;
// As in CPython, fewer constants are not worth a detour over a constant tuple.
constexpr size_t kManyConstants = 3;

}  // namespace

void UnitCompiler::build_sequence(Expressions items, Register d, SourceSpan span, Sequencing how) {
  bool has_star = false;
  for (const ExpressionNode* item : items) has_star |= item->kind == NodeKind::starred;
  Temporaries temporaries(*this);
  if (!has_star && items.size() <= kMaximumWindow) {
    if (items.empty()) return emit(how.build, d, 0, 0, span);
    const Register first = is_top(d) ? d : new_temporary();
    new_temporaries(static_cast<uint32_t>(items.size()) - 1);
    for (uint32_t i = 0; i < items.size(); ++i) into(*items[i], first + i);
    return emit(how.build, d, first, static_cast<uint32_t>(items.size()), span);
  }
  const Register collection = is_temporary(d) ? d : new_temporary();
  append_items(items, collection, span, how);
  if (collection != d) emit(Opcode::move, d, collection, 0, span);
}

// Makes `collection` of the first items and adds the others one by one.
void UnitCompiler::append_items(Expressions items, Register collection, SourceSpan span,
                                Sequencing how) {
  size_t done = 0;
  {
    Temporaries temporaries(*this);
    while (done < items.size() && done < kMaximumWindow &&
           items[done]->kind != NodeKind::starred) {
      ++done;
    }
    const Register first = new_temporaries(static_cast<uint32_t>(done));
    for (uint32_t i = 0; i < done; ++i) into(*items[i], first + i);
    emit(how.build, collection, done == 0 ? 0 : first, static_cast<uint32_t>(done), span);
  }
  if (items.size() > 1) how.callable = -1;
  extend_with(items.subspan(done), collection, span, how);
}

void UnitCompiler::extend_with(Expressions items, Register collection, SourceSpan span,
                               Sequencing how) {
  for (const ExpressionNode* item : items) {
    Temporaries temporaries(*this);
    const auto* star = try_as<Starred>(item);
    if (star == nullptr) {
      emit(how.append, collection, operand(*item, nullptr), 0, span);
      continue;
    }
    const Register value = operand(*star->value, nullptr);
    if (how.callable >= 0) {
      emit(how.extend, collection, value, static_cast<Register>(how.callable), span, 1);
    } else {
      emit(how.extend, collection, value, 0, span);
    }
  }
}

void UnitCompiler::tuple_display(Expressions items, Register d, SourceSpan span,
                                 int64_t callable) {
  if (auto value = fold_items(items, ConstantValue::Type::tuple)) {
    return load_folded(*value, d, span);
  }
  bool has_star = false;
  for (const ExpressionNode* item : items) has_star |= item->kind == NodeKind::starred;
  if (!has_star && items.size() <= kMaximumWindow) {
    return build_sequence(items, d, span, {Opcode::build_tuple});
  }
  Temporaries temporaries(*this);
  const Register list = is_temporary(d) ? d : new_temporary();
  append_items(items, list, span,
               {Opcode::build_list, Opcode::list_append, Opcode::list_extend, callable});
  emit(Opcode::list_to_tuple, d, list, 0, span);
}

void UnitCompiler::list_display(Expressions items, Register d, SourceSpan span) {
  if (items.size() >= kManyConstants) {
    if (auto value = fold_items(items, ConstantValue::Type::tuple)) {
      Temporaries temporaries(*this);
      const Register list = is_temporary(d) ? d : new_temporary();
      emit(Opcode::build_list, list, 0, 0, span);
      const Register constant = new_temporary();
      load_folded(*value, constant, span);
      emit(Opcode::list_extend, list, constant, 0, span);
      if (list != d) emit(Opcode::move, d, list, 0, span);
      return;
    }
  }
  build_sequence(items, d, span,
                 {Opcode::build_list, Opcode::list_append, Opcode::list_extend});
}

void UnitCompiler::set_display(const Set& node, Register d) {
  if (node.elts.size() >= kManyConstants) {
    if (auto value = fold_items(node.elts, ConstantValue::Type::frozen_set)) {
      Temporaries temporaries(*this);
      const Register set = is_temporary(d) ? d : new_temporary();
      emit(Opcode::build_set, set, 0, 0, node.span);
      const Register constant = new_temporary();
      load_folded(*value, constant, node.span);
      emit(Opcode::set_update, set, constant, 0, node.span);
      if (set != d) emit(Opcode::move, d, set, 0, node.span);
      return;
    }
  }
  build_sequence(node.elts, d, node.span,
                 {Opcode::build_set, Opcode::set_add, Opcode::set_update});
}

void UnitCompiler::dict_display(const Dict& node, Register d) {
  size_t done = 0;
  while (done < node.keys.size() && done < kMaximumWindow / 2 && node.keys[done] != nullptr) ++done;
  const bool whole = done == node.keys.size();
  Temporaries temporaries(*this);
  const Register dict = whole || is_temporary(d) ? d : new_temporary();
  {
    Temporaries pairs(*this);
    const Register first = new_temporaries(static_cast<uint32_t>(done) * 2);
    for (uint32_t i = 0; i < done; ++i) {
      into(*node.keys[i], first + 2 * i);
      into(*node.values[i], first + 2 * i + 1);
    }
    emit(Opcode::build_map, dict, done == 0 ? 0 : first, static_cast<uint32_t>(done), node.span);
  }
  for (; done < node.keys.size(); ++done) {
    Temporaries pair(*this);
    if (node.keys[done] == nullptr) {
      emit(Opcode::dict_update, dict, operand(*node.values[done], nullptr), 0, node.span);
    } else {
      const Register key = operand(*node.keys[done], node.values[done]);
      emit(Opcode::map_add, dict, key, operand(*node.values[done], nullptr), node.span);
    }
  }
  if (dict != d) emit(Opcode::move, d, dict, 0, node.span);
}

}  // namespace lockstep
