#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/ast.h"
#include "language/compile_builder.h"
#include "language/compile_constants.h"
#include "language/compile_context.h"
#include "language/scopes.h"

namespace lockstep {

// Compiles one block (a module, class body, function, lambda or comprehension) into one Code.
//
// Registers. Locals come first; above them temporaries are taken and given back like a stack, by
// Temporaries. Every expression is compiled in one of two ways:
//
//   into(e, d)   its value ends up in register d. If d is a temporary it may be written early; if d
//                is a local, only the last instruction writes it, so an exception on the way leaves
//                the variable as it was, and the expression may still read it.
//   operand(e)   returns some register that has the value: a local variable's own register if no
//                later operand can rebind it, otherwise a new temporary.
//
// Leaving blocks. `blocks_` are the statements around the current place that need something done
// when `break`, `continue` or `return` leaves them: unwind() emits it, from the inside out, as
// CPython does (bodies of `finally` are compiled again for each way out).
//
// The methods are spread over the compile_*.cpp files by what they compile.
class UnitCompiler {
 public:
  UnitCompiler(CompileContext& context, const Scope& scope, UnitCompiler* parent, CodeKind kind);
  UnitCompiler(const UnitCompiler&) = delete;
  UnitCompiler& operator=(const UnitCompiler&) = delete;

  std::unique_ptr<Code> compile_module(const ast::Module& module);
  std::unique_ptr<Code> compile_expression(const ast::Expression& expression);

 private:
  using Register = uint32_t;

  // Gives back the temporaries that were taken since it was made.
  class Temporaries {
   public:
    explicit Temporaries(UnitCompiler& unit) : unit_(unit), mark_(unit.next_temporary_) {}
    ~Temporaries() { unit_.next_temporary_ = mark_; }
    Temporaries(const Temporaries&) = delete;
    Temporaries& operator=(const Temporaries&) = delete;

   private:
    UnitCompiler& unit_;
    Register mark_;
  };

  // Where a name lives, as this block sees it.
  struct Place {
    enum class Kind : uint8_t { reg, cell, free, class_free, global, name_space };
    Kind kind = Kind::global;
    uint32_t index = 0;  // register, or number of the closure cell
  };

  enum class BlockKind : uint8_t {
    loop,
    try_body,        // of try-except: only its handler is left
    finally_body,    // of try-finally
    finally_handler, // the copy of the finally body that runs with an exception pending
    handler,         // body of an except clause
    group_handler,   // body of an except* clause
    with,
    async_with,
  };
  // What a loop ends with: leave_loop, which may close the iterator, or nothing.
  enum class Iterator : uint8_t { none, plain, async };
  struct Block {
    BlockKind kind = BlockKind::loop;
    Label break_label = {};
    Label continue_label = {};
    Register reg = 0;           // what was handled before; the exit window of a with; the iterator of a loop
    int32_t outer_region = -1;  // exception region outside the statement
    ast::Statements finalbody = {};
    std::string_view name = {};      // `except ... as name`; data() null without
    SourceSpan span = {};
    Iterator iterator = Iterator::none;
  };

  // ---- compile_unit.cpp: the frame of a code ----
  void begin(int32_t first_line);
  std::unique_ptr<Code> end();
  Register new_temporary();
  Register new_temporaries(uint32_t count);
  bool is_temporary(Register reg) const { return reg >= code_->local_count; }
  bool is_top(Register reg) const { return is_temporary(reg) && reg + 1 == next_temporary_; }
  void fail(SourceSpan span, std::string message) { context_.fail(span, std::move(message)); }
  std::string_view mangled(std::string_view name) const;
  void emit(Opcode opcode, uint32_t a, uint32_t b, uint32_t c, SourceSpan span, uint32_t x = 0) {
    builder_.emit(opcode, a, b, c, span, x);
  }
  void load_none(Register d, SourceSpan span) { builder_.emit_constant(d, builder_.none(), span); }
  void emit_return(Register value, SourceSpan span) { emit(Opcode::return_, value, 0, 0, span); }
  void return_none(SourceSpan span);
  bool is_async_function() const {
    return scope_.node->kind == ast::NodeKind::async_function_def;
  }
  std::string qualified_name_of(std::string_view name) const;

  // ---- compile_names.cpp ----
  Place place_of(std::string_view mangled_name) const;
  uint32_t free_index(std::string_view mangled_name) const;
  uint32_t cell_name_index(std::string_view mangled_name);
  void load_name(std::string_view name, Register d, SourceSpan span);
  void store_name(std::string_view name, Register value, SourceSpan span);
  void delete_name(std::string_view name, SourceSpan span);
  void load_global(std::string_view mangled_name, Register d, SourceSpan span);
  void note_global_store(std::string_view mangled_name);
  // The register of a name that is a plain local here, or -1.
  int64_t local_register(std::string_view name) const;
  // The same for the target of an assignment.
  int64_t local_register(const ast::ExpressionNode& target) const;
  bool reject_debug(std::string_view name, SourceSpan span, const char* verb);

  // ---- compile_expressions.cpp ----
  void into(const ast::ExpressionNode& expression, Register d);
  // `next` is evaluated after this operand and before it is used; null: nothing is.
  Register operand(const ast::ExpressionNode& expression, const ast::ExpressionNode* next);
  // An operand that is used at once to make the value of `d`: in `d` itself if that is a temporary.
  Register operand_in(const ast::ExpressionNode& expression, Register d);
  // For operands that must outlive any evaluation that follows: never a walrus target in place.
  Register stable_operand(const ast::ExpressionNode& expression);
  void discard(const ast::ExpressionNode& expression);
  bool may_stay_in_place(const ast::Name& name, const ast::ExpressionNode* next) const;
  void load_folded(const ConstantValue& value, Register d, SourceSpan span);
  void chain(const ast::ExpressionNode& expression, Register d);
  void leaf(const ast::ExpressionNode& expression, Register d);
  Register chain_step(const ast::ExpressionNode& node, Register left, Register work, Register d);
  void emit_binary(ast::BinaryOperator op, Register d, Register left, Register right,
                   SourceSpan span, bool augmented);
  void binary_with(ast::BinaryOperator op, Register d, Register left,
                   const ast::ExpressionNode& right, SourceSpan span, bool augmented);
  void unary(const ast::UnaryOp& node, Register d);
  Register key_operand(const ast::ExpressionNode& key, const ast::ExpressionNode* next);
  void slice(const ast::Slice& node, Register d);
  void walrus(const ast::NamedExpr& node, Register d);
  void conditional(const ast::IfExp& node, Register d);
  void bool_op(const ast::BoolOp& node, Register d);
  void joined_string(const ast::JoinedStr& node, Register d);
  // `how`: further bits for the instruction.
  void formatted_value(const ast::FormattedValue& node, Register d, uint32_t how = 0);
  void await(const ast::Await& node, Register d);
  void yield(const ast::Yield& node, Register d);
  void yield_from(const ast::YieldFrom& node, Register d);
  // Resumes the iterator until it returns; its value ends up in `value`.
  void send_loop(Register iterator, Register value, SourceSpan span);
  void await_register(Register awaitable, Register d, uint32_t how, SourceSpan span);

  // ---- compile_displays.cpp ----
  // The instructions that build one kind of collection.
  struct Sequencing {
    Opcode build;
    Opcode append = Opcode::list_append;
    Opcode extend = Opcode::list_extend;
    int64_t callable = -1;  // the items are arguments of the callable in this register
  };
  void tuple_display(ast::Expressions items, Register d, SourceSpan span, int64_t callable = -1);
  void list_display(ast::Expressions items, Register d, SourceSpan span);
  void set_display(const ast::Set& node, Register d);
  void dict_display(const ast::Dict& node, Register d);
  void build_sequence(ast::Expressions items, Register d, SourceSpan span, Sequencing how);
  void append_items(ast::Expressions items, Register collection, SourceSpan span, Sequencing how);
  void extend_with(ast::Expressions items, Register collection, SourceSpan span, Sequencing how);

  // ---- compile_conditions.cpp ----
  // The right side of a comparison; a display of constants after `in` becomes one constant.
  Register comparator(ast::CompareOperator op, const ast::ExpressionNode& expression,
                      const ast::ExpressionNode* next);
  void compare(const ast::Compare& node, Register d);
  static const ast::ExpressionNode* last_comparison(const ast::ExpressionNode& test);
  void jump_if(const ast::ExpressionNode& test, Label target, bool sense);
  void jump_if_compare(const ast::Compare& node, Label target, bool sense);
  void jump_compare(ast::CompareOperator op, Register left, const ast::ExpressionNode& right,
                    Label target, bool sense, SourceSpan span);

  // ---- compile_calls.cpp ----
  // Evaluates the arguments and calls. `window` holds the callable and is the topmost temporary; or
  // `leading` arguments are in place already and are topmost. With `is_method` (not for calls that
  // spread) register window + 1 holds self.
  void call_window(ast::Expressions positional, ast::Sequence<ast::Keyword> keywords,
                   Register window, uint32_t leading, Register d, bool is_method, SourceSpan span);
  void call_spread(ast::Expressions positional, ast::Sequence<ast::Keyword> keywords,
                   Register window, uint32_t leading, Register d, SourceSpan span);
  // Whether the arguments go through a tuple and a dict.
  static bool spreads(ast::Expressions positional, ast::Sequence<ast::Keyword> keywords);
  void keyword_mapping(ast::Sequence<ast::Keyword> keywords, Register d, Register callable,
                       SourceSpan span);
  void check_keywords(ast::Sequence<ast::Keyword> keywords, SourceSpan span);
  static SourceSpan attribute_span(const ast::Attribute& node, SourceSpan span);

  // ---- compile_functions.cpp ----
  struct ComprehensionParts {
    ast::Sequence<ast::Comprehension> generators;
    const ast::ExpressionNode* element = nullptr;
    const ast::ExpressionNode* value = nullptr;  // of a dict comprehension
    ComprehensionKind kind = ComprehensionKind::none;
  };
  void function_definition(const ast::FunctionBase& node);
  void class_definition(const ast::ClassDef& node);
  void lambda(const ast::Lambda& node, Register d);
  void comprehension(const ast::ExpressionNode& node, Register d);
  Register push_decorators(ast::Expressions decorators);
  void apply_decorators(ast::Expressions decorators, Register window);
  void make_function(std::unique_ptr<Code> code, const Scope& scope, Register d, Register operands,
                     uint32_t flags, SourceSpan span);
  void load_closure(std::string_view mangled_name, Register d, SourceSpan span);
  // Each takes one temporary per operand of make_function it provides, and says which.
  uint32_t push_defaults(const ast::Arguments& arguments, SourceSpan span);
  bool push_annotations(const ast::Arguments& arguments, const ast::ExpressionNode* returns,
                        SourceSpan span);
  void annotation_into(const ast::ExpressionNode& annotation, Register d);
  void set_parameters(const ast::Arguments& arguments, SourceSpan span);
  void name_child(UnitCompiler& child, std::string_view name);
  std::unique_ptr<Code> compile_function(const ast::FunctionBase& node);
  std::unique_ptr<Code> compile_lambda(const ast::Lambda& node);
  std::unique_ptr<Code> compile_class(const ast::ClassDef& node);
  std::unique_ptr<Code> compile_comprehension(const ast::ExpressionNode& node);
  void class_body(const ast::ClassDef& node, SourceSpan span);
  void comprehension_body(const ComprehensionParts& parts, SourceSpan span);
  void comprehension_element(const ComprehensionParts& parts, Register collection,
                             SourceSpan span);
  void generator_loop(const ComprehensionParts& parts, size_t depth, Register collection,
                      SourceSpan span);
  void iterable_into(const ast::ExpressionNode& expression, Register d);
  static ComprehensionParts parts_of(const ast::ExpressionNode& node);

  // ---- compile_statements.cpp ----
  void statements(ast::Statements body);
  void statement(const ast::StatementNode& node);
  void return_statement(const ast::Return& node);
  void delete_target(const ast::ExpressionNode& target);
  void assign(const ast::Assign& node);
  // Evaluates `value` and assigns it to the one `target`.
  void assign_to(const ast::ExpressionNode& target, const ast::ExpressionNode& value);
  void store(const ast::ExpressionNode& target, Register value);
  void unpack_into(ast::Expressions targets, Register value, SourceSpan span);
  bool assign_pairwise(const ast::ExpressionNode& target, const ast::ExpressionNode& value);
  // The registers of `targets` if all are locals, each another one; else empty.
  std::vector<Register> local_registers(ast::Expressions targets) const;
  void augmented_assign(const ast::AugAssign& node);
  void annotated_assign(const ast::AnnAssign& node);
  void annotate(const ast::AnnAssign& node);
  void raise(const ast::Raise& node);
  void assert_(const ast::Assert& node);
  void import(const ast::Import& node);
  void import_from(const ast::ImportFrom& node);
  void emit_import(std::string_view name, uint32_t from_list, int32_t level, Register d,
                   SourceSpan span);
  void body_with_docstring(ast::Statements body, bool store_it);

  // ---- compile_blocks.cpp ----
  void if_(const ast::If& node);
  void while_(const ast::While& node);
  void for_(const ast::ForBase& node, bool is_async);
  // One turn: the next item into `target`, then `body`, which may jump to its argument to go on
  // with the next turn. Falls out at the end when the iterator is exhausted. `turn_span`: of the
  // jump back.
  using LoopBody = std::function<void(Label next)>;
  void loop(const ast::ExpressionNode& target, Register iterator, bool is_async, SourceSpan span,
            SourceSpan turn_span, const LoopBody& body);
  // Whether a loop over `iterable` may be the only one to hold a generator.
  bool may_hold_generator(const ast::ExpressionNode& iterable) const;
  // Evaluates what a loop iterates over, and marks the calls whose results nobody but the loop will see.
  void iterable_of_loop(const ast::ExpressionNode& iterable, Iterator kind, Register d);
  void note_loop_calls(const ast::ExpressionNode& iterable);
  bool is_builtin_name(const ast::ExpressionNode& expression, std::string_view name) const;
  // Emits a loop over the iterator in a register so that this ends by leave_loop however the loop is left:
  // `body` gets the exception region outside.
  void closing_loop(Register iterator, bool is_async, SourceSpan span, const std::function<void(int32_t)>& body);
  void leave_loop(Register iterator, bool is_async, SourceSpan span) {
    emit(Opcode::leave_loop, iterator, 0, 0, span, is_async ? 1 : 0);
  }
  void break_(const ast::Break& node);
  void continue_(const ast::Continue& node);
  void try_(const ast::TryBase& node);
  void try_except(const ast::TryBase& node);
  void except_clauses(const ast::TryBase& node, Register exception, Register saved,
                      int32_t outer_region, Label after);
  void except_clause(const ast::ExceptHandler& clause, Register exception, Register saved,
                     int32_t cleanup_region, int32_t outer_region, Label after);
  void group_clauses(const ast::TryBase& node, Register exception, Register saved,
                     int32_t outer_region, Label after);
  void group_clause(const ast::ExceptHandler& clause, Register group, Register raised);
  void try_finally(const ast::TryBase& node);
  void with(const ast::WithBase& node, size_t item, bool is_async);
  void exit_with(Register window, bool is_async, SourceSpan span);
  void push_block(Block block);
  // Emits what leaving the blocks above `depth` takes, and takes them off; the caller puts them
  // back.
  void unwind(size_t depth);
  // -1 (and an error) if there is none.
  int64_t innermost_loop(SourceSpan span, const char* complaint);
  bool leaves_group_handler(SourceSpan span);
  void clear_exception_name(std::string_view name, SourceSpan span);
  // Enters a handler: what was handled before goes to the register it returns. From here on
  // exceptions go to the new region `cleanup_region`.
  Register enter_handler(Register exception, Label cleanup, SourceSpan span);
  void leave_cleanup(Label cleanup, Register saved, Register exception, int32_t outer_region,
                     SourceSpan span);

  // ---- compile_match.cpp ----
  struct Capture {
    std::string_view name;
    Register reg;
    SourceSpan span;
  };
  // One pattern on its way: where to go if it does not match, and what it has bound so far.
  struct PatternState {
    Label fail;
    bool allows_irrefutable = false;  // a pattern that always matches may stand here
    std::vector<Capture> captures = {};
  };
  void match(const ast::Match& node);
  void pattern(const ast::PatternNode& node, Register subject, PatternState& state);
  void subpatterns(ast::Patterns patterns, Register first, PatternState& state);
  void value_pattern(const ast::MatchValue& node, Register subject, PatternState& state);
  void singleton_pattern(const ast::MatchSingleton& node, Register subject, PatternState& state);
  void sequence_pattern(const ast::MatchSequence& node, Register subject, PatternState& state);
  void sequence_items(const ast::MatchSequence& node, Register subject, Register length,
                      int64_t star, PatternState& state);
  void mapping_pattern(const ast::MatchMapping& node, Register subject, PatternState& state);
  void class_pattern(const ast::MatchClass& node, Register subject, PatternState& state);
  void or_pattern(const ast::MatchOr& node, Register subject, PatternState& state);
  void as_pattern(const ast::MatchAs& node, Register subject, PatternState& state);
  void capture(std::string_view name, Register value, PatternState& state, SourceSpan span);

  CompileContext& context_;
  const Scope& scope_;
  UnitCompiler* const parent_;
  std::unique_ptr<Code> code_;
  CodeBuilder builder_;
  std::string_view class_name_;      // for mangling
  bool repeats_ = false;             // this code may run more than once
  int loop_depth_ = 0;
  std::unordered_map<std::string_view, uint32_t> registers_;    // of locals and cells
  std::unordered_map<std::string_view, uint32_t> free_indices_;
  std::unordered_map<std::string_view, uint32_t> cell_names_;
  Register next_temporary_ = 0;
  std::vector<const ast::ExpressionNode*> loop_calls_;   // what they give is seen by a loop alone
  std::vector<Block> blocks_;
  uint32_t parameter_count_ = 0;
  SourceSpan last_pattern_;   // where CPython sees mistakes that concern a pattern's captures
};

}  // namespace lockstep
