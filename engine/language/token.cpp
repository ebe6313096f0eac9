#include "language/token.h"

#include <array>
#include <utility>

namespace lockstep {

namespace {

constexpr std::array<std::pair<std::string_view, TokenKind>, 35> kKeywords = {{
    {"False", TokenKind::kw_false},   {"None", TokenKind::kw_none},
    {"True", TokenKind::kw_true},     {"and", TokenKind::kw_and},
    {"as", TokenKind::kw_as},         {"assert", TokenKind::kw_assert},
    {"async", TokenKind::kw_async},   {"await", TokenKind::kw_await},
    {"break", TokenKind::kw_break},   {"class", TokenKind::kw_class},
    {"continue", TokenKind::kw_continue}, {"def", TokenKind::kw_def},
    {"del", TokenKind::kw_del},       {"elif", TokenKind::kw_elif},
    {"else", TokenKind::kw_else},     {"except", TokenKind::kw_except},
    {"finally", TokenKind::kw_finally}, {"for", TokenKind::kw_for},
    {"from", TokenKind::kw_from},     {"global", TokenKind::kw_global},
    {"if", TokenKind::kw_if},         {"import", TokenKind::kw_import},
    {"in", TokenKind::kw_in},         {"is", TokenKind::kw_is},
    {"lambda", TokenKind::kw_lambda}, {"nonlocal", TokenKind::kw_nonlocal},
    {"not", TokenKind::kw_not},       {"or", TokenKind::kw_or},
    {"pass", TokenKind::kw_pass},     {"raise", TokenKind::kw_raise},
    {"return", TokenKind::kw_return}, {"try", TokenKind::kw_try},
    {"while", TokenKind::kw_while},   {"with", TokenKind::kw_with},
    {"yield", TokenKind::kw_yield},
}};

}  // namespace

TokenKind keyword_kind(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return TokenKind::name;
  for (const auto& [spelling, kind] : kKeywords) {
    if (spelling[0] == text[0] && spelling == text) return kind;
  }
  return TokenKind::name;
}

}  // namespace lockstep
