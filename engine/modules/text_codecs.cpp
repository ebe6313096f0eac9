#include <algorithm>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/unicode.h"
#include "vm/exception_fields.h"
#include "vm/frame.h"
#include "vm/state.h"

// str.encode and bytes.decode: UTF-8, UTF-16, UTF-32, ASCII and Latin-1, with CPython's error handlers.
namespace lockstep {

namespace {

enum class Codec : uint8_t { utf8, utf8_sig, ascii, latin1, utf16, utf16_le, utf16_be, utf32, utf32_le, utf32_be, unknown };

struct CodecName {
  std::string_view name;
  Codec codec;
};

constexpr CodecName kCodecNames[] = {
    {"utf-8", Codec::utf8}, {"utf8", Codec::utf8}, {"u8", Codec::utf8}, {"utf", Codec::utf8},
    {"utf-8-sig", Codec::utf8_sig}, {"ascii", Codec::ascii}, {"us-ascii", Codec::ascii}, {"646", Codec::ascii},
    {"latin-1", Codec::latin1}, {"latin1", Codec::latin1}, {"latin", Codec::latin1}, {"l1", Codec::latin1},
    {"iso-8859-1", Codec::latin1}, {"iso8859-1", Codec::latin1}, {"8859", Codec::latin1}, {"cp819", Codec::latin1},
    {"utf-16", Codec::utf16}, {"utf16", Codec::utf16}, {"utf-16-le", Codec::utf16_le}, {"utf-16le", Codec::utf16_le},
    {"utf-16-be", Codec::utf16_be}, {"utf-16be", Codec::utf16_be}, {"utf-32", Codec::utf32}, {"utf32", Codec::utf32},
    {"utf-32-le", Codec::utf32_le}, {"utf-32-be", Codec::utf32_be},
};

Codec codec_of(std::string_view given) {
  std::string name;
  for (const char c : given) name += c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const CodecName& known : kCodecNames) {
    if (known.name == name) return known.codec;
  }
  return Codec::unknown;
}

// How errors name a codec.
std::string_view shown_name(Codec codec) {
  switch (codec) {
    case Codec::utf8:
    case Codec::utf8_sig: return "utf-8";
    case Codec::ascii: return "ascii";
    case Codec::latin1: return "latin-1";
    case Codec::utf16: return "utf-16";
    case Codec::utf16_le: return "utf-16-le";
    case Codec::utf16_be: return "utf-16-be";
    case Codec::utf32: return "utf-32";
    case Codec::utf32_le: return "utf-32-le";
    default: return "utf-32-be";
  }
}

bool codec_arguments(Machine& machine, Call& call, Codec& codec, std::string_view& errors) {
  for (size_t i = 1; i < 3; ++i) {
    if (is_kind(call[i], Kind::string)) continue;
    raise_type_error(machine, "argument '" + std::string(i == 1 ? "encoding" : "errors") + "' must be str, not " +
                                  class_name_of(call[i]));
    return false;
  }
  codec = codec_of(as<StrObject>(call[1])->view());
  errors = as<StrObject>(call[2])->view();
  if (codec != Codec::unknown) return true;
  machine.raise(BuiltinClass::lookup_error, "unknown encoding: " + std::string(as<StrObject>(call[1])->view()));
  return false;
}

Step raise_codec(Machine& machine, BuiltinClass type, Codec codec, Value object, int64_t start, int64_t end,
                 std::string_view reason) {
  Heap& heap = machine.heap();
  const Value arguments[] = {heap.make_str(shown_name(codec)), object, heap.make_int(start), heap.make_int(end),
                             heap.make_str(reason)};
  ExceptionObject* error = heap.make_exception(builtin_class(type), arguments);
  set_fields_from_arguments(heap, error);
  return machine.raise(error);
}

Step raise_unknown_handler(Machine& machine, std::string_view errors) {
  return machine.raise(BuiltinClass::lookup_error, "unknown error handler name '" + std::string(errors) + "'");
}

void append_unit(std::string& out, uint32_t unit, int bytes, bool is_big) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(unit >> 8 * (is_big ? bytes - 1 - i : i));
}

void append_encoded(std::string& out, Codec codec, char32_t c) {
  const bool is_big = codec == Codec::utf16_be || codec == Codec::utf32_be;
  switch (codec) {
    case Codec::utf8:
    case Codec::utf8_sig: append_utf8(out, c); return;
    case Codec::ascii:
    case Codec::latin1: out += static_cast<char>(c); return;
    case Codec::utf16:
    case Codec::utf16_le:
    case Codec::utf16_be:
      if (c >= 0x10000) {
        append_unit(out, 0xD800 + ((c - 0x10000) >> 10), 2, is_big);
        append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, is_big);
      } else {
        append_unit(out, c, 2, is_big);
      }
      return;
    default: append_unit(out, c, 4, is_big); return;
  }
}

std::string escaped(char32_t c) {
  char text[16];
  const char* form = c <= 0xFF ? "\\x%02x" : c <= 0xFFFF ? "\\u%04x" : "\\U%08x";
  std::snprintf(text, sizeof text, form, static_cast<unsigned>(c));
  return text;
}

Step encode(Machine& machine, Call& call) {
  Codec codec = Codec::unknown;
  std::string_view errors;
  if (!codec_arguments(machine, call, codec, errors)) return Step::raised;
  const std::string_view text = as<StrObject>(call[0])->view();
  std::string out;
  if (codec == Codec::utf8_sig) out = "\xEF\xBB\xBF";
  if (codec == Codec::utf16) out = "\xFF\xFE";
  if (codec == Codec::utf32) out = std::string("\xFF\xFE\0\0", 4);
  int64_t index = 0;
  for (size_t i = 0; i < text.size(); ++index) {
    const char32_t c = next_code_point(text, i);
    const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
    const bool fits = codec == Codec::ascii ? c < 128 : codec == Codec::latin1 ? c < 256 : !is_surrogate;
    if (fits || (errors == "surrogatepass" && is_surrogate && codec != Codec::ascii && codec != Codec::latin1)) {
      append_encoded(out, codec, c);
    } else if (errors == "strict") {
      const char* reason = codec == Codec::ascii    ? "ordinal not in range(128)"
                           : codec == Codec::latin1 ? "ordinal not in range(256)"
                                                    : "surrogates not allowed";
      return raise_codec(machine, BuiltinClass::unicode_encode_error, codec, call[0], index, index + 1, reason);
    } else if (errors == "replace") {
      append_encoded(out, codec, U'?');
    } else if (errors == "backslashreplace") {
      for (const char e : escaped(c)) append_encoded(out, codec, static_cast<unsigned char>(e));
    } else if (errors == "xmlcharrefreplace") {
      for (const char e : "&#" + std::to_string(static_cast<uint32_t>(c)) + ";") {
        append_encoded(out, codec, static_cast<unsigned char>(e));
      }
    } else if (errors != "ignore") {
      return raise_unknown_handler(machine, errors);
    }
  }
  return call.done(machine.heap().make_bytes(out));
}

// What is wrong at a place of UTF-8 data, and how many bytes it concerns. Null: nothing.
const char* utf8_mistake(std::string_view data, size_t at, size_t& length) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(data[i]); };
  const unsigned char first = byte(at);
  length = 1;
  if (first < 0x80) return nullptr;
  if (first < 0xC2 || first > 0xF4) return "invalid start byte";
  const size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  for (size_t i = 1; i < size; ++i) {
    if (at + i >= data.size()) {
      length = i;
      return "unexpected end of data";
    }
    unsigned char lowest = 0x80;
    unsigned char highest = 0xBF;
    if (i == 1) {
      if (first == 0xE0) lowest = 0xA0;
      if (first == 0xED) highest = 0x9F;
      if (first == 0xF0) lowest = 0x90;
      if (first == 0xF4) highest = 0x8F;
    }
    if (byte(at + i) < lowest || byte(at + i) > highest) {
      length = i;
      return "invalid continuation byte";
    }
  }
  length = size;
  return nullptr;
}

// One character of `data` at `at`; `length` is how many bytes it takes. A mistake comes back as its reason.
const char* decode_one(Codec codec, std::string_view data, size_t at, bool is_big, size_t& length, char32_t& c) {
  const auto unit = [&](size_t offset, int bytes) {
    uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) {
      const auto byte = static_cast<unsigned char>(data[offset + static_cast<size_t>(is_big ? i : bytes - 1 - i)]);
      value = value << 8 | byte;
    }
    return value;
  };
  const size_t left = data.size() - at;
  switch (codec) {
    case Codec::utf8:
    case Codec::utf8_sig: {
      if (const char* mistake = utf8_mistake(data, at, length)) return mistake;
      size_t offset = at;
      c = next_code_point(data, offset);
      return nullptr;
    }
    case Codec::ascii:
    case Codec::latin1:
      length = 1;
      c = static_cast<unsigned char>(data[at]);
      return codec == Codec::ascii && c >= 128 ? "ordinal not in range(128)" : nullptr;
    case Codec::utf16:
    case Codec::utf16_le:
    case Codec::utf16_be:
      length = std::min<size_t>(left, 2);
      if (left < 2) return "truncated data";
      c = unit(at, 2);
      if (c < 0xD800 || c > 0xDFFF) return nullptr;
      if (c > 0xDBFF) return "illegal encoding";
      if (left < 4) {
        length = left;
        return "unexpected end of data";
      }
      if (const uint32_t low = unit(at + 2, 2); low >= 0xDC00 && low <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        length = 4;
        return nullptr;
      }
      return "illegal UTF-16 surrogate";
    default:
      length = std::min<size_t>(left, 4);
      if (left < 4) return "truncated data";
      c = unit(at, 4);
      return c > kMaximumCodePoint || (c >= 0xD800 && c <= 0xDFFF) ? "code point not in range(0x110000)" : nullptr;
  }
}

Step decode(Machine& machine, Call& call) {
  Codec codec = Codec::unknown;
  std::string_view errors;
  if (!codec_arguments(machine, call, codec, errors)) return Step::raised;
  const std::string_view data = bytes_view(call[0]);
  bool is_big = codec == Codec::utf16_be || codec == Codec::utf32_be;
  size_t at = 0;
  if (codec == Codec::utf8_sig && data.starts_with("\xEF\xBB\xBF")) at = 3;
  if (codec == Codec::utf16 && data.starts_with("\xFF\xFE")) at = 2;
  if (codec == Codec::utf16 && data.starts_with("\xFE\xFF")) {
    at = 2;
    is_big = true;
  }
  if (codec == Codec::utf32 && data.starts_with(std::string_view("\xFF\xFE\0\0", 4))) at = 4;
  std::string out;
  while (at < data.size()) {
    size_t length = 1;
    char32_t c = 0;
    const char* mistake = decode_one(codec, data, at, is_big, length, c);
    if (mistake == nullptr) {
      append_utf8(out, c);
    } else if (errors == "strict") {
      return raise_codec(machine, BuiltinClass::unicode_decode_error, codec, call[0], static_cast<int64_t>(at),
                         static_cast<int64_t>(at + length), mistake);
    } else if (errors == "replace") {
      append_utf8(out, 0xFFFD);
    } else if (errors == "backslashreplace") {
      for (size_t i = at; i < at + length; ++i) out += escaped(static_cast<unsigned char>(data[i]));
    } else if (errors == "surrogateescape") {
      for (size_t i = at; i < at + length; ++i) append_utf8(out, 0xDC00 + static_cast<unsigned char>(data[i]));
    } else if (errors != "ignore") {
      return raise_unknown_handler(machine, errors);
    }
    at += length;
  }
  return call.done(machine.heap().make_str(out));
}

// Whether a container's repr is being written already by a frame further out.
Step repr_is_running(Machine&, Call& call) {
  const LoadedCode* own = call.frame->code;
  for (const Frame* frame = call.frame->caller; frame != nullptr; frame = frame->caller) {
    if (frame->code == own && frame->registers()[0] == call[0]) return call.done(Value::boolean(true));
  }
  return call.done(Value::boolean(false));
}

constexpr NativeRow kCodecNatives[] = {
    {"_encode", "(text, encoding, errors, /)", "", encode},
    {"_decode", "(data, encoding, errors, /)", "", decode},
    {"_repr_is_running", "(value, /)", "", repr_is_running},
};

}  // namespace

void add_text_codecs(RegistryBuilder& registry) { registry.functions("prelude", kCodecNatives); }

}  // namespace lockstep
