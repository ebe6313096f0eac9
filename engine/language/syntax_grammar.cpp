#include "language/syntax_grammar.h"

#include <map>

#include "base/check.h"
#include "language/lexer.h"

namespace lockstep {

namespace {

// Reads the notation that syntax_grammar_text.cpp explains. The text is our own, so what it does
// not expect is a mistake of ours.
class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  Grammar compile() {
    while (skip_space(), at_ < text_.size()) compile_rule();
    for (const auto& [name, index] : rule_numbers_) {
      ENSURE(grammar_.rules[index].entry != 0);
    }
    return std::move(grammar_);
  }

 private:
  static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool accept(std::string_view what) {
    skip_space();
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  void expect(std::string_view what) { ENSURE(accept(what)); }
  std::string_view word() {
    skip_space();
    const size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    ENSURE(at_ > begin);
    return text_.substr(begin, at_ - begin);
  }
  std::string quoted(char quote) {
    ENSURE(peek() == quote);
    std::string content;
    for (++at_; text_[at_] != quote; ++at_) {
      if (text_[at_] == '\\') ++at_;
      content.push_back(text_[at_]);
    }
    ++at_;
    return content;
  }

  size_t emit(GrammarOpcode opcode, size_t operand = 0) {
    grammar_.code.push_back({opcode, static_cast<uint16_t>(operand)});
    return grammar_.code.size() - 1;
  }
  size_t here() const { return grammar_.code.size(); }
  void land(size_t instruction) {
    grammar_.code[instruction].operand = static_cast<uint16_t>(here());
  }

  uint16_t rule_number(std::string_view name) {
    auto [found, is_new] =
        rule_numbers_.try_emplace(std::string(name), static_cast<uint16_t>(grammar_.rules.size()));
    if (is_new) grammar_.rules.push_back({std::string(name)});
    return found->second;
  }

  void compile_rule() {
    if (grammar_.code.empty()) emit(GrammarOpcode::fail);  // so that no rule begins at 0
    const uint16_t number = rule_number(word());
    const bool is_remembered = accept(":=");
    if (!is_remembered) expect("=");
    grammar_.rules[number].entry = static_cast<uint16_t>(here());
    grammar_.rules[number].is_remembered = is_remembered;
    if (accept("%first")) emit(GrammarOpcode::first_pass_only);
    compile_alternatives(true);
    expect(";");
  }

  // The alternatives of a rule each end in `finish`, those of a group meet behind it.
  void compile_alternatives(bool is_rule) {
    std::vector<size_t> ends;
    for (;;) {
      const size_t choice = emit(GrammarOpcode::choice);
      if (is_rule) is_expression_[0] = is_expression_[1] = false;
      compile_alternative();
      if (is_rule) {
        emit(GrammarOpcode::finish);
      } else {
        ends.push_back(emit(GrammarOpcode::commit));
      }
      land(choice);
      if (!accept("|")) break;
    }
    emit(GrammarOpcode::fail);
    for (size_t end : ends) land(end);
  }

  void compile_alternative() {
    if (is_lone_wrong_rule()) emit(GrammarOpcode::second_pass);
    for (char c = peek(); c != '|' && c != ';' && c != ')'; c = peek()) {
      if (accept("=>")) {
        compile_report();
      } else {
        compile_item();
      }
    }
  }

  bool is_lone_wrong_rule() {
    skip_space();
    if (text_.substr(at_, 6) != "wrong_") return false;
    const size_t begin = at_;
    word();
    const char c = peek();
    at_ = begin;
    return c == '|' || c == ';';
  }

  void compile_report() {
    GrammarReport report;
    const std::string_view place = word();
    if (place == "do") {
      report.place = ReportPlace::special;
      report.message = word();
    } else {
      report.place = place == "at"       ? ReportPlace::at
                     : place == "range"  ? ReportPlace::range
                     : place == "onward" ? ReportPlace::onward
                     : place == "indent" ? ReportPlace::indent
                                         : ReportPlace::last;
      report.message = quoted('"');
    }
    report.is_expression[0] = is_expression_[0];
    report.is_expression[1] = is_expression_[1];
    emit(GrammarOpcode::report, grammar_.reports.size());
    grammar_.reports.push_back(std::move(report));
  }

  void compile_item() {
    if (accept("~")) {
      emit(GrammarOpcode::cut);
      return;
    }
    if (accept("&")) {
      const size_t choice = emit(GrammarOpcode::choice);
      compile_atom();
      const size_t done = emit(GrammarOpcode::back_commit);
      land(choice);
      emit(GrammarOpcode::fail);
      land(done);
      return;
    }
    if (accept("!")) {
      const size_t choice = emit(GrammarOpcode::choice);
      compile_atom();
      emit(GrammarOpcode::fail_twice);
      land(choice);
      return;
    }
    if (accept("must")) {
      const std::string text = quoted('\'');
      grammar_.texts.push_back(text);
      emit(GrammarOpcode::must, static_cast<size_t>(token_kind(text)));
      return;
    }
    const char c = peek();
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if ((c == 'a' || c == 'b') && (next == ':' || next == '=')) {
      at_ += 2;
      const size_t slot = c == 'a' ? 0 : 1;
      is_expression_[slot] = next == '=';
      emit(GrammarOpcode::capture_begin, slot);
      compile_repeated();
      emit(GrammarOpcode::capture_end, slot);
      return;
    }
    compile_repeated();
  }

  // An atom with `?`, `*` or `+` behind it, or as the separator before `%`.
  void compile_repeated() {
    const size_t begin = here();
    // What stands behind the atom decides what must come before it in the code; so the atom is
    // compiled again from its text.
    const size_t text_begin = at_;
    compile_atom();
    if (accept("%")) {
      const size_t text_end = at_;
      rewind(begin);
      compile_atom();
      const size_t after = at_;
      const size_t loop = emit(GrammarOpcode::choice);
      at_ = text_begin;
      compile_atom();
      at_ = text_end;
      compile_atom();
      ENSURE(at_ == after);
      emit(GrammarOpcode::commit, loop);
      land(loop);
      return;
    }
    const bool is_optional = accept("?");
    const bool is_star = !is_optional && accept("*");
    const bool is_plus = !is_optional && !is_star && accept("+");
    if (!is_optional && !is_star && !is_plus) return;
    const size_t text_end = at_;
    if (!is_plus) rewind(begin);
    const size_t choice = emit(GrammarOpcode::choice);
    at_ = text_begin;
    compile_atom();
    at_ = text_end;
    const size_t commit = emit(GrammarOpcode::commit, choice);
    if (is_optional) land(commit);
    land(choice);
  }

  // Forgets the code from there on.
  void rewind(size_t begin) { grammar_.code.resize(begin); }

  void compile_atom() {
    const char c = peek();
    if (accept("(")) {
      compile_alternatives(false);
      expect(")");
    } else if (c == '\'') {
      emit(GrammarOpcode::token, static_cast<size_t>(token_kind(quoted('\''))));
    } else if (c == '"') {
      grammar_.texts.push_back(quoted('"'));
      emit(GrammarOpcode::soft_keyword, grammar_.texts.size() - 1);
    } else {
      compile_name(word());
    }
  }

  void compile_name(std::string_view name) {
    if (name == "NAME") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::name));
    } else if (name == "NUMBER") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::number));
    } else if (name == "STRING") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::string));
    } else if (name == "NEWLINE") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::newline));
    } else if (name == "INDENT") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::indent));
    } else if (name == "DEDENT") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::dedent));
    } else if (name == "END") {
      emit(GrammarOpcode::token, static_cast<size_t>(TokenKind::end_marker));
    } else if (name == "STRINGS") {
      emit(GrammarOpcode::strings);
    } else if (name == "SOFT") {
      emit(GrammarOpcode::any_soft_keyword);
    } else {
      emit(GrammarOpcode::call, rule_number(name));
    }
  }

  static TokenKind token_kind(const std::string& text) {
    return Lexer(text, LexerMode::tolerant).next().kind;
  }

  std::string_view text_;
  size_t at_ = 0;
  Grammar grammar_;
  std::map<std::string, uint16_t> rule_numbers_;
  bool is_expression_[2] = {false, false};
};

}  // namespace

Grammar compile_grammar(std::string_view text) { return Compiler(text).compile(); }

const Grammar& syntax_grammar() {
  static const Grammar grammar = compile_grammar(syntax_grammar_text());
  return grammar;
}

uint16_t Grammar::rule(std::string_view name) const {
  for (size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].name == name) return static_cast<uint16_t>(i);
  }
  ENSURE(false);
  return 0;
}

}  // namespace lockstep
