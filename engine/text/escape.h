#pragma once

#include <string>
#include <string_view>

// Values as Python source shows them. Reading escapes is the lexer's work. Pure functions, callable
// from any thread.
namespace lockstep {

// repr(text): single quotes unless only those occur in it; what is not printable is escaped.
std::string string_repr(std::string_view text);
// ascii(text): as repr, with everything beyond ASCII escaped too.
std::string string_ascii(std::string_view text);
// The second half of ascii(x): escapes what is beyond ASCII in a repr that exists already.
std::string escape_non_ascii(std::string_view text);
// repr(bytes): b'...'.
std::string bytes_repr(std::string_view bytes);

}  // namespace lockstep
