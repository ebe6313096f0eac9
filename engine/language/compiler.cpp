#include "language/compiler.h"

#include <algorithm>
#include <utility>

#include "language/compile_context.h"
#include "language/compile_future.h"
#include "language/compile_unit.h"
#include "language/parser.h"
#include "language/scopes.h"
#include "language/source_text.h"

// The compiler in one page.
//
// 1. The parser makes the tree (ast.h).
// 2. A ScopeTable decides for every block where each of its names lives: in a register, in a cell
//    that inner functions share, in the cell of an outer function, among the globals, or in a
//    namespace.
// 3. A UnitCompiler per block walks its statements once and emits instructions for the register
//    machine of opcodes.def. Blocks inside blocks become Codes inside Codes.
// 4. Each CodeBuilder lays its instructions out: unreachable ones are dropped, checks of variables
//    that are surely bound too, jumps get their distances.
//
// There is no optimiser beyond this: evaluation order, the places of exceptions and the operations
// that other threads can observe are exactly those of the source.
namespace lockstep {

namespace {

enum class Form : uint8_t { module, exec, expression };

// CPython finds the line of a mistake that its parser has let pass by reading the file again; what exec()
// is given stands in none.
SyntaxError without_text(SyntaxError error, Form form) {
  if (form != Form::module) error.text.clear();
  return error;
}

std::vector<std::string_view> split_lines(std::string_view source) {
  std::vector<std::string_view> lines;
  while (!source.empty()) {
    const size_t end = source.find('\n');
    lines.push_back(source.substr(0, end));
    if (end == std::string_view::npos) break;
    source.remove_prefix(end + 1);
  }
  return lines;
}

void number_codes(Program& program) {
  std::vector<Code*> pending = {program.module.get()};
  while (!pending.empty()) {
    Code* code = pending.back();
    pending.pop_back();
    code->index = static_cast<uint32_t>(program.all_codes.size());
    program.all_codes.push_back(code);
    for (size_t i = code->functions.size(); i-- > 0;) pending.push_back(code->functions[i].get());
  }
}

Result<std::shared_ptr<const Program>, SyntaxError> compile(std::string_view source,
                                                            std::string_view filename,
                                                            CompileOptions options, Form form) {
  const SourceOrigin origin = form == Form::module ? SourceOrigin::file : SourceOrigin::string;
  auto tree = form == Form::expression ? parse_expression(source) : parse_module(source, origin);
  if (!tree) return Failure(tree.error());

  auto program = std::make_shared<Program>();
  auto pool = std::make_shared<TextPool>();
  program->filename = filename;
  // As the parser saw it: the tree's places are places in this text.
  auto decoded = decode_source(source);
  program->source = decoded ? std::move(decoded->text) : std::string(source);
  program->lines = split_lines(program->source);
  program->storage = pool;
  program->warnings = std::move(tree->warnings);

  FutureImports future;
  if (form != Form::expression) {
    future = find_future_imports(tree->module());
    if (!future.error.empty()) {
      SyntaxError error = syntax_error_at(*program, future.error_span, future.error);
      error.end_offset = 0;  // CPython does not know it here
      return Failure(without_text(std::move(error), form));
    }
  }
  const ScopeTable scopes(tree->root(), *pool, future.annotations);
  if (const ScopeError* error = scopes.error()) {
    return Failure(without_text(syntax_error_at(*program, error->span, std::string(error->message)), form));
  }

  CompileContext context(*program, *pool, scopes, options, future.annotations);
  context.uses_namespace = form != Form::module;
  context.last_future_line = future.last_line;
  const CodeKind kind = form == Form::expression ? CodeKind::expression : CodeKind::module;
  {
    auto unit = std::make_unique<UnitCompiler>(context, scopes.root(), nullptr, kind);
    program->module = form == Form::expression ? unit->compile_expression(tree->expression())
                                               : unit->compile_module(tree->module());
  }
  if (context.failed()) return Failure(without_text(*context.error(), form));

  for (const auto& [name, count] : context.global_stores()) {
    program->globals.push_back({name, count});
  }
  number_codes(*program);
  return std::shared_ptr<const Program>(std::move(program));
}

}  // namespace

Result<std::shared_ptr<const Program>, SyntaxError> compile_module(std::string_view source,
                                                                   std::string_view filename,
                                                                   CompileOptions options) {
  return compile(source, filename, options, Form::module);
}

Result<std::shared_ptr<const Program>, SyntaxError> compile_exec(std::string_view source,
                                                                 std::string_view filename,
                                                                 CompileOptions options) {
  return compile(source, filename, options, Form::exec);
}

Result<std::shared_ptr<const Program>, SyntaxError> compile_expression(std::string_view source,
                                                                       std::string_view filename,
                                                                       CompileOptions options) {
  return compile(source, filename, options, Form::expression);
}

}  // namespace lockstep
