#include "vm/exception_fields.h"

#include <algorithm>

#include "vm/builtin.h"
#include "vm/objects/sequence.h"

namespace lockstep {

namespace {

constexpr uint32_t kMostFields = 8;

Value argument(const ExceptionObject* exception, uint32_t i) {
  return i < exception->arguments->size ? exception->arguments->items[i] : Value::none();
}

// OSError(errno, strerror[, filename[, winerror[, filename2]]]): the file names leave the arguments.
void set_os_fields(Heap& heap, ExceptionObject* exception) {
  const uint32_t count = exception->arguments->size;
  if (count < 2 || count > 5) return;
  set_exception_field(heap, exception, exception_field::kErrorNumber, argument(exception, 0));
  set_exception_field(heap, exception, exception_field::kErrorText, argument(exception, 1));
  if (count == 2 || argument(exception, 2).is_none()) return;
  set_exception_field(heap, exception, exception_field::kFile, argument(exception, 2));
  set_exception_field(heap, exception, exception_field::kSecondFile, argument(exception, 4));
  exception->arguments = heap.make_tuple(exception->arguments->all().first(2));
}

// SyntaxError(msg[, (filename, lineno, offset, text[, end_lineno, end_offset])]).
void set_syntax_fields(Heap& heap, ExceptionObject* exception) {
  set_exception_field(heap, exception, exception_field::kMessage, argument(exception, 0));
  if (exception->arguments->size != 2) return;
  const auto* details = try_as<TupleObject>(argument(exception, 1));
  if (details == nullptr) return;
  for (uint32_t i = 0; i < std::min<uint32_t>(details->size, 6); i++) {
    set_exception_field(heap, exception, exception_field::kSyntaxFile + i, details->items[i]);
  }
}

}  // namespace

void set_exception_field(Heap& heap, ExceptionObject* exception, uint32_t field, Value value) {
  if (!is_kind(exception->payload, Kind::array)) {
    exception->payload = Value::object(heap.make_array(kMostFields));
  }
  as<ArrayObject>(exception->payload)->items[field] = value;
}

void set_fields_from_arguments(Heap& heap, ExceptionObject* exception) {
  const auto is = [&](BuiltinClass which) {
    return is_subclass(exception->cls, builtin_class(which));
  };
  if (is(BuiltinClass::os_error)) return set_os_fields(heap, exception);
  if (is(BuiltinClass::syntax_error)) return set_syntax_fields(heap, exception);
  if (is(BuiltinClass::import_error)) {
    const Value message = exception->arguments->size == 1 ? argument(exception, 0) : Value::none();
    return set_exception_field(heap, exception, exception_field::kImportMessage, message);
  }
  if (is(BuiltinClass::unicode_encode_error) || is(BuiltinClass::unicode_decode_error)) {
    for (uint32_t i = 0; i < 5; i++) set_exception_field(heap, exception, i, argument(exception, i));
  }
}

}  // namespace lockstep
