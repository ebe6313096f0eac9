#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/format_template.h"
#include "vm/objects/module.h"

// str.format and str.format_map. C++ does what needs no script code; the prelude's format_template,
// which goes through the same pieces, does the rest.
namespace lockstep {

namespace {

// One call of format(): its arguments, and how its fields are numbered.
class TemplateFormatter {
 public:
  TemplateFormatter(Machine& machine, const TupleObject* positional, Value keywords)
      : machine_(machine), positional_(positional), keywords_(keywords) {}

  Work run(std::string_view pattern, int depth, std::string& out) {
    if (depth > 1)
      return fail(TextError{TextErrorKind::value_error, "Max string recursion exceeded"});
    FormatScanner scanner(pattern);
    while (true) {
      auto piece = scanner.next();
      if (!piece) return fail(piece.error());
      if (!*piece) return Work::done;
      out += (*piece)->literal;
      if (!(*piece)->has_field) continue;
      const Work work = add_field(**piece, depth, out);
      if (work != Work::done) return work;
    }
  }

 private:
  Work fail(const TextError& error) {
    machine_.raise(error);
    return Work::raised;
  }

  Work first_value(const FieldPath& path, Value& value) {
    const auto index = numbering_.index_of(path);
    if (!index) return fail(index.error());
    if (*index < 0) {
      const Value key = machine_.heap().make_str(path.first);
      if (overrides(keywords_, Special::get_item) || overrides(keywords_, Special::missing))
        return Work::script;
      const Work work = get_item_builtin(machine_, keywords_, key, value);
      return work == Work::unknown ? Work::script : work;
    }
    if (positional_ == nullptr) {
      return fail(
          TextError{TextErrorKind::value_error, "Format string contains positional fields"});
    }
    if (*index >= positional_->size) {
      return fail(
          TextError{TextErrorKind::index_error, "Replacement index " + std::to_string(*index) +
                                                    " out of range for positional args tuple"});
    }
    value = positional_->items[*index];
    return Work::done;
  }

  Work take_step(const FieldStep& step, Value& value) {
    if (step.kind == FieldStep::Kind::attribute) {
      const Value found =
          machine_.plain_attribute(value, as<StrObject>(machine_.intern(step.name)));
      if (found.is_empty()) return Work::script;
      value = found;
      return Work::done;
    }
    if (overrides(value, Special::get_item) || overrides(value, Special::missing))
      return Work::script;
    const Value key = step.kind == FieldStep::Kind::index ? machine_.heap().make_int(step.index)
                                                          : machine_.heap().make_str(step.name);
    Value item;
    const Work work = get_item_builtin(machine_, value, key, item);
    value = item;
    return work == Work::unknown ? Work::script : work;
  }

  Work add_field(const FormatPiece& piece, int depth, std::string& out) {
    auto path = parse_field_path(piece.field);
    if (!path) return fail(path.error());
    Value value;
    Work work = first_value(*path, value);
    if (work != Work::done) return work;
    for (const FieldStep& step : path->steps) {
      work = take_step(step, value);
      if (work != Work::done) return work;
    }
    std::string text;
    switch (piece.conversion) {
      case U'\0':
        break;
      case U's':
        if (!machine_.str(value, text)) return Work::script;
        break;
      case U'r':
      case U'a':
        if (!machine_.repr(value, text)) return Work::script;
        if (piece.conversion == U'a') text = escape_non_ascii(text);
        break;
      default:
        return fail(unknown_conversion(piece.conversion));
    }
    if (piece.conversion != U'\0') value = machine_.heap().make_str(text);
    std::string spec(piece.spec);
    if (piece.spec_is_nested) {
      spec.clear();
      work = run(piece.spec, depth + 1, spec);
      if (work != Work::done) return work;
    }
    std::string formatted;
    work = format_builtin(machine_, value, spec, formatted);
    out += formatted;
    machine_.heap().require(out.size());
    return work;
  }

  Machine& machine_;
  const TupleObject* positional_;  // null: format_map
  Value keywords_;
  FieldNumbering numbering_;
};

Step format_with_arguments(Machine& machine, Call& call, const TupleObject* positional,
                           Value keywords) {
  std::string text;
  TemplateFormatter formatter(machine, positional, keywords);
  const Work work = formatter.run(as<StrObject>(call[0])->view(), 0, text);
  if (work == Work::done) return call.done(machine.heap().make_str(text));
  if (work == Work::raised) return Step::raised;
  return machine.tail_call(
      call, machine.prelude("format_template"),
      {call[0], positional == nullptr ? Value::none() : Value::object(positional), keywords});
}

Step str_format(Machine& machine, Call& call) {
  return format_with_arguments(machine, call, as<TupleObject>(call[1]), call[2]);
}

Step str_format_map(Machine& machine, Call& call) {
  return format_with_arguments(machine, call, nullptr, call[1]);
}

// The pieces of a template: (literal, field or None, conversion or None, spec, whether it is
// nested).
Step format_pieces(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  FormatScanner scanner(as<StrObject>(call[0])->view());
  while (true) {
    auto piece = scanner.next();
    if (!piece) return machine.raise(piece.error());
    if (!*piece) return call.done(Value::object(list));
    const FormatPiece& found = **piece;
    if (found.conversion != U'\0' && found.conversion != U'r' && found.conversion != U's' &&
        found.conversion != U'a') {
      return machine.raise(unknown_conversion(found.conversion));
    }
    const char conversion = static_cast<char>(found.conversion);
    heap.append(
        list,
        Value::object(heap.make_tuple(
            {heap.make_str(found.literal),
             found.has_field ? heap.make_str(found.field) : Value::none(),
             conversion == '\0' ? Value::none() : heap.make_str(std::string_view(&conversion, 1)),
             heap.make_str(found.spec), Value::boolean(found.spec_is_nested)})));
  }
}

// A field taken apart: (first name, its index or -1, ((is attribute, name or index), ...)).
Step field_path(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  auto path = parse_field_path(as<StrObject>(call[0])->view());
  if (!path) return machine.raise(path.error());
  ListObject* steps = heap.make_list();
  for (const FieldStep& step : path->steps) {
    const bool is_attribute = step.kind == FieldStep::Kind::attribute;
    const Value name =
        step.kind == FieldStep::Kind::index ? heap.make_int(step.index) : heap.make_str(step.name);
    heap.append(steps, Value::object(heap.make_tuple({Value::boolean(is_attribute), name})));
  }
  return call.done(Value::object(heap.make_tuple(
      {heap.make_str(path->first), heap.make_int(path->first_index), Value::object(steps)})));
}

constexpr NativeRow kFormatMethods[] = {
    {"format", "(self, /, *args, **kwargs)",
     "Return a formatted version, using substitutions from args and kwargs.", str_format},
    {"format_map", "(self, mapping, /)",
     "Return a formatted version, using substitutions from mapping.", str_format_map},
};

constexpr NativeRow kFormatPrelude[] = {
    {"_format_pieces", "(template, /)", "", format_pieces},
    {"_field_path", "(field, /)", "", field_path},
};

}  // namespace

void add_string_format(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::str, kFormatMethods);
  registry.functions("prelude", kFormatPrelude);
}

}  // namespace lockstep
