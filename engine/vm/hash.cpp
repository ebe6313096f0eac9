#include <bit>

#include <xxhash.h>

#include "text/integer.h"
#include "vm/dict.h"
#include "vm/equality.h"
#include "vm/native.h"
#include "vm/numbers.h"
#include "vm/objects/generator.h"
#include "vm/objects/module.h"
#include "vm/objects/primitive.h"
#include "vm/state.h"

// Hashes never depend on addresses or on the process: what a script can see of them, the order of a
// set above all, has to be the same in every run. Numbers, and tuples and frozensets of them, have
// the hashes of CPython; texts a fixed one; objects that are hashed by identity the number the run
// gave them, or, when they are immortal and shared by all runs, one made from their names.
namespace lockstep {

namespace {

// CPython's way to combine the hashes of a tuple's items (a simplified XXH64, see
// Objects/tupleobject.c).
class TupleHash {
 public:
  void add(uint64_t hash) {
    accumulated_ = std::rotl(accumulated_ + hash * kPrime2, 31) * kPrime1;
    ++count_;
  }
  uint64_t finish() const {
    const uint64_t result = accumulated_ + (count_ ^ (kPrime5 ^ 3527539));
    return result == UINT64_MAX ? 1546275796 : result;
  }

 private:
  static constexpr uint64_t kPrime1 = 11400714785074694791u;
  static constexpr uint64_t kPrime2 = 14029467366897019727u;
  static constexpr uint64_t kPrime5 = 2870177450012600261u;

  uint64_t accumulated_ = kPrime5;
  uint64_t count_ = 0;
};

uint64_t spread(uint64_t hash) { return ((hash ^ 89869747) ^ (hash << 16)) * 3644798167u; }

uint64_t hash_frozenset(const SetObject* set) {
  uint64_t hash = 0;
  for (uint32_t i = 0; set->table != nullptr && i < set->table->size; ++i) {
    const auto& place = set->table->places[i];
    if (!place.element.is_empty()) hash ^= spread(place.hash);
  }
  hash ^= (uint64_t{set->size} + 1) * 1927868237;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069 + 907133923;
  return hash == UINT64_MAX ? 590923713 : hash;
}

uint64_t hash_range(const RangeObject* range) {
  const bool empty = range->length == Value::small_int(0);
  const bool single = range->length == Value::small_int(1);
  TupleHash hash;
  hash.add(hash_of(range->length));
  hash.add(hash_of(empty ? Value::none() : range->start));
  hash.add(hash_of(empty || single ? Value::none() : range->step));
  return hash.finish();
}

uint64_t not_minus_one(uint64_t hash) { return hash == UINT64_MAX ? UINT64_MAX - 1 : hash; }

uint64_t hash_immortal(const Object* object) {
  switch (object->kind) {
    case Kind::class_:
      return static_cast<uint64_t>(static_cast<const ClassObject*>(object) -
                                   detail::builtin_classes) +
             0x10000;
    case Kind::native: {
      const auto* native = static_cast<const NativeObject*>(object);
      return hash_text(native->row->name) +
             (native->owner == nullptr ? 0 : hash_immortal(native->owner));
    }
    case Kind::member: {
      const auto* member = static_cast<const MemberObject*>(object);
      return member->name->hash + (member->owner == nullptr ? 0 : hash_immortal(member->owner));
    }
    default:
      return 0x20000 + static_cast<uint64_t>(object->kind);
  }
}

uint64_t hash_by_identity(const Object* object) {
  return object->is_immortal() ? hash_immortal(object) : Heap::known_identity(object);
}

uint64_t hash_object(Object* object) {
  switch (object->kind) {
    case Kind::integer:
      return static_cast<uint64_t>(hash_integer(static_cast<IntObject*>(object)->view()));
    case Kind::real:
      return static_cast<uint64_t>(hash_double(static_cast<FloatObject*>(object)->number));
    case Kind::complex_number: {
      const auto* number = static_cast<ComplexObject*>(object);
      return not_minus_one(static_cast<uint64_t>(hash_double(number->real)) +
                           1000003 * static_cast<uint64_t>(hash_double(number->imaginary)));
    }
    case Kind::string: {
      auto* string = static_cast<StrObject*>(object);
      if (string->hash == 0) string->hash = hash_text(string->view());
      return string->hash;
    }
    case Kind::bytes:
      return hash_text(static_cast<BytesObject*>(object)->view());
    case Kind::tuple: {
      TupleHash hash;
      for (const Value item : static_cast<TupleObject*>(object)->all()) hash.add(hash_of(item));
      return hash.finish();
    }
    case Kind::set:
      return hash_frozenset(static_cast<SetObject*>(object));
    case Kind::range:
      return hash_range(static_cast<RangeObject*>(object));
    case Kind::bound_method: {
      const auto* method = static_cast<BoundMethodObject*>(object);
      const uint64_t self = method->self.is_object() ? hash_by_identity(method->self.as_object())
                                                     : method->self.bits();
      const uint64_t function =
          method->function.is_object() ? hash_by_identity(method->function.as_object()) : 0;
      return not_minus_one(self ^ std::rotl(function, 20));
    }
    case Kind::native: {
      const auto* native = static_cast<NativeObject*>(object);
      const uint64_t self =
          native->self.is_object() ? hash_by_identity(native->self.as_object()) : 0;
      return not_minus_one(hash_text(native->row->name) ^ std::rotl(self, 20));
    }
    case Kind::code:
      return static_cast<CodeObject*>(object)->code->index + 0x30000;
    default:
      return hash_by_identity(object);
  }
}

bool hashes_by_identity(const Object* object) {
  switch (object->kind) {
    case Kind::integer:
    case Kind::real:
    case Kind::complex_number:
    case Kind::string:
    case Kind::bytes:
    case Kind::range:
    case Kind::code:
      return false;
    default:
      return true;
  }
}

}  // namespace

uint64_t hash_text(std::string_view text) {
  // Positive and never 0, which says "not computed yet"; -1 is what Python keeps for errors.
  const uint64_t hash = XXH3_64bits(text.data(), text.size()) >> 1;
  return hash == 0 ? 1 : hash;
}

uint64_t hash_of(Value key) {
  if (key.is_small_int()) {
    // Below the modulus an int is its own hash, save -1.
    constexpr int64_t kModulus = (int64_t{1} << 61) - 1;
    const int64_t number = key.as_small_int();
    if (number > -kModulus && number < kModulus && number != -1) return static_cast<uint64_t>(number);
    return static_cast<uint64_t>(hash_int64(number));
  }
  if (key.is_object()) {
    // Most keys are texts, and most of these have their hash.
    Object* object = key.as_object();
    if (object->kind == Kind::string && static_cast<StrObject*>(object)->hash != 0) {
      return static_cast<StrObject*>(object)->hash;
    }
    return hash_object(object);
  }
  if (key.is_flonum()) return static_cast<uint64_t>(hash_double(key.as_flonum()));
  if (key.is_bool()) return key.is_true() ? 1 : 0;
  return 0xFCA86420 + key.bits();
}

namespace {

// Into tuples nested deeper than this C++ does not go; the script's own recursion limit then decides.
constexpr int kHashDepth = 100;

bool is_plain_at(Value key, int depth) {
  if (!key.is_object()) return true;
  const Object* object = key.as_object();
  if (object->cls != nullptr &&
      (object->cls->overridden.has(Special::equal) || object->cls->overridden.has(Special::hash))) {
    return false;
  }
  if (object->kind == Kind::tuple) {
    if (depth > kHashDepth) return false;
    for (const Value item : static_cast<const TupleObject*>(object)->all()) {
      if (!is_plain_at(item, depth + 1)) return false;
    }
  }
  return object->kind != Kind::set || (object->extra & SetObject::kHasScriptElements) == 0;
}

bool is_hashable_at(Value value, Value* culprit, int depth) {
  if (!value.is_object()) return true;
  Object* object = value.as_object();
  if (object->kind == Kind::tuple) {
    if (depth > kHashDepth) return true;
    for (const Value item : static_cast<TupleObject*>(object)->all()) {
      if (!is_hashable_at(item, culprit, depth + 1)) return false;
    }
    return true;
  }
  if (!object->cls->has(ClassObject::kUnhashable)) return true;
  if (culprit != nullptr) *culprit = value;
  return false;
}

void number_at(Heap& heap, Value key, int depth) {
  if (!key.is_object()) return;
  Object* object = key.as_object();
  if (object->kind == Kind::tuple) {
    if (depth > kHashDepth) return;
    for (const Value item : static_cast<TupleObject*>(object)->all()) number_at(heap, item, depth + 1);
  } else if (object->kind == Kind::bound_method) {
    number_at(heap, static_cast<BoundMethodObject*>(object)->self, depth + 1);
    number_at(heap, static_cast<BoundMethodObject*>(object)->function, depth + 1);
  } else if (object->kind == Kind::native) {
    number_at(heap, static_cast<NativeObject*>(object)->self, depth + 1);
  } else if (hashes_by_identity(object)) {
    heap.identity_of(object);
  }
}

}  // namespace

bool is_plain_key(Value key) { return is_plain_at(key, 0); }
bool is_hashable(Value value, Value* culprit) { return is_hashable_at(value, culprit, 0); }

uint64_t hash_of_hashes(std::span<const Value> hashes) {
  TupleHash result;
  for (const Value hash : hashes) {
    int64_t number = 0;
    int64_of(hash, number);
    result.add(static_cast<uint64_t>(number));
  }
  return result.finish();
}

bool keys_equal(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a == b;
  if (a.is_object() && b.is_object()) {
    const Object* left = a.as_object();
    const Object* right = b.as_object();
    if (left->cls == builtin_class(BuiltinClass::str) && right->cls == left->cls) {
      return static_cast<const StrObject*>(left)->view() ==
             static_cast<const StrObject*>(right)->view();
    }
  }
  return same_or_equal(a, b) == Verdict::yes;
}

// What lies too deep has its number already: the script's way to hash asks each item for its hash.
void number_for_hashing(Heap& heap, Value key) { number_at(heap, key, 0); }

}  // namespace lockstep
