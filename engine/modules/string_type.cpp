#include <algorithm>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/string_ops.h"
#include "text/unicode.h"
#include "vm/percent_operation.h"

// str and its methods, except format(), which has a file of its own.
namespace lockstep {

namespace {

std::string_view text_of(Value value) { return as<StrObject>(value)->view(); }

Value part_of(Machine& machine, Value whole, std::string_view part) {
  const auto* string = as<StrObject>(whole);
  if (part.size() == string->size && string->cls == builtin_class(BuiltinClass::str)) return whole;
  return string->is_ascii() ? machine.heap().make_ascii(part) : machine.heap().make_str(part);
}

// A str argument, or TypeError "<before> must be str, not X".
bool str_argument(Machine& machine, Value value, std::string_view before, std::string_view& text) {
  if (const auto* string = try_as<StrObject>(value)) {
    text = string->view();
    return true;
  }
  machine.raise(BuiltinClass::type_error,
                std::string(before) + " must be str, not " + class_name_of(value));
  return false;
}

// A list of parts of `whole`.
Value list_of_parts(Machine& machine, Value whole, const std::vector<std::string_view>& parts) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list(parts.size());
  const bool is_ascii = as<StrObject>(whole)->is_ascii();
  for (const std::string_view part : parts) {
    const Value item = is_ascii ? heap.make_ascii(part) : heap.make_str(part);
    list->items()[list->size++] = item;
  }
  return Value::object(list);
}

// --- making
// -------------------------------------------------------------------------------------------

Step decode_bytes(Machine& machine, Call& call, Value data, Value encoding, Value errors) {
  return machine.tail_call(call, machine.prelude("decode_bytes"),
                           {data, encoding.is_empty() ? string_value(machine, "utf-8") : encoding,
                            errors.is_empty() ? string_value(machine, "strict") : errors});
}

Step str_new(Machine& machine, Call& call) {
  constexpr uint8_t kShown = 1;
  if (call.phase() == kShown) {
    if (!is_kind(call.answer(), Kind::string)) {
      return raise_type_error(
          machine, "__str__ returned non-string (type " + class_name_of(call.answer()) + ")");
    }
    return call.done(as_instance_of(machine, call[0], call.answer()));
  }
  if (call.given(2) || call.given(3)) {
    for (const auto& [i, what] : {std::pair(2, "encoding"), std::pair(3, "errors")}) {
      if (!call.given(i) || is_kind(call[i], Kind::string)) continue;
      return raise_type_error(machine, std::string("str() argument '") + what + "' must be str, not " +
                                           class_name_of(call[i]));
    }
    if (is_kind(call[1], Kind::string))
      return raise_type_error(machine, "decoding str is not supported");
    if (!is_bytes_like(call[1])) {
      return raise_type_error(machine, "decoding to str: need a bytes-like object, " +
                                           class_name_of(call[1]) + " found");
    }
    return decode_bytes(machine, call, call[1], call[2], call[3]);
  }
  if (!call.given(1)) return call.done(as_instance_of(machine, call[0], string_value(machine, "")));
  if (is_kind(call[1], Kind::string) &&
      call[1].as_object()->cls == builtin_class(BuiltinClass::str)) {
    return call.done(as_instance_of(machine, call[0], call[1]));
  }
  std::string text;
  if (machine.str(call[1], text)) {
    return call.done(as_instance_of(machine, call[0], string_value(machine, text)));
  }
  return machine.call(call, kShown, machine.prelude("str_of"), {call[1]});
}

Step str_str(Machine& machine, Call& call) {
  return call.done(part_of(machine, call[0], text_of(call[0])));
}

// --- whole text to whole text
// -----------------------------------------------------------------------------

template <std::string (*change)(std::string_view)>
Step changed(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str(change(text_of(call[0]))));
}

// Byte by byte: what lies between `first` and `last` is moved by `distance`.
[[gnu::noinline]] void move_letters(std::string_view text, char first, char last, int distance, char* to) {
  std::transform(text.begin(), text.end(), to, [=](char c) {
    return static_cast<char>(c + (c >= first && c <= last ? distance : 0));
  });
}

// The same of ASCII text, letters from `first` to `last`.
template <std::string (*change)(std::string_view), char first, char last, int distance>
Step changed_case(Machine& machine, Call& call) {
  const auto* string = as<StrObject>(call[0]);
  if (!string->is_ascii() || string->size < 2) return changed<change>(machine, call);
  StrObject* out = machine.heap().begin_string(string->size);
  move_letters(string->view(), first, last, distance, out->text);
  out->extra = 1;
  out->length = out->size;
  return call.done(Value::object(out));
}

template <bool (*question)(std::string_view)>
Step asked(Machine&, Call& call) {
  return call.done(Value::boolean(question(text_of(call[0]))));
}

// --- searching
// ----------------------------------------------------------------------------------------

bool bounds_arguments(Machine& machine, Call& call, int64_t& start, int64_t& end) {
  start = 0;
  end = INT64_MAX;
  return position_argument(machine, call[2], start) && position_argument(machine, call[3], end);
}

bool needle_arguments(Machine& machine, Call& call, std::string_view& needle, int64_t& start,
                      int64_t& end) {
  if (!is_kind(call[1], Kind::string)) {
    raise_type_error(machine, "must be str, not " + class_name_of(call[1]));
    return false;
  }
  needle = text_of(call[1]);
  return bounds_arguments(machine, call, start, end);
}

template <int64_t (*search)(std::string_view, std::string_view, int64_t, int64_t)>
Step searched(Machine& machine, Call& call) {
  std::string_view needle;
  int64_t start = 0;
  int64_t end = 0;
  if (!needle_arguments(machine, call, needle, start, end)) return Step::raised;
  return call.done(machine.heap().make_int(search(text_of(call[0]), needle, start, end)));
}

template <int64_t (*search)(std::string_view, std::string_view, int64_t, int64_t)>
Step indexed(Machine& machine, Call& call) {
  std::string_view needle;
  int64_t start = 0;
  int64_t end = 0;
  if (!needle_arguments(machine, call, needle, start, end)) return Step::raised;
  const int64_t index = search(text_of(call[0]), needle, start, end);
  if (index < 0) return raise_value_error(machine, "substring not found");
  return call.done(machine.heap().make_int(index));
}

template <bool (*test)(std::string_view, std::string_view, int64_t, int64_t)>
Step tested(Machine& machine, Call& call, std::string_view method) {
  int64_t start = 0;
  int64_t end = 0;
  if (!bounds_arguments(machine, call, start, end)) return Step::raised;
  if (const auto* prefixes = try_as<TupleObject>(call[1])) {
    for (const Value prefix : prefixes->all()) {
      if (!is_kind(prefix, Kind::string)) {
        return raise_type_error(machine, "tuple for " + std::string(method) +
                                             " must only contain str, not " +
                                             class_name_of(prefix));
      }
      if (test(text_of(call[0]), text_of(prefix), start, end))
        return call.done(Value::boolean(true));
    }
    return call.done(Value::boolean(false));
  }
  if (!is_kind(call[1], Kind::string)) {
    return raise_type_error(machine, std::string(method) +
                                         " first arg must be str or a tuple of str, not " +
                                         class_name_of(call[1]));
  }
  return call.done(Value::boolean(test(text_of(call[0]), text_of(call[1]), start, end)));
}

Step str_startswith(Machine& machine, Call& call) {
  return tested<string_startswith>(machine, call, "startswith");
}
Step str_endswith(Machine& machine, Call& call) {
  return tested<string_endswith>(machine, call, "endswith");
}

Step str_replace(Machine& machine, Call& call) {
  std::string_view old_part;
  std::string_view new_part;
  int64_t limit = -1;
  if (!str_argument(machine, call[1], "replace() argument 1", old_part) ||
      !str_argument(machine, call[2], "replace() argument 2", new_part) ||
      !int_argument(machine, call[3], limit)) {
    return Step::raised;
  }
  if (limit >= 0 || old_part.empty()) {
    require_replaced(machine, text_of(call[0]), old_part, new_part, limit);
    return call.done(
        machine.heap().make_str(string_replace(text_of(call[0]), old_part, new_part, limit)));
  }
  std::string_view rest = text_of(call[0]);
  // The first places are kept, so that few texts are searched twice.
  constexpr size_t kKept = 32;
  size_t kept[kKept];
  size_t count = 0;
  for (size_t offset = 0, end = 0; (offset = string_find_offset(rest.substr(end), old_part)) != kNotFound; ++count) {
    if (count < kKept) kept[count] = offset;
    end += offset + old_part.size();
  }
  if (count == 0) return call.done(part_of(machine, call[0], rest));
  if (new_part.size() > (size_t{1} << 31) / count) return machine.raise(BuiltinClass::memory_error, "");
  const size_t size = rest.size() - count * old_part.size() + count * new_part.size();
  if (size < 2) return call.done(machine.heap().make_str(string_replace(rest, old_part, new_part, -1)));
  StrObject* replaced = machine.heap().begin_string(size);
  char* place = replaced->text;
  const auto write = [&place](std::string_view part) {
    place = std::copy(part.begin(), part.end(), place);
  };
  for (size_t i = 0; i < count; ++i) {
    const size_t offset = i < kKept ? kept[i] : string_find_offset(rest, old_part);
    write(rest.substr(0, offset));
    write(new_part);
    rest.remove_prefix(offset + old_part.size());
  }
  write(rest);
  return call.done(Value::object(machine.heap().finish_string(replaced)));
}

// --- taking apart and joining
// -----------------------------------------------------------------------------

template <std::string_view (*strip)(std::string_view, std::optional<std::string_view>)>
Step stripped(Machine& machine, Call& call, std::string_view method) {
  std::optional<std::string_view> characters;
  if (call.given(1) && !call[1].is_none()) {
    const auto* given = try_as<StrObject>(call[1]);
    if (given == nullptr)
      return raise_type_error(machine, std::string(method) + " arg must be None or str");
    characters = given->view();
  }
  return call.done(part_of(machine, call[0], strip(text_of(call[0]), characters)));
}
Step str_strip(Machine& machine, Call& call) {
  return stripped<string_strip>(machine, call, "strip");
}
Step str_lstrip(Machine& machine, Call& call) {
  return stripped<string_lstrip>(machine, call, "lstrip");
}
Step str_rstrip(Machine& machine, Call& call) {
  return stripped<string_rstrip>(machine, call, "rstrip");
}

Step str_removeprefix(Machine& machine, Call& call) {
  std::string_view prefix;
  if (!str_argument(machine, call[1], "removeprefix() argument", prefix)) return Step::raised;
  return call.done(part_of(machine, call[0], string_removeprefix(text_of(call[0]), prefix)));
}
Step str_removesuffix(Machine& machine, Call& call) {
  std::string_view suffix;
  if (!str_argument(machine, call[1], "removesuffix() argument", suffix)) return Step::raised;
  return call.done(part_of(machine, call[0], string_removesuffix(text_of(call[0]), suffix)));
}

template <TextResult<std::vector<std::string_view>> (*split)(
    std::string_view, std::optional<std::string_view>, int64_t)>
Step split_by(Machine& machine, Call& call) {
  std::optional<std::string_view> separator;
  int64_t limit = -1;
  if (call.given(1) && !call[1].is_none()) {
    const auto* given = try_as<StrObject>(call[1]);
    if (given == nullptr)
      return raise_type_error(machine, "must be str or None, not " + class_name_of(call[1]));
    separator = given->view();
  }
  if (!int_argument(machine, call[2], limit)) return Step::raised;
  const auto parts = split(text_of(call[0]), separator, limit);
  if (!parts) return machine.raise(parts.error());
  return call.done(list_of_parts(machine, call[0], *parts));
}

Step str_splitlines(Machine& machine, Call& call) {
  const bool keeps = call.given(1) && Machine::plain_truth(call[1]) == 1;
  return call.done(list_of_parts(
      machine, call[0],
      string_splitlines(text_of(call[0]), keeps ? LineEnds::kept : LineEnds::dropped)));
}

template <TextResult<std::array<std::string_view, 3>> (*part)(std::string_view, std::string_view)>
Step partitioned(Machine& machine, Call& call) {
  if (!is_kind(call[1], Kind::string))
    return raise_type_error(machine, "must be str, not " + class_name_of(call[1]));
  const auto parts = part(text_of(call[0]), text_of(call[1]));
  if (!parts) return machine.raise(parts.error());
  Heap& heap = machine.heap();
  return call.done(Value::object(heap.make_tuple(
      {heap.make_str((*parts)[0]), heap.make_str((*parts)[1]), heap.make_str((*parts)[2])})));
}

Step str_join(Machine& machine, Call& call) {
  Step step = Step::done;
  Value items;
  if (!overrides(call[1], Special::iter) && !is_kind(call[1], Kind::generator) &&
      !is_kind(call[1], Kind::list) && !is_kind(call[1], Kind::tuple) && call.phase() == 0) {
    Value ignored;
    if (make_iterator(machine, call[1], ignored) == Work::unknown &&
        !overrides(call[1], Special::get_item)) {
      return raise_type_error(machine, "can only join an iterable");
    }
  }
  if (!machine.as_sequence(call, 1, call[1], items, step)) return step;
  const auto values = is_kind(items, Kind::list)
                          ? std::span<const Value>(as<ListObject>(items)->all())
                          : std::span<const Value>(as<TupleObject>(items)->all());
  const auto* glue = as<StrObject>(call[0]);
  const std::string_view separator = glue->view();
  const size_t gaps = values.empty() ? 0 : values.size() - 1;
  size_t bytes = gaps * glue->size;
  size_t length = gaps * glue->length;
  bool is_ascii = gaps == 0 || glue->is_ascii();
  for (size_t i = 0; i < values.size(); ++i) {
    const auto* part = try_as<StrObject>(values[i]);
    if (part == nullptr) {
      return raise_type_error(machine, "sequence item " + std::to_string(i) +
                                           ": expected str instance, " + class_name_of(values[i]) +
                                           " found");
    }
    bytes += part->size;
    length += part->length;
    is_ascii = is_ascii && part->is_ascii();
  }
  StrObject* joined = machine.heap().begin_string(bytes);
  char* place = joined->text;
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string_view part = text_of(values[i]);
    if (i != 0) place = std::copy(separator.begin(), separator.end(), place);
    place = std::copy(part.begin(), part.end(), place);
  }
  joined->length = static_cast<uint32_t>(length);
  joined->extra = is_ascii ? 1 : 0;
  return call.done(Value::object(joined));
}

// --- laying out
// ---------------------------------------------------------------------------------------

template <std::string (*lay)(std::string_view, int64_t, std::string_view)>
Step padded(Machine& machine, Call& call) {
  int64_t width = 0;
  if (!int_argument(machine, call[1], width)) return Step::raised;
  std::string_view fill = " ";
  if (call.given(2)) {
    const auto* given = try_as<StrObject>(call[2]);
    if (given == nullptr) {
      return raise_type_error(
          machine, "The fill character must be a unicode character, not " + class_name_of(call[2]));
    }
    if (given->length != 1) {
      return raise_type_error(machine, "The fill character must be exactly one character long");
    }
    fill = given->view();
  }
  if (width > int64_t{1} << 31) return machine.raise(BuiltinClass::memory_error, "");
  if (width > 0) machine.heap().require(static_cast<size_t>(width) * fill.size());
  return call.done(machine.heap().make_str(lay(text_of(call[0]), width, fill)));
}

Step str_zfill(Machine& machine, Call& call) {
  int64_t width = 0;
  if (!int_argument(machine, call[1], width)) return Step::raised;
  if (width > int64_t{1} << 31) return machine.raise(BuiltinClass::memory_error, "");
  if (width > 0) machine.heap().require(static_cast<size_t>(width));
  return call.done(machine.heap().make_str(string_zfill(text_of(call[0]), width)));
}

Step str_expandtabs(Machine& machine, Call& call) {
  int64_t size = 8;
  if (!int_argument(machine, call[1], size)) return Step::raised;
  const std::string_view text = text_of(call[0]);
  if (size > 0) require_product(machine, std::count(text.begin(), text.end(), '\t'), size);
  return call.done(machine.heap().make_str(string_expandtabs(text_of(call[0]), size)));
}

// --- translating and encoding
// -----------------------------------------------------------------------------

Step str_maketrans(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  DictObject* table = heap.make_dict();
  if (!call.given(1)) {
    const auto* given = try_as<DictObject>(call[0]);
    if (given == nullptr) {
      return raise_type_error(machine,
                              "if you give only one argument to maketrans it must be a dict");
    }
    DictIterator position;
    while (const TableObject::Entry* entry = Dict::next(given, position)) {
      Value key = entry->key;
      if (const auto* text = try_as<StrObject>(key)) {
        if (text->length != 1) {
          return raise_value_error(machine, "string keys in translate table must be of length 1");
        }
        size_t offset = 0;
        key = heap.make_int(int64_t{next_code_point(text->view(), offset)});
      } else if (!is_int_value(key)) {
        return raise_type_error(machine, "keys in translate table must be strings or integers");
      }
      Dict::set(heap, table, key, entry->value);
    }
    return call.done(Value::object(table));
  }
  std::string_view from;
  std::string_view to;
  if (!is_kind(call[0], Kind::string)) {
    return raise_type_error(
        machine, "first maketrans argument must be a string if there is a second argument");
  }
  from = text_of(call[0]);
  if (!str_argument(machine, call[1], "maketrans() argument 2", to)) return Step::raised;
  if (as<StrObject>(call[0])->length != as<StrObject>(call[1])->length) {
    return raise_value_error(machine, "the first two maketrans arguments must have equal length");
  }
  for (size_t i = 0, j = 0; i < from.size();) {
    const char32_t key = next_code_point(from, i);
    const char32_t value = next_code_point(to, j);
    Dict::set(heap, table, heap.make_int(int64_t{key}), heap.make_int(int64_t{value}));
  }
  if (call.given(2)) {
    std::string_view removed;
    if (!str_argument(machine, call[2], "maketrans() argument 3", removed)) return Step::raised;
    for (size_t i = 0; i < removed.size();) {
      Dict::set(heap, table, heap.make_int(int64_t{next_code_point(removed, i)}), Value::none());
    }
  }
  return call.done(Value::object(table));
}

Step str_translate(Machine& machine, Call& call) {
  const auto* table = try_as<DictObject>(call[1]);
  if (table == nullptr || overrides(call[1], Special::get_item) ||
      overrides(call[1], Special::missing)) {
    return machine.tail_call(call, machine.prelude("translate"), {call[0], call[1]});
  }
  bool is_wrong = false;
  const std::string text = string_translate(text_of(call[0]), [&](char32_t c, std::string& out) {
    machine.heap().require(out.size());
    const Value found = Dict::get(table, Value::small_int(c));
    if (found.is_empty()) {
      append_utf8(out, c);
    } else if (const auto* part = try_as<StrObject>(found)) {
      out += part->view();
    } else if (found.is_small_int() && found.as_small_int() >= 0 &&
               found.as_small_int() <= kMaximumCodePoint) {
      append_utf8(out, static_cast<char32_t>(found.as_small_int()));
    } else if (!found.is_none()) {
      is_wrong = true;
    }
  });
  if (is_wrong)
    return raise_type_error(machine, "character mapping must return integer, None or str");
  return call.done(machine.heap().make_str(text));
}

Step str_encode(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("encode_text"),
                           {call[0], call.given(1) ? call[1] : string_value(machine, "utf-8"),
                            call.given(2) ? call[2] : string_value(machine, "strict")});
}

Step str_modulo(Machine& machine, Call& call) {
  return binary_method<BinaryOperator::modulo>(machine, call);
}

constexpr NativeRow kStrMethods[] = {
    {"__new__", "(cls, object='', encoding=None, errors=None)", "Create a string from an object.",
     str_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__str__", "(self, /)", "Return str(self).", str_str},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__format__", "(self, format_spec, /)", "Return a formatted version of the string.",
     format_method},
    {"__len__", "(self, /)", "Return len(self).", length_method},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method},
    {"__add__", "(self, value, /)", "Return self+value.", binary_method<BinaryOperator::add>},
    {"__mul__", "(self, value, /)", "Return self*value.", binary_method<BinaryOperator::multiply>},
    {"__rmul__", "(self, value, /)", "Return value*self.", binary_method<BinaryOperator::multiply>},
    {"__mod__", "(self, value, /)", "Return self%value.", str_modulo},
    LOCKSTEP_COMPARE_METHODS,
    {"upper", "(self, /)", "Return a copy converted to uppercase.", changed_case<string_upper, 'a', 'z', 'A' - 'a'>},
    {"lower", "(self, /)", "Return a copy converted to lowercase.", changed_case<string_lower, 'A', 'Z', 'a' - 'A'>},
    {"title", "(self, /)", "Return a version where each word is titlecased.",
     changed<string_title>},
    {"capitalize", "(self, /)", "Return a capitalized version.", changed<string_capitalize>},
    {"swapcase", "(self, /)", "Convert uppercase to lowercase and lowercase to uppercase.",
     changed<string_swapcase>},
    {"casefold", "(self, /)", "Return a version suitable for caseless comparisons.",
     changed<string_casefold>},
    {"isalpha", "(self, /)", "Whether all characters are alphabetic.", asked<string_isalpha>},
    {"isalnum", "(self, /)", "Whether all characters are alphanumeric.", asked<string_isalnum>},
    {"isascii", "(self, /)", "Whether all characters are ASCII.", asked<string_isascii>},
    {"isdecimal", "(self, /)", "Whether all characters are decimals.", asked<string_isdecimal>},
    {"isdigit", "(self, /)", "Whether all characters are digits.", asked<string_isdigit>},
    {"isnumeric", "(self, /)", "Whether all characters are numeric.", asked<string_isnumeric>},
    {"isspace", "(self, /)", "Whether all characters are whitespace.", asked<string_isspace>},
    {"isupper", "(self, /)", "Whether all cased characters are uppercase.", asked<string_isupper>},
    {"islower", "(self, /)", "Whether all cased characters are lowercase.", asked<string_islower>},
    {"istitle", "(self, /)", "Whether the string is title-cased.", asked<string_istitle>},
    {"isprintable", "(self, /)", "Whether all characters are printable.",
     asked<string_isprintable>},
    {"isidentifier", "(self, /)", "Whether the string is a valid identifier.",
     asked<string_isidentifier>},
    {"find", "(self, sub, start=None, end=None, /)", "The lowest index where sub is found, or -1.",
     searched<string_find>},
    {"rfind", "(self, sub, start=None, end=None, /)",
     "The highest index where sub is found, or -1.", searched<string_rfind>},
    {"index", "(self, sub, start=None, end=None, /)", "As find, but ValueError when not found.",
     indexed<string_find>},
    {"rindex", "(self, sub, start=None, end=None, /)", "As rfind, but ValueError when not found.",
     indexed<string_rfind>},
    {"count", "(self, sub, start=None, end=None, /)", "How often sub occurs, without overlaps.",
     searched<string_count>},
    {"startswith", "(self, prefix, start=None, end=None, /)",
     "Whether the string starts with the prefix.", str_startswith},
    {"endswith", "(self, suffix, start=None, end=None, /)",
     "Whether the string ends with the suffix.", str_endswith},
    {"replace", "(self, old, new, count=-1, /)",
     "Return a copy with all occurrences of old replaced by new.", str_replace},
    {"strip", "(self, chars=None, /)", "Remove leading and trailing whitespace, or chars.",
     str_strip},
    {"lstrip", "(self, chars=None, /)", "Remove leading whitespace, or chars.", str_lstrip},
    {"rstrip", "(self, chars=None, /)", "Remove trailing whitespace, or chars.", str_rstrip},
    {"removeprefix", "(self, prefix, /)", "Remove the prefix if present.", str_removeprefix},
    {"removesuffix", "(self, suffix, /)", "Remove the suffix if present.", str_removesuffix},
    {"split", "(self, /, sep=None, maxsplit=-1)",
     "Return a list of the substrings between separators.", split_by<string_split>},
    {"rsplit", "(self, /, sep=None, maxsplit=-1)", "As split, counting from the end.",
     split_by<string_rsplit>},
    {"splitlines", "(self, /, keepends=False)", "Return a list of the lines.", str_splitlines},
    {"partition", "(self, sep, /)", "Split at the first separator: before, separator, after.",
     partitioned<string_partition>},
    {"rpartition", "(self, sep, /)", "Split at the last separator: before, separator, after.",
     partitioned<string_rpartition>},
    {"join", "(self, iterable, /)", "Concatenate any number of strings.", str_join},
    {"center", "(self, width, fillchar=' ', /)", "Return a centered string of length width.",
     padded<string_center>},
    {"ljust", "(self, width, fillchar=' ', /)", "Return a left-justified string of length width.",
     padded<string_ljust>},
    {"rjust", "(self, width, fillchar=' ', /)", "Return a right-justified string of length width.",
     padded<string_rjust>},
    {"zfill", "(self, width, /)", "Pad with zeros on the left.", str_zfill},
    {"expandtabs", "(self, /, tabsize=8)", "Replace tabs by spaces.", str_expandtabs},
    {"maketrans", "(x, y=None, z=None, /)", "Return a translation table for str.translate().",
     str_maketrans, Effect::none, OperationKind::none, NativeRow::Form::static_method},
    {"translate", "(self, table, /)", "Replace each character by what the table says.",
     str_translate},
    {"encode", "(self, /, encoding='utf-8', errors='strict')", "Encode the string.", str_encode},
};

}  // namespace

void add_string_type(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::str, kStrMethods);
  registry.describe(BuiltinClass::str,
                    "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str");
}

}  // namespace lockstep
