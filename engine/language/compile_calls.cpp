#include <algorithm>
#include <unordered_set>

#include "language/compile_unit.h"

// Calls. Arguments are compiled straight into the window of the call. Calls with * or **, and very
// long ones, collect their arguments in a tuple and a dict instead.
namespace lockstep {

using namespace ast;

namespace {

constexpr size_t kMaximumArguments = 60;

}  // namespace

bool UnitCompiler::spreads(Expressions positional, Sequence<Keyword> keywords) {
  if (positional.size() + keywords.size() > kMaximumArguments) return true;
  for (const ExpressionNode* argument : positional) {
    if (argument->kind == NodeKind::starred) return true;
  }
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.data() == nullptr) return true;
  }
  return false;
}

// Where CPython puts an attribute that is not on the line its expression begins on: at its name.
SourceSpan UnitCompiler::attribute_span(const Attribute& node, SourceSpan span) {
  if (span.line == node.span.end_line) return span;
  int32_t length = 0;
  for (char byte : node.attr) length += (byte & 0xC0) != 0x80;
  span.line = node.span.end_line;
  span.column = std::max(0, node.span.end_column - length);
  return span;
}

void UnitCompiler::check_keywords(Sequence<Keyword> keywords, SourceSpan span) {
  std::unordered_set<std::string_view> seen;
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.data() == nullptr) continue;
    reject_debug(keyword->arg, span, "assign to");
    if (!seen.insert(keyword->arg).second) {
      fail(keyword->span, "keyword argument repeated: " + std::string(keyword->arg));
    }
  }
}

void UnitCompiler::call_window(Expressions positional, Sequence<Keyword> keywords, Register window,
                               uint32_t leading, Register d, bool is_method, SourceSpan span) {
  Temporaries temporaries(*this);
  check_keywords(keywords, span);
  if (spreads(positional, keywords)) {
    ENSURE(!is_method);
    return call_spread(positional, keywords, window, leading, d, span);
  }
  if (leading == 0) new_temporary();  // self
  for (const ExpressionNode* argument : positional) {
    const Register place = new_temporary();
    into(*argument, place);
    if (std::find(loop_calls_.begin(), loop_calls_.end(), argument) != loop_calls_.end()) {
      builder_.give_to_loop(place);
    }
  }
  auto count = static_cast<uint32_t>(leading + positional.size() + keywords.size());
  if (keywords.empty()) {
    return emit(is_method ? Opcode::call : Opcode::call_plain, window, count, d, span);
  }
  std::vector<uint32_t> names;
  for (const Keyword* keyword : keywords) {
    into(*keyword->value, new_temporary());
    names.push_back(builder_.string(mangled(keyword->arg)));
  }
  builder_.emit_constant(new_temporary(), builder_.tuple(std::move(names)), span);
  if (!is_method) emit(Opcode::clear, window + 1, 0, 0, span);
  emit(Opcode::call_keywords, window, count, d, span);
}

void UnitCompiler::call_spread(Expressions positional, Sequence<Keyword> keywords, Register window,
                               uint32_t leading, Register d, SourceSpan span) {
  if (leading == 0) {
    new_temporary();  // self
    tuple_display(positional, new_temporary(), span, window);
  } else {
    // The leading arguments are in the window already: window + 2 ...
    Temporaries temporaries(*this);
    const Register list = new_temporary();
      emit(Opcode::build_list, list, window + 2, leading, span);
      extend_with(positional, list, span,
                  {Opcode::build_list, Opcode::list_append, Opcode::list_extend});
      emit(Opcode::list_to_tuple, window + 2, list, 0, span);
  }
  const Register mapping = window + 3;
  if (leading == 0) new_temporary();
  if (keywords.empty()) {
    emit(Opcode::clear, mapping, 0, 0, span);
  } else {
    keyword_mapping(keywords, mapping, window, span);
  }
  emit(Opcode::call_spread, window, 0, d, span);
}

void UnitCompiler::keyword_mapping(Sequence<Keyword> keywords, Register d, Register callable,
                                   SourceSpan span) {
  size_t done = 0;
  // Builds a dict of the named keywords up to the next **.
  auto build_run = [&](Register dict) {
    Temporaries temporaries(*this);
    const size_t begin = done;
    while (done < keywords.size() && keywords[done]->arg.data() != nullptr &&
           done - begin < kMaximumArguments / 2) {
      ++done;
    }
    const auto count = static_cast<uint32_t>(done - begin);
    const Register first = new_temporaries(count * 2);
    for (uint32_t i = 0; i < count; ++i) {
      const Keyword& keyword = *keywords[begin + i];
      builder_.emit_constant(first + 2 * i, builder_.string(mangled(keyword.arg)), keyword.span);
      into(*keyword.value, first + 2 * i + 1);
    }
    emit(Opcode::build_map, dict, count == 0 ? 0 : first, count, span);
  };
  build_run(d);
  while (done < keywords.size()) {
    Temporaries temporaries(*this);
    if (keywords[done]->arg.data() == nullptr) {
      const Register mapping = operand(*keywords[done]->value, nullptr);
      emit(Opcode::dict_merge, d, mapping, callable, span);
      ++done;
    } else {
      const Register run = new_temporary();
      build_run(run);
      emit(Opcode::dict_merge, d, run, callable, span);
    }
  }
}

}  // namespace lockstep
