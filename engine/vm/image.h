#pragma once

#include <memory>
#include <string_view>

#include "vm/heap.h"
#include "vm/registry.h"
#include "vm/signature.h"

namespace lockstep {

struct LoadedCode;
struct LoadedProgram;

// What all runs of the process share and none can change: builtin classes, builtin functions,
// well-known strings, the library's modules. Built once, before the first run, from the registry.
class Image {
 public:
  struct Module {
    const ModuleRows* rows;
    DictObject* attributes;          // immortal: functions, constants, classes
  };

  // Builds the image; the first call decides the registry, later ones do nothing. Any thread.
  static void initialize(const Registry& registry);
  static const Image& get();

  // Null if there is no such module.
  const Module* find_module(std::string_view name) const;
  const Registry& registry() const;
  // The native attributes of the module `builtins`.
  DictObject* builtins() const;

  // The module's Python part, compiled at the first call. Null if it has none. Any thread.
  std::shared_ptr<const LoadedProgram> program_of(const Module& module) const;

  // The code of a function of the prelude, compiled at the first call; null if it has none of that name. Any thread.
  // The prelude is nothing but functions that know of each other by name, so a program pays for those that it needs.
  const LoadedCode* prelude_function(std::string_view name) const;

  // An interned well-known string, or null.
  static StrObject* find_interned(std::string_view text);

 private:
  struct Parts;
  explicit Image(const Registry& registry);

  Parts* parts_;                     // lives as long as the process
};

}  // namespace lockstep
