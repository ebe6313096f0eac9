#include <algorithm>

#include "language/compile_unit.h"
#include "language/compile_warnings.h"

namespace lockstep {

using namespace ast;

void UnitCompiler::statements(Statements body) {
  for (const StatementNode* node : body) {
    if (context_.failed()) return;
    statement(*node);
  }
}

void UnitCompiler::statement(const StatementNode& node) {
  Temporaries temporaries(*this);
  switch (node.kind) {
    case NodeKind::function_def:
    case NodeKind::async_function_def:
      return function_definition(static_cast<const FunctionBase&>(node));
    case NodeKind::class_def: return class_definition(as<ClassDef>(node));
    case NodeKind::return_: return return_statement(as<Return>(node));
    case NodeKind::delete_:
      for (const ExpressionNode* target : as<Delete>(node).targets) delete_target(*target);
      return;
    case NodeKind::assign: return assign(as<Assign>(node));
    case NodeKind::aug_assign: return augmented_assign(as<AugAssign>(node));
    case NodeKind::ann_assign: return annotated_assign(as<AnnAssign>(node));
    case NodeKind::for_: return for_(as<For>(node), false);
    case NodeKind::async_for: return for_(as<AsyncFor>(node), true);
    case NodeKind::while_: return while_(as<While>(node));
    case NodeKind::if_: return if_(as<If>(node));
    case NodeKind::with: return with(as<With>(node), 0, false);
    case NodeKind::async_with:
      if (!is_async_function()) {
        return fail(node.span, "'async with' outside async function");
      }
      return with(as<AsyncWith>(node), 0, true);
    case NodeKind::match: return match(as<Match>(node));
    case NodeKind::raise: return raise(as<Raise>(node));
    case NodeKind::try_:
    case NodeKind::try_star: return try_(static_cast<const TryBase&>(node));
    case NodeKind::assert_: return assert_(as<Assert>(node));
    case NodeKind::import: return import(as<Import>(node));
    case NodeKind::import_from: return import_from(as<ImportFrom>(node));
    case NodeKind::expr: return discard(*as<Expr>(node).value);
    case NodeKind::break_: return break_(as<Break>(node));
    case NodeKind::continue_: return continue_(as<Continue>(node));
    default: return;  // pass, global, nonlocal
  }
}

void UnitCompiler::body_with_docstring(Statements body, bool store_it) {
  if (!body.empty()) {
    const auto* first = try_as<Expr>(body.front());
    const auto* text = first == nullptr ? nullptr : try_as<ast::Constant>(first->value);
    if (text != nullptr && text->type == ConstantType::string) {
      code_->docstring = context_.pool.intern(text->text);
      if (store_it) {
        Temporaries temporaries(*this);
        const Register value = new_temporary();
        load_folded(constant_value(*text), value, text->span);
        store_name("__doc__", value, text->span);
      }
      body = body.subspan(1);
    }
  }
  statements(body);
}

void UnitCompiler::return_statement(const Return& node) {
  if (scope_.kind != ScopeKind::function) return fail(node.span, "'return' outside function");
  if (node.value != nullptr && scope_.is_coroutine && scope_.is_generator) {
    return fail(node.span, "'return' with value in async generator");
  }
  // Code that runs on the way out may change a variable, so its value is fetched first.
  const bool runs_code = std::any_of(blocks_.begin(), blocks_.end(), [](const Block& block) {
    return block.kind != BlockKind::loop && block.kind != BlockKind::try_body;
  });
  Register value;
  if (node.value == nullptr) {
    value = new_temporary();
    load_none(value, node.span);
  } else if (runs_code) {
    value = new_temporary();
    into(*node.value, value);
  } else {
    value = operand(*node.value, nullptr);
  }
  if (leaves_group_handler(node.span)) return;
  const std::vector<Block> blocks = blocks_;
  const int32_t region = builder_.region();
  unwind(0);
  emit_return(value, node.span);
  blocks_ = blocks;
  builder_.set_region(region);
}

void UnitCompiler::delete_target(const ExpressionNode& target) {
  Temporaries temporaries(*this);
  switch (target.kind) {
    case NodeKind::name: return delete_name(as<Name>(target).id, target.span);
    case NodeKind::attribute: {
      const auto& attribute = as<Attribute>(target);
      if (reject_debug(attribute.attr, target.span, "delete")) return;
      const Register object = operand(*attribute.value, nullptr);
      return emit(Opcode::delete_attr, object,
                  builder_.site(Opcode::delete_attr, mangled(attribute.attr)), 0,
                  attribute_span(attribute, target.span));
    }
    case NodeKind::subscript: {
      const auto& subscript = as<Subscript>(target);
      const Register object = operand(*subscript.value, subscript.slice);
      return emit(Opcode::delete_item, object, key_operand(*subscript.slice, nullptr), 0,
                  target.span);
    }
    case NodeKind::tuple:
      for (const ExpressionNode* item : as<Tuple>(target).elts) delete_target(*item);
      return;
    case NodeKind::list:
      for (const ExpressionNode* item : as<List>(target).elts) delete_target(*item);
      return;
    default: ENSURE(false);
  }
}

// ---- assignment ----

void UnitCompiler::assign(const Assign& node) {
  if (node.targets.size() == 1) return assign_to(*node.targets.front(), *node.value);
  const bool all_names = std::all_of(node.targets.begin(), node.targets.end(),
                                     [](const auto* target) {
                                       return target->kind == NodeKind::name;
                                     });
  Register value;
  if (all_names) {
    value = operand(*node.value, nullptr);
  } else {
    value = new_temporary();
    into(*node.value, value);
  }
  for (const ExpressionNode* target : node.targets) store(*target, value);
}

void UnitCompiler::assign_to(const ExpressionNode& target, const ExpressionNode& value) {
  Temporaries temporaries(*this);
  const int64_t local = local_register(target);
  if (local >= 0) return into(value, static_cast<Register>(local));
  if (assign_pairwise(target, value)) return;
  const bool simple = target.kind == NodeKind::name || target.kind == NodeKind::tuple ||
                      target.kind == NodeKind::list;
  store(target, simple ? operand(value, nullptr) : stable_operand(value));
}

void UnitCompiler::store(const ExpressionNode& target, Register value) {
  Temporaries temporaries(*this);
  switch (target.kind) {
    case NodeKind::name: return store_name(as<Name>(target).id, value, target.span);
    case NodeKind::attribute: {
      const auto& attribute = as<Attribute>(target);
      if (reject_debug(attribute.attr, target.span, "assign to")) return;
      const Register object = operand(*attribute.value, nullptr);
      return emit(Opcode::set_attr, object, value,
                  builder_.site(Opcode::set_attr, mangled(attribute.attr)),
                  attribute_span(attribute, target.span));
    }
    case NodeKind::subscript: {
      const auto& subscript = as<Subscript>(target);
      const Register object = operand(*subscript.value, subscript.slice);
      return emit(Opcode::set_item, object, key_operand(*subscript.slice, nullptr), value,
                  target.span);
    }
    case NodeKind::tuple: return unpack_into(as<Tuple>(target).elts, value, target.span);
    case NodeKind::list: return unpack_into(as<List>(target).elts, value, target.span);
    case NodeKind::starred:
      return fail(target.span, "starred assignment target must be in a list or tuple");
    default: ENSURE(false);
  }
}

std::vector<UnitCompiler::Register> UnitCompiler::local_registers(Expressions targets) const {
  std::vector<Register> result;
  for (const ExpressionNode* target : targets) {
    const int64_t local = local_register(*target);
    if (local < 0 || std::find(result.begin(), result.end(), local) != result.end()) return {};
    result.push_back(static_cast<Register>(local));
  }
  return result;
}

void UnitCompiler::unpack_into(Expressions targets, Register value, SourceSpan span) {
  const auto count = static_cast<uint32_t>(targets.size());
  int64_t star = -1;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != NodeKind::starred) continue;
    if (star >= 0) return fail(span, "multiple starred expressions in assignment");
    star = static_cast<int64_t>(i);
  }
  const auto before = static_cast<uint32_t>(star < 0 ? 0 : star);
  const uint32_t after = star < 0 ? 0 : count - before - 1;
  if (before > 255 || after > 255) {
    return fail(span, "too many expressions in star-unpacking assignment");
  }
  // Straight into the variables where these happen to be neighbours.
  if (star < 0) {
    const std::vector<Register> locals = local_registers(targets);
    bool adjacent = locals.size() == count && count > 0;
    for (uint32_t i = 0; adjacent && i < count; ++i) adjacent = locals[i] == locals[0] + i;
    if (adjacent) return emit(Opcode::unpack, locals[0], value, count, span);
  }
  Temporaries temporaries(*this);
  const Register first = new_temporaries(count);
  if (star < 0) {
    emit(Opcode::unpack, first, value, count, span);
  } else {
    emit(Opcode::unpack_star, first, value, before, span, after);
  }
  for (uint32_t i = 0; i < count; ++i) {
    const auto* starred = try_as<Starred>(targets[i]);
    store(starred != nullptr ? *starred->value : *targets[i], first + i);
  }
}

// `a, b = x, y` makes no tuple: all values first, then all targets in order.
bool UnitCompiler::assign_pairwise(const ExpressionNode& target, const ExpressionNode& value) {
  auto items_of = [](const ExpressionNode& node) -> Expressions {
    if (const auto* tuple = try_as<Tuple>(&node)) return tuple->elts;
    if (const auto* list = try_as<List>(&node)) return list->elts;
    return {};
  };
  const Expressions targets = items_of(target);
  const Expressions values = items_of(value);
  constexpr size_t kMany = 8;
  if (targets.empty() || targets.size() != values.size() || targets.size() > kMany) return false;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind == NodeKind::starred || values[i]->kind == NodeKind::starred) {
      return false;
    }
  }
  const auto count = static_cast<uint32_t>(targets.size());
  const std::vector<Register> locals = local_registers(targets);
  // Nothing can observe the order among distinct locals, so the last one needs no temporary.
  const bool last_is_direct = !locals.empty();
  const uint32_t kept = last_is_direct ? count - 1 : count;
  const Register first = new_temporaries(kept);
  for (uint32_t i = 0; i < kept; ++i) into(*values[i], first + i);
  if (last_is_direct) into(*values.back(), locals.back());
  for (uint32_t i = 0; i < kept; ++i) store(*targets[i], first + i);
  return true;
}

void UnitCompiler::augmented_assign(const AugAssign& node) {
  switch (node.target->kind) {
    case NodeKind::name: {
      const auto& name = *as<Name>(node.target);
      if (reject_debug(name.id, node.target->span, "assign to")) return;
      const int64_t local = local_register(name.id);
      if (local >= 0) {
        const Register left = operand(name, node.value);
        return binary_with(node.op, static_cast<Register>(local), left, *node.value, node.span,
                           true);
      }
      const Register value = new_temporary();
      load_name(name.id, value, name.span);
      binary_with(node.op, value, value, *node.value, node.span, true);
      return store_name(name.id, value, name.span);
    }
    case NodeKind::attribute: {
      const auto& attribute = *as<Attribute>(node.target);
      if (reject_debug(attribute.attr, node.target->span, "assign to")) return;
      const Register object = stable_operand(*attribute.value);
      const Register value = new_temporary();
      const std::string_view name = mangled(attribute.attr);
      const SourceSpan span = attribute_span(attribute, attribute.span);
      emit(Opcode::get_attr, value, object, builder_.site(Opcode::get_attr, name), span);
      binary_with(node.op, value, value, *node.value, node.span, true);
      return emit(Opcode::set_attr, object, value, builder_.site(Opcode::set_attr, name), span);
    }
    default: {
      const auto& subscript = *as<Subscript>(node.target);
      const Register object = stable_operand(*subscript.value);
      const Register key = subscript.slice->kind == NodeKind::slice
                               ? key_operand(*subscript.slice, nullptr)
                               : stable_operand(*subscript.slice);
      const Register value = new_temporary();
      emit(Opcode::get_item, value, object, key, subscript.span);
      binary_with(node.op, value, value, *node.value, node.span, true);
      return emit(Opcode::set_item, object, key, value, subscript.span);
    }
  }
}

void UnitCompiler::annotated_assign(const AnnAssign& node) {
  if (node.value != nullptr) {
    assign_to(*node.target, *node.value);
  } else if (const auto* attribute = try_as<Attribute>(node.target)) {
    if (reject_debug(attribute->attr, node.span, "assign to")) return;
    discard(*attribute->value);
  } else if (const auto* subscript = try_as<Subscript>(node.target)) {
    discard(*subscript->value);
    Temporaries temporaries(*this);
    key_operand(*subscript->slice, nullptr);
  } else if (const auto* name = try_as<Name>(node.target)) {
    if (reject_debug(name->id, node.span, "assign to")) return;
  }
  // Annotations of variables are evaluated in modules and class bodies only.
  if (scope_.kind != ScopeKind::function) annotate(node);
}

void UnitCompiler::annotate(const AnnAssign& node) {
  if (!node.simple) {
    if (!context_.future_annotations) discard(*node.annotation);
    return;
  }
  const Register value = new_temporary();
  annotation_into(*node.annotation, value);
  const Register annotations = new_temporary();
  load_name("__annotations__", annotations, node.span);
  const Register key = new_temporary();
  builder_.emit_constant(key, builder_.string(mangled(as<Name>(node.target)->id)), node.span);
  emit(Opcode::set_item, annotations, key, value, node.span);
}

// ---- raise, assert, import ----

void UnitCompiler::raise(const Raise& node) {
  if (node.exc == nullptr) return emit(Opcode::raise, 0, 0, 0, node.span, 0);
  const Register exception = operand(*node.exc, node.cause);
  if (node.cause == nullptr) return emit(Opcode::raise, exception, 0, 0, node.span, 1);
  emit(Opcode::raise, exception, operand(*node.cause, nullptr), 0, node.span, 2);
}

void UnitCompiler::assert_(const Assert& node) {
  warn_of_assertion(context_, node);
  const ExpressionNode* comparison = last_comparison(*node.test);
  const SourceSpan span = comparison != nullptr ? comparison->span : node.span;
  const Label end = builder_.new_label();
  jump_if(*node.test, end, true);
  const Register exception = new_temporary();
  emit(Opcode::load_assertion_error, exception, 0, 0, span);
  if (node.msg != nullptr) {
    new_temporary();  // self
    into(*node.msg, new_temporary());
    emit(Opcode::call_plain, exception, 1, exception, span);
  }
  emit(Opcode::raise, exception, 0, 0, span, 1);
  builder_.place(end);
}

void UnitCompiler::emit_import(std::string_view name, uint32_t from_list, int32_t level,
                               Register d, SourceSpan span) {
  const uint32_t what = builder_.tuple(
      {builder_.string(name), from_list, builder_.integer(level)});
  // Whoever gets hold of a module object through these can store into it.
  if (name == "__main__" || name == "importlib" || name == "inspect") context_.note_escape();
  builder_.emit_wide(Opcode::import_name, d, what, span);
}

void UnitCompiler::import(const Import& node) {
  for (const Alias* alias : node.names) {
    Temporaries temporaries(*this);
    const Register module = new_temporary();
    emit_import(alias->name, builder_.none(), 0, module, node.span);
    std::string_view name = alias->name;
    if (alias->asname.data() == nullptr) {
      store_name(name.substr(0, name.find('.')), module, node.span);
      continue;
    }
    // `import a.b.c as d` binds the innermost module, reached through its parents.
    size_t dot = name.find('.');
    while (dot != std::string_view::npos) {
      name = name.substr(dot + 1);
      dot = name.find('.');
      emit(Opcode::import_from, module, module,
           builder_.site(Opcode::import_from, name.substr(0, dot)), node.span);
    }
    store_name(alias->asname, module, node.span);
  }
}

void UnitCompiler::import_from(const ImportFrom& node) {
  const bool is_future = node.level == 0 && node.module == "__future__";
  if (is_future && node.span.line > context_.last_future_line) {
    return fail(node.span, "from __future__ imports must occur at the beginning of the file");
  }
  std::vector<uint32_t> names;
  for (const Alias* alias : node.names) names.push_back(builder_.string(alias->name));
  const Register module = new_temporary();
  const std::string_view name = node.module.data() == nullptr ? "" : node.module;
  emit_import(name, builder_.tuple(std::move(names)), node.level, module, node.span);
  for (const Alias* alias : node.names) {
    if (alias->name == "*") {
      context_.note_escape();
      return emit(Opcode::import_star, module, 0, 0, node.span);
    }
    Temporaries temporaries(*this);
    const Register value = new_temporary();
    emit(Opcode::import_from, value, module, builder_.site(Opcode::import_from, alias->name),
         node.span);
    store_name(alias->asname.data() != nullptr ? alias->asname : alias->name, value, node.span);
  }
}

}  // namespace lockstep
