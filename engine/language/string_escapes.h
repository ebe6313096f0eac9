#pragma once

#include <string>
#include <string_view>

namespace lockstep {

// Appends what `body`, the inside of a literal that is not raw, stands for. False when an escape is
// malformed; `error` then is the message of CPython's SyntaxError. Unknown escapes stay as written.
// `\N{...}` is refused, with a message of our own: the engine carries no table of names.
bool decode_text_escapes(std::string_view body, std::string& text, std::string& error);
bool decode_bytes_escapes(std::string_view body, std::string& bytes, std::string& error);

}  // namespace lockstep
