#include <algorithm>
#include <iterator>

#include "language/compile_unit.h"

// Statements that contain statements, and the ways out of them.
namespace lockstep {

using namespace ast;

void UnitCompiler::if_(const If& node) {
  const Label end = builder_.new_label();
  for (const If* branch = &node;;) {
    const Label next = builder_.new_label();
    jump_if(*branch->test, next, false);
    statements(branch->body);
    if (!branch->orelse.empty()) builder_.emit_jump(Opcode::jump, 0, end, branch->span);
    builder_.place(next);
    const If* elif = branch->orelse.size() == 1 ? try_as<If>(branch->orelse.front()) : nullptr;
    if (elif == nullptr) {
      statements(branch->orelse);
      break;
    }
    branch = elif;
  }
  builder_.place(end);
}

// ---- loops ----

void UnitCompiler::while_(const While& node) {
  const Label top = builder_.label_here();
  const Label otherwise = builder_.new_label();
  const Label end = builder_.new_label();
  ++loop_depth_;
  jump_if(*node.test, otherwise, false);
  push_block({.kind = BlockKind::loop, .break_label = end, .continue_label = top,
              .outer_region = builder_.region(), .span = node.span});
  statements(node.body);
  blocks_.pop_back();
  --loop_depth_;
  builder_.emit_jump(Opcode::jump_back, 0, top, node.test->span);
  builder_.place(otherwise);
  statements(node.orelse);
  builder_.place(end);
}

void UnitCompiler::for_(const ForBase& node, bool is_async) {
  if (is_async && !is_async_function()) {
    return fail(node.span, "'async for' outside async function");
  }
  const Register iterator = new_temporary();
  const bool closes = may_hold_generator(*node.iter);
  iterable_of_loop(*node.iter, is_async ? Iterator::async : Iterator::plain, iterator);
  emit(is_async ? Opcode::get_aiter : Opcode::get_iter, iterator, iterator, 0, node.span);
  const Label end = builder_.new_label();
  const auto turns = [&](int32_t outer_region) {
    ++loop_depth_;
    loop(*node.target, iterator, is_async, node.span, node.iter->span, [&](Label next) {
      push_block({.kind = BlockKind::loop, .break_label = end, .continue_label = next, .reg = iterator,
                  .outer_region = outer_region, .span = node.span,
                  .iterator = !closes ? Iterator::none : is_async ? Iterator::async : Iterator::plain});
      statements(node.body);
      blocks_.pop_back();
    });
    --loop_depth_;
    builder_.set_region(outer_region);
    statements(node.orelse);
    builder_.place(end);
  };
  if (closes) return closing_loop(iterator, is_async, node.span, turns);
  turns(builder_.region());
  emit(Opcode::clear, iterator, 0, 0, node.iter->span);
}

// ---- generators that only a loop holds ----
//
// Where CPython counts references, a generator that a loop leaves early is closed on the spot: what its
// `finally` prints stands before whatever comes after the loop. There are no counts here, but a generator that
// a call makes for a `for` statement is in nobody's hands but the loop's, and that can be seen: by the
// compiler, which marks the call, and by make_generator, which looks at the caller's instruction.

bool UnitCompiler::may_hold_generator(const ExpressionNode& iterable) const {
  switch (iterable.kind) {
    case NodeKind::constant:
    case NodeKind::list:
    case NodeKind::tuple:
    case NodeKind::set:
    case NodeKind::dict:
    case NodeKind::list_comp:
    case NodeKind::set_comp:
    case NodeKind::dict_comp:
    case NodeKind::joined_str: return false;
    case NodeKind::call: return !is_builtin_name(*as<Call>(iterable).func, "range");
    default: return true;
  }
}

bool UnitCompiler::is_builtin_name(const ExpressionNode& expression, std::string_view wanted) const {
  const auto* name = try_as<Name>(&expression);
  if (name == nullptr || name->id != wanted) return false;
  const Symbol* symbol = scope_.find(wanted);
  const Symbol* global = context_.scopes.root().find(wanted);
  return (symbol == nullptr || symbol->kind == NameKind::global_implicit) &&
         (global == nullptr || !global->is_bound());
}

void UnitCompiler::iterable_of_loop(const ExpressionNode& iterable, Iterator kind, Register d) {
  const size_t known = loop_calls_.size();
  note_loop_calls(iterable);
  if (kind == Iterator::async) {
    into(iterable, d);
  } else {
    iterable_into(iterable, d);
  }
  const bool is_call = iterable.kind == NodeKind::call || iterable.kind == NodeKind::generator_exp;
  if (is_call) builder_.give_to_loop(d);
  loop_calls_.resize(known);
}

void UnitCompiler::note_loop_calls(const ExpressionNode& iterable) {
  const auto* call = try_as<Call>(&iterable);
  if (call == nullptr) return;
  constexpr std::string_view kCombining[] = {"enumerate", "zip", "map", "filter"};
  if (std::none_of(std::begin(kCombining), std::end(kCombining),
                   [&](std::string_view name) { return is_builtin_name(*call->func, name); })) {
    return;
  }
  for (const ExpressionNode* argument : call->args) {
    if (argument->kind != NodeKind::call && argument->kind != NodeKind::generator_exp) continue;
    loop_calls_.push_back(argument);
    note_loop_calls(*argument);
  }
}

void UnitCompiler::closing_loop(Register iterator, bool is_async, SourceSpan span,
                                const std::function<void(int32_t)>& body) {
  const Label failed = builder_.new_label();
  const Label after = builder_.new_label();
  const int32_t outer = builder_.region();
  // Its register begins where the loop's temporaries do: these are dead by then.
  const Register exception = next_temporary_;
  builder_.set_region(builder_.new_region(failed, exception));
  body(outer);
  builder_.set_region(outer);
  leave_loop(iterator, is_async, span);
  builder_.emit_jump(Opcode::jump, 0, after, span);
  builder_.place(failed);
  Temporaries temporaries(*this);
  new_temporary();  // exception
  leave_loop(iterator, is_async, span);
  emit(Opcode::reraise, exception, 0, 0, span);
  builder_.place(after);
}

void UnitCompiler::loop(const ExpressionNode& target, Register iterator, bool is_async,
                        SourceSpan span, SourceSpan turn_span, const LoopBody& body) {
  const Label top = builder_.label_here();
  const Label next = builder_.new_label();
  const Label exhausted = builder_.new_label();
  Temporaries temporaries(*this);
  const int64_t local = local_register(target);
  const Label finished = builder_.new_label();
  Register exception = 0;
  {
    Temporaries item_register(*this);
    const Register item =
        local >= 0 && !is_async ? static_cast<Register>(local) : new_temporary();
    if (is_async) {
      const int32_t outer = builder_.region();
      const Register awaitable = new_temporary();
      exception = item;
      builder_.set_region(builder_.new_region(finished, exception));
      emit(Opcode::get_anext, awaitable, iterator, 0, span);
      load_none(item, span);
      send_loop(awaitable, item, span);
      builder_.set_region(outer);
    } else {
      builder_.emit_jump(Opcode::for_iter, item, exhausted, span, iterator);
    }
    if (local < 0 || is_async) store(target, item);
  }
  body(next);
  builder_.place(next);
  builder_.emit_jump(Opcode::jump_back, 0, top, turn_span);
  if (is_async) {
    builder_.place(finished);
    builder_.emit_jump(Opcode::end_async_for, exception, exhausted, turn_span);
    // Falls nowhere: anything but the end is raised again.
  }
  builder_.place(exhausted);
}

void UnitCompiler::break_(const Break& node) {
  const int64_t loop = innermost_loop(node.span, "'break' outside loop");
  if (loop < 0) return;
  const std::vector<Block> blocks = blocks_;
  const int32_t region = builder_.region();
  unwind(static_cast<size_t>(loop) + 1);
  builder_.emit_jump(Opcode::jump, 0, blocks[static_cast<size_t>(loop)].break_label, node.span);
  blocks_ = blocks;
  builder_.set_region(region);
}

void UnitCompiler::continue_(const Continue& node) {
  const int64_t loop = innermost_loop(node.span, "'continue' not properly in loop");
  if (loop < 0) return;
  const std::vector<Block> blocks = blocks_;
  const int32_t region = builder_.region();
  unwind(static_cast<size_t>(loop) + 1);
  const Label target = blocks[static_cast<size_t>(loop)].continue_label;
  // The end of the turn is either in front (a `while`) or still to come (the jump_back of a `for`).
  const bool is_placed = builder_.is_placed(target);
  builder_.emit_jump(is_placed ? Opcode::jump_back : Opcode::jump, 0, target, node.span);
  blocks_ = blocks;
  builder_.set_region(region);
}

// ---- leaving blocks ----

void UnitCompiler::push_block(Block block) {
  constexpr size_t kMaximumBlocks = 20;  // CPython's
  if (blocks_.size() >= kMaximumBlocks) fail(block.span, "too many statically nested blocks");
  blocks_.push_back(block);
}

int64_t UnitCompiler::innermost_loop(SourceSpan span, const char* complaint) {
  for (size_t i = blocks_.size(); i-- > 0;) {
    if (blocks_[i].kind == BlockKind::loop) return static_cast<int64_t>(i);
    if (blocks_[i].kind == BlockKind::group_handler) {
      leaves_group_handler(span);
      return -1;
    }
  }
  fail(span, complaint);
  return -1;
}

bool UnitCompiler::leaves_group_handler(SourceSpan span) {
  for (const Block& block : blocks_) {
    if (block.kind != BlockKind::group_handler) continue;
    fail(span, "'break', 'continue' and 'return' cannot appear in an except* block");
    return true;
  }
  return false;
}

void UnitCompiler::unwind(size_t depth) {
  while (blocks_.size() > depth) {
    const Block block = blocks_.back();
    blocks_.pop_back();
    builder_.set_region(block.outer_region);
    switch (block.kind) {
      case BlockKind::loop:
        if (block.iterator != Iterator::none) {
          leave_loop(block.reg, block.iterator == Iterator::async, block.span);
        }
        break;
      case BlockKind::try_body:
      case BlockKind::group_handler: break;
      case BlockKind::finally_body: statements(block.finalbody); break;
      case BlockKind::finally_handler:
        emit(Opcode::pop_handled, block.reg, 0, 0, block.span);
        break;
      case BlockKind::handler:
        emit(Opcode::pop_handled, block.reg, 0, 0, block.span);
        clear_exception_name(block.name, block.span);
        break;
      case BlockKind::with: exit_with(block.reg, false, block.span); break;
      case BlockKind::async_with: exit_with(block.reg, true, block.span); break;
    }
  }
}

// `except ... as name` unbinds the name at its end; storing None first makes that safe even if the
// body has deleted it.
void UnitCompiler::clear_exception_name(std::string_view name, SourceSpan span) {
  if (name.data() == nullptr) return;
  const int64_t local = local_register(name);
  if (local >= 0) return emit(Opcode::clear, static_cast<Register>(local), 0, 0, span);
  Temporaries temporaries(*this);
  const Register none = new_temporary();
  load_none(none, span);
  store_name(name, none, span);
  delete_name(name, span);
}

UnitCompiler::Register UnitCompiler::enter_handler(Register exception, Label cleanup,
                                                   SourceSpan span) {
  const Register saved = new_temporary();
  emit(Opcode::push_handled, saved, exception, 0, span);
  builder_.set_region(builder_.new_region(cleanup, exception));
  return saved;
}

void UnitCompiler::leave_cleanup(Label cleanup, Register saved, Register exception,
                                 int32_t outer_region, SourceSpan span) {
  builder_.place(cleanup);
  builder_.set_region(outer_region);
  emit(Opcode::pop_handled, saved, 0, 0, span);
  emit(Opcode::reraise, exception, 0, 0, span);
}

// ---- try ----

void UnitCompiler::try_(const TryBase& node) {
  if (node.finalbody.empty()) {
    try_except(node);
  } else {
    try_finally(node);
  }
}

void UnitCompiler::try_except(const TryBase& node) {
  const Label handlers = builder_.new_label();
  const Label after = builder_.new_label();
  const Label cleanup = builder_.new_label();
  const int32_t outer = builder_.region();
  // The handlers' registers begin where the body's temporaries do: these are dead by then.
  const Register exception = next_temporary_;
  builder_.set_region(builder_.new_region(handlers, exception));
  push_block({.kind = BlockKind::try_body, .outer_region = outer, .span = node.span});
  statements(node.body);
  blocks_.pop_back();
  builder_.set_region(outer);
  statements(node.orelse);
  builder_.emit_jump(Opcode::jump, 0, after, node.span);

  builder_.place(handlers);
  Temporaries temporaries(*this);
  new_temporary();  // exception
  const SourceSpan span = node.handlers.front()->span;
  const Register saved = enter_handler(exception, cleanup, span);
  if (node.kind == NodeKind::try_star) {
    group_clauses(node, exception, saved, outer, after);
  } else {
    except_clauses(node, exception, saved, outer, after);
  }
  leave_cleanup(cleanup, saved, exception, outer, span);
  builder_.place(after);
}

void UnitCompiler::except_clauses(const TryBase& node, Register exception, Register saved,
                                  int32_t outer_region, Label after) {
  const int32_t cleanup_region = builder_.region();
  bool catches_all = false;
  for (size_t i = 0; i < node.handlers.size(); ++i) {
    const ExceptHandler& clause = *node.handlers[i];
    const Label next = builder_.new_label();
    if (clause.type == nullptr) {
      if (i + 1 < node.handlers.size()) {
        return fail(clause.span, "default 'except:' must be last");
      }
      catches_all = true;
    } else {
      Temporaries temporaries(*this);
      const Register type = operand(*clause.type, nullptr);
      const Register matches = new_temporary();
      emit(Opcode::match_exception, matches, exception, type, clause.span);
      builder_.emit_jump(Opcode::jump_if_false, matches, next, clause.span);
    }
    except_clause(clause, exception, saved, cleanup_region, outer_region, after);
    builder_.place(next);
    builder_.set_region(cleanup_region);
  }
  if (!catches_all) emit(Opcode::reraise, exception, 0, 0, node.handlers.back()->span);
}

void UnitCompiler::except_clause(const ExceptHandler& clause, Register exception, Register saved,
                                 int32_t cleanup_region, int32_t outer_region, Label after) {
  const bool has_name = clause.name.data() != nullptr;
  const Label name_cleanup = builder_.new_label();
  if (has_name) {
    store_name(clause.name, exception, clause.span);
    builder_.set_region(builder_.new_region(name_cleanup, exception));
  }
  push_block({.kind = BlockKind::handler, .reg = saved, .outer_region = outer_region,
              .name = clause.name, .span = clause.span});
  statements(clause.body);
  blocks_.pop_back();
  builder_.set_region(outer_region);
  emit(Opcode::pop_handled, saved, 0, 0, clause.span);
  clear_exception_name(clause.name, clause.span);
  emit(Opcode::clear, exception, 0, 0, clause.span);
  emit(Opcode::clear, saved, 0, 0, clause.span);
  builder_.emit_jump(Opcode::jump, 0, after, clause.span);
  if (has_name) {
    builder_.place(name_cleanup);
    builder_.set_region(cleanup_region);
    clear_exception_name(clause.name, clause.span);
    emit(Opcode::reraise, exception, 0, 0, clause.span);
  }
}

// except* (PEP 654): every clause takes its part of the group; what they raise and what nobody took
// is put together and raised at the end.
void UnitCompiler::group_clauses(const TryBase& node, Register exception, Register saved,
                                 int32_t outer_region, Label after) {
  const SourceSpan span = node.handlers.front()->span;
  const Register raised = new_temporary();
  emit(Opcode::build_list, raised, 0, 0, span);
  const Register rest = new_temporary();
  emit(Opcode::move, rest, exception, 0, span);
  for (const ExceptHandler* clause : node.handlers) {
    Temporaries temporaries(*this);
    const Label next = builder_.new_label();
    const Register match = new_temporaries(2);  // the match and the rest
    {
      Temporaries type_register(*this);
      const Register type = operand(*clause->type, nullptr);
      emit(Opcode::match_group, match, rest, type, clause->span);
    }
    emit(Opcode::move, rest, match + 1, 0, clause->span);
    builder_.emit_jump(Opcode::jump_if_none, match, next, clause->span);
    group_clause(*clause, match, raised);
    builder_.place(next);
  }
  const Label no_rest = builder_.new_label();
  builder_.emit_jump(Opcode::jump_if_none, rest, no_rest, span);
  emit(Opcode::list_append, raised, rest, 0, span);
  builder_.place(no_rest);
  emit(Opcode::prepare_reraise_star, rest, exception, raised, span);
  builder_.set_region(outer_region);
  emit(Opcode::pop_handled, saved, 0, 0, span);
  const Label done = builder_.new_label();
  builder_.emit_jump(Opcode::jump_if_none, rest, done, span);
  emit(Opcode::reraise, rest, 0, 0, span);
  builder_.place(done);
  for (Register reg : {exception, saved, raised}) emit(Opcode::clear, reg, 0, 0, span);
  builder_.emit_jump(Opcode::jump, 0, after, span);
}

// While the body runs, its part of the group is what is being handled.
void UnitCompiler::group_clause(const ExceptHandler& clause, Register match, Register raised) {
  const int32_t outer = builder_.region();
  const Label failed = builder_.new_label();
  const Label next = builder_.new_label();
  if (clause.name.data() != nullptr) store_name(clause.name, match, clause.span);
  const Register saved = new_temporary();
  emit(Opcode::push_handled, saved, match, 0, clause.span);
  builder_.set_region(builder_.new_region(failed, match));
  push_block({.kind = BlockKind::group_handler, .reg = saved, .outer_region = outer,
              .name = clause.name, .span = clause.span});
  statements(clause.body);
  blocks_.pop_back();
  builder_.set_region(outer);
  emit(Opcode::pop_handled, saved, 0, 0, clause.span);
  clear_exception_name(clause.name, clause.span);
  builder_.emit_jump(Opcode::jump, 0, next, clause.span);

  builder_.place(failed);
  emit(Opcode::pop_handled, saved, 0, 0, clause.span);
  clear_exception_name(clause.name, clause.span);
  emit(Opcode::list_append, raised, match, 0, clause.span);
  builder_.place(next);
  emit(Opcode::clear, match, 0, 0, clause.span);
  emit(Opcode::clear, saved, 0, 0, clause.span);
}

void UnitCompiler::try_finally(const TryBase& node) {
  const Label handler = builder_.new_label();
  const Label after = builder_.new_label();
  const Label cleanup = builder_.new_label();
  const int32_t outer = builder_.region();
  const Register exception = next_temporary_;
  builder_.set_region(builder_.new_region(handler, exception));
  push_block({.kind = BlockKind::finally_body, .outer_region = outer,
              .finalbody = node.finalbody, .span = node.span});
  if (node.handlers.empty()) {
    statements(node.body);
  } else {
    try_except(node);
  }
  blocks_.pop_back();
  builder_.set_region(outer);
  statements(node.finalbody);
  builder_.emit_jump(Opcode::jump, 0, after, node.span);

  builder_.place(handler);
  Temporaries temporaries(*this);
  new_temporary();  // exception
  const SourceSpan span = node.finalbody.front()->span;
  const Register saved = enter_handler(exception, cleanup, span);
  push_block({.kind = BlockKind::finally_handler, .reg = saved, .outer_region = outer,
              .span = span});
  statements(node.finalbody);
  blocks_.pop_back();
  emit(Opcode::reraise, exception, 0, 0, span);
  leave_cleanup(cleanup, saved, exception, outer, span);
  builder_.place(after);
}

// ---- with ----

void UnitCompiler::with(const WithBase& node, size_t item, bool is_async) {
  const ExpressionNode& manager = *node.items[item]->context_expr;
  const ExpressionNode* target = node.items[item]->optional_vars;
  Temporaries temporaries(*this);
  // The window of __exit__ and its three arguments; until the body begins, that of __enter__ lies
  // in it.
  const Register window = new_temporaries(5);
  const Register enter = window + 2;
  into(manager, window);
  emit(Opcode::get_enter, window, window, 0, node.span, is_async ? 1 : 0);
  const int64_t local = target == nullptr || is_async ? -1 : local_register(*target);
  const Register entered = local >= 0 ? static_cast<Register>(local) : enter;
  emit(Opcode::call, enter, 0, entered, node.span);
  if (is_async) await_register(enter, enter, 1, node.span);

  const Label handler = builder_.new_label();
  const Label after = builder_.new_label();
  const int32_t outer = builder_.region();
  const Register exception = next_temporary_;
  builder_.set_region(builder_.new_region(handler, exception));
  push_block({.kind = is_async ? BlockKind::async_with : BlockKind::with, .reg = window,
              .outer_region = outer, .span = node.span});
  if (target != nullptr && local < 0) store(*target, entered);
  if (item + 1 < node.items.size()) {
    with(node, item + 1, is_async);
  } else {
    statements(node.body);
  }
  blocks_.pop_back();
  builder_.set_region(outer);
  exit_with(window, is_async, node.span);
  builder_.emit_jump(Opcode::jump, 0, after, node.span);

  builder_.place(handler);
  new_temporary();  // exception
  const Label cleanup = builder_.new_label();
  const Label suppressed = builder_.new_label();
  const Register saved = enter_handler(exception, cleanup, node.span);
  const Register result = new_temporary();
  emit(Opcode::with_exception, window, exception, result, node.span);
  if (is_async) await_register(result, result, 2, node.span);
  builder_.emit_jump(Opcode::jump_if_true, result, suppressed, node.span);
  emit(Opcode::reraise, exception, 0, 0, node.span);
  leave_cleanup(cleanup, saved, exception, outer, node.span);
  builder_.place(suppressed);
  emit(Opcode::pop_handled, saved, 0, 0, node.span);
  emit(Opcode::clear, exception, 0, 0, node.span);
  emit(Opcode::clear, saved, 0, 0, node.span);
  builder_.place(after);
  emit(Opcode::clear, window, 0, 0, node.span);
  emit(Opcode::clear, window + 1, 0, 0, node.span);
}

void UnitCompiler::exit_with(Register window, bool is_async, SourceSpan span) {
  for (Register i = 2; i < 5; ++i) load_none(window + i, span);
  emit(Opcode::call, window, 3, window + 2, span);
  if (is_async) await_register(window + 2, window + 2, 2, span);
}

}  // namespace lockstep
