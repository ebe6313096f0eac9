#pragma once

#include <string>
#include <string_view>

#include "vm/value.h"

namespace lockstep {

// The commonest specifications of formats, "%5d", "{:>8}", "{:.2f}" and their like, for small ints, usual floats and
// ASCII texts. Everything else, errors above all, is left to the general ways (vm/formatting.cpp and
// vm/percent_operation.cpp), which say the same of these.
struct QuickFormat {
  char align = '\0';                 // '<' or '>'; none: the value's own
  bool zero = false;                 // fills with zeros behind the sign
  int width = 0;                     // below 100
  int precision = -1;                // of one digit; -1: none
  char type = '\0';                  // 's', 'd', 'x', 'f' or none
  bool is_percent = false;           // of the % operator, whose 's' takes any value

  // The whole of `spec`, as format() has it. False: something else.
  bool read_spec(std::string_view spec);
  // What follows a percent sign, as far as it goes; takes it off `pattern`. False: something else.
  bool read_percent(std::string_view& pattern);

  // Appends the text. False: the value or the combination is something else, and nothing was done.
  bool write(Value value, std::string& out) const;

 private:
  bool read_width(std::string_view& text);
  bool read_precision(std::string_view& text);
};

}  // namespace lockstep
