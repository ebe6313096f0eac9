#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vm/native.h"
#include "vm/objects/sequence.h"

namespace lockstep {

// The parameters of a native function, read once from its row's signature text when the process's
// image is built (vm/image.h); constant afterwards, so any thread may use it.
class Signature {
 public:
  enum class ParameterKind : uint8_t { positional_only, positional_or_keyword, star, keyword_only, star_star };
  struct Parameter {
    std::string_view name;
    ParameterKind kind;
    bool required;
  };

  // `row` must outlive it. A malformed text is our own bug: ENSURE.
  explicit Signature(const NativeRow& row);

  std::span<const Parameter> parameters() const { return parameters_; }
  size_t count() const { return parameters_.size(); }
  // Only positional parameters, all required, no stars: such a call with as many arguments needs no binding.
  bool is_plain() const { return is_plain_; }
  const NativeRow& row() const { return row_; }

  static constexpr size_t kMaximumParameters = 16;

  // Lays the arguments out for the function: out[i] for parameter i, empty where not given. `values` holds
  // the positional arguments first, then one for each of `names` (null: none). False: the TypeError CPython gives
  // for this function was raised. `out` has room for count() Values.
  bool bind(Machine& machine, std::span<const Value> values, const TupleObject* names, Value* out) const;

 private:
  const NativeRow& row_;
  std::vector<Parameter> parameters_;
  bool is_plain_ = true;
};

}  // namespace lockstep
