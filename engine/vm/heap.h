#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "text/integer.h"
#include "vm/builtin.h"
#include "vm/objects/async.h"
#include "vm/objects/callable.h"
#include "vm/objects/dict.h"
#include "vm/objects/exception.h"
#include "vm/objects/number.h"
#include "vm/objects/sequence.h"
#include "vm/objects/text.h"

namespace lockstep {

// Makes objects in an arena, and collects them.
//
// Allocating never collects: a collection runs only at a safe point of the machine, where every
// live Value is in a frame, a thread or another object. So C++ code may hold Values and object
// pointers in local variables across allocations without further ado; it must not keep them
// across a return to the machine except in the places the machine traces (arguments, scratch,
// objects).
//
// Every make_ function throws OutOfMemory at the run's limit and returns finished objects. One thread at a
// time (see world/world.h).
class Heap {
 public:
  explicit Heap(Arena& arena) : arena_(arena) {}

  Arena& arena() { return arena_; }

  // `T` uninitialised except for its header, followed by `extra` bytes.
  // (Attributes at an object's end, see Object::kHasAttributes, are part of `extra`.)
  template <class T>
  T* allocate(ClassObject* cls, Kind kind, size_t extra = 0) {
    static_assert(alignof(T) <= 8);
    const size_t bytes = sizeof(T) + extra;
    auto* object = static_cast<T*>(arena_.allocate(bytes));
    // Header written as a whole: two stores.
    new (static_cast<Object*>(object)) Object();
    object->cls = cls;
    object->kind = kind;
    object->flags = default_flags_;
    return object;
  }

  Value make_int(int64_t number) {
    return Value::fits_small_int(number) ? Value::small_int(number) : make_big(number);
  }
  Value make_int(uint64_t number);
  Value make_int(const IntegerView& number);             // small if it fits
  Value make_float(double number) {
    return Value::fits_flonum(number) ? Value::flonum(number) : make_boxed_float(number);
  }
  Value make_str(std::string_view text);                 // UTF-8; the caller vouches for it
  // The same for text that is all ASCII; of one character there is but one str.
  Value make_ascii(std::string_view text) {
    if (text.size() == 1) return Value::object(ascii_character(text[0]));
    StrObject* string = begin_string(text.size());
    std::memcpy(string->text, text.data(), text.size());
    string->length = string->size;
    string->extra = 1;
    return Value::object(string);
  }
  StrObject* make_string(std::string_view text) { return as<StrObject>(make_str(text)); }
  // Room for `bytes` of text to be filled in by the caller, who then calls finish_string.
  StrObject* begin_string(size_t bytes);
  StrObject* finish_string(StrObject* string);           // counts code points
  Value make_bytes(std::string_view data);
  TupleObject* make_tuple(std::span<const Value> items);
  TupleObject* make_tuple(std::initializer_list<Value> items) {
    return make_tuple(std::span<const Value>(items.begin(), items.size()));
  }
  TupleObject* make_tuple_of(size_t count);              // items empty, to be filled in
  ListObject* make_list(std::span<const Value> items);
  ListObject* make_list(size_t capacity = 0);
  ArrayObject* make_array(size_t capacity);              // items empty
  RawObject* make_raw(size_t bytes);
  DictObject* make_dict();
  SetObject* make_set(bool frozen = false);
  CellObject* make_cell(Value value);
  Value make_slice(Value start, Value stop, Value step);
  Value make_range(int64_t start, int64_t stop, int64_t step);
  Value make_bound_method(Value function, Value self);
  Value make_complex(double real, double imaginary);
  // Arguments as given; no traceback, cause or context yet.
  ExceptionObject* make_exception(ClassObject* cls, std::span<const Value> arguments);
  ExceptionObject* make_exception(ClassObject* cls, std::string_view message);

  // Appends; amortised constant time. The list's array may be another afterwards, and the old one gone.
  void append(ListObject* list, Value item) {
    const uint32_t size = list->size;
    if (list->array == nullptr || size == list->array->size) grow(list);
    list->array->items[size] = item;
    list->size = size + 1;
  }
  void reserve(ListObject* list, size_t capacity);
  // For an object that nothing refers to any more: its memory may be used again at once.
  void release(Object* object) { arena_.release(object, (size_of(object) + 7) & ~size_t{7}); }

  // Before a text of so many bytes is built: OutOfMemory where the run has no room for it.
  void require(size_t bytes) const { arena_.require(bytes); }

  // How many bytes an object occupies.
  static size_t size_of(const Object* object);

  // The run's number of an object that hashes by identity: given when first asked for (being put into
  // a dict or set asks), kept in the object. 0: this kind of object has no place for one.
  uint32_t identity_of(Object* object);
  // The number if it was given already, else 0.
  static uint32_t known_identity(const Object* object);
  // Where the next number is counted: RunState::next_identity, so that it goes back when the run does.
  void count_identities_in(uint32_t* counter) { next_identity_ = counter; }

  // A collection. `roots` are traced with everything reachable from them; the rest is freed. The first
  // root must be the same one each time (RunState), and none of the immortal objects.
  // `on_marked`, if there is one, is called before anything is freed, with the mark of what lives; what it
  // adds to `revived` lives as well, with everything reachable from it.
  using OnMarked = std::function<void(uint8_t mark, std::vector<Object*>& revived)>;
  void collect(std::span<Object* const> roots, const OnMarked& on_marked = nullptr);

  // A safe point should call collect soon.
  bool wants_collection() const { return arena_.bytes_since_collection() >= threshold_; }
  void set_collect_always(bool always) { threshold_ = always ? 0 : kFirstThreshold; hostile_ = always; }

  // For the process's own heap: everything made is immortal.
  void make_immortal() { default_flags_ = Object::kImmortal; }

  static constexpr size_t kFirstThreshold = 8 << 20;

 private:
  Value make_big(int64_t number);
  void grow(ListObject* list);
  Value make_boxed_float(double number);

  Arena& arena_;
  uint32_t first_identity_ = 1;
  uint32_t* next_identity_ = &first_identity_;
  uint8_t default_flags_ = 0;
  bool hostile_ = false;
  size_t threshold_ = kFirstThreshold;
  std::vector<Object*> marked_;      // to be traced; empty between collections
};

}  // namespace lockstep
