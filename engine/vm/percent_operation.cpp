#include "vm/percent_operation.h"

#include "text/escape.h"
#include "text/percent_format.h"
#include "vm/indexing.h"
#include "vm/numbers.h"
#include "vm/quick_format.h"

namespace lockstep {

namespace {

// Walks the arguments of one `%` while its template is read.
class PercentFormatter {
 public:
  PercentFormatter(Machine& machine, Value arguments, const ListObject* shown)
      : machine_(machine),
        arguments_(arguments),
        shown_(shown),
        tuple_(try_as<TupleObject>(arguments)) {}

  Work run(std::string_view pattern, std::string& out) {
    PercentScanner scanner(pattern);
    while (true) {
      auto piece = scanner.next();
      if (!piece) return fail(piece.error());
      out += piece->literal;
      machine_.heap().require(out.size());
      if (piece->is_last) break;
      if (!piece->conversion) continue;   // a doubled %
      const Work work = add(*piece->conversion, out);
      if (work != Work::done) return work;
    }
    // Arguments that are left are an error, unless they are a mapping that keys may pick from.
    const bool has_left = tuple_ != nullptr ? next_ < tuple_->size : !used_single_;
    if (has_left && !is_mapping()) return fail(percent_not_all_converted());
    return Work::done;
  }

 private:
  bool is_mapping() const {
    if (tuple_ != nullptr || is_kind(arguments_, Kind::string)) return false;
    return is_kind(arguments_, Kind::dict) || is_kind(arguments_, Kind::mapping_proxy) ||
           is_kind(arguments_, Kind::list) || is_kind(arguments_, Kind::range) ||
           is_kind(arguments_, Kind::bytes) || is_kind(arguments_, Kind::bytearray) ||
           overrides(arguments_, Special::get_item);
  }

  Work fail(const TextError& error) {
    machine_.raise(error);
    return Work::raised;
  }

  bool next_argument(Value& argument) {
    if (key_argument_) {
      argument = key_value_;
      return true;
    }
    if (tuple_ != nullptr) {
      if (next_ >= tuple_->size) return false;
      argument = tuple_->items[next_++];
      return true;
    }
    if (used_single_) return false;
    used_single_ = true;
    argument = arguments_;
    return true;
  }

  Work add(PercentConversion& conversion, std::string& out) {
    key_argument_ = false;
    if (conversion.has_key) {
      if (!is_mapping()) return fail(percent_needs_mapping());
      if (!conversion.key_closed) return fail(percent_incomplete_key());
      const Value key = machine_.heap().make_str(conversion.key);
      if (overrides(arguments_, Special::get_item) || overrides(arguments_, Special::missing)) {
        if (shown_ == nullptr) return Work::script;
        key_value_ = Value::none();  // what is shown stands in `shown`
      } else {
        const Work work = get_item_builtin(machine_, arguments_, key, key_value_);
        if (work != Work::done) return work;
      }
      key_argument_ = true;
      used_single_ = true;
    }
    for (const auto which : {PercentStar::width, PercentStar::precision}) {
      const bool is_star =
          which == PercentStar::width ? conversion.width_is_star : conversion.precision_is_star;
      if (!is_star) continue;
      Value argument;
      key_argument_ = false;
      if (!next_argument(argument)) return fail(percent_not_enough_arguments());
      if (!is_int_value(argument)) return fail(percent_star_wants_int());
      const Number number(argument);
      if (auto error = percent_star(conversion, which, number.view())) return fail(*error);
    }
    if (conversion.type == U'\0') return fail(percent_incomplete());
    if (conversion.type == U'%') {
      out += '%';
      return Work::done;
    }
    const PercentKind kind = percent_kind(conversion.type);
    Value argument;
    if (!next_argument(argument)) return fail(percent_not_enough_arguments());
    if (kind == PercentKind::unsupported) return fail(percent_unsupported(conversion));
    const Value replacement = shown_ != nullptr && consumed_ < shown_->size
                                  ? shown_->array->items[consumed_]
                                  : Value::empty();
    ++consumed_;
    return add_value(conversion, kind, argument, replacement, out);
  }

  Work append(TextResult<std::string> text, std::string& out) {
    if (!text) return fail(text.error());
    out += *text;
    machine_.heap().require(out.size());
    return Work::done;
  }

  Work add_value(const PercentConversion& conversion, PercentKind kind, Value argument,
                 Value replacement, std::string& out) {
    const bool is_replaced = !replacement.is_empty() && !replacement.is_none();
    switch (kind) {
      case PercentKind::text:
      case PercentKind::representation:
      case PercentKind::ascii: {
        std::string text;
        if (is_replaced) {
          text = as<StrObject>(replacement)->view();
        } else if (!(kind == PercentKind::text ? machine_.str(argument, text)
                                               : machine_.repr(argument, text))) {
          return Work::script;
        }
        if (kind == PercentKind::ascii) text = escape_non_ascii(text);
        return append(percent_text(text, conversion), out);
      }
      case PercentKind::integer: {
        if (is_replaced) argument = replacement;
        if (is_int_value(argument)) {
          const Number number(argument);
          return append(percent_integer(number.view(), conversion, machine_.state().digit_limit), out);
        }
        const bool takes_float =
            conversion.type == U'd' || conversion.type == U'i' || conversion.type == U'u';
        if (takes_float && is_float_value(argument)) {
          const auto whole = integer_from_double(float_of(argument));
          if (!whole) return fail(whole.error());
          return append(percent_integer(*whole, conversion, machine_.state().digit_limit), out);
        }
        if (overrides(argument, Special::index) ||
            (takes_float && overrides(argument, Special::int_))) {
          return Work::script;
        }
        return fail(percent_wrong_type(conversion, Machine::class_name(argument)));
      }
      case PercentKind::floating: {
        if (is_replaced) argument = replacement;
        const Number number(argument);
        if (number.is_integer() || number.is_real()) {
          const auto real = number.to_double();
          if (!real) return fail(real.error());
          return append(percent_float(*real, conversion), out);
        }
        if (overrides(argument, Special::float_) || overrides(argument, Special::index))
          return Work::script;
        return fail(percent_wrong_type(conversion, Machine::class_name(argument)));
      }
      case PercentKind::character: {
        if (is_replaced) argument = replacement;
        if (is_int_value(argument)) {
          const Number number(argument);
          return append(percent_character(number.view(), conversion), out);
        }
        if (const auto* string = try_as<StrObject>(argument)) {
          return append(percent_character(string->view(), conversion), out);
        }
        return fail(percent_wrong_type(conversion, Machine::class_name(argument)));
      }
      case PercentKind::unsupported:
        break;
    }
    return fail(percent_unsupported(conversion));
  }

  Machine& machine_;
  Value arguments_;
  const ListObject* shown_;
  const TupleObject* tuple_;
  size_t next_ = 0;
  size_t consumed_ = 0;
  bool used_single_ = false;
  bool key_argument_ = false;
  Value key_value_;
};

// The commonest templates and values. False: something else, or an error;
// `out` is then of no use.
bool format_plainly(const Heap& heap, std::string_view pattern, Value arguments, std::string& out) {
  const auto* tuple = try_as<TupleObject>(arguments);
  if (tuple != nullptr && tuple->cls != builtin_class(BuiltinClass::tuple)) return false;
  const bool is_single = arguments.is_small_int() || arguments.is_flonum() ||
                         (arguments.is_object() &&
                          arguments.as_object()->cls == builtin_class(BuiltinClass::str));
  if (tuple == nullptr && !is_single) return false;
  const size_t count = tuple != nullptr ? tuple->size : 1;
  size_t next = 0;
  while (true) {
    const size_t percent = pattern.find('%');
    out += pattern.substr(0, percent);
    heap.require(out.size());
    if (percent == std::string_view::npos) return next == count;
    pattern.remove_prefix(percent + 1);
    if (!pattern.empty() && pattern[0] == '%') {
      out += '%';
      pattern.remove_prefix(1);
      continue;
    }
    QuickFormat quick;
    if (next == count || !quick.read_percent(pattern)) return false;
    if (!quick.write(tuple != nullptr ? tuple->items[next] : arguments, out)) return false;
    next++;
  }
}

}  // namespace

Work format_percent(Machine& machine, std::string_view pattern, Value arguments,
                    const ListObject* shown, std::string& out) {
  if (shown == nullptr) {
    if (format_plainly(machine.heap(), pattern, arguments, out)) return Work::done;
    out.clear();
  }
  return PercentFormatter(machine, arguments, shown).run(pattern, out);
}

}  // namespace lockstep
