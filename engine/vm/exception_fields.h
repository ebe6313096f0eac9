#pragma once

#include "vm/heap.h"
#include "vm/objects/class.h"
#include "vm/objects/exception.h"

// What exceptions of some builtin classes know besides their arguments: NameError.name, OSError.errno,
// SyntaxError.lineno ... The values stand in an array that is the exception's payload.
namespace lockstep {

// Indexes of the fields, by class.
namespace exception_field {
constexpr uint32_t kName = 0;              // NameError, AttributeError, ImportError
constexpr uint32_t kObject = 1;            // AttributeError
constexpr uint32_t kPath = 1;              // ImportError
constexpr uint32_t kImportMessage = 2;
constexpr uint32_t kErrorNumber = 0;       // OSError
constexpr uint32_t kErrorText = 1;
constexpr uint32_t kFile = 2;
constexpr uint32_t kSecondFile = 3;
constexpr uint32_t kMessage = 0;           // SyntaxError
constexpr uint32_t kSyntaxFile = 1;
constexpr uint32_t kLine = 2;
constexpr uint32_t kOffset = 3;
constexpr uint32_t kText = 4;
constexpr uint32_t kEndLine = 5;
constexpr uint32_t kEndOffset = 6;
constexpr uint32_t kPrintFileAndLine = 7;
constexpr uint32_t kEncoding = 0;          // UnicodeEncodeError, UnicodeDecodeError
constexpr uint32_t kEncoded = 1;
constexpr uint32_t kStart = 2;
constexpr uint32_t kEnd = 3;
constexpr uint32_t kReason = 4;
}  // namespace exception_field

// The value of a field, or None.
inline Value exception_field_of(const ExceptionObject* exception, uint32_t field) {
  if (!is_kind(exception->payload, Kind::array)) return Value::none();
  const auto* fields = as<ArrayObject>(exception->payload);
  if (field >= fields->size || fields->items[field].is_empty()) return Value::none();
  return fields->items[field];
}

void set_exception_field(Heap& heap, ExceptionObject* exception, uint32_t field, Value value);

// Gives an OSError, ImportError, SyntaxError or Unicode error the fields that its arguments imply; for
// exceptions that C++ makes without calling __init__.
void set_fields_from_arguments(Heap& heap, ExceptionObject* exception);

}  // namespace lockstep
