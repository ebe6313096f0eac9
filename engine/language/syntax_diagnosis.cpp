#include "language/syntax_diagnosis.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "language/syntax_grammar.h"
#include "language/syntax_report.h"

// A machine for parsing expression grammars, in the manner of LPeg's: instructions, a stack of
// rules being matched and a stack of choices to come back to. Both are on the heap, so that no
// program, however deeply nested, costs stack. It matches without building anything; where a report needs to
// know what an expression is, the Parser parses just its tokens again.

namespace lockstep {

using namespace ast;

namespace {

// CPython's own search takes exponential time for a few sources; ours then ends with the plain
// "invalid syntax".
constexpr int kMaxSteps = 20'000'000;

std::string_view constant_name(ConstantType type) {
  switch (type) {
    case ConstantType::none: return "None";
    case ConstantType::true_: return "True";
    case ConstantType::false_: return "False";
    case ConstantType::ellipsis: return "ellipsis";
    default: return "literal";
  }
}

// What CPython's messages call such an expression.
std::string_view expression_name(const ExpressionNode& node) {
  switch (node.kind) {
    case NodeKind::attribute: return "attribute";
    case NodeKind::subscript: return "subscript";
    case NodeKind::starred: return "starred";
    case NodeKind::name: return "name";
    case NodeKind::list: return "list";
    case NodeKind::tuple: return "tuple";
    case NodeKind::lambda: return "lambda";
    case NodeKind::call: return "function call";
    case NodeKind::bool_op:
    case NodeKind::bin_op:
    case NodeKind::unary_op: return "expression";
    case NodeKind::generator_exp: return "generator expression";
    case NodeKind::yield:
    case NodeKind::yield_from: return "yield expression";
    case NodeKind::await: return "await expression";
    case NodeKind::list_comp: return "list comprehension";
    case NodeKind::set_comp: return "set comprehension";
    case NodeKind::dict_comp: return "dict comprehension";
    case NodeKind::dict: return "dict literal";
    case NodeKind::set: return "set display";
    case NodeKind::joined_str:
    case NodeKind::formatted_value: return "f-string expression";
    case NodeKind::constant: return constant_name(as<Constant>(node).type);
    case NodeKind::compare: return "comparison";
    case NodeKind::if_exp: return "conditional expression";
    case NodeKind::named_expr: return "named expression";
    default: return "expression";
  }
}

enum class TargetUse { assign, loop, del };

// The part of `node` that cannot be a target, or null.
const ExpressionNode* wrong_target(const ExpressionNode& node, TargetUse use) {
  auto first_of = [&](Expressions elements) -> const ExpressionNode* {
    for (const ExpressionNode* element : elements) {
      if (const ExpressionNode* wrong = wrong_target(*element, use)) return wrong;
    }
    return nullptr;
  };
  switch (node.kind) {
    case NodeKind::list: return first_of(as<List>(node).elts);
    case NodeKind::tuple: return first_of(as<Tuple>(node).elts);
    case NodeKind::starred:
      return use == TargetUse::del ? &node : wrong_target(*as<Starred>(node).value, use);
    case NodeKind::compare: {
      // `for x + 1 in y` has been read as a comparison.
      const auto& comparison = as<Compare>(node);
      if (use != TargetUse::loop) return &node;
      return comparison.ops[0] == ast::CompareOperator::in ? wrong_target(*comparison.left, use)
                                                      : nullptr;
    }
    case NodeKind::name:
    case NodeKind::subscript:
    case NodeKind::attribute: return nullptr;
    default: return &node;
  }
}

class Diagnosis {
 public:
  Diagnosis(Tree& tree, const TokenBuffer& buffer)
      : tree_(tree), buffer_(buffer), grammar_(syntax_grammar()) {}

  SyntaxError run(DiagnosisStart start, size_t parser_fill);

 private:
  struct Capture {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  struct Frame {
    uint32_t return_to;
    uint16_t rule;
    bool was_second_pass;
    uint32_t begin;
    uint32_t choices;  // the number of choices of the rules around it
    Capture captures[2];
  };
  struct Choice {
    uint32_t go_to;
    uint32_t position;
  };
  static constexpr uint32_t kNoMatch = UINT32_MAX;

  // True when the rule matched; see also error_.
  bool match(std::string_view rule, bool second_pass);
  bool step(const GrammarInstruction& instruction);
  // Looks at the current token; `error` tokens end the diagnosis.
  const Token& current();
  void call(uint16_t rule);
  void finish(bool matched);
  void fail();
  bool match_strings();
  // False when there is nothing to report.
  bool report(const GrammarReport& report);
  bool report_special(const GrammarReport& report);
  bool report_target(TargetUse use);
  bool report_comma(const GrammarReport& report);
  bool report_number(bool wants_imaginary);

  uint64_t memory_key(uint16_t rule, uint32_t position) const {
    return static_cast<uint64_t>(position) * grammar_.rules.size() + rule;
  }
  const Capture& captured(size_t slot) const { return frames_.back().captures[slot]; }
  ExpressionNode* expression_in(const Capture& capture);
  SourceSpan place_of(const Capture& capture, bool is_expression);
  SourceSpan place_of_tokens(const Capture& capture) const;
  bool found(SyntaxError error);
  bool found_at(const SourceSpan& place, std::string message);
  bool found_range(const SourceSpan& first, const SourceSpan& last, std::string message);

  Tree& tree_;
  const TokenBuffer& buffer_;
  const Grammar& grammar_;
  uint32_t position_ = 0;
  uint32_t next_ = 0;  // the instruction to go on with
  size_t fill_ = 1;    // the number of tokens looked at, in both passes
  bool second_pass_ = false;
  int steps_ = 0;
  std::vector<Frame> frames_;
  std::vector<Choice> choices_;
  std::unordered_map<uint64_t, uint32_t> memory_;  // where a remembered rule's match ended
  bool has_ended_ = false;  // with error_, or with neither error nor match
  bool has_error_ = false;
  bool has_matched_ = false;
  SyntaxError error_;
};

SyntaxError Diagnosis::run(DiagnosisStart start, size_t parser_fill) {
  const std::string_view rule = start == DiagnosisStart::module       ? "file"
                                : start == DiagnosisStart::expression ? "eval"
                                                                      : "field";
  const bool matched = match(rule, false);
  if (has_error_) return prefer_lexer_error(buffer_, error_, fill_);
  // The parser may know better.
  if (matched) fill_ = parser_fill;
  const size_t last = fill_ - 1;
  if (!matched) {
    match(rule, true);
    if (has_error_) return prefer_lexer_error(buffer_, error_, fill_);
  }
  const TokenKind kind = buffer_.tokens[last].kind;
  if (kind == TokenKind::indent || kind == TokenKind::dedent) {
    return error_at_token(buffer_, fill_ - 1, SyntaxErrorType::indentation_error,
                          kind == TokenKind::indent ? "unexpected indent" : "unexpected unindent");
  }
  return prefer_lexer_error(
      buffer_,
      error_at(buffer_, buffer_.tokens[last].span, SyntaxErrorType::syntax_error, "invalid syntax",
               fill_),
      fill_);
}

// ---- the machine ----

bool Diagnosis::match(std::string_view rule, bool second_pass) {
  position_ = 0;
  second_pass_ = second_pass;
  has_ended_ = has_matched_ = false;
  frames_.clear();
  choices_.clear();
  memory_.clear();
  call(grammar_.rule(rule));
  while (!has_ended_) {
    if (++steps_ > kMaxSteps) break;
    if (!step(grammar_.code[next_++])) fail();
  }
  return has_matched_;
}

const Token& Diagnosis::current() {
  fill_ = std::max<size_t>(fill_, position_ + 1);
  const Token& token = buffer_.tokens[position_];
  if (token.kind == TokenKind::error) found(lexer_error(buffer_));
  return token;
}

bool Diagnosis::step(const GrammarInstruction& instruction) {
  switch (instruction.opcode) {
    case GrammarOpcode::token:
      if (current().kind != static_cast<TokenKind>(instruction.operand)) return false;
      // Nothing can follow the end, so staying there is safe.
      if (position_ + 1 < buffer_.tokens.size()) ++position_;
      return true;
    case GrammarOpcode::soft_keyword:
      if (current().kind != TokenKind::name ||
          buffer_.text(current()) != grammar_.texts[instruction.operand]) {
        return false;
      }
      ++position_;
      return true;
    case GrammarOpcode::any_soft_keyword: {
      if (current().kind != TokenKind::name) return false;
      const std::string_view text = buffer_.text(current());
      // CPython 3.11 also takes the first letters of one: `c`, `mat`.
      for (std::string_view keyword : {"match", "case", "_"}) {
        if (keyword.substr(0, text.size()) != text) continue;
        ++position_;
        return true;
      }
      return false;
    }
    case GrammarOpcode::strings: return match_strings();
    case GrammarOpcode::call: call(instruction.operand); return true;
    case GrammarOpcode::finish: finish(true); return true;
    case GrammarOpcode::choice: choices_.push_back({instruction.operand, position_}); return true;
    case GrammarOpcode::commit:
      choices_.pop_back();
      next_ = instruction.operand;
      return true;
    case GrammarOpcode::back_commit:
      position_ = choices_.back().position;
      choices_.pop_back();
      next_ = instruction.operand;
      return true;
    case GrammarOpcode::fail: return false;
    case GrammarOpcode::fail_twice: choices_.pop_back(); return false;
    case GrammarOpcode::cut: choices_.resize(frames_.back().choices); return true;
    case GrammarOpcode::must: {
      const auto kind = static_cast<TokenKind>(instruction.operand);
      if (current().kind == kind) {
        ++position_;
        return true;
      }
      found_at(current().span, kind == TokenKind::colon ? "expected ':'" : "expected '('");
      return true;
    }
    case GrammarOpcode::capture_begin:
      frames_.back().captures[instruction.operand].begin = position_;
      return true;
    case GrammarOpcode::capture_end:
      frames_.back().captures[instruction.operand].end = position_;
      return true;
    case GrammarOpcode::second_pass: return second_pass_;
    case GrammarOpcode::first_pass_only: second_pass_ = false; return true;
    case GrammarOpcode::report:
      // Without a finding the whole rule fails, not just this alternative.
      if (!report(grammar_.reports[instruction.operand]) && !has_ended_) finish(false);
      return true;
  }
  return false;
}

void Diagnosis::call(uint16_t rule) {
  if (grammar_.rules[rule].is_remembered) {
    const auto known = memory_.find(memory_key(rule, position_));
    if (known != memory_.end()) {
      if (known->second == kNoMatch) {
        fail();
      } else {
        position_ = known->second;
      }
      return;
    }
  }
  frames_.push_back({next_, rule, second_pass_, position_,
                     static_cast<uint32_t>(choices_.size()),
                     {}});
  next_ = grammar_.rules[rule].entry;
}

// Leaves the current rule.
void Diagnosis::finish(bool matched) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  choices_.resize(frame.choices);
  second_pass_ = frame.was_second_pass;
  if (grammar_.rules[frame.rule].is_remembered) {
    memory_[memory_key(frame.rule, frame.begin)] = matched ? position_ : kNoMatch;
  }
  if (frames_.empty()) {
    has_ended_ = true;
    has_matched_ = matched;
    return;
  }
  next_ = frame.return_to;
  if (!matched) fail();
}

// Goes back to the latest choice of the current rule, or leaves it.
void Diagnosis::fail() {
  while (!has_ended_) {
    if (choices_.size() > frames_.back().choices) {
      next_ = choices_.back().go_to;
      position_ = choices_.back().position;
      choices_.pop_back();
      return;
    }
    const Frame frame = frames_.back();
    frames_.pop_back();
    second_pass_ = frame.was_second_pass;
    if (grammar_.rules[frame.rule].is_remembered) {
      memory_[memory_key(frame.rule, frame.begin)] = kNoMatch;
    }
    if (frames_.empty()) has_ended_ = true;
  }
}

bool Diagnosis::match_strings() {
  const uint32_t begin = position_;
  while (current().kind == TokenKind::string) ++position_;
  if (position_ == begin || has_ended_) return false;
  Parser parser(tree_, buffer_);
  parser.check_strings(begin, fill_);
  if (parser.error() != nullptr) found(*parser.error());
  return true;
}

// ---- reports ----

bool Diagnosis::found(SyntaxError error) {
  if (!has_error_) error_ = std::move(error);
  has_error_ = has_ended_ = true;
  return true;
}

bool Diagnosis::found_at(const SourceSpan& place, std::string message) {
  return found(error_at(buffer_, place, SyntaxErrorType::syntax_error, std::move(message), fill_));
}

bool Diagnosis::found_range(const SourceSpan& first, const SourceSpan& last, std::string message) {
  return found_at({first.line, first.column, last.end_line, last.end_column}, std::move(message));
}

SourceSpan Diagnosis::place_of_tokens(const Capture& capture) const {
  const SourceSpan& first = buffer_.tokens[capture.begin].span;
  const SourceSpan& last = buffer_.tokens[std::max(capture.end, capture.begin + 1) - 1].span;
  return {first.line, first.column, last.end_line, last.end_column};
}

ExpressionNode* Diagnosis::expression_in(const Capture& capture) {
  return Parser(tree_, buffer_).parse_fragment(capture.begin, capture.end);
}

SourceSpan Diagnosis::place_of(const Capture& capture, bool is_expression) {
  const ExpressionNode* node = is_expression ? expression_in(capture) : nullptr;
  return node != nullptr ? node->span : place_of_tokens(capture);
}

bool Diagnosis::report(const GrammarReport& report) {
  if (report.place == ReportPlace::special) return report_special(report);
  std::string message = report.message;
  if (const size_t at = message.find("%s"); at != std::string::npos) {
    const ExpressionNode* node = expression_in(captured(0));
    if (node == nullptr) return false;
    message.replace(at, 2, expression_name(*node));
  }
  if (const size_t at = message.find("%d"); at != std::string::npos) {
    message.replace(at, 2, std::to_string(buffer_.tokens[captured(0).begin].span.line));
  }
  switch (report.place) {
    case ReportPlace::last:
      return found(error_at_token(buffer_, fill_ - 1, SyntaxErrorType::syntax_error, message));
    case ReportPlace::indent:
      return found(
          error_at_token(buffer_, fill_ - 1, SyntaxErrorType::indentation_error, message));
    default: break;
  }
  SourceSpan place = place_of(captured(0), report.is_expression[0]);
  if (report.place == ReportPlace::range) {
    const SourceSpan last = place_of(captured(1), report.is_expression[1]);
    place.end_line = last.end_line;
    place.end_column = last.end_column;
  } else if (report.place == ReportPlace::onward) {
    const SourceSpan& last = buffer_.tokens[fill_ - 1].span;
    place.end_line = last.end_line;
    place.end_column = last.end_column - 1;
  }
  return found_at(place, std::move(message));
}

bool Diagnosis::report_target(TargetUse use) {
  const ExpressionNode* node = expression_in(captured(0));
  const ExpressionNode* wrong = node != nullptr ? wrong_target(*node, use) : nullptr;
  if (wrong == nullptr) return false;
  return found_at(wrong->span,
                  (use == TargetUse::del ? "cannot delete " : "cannot assign to ") +
                      std::string(expression_name(*wrong)));
}

bool Diagnosis::report_comma(const GrammarReport& report) {
  // Only inside brackets, and not where `print` lacks them.
  const Capture first = captured(0);
  if (buffer_.tokens[captured(1).end - 1].level == 0) return false;
  const std::string_view text = buffer_.text(buffer_.tokens[first.begin]);
  if (first.end == first.begin + 1 && (text == "print" || text == "exec")) return false;
  return found_range(place_of(first, report.is_expression[0]),
                     place_of(captured(1), report.is_expression[1]),
                     "invalid syntax. Perhaps you forgot a comma?");
}

bool Diagnosis::report_number(bool wants_imaginary) {
  const Token& token = buffer_.tokens[captured(0).begin];
  const char last = buffer_.text(token).back();
  if ((last == 'j' || last == 'J') == wants_imaginary) {
    finish(true);
    return true;
  }
  return found_at(token.span, wants_imaginary ? "imaginary number required in complex literal"
                                              : "real number required in complex literal");
}

bool Diagnosis::report_special(const GrammarReport& report) {
  const std::string& what = report.message;
  const Capture first = captured(0);
  const Capture second = captured(1);
  if (what == "star_target") return report_target(TargetUse::assign);
  if (what == "for_target") return report_target(TargetUse::loop);
  if (what == "del_target") return report_target(TargetUse::del);
  if (what == "comma") return report_comma(report);
  if (what == "real") return report_number(false);
  if (what == "imaginary") return report_number(true);
  if (what == "print") {
    const std::string name(buffer_.text(buffer_.tokens[first.begin]));
    if (name != "print" && name != "exec") return false;
    return found_range(place_of(first, true), place_of(second, true),
                       "Missing parentheses in call to '" + name + "'. Did you mean " + name +
                           "(...)?");
  }
  if (what == "keyword_as_name") {
    const std::string name(buffer_.text(buffer_.tokens[first.begin]));
    return found_range(place_of_tokens(first), place_of_tokens(second), "cannot assign to " + name);
  }
  if (what == "pair_without_colon") {
    SourceSpan place = place_of(first, true);
    place.column = place.end_column - 1;
    place.end_column = -1;
    return found_at(place, "':' expected after dictionary key");
  }
  if (what == "unbracketed_target") {
    Capture elements = second;
    if (buffer_.tokens[elements.end - 1].kind == TokenKind::comma) --elements.end;
    const ExpressionNode* last = expression_in(elements);
    if (const auto* tuple = try_as<Tuple>(last);
        tuple != nullptr && place_of_tokens(elements) == tuple->span) {
      last = tuple->elts.empty() ? tuple : tuple->elts.back();
    }
    return found_range(place_of(first, true),
                       last != nullptr ? last->span : place_of_tokens(second),
                       "did you forget parentheses around the comprehension target?");
  }
  if (what == "positional_patterns") {
    const Patterns patterns =
        Parser(tree_, buffer_).parse_patterns_fragment(first.begin, first.end);
    if (patterns.empty()) return false;
    return found_range(patterns.front()->span, patterns.back()->span,
                       "positional patterns follow keyword patterns");
  }
  // The rest is about arguments.
  if (what == "bare_generator" || what == "bare_generator_among") {
    const ExpressionNode* last =
        Parser(tree_, buffer_).last_of_clauses_fragment(second.begin, second.end);
    SourceSpan place;
    if (what == "bare_generator") {
      place = place_of(first, true);
    } else {
      const Call* call = Parser(tree_, buffer_).parse_arguments_fragment(first.begin, first.end);
      // A single one may stand bare.
      if (call == nullptr || call->args.size() <= 1) return false;
      place = call->args.back()->span;
    }
    return found_range(place, last != nullptr ? last->span : place_of_tokens(second),
                       "Generator expression must be parenthesized");
  }
  ENSURE(what == "positional_after_keyword");
  const Call* call = Parser(tree_, buffer_).parse_arguments_fragment(first.begin, first.end);
  bool unpacks = false;
  if (call != nullptr) {
    for (const Keyword* keyword : call->keywords) unpacks |= keyword->arg.data() == nullptr;
  }
  return found(error_at_token(buffer_, fill_ - 1, SyntaxErrorType::syntax_error,
                              unpacks ? "positional argument follows keyword argument unpacking"
                                      : "positional argument follows keyword argument"));
}

}  // namespace

SyntaxError diagnose(Tree& tree, const TokenBuffer& buffer, DiagnosisStart start,
                     size_t fill) {
  return Diagnosis(tree, buffer).run(start, fill);
}

}  // namespace lockstep
