#pragma once

#include <string_view>

#include "vm/object.h"

namespace lockstep {

// A str: UTF-8 (lone surrogates as three bytes), `size` bytes. `extra` is 1 when all of it is ASCII, so
// that positions are byte offsets.
struct StrObject : Object {
  static constexpr Kind kKind = Kind::string;

  uint64_t hash;                     // 0: not computed yet (never so for immortal ones)
  uint32_t length;                   // code points
  char text[4];

  bool is_ascii() const { return extra != 0; }
  std::string_view view() const { return {text, size}; }
};

struct BytesObject : Object {
  static constexpr Kind kKind = Kind::bytes;

  char data[8];

  std::string_view view() const { return {data, size}; }
};

// Bytes without references that another object owns. `size` is the capacity.
struct RawObject : Object {
  static constexpr Kind kKind = Kind::raw;

  char data[8];
};

struct ByteArrayObject : Object {
  static constexpr Kind kKind = Kind::bytearray;

  RawObject* bytes;                  // null when nothing was ever put in

  std::string_view view() const {
    return bytes == nullptr ? std::string_view() : std::string_view(bytes->data, size);
  }
};

}  // namespace lockstep
