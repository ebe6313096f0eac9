#include <algorithm>
#include <set>

#include "language/compile_unit.h"

// match statements (PEP 634). Patterns test the subject from left to right and keep what they
// capture in temporaries; only when the whole pattern has matched are the names bound, in front of
// the guard.
namespace lockstep {

using namespace ast;

namespace {

constexpr uint32_t kJumpUnless = 0x80;

bool is_wildcard(const PatternNode& node) {
  const auto* as_node = try_as<MatchAs>(&node);
  return as_node != nullptr && as_node->pattern == nullptr && as_node->name.data() == nullptr;
}

bool is_star_wildcard(const PatternNode& node) {
  const auto* star = try_as<MatchStar>(&node);
  return star != nullptr && star->name.data() == nullptr;
}

std::string in_quotes(std::string_view name) { return "'" + std::string(name) + "'"; }

// The names a pattern binds, in order.
void collect_names(const PatternNode& node, std::vector<std::string_view>& names) {
  auto add = [&](Identifier name) {
    if (name.data() != nullptr && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  };
  auto add_all = [&](Patterns patterns) {
    for (const PatternNode* inner : patterns) collect_names(*inner, names);
  };
  switch (node.kind) {
    case NodeKind::match_sequence: return add_all(as<MatchSequence>(node).patterns);
    case NodeKind::match_mapping:
      add_all(as<MatchMapping>(node).patterns);
      return add(as<MatchMapping>(node).rest);
    case NodeKind::match_class:
      add_all(as<MatchClass>(node).patterns);
      return add_all(as<MatchClass>(node).kwd_patterns);
    case NodeKind::match_star: return add(as<MatchStar>(node).name);
    case NodeKind::match_as:
      if (as<MatchAs>(node).pattern != nullptr) collect_names(*as<MatchAs>(node).pattern, names);
      return add(as<MatchAs>(node).name);
    case NodeKind::match_or: return collect_names(*as<MatchOr>(node).patterns.front(), names);
    default: return;
  }
}

}  // namespace

void UnitCompiler::match(const Match& node) {
  // A copy, for the variable it comes from may be rebound by the pattern itself.
  const Register subject = new_temporary();
  into(*node.subject, subject);
  const Label end = builder_.new_label();
  for (size_t i = 0; i < node.cases.size() && !context_.failed(); ++i) {
    const MatchCase& match_case = *node.cases[i];
    const Label next = builder_.new_label();
    {
      Temporaries temporaries(*this);
      PatternState state{.fail = next,
                         .allows_irrefutable =
                             match_case.guard != nullptr || i + 1 == node.cases.size()};
      pattern(*match_case.pattern, subject, state);
      for (const Capture& captured : state.captures) {
        store_name(captured.name, captured.reg, captured.span);
      }
      if (match_case.guard != nullptr) jump_if(*match_case.guard, next, false);
    }
    statements(match_case.body);
    builder_.emit_jump(Opcode::jump, 0, end, match_case.pattern->span);
    builder_.place(next);
  }
  builder_.place(end);
}

void UnitCompiler::pattern(const PatternNode& node, Register subject, PatternState& state) {
  last_pattern_ = node.span;
  switch (node.kind) {
    case NodeKind::match_value: return value_pattern(as<MatchValue>(node), subject, state);
    case NodeKind::match_singleton:
      return singleton_pattern(as<MatchSingleton>(node), subject, state);
    case NodeKind::match_sequence: return sequence_pattern(as<MatchSequence>(node), subject, state);
    case NodeKind::match_mapping: return mapping_pattern(as<MatchMapping>(node), subject, state);
    case NodeKind::match_class: return class_pattern(as<MatchClass>(node), subject, state);
    case NodeKind::match_star:
      return capture(as<MatchStar>(node).name, subject, state, node.span);
    case NodeKind::match_as: return as_pattern(as<MatchAs>(node), subject, state);
    case NodeKind::match_or: return or_pattern(as<MatchOr>(node), subject, state);
    default: ENSURE(false);
  }
}

// The patterns of the registers from `first`. Inside another pattern any may always match.
void UnitCompiler::subpatterns(Patterns patterns, Register first, PatternState& state) {
  const bool outer = state.allows_irrefutable;
  state.allows_irrefutable = true;
  for (uint32_t i = 0; i < patterns.size(); ++i) {
    if (!is_wildcard(*patterns[i])) pattern(*patterns[i], first + i, state);
  }
  state.allows_irrefutable = outer;
}

void UnitCompiler::capture(std::string_view name, Register value, PatternState& state,
                           SourceSpan span) {
  if (name.data() == nullptr) return;
  if (reject_debug(name, span, "assign to")) return;
  for (const Capture& other : state.captures) {
    if (other.name == name) {
      return fail(last_pattern_, "multiple assignments to name " + in_quotes(name) + " in pattern");
    }
  }
  state.captures.push_back({name, value, span});
}

void UnitCompiler::value_pattern(const MatchValue& node, Register subject, PatternState& state) {
  Temporaries temporaries(*this);
  jump_compare(ast::CompareOperator::eq, subject, *node.value, state.fail, false, node.span);
}

void UnitCompiler::singleton_pattern(const MatchSingleton& node, Register subject,
                                     PatternState& state) {
  if (node.value == ConstantType::none) {
    return builder_.emit_jump(Opcode::jump_if_not_none, subject, state.fail, node.span);
  }
  Temporaries temporaries(*this);
  const Register value = new_temporary();
  load_folded(ConstantValue::boolean(node.value == ConstantType::true_), value, node.span);
  builder_.emit_jump(Opcode::jump_compare, subject, state.fail, node.span, value,
                     static_cast<uint32_t>(lockstep::CompareOperator::is) | kJumpUnless);
}

void UnitCompiler::sequence_pattern(const MatchSequence& node, Register subject,
                                    PatternState& state) {
  int64_t star = -1;
  for (size_t i = 0; i < node.patterns.size(); ++i) {
    if (node.patterns[i]->kind != NodeKind::match_star) continue;
    if (star >= 0) return fail(node.span, "multiple starred names in sequence pattern");
    star = static_cast<int64_t>(i);
  }
  const auto size = static_cast<uint32_t>(node.patterns.size());
  if (size > 255) {
    return fail(node.span, "too many expressions in star-unpacking sequence pattern");
  }
  const Register test = new_temporary();
  emit(Opcode::match_sequence, test, subject, 0, node.span);
  builder_.emit_jump(Opcode::jump_if_false, test, state.fail, node.span);
  if (star < 0 || size > 1) {
    using Op = lockstep::CompareOperator;
    emit(Opcode::get_len, test, subject, 0, node.span);
    builder_.emit_jump(Opcode::jump_compare_int, test, state.fail, node.span,
                       star < 0 ? size : size - 1,
                       static_cast<uint32_t>(star < 0 ? Op::equal : Op::greater_equal) |
                           kJumpUnless);
  }
  sequence_items(node, subject, test, star, state);
}

void UnitCompiler::sequence_items(const MatchSequence& node, Register subject, Register length,
                                  int64_t star, PatternState& state) {
  const auto size = static_cast<uint32_t>(node.patterns.size());
  const bool all_wild =
      std::all_of(node.patterns.begin(), node.patterns.end(), [](const PatternNode* item) {
        return is_wildcard(*item) || is_star_wildcard(*item);
      });
  if (all_wild) return;
  const Register first = new_temporaries(size);
  if (star < 0) {
    emit(Opcode::unpack, first, subject, size, node.span);
  } else if (!is_star_wildcard(*node.patterns[static_cast<size_t>(star)])) {
    const auto before = static_cast<uint32_t>(star);
    emit(Opcode::unpack_star, first, subject, before, node.span, size - before - 1);
  } else {
    // Nobody wants the middle, so no list is made of it.
    for (uint32_t i = 0; i < size; ++i) {
      if (is_wildcard(*node.patterns[i]) || i == star) continue;
      const Register item = first + i;
      if (i < star) {
        builder_.emit_constant(item, builder_.integer(i), node.span);
      } else {
        emit(Opcode::subtract_int, item, length, size - i, node.span);
      }
      emit(Opcode::get_item, item, subject, item, node.span);
      const bool outer = std::exchange(state.allows_irrefutable, true);
      pattern(*node.patterns[i], item, state);
      state.allows_irrefutable = outer;
    }
    return;
  }
  subpatterns(node.patterns, first, state);
}

void UnitCompiler::mapping_pattern(const MatchMapping& node, Register subject,
                                   PatternState& state) {
  const auto size = static_cast<uint32_t>(node.keys.size());
  std::set<std::string> seen;
  for (const ExpressionNode* key : node.keys) {
    const auto value = fold(*key);
    if (value && !seen.insert(equality_key(*value)).second) {
      return fail(node.span,
                  "mapping pattern checks duplicate key (" + constant_repr(*value) + ")");
    }
  }
  const Register test = new_temporary();
  emit(Opcode::match_mapping, test, subject, 0, node.span);
  builder_.emit_jump(Opcode::jump_if_false, test, state.fail, node.span);
  if (size > 0) {
    emit(Opcode::get_len, test, subject, 0, node.span);
    builder_.emit_jump(
        Opcode::jump_compare_int, test, state.fail, node.span, size,
        static_cast<uint32_t>(lockstep::CompareOperator::greater_equal) | kJumpUnless);
  }
  if (size == 0 && node.rest.data() == nullptr) return;
  const Register keys = new_temporary();
  tuple_display(node.keys, keys, node.span);
  if (size > 0) {
    const Register values = new_temporary();
    emit(Opcode::match_keys, values, subject, keys, node.span);
    builder_.emit_jump(Opcode::jump_if_none, values, state.fail, node.span);
    const Register first = new_temporaries(size);
    emit(Opcode::unpack, first, values, size, node.span);
    subpatterns(node.patterns, first, state);
  }
  if (node.rest.data() != nullptr) {
    const Register rest = new_temporary();
    emit(Opcode::map_rest, rest, subject, keys, node.span);
    capture(node.rest, rest, state, node.span);
  }
}

void UnitCompiler::class_pattern(const MatchClass& node, Register subject, PatternState& state) {
  const auto positional = static_cast<uint32_t>(node.patterns.size());
  const auto by_keyword = static_cast<uint32_t>(node.kwd_attrs.size());
  if (positional > 255) {
    return fail(node.span, "too many sub-patterns in class pattern");
  }
  for (size_t i = 0; i < node.kwd_attrs.size(); ++i) {
    if (reject_debug(node.kwd_attrs[i], node.kwd_patterns[i]->span, "assign to")) return;
    for (size_t j = i + 1; j < node.kwd_attrs.size(); ++j) {
      if (node.kwd_attrs[i] == node.kwd_attrs[j]) {
        return fail(node.kwd_patterns[j]->span, "attribute name repeated in class pattern: " +
                                                    std::string(node.kwd_attrs[j]));
      }
    }
  }
  const Register cls = new_temporaries(2);  // the class and the keyword names
  into(*node.cls, cls);
  std::vector<uint32_t> names;
  for (Identifier name : node.kwd_attrs) names.push_back(builder_.string(name));
  builder_.emit_constant(cls + 1, builder_.tuple(std::move(names)), node.span);
  const Register values = new_temporary();
  emit(Opcode::match_class, values, subject, cls, node.span, positional);
  builder_.emit_jump(Opcode::jump_if_none, values, state.fail, node.span);
  if (positional + by_keyword == 0) return;
  const Register first = new_temporaries(positional + by_keyword);
  emit(Opcode::unpack, first, values, positional + by_keyword, node.span);
  subpatterns(node.patterns, first, state);
  subpatterns(node.kwd_patterns, first + positional, state);
}

void UnitCompiler::as_pattern(const MatchAs& node, Register subject, PatternState& state) {
  if (node.pattern == nullptr) {
    if (!state.allows_irrefutable) {
      if (node.name.data() == nullptr) {
        return fail(node.span, "wildcard makes remaining patterns unreachable");
      }
      return fail(node.span,
                  "name capture " + in_quotes(node.name) + " makes remaining patterns unreachable");
    }
    return capture(node.name, subject, state, node.span);
  }
  pattern(*node.pattern, subject, state);
  capture(node.name, subject, state, node.span);
}

void UnitCompiler::or_pattern(const MatchOr& node, Register subject, PatternState& state) {
  // Every alternative leaves its captures in the same registers.
  std::vector<std::string_view> names;
  collect_names(node, names);
  const Register first = new_temporaries(static_cast<uint32_t>(names.size()));
  const Label matched = builder_.new_label();
  for (size_t i = 0; i < node.patterns.size(); ++i) {
    const bool last = i + 1 == node.patterns.size();
    const PatternNode& alternative = *node.patterns[i];
    Temporaries temporaries(*this);
    PatternState inner{.fail = last ? state.fail : builder_.new_label(),
                       .allows_irrefutable = last && state.allows_irrefutable};
    pattern(alternative, subject, inner);
    if (inner.captures.size() != names.size()) {
      return fail(last_pattern_, "alternative patterns bind different names");
    }
    for (const Capture& captured : inner.captures) {
      auto place = std::find(names.begin(), names.end(), captured.name);
      if (place == names.end()) {
        return fail(last_pattern_, "alternative patterns bind different names");
      }
      emit(Opcode::move, first + static_cast<Register>(place - names.begin()), captured.reg, 0,
           captured.span);
    }
    if (!last) {
      builder_.emit_jump(Opcode::jump, 0, matched, alternative.span);
      builder_.place(inner.fail);
    }
  }
  builder_.place(matched);
  for (size_t i = 0; i < names.size(); ++i) {
    capture(names[i], first + static_cast<Register>(i), state, node.span);
  }
}

}  // namespace lockstep
