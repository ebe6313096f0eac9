#include <algorithm>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/string_ops.h"
#include "text/unicode.h"

// bytes and bytearray. Their searching and splitting is that of str on a text in which each byte is
// the character of its number; case and questions know ASCII alone.
namespace lockstep {

namespace {

std::string to_text(std::string_view bytes) {
  if (is_ascii(bytes)) return std::string(bytes);
  std::string text;
  for (const char byte : bytes) append_utf8(text, static_cast<unsigned char>(byte));
  return text;
}

std::string to_bytes(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string bytes;
  for (size_t i = 0; i < text.size();) bytes += static_cast<char>(next_code_point(text, i));
  return bytes;
}

Value make_like(Machine& machine, Value self, std::string_view data) {
  if (is_kind(self, Kind::bytes)) return machine.heap().make_bytes(data);
  auto* array = machine.heap().allocate<ByteArrayObject>(builtin_class(BuiltinClass::bytearray),
                                                         Kind::bytearray);
  set_bytearray(machine.heap(), array, data);
  return Value::object(array);
}

bool bytes_argument(Machine& machine, Value value, std::string& text) {
  if (is_bytes_like(value)) {
    text = to_text(bytes_view(value));
    return true;
  }
  raise_type_error(machine, "a bytes-like object is required, not '" + class_name_of(value) + "'");
  return false;
}

std::string self_text(const Call& call) { return to_text(bytes_view(call[0])); }

// --- making
// -------------------------------------------------------------------------------------------

constexpr uint8_t kListed = 1;

// What bytes(...) and bytearray(...) get their data from; call[1] source, call[2] encoding, call[3]
// errors. done: `data` has it.
Step read_source(Machine& machine, Call& call, const char* name, std::string& data) {
  if (!call.given(1)) return Step::done;
  if (is_kind(call[1], Kind::string)) {
    if (call.phase() == kListed) {
      data = bytes_view(call.answer());
      return Step::done;
    }
    if (!call.given(2)) return raise_type_error(machine, "string argument without an encoding");
    return machine.call(
        call, kListed, machine.prelude("encode_text"),
        {call[1], call[2], call.given(3) ? call[3] : string_value(machine, "strict")});
  }
  if (call.given(2) || call.given(3))
    return raise_type_error(machine, "encoding without a string argument");
  if (is_bytes_like(call[1])) {
    data = bytes_view(call[1]);
    return Step::done;
  }
  if (is_int_value(call[1])) {
    int64_t count = 0;
    if (!machine.to_index(call[1], count)) return Step::raised;
    if (count < 0) return raise_value_error(machine, "negative count");
    if (count > int64_t{1} << 31) return machine.raise(BuiltinClass::memory_error, "");
    machine.heap().require(static_cast<size_t>(count));
    data.assign(static_cast<size_t>(count), '\0');
    return Step::done;
  }
  if (overrides(call[1], Special::bytes)) {
    if (call.phase() == kListed) {
      data = bytes_view(call.answer());
      return Step::done;
    }
    return machine.call(call, kListed, machine.prelude("bytes_of"), {call[1]});
  }
  if (overrides(call[1], Special::index)) {
    if (call.phase() == kListed) {
      data = bytes_view(call.answer());
      return Step::done;
    }
    return machine.call(call, kListed, machine.prelude("bytes_of_count"), {call[1]});
  }
  Value ignored;
  const bool is_iterable = overrides(call[1], Special::iter) ||
                           overrides(call[1], Special::get_item) ||
                           is_kind(call[1], Kind::generator) || is_kind(call[1], Kind::lazy) ||
                           make_iterator(machine, call[1], ignored) == Work::done;
  if (!is_iterable) {
    return raise_type_error(machine,
                            "cannot convert '" + class_name_of(call[1]) + "' object to " + name);
  }
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, kListed, call[1], items, step)) return step;
  const auto values = is_kind(items, Kind::list)
                          ? std::span<const Value>(as<ListObject>(items)->all())
                          : std::span<const Value>(as<TupleObject>(items)->all());
  for (const Value item : values) {
    int64_t number = 0;
    if (!machine.to_index(item, number)) return Step::raised;
    if (number < 0 || number > 255) {
      return raise_value_error(machine, is_kind(call[0], Kind::class_)
                                            ? "bytes must be in range(0, 256)"
                                            : "byte must be in range(0, 256)");
    }
    data += static_cast<char>(number);
  }
  return Step::done;
}

Step bytes_new(Machine& machine, Call& call) {
  std::string data;
  const Step step = read_source(machine, call, "bytes", data);
  return step == Step::done
             ? call.done(as_instance_of(machine, call[0], machine.heap().make_bytes(data)))
             : step;
}

Step bytearray_new(Machine& machine, Call& call) {
  auto* array = allocate_for<ByteArrayObject>(machine, call[0], Kind::bytearray);
  array->bytes = nullptr;
  return call.done(Value::object(array));
}

Step bytearray_init(Machine& machine, Call& call) {
  std::string data;
  const Step step = read_source(machine, call, "bytearray", data);
  if (step != Step::done) return step;
  set_bytearray(machine.heap(), as<ByteArrayObject>(call[0]), data);
  return call.none();
}

// --- searching
// ----------------------------------------------------------------------------------------

// What is looked for: bytes, or one byte by its number.
bool needle_argument(Machine& machine, Value value, std::string& text) {
  if (!is_int_value(value)) {
    if (is_bytes_like(value)) return bytes_argument(machine, value, text);
    raise_type_error(machine, "argument should be integer or bytes-like object, not '" +
                                  class_name_of(value) + "'");
    return false;
  }
  char byte = 0;
  if (to_byte(machine, value, byte) != Work::done) return false;
  text = to_text(std::string_view(&byte, 1));
  return true;
}

template <int64_t (*search)(std::string_view, std::string_view, int64_t, int64_t), bool must_find>
Step bytes_searched(Machine& machine, Call& call) {
  std::string needle;
  int64_t start = 0;
  int64_t end = INT64_MAX;
  if (!needle_argument(machine, call[1], needle) || !position_argument(machine, call[2], start) ||
      !position_argument(machine, call[3], end)) {
    return Step::raised;
  }
  const int64_t index = search(self_text(call), needle, start, end);
  if (must_find && index < 0) return raise_value_error(machine, "subsection not found");
  return call.done(machine.heap().make_int(index));
}

template <bool (*test)(std::string_view, std::string_view, int64_t, int64_t)>
Step bytes_tested(Machine& machine, Call& call) {
  int64_t start = 0;
  int64_t end = INT64_MAX;
  if (!position_argument(machine, call[2], start) || !position_argument(machine, call[3], end))
    return Step::raised;
  const std::string text = self_text(call);
  const auto* several = try_as<TupleObject>(call[1]);
  const std::span<const Value> parts =
      several != nullptr ? several->all() : std::span<const Value>(&call.arguments[1], 1);
  for (const Value part : parts) {
    if (!is_bytes_like(part)) {
      return raise_type_error(
          machine, "first arg must be bytes or a tuple of bytes, not " + class_name_of(part));
    }
    if (test(text, to_text(bytes_view(part)), start, end)) return call.done(Value::boolean(true));
  }
  return call.done(Value::boolean(false));
}

// --- changed copies
// ---------------------------------------------------------------------------------------

Step bytes_replace(Machine& machine, Call& call) {
  std::string old_part;
  std::string new_part;
  int64_t limit = -1;
  if (!bytes_argument(machine, call[1], old_part) || !bytes_argument(machine, call[2], new_part) ||
      !int_argument(machine, call[3], limit)) {
    return Step::raised;
  }
  const std::string text = self_text(call);
  require_replaced(machine, text, old_part, new_part, limit);
  return call.done(make_like(machine, call[0], to_bytes(string_replace(text, old_part, new_part, limit))));
}

template <std::string_view (*strip)(std::string_view, std::optional<std::string_view>)>
Step bytes_stripped(Machine& machine, Call& call) {
  std::string characters = " \t\n\r\x0b\x0c";
  if (call.given(1) && !call[1].is_none() && !bytes_argument(machine, call[1], characters))
    return Step::raised;
  return call.done(make_like(machine, call[0], to_bytes(strip(self_text(call), characters))));
}

template <std::string_view (*remove)(std::string_view, std::string_view)>
Step removed(Machine& machine, Call& call) {
  std::string part;
  if (!bytes_argument(machine, call[1], part)) return Step::raised;
  return call.done(make_like(machine, call[0], to_bytes(remove(self_text(call), part))));
}

// Whitespace of bytes is ASCII's alone, so what other characters str would split at is kept from
// it.
template <TextResult<std::vector<std::string_view>> (*split)(
    std::string_view, std::optional<std::string_view>, int64_t)>
Step bytes_split_by(Machine& machine, Call& call) {
  std::string separator;
  const bool has_separator = call.given(1) && !call[1].is_none();
  int64_t limit = -1;
  if (has_separator && !bytes_argument(machine, call[1], separator)) return Step::raised;
  if (!int_argument(machine, call[2], limit)) return Step::raised;
  const std::string text = has_separator ? self_text(call) : std::string(bytes_view(call[0]));
  const auto parts =
      split(text, has_separator ? std::optional<std::string_view>(separator) : std::nullopt, limit);
  if (!parts) return machine.raise(parts.error());
  ListObject* list = machine.heap().make_list();
  for (const std::string_view part : *parts) {
    machine.heap().append(
        list, make_like(machine, call[0], has_separator ? to_bytes(part) : std::string(part)));
  }
  return call.done(Value::object(list));
}

Step bytes_splitlines(Machine& machine, Call& call) {
  const bool keeps = call.given(1) && Machine::plain_truth(call[1]) == 1;
  const std::string data(bytes_view(call[0]));
  ListObject* list = machine.heap().make_list();
  for (size_t begin = 0; begin < data.size();) {
    size_t end = data.find_first_of("\r\n", begin);
    size_t next = end;
    if (end == std::string::npos) {
      end = next = data.size();
    } else {
      next = end + (data[end] == '\r' && end + 1 < data.size() && data[end + 1] == '\n' ? 2 : 1);
    }
    machine.heap().append(
        list, make_like(machine, call[0], data.substr(begin, (keeps ? next : end) - begin)));
    begin = next;
  }
  return call.done(Value::object(list));
}

template <TextResult<std::array<std::string_view, 3>> (*part)(std::string_view, std::string_view)>
Step bytes_partitioned(Machine& machine, Call& call) {
  std::string separator;
  if (!bytes_argument(machine, call[1], separator)) return Step::raised;
  const std::string text = self_text(call);
  const auto parts = part(text, separator);
  if (!parts) return machine.raise(parts.error());
  return call.done(Value::object(
      machine.heap().make_tuple({make_like(machine, call[0], to_bytes((*parts)[0])),
                                 make_like(machine, call[0], to_bytes((*parts)[1])),
                                 make_like(machine, call[0], to_bytes((*parts)[2]))})));
}

Step bytes_join(Machine& machine, Call& call) {
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, kListed, call[1], items, step)) return step;
  const auto values = is_kind(items, Kind::list)
                          ? std::span<const Value>(as<ListObject>(items)->all())
                          : std::span<const Value>(as<TupleObject>(items)->all());
  std::string joined;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!is_bytes_like(values[i])) {
      return raise_type_error(machine, "sequence item " + std::to_string(i) +
                                           ": expected a bytes-like object, " +
                                           class_name_of(values[i]) + " found");
    }
    if (i != 0) joined += bytes_view(call[0]);
    joined += bytes_view(values[i]);
    machine.heap().require(joined.size());
  }
  return call.done(make_like(machine, call[0], joined));
}

template <std::string (*lay)(std::string_view, int64_t, std::string_view)>
Step bytes_padded(Machine& machine, Call& call) {
  int64_t width = 0;
  std::string fill = " ";
  if (!int_argument(machine, call[1], width)) return Step::raised;
  if (call.given(2) && !bytes_argument(machine, call[2], fill)) return Step::raised;
  if (width > int64_t{1} << 31) return machine.raise(BuiltinClass::memory_error, "");
  if (width > 0) machine.heap().require(static_cast<size_t>(width));
  return call.done(make_like(machine, call[0], to_bytes(lay(self_text(call), width, fill))));
}

Step bytes_zfill(Machine& machine, Call& call) {
  int64_t width = 0;
  if (!int_argument(machine, call[1], width)) return Step::raised;
  if (width > 0) machine.heap().require(static_cast<size_t>(width));
  return call.done(make_like(machine, call[0], to_bytes(string_zfill(self_text(call), width))));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

enum class Case : uint8_t { upper, lower, swapped, capitalized, title };

template <Case which>
Step recased(Machine& machine, Call& call) {
  std::string data(bytes_view(call[0]));
  bool begins = true;
  for (char& c : data) {
    const char old = c;
    switch (which) {
      case Case::upper:
        c = upper(c);
        break;
      case Case::lower:
        c = lower(c);
        break;
      case Case::swapped:
        c = upper(c) == c ? lower(c) : upper(c);
        break;
      case Case::capitalized:
      case Case::title:
        c = begins ? upper(c) : lower(c);
        break;
    }
    begins = which == Case::title && !is_letter(old);
  }
  return call.done(make_like(machine, call[0], data));
}

template <bool (*question)(std::string_view)>
Step bytes_asked(Machine&, Call& call) {
  const std::string_view data = bytes_view(call[0]);
  return call.done(Value::boolean(is_ascii(data) && question(data)));
}

Step bytes_decode(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("decode_bytes"),
                           {call[0], call.given(1) ? call[1] : string_value(machine, "utf-8"),
                            call.given(2) ? call[2] : string_value(machine, "strict")});
}

Step bytes_hex(Machine& machine, Call& call) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string_view separator;
  int64_t group = 1;
  if (call.given(1)) {
    const auto* given = try_as<StrObject>(call[1]);
    if (given == nullptr || given->size != 1)
      return raise_value_error(machine, "sep must be length 1.");
    separator = given->view();
  }
  if (!int_argument(machine, call[2], group)) return Step::raised;
  const std::string_view data = bytes_view(call[0]);
  machine.heap().require(2 * data.size());
  std::string text;
  for (size_t i = 0; i < data.size(); ++i) {
    // Groups count from the right, or from the left when the number is negative.
    const size_t from_end = data.size() - i;
    const bool is_border = group > 0 ? from_end % static_cast<size_t>(group) == 0
                                     : group < 0 && i % static_cast<size_t>(-group) == 0;
    if (i != 0 && is_border) text += separator;
    const auto byte = static_cast<unsigned char>(data[i]);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return call.done(machine.heap().make_str(text));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

Step bytes_from_hex(Machine& machine, Call& call) {
  const auto* text = try_as<StrObject>(call[1]);
  if (text == nullptr)
    return raise_type_error(machine,
                            "fromhex() argument must be str, not " + class_name_of(call[1]));
  const std::string_view digits = text->view();
  std::string data;
  for (size_t i = 0; i < digits.size();) {
    if (digits[i] == ' ' || (digits[i] >= '\t' && digits[i] <= '\r')) {
      ++i;
      continue;
    }
    for (size_t j = i; j < i + 2; ++j) {
      if (j >= digits.size() || hex_digit(digits[j]) < 0) {
        return raise_value_error(
            machine,
            "non-hexadecimal number found in fromhex() arg at position " + std::to_string(j));
      }
    }
    data += static_cast<char>(hex_digit(digits[i]) * 16 + hex_digit(digits[i + 1]));
    i += 2;
  }
  const bool is_array =
      is_subclass(as<ClassObject>(call[0]), builtin_class(BuiltinClass::bytearray));
  if (!is_array)
    return call.done(as_instance_of(machine, call[0], machine.heap().make_bytes(data)));
  auto* array = allocate_for<ByteArrayObject>(machine, call[0], Kind::bytearray);
  set_bytearray(machine.heap(), array, data);
  return call.done(Value::object(array));
}

// --- bytearray's own
// ------------------------------------------------------------------------------------

ByteArrayObject* array_of(const Call& call) { return as<ByteArrayObject>(call[0]); }

Step array_append(Machine& machine, Call& call) {
  char byte = 0;
  if (to_byte(machine, call[1], byte) != Work::done) return Step::raised;
  ByteArrayObject* array = array_of(call);
  if (array->bytes == nullptr || array->bytes->size == array->size) {
    RawObject* larger = machine.heap().make_raw(array->size < 16 ? 32 : array->size * 2);
    if (array->size != 0) std::memcpy(larger->data, array->bytes->data, array->size);
    array->bytes = larger;
  }
  array->bytes->data[array->size++] = byte;
  return call.none();
}

Step array_extend(Machine& machine, Call& call) {
  Value whole = Value::none();
  const int64_t size = array_of(call)->size;
  const Value end = machine.heap().make_slice(machine.heap().make_int(size), whole, whole);
  return finish_work(machine, call, set_item_builtin(machine, call[0], end, call[1]), Value::none(),
                     "set_slice", {call[0], end, call[1]});
}

Step array_insert(Machine& machine, Call& call) {
  int64_t index = 0;
  char byte = 0;
  if (!machine.to_index(call[1], index) || to_byte(machine, call[2], byte) != Work::done)
    return Step::raised;
  std::string data(array_of(call)->view());
  const auto size = static_cast<int64_t>(data.size());
  if (index < 0) index = std::max<int64_t>(index + size, 0);
  data.insert(static_cast<size_t>(std::min(index, size)), 1, byte);
  set_bytearray(machine.heap(), array_of(call), data);
  return call.none();
}

Step array_pop(Machine& machine, Call& call) {
  int64_t index = -1;
  if (!int_argument(machine, call[1], index)) return Step::raised;
  std::string data(array_of(call)->view());
  if (data.empty()) return machine.raise(BuiltinClass::index_error, "pop from empty bytearray");
  if (index < 0) index += static_cast<int64_t>(data.size());
  if (index < 0 || index >= static_cast<int64_t>(data.size())) {
    return machine.raise(BuiltinClass::index_error, "pop index out of range");
  }
  const auto byte = static_cast<unsigned char>(data[static_cast<size_t>(index)]);
  data.erase(static_cast<size_t>(index), 1);
  set_bytearray(machine.heap(), array_of(call), data);
  return call.done(Value::small_int(byte));
}

Step array_remove(Machine& machine, Call& call) {
  char byte = 0;
  if (to_byte(machine, call[1], byte) != Work::done) return Step::raised;
  std::string data(array_of(call)->view());
  const size_t place = data.find(byte);
  if (place == std::string::npos) return raise_value_error(machine, "value not found in bytearray");
  data.erase(place, 1);
  set_bytearray(machine.heap(), array_of(call), data);
  return call.none();
}

Step array_clear(Machine& machine, Call& call) {
  set_bytearray(machine.heap(), array_of(call), {});
  return call.none();
}

Step array_reverse(Machine& machine, Call& call) {
  std::string data(array_of(call)->view());
  std::reverse(data.begin(), data.end());
  set_bytearray(machine.heap(), array_of(call), data);
  return call.none();
}

Step array_copy(Machine& machine, Call& call) {
  return call.done(make_like(machine, call[0], bytes_view(call[0])));
}

constexpr NativeRow kCommon[] = {
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__len__", "(self, /)", "Return len(self).", length_method},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method},
    {"__add__", "(self, value, /)", "Return self+value.", binary_method<BinaryOperator::add>},
    {"__mul__", "(self, value, /)", "Return self*value.", binary_method<BinaryOperator::multiply>},
    {"__rmul__", "(self, value, /)", "Return value*self.", binary_method<BinaryOperator::multiply>},
    {"__mod__", "(self, value, /)", "Return self%value.", binary_method<BinaryOperator::modulo>},
    LOCKSTEP_COMPARE_METHODS,
    {"find", "(self, sub, start=None, end=None, /)", "The lowest index where sub is found, or -1.",
     bytes_searched<string_find, false>},
    {"rfind", "(self, sub, start=None, end=None, /)",
     "The highest index where sub is found, or -1.", bytes_searched<string_rfind, false>},
    {"index", "(self, sub, start=None, end=None, /)", "As find, but ValueError when not found.",
     bytes_searched<string_find, true>},
    {"rindex", "(self, sub, start=None, end=None, /)", "As rfind, but ValueError when not found.",
     bytes_searched<string_rfind, true>},
    {"count", "(self, sub, start=None, end=None, /)", "How often sub occurs.",
     bytes_searched<string_count, false>},
    {"startswith", "(self, prefix, start=None, end=None, /)",
     "Whether the data starts with the prefix.", bytes_tested<string_startswith>},
    {"endswith", "(self, suffix, start=None, end=None, /)",
     "Whether the data ends with the suffix.", bytes_tested<string_endswith>},
    {"replace", "(self, old, new, count=-1, /)",
     "A copy with all occurrences of old replaced by new.", bytes_replace},
    {"strip", "(self, bytes=None, /)", "Strip leading and trailing bytes.", bytes_stripped<string_strip>},
    {"lstrip", "(self, bytes=None, /)", "Strip leading bytes.", bytes_stripped<string_lstrip>},
    {"rstrip", "(self, bytes=None, /)", "Strip trailing bytes.", bytes_stripped<string_rstrip>},
    {"removeprefix", "(self, prefix, /)", "Remove the prefix if present.",
     removed<string_removeprefix>},
    {"removesuffix", "(self, suffix, /)", "Remove the suffix if present.",
     removed<string_removesuffix>},
    {"split", "(self, /, sep=None, maxsplit=-1)", "A list of the parts between separators.",
     bytes_split_by<string_split>},
    {"rsplit", "(self, /, sep=None, maxsplit=-1)", "As split, counting from the end.",
     bytes_split_by<string_rsplit>},
    {"splitlines", "(self, /, keepends=False)", "A list of the lines.", bytes_splitlines},
    {"partition", "(self, sep, /)", "Split at the first separator.", bytes_partitioned<string_partition>},
    {"rpartition", "(self, sep, /)", "Split at the last separator.",
     bytes_partitioned<string_rpartition>},
    {"join", "(self, iterable_of_bytes, /)", "Concatenate any number of bytes objects.",
     bytes_join},
    {"center", "(self, width, fillchar=b' ', /)", "Centered in a field of the width.",
     bytes_padded<string_center>},
    {"ljust", "(self, width, fillchar=b' ', /)", "Left-justified in a field of the width.",
     bytes_padded<string_ljust>},
    {"rjust", "(self, width, fillchar=b' ', /)", "Right-justified in a field of the width.",
     bytes_padded<string_rjust>},
    {"zfill", "(self, width, /)", "Pad with zeros on the left.", bytes_zfill},
    {"upper", "(self, /)", "ASCII letters in upper case.", recased<Case::upper>},
    {"lower", "(self, /)", "ASCII letters in lower case.", recased<Case::lower>},
    {"swapcase", "(self, /)", "ASCII letters in the other case.", recased<Case::swapped>},
    {"capitalize", "(self, /)", "The first letter in upper case, the others in lower.",
     recased<Case::capitalized>},
    {"title", "(self, /)", "Each word's first letter in upper case.", recased<Case::title>},
    {"isalpha", "(self, /)", "Whether all are ASCII letters.", bytes_asked<string_isalpha>},
    {"isalnum", "(self, /)", "Whether all are ASCII letters or digits.", bytes_asked<string_isalnum>},
    {"isdigit", "(self, /)", "Whether all are ASCII digits.", bytes_asked<string_isdigit>},
    {"isspace", "(self, /)", "Whether all are ASCII whitespace.", bytes_asked<string_isspace>},
    {"isupper", "(self, /)", "Whether all cased ones are upper case.", bytes_asked<string_isupper>},
    {"islower", "(self, /)", "Whether all cased ones are lower case.", bytes_asked<string_islower>},
    {"istitle", "(self, /)", "Whether it is title-cased.", bytes_asked<string_istitle>},
    {"isascii", "(self, /)", "Whether all are below 128.", bytes_asked<string_isascii>},
    {"decode", "(self, /, encoding='utf-8', errors='strict')", "Decode the bytes.", bytes_decode},
    {"hex", "(self, sep='', bytes_per_sep=1)", "A string of hexadecimal numbers.", bytes_hex},
    {"fromhex", "(cls, string, /)", "From a string of hexadecimal numbers.", bytes_from_hex,
     Effect::none, OperationKind::none, NativeRow::Form::class_method},
};

constexpr NativeRow kBytes[] = {
    {"__new__", "(cls, source=b'', encoding=None, errors=None)", "Immutable bytes.", bytes_new},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
};

constexpr NativeRow kByteArray[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a bytearray.", bytearray_new},
    {"__init__", "(self, source=b'', encoding=None, errors=None)", "Mutable bytes.",
     bytearray_init},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", set_item_method, kWrites},
    {"__delitem__", "(self, key, /)", "Delete self[key].", delete_item_method, kWrites},
    {"__iadd__", "(self, value, /)", "Implement self+=value.",
     binary_method<BinaryOperator::add, true>, kWrites},
    {"append", "(self, item, /)", "Append a single item.", array_append, kWrites},
    {"extend", "(self, iterable, /)", "Append all the items.", array_extend, kWrites},
    {"insert", "(self, index, item, /)", "Insert a single item before the index.", array_insert,
     kWrites},
    {"pop", "(self, index=-1, /)", "Remove and return a single item.", array_pop, kWrites},
    {"remove", "(self, value, /)", "Remove the first occurrence.", array_remove, kWrites},
    {"clear", "(self, /)", "Remove all items.", array_clear, kWrites},
    {"reverse", "(self, /)", "Reverse the order in place.", array_reverse, kWrites},
    {"copy", "(self, /)", "Return a copy.", array_copy, Effect::reads},
};

}  // namespace

void add_bytes_types(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::bytes, kCommon);
  registry.methods(BuiltinClass::bytes, kBytes);
  registry.methods(BuiltinClass::bytearray, kCommon);
  registry.methods(BuiltinClass::bytearray, kByteArray);
}

}  // namespace lockstep
