#include "vm/argument_errors.h"

#include <algorithm>
#include <string>
#include <vector>

#include "vm/loaded_program.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

std::string called_name(const FunctionObject* function) {
  return std::string(function->qualified_name->view()) + "()";
}

// 'a', 'a' and 'b', or 'a', 'b', and 'c'.
std::string list_names(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); i++) {
    if (i != 0) {
      const bool last = i + 1 == names.size();
      text += last ? (names.size() == 2 ? " and " : ", and ") : ", ";
    }
    text += "'" + names[i] + "'";
  }
  return text;
}

// Modules of the library that are C in CPython: their functions complain as C's do.
constexpr std::string_view kModulesInC[] = {
    "<library math>",   "<library cmath>",    "<library itertools>", "<library datetime>", "<library heapq>",
    "<library bisect>", "<library binascii>", "<library array>",     "<library operator>", "<library contextvars>",
    "<library struct>", "<library time>",
};

// How such a function speaks of itself, where `function` is one. Constructors are called by their classes' names.
struct WordsOfC {
  std::string name;        // empty: no function of these
  std::string full_name;   // with its module or class in front
  size_t self = 0;         // 1: its first parameter is the object
  bool by_position = false;  // it takes its arguments by position only
  bool has_stars = false;
};

WordsOfC words_of_c(const FunctionObject* function) {
  WordsOfC words;
  const LoadedCode* loaded = function->code;
  const Code& code = *loaded->code;
  if (!loaded->is_library) return words;
  const std::string_view file = loaded->program->program->filename;
  if (std::find(std::begin(kModulesInC), std::end(kModulesInC), file) == std::end(kModulesInC)) return words;
  const std::string_view qualified = function->qualified_name->view();
  if (qualified.find('<') != std::string_view::npos || qualified.starts_with('_')) return words;
  const size_t dot = qualified.find('.');
  const std::string_view own = qualified.substr(dot == std::string_view::npos ? 0 : dot + 1);
  if (dot != std::string_view::npos) {
    words.self = 1;
    if (own == "__new__" || own == "__init__") {
      const bool is_nameless = file == "<library datetime>";
      words.name = is_nameless ? "function" : std::string(qualified.substr(0, dot)) + "()";
      words.full_name = words.name;
    } else {
      words.name = std::string(own) + "()";
      words.full_name = std::string(qualified) + "()";
    }
  } else {
    const std::string_view module = file.substr(9, file.size() - 10);
    words.name = std::string(own) + "()";
    const bool is_accelerated = module == "heapq" || module == "bisect" || module == "operator" || module == "struct";
    words.full_name = (is_accelerated ? "_" : "") + std::string(module) + "." + words.name;
  }
  words.by_position = code.positional_only_count == code.positional_count && code.keyword_only_count == 0;
  words.has_stars = code.has_star_args || code.has_star_kwargs;
  return words;
}

// Too few or too many of those that are given by position only.
void raise_count_of_c(Machine& machine, const FunctionObject* function, const WordsOfC& words, size_t given) {
  const Code& code = *function->code->code;
  const size_t defaults = function->defaults == nullptr ? 0 : function->defaults->size;
  const size_t most = code.positional_count - words.self;
  const size_t least = most - defaults;
  if (least == 1 && most == 1) {
    machine.raise_format(BuiltinClass::type_error, "{} takes exactly one argument ({} given)", words.full_name, given);
    return;
  }
  const size_t bound = given < least ? least : most;
  machine.raise_format(BuiltinClass::type_error, "{} expected {}{} argument{}, got {}",
                       words.name.substr(0, words.name.size() - (words.name.ends_with(")") ? 2 : 0)),
                       least == most   ? ""
                       : given < least ? "at least "
                                       : "at most ",
                       bound, bound == 1 ? "" : "s", given);
}

void raise_missing(Machine& machine, const FunctionObject* function, const char* kind,
                   const std::vector<std::string>& names) {
  machine.raise_format(BuiltinClass::type_error, "{} missing {} required {} argument{}: {}",
                       called_name(function), names.size(), kind, names.size() == 1 ? "" : "s",
                       list_names(names));
}

}  // namespace

void raise_unexpected_keyword(Machine& machine, const FunctionObject* function,
                              const StrObject* keyword, const TupleObject* names) {
  const Code& code = *function->code->code;
  if (const WordsOfC words = words_of_c(function); !words.name.empty()) {
    if (words.by_position) {
      machine.raise_format(BuiltinClass::type_error, "{} takes no keyword arguments", words.full_name);
    } else {
      machine.raise_format(BuiltinClass::type_error, "'{}' is an invalid keyword argument for {}", keyword->view(),
                           words.name == "function" ? "this function" : words.name);
    }
    return;
  }
  std::string positional_only;
  for (size_t i = 0; i < code.positional_only_count; i++) {
    for (size_t j = 0; j < names->size; j++) {
      if (as<StrObject>(names->items[j])->view() != code.locals[i]) continue;
      if (!positional_only.empty()) positional_only += ", ";
      positional_only += code.locals[i];
    }
  }
  if (!positional_only.empty()) {
    machine.raise_format(BuiltinClass::type_error,
                         "{} got some positional-only arguments passed as keyword arguments: '{}'",
                         called_name(function), positional_only);
    return;
  }
  machine.raise_format(BuiltinClass::type_error, "{} got an unexpected keyword argument '{}'",
                       called_name(function), keyword->view());
}

void raise_multiple_values(Machine& machine, const FunctionObject* function,
                           const StrObject* keyword) {
  if (const WordsOfC words = words_of_c(function); !words.name.empty()) {
    const Code& code = *function->code->code;
    const auto place = std::find(code.locals.begin(), code.locals.end(), keyword->view()) - code.locals.begin();
    machine.raise_format(BuiltinClass::type_error, "argument for {} given by name ('{}') and position ({})",
                         words.name, keyword->view(), static_cast<size_t>(place) + 1 - words.self);
    return;
  }
  machine.raise_format(BuiltinClass::type_error, "{} got multiple values for argument '{}'",
                       called_name(function), keyword->view());
}

void raise_too_many_positional(Machine& machine, const FunctionObject* function, size_t given,
                               const Value* registers) {
  const Code& code = *function->code->code;
  const size_t most = code.positional_count;
  const size_t defaults = function->defaults == nullptr ? 0 : function->defaults->size;
  if (const WordsOfC words = words_of_c(function); !words.name.empty()) {
    if (words.by_position) {
      raise_count_of_c(machine, function, words, given - words.self);
      return;
    }
    const size_t all = most + code.keyword_only_count - words.self;
    machine.raise_format(BuiltinClass::type_error, "{} takes {} {} argument{} ({} given)", words.name,
                         defaults != 0 || code.keyword_only_count != 0 || words.name == "function" ? "at most" : "exactly", all,
                         all == 1 ? "" : "s", given - words.self);
    return;
  }
  size_t keyword_only = 0;
  for (size_t i = 0; i < code.keyword_only_count; i++) {
    if (!registers[most + i].is_empty()) keyword_only++;
  }
  std::string takes =
      defaults == 0 ? std::to_string(most)
                    : "from " + std::to_string(most - defaults) + " to " + std::to_string(most);
  const bool plural = defaults != 0 || most != 1;
  std::string were = std::to_string(given);
  if (keyword_only != 0) {
    were += fmt::format(" positional argument{} (and {} keyword-only argument{})",
                        given == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
  }
  machine.raise_format(BuiltinClass::type_error,
                       "{} takes {} positional argument{} but {} {} given", called_name(function),
                       takes, plural ? "s" : "", were,
                       given == 1 && keyword_only == 0 ? "was" : "were");
}

void raise_missing_positional(Machine& machine, const FunctionObject* function,
                              const Value* registers) {
  const Code& code = *function->code->code;
  const size_t defaults = function->defaults == nullptr ? 0 : function->defaults->size;
  std::vector<std::string> names;
  if (const WordsOfC words = words_of_c(function); !words.name.empty()) {
    size_t missing = words.self;
    while (missing < code.positional_count && !registers[missing].is_empty()) missing++;
    if (words.by_position) {
      raise_count_of_c(machine, function, words, missing - words.self);
    } else {
      machine.raise_format(BuiltinClass::type_error, "{} missing required argument '{}' (pos {})", words.name,
                           code.locals[missing], missing + 1 - words.self);
    }
    return;
  }
  for (size_t i = 0; i < code.positional_count - defaults; i++) {
    if (registers[i].is_empty()) names.emplace_back(code.locals[i]);
  }
  raise_missing(machine, function, "positional", names);
}

void raise_missing_keyword_only(Machine& machine, const FunctionObject* function,
                                const Value* registers) {
  const Code& code = *function->code->code;
  std::vector<std::string> names;
  for (size_t i = 0; i < code.keyword_only_count; i++) {
    if (registers[code.positional_count + i].is_empty()) {
      names.emplace_back(code.locals[code.positional_count + i]);
    }
  }
  raise_missing(machine, function, "keyword-only", names);
}

Step raise_abstract(Machine& machine, const ClassObject* cls) {
  const Value methods = Machine::lookup(cls, name(Name::abstract_methods));
  std::vector<std::string> names;
  if (auto* set = try_as<SetObject>(methods)) {
    int64_t position = 0;
    Value element;
    while (Set::next(set, position, element)) {
      if (auto* text = try_as<StrObject>(element)) names.emplace_back(text->view());
    }
  }
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string& method : names) {
    if (!list.empty()) list += ", ";
    list += method;
  }
  return machine.raise_format(BuiltinClass::type_error,
                              "Can't instantiate abstract class {} with abstract method{} {}",
                              cls->name->view(), names.size() == 1 ? "" : "s", list);
}

}  // namespace lockstep
