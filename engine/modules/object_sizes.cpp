#include "modules/object_sizes.h"

#include <algorithm>
#include <bit>

#include "text/unicode.h"
#include "vm/dict.h"
#include "vm/loaded_program.h"
#include "vm/numbers.h"
#include "vm/objects/class.h"
#include "vm/objects/generator.h"
#include "vm/objects/module.h"

// What learners compare with sys.getsizeof are CPython's numbers, so those are given: sizes follow from how many
// items there are and from CPython's ways of growing (Objects of CPython 3.11 on 64 bits).
namespace lockstep {

namespace {

int64_t size_of_text(const StrObject* text) {
  if (text->is_ascii()) return 49 + text->length;
  char32_t largest = 0;
  for (size_t i = 0; i < text->view().size();) largest = std::max(largest, next_code_point(text->view(), i));
  if (largest < 0x100) return 73 + text->length;
  return largest < 0x10000 ? 74 + 2 * int64_t{text->length} : 76 + 4 * int64_t{text->length};
}

// A list that was made in one go has room for just its items, one that grew has some to spare.
int64_t size_of_list(const ListObject* list) {
  const int64_t size = list->size;
  const bool is_exact = list->array == nullptr || list->array->size == size;
  int64_t room = is_exact && size > 1 ? (size + 1) / 2 * 2 : size;
  if (!is_exact) {
    for (room = 0; room < size;) room = (room + 1 + ((room + 1) >> 3) + 6) & ~int64_t{3};
  }
  return 56 + 8 * room;
}

int64_t size_of_dict(const DictObject* dict) {
  if (dict->size == 0) return 64;
  int64_t slots = 8;
  while (slots * 2 / 3 < int64_t{dict->size}) slots *= 2;
  bool has_only_text = true;
  DictIterator iterator;
  while (const auto* entry = Dict::next(dict, iterator)) has_only_text = has_only_text && is_kind(entry->key, Kind::string);
  const int64_t index = slots <= 0xFF ? 1 : slots <= 0xFFFF ? 2 : 4;
  return 96 + slots * index + slots * 2 / 3 * (has_only_text ? 16 : 24);
}

int64_t size_of_set(const SetObject* set) {
  int64_t slots = 8;
  for (int64_t used = 1; used <= int64_t{set->size}; ++used) {
    if (used * 5 < (slots - 1) * 3) continue;
    const int64_t wanted = used > 50000 ? used * 2 : used * 4;
    slots = static_cast<int64_t>(std::bit_ceil(static_cast<uint64_t>(wanted + 1)));
  }
  return slots == 8 ? 216 : 216 + slots * 16;
}

}  // namespace

int64_t size_in_cpython(Value value) {
  if (is_int_value(value)) {
    SmallInteger room(0);
    const int64_t bits = integer_bit_length(int_view_of(value, room));
    return 24 + 4 * std::max<int64_t>(1, (bits + 29) / 30);
  }
  if (value.is_flonum() || is_kind(value, Kind::real)) return 24;
  if (!value.is_object()) return value.is_bool() ? 28 : 16;
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::string: return size_of_text(as<StrObject>(value));
    case Kind::bytes: return 33 + int64_t{object->size};
    case Kind::bytearray: return object->size == 0 ? 56 : 57 + int64_t{object->size};
    case Kind::tuple: return 40 + 8 * int64_t{object->size};
    case Kind::list: return size_of_list(as<ListObject>(value));
    case Kind::dict: return size_of_dict(as<DictObject>(value));
    case Kind::set: return size_of_set(as<SetObject>(value));
    case Kind::range: return 48;
    case Kind::slice: return 56;
    case Kind::complex_number: return 32;
    case Kind::function: return 152;
    case Kind::native: return 72;
    case Kind::class_: return 1688;
    case Kind::exception: return 88;
    case Kind::iterator: return 48;
    case Kind::generator: {
      const int64_t locals = as<GeneratorObject>(value)->frame.code->local_count;
      return 176 + (locals == 0 ? 0 : 8 * locals + 8);
    }
    case Kind::instance: return object->cls->has(ClassObject::kHasDict) ? 56 : 40;
    default: return 48;
  }
}

}  // namespace lockstep
