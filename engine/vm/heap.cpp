#include "vm/heap.h"

#include <algorithm>

#include "base/check.h"
#include "text/string_ops.h"
#include "text/unicode.h"
#include "vm/dict.h"
#include "vm/references.h"

namespace lockstep {

namespace {

ClassObject* cls(BuiltinClass which) { return builtin_class(which); }

// What a struct needs beyond its size when the array it ends in, of which it declares `declared`
// bytes, is to have `needed`.
constexpr size_t beyond(size_t declared, size_t needed) {
  return needed > declared ? needed - declared : 0;
}
constexpr size_t rounded(size_t bytes) { return (bytes + 7) & ~size_t{7}; }

template <class T>
constexpr size_t beyond_items(size_t count) {
  return beyond(sizeof(T::items), count * sizeof(Value));
}

uint32_t checked_size(size_t size) {
  if (size > UINT32_MAX) throw OutOfMemory();
  return static_cast<uint32_t>(size);
}

// Without the attributes behind the object.
size_t bare_size_of(const Object* object) {
  switch (object->kind) {
    case Kind::instance:
      return sizeof(InstanceObject);
    case Kind::integer:
      return sizeof(IntObject) + beyond(sizeof(IntObject::limbs), object->size * sizeof(uint32_t));
    case Kind::real:
      return sizeof(FloatObject);
    case Kind::complex_number:
      return sizeof(ComplexObject);
    case Kind::string:
      return sizeof(StrObject) + beyond(sizeof(StrObject::text), object->size);
    case Kind::bytes:
      return sizeof(BytesObject) + beyond(sizeof(BytesObject::data), object->size);
    case Kind::bytearray:
      return sizeof(ByteArrayObject);
    case Kind::tuple:
      return sizeof(TupleObject) + beyond_items<TupleObject>(object->size);
    case Kind::list:
      return sizeof(ListObject);
    case Kind::dict:
      return sizeof(DictObject);
    case Kind::set:
      return sizeof(SetObject);
    case Kind::range:
      return sizeof(RangeObject);
    case Kind::slice:
      return sizeof(SliceObject);
    case Kind::dict_view:
      return sizeof(DictViewObject);
    case Kind::mapping_proxy:
      return sizeof(MappingProxyObject);
    case Kind::class_:
      return sizeof(ClassObject);
    case Kind::function:
      return sizeof(FunctionObject);
    case Kind::native:
      return sizeof(NativeObject);
    case Kind::bound_method:
      return sizeof(BoundMethodObject);
    case Kind::property:
      return sizeof(PropertyObject);
    case Kind::static_method:
    case Kind::class_method:
      return sizeof(WrapperObject);
    case Kind::super_:
      return sizeof(SuperObject);
    case Kind::member:
      return sizeof(MemberObject);
    case Kind::cell:
      return sizeof(CellObject);
    case Kind::module:
      return sizeof(ModuleObject);
    case Kind::code:
      return sizeof(CodeObject);
    case Kind::frame:
      return sizeof(FrameObject);
    case Kind::generator: {
      const auto* generator = static_cast<const GeneratorObject*>(object);
      return sizeof(GeneratorObject) + generator->frame.code->register_count * sizeof(Value);
    }
    case Kind::async_step:
      return sizeof(AsyncStepObject);
    case Kind::async_future:
      switch (object->extra) {
        case AsyncFutureObject::task:
          return sizeof(AsyncTaskObject);
        case AsyncFutureObject::waiter:
          return sizeof(AsyncWaiterObject);
        case AsyncFutureObject::gathering:
          return sizeof(AsyncGatheringObject);
        default:
          return sizeof(AsyncFutureObject);
      }
    case Kind::async_primitive:
      return sizeof(AsyncPrimitiveObject);
    case Kind::async_handle:
      return sizeof(AsyncHandleObject);
    case Kind::event_loop:
      return sizeof(EventLoopObject);
    case Kind::iterator:
      return sizeof(IteratorObject);
    case Kind::lazy:
      return sizeof(LazyObject) + beyond_items<LazyObject>(object->size);
    case Kind::exception:
      return sizeof(ExceptionObject);
    case Kind::traceback:
      return sizeof(TracebackObject);
    case Kind::thread:
      return sizeof(ThreadObject);
    case Kind::primitive:
      return sizeof(PrimitiveObject) + beyond(sizeof(PrimitiveObject::bytes), object->size);
    case Kind::thread_storage:
      return sizeof(ThreadLocalObject);
    case Kind::random:
      return sizeof(RandomObject);
    case Kind::opaque:
      return sizeof(OpaqueObject) + beyond(sizeof(OpaqueObject::bytes), object->size);
    case Kind::array:
      return sizeof(ArrayObject) + beyond_items<ArrayObject>(object->size);
    case Kind::table: {
      const auto* table = static_cast<const TableObject*>(object);
      return sizeof(TableObject) + table->entry_capacity * sizeof(TableObject::Entry) +
             (size_t{table->index_bytes()} << table->index_log2());
    }
    case Kind::set_table:
      return sizeof(SetTableObject) + (object->size - 1) * sizeof(SetTableObject::Place);
    case Kind::raw:
      return sizeof(RawObject) + beyond(sizeof(RawObject::data), object->size);
    case Kind::stack_segment:
      return sizeof(StackSegment) + object->size;
    case Kind::code_state:
      return sizeof(CodeState) +
             beyond(sizeof(CodeState::caches), object->size * sizeof(InlineCache));
    case Kind::program_state:
      return sizeof(ProgramState) +
             beyond(sizeof(ProgramState::states), object->size * sizeof(CodeState*));
    case Kind::run:
      return sizeof(RunState);
  }
  ENSURE(false);
  return 0;
}

// The number lives in the header's `size`, which these kinds have no other use for, or in a field.
const uint32_t* identity_place(const Object* object) {
  switch (object->kind) {
    case Kind::instance:
    case Kind::class_:
    case Kind::function:
    case Kind::native:
    case Kind::bound_method:
    case Kind::property:
    case Kind::static_method:
    case Kind::class_method:
    case Kind::super_:
    case Kind::member:
    case Kind::cell:
    case Kind::module:
    case Kind::code:
    case Kind::frame:
    case Kind::generator:
    case Kind::async_step:
    case Kind::async_future:
    case Kind::async_handle:
    case Kind::async_primitive:
    case Kind::event_loop:
    case Kind::iterator:
    case Kind::exception:
    case Kind::traceback:
    case Kind::thread:
    case Kind::thread_storage:
    case Kind::random:
    case Kind::dict_view:
    case Kind::mapping_proxy:
    case Kind::range:
    case Kind::slice:
    case Kind::real:
    case Kind::complex_number:
      return &object->size;
    case Kind::primitive:
      return &static_cast<const PrimitiveObject*>(object)->identity;
    case Kind::lazy:
      return &static_cast<const LazyObject*>(object)->identity;
    case Kind::opaque:
      return &static_cast<const OpaqueObject*>(object)->identity;
    case Kind::dict:
      return &static_cast<const DictObject*>(object)->identity;
    default:
      return nullptr;
  }
}

}  // namespace

size_t Heap::size_of(const Object* object) {
  const size_t bytes = bare_size_of(object);
  return (object->flags & Object::kHasAttributes) != 0 ? rounded(bytes) + sizeof(Attributes)
                                                       : bytes;
}

uint32_t Heap::known_identity(const Object* object) {
  const uint32_t* place = object->is_immortal() ? nullptr : identity_place(object);
  return place == nullptr ? 0 : *place;
}

uint32_t Heap::identity_of(Object* object) {
  if (object->is_immortal()) return 0;
  auto* place = const_cast<uint32_t*>(identity_place(object));
  if (place == nullptr) return 0;
  if (*place == 0) *place = (*next_identity_)++;
  return *place;
}

Value Heap::make_big(int64_t number) {
  const SmallInteger small(number);
  const IntegerView view = small;
  auto* object = allocate<IntObject>(cls(BuiltinClass::int_), Kind::integer,
                                     beyond(sizeof(IntObject::limbs), view.limbs.size_bytes()));
  object->extra = view.negative ? 1 : 0;
  object->size = static_cast<uint32_t>(view.limbs.size());
  std::copy(view.limbs.begin(), view.limbs.end(), object->limbs);
  return Value::object(object);
}

Value Heap::make_int(uint64_t number) {
  if (number <= static_cast<uint64_t>(Value::kSmallIntMax)) {
    return Value::small_int(static_cast<int64_t>(number));
  }
  const uint32_t limbs[2] = {static_cast<uint32_t>(number), static_cast<uint32_t>(number >> 32)};
  return make_int(IntegerView{false, {limbs, 2}});
}

Value Heap::make_int(const IntegerView& number) {
  if (number.limbs.size() <= 2) {
    const auto fits = integer_to_int64(number);
    if (fits && Value::fits_small_int(*fits)) return Value::small_int(*fits);
  }
  auto* object = allocate<IntObject>(cls(BuiltinClass::int_), Kind::integer,
                                     beyond(sizeof(IntObject::limbs), number.limbs.size_bytes()));
  object->extra = number.negative ? 1 : 0;
  object->size = checked_size(number.limbs.size());
  std::copy(number.limbs.begin(), number.limbs.end(), object->limbs);
  return Value::object(object);
}

Value Heap::make_boxed_float(double number) {
  auto* object = allocate<FloatObject>(cls(BuiltinClass::float_), Kind::real);
  object->number = number;
  return Value::object(object);
}

StrObject* Heap::begin_string(size_t bytes) {
  auto* string = allocate<StrObject>(cls(BuiltinClass::str), Kind::string,
                                     beyond(sizeof(StrObject::text), bytes));
  string->size = checked_size(bytes);
  string->hash = 0;
  string->length = 0;
  return string;
}

StrObject* Heap::finish_string(StrObject* string) {
  const std::string_view text = string->view();
  string->extra = is_ascii(text) ? 1 : 0;
  string->length =
      string->is_ascii() ? string->size : static_cast<uint32_t>(code_point_count(text));
  if (string->is_immortal()) string->hash = hash_text(text);
  return string;
}

Value Heap::make_str(std::string_view text) {
  if (text.size() == 1 && static_cast<signed char>(text[0]) >= 0 && default_flags_ == 0) {
    return Value::object(ascii_character(text[0]));
  }
  StrObject* string = begin_string(text.size());
  std::copy(text.begin(), text.end(), string->text);
  return Value::object(finish_string(string));
}

Value Heap::make_bytes(std::string_view data) {
  auto* bytes = allocate<BytesObject>(cls(BuiltinClass::bytes), Kind::bytes,
                                      beyond(sizeof(BytesObject::data), data.size()));
  bytes->size = checked_size(data.size());
  std::copy(data.begin(), data.end(), bytes->data);
  return Value::object(bytes);
}

TupleObject* Heap::make_tuple_of(size_t count) {
  auto* tuple = allocate<TupleObject>(cls(BuiltinClass::tuple), Kind::tuple,
                                      beyond_items<TupleObject>(count));
  tuple->size = checked_size(count);
  std::fill_n(tuple->items, count, Value::empty());
  return tuple;
}

TupleObject* Heap::make_tuple(std::span<const Value> items) {
  auto* tuple = allocate<TupleObject>(cls(BuiltinClass::tuple), Kind::tuple,
                                      beyond_items<TupleObject>(items.size()));
  tuple->size = checked_size(items.size());
  std::copy(items.begin(), items.end(), tuple->items);
  return tuple;
}

ArrayObject* Heap::make_array(size_t capacity) {
  auto* array = allocate<ArrayObject>(nullptr, Kind::array, beyond_items<ArrayObject>(capacity));
  array->size = checked_size(capacity);
  std::fill_n(array->items, std::max<size_t>(capacity, 1), Value::empty());
  return array;
}

ListObject* Heap::make_list(size_t capacity) {
  auto* list = allocate<ListObject>(cls(BuiltinClass::list), Kind::list);
  list->array = nullptr;
  if (capacity != 0) list->array = make_array(capacity);
  return list;
}

ListObject* Heap::make_list(std::span<const Value> items) {
  ListObject* list = make_list();
  if (!items.empty()) {
    list->array = allocate<ArrayObject>(nullptr, Kind::array, beyond_items<ArrayObject>(items.size()));
    list->array->size = checked_size(items.size());
    std::copy(items.begin(), items.end(), list->array->items);
  }
  list->size = static_cast<uint32_t>(items.size());
  return list;
}

RawObject* Heap::make_raw(size_t bytes) {
  auto* raw = allocate<RawObject>(nullptr, Kind::raw, beyond(sizeof(RawObject::data), bytes));
  raw->size = checked_size(bytes);
  return raw;
}

DictObject* Heap::make_dict() {
  auto* dict = allocate<DictObject>(cls(BuiltinClass::dict), Kind::dict);
  dict->table = nullptr;
  dict->keys_version = 0;
  dict->identity = 0;
  return dict;
}

SetObject* Heap::make_set(bool frozen) {
  auto* set =
      allocate<SetObject>(cls(frozen ? BuiltinClass::frozenset : BuiltinClass::set), Kind::set);
  set->table = nullptr;
  set->fill = 0;
  set->finger = 0;
  return set;
}

CellObject* Heap::make_cell(Value value) {
  auto* cell = allocate<CellObject>(cls(BuiltinClass::cell), Kind::cell);
  cell->value = value;
  return cell;
}

Value Heap::make_slice(Value start, Value stop, Value step) {
  auto* slice = allocate<SliceObject>(cls(BuiltinClass::slice), Kind::slice);
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return Value::object(slice);
}

Value Heap::make_range(int64_t start, int64_t stop, int64_t step) {
  ENSURE(step != 0);
  uint64_t length = 0;
  // Unsigned differences: exact even where the signed one overflows.
  if (step > 0 && start < stop) {
    length = (static_cast<uint64_t>(stop) - static_cast<uint64_t>(start) - 1) /
                 static_cast<uint64_t>(step) +
             1;
  } else if (step < 0 && start > stop) {
    length = (static_cast<uint64_t>(start) - static_cast<uint64_t>(stop) - 1) /
                 (~static_cast<uint64_t>(step) + 1) +
             1;
  }
  auto* range = allocate<RangeObject>(cls(BuiltinClass::range), Kind::range);
  range->start = make_int(start);
  range->stop = make_int(stop);
  range->step = make_int(step);
  range->length = make_int(length);
  return Value::object(range);
}

Value Heap::make_bound_method(Value function, Value self) {
  auto* method = allocate<BoundMethodObject>(cls(BuiltinClass::method), Kind::bound_method);
  method->function = function;
  method->self = self;
  return Value::object(method);
}

Value Heap::make_complex(double real, double imaginary) {
  auto* number = allocate<ComplexObject>(cls(BuiltinClass::complex_), Kind::complex_number);
  number->real = real;
  number->imaginary = imaginary;
  return Value::object(number);
}

ExceptionObject* Heap::make_exception(ClassObject* type, std::span<const Value> arguments) {
  auto* exception = allocate<ExceptionObject>(type, Kind::exception);
  exception->arguments = make_tuple(arguments);
  exception->traceback = nullptr;
  exception->cause = Value::none();
  exception->context = Value::none();
  exception->payload = Value::empty();
  exception->attributes = Attributes();
  return exception;
}

ExceptionObject* Heap::make_exception(ClassObject* type, std::string_view message) {
  const Value text = make_str(message);
  return make_exception(type, std::span<const Value>(&text, 1));
}

void Heap::reserve(ListObject* list, size_t capacity) {
  const size_t old = list->array == nullptr ? 0 : list->array->size;
  if (capacity <= old) return;
  ArrayObject* array = make_array(capacity);
  if (list->size != 0) std::copy_n(list->array->items, list->size, array->items);
  if (list->array != nullptr) release(list->array);
  list->array = array;
}

void Heap::grow(ListObject* list) {
  const size_t size = list->size;
  reserve(list, size < 4 ? 4 : size + size / 2 + 4);
}

}  // namespace lockstep
