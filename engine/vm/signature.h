#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vm/native.h"
#include "vm/objects/sequence.h"

namespace lockstep {

struct StrObject;

// The parameters of a native function, read once from its row's signature text when the process's
// image is built (vm/image.h); constant afterwards, so any thread may use it.
class Signature {
 public:
  enum class ParameterKind : uint8_t {
    positional_only,
    positional_or_keyword,
    star,
    keyword_only,
    star_star
  };
  struct Parameter {
    std::string_view name;
    ParameterKind kind;
    bool required;
  };

  // `row` must outlive it; `owner` is the name of the class the method belongs to, empty for a
  // function, whose `module` some errors name unless it is empty. A malformed text is our own bug: ENSURE.
  explicit Signature(const NativeRow& row, std::string_view owner = {}, std::string_view module = {});

  std::span<const Parameter> parameters() const { return parameters_; }
  size_t count() const { return parameters_.size(); }
  // Only positional parameters, all required, no stars: such a call with as many arguments needs no
  // binding.
  bool is_plain() const { return is_plain_; }
  const NativeRow& row() const { return row_; }
  // Its first parameter is `self`: an object of the class the method belongs to, or nothing else.
  bool takes_self() const { return takes_self_; }

  static constexpr size_t kMaximumParameters = 16;

  // Lays the arguments out for the function: out[i] for parameter i, empty where not given.
  // `values` holds the positional arguments first, then one for each of `names` (null: none).
  // False: the TypeError CPython gives for this function was raised. `out` has room for count()
  // Values.
  bool bind(Machine& machine, std::span<const Value> values, const TupleObject* names,
            Value* out) const;

 private:
  // How CPython's own function reads its arguments, which decides the words of its errors.
  enum class Style : uint8_t {
    none,        // takes no arguments
    one,         // exactly one, by position
    positional,  // some, by position only
    operator_,   // a special method
    keyword,     // some of them by keyword
  };

  bool fail(Machine& machine, const std::string& message) const;
  bool fail_count(Machine& machine, size_t given) const;
  bool fail_too_many_by_position(Machine& machine, size_t given) const;
  bool bind_keyword(Machine& machine, const StrObject* keyword, Value value, Value* out,
                    Value& extra) const;
  std::string full_name() const;

  const NativeRow& row_;
  std::string_view owner_;
  std::string_view module_;
  std::string_view shown_;  // the function's name in messages: of __new__, its class's
  std::vector<Parameter> parameters_;
  bool is_plain_ = true;
  bool takes_self_ = false;
  bool counts_positions_ =
      false;  // (Style::keyword) the words for a wrong number are those of Style::positional
  bool has_star_ = false;
  bool has_star_star_ = false;
  Style style_ = Style::positional;
  size_t self_ = 0;        // 1 when the first parameter is self or cls
  size_t positional_ = 0;  // parameters that can be given by position, self included
  size_t required_ = 0;    // of these
};

}  // namespace lockstep
