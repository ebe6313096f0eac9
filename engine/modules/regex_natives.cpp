#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstring>
#include <memory>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/objects/module.h"

// What the module re matches with: PCRE2. python/re reads Python's patterns and writes PCRE2's.
//
// A compiled pattern is a block of memory without pointers into itself, so it is kept in the run's arena, in an
// OpaqueObject, as everything else of a run. Positions in strs are code points for scripts and bytes for PCRE2.
namespace lockstep {

namespace {

// How often one attempt may try something before it is given up: a second or so.
constexpr uint32_t kMatchLimit = 20'000'000;

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

template <class T>
using Owned = std::unique_ptr<T, FreeCode>;

constexpr struct {
  char letter;
  uint32_t option;
} kOptions[] = {
    {'i', PCRE2_CASELESS}, {'m', PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX}, {'s', PCRE2_DOTALL}, {'w', PCRE2_UCP}, {'u', PCRE2_UTF},
};

// (pattern in PCRE2's syntax, letters of options): the compiled pattern, or a str that says what is wrong.
Step regex_compile(Machine& machine, Call& call) {
  const std::string_view pattern = as<StrObject>(call[0])->view();
  uint32_t options = PCRE2_NO_UTF_CHECK;
  for (const char letter : as<StrObject>(call[1])->view()) {
    for (const auto& known : kOptions) {
      if (known.letter == letter) options |= known.option;
    }
  }
  const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  pcre2_set_compile_extra_options(context.get(), PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
  int error = 0;
  PCRE2_SIZE place = 0;
  const Owned<pcre2_code> code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options,
                                             &error, &place, context.get()));
  if (code == nullptr) {
    char message[256] = "";
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(message), sizeof message);
    return call.done(string_value(machine, message));
  }
  size_t size = 0;
  pcre2_pattern_info(code.get(), PCRE2_INFO_SIZE, &size);
  auto* object = machine.heap().allocate<OpaqueObject>(builtin_class(BuiltinClass::opaque), Kind::opaque, size);
  object->size = static_cast<uint32_t>(size);
  object->identity = 0;
  for (Value& value : object->values) value = Value::empty();
  std::memcpy(object->bytes, code.get(), size);
  return call.done(Value::object(object));
}

// Counts code points along a text; asked for places that mostly grow.
class CodePoints {
 public:
  CodePoints(std::string_view text, bool is_ascii) : text_(text), is_ascii_(is_ascii) {}

  int64_t at_byte(size_t byte) {
    if (is_ascii_) return static_cast<int64_t>(byte);
    if (byte < byte_) byte_ = count_ = 0;
    for (; byte_ < byte; ++byte_) count_ += (static_cast<uint8_t>(text_[byte_]) & 0xC0) != 0x80;
    return static_cast<int64_t>(count_);
  }
  size_t byte_of(int64_t code_point) {
    if (is_ascii_) return static_cast<size_t>(code_point);
    size_t byte = 0;
    for (int64_t passed = -1; byte < text_.size(); ++byte) {
      passed += (static_cast<uint8_t>(text_[byte]) & 0xC0) != 0x80;
      if (passed == code_point) break;
    }
    return byte;
  }

 private:
  std::string_view text_;
  const bool is_ascii_;
  size_t byte_ = 0;
  size_t count_ = 0;
};

// How a match has to lie.
enum class Fit : int64_t { anywhere = 0, at_start = 1, whole = 2 };

// (compiled, text, pos, endpos, fit, count): a list of the matches found one after the other, at most
// `count` of them (0: all), each as the tuple (start, end, start of group 1, its end, ...). endpos is in range.
Step regex_find(Machine& machine, Call& call) {
  const auto* code = reinterpret_cast<const pcre2_code*>(as<OpaqueObject>(call[0])->bytes);
  std::string_view text;
  bool is_ascii = true;
  if (const auto* string = try_as<StrObject>(call[1])) {
    text = string->view();
    is_ascii = string->is_ascii();
  } else if (const auto* bytes = try_as<BytesObject>(call[1])) {
    text = bytes->view();
  } else {
    text = as<ByteArrayObject>(call[1])->view();
  }
  CodePoints points(text, is_ascii);
  size_t start = points.byte_of(call[2].as_small_int());
  const size_t end = points.byte_of(call[3].as_small_int());
  const auto fit = static_cast<Fit>(call[4].as_small_int());
  const int64_t count = call[5].as_small_int();

  Heap& heap = machine.heap();
  ListObject* found = heap.make_list();
  const Owned<pcre2_match_data> data(pcre2_match_data_create_from_pattern(code, nullptr));
  const Owned<pcre2_match_context> context(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(context.get(), kMatchLimit);
  uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT;
  if (fit != Fit::anywhere) options |= PCRE2_ANCHORED;
  if (fit == Fit::whole) options |= PCRE2_ENDANCHORED;
  uint32_t after_empty = 0;
  constexpr uint32_t kEnding = Interrupts::kStop | Interrupts::kLimit;
  while (start <= end && (machine.interrupts().flags() & kEnding) == 0) {
    const int groups = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), end, start, options | after_empty,
                                   data.get(), context.get());
    if (groups == PCRE2_ERROR_NOMATCH) break;
    if (groups < 0) {
      return machine.raise(BuiltinClass::runtime_error,
                           "matching this pattern takes too long: it can be tried in too many ways");
    }
    const PCRE2_SIZE* spans = pcre2_get_ovector_pointer(data.get());
    const uint32_t pairs = pcre2_get_ovector_count(data.get());
    TupleObject* match = heap.make_tuple_of(size_t{pairs} * 2);
    for (uint32_t i = 0; i < pairs * 2; ++i) {
      match->all()[i] = Value::small_int(spans[i] == PCRE2_UNSET ? -1 : points.at_byte(spans[i]));
    }
    heap.append(found, Value::object(match));
    if (count != 0 && static_cast<int64_t>(found->size) >= count) break;
    after_empty = spans[0] == spans[1] ? PCRE2_NOTEMPTY_ATSTART : 0;
    start = spans[1];
  }
  return call.done(Value::object(found));
}

constexpr NativeRow kRegexFunctions[] = {
    {"compile", "(pattern, options, /)", "", regex_compile},
    {"find", "(compiled, text, pos, endpos, fit, count, /)", "", regex_find},
};

}  // namespace

void add_regex_natives(RegistryBuilder& registry) { registry.functions("_regex", kRegexFunctions); }

}  // namespace lockstep
