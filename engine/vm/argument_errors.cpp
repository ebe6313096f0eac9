#include "vm/argument_errors.h"

#include <algorithm>
#include <string>
#include <vector>

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
  machine.raise_format(BuiltinClass::type_error, "{} got multiple values for argument '{}'",
                       called_name(function), keyword->view());
}

void raise_too_many_positional(Machine& machine, const FunctionObject* function, size_t given,
                               const Value* registers) {
  const Code& code = *function->code->code;
  const size_t most = code.positional_count;
  const size_t defaults = function->defaults == nullptr ? 0 : function->defaults->size;
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
