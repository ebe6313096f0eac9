#include "language/compile_unit.h"

#include <algorithm>

namespace lockstep {

using namespace ast;

UnitCompiler::UnitCompiler(CompileContext& context, const Scope& scope, UnitCompiler* parent,
                           CodeKind kind)
    : context_(context),
      scope_(scope),
      parent_(parent),
      code_(std::make_unique<Code>()),
      builder_(*code_, context.pool) {
  code_->kind = kind;
  code_->is_library = context.options.library;
  code_->filename = context.program.filename;
  code_->uses_namespace =
      scope.kind == ScopeKind::class_body ||
      (scope.kind == ScopeKind::module && context.uses_namespace);
  if (scope.kind == ScopeKind::class_body) {
    class_name_ = scope.name;
  } else if (parent != nullptr) {
    class_name_ = parent->class_name_;
  }
  if (parent != nullptr) {
    repeats_ = scope.kind == ScopeKind::function || parent->repeats_ || parent->loop_depth_ > 0;
  }
}

void UnitCompiler::begin(int32_t first_line) {
  code_->first_line = first_line;
  const SourceSpan span{first_line, 0, first_line, 0};
  std::vector<uint32_t> cells;
  auto add_local = [this](std::string_view name) {
    const auto index = static_cast<uint32_t>(code_->locals.size());
    registers_[name] = index;
    code_->locals.push_back(name);
    return index;
  };
  if (scope_.kind == ScopeKind::function) {
    code_->is_generator = scope_.is_generator;
    code_->is_coroutine = scope_.is_coroutine;
    for (std::string_view name : scope_.names) {
      const NameKind kind = scope_.find(name)->kind;
      if (kind != NameKind::local && kind != NameKind::cell) continue;
      const uint32_t index = add_local(name);
      if (kind == NameKind::cell) cells.push_back(index);
    }
  } else if (scope_.kind == ScopeKind::class_body && scope_.needs_class_cell) {
    cells.push_back(add_local(context_.pool.intern("__class__")));
  }
  for (std::string_view name : scope_.free_names()) {
    free_indices_[name] = static_cast<uint32_t>(code_->free_names.size());
    code_->free_names.push_back(name);
  }
  code_->local_count = static_cast<uint16_t>(std::min<size_t>(code_->locals.size(), UINT16_MAX));
  code_->register_count = code_->local_count;
  next_temporary_ = code_->local_count;

  if (code_->is_generator || code_->is_coroutine) emit(Opcode::make_generator, 0, 0, 0, span);
  for (uint32_t cell : cells) emit(Opcode::make_cell, cell, 0, 0, span);
}

std::unique_ptr<Code> UnitCompiler::end() {
  if (!context_.failed() && !builder_.finish(parameter_count_)) {
    fail({code_->first_line, 0, code_->first_line, 0},
         "this block is too long to be compiled: split it");
  }
  return std::move(code_);
}

UnitCompiler::Register UnitCompiler::new_temporary() { return new_temporaries(1); }

UnitCompiler::Register UnitCompiler::new_temporaries(uint32_t count) {
  const Register first = next_temporary_;
  next_temporary_ += count;
  code_->register_count = static_cast<uint16_t>(
      std::min<Register>(std::max<Register>(code_->register_count, next_temporary_), UINT16_MAX));
  return first;
}

std::string_view UnitCompiler::mangled(std::string_view name) const {
  return mangle(class_name_, name, context_.pool);
}

void UnitCompiler::return_none(SourceSpan span) {
  Temporaries temporaries(*this);
  const Register value = new_temporary();
  load_none(value, span);
  emit_return(value, span);
}

std::string UnitCompiler::qualified_name_of(std::string_view name) const {
  // Of a child of this code. Only functions and lambdas say <locals>, as in CPython.
  if (parent_ == nullptr) return std::string(name);
  std::string result(code_->qualified_name);
  if (code_->kind == CodeKind::function || code_->kind == CodeKind::lambda) result += ".<locals>";
  result += '.';
  result += name;
  return result;
}

std::unique_ptr<Code> UnitCompiler::compile_module(const Module& module) {
  code_->name = code_->qualified_name = context_.pool.intern("<module>");
  begin(1);
  if (scope_.has_annotations) emit(Opcode::setup_annotations, 0, 0, 0, {1, 0, 1, 0});
  body_with_docstring(module.body, true);
  return_none(module.body.empty() ? SourceSpan{1, 0, 1, 0} : module.body.back()->span);
  return end();
}

std::unique_ptr<Code> UnitCompiler::compile_expression(const Expression& expression) {
  // CPython names the code of eval() like this.
  code_->name = code_->qualified_name = context_.pool.intern("<module>");
  begin(1);
  const Register value = operand(*expression.body, nullptr);
  emit_return(value, expression.body->span);
  return end();
}

}  // namespace lockstep
