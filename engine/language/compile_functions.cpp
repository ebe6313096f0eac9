#include "language/compile_unit.h"
#include "language/compile_unparse.h"

namespace lockstep {

using namespace ast;

namespace {

int32_t first_line_of(const StatementNode& node, Expressions decorators) {
  return decorators.empty() ? node.span.line : decorators.front()->span.line;
}

}  // namespace

// ---- making functions ----

void UnitCompiler::function_definition(const FunctionBase& node) {
  if (reject_debug(node.name, node.span, "assign to")) return;
  Temporaries temporaries(*this);
  const Register window = push_decorators(node.decorator_list);
  const int64_t local = local_register(node.name);
  const bool is_decorated = !node.decorator_list.empty();
  const Register d = !is_decorated && local >= 0 ? static_cast<Register>(local) : new_temporary();
  {
    Temporaries operand_registers(*this);
    const Register operands = next_temporary_;
    uint32_t flags = push_defaults(*node.args, node.span);
    if (push_annotations(*node.args, node.returns, node.span)) flags |= 4;
    make_function(compile_function(node), context_.scopes.scope_of(node), d, operands, flags,
                  node.span);
  }
  apply_decorators(node.decorator_list, window);
  store_name(node.name, is_decorated ? window : d, node.span);
}

// Evaluates decorators, each into a window of its own whose argument is the next one's window.
UnitCompiler::Register UnitCompiler::push_decorators(Expressions decorators) {
  const Register window = next_temporary_;
  for (const ExpressionNode* decorator : decorators) {
    into(*decorator, new_temporary());
    new_temporary();  // self
  }
  return window;
}

void UnitCompiler::apply_decorators(Expressions decorators, Register window) {
  for (size_t i = decorators.size(); i-- > 0;) {
    const Register own = window + static_cast<Register>(2 * i);
    emit(Opcode::call_plain, own, 1, own, decorators[i]->span);
  }
}

void UnitCompiler::lambda(const Lambda& node, Register d) {
  Temporaries temporaries(*this);
  const Register operands = next_temporary_;
  const uint32_t flags = push_defaults(*node.args, node.span);
  make_function(compile_lambda(node), context_.scopes.scope_of(node), d, operands, flags,
                node.span);
}

// `operands`: where the defaults and annotations named by `flags` begin; they are topmost.
void UnitCompiler::make_function(std::unique_ptr<Code> code, const Scope& scope, Register d,
                                 Register operands, uint32_t flags, SourceSpan span) {
  const std::vector<std::string_view> free_names = scope.free_names();
  if (!free_names.empty()) {
    const Register closure = new_temporary();
    Temporaries temporaries(*this);
    const Register first = new_temporaries(static_cast<uint32_t>(free_names.size()));
    for (uint32_t i = 0; i < free_names.size(); ++i) load_closure(free_names[i], first + i, span);
    emit(Opcode::build_tuple, closure, first, static_cast<uint32_t>(free_names.size()), span);
    flags |= 8;
  }
  code_->functions.push_back(std::move(code));
  emit(Opcode::make_function, d, static_cast<uint32_t>(code_->functions.size() - 1),
       flags == 0 ? 0 : operands, span, flags);
}

// The cell itself, for an inner function.
void UnitCompiler::load_closure(std::string_view name, Register d, SourceSpan span) {
  const bool is_class_cell = scope_.kind == ScopeKind::class_body && name == "__class__";
  if (!is_class_cell || !scope_.needs_class_cell) {
    const Symbol* symbol = scope_.find(name);
    ENSURE(symbol != nullptr);
    if (symbol->kind != NameKind::cell) {
      return emit(Opcode::load_closure, d, free_index(name), 0, span);
    }
  }
  auto found = registers_.find(name);
  ENSURE(found != registers_.end());
  emit(Opcode::move, d, found->second, 0, span);
}

uint32_t UnitCompiler::push_defaults(const Arguments& arguments, SourceSpan span) {
  uint32_t flags = 0;
  if (!arguments.defaults.empty()) {
    tuple_display(arguments.defaults, new_temporary(), span);
    flags |= 1;
  }
  uint32_t count = 0;
  for (const ExpressionNode* value : arguments.kw_defaults) count += value != nullptr;
  if (count > 0) {
    const Register dict = new_temporary();
    Temporaries temporaries(*this);
    const Register first = new_temporaries(count * 2);
    uint32_t next = first;
    for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
      const ExpressionNode* value = arguments.kw_defaults[i];
      if (value == nullptr) continue;
      const Arg& parameter = *arguments.kwonlyargs[i];
      builder_.emit_constant(next, builder_.string(mangled(parameter.arg)), parameter.span);
      into(*value, next + 1);
      next += 2;
    }
    emit(Opcode::build_map, dict, first, count, span);
    flags |= 2;
  }
  return flags;
}

bool UnitCompiler::push_annotations(const Arguments& arguments, const ExpressionNode* returns,
                                    SourceSpan span) {
  struct Annotation {
    std::string_view name;
    const ExpressionNode* value;
  };
  // In CPython's order.
  std::vector<Annotation> annotations;
  auto add = [&](const Arg* parameter) {
    if (parameter != nullptr && parameter->annotation != nullptr) {
      annotations.push_back({mangled(parameter->arg), parameter->annotation});
    }
  };
  for (const Arg* parameter : arguments.args) add(parameter);
  for (const Arg* parameter : arguments.posonlyargs) add(parameter);
  add(arguments.vararg);
  for (const Arg* parameter : arguments.kwonlyargs) add(parameter);
  add(arguments.kwarg);
  if (returns != nullptr) annotations.push_back({"return", returns});
  if (annotations.empty()) return false;

  const Register dict = new_temporary();
  Temporaries temporaries(*this);
  const Register first = new_temporaries(static_cast<uint32_t>(annotations.size()) * 2);
  uint32_t next = first;
  for (const Annotation& annotation : annotations) {
    builder_.emit_constant(next, builder_.string(annotation.name), annotation.value->span);
    annotation_into(*annotation.value, next + 1);
    next += 2;
  }
  emit(Opcode::build_map, dict, first, static_cast<uint32_t>(annotations.size()), span);
  return true;
}

void UnitCompiler::annotation_into(const ExpressionNode& annotation, Register d) {
  if (context_.future_annotations) {
    const std::string text = unparse(annotation);
    return builder_.emit_constant(d, builder_.string(text), annotation.span);
  }
  if (const auto* starred = try_as<Starred>(&annotation)) {
    // *args: *Ts takes the single item that iterating over Ts gives.
    Temporaries temporaries(*this);
    return emit(Opcode::unpack, d, operand(*starred->value, nullptr), 1, annotation.span);
  }
  into(annotation, d);
}

// ---- inside functions ----

void UnitCompiler::set_parameters(const Arguments& arguments, SourceSpan span) {
  auto size = [](const auto& parameters) { return static_cast<uint16_t>(parameters.size()); };
  code_->positional_only_count = size(arguments.posonlyargs);
  code_->positional_count =
      static_cast<uint16_t>(arguments.posonlyargs.size() + arguments.args.size());
  code_->keyword_only_count = size(arguments.kwonlyargs);
  code_->has_star_args = arguments.vararg != nullptr;
  code_->has_star_kwargs = arguments.kwarg != nullptr;
  parameter_count_ = static_cast<uint32_t>(code_->positional_count) + code_->keyword_only_count +
                     (code_->has_star_args ? 1 : 0) + (code_->has_star_kwargs ? 1 : 0);

  auto check = [&](const Arg* parameter) {
    if (parameter != nullptr) reject_debug(parameter->arg, span, "assign to");
  };
  for (const Arg* parameter : arguments.posonlyargs) check(parameter);
  for (const Arg* parameter : arguments.args) check(parameter);
  check(arguments.vararg);
  for (const Arg* parameter : arguments.kwonlyargs) check(parameter);
  check(arguments.kwarg);
}

void UnitCompiler::name_child(UnitCompiler& child, std::string_view name) {
  child.code_->name = context_.pool.intern(name);
  const bool is_definition =
      child.code_->kind == CodeKind::function || child.code_->kind == CodeKind::class_body;
  const Symbol* symbol = is_definition ? scope_.find(mangled(name)) : nullptr;
  const bool is_global = symbol != nullptr && symbol->kind == NameKind::global_explicit;
  child.code_->qualified_name =
      context_.pool.intern(is_global ? std::string(name) : qualified_name_of(name));
}

std::unique_ptr<Code> UnitCompiler::compile_function(const FunctionBase& node) {
  auto child = std::make_unique<UnitCompiler>(context_, context_.scopes.scope_of(node), this,
                                              CodeKind::function);
  name_child(*child, node.name);
  child->set_parameters(*node.args, node.span);
  child->begin(first_line_of(node, node.decorator_list));
  child->body_with_docstring(node.body, false);
  child->return_none(node.body.back()->span);
  return child->end();
}

std::unique_ptr<Code> UnitCompiler::compile_lambda(const Lambda& node) {
  auto child = std::make_unique<UnitCompiler>(context_, context_.scopes.scope_of(node), this,
                                              CodeKind::lambda);
  name_child(*child, "<lambda>");
  child->set_parameters(*node.args, node.span);
  child->begin(node.span.line);
  const Register value = child->operand(*node.body, nullptr);
  child->emit_return(value, node.body->span);
  return child->end();
}

// ---- classes ----

void UnitCompiler::class_definition(const ClassDef& node) {
  if (reject_debug(node.name, node.span, "assign to")) return;
  Temporaries temporaries(*this);
  const Register decorators = push_decorators(node.decorator_list);
  const Register window = new_temporary();
  emit(Opcode::load_build_class, window, 0, 0, node.span);
  new_temporary();  // self
  const Register function = new_temporary();
  {
    Temporaries operand_registers(*this);
    make_function(compile_class(node), context_.scopes.scope_of(node), function, next_temporary_,
                  0, node.span);
  }
  builder_.emit_constant(new_temporary(), builder_.string(node.name), node.span);
  call_window(node.bases, node.keywords, window, 2, window, false, node.span);
  apply_decorators(node.decorator_list, decorators);
  store_name(node.name, decorators, node.span);
}

std::unique_ptr<Code> UnitCompiler::compile_class(const ClassDef& node) {
  auto child = std::make_unique<UnitCompiler>(context_, context_.scopes.scope_of(node), this,
                                              CodeKind::class_body);
  name_child(*child, node.name);
  const int32_t first_line = first_line_of(node, node.decorator_list);
  child->begin(first_line);
  child->class_body(node, {first_line, 0, first_line, 0});
  return child->end();
}

void UnitCompiler::class_body(const ClassDef& node, SourceSpan span) {
  {
    Temporaries temporaries(*this);
    const Register value = new_temporary();
    load_name("__name__", value, span);
    store_name("__module__", value, span);
    builder_.emit_constant(value, builder_.string(code_->qualified_name), span);
    store_name("__qualname__", value, span);
  }
  if (scope_.has_annotations) emit(Opcode::setup_annotations, 0, 0, 0, span);
  body_with_docstring(node.body, true);
  const SourceSpan last = node.body.back()->span;
  if (!scope_.needs_class_cell) return return_none(last);
  const Register cell = registers_.at("__class__");
  emit(Opcode::store_name, cell, builder_.site(Opcode::store_name, "__classcell__"), 0, last);
  emit_return(cell, last);
}

// ---- comprehensions ----

UnitCompiler::ComprehensionParts UnitCompiler::parts_of(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::list_comp:
      return {as<ListComp>(node).generators, as<ListComp>(node).elt, nullptr,
              ComprehensionKind::list};
    case NodeKind::set_comp:
      return {as<SetComp>(node).generators, as<SetComp>(node).elt, nullptr,
              ComprehensionKind::set};
    case NodeKind::generator_exp:
      return {as<GeneratorExp>(node).generators, as<GeneratorExp>(node).elt, nullptr,
              ComprehensionKind::generator};
    default:
      return {as<DictComp>(node).generators, as<DictComp>(node).key, as<DictComp>(node).value,
              ComprehensionKind::dict};
  }
}

void UnitCompiler::comprehension(const ExpressionNode& node, Register d) {
  const ComprehensionParts parts = parts_of(node);
  const Scope& scope = context_.scopes.scope_of(node);
  const bool must_await = scope.is_coroutine && parts.kind != ComprehensionKind::generator;
  if (must_await && !is_async_function() && scope_.comprehension == ComprehensionKind::none) {
    return fail(node.span, "asynchronous comprehension outside of an asynchronous function");
  }
  Temporaries temporaries(*this);
  const Register window = is_top(d) ? d : new_temporary();
  {
    Temporaries operand_registers(*this);
    make_function(compile_comprehension(node), scope, window, next_temporary_, 0, node.span);
  }
  new_temporary();  // self
  const Register iterator = new_temporary();
  const Comprehension& outermost = *parts.generators.front();
  if (parts.kind == ComprehensionKind::generator) {
    iterable_of_loop(*outermost.iter, outermost.is_async ? Iterator::async : Iterator::plain, iterator);
  } else {
    iterable_into(*outermost.iter, iterator);
  }
  emit(outermost.is_async ? Opcode::get_aiter : Opcode::get_iter, iterator, iterator, 0,
       node.span);
  emit(Opcode::call_plain, window, 1, must_await ? window : d, node.span);
  if (must_await) await_register(window, d, 0, node.span);
}

// What a loop iterates over: a display of constants need not be built anew.
void UnitCompiler::iterable_into(const ExpressionNode& expression, Register d) {
  std::optional<ConstantValue> items;
  if (const auto* list = try_as<List>(&expression)) {
    items = fold_items(list->elts, ConstantValue::Type::tuple);
  } else if (const auto* set = try_as<Set>(&expression)) {
    items = fold_items(set->elts, ConstantValue::Type::frozen_set);
  }
  if (items) return load_folded(*items, d, expression.span);
  into(expression, d);
}

std::unique_ptr<Code> UnitCompiler::compile_comprehension(const ExpressionNode& node) {
  const ComprehensionParts parts = parts_of(node);
  const Scope& scope = context_.scopes.scope_of(node);
  const bool is_generator = parts.kind == ComprehensionKind::generator;
  auto child = std::make_unique<UnitCompiler>(
      context_, scope, this,
      is_generator ? CodeKind::generator_expression : CodeKind::comprehension);
  name_child(*child, scope.name);
  child->code_->positional_count = 1;
  child->parameter_count_ = 1;
  child->begin(node.span.line);
  child->comprehension_body(parts, node.span);
  return child->end();
}

void UnitCompiler::comprehension_body(const ComprehensionParts& parts, SourceSpan span) {
  const Register collection = new_temporary();
  switch (parts.kind) {
    case ComprehensionKind::list: emit(Opcode::build_list, collection, 0, 0, span); break;
    case ComprehensionKind::set: emit(Opcode::build_set, collection, 0, 0, span); break;
    case ComprehensionKind::dict: emit(Opcode::build_map, collection, 0, 0, span); break;
    default: break;
  }
  generator_loop(parts, 0, collection, span);
  if (parts.kind == ComprehensionKind::generator) load_none(collection, span);
  emit_return(collection, span);
}

void UnitCompiler::generator_loop(const ComprehensionParts& parts, size_t depth,
                                  Register collection, SourceSpan span) {
  const Comprehension& generator = *parts.generators[depth];
  Temporaries temporaries(*this);
  Register iterator = registers_.at(".0");
  const bool closes = parts.kind == ComprehensionKind::generator && may_hold_generator(*generator.iter);
  if (depth > 0) {
    iterator = new_temporary();
    if (closes) {
      iterable_of_loop(*generator.iter, generator.is_async ? Iterator::async : Iterator::plain, iterator);
    } else {
      iterable_into(*generator.iter, iterator);
    }
    emit(generator.is_async ? Opcode::get_aiter : Opcode::get_iter, iterator, iterator, 0, span);
  }
  const auto turns = [&](int32_t outer_region) {
    const SourceSpan turn = generator.iter->span;
    loop(*generator.target, iterator, generator.is_async, span, turn, [&](Label next) {
      for (const ExpressionNode* test : generator.ifs) jump_if(*test, next, false);
      if (depth + 1 < parts.generators.size()) {
        generator_loop(parts, depth + 1, collection, span);
      } else {
        comprehension_element(parts, collection, span);
      }
    });
    builder_.set_region(outer_region);
  };
  if (closes) return closing_loop(iterator, generator.is_async, span, turns);
  turns(builder_.region());
  if (depth > 0) emit(Opcode::clear, iterator, 0, 0, span);
}

void UnitCompiler::comprehension_element(const ComprehensionParts& parts, Register collection,
                                         SourceSpan span) {
  Temporaries temporaries(*this);
  const ExpressionNode& element = *parts.element;
  for (const Comprehension* generator : parts.generators) {
    for (const ExpressionNode* test : generator->ifs) {
      if (const ExpressionNode* comparison = last_comparison(*test)) span = comparison->span;
    }
  }
  const Register value = operand(element, parts.value);
  switch (parts.kind) {
    case ComprehensionKind::list:
      return emit(Opcode::list_append, collection, value, 0, span);
    case ComprehensionKind::set: return emit(Opcode::set_add, collection, value, 0, span);
    case ComprehensionKind::dict:
      return emit(Opcode::map_add, collection, value, operand(*parts.value, nullptr), span);
    default: return emit(Opcode::yield_, new_temporary(), value, 0, span);
  }
}

}  // namespace lockstep
