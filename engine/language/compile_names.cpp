#include "language/compile_unit.h"

namespace lockstep {

using namespace ast;

UnitCompiler::Place UnitCompiler::place_of(std::string_view name) const {
  using Kind = Place::Kind;
  const Symbol* symbol = scope_.find(name);
  if (auto found = registers_.find(name); found != registers_.end() && symbol != nullptr) {
    if (symbol->kind == NameKind::local && scope_.kind == ScopeKind::function) {
      return {Kind::reg, found->second};
    }
    if (symbol->kind == NameKind::cell) return {Kind::cell, found->second};
  }
  const NameKind kind = symbol == nullptr ? NameKind::global_implicit : symbol->kind;
  switch (kind) {
    case NameKind::free:
      return {scope_.kind == ScopeKind::class_body ? Kind::class_free : Kind::free,
              free_index(name)};
    case NameKind::global_explicit: return {Kind::global, 0};
    default: return {code_->uses_namespace ? Kind::name_space : Kind::global, 0};
  }
}

uint32_t UnitCompiler::free_index(std::string_view name) const {
  auto found = free_indices_.find(name);
  ENSURE(found != free_indices_.end());
  return found->second;
}

uint32_t UnitCompiler::cell_name_index(std::string_view name) {
  auto [place, is_new] =
      cell_names_.try_emplace(name, static_cast<uint32_t>(code_->cell_names.size()));
  if (is_new) code_->cell_names.push_back(name);
  return place->second;
}

int64_t UnitCompiler::local_register(std::string_view name) const {
  const Place place = place_of(mangled(name));
  return place.kind == Place::Kind::reg ? static_cast<int64_t>(place.index) : -1;
}

int64_t UnitCompiler::local_register(const ExpressionNode& target) const {
  const auto* name = try_as<Name>(&target);
  return name == nullptr || name->id == "__debug__" ? -1 : local_register(name->id);
}

bool UnitCompiler::reject_debug(std::string_view name, SourceSpan span, const char* verb) {
  if (name != "__debug__") return false;
  fail(span, std::string("cannot ") + verb + " __debug__");
  return true;
}

void UnitCompiler::load_global(std::string_view name, Register d, SourceSpan span) {
  // Whoever can get at the module's dict can change globals behind the program's back.
  static constexpr std::string_view kEscapes[] = {"globals", "vars", "exec", "eval", "__import__"};
  for (std::string_view escape : kEscapes) {
    if (name == escape) context_.note_escape();
  }
  if (name == "locals" && scope_.kind == ScopeKind::module) context_.note_escape();
  const bool by_namespace = place_of(name).kind == Place::Kind::name_space;
  const Opcode opcode = by_namespace ? Opcode::load_name : Opcode::load_global;
  emit(opcode, d, builder_.site(opcode, name), 0, span);
}

void UnitCompiler::note_global_store(std::string_view name) {
  context_.note_global_store(name, repeats_ || loop_depth_ > 0 ? 2 : 1);
}

void UnitCompiler::load_name(std::string_view name, Register d, SourceSpan span) {
  name = mangled(name);
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::reg:
      emit(Opcode::check_bound, place.index, 0, 0, span);
      if (place.index != d) emit(Opcode::move, d, place.index, 0, span);
      return;
    case Place::Kind::cell:
      return emit(Opcode::load_cell, d, place.index, cell_name_index(name), span);
    case Place::Kind::free: return emit(Opcode::load_free, d, place.index, 0, span);
    case Place::Kind::class_free:
      return emit(Opcode::load_class_free, d, place.index,
                  builder_.site(Opcode::load_class_free, name), span);
    case Place::Kind::global:
    case Place::Kind::name_space: return load_global(name, d, span);
  }
}

void UnitCompiler::store_name(std::string_view name, Register value, SourceSpan span) {
  if (reject_debug(name, span, "assign to")) return;
  name = mangled(name);
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::reg:
      if (place.index != value) emit(Opcode::move, place.index, value, 0, span);
      return;
    case Place::Kind::cell: return emit(Opcode::store_cell, value, place.index, 0, span);
    case Place::Kind::free:
    case Place::Kind::class_free: return emit(Opcode::store_free, value, place.index, 0, span);
    case Place::Kind::global:
      note_global_store(name);
      return emit(Opcode::store_global, value, builder_.site(Opcode::store_global, name), 0, span);
    case Place::Kind::name_space:
      return emit(Opcode::store_name, value, builder_.site(Opcode::store_name, name), 0, span);
  }
}

void UnitCompiler::delete_name(std::string_view name, SourceSpan span) {
  if (reject_debug(name, span, "delete")) return;
  name = mangled(name);
  const Place place = place_of(name);
  switch (place.kind) {
    case Place::Kind::reg:
      emit(Opcode::check_bound, place.index, 0, 0, span);
      return emit(Opcode::clear, place.index, 0, 0, span);
    case Place::Kind::cell:
      return emit(Opcode::delete_cell, place.index, cell_name_index(name), 0, span);
    case Place::Kind::free:
    case Place::Kind::class_free: return emit(Opcode::delete_free, place.index, 0, 0, span);
    case Place::Kind::global:
      note_global_store(name);
      return emit(Opcode::delete_global, builder_.site(Opcode::delete_global, name), 0, 0, span);
    case Place::Kind::name_space:
      return emit(Opcode::delete_name, builder_.site(Opcode::delete_name, name), 0, 0, span);
  }
}

}  // namespace lockstep
