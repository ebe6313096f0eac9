#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "vm/registry.h"

namespace lockstep {

// In tables of rows.
inline constexpr auto kReads = Effect::reads;
inline constexpr auto kWrites = Effect::writes;

// Collects the rows that the files of this floor contribute, each its own subject. A file has one
// function add_SUBJECT(RegistryBuilder&), named in registry.cpp; rows are static tables of that file.
class RegistryBuilder {
 public:
  // Rows of one class or module may come from several files.
  void methods(BuiltinClass cls, std::span<const NativeRow> rows);
  void attributes(BuiltinClass cls, std::span<const NativeAttribute> rows);
  void describe(BuiltinClass cls, const char* help);
  // A module exists once anything of it is added, or when a file python/NAME.py does.
  void functions(const char* module, std::span<const NativeRow> rows);
  void constants(const char* module, std::span<const ConstantRow> rows);
  void describe(const char* module, const char* help);
  void source(std::string_view module, std::string_view text);
  void absent(std::string_view module, std::string_view why);

  // What was collected. The builder must outlive it, and nothing may be added afterwards.
  Registry build();

 private:
  struct Class {
    std::vector<NativeRow> methods;
    std::vector<NativeAttribute> attributes;
    const char* help = "";
  };
  struct Module {
    std::vector<NativeRow> functions;
    std::vector<ConstantRow> constants;
    const char* help = "";
    std::string_view source;
  };

  std::map<BuiltinClass, Class> classes_;
  std::map<std::string, Module, std::less<>> modules_;
  std::vector<ClassRows> class_rows_;
  std::vector<ModuleRows> module_rows_;
  std::vector<Registry::Absent> absent_;
};

}  // namespace lockstep
