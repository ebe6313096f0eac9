#include "vm/loaded_program.h"

#include <algorithm>

#include "base/check.h"
#include "text/integer_text.h"
#include "vm/dict.h"
#include "vm/image.h"

namespace lockstep {

std::shared_ptr<const LoadedProgram> LoadedProgram::make(std::shared_ptr<const Program> program) {
  std::shared_ptr<LoadedProgram> loaded(new LoadedProgram());
  loaded->heap_.make_immortal();
  loaded->program = std::move(program);
  for (size_t i = 0; i < loaded->program->all_codes.size(); i++) {
    loaded->codes.push_back(std::make_unique<LoadedCode>());
  }
  for (const Code* code : loaded->program->all_codes) loaded->note_stored_attributes(*code);
  for (size_t i = 0; i < loaded->codes.size(); i++) {
    const Code& code = *loaded->program->all_codes[i];
    ENSURE(code.index == i);
    loaded->load(code, *loaded->codes[i]);
  }
  return loaded;
}

void LoadedProgram::note_stored_attributes(const Code& code) {
  for (const Instruction& instruction : code.instructions) {
    if (instruction.opcode == Opcode::set_attr) {
      stored_attributes_.insert(code.sites[instruction.c].name);
    } else if (instruction.opcode == Opcode::delete_attr) {
      stored_attributes_.insert(code.sites[instruction.b].name);
    }
  }
  // Ways to assign an attribute that no instruction names.
  for (const Site& site : code.sites) {
    if (site.name == "setattr" || site.name == "delattr" || site.name == "vars" ||
        site.name == "__dict__" || site.name == "__setattr__") {
      any_attribute_stored_ = true;
    }
  }
}

StrObject* LoadedProgram::intern(std::string_view text) {
  if (StrObject* known = Image::find_interned(text)) return known;
  auto found = strings_.find(text);
  if (found != strings_.end()) return found->second;
  StrObject* string = heap_.make_string(text);
  strings_.emplace(string->view(), string);
  return string;
}

StrObject* const* LoadedProgram::intern_all(std::span<const std::string_view> texts) {
  std::vector<StrObject*>& interned = names_.emplace_back();
  for (std::string_view text : texts) interned.push_back(intern(text));
  return interned.data();
}

Value LoadedProgram::value_of(const Code& code, const CodeConstant& constant,
                              const std::vector<Value>& known) {
  switch (constant.type) {
    case CodeConstant::Type::none: return Value::none();
    case CodeConstant::Type::true_: return Value::boolean(true);
    case CodeConstant::Type::false_: return Value::boolean(false);
    case CodeConstant::Type::ellipsis: return Value::ellipsis();
    case CodeConstant::Type::integer: return heap_.make_int(constant.integer);
    case CodeConstant::Type::big_integer: {
      auto number = parse_integer(constant.text, 10);
      ENSURE(number.has_value());
      return heap_.make_int(static_cast<IntegerView>(*number));
    }
    case CodeConstant::Type::real: return heap_.make_float(constant.real);
    case CodeConstant::Type::imaginary: return heap_.make_complex(0, constant.real);
    case CodeConstant::Type::string: return Value::object(intern(constant.text));
    case CodeConstant::Type::bytes: return heap_.make_bytes(constant.text);
    case CodeConstant::Type::tuple: {
      std::vector<Value> items;
      for (uint32_t item : constant.items) items.push_back(known[item]);
      return Value::object(heap_.make_tuple(items));
    }
    case CodeConstant::Type::frozen_set: {
      SetObject* set = heap_.make_set(true);
      for (uint32_t item : constant.items) Set::add(heap_, set, known[item]);
      // CPython's compiler makes each constant set a second time, out of the first one's elements: that
      // decides the order in which a display of constants comes out.
      SetObject* again = heap_.make_set(true);
      int64_t position = 0;
      Value element;
      while (Set::next(set, position, element)) Set::add(heap_, again, element);
      return Value::object(again);
    }
  }
  ENSURE(false && code.index);
  return Value();
}

void LoadedProgram::load(const Code& code, LoadedCode& loaded) {
  std::vector<Value>& constants = values_.emplace_back(code.constants.size());
  // A tuple's items may stand behind it in the table.
  std::vector<bool> made(code.constants.size(), false);
  auto make = [&](auto& self, uint32_t index) -> void {
    if (made[index]) return;
    for (uint32_t item : code.constants[index].items) self(self, item);
    constants[index] = value_of(code, code.constants[index], constants);
    made[index] = true;
  };
  for (uint32_t i = 0; i < code.constants.size(); i++) make(make, i);

  std::vector<std::string_view> site_texts;
  std::vector<uint8_t>& site_flags = flags_.emplace_back();
  for (const Site& site : code.sites) {
    site_texts.push_back(site.name);
    bool fixed = false;
    if (!program->escapes_globals) {
      auto use = std::lower_bound(
          program->globals.begin(), program->globals.end(), site.name,
          [](const GlobalUse& global, std::string_view name) { return global.name < name; });
      fixed = use == program->globals.end() || use->name != site.name || use->store_sites <= 1;
    }
    const bool stored = any_attribute_stored_ || stored_attributes_.contains(site.name);
    site_flags.push_back(static_cast<uint8_t>((fixed ? LoadedCode::kFixedGlobal : 0) |
                                              (stored ? LoadedCode::kStoredAttribute : 0)));
  }
  std::vector<const LoadedCode*>& functions = functions_.emplace_back();
  for (const auto& function : code.functions) functions.push_back(codes[function->index].get());

  loaded.code = &code;
  loaded.instructions = code.instructions.data();
  loaded.constants = constants.data();
  loaded.site_names = intern_all(site_texts);
  loaded.site_flags = site_flags.data();
  loaded.local_names = intern_all(code.locals);
  loaded.cell_names = intern_all(code.cell_names);
  loaded.free_names = intern_all(code.free_names);
  loaded.functions = functions.data();
  loaded.name = intern(code.name);
  loaded.qualified_name = intern(code.qualified_name);
  loaded.docstring =
      code.docstring.data() == nullptr ? Value::none() : Value::object(intern(code.docstring));
  loaded.program = this;
  loaded.index = code.index;
  loaded.register_count = code.register_count;
  loaded.local_count = code.local_count;
  loaded.parameter_count = code.positional_count;
  loaded.is_simple = !code.has_star_args && !code.has_star_kwargs && code.keyword_only_count == 0;
  loaded.is_library = code.is_library;
  loaded.keeps_nothing = code.is_library && code.qualified_name.starts_with("Thread.");
  loaded.is_generator = code.is_generator || code.is_coroutine;
}

}  // namespace lockstep
