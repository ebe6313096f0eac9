#pragma once

#include <span>
#include <string_view>

#include "vm/builtin.h"
#include "vm/native.h"

// The one list of what C++ and library Python give to scripts. The floor `modules` fills it (one row
// for each function, method and module); the machine, completion and the documentation read the same rows.
namespace lockstep {

struct ClassRows {
  BuiltinClass cls;
  std::span<const NativeRow> methods;
  std::span<const NativeAttribute> attributes;
  const char* help = "";
};

// A constant of a module: made once, immortal. Exactly one way of giving it.
struct ConstantRow {
  const char* name;
  enum class Type : uint8_t { integer, real, text, cls } type;
  int64_t integer = 0;
  double real = 0;
  const char* text = nullptr;
  BuiltinClass cls = BuiltinClass::object;
};

// A module. `source`, if not empty, is its part in Python: run once per run at the first import, with
// the natives already there as globals' fallback, and hidden from tracebacks and from scheduling.
struct ModuleRows {
  const char* name;                   // "threading", "concurrent.futures"
  const char* help;
  std::span<const NativeRow> functions;
  std::span<const ConstantRow> constants;
  std::string_view source;
};

struct Registry {
  std::span<const ClassRows> classes;
  std::span<const ModuleRows> modules;   // "builtins" among them; "prelude" is the machine's own helper code
  // Modules that CPython 3.11 has and Lockstep has not: importing one says so, with the reason where there is one.
  struct Absent {
    std::string_view name;
    std::string_view why;
  };
  std::span<const Absent> absent;
};

}  // namespace lockstep
