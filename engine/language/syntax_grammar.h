#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/token.h"

// The grammar by which mistakes are found, as a program for the small parsing machine in
// syntax_diagnosis.cpp. syntax_grammar_text.cpp has the grammar and explains its notation.
namespace lockstep {

enum class GrammarOpcode : uint8_t {
  token,         // operand: TokenKind; fails unless it is the current one
  soft_keyword,  // operand: index into texts
  any_soft_keyword,
  strings,  // one or more string literals; a malformed one ends the diagnosis
  call,     // operand: rule
  finish,   // the rule has matched
  choice,   // on failure go on at operand, from the current token
  commit,   // drop the latest choice, go to operand
  back_commit,  // the same, and go back to that choice's token
  fail,
  fail_twice,  // drop the latest choice, then fail
  cut,         // drop all choices of the rule
  must,        // operand: TokenKind; else "expected '...'"
  capture_begin,  // operand: slot
  capture_end,
  second_pass,      // fails in the first pass
  first_pass_only,  // the rest of the rule is matched as in the first pass
  report,           // operand: index into reports
};

struct GrammarInstruction {
  GrammarOpcode opcode;
  uint16_t operand = 0;
};

enum class ReportPlace : uint8_t {
  at,      // the first capture
  range,   // from the first capture to the second
  onward,  // from the first capture to the last token looked at
  last,    // the last token looked at
  indent,  // the same, an IndentationError that tells the first capture's line
  special,  // see syntax_diagnosis.cpp
};

struct GrammarReport {
  ReportPlace place = ReportPlace::last;
  std::string message;  // %s: what kind of expression the first capture is; %d: its line
  // Which captures are expressions: their place is that of the node, without parentheses around it.
  bool is_expression[2] = {false, false};
};

struct GrammarRule {
  std::string name;
  uint16_t entry = 0;
  bool is_remembered = false;  // its results are kept, by place
};

struct Grammar {
  std::vector<GrammarRule> rules;
  std::vector<GrammarInstruction> code;
  std::vector<std::string> texts;
  std::vector<GrammarReport> reports;

  uint16_t rule(std::string_view name) const;
};

// Compiled once, on first use; the same for everybody ever after.
const Grammar& syntax_grammar();

// The grammar as text, and the compiler for it.
std::string_view syntax_grammar_text();
Grammar compile_grammar(std::string_view text);

}  // namespace lockstep
