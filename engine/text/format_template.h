#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_error.h"

// Reads the template of str.format. The virtual machine owns the loop: it looks arguments up and
// calls __format__. Pure, callable from any thread. Source: PEP 3101.
namespace lockstep {

struct FormatPiece {
  std::string literal;          // braces already undoubled
  bool has_field = false;       // false: only a literal
  std::string_view field;       // "0.name[key]", before any '!' or ':'
  char32_t conversion = U'\0';  // r s a, or whatever stands after '!'
  std::string_view spec;        // after ':'; may hold nested fields when spec_is_nested
  bool spec_is_nested = false;
};

class FormatScanner {
 public:
  // The template must outlive the scanner and its pieces.
  explicit FormatScanner(std::string_view pattern) : pattern_(pattern) {}

  // The next piece, or nullopt at the end. ValueError "Single '}' encountered in format string",
  // "expected '}' before end of string", ...
  TextResult<std::optional<FormatPiece>> next();

 private:
  std::string_view pattern_;
  size_t offset_ = 0;
};

// One step behind the first name of a field: `.name` or `[key]`; a key of digits only is an index.
struct FieldStep {
  enum class Kind { attribute, key, index };
  Kind kind = Kind::attribute;
  std::string_view name;
  int64_t index = 0;
};

// A field taken apart. `first` empty: automatic numbering; digits only: first_index >= 0.
struct FieldPath {
  std::string_view first;
  int64_t first_index = -1;
  std::vector<FieldStep> steps;
};

// ValueError "Empty attribute in format string", "Missing ']' in format string", "Only '.' or '['
// may follow ']' in format field specifier", "Too many decimal digits in format string".
TextResult<FieldPath> parse_field_path(std::string_view field);

// Keeps count of the fields of one template and of the specs nested in it: the index a field takes,
// or -1 for a name. ValueError "cannot switch from manual field specification to automatic field
// numbering" and its counterpart.
class FieldNumbering {
 public:
  TextResult<int64_t> index_of(const FieldPath& path);

 private:
  enum class Mode { undecided, automatic, manual };
  Mode mode_ = Mode::undecided;
  int64_t next_ = 0;
};

// What stands behind '!' is none of r, s and a: ValueError "Unknown conversion specifier x".
TextError unknown_conversion(char32_t conversion);

}  // namespace lockstep
