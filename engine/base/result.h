#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "base/check.h"

namespace lockstep {

// Wraps an error on its way into a Result: `return Failure(TextError{...});`.
template <class E>
struct Failure {
  explicit Failure(E error) : error(std::move(error)) {}
  E error;
};

// The outcome of something that may fail in an expected way: a value or an error, never both.
// (std::expected is C++23; this is the small part of it that the engine uses.)
template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Requires has_value().
  T& value() & { return checked<0>(state_); }
  const T& value() const& { return checked<0>(state_); }
  T&& value() && { return std::move(checked<0>(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Requires !has_value().
  const E& error() const { return checked<1>(state_); }

 private:
  template <size_t Index, class Variant>
  static auto& checked(Variant& state) {
    auto* held = std::get_if<Index>(&state);
    ENSURE(held != nullptr);
    return *held;
  }

  std::variant<T, E> state_;
};

}  // namespace lockstep
