#include "vm/signature.h"

#include <algorithm>

#include "base/check.h"
#include "vm/machine.h"

namespace lockstep {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The text up to the next comma that is not inside quotes or brackets; `rest` is what follows it.
std::string_view next_part(std::string_view& rest) {
  int depth = 0;
  char quote = 0;
  for (size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth == 0) {
      const std::string_view part = rest.substr(0, i);
      rest.remove_prefix(i + 1);
      return trimmed(part);
    }
  }
  const std::string_view part = rest;
  rest = {};
  return trimmed(part);
}

std::string plural(size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

bool is_special(std::string_view name) { return name.starts_with("__") && name.ends_with("__"); }

}  // namespace

Signature::Signature(const NativeRow& row, std::string_view owner, std::string_view module)
    : row_(row), owner_(owner), module_(module) {
  std::string_view text = row.signature;
  ENSURE(text.size() >= 2 && text.front() == '(' && text.back() == ')');
  text = text.substr(1, text.size() - 2);
  auto kind = ParameterKind::positional_or_keyword;
  while (!trimmed(text).empty()) {
    std::string_view part = next_part(text);
    ENSURE(!part.empty());
    if (part == "/") {
      for (Parameter& parameter : parameters_) parameter.kind = ParameterKind::positional_only;
    } else if (part == "*") {
      kind = ParameterKind::keyword_only;
    } else if (part.starts_with("**")) {
      parameters_.push_back({part.substr(2), ParameterKind::star_star, false});
    } else if (part.starts_with("*")) {
      parameters_.push_back({part.substr(1), ParameterKind::star, false});
      kind = ParameterKind::keyword_only;
    } else {
      const size_t equals = part.find('=');
      parameters_.push_back(
          {trimmed(part.substr(0, equals)), kind, equals == std::string_view::npos});
    }
  }
  ENSURE(parameters_.size() <= kMaximumParameters);
  const std::string_view name = row.name;
  const bool makes = name == "__new__" || name == "__init__";
  shown_ = makes && !owner_.empty() ? owner_ : name;
  if (!parameters_.empty() && (parameters_[0].name == "self" || parameters_[0].name == "cls")) {
    self_ = 1;
    takes_self_ = parameters_[0].name == "self";
    parameters_[0].kind = ParameterKind::positional_only;
  }
  bool has_keywords = false;
  for (const Parameter& parameter : parameters_) {
    switch (parameter.kind) {
      case ParameterKind::positional_or_keyword:
        has_keywords = true;
        [[fallthrough]];
      case ParameterKind::positional_only:
        ++positional_;
        if (parameter.required) ++required_;
        is_plain_ = is_plain_ && parameter.required;
        break;
      case ParameterKind::keyword_only:
        has_keywords = true;
        is_plain_ = false;
        break;
      case ParameterKind::star:
        has_star_ = true;
        is_plain_ = false;
        break;
      case ParameterKind::star_star:
        has_star_star_ = true;
        is_plain_ = false;
        break;
    }
  }
  if (has_keywords || has_star_star_) {
    style_ = Style::keyword;
    // Functions whose keywords are apart from their positional parameters count the latter by
    // themselves.
    counts_positions_ = positional_ > self_ &&
                        std::all_of(parameters_.begin(), parameters_.end(), [](const Parameter& p) {
                          return p.kind != ParameterKind::positional_or_keyword;
                        });
  } else if (is_special(name) && !makes && self_ == 1 && name != "__getitem__" &&
             name != "__contains__" && name != "__format__" && name != "__reversed__" &&
             name != "__sizeof__") {
    style_ = Style::operator_;
  } else if (positional_ == self_ && !has_star_) {
    style_ = Style::none;
  } else if (positional_ == self_ + 1 && required_ == positional_ && !has_star_ && !makes) {
    style_ = Style::one;
  }
}

bool Signature::fail(Machine& machine, const std::string& message) const {
  machine.raise(BuiltinClass::type_error, message);
  return false;
}

std::string Signature::full_name() const {
  const bool is_method =
      !owner_.empty() && shown_ != owner_ && row_.form == NativeRow::Form::method;
  if (is_method) return std::string(owner_) + "." + std::string(shown_);
  return module_.empty() ? std::string(shown_) : std::string(module_) + "." + std::string(shown_);
}

// The wrong number of arguments, of a function that takes them by position only.
bool Signature::fail_count(Machine& machine, size_t given) const {
  const size_t least = required_ - self_;
  const size_t most = positional_ - self_;
  switch (style_) {
    case Style::none:
      return fail(machine,
                  full_name() + "() takes no arguments (" + std::to_string(given) + " given)");
    case Style::one:
      return fail(machine, full_name() + "() takes exactly one argument (" + std::to_string(given) +
                               " given)");
    default:
      break;
  }
  const std::string name = style_ == Style::operator_ ? std::string() : std::string(shown_) + " ";
  const char* bound = least == most ? "" : given < least ? "at least " : "at most ";
  return fail(machine, name + "expected " + bound +
                           plural(given < least ? least : most, "argument") + ", got " +
                           std::to_string(given));
}

bool Signature::fail_too_many_by_position(Machine& machine, size_t given) const {
  const std::string name = std::string(shown_) + "()";
  const size_t most = positional_ - self_;
  if (most == 0) return fail(machine, name + " takes no positional arguments");
  return fail(machine, name + " takes " + (required_ < positional_ ? "at most " : "exactly ") +
                           plural(most, "positional argument") + " (" + std::to_string(given) +
                           " given)");
}

namespace {

// The words of errors, apart from what runs in nearly every program: binding stays short.

[[gnu::noinline]] std::string given_twice(std::string_view shown, std::string_view keyword, size_t position) {
  return "argument for " + std::string(shown) + "() given by name ('" + std::string(keyword) +
         "') and position (" + std::to_string(position) + ")";
}

[[gnu::noinline]] std::string invalid_keyword(std::string_view shown, std::string_view keyword) {
  return "'" + std::string(keyword) + "' is an invalid keyword argument for " + std::string(shown) + "()";
}

[[gnu::noinline]] std::string too_many(std::string_view shown, size_t most, size_t given, bool by_position) {
  return std::string(shown) + "() takes at most " + std::to_string(most) + (by_position ? "" : " keyword") +
         (most == 1 ? " argument" : " arguments") + " (" + std::to_string(given) + " given)";
}

[[gnu::noinline]] std::string too_few_by_position(std::string_view shown, bool is_exact, size_t least,
                                                  size_t given) {
  return std::string(shown) + "() takes " + (is_exact ? "exactly " : "at least ") +
         plural(least, "positional argument") + " (" + std::to_string(given) + " given)";
}

// `position`: 0 for a keyword-only parameter.
[[gnu::noinline]] std::string missing(std::string_view shown, std::string_view name, size_t position) {
  return std::string(shown) + "() missing required argument '" + std::string(name) + "'" +
         (position == 0 ? std::string() : " (pos " + std::to_string(position) + ")");
}

[[gnu::noinline]] std::string needs_object(std::string full_name) {
  return "unbound method " + std::move(full_name) + "() needs an argument";
}

[[gnu::noinline]] std::string too_few_for_object(std::string_view owner, std::string_view name) {
  return std::string(owner) + "." + std::string(name) + "(): not enough arguments";
}

}  // namespace

bool Signature::bind_keyword(Machine& machine, const StrObject* keyword, Value value, Value* out,
                             Value& extra) const {
  for (size_t i = self_; i < parameters_.size(); ++i) {
    const Parameter& parameter = parameters_[i];
    const bool by_name = parameter.kind == ParameterKind::positional_or_keyword ||
                         parameter.kind == ParameterKind::keyword_only;
    if (!by_name || parameter.name != keyword->view()) continue;
    if (!out[i].is_empty()) {
      return fail(machine, given_twice(shown_, keyword->view(), i - self_ + 1));
    }
    out[i] = value;
    return true;
  }
  if (!has_star_star_) {
    return fail(machine, invalid_keyword(shown_, keyword->view()));
  }
  Dict::set(machine.heap(), as<DictObject>(extra), Value::object(keyword), value);
  return true;
}

bool Signature::bind(Machine& machine, std::span<const Value> values, const TupleObject* names,
                     Value* out) const {
  const size_t keywords = names == nullptr ? 0 : names->size;
  const size_t given = values.size() - keywords;
  // Positional arguments only, as almost always.
  if (keywords == 0 && !has_star_ && !has_star_star_ && given >= required_ && given >= self_ &&
      given <= positional_ && positional_ == parameters_.size()) {
    for (size_t i = 0; i < positional_; ++i) out[i] = i < given ? values[i] : Value::empty();
    return true;
  }
  if (given < self_) {
    return fail(machine,
                row_.form == NativeRow::Form::method && std::string_view(row_.name) != "__new__"
                    ? needs_object(full_name())
                    : too_few_for_object(owner_, row_.name));
  }
  if (style_ != Style::keyword) {
    if (keywords != 0) return fail(machine, full_name() + "() takes no keyword arguments");
    if (given < required_ || (given > positional_ && !has_star_))
      return fail_count(machine, given - self_);
  } else if (!has_star_) {
    const size_t named = parameters_.size() - self_ - (has_star_star_ ? 1 : 0);
    if (!has_star_star_ && given - self_ + keywords > named) {
      return fail(machine, too_many(shown_, named, given - self_ + keywords, given != self_));
    }
    if (given > positional_ || (counts_positions_ && given < required_)) {
      return counts_positions_ ? fail_count(machine, given - self_)
                               : fail_too_many_by_position(machine, given - self_);
    }
  }

  // Everything is laid out by the place of its parameter; the starred ones collect.
  for (size_t i = 0; i < parameters_.size(); ++i) out[i] = Value::empty();
  size_t position = 0;
  Value extra;
  for (size_t i = 0; i < parameters_.size(); ++i) {
    switch (parameters_[i].kind) {
      case ParameterKind::positional_only:
      case ParameterKind::positional_or_keyword:
        if (position < given) out[i] = values[position++];
        break;
      case ParameterKind::star:
        out[i] =
            Value::object(machine.heap().make_tuple(values.subspan(position, given - position)));
        position = given;
        break;
      case ParameterKind::star_star:
        extra = Value::object(machine.heap().make_dict());
        out[i] = extra;
        break;
      case ParameterKind::keyword_only:
        break;
    }
  }
  for (size_t i = 0; i < keywords; ++i) {
    const auto* keyword = as<StrObject>(names->items[i]);
    if (!bind_keyword(machine, keyword, values[given + i], out, extra)) return false;
  }
  if (style_ != Style::keyword) return true;
  for (size_t i = self_; i < parameters_.size(); ++i) {
    const Parameter& parameter = parameters_[i];
    if (!parameter.required || !out[i].is_empty()) continue;
    if (parameter.kind == ParameterKind::positional_only) {
      size_t least = 0;
      for (const Parameter& other : parameters_) {
        if (other.kind == ParameterKind::positional_only && other.required) ++least;
      }
      least -= self_;
      const bool is_exact = least == positional_ - self_ && !has_star_;
      return fail(machine, too_few_by_position(shown_, is_exact, least, given - self_));
    }
    if (parameter.kind == ParameterKind::keyword_only) {
      return fail(machine, missing(shown_, parameter.name, 0));
    }
    return fail(machine, missing(shown_, parameter.name, i - self_ + 1));
  }
  return true;
}

}  // namespace lockstep
