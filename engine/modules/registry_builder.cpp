#include "modules/registry_builder.h"

namespace lockstep {

void RegistryBuilder::methods(BuiltinClass cls, std::span<const NativeRow> rows) {
  auto& all = classes_[cls].methods;
  all.insert(all.end(), rows.begin(), rows.end());
}

void RegistryBuilder::attributes(BuiltinClass cls, std::span<const NativeAttribute> rows) {
  auto& all = classes_[cls].attributes;
  all.insert(all.end(), rows.begin(), rows.end());
}

void RegistryBuilder::describe(BuiltinClass cls, const char* help) { classes_[cls].help = help; }

void RegistryBuilder::functions(const char* module, std::span<const NativeRow> rows) {
  auto& all = modules_[module].functions;
  all.insert(all.end(), rows.begin(), rows.end());
}

void RegistryBuilder::constants(const char* module, std::span<const ConstantRow> rows) {
  auto& all = modules_[module].constants;
  all.insert(all.end(), rows.begin(), rows.end());
}

void RegistryBuilder::describe(const char* module, const char* help) {
  modules_[module].help = help;
}

void RegistryBuilder::source(std::string_view module, std::string_view text) {
  modules_[std::string(module)].source = text;
}

void RegistryBuilder::absent(std::string_view module, std::string_view why) {
  absent_.push_back({module, why});
}

Registry RegistryBuilder::build() {
  for (const auto& [which, rows] : classes_) {
    class_rows_.push_back({which, rows.methods, rows.attributes, rows.help});
  }
  for (const auto& [name, rows] : modules_) {
    module_rows_.push_back({name.c_str(), rows.help, rows.functions, rows.constants, rows.source});
  }
  return {class_rows_, module_rows_, absent_};
}

}  // namespace lockstep
