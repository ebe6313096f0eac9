#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace lockstep {

// Which exception of Python's a failed rule stands for. The virtual machine raises it.
enum class TextErrorKind {
  value_error,
  type_error,
  overflow_error,
  zero_division_error,
  memory_error,
  index_error,
  key_error,
};

// A learner's mistake, found by one of Python's text or number rules. The message is CPython
// 3.11's, to the letter.
struct TextError {
  TextErrorKind kind = TextErrorKind::value_error;
  std::string message;
};

template <class T>
using TextResult = Result<T, TextError>;

inline Failure<TextError> text_failure(TextErrorKind kind, std::string message) {
  return Failure<TextError>(TextError{kind, std::move(message)});
}

}  // namespace lockstep
