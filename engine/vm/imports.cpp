#include "vm/imports.h"

#include <string>

#include "vm/attributes.h"
#include "vm/exception_fields.h"
#include "vm/image.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"
#include "vm/raise.h"
#include "vm/unwind.h"

namespace lockstep {

namespace {

constexpr uint8_t kModuleRuns = 1;

// A module that has others inside.
bool is_package(std::string_view name) {
  const std::string prefix = std::string(name) + ".";
  for (const auto& module : Image::get().registry().modules) {
    if (std::string_view(module.name).starts_with(prefix)) return true;
  }
  return false;
}

// What of CPython's library is left out here by this name; null: nothing.
const Registry::Absent* absent_by_name(std::string_view name) {
  for (const Registry::Absent& absent : Image::get().registry().absent) {
    if (absent.name == name) return &absent;
  }
  return nullptr;
}

Step raise_missing_module(Machine& machine, std::string_view wanted) {
  std::string message;
  BuiltinClass type = BuiltinClass::module_not_found_error;
  message = "No module named '" + std::string(wanted) + "'";
  const size_t dot = wanted.rfind('.');
  if (dot != std::string_view::npos && !is_package(wanted.substr(0, dot))) {
    message += "; '" + std::string(wanted.substr(0, dot)) + "' is not a package";
  }
  if (const Registry::Absent* absent = absent_by_name(wanted)) {
    message = "module '" + std::string(wanted) + "' is part of CPython but not of Lockstep";
    if (!absent->why.empty()) message += ": " + std::string(absent->why);
    type = BuiltinClass::import_error;
  }
  ExceptionObject* error = machine.heap().make_exception(builtin_class(type), message);
  set_fields_from_arguments(machine.heap(), error);
  set_exception_field(machine.heap(), error, exception_field::kName, machine.intern(wanted));
  return machine.raise(error);
}

// Pushes the frame that runs a module's Python part.
void push_module_code(Machine& machine, ModuleObject* module, const LoadedProgram* program) {
  Heap& heap = machine.heap();
  ProgramState* state = make_program_state(heap, program, module);
  const LoadedCode* code = &program->module_code();
  Frame* frame = push_frame(heap, machine.thread(), code, code_state(heap, state, code),
                            module->attributes);
  frame->after = After::answer;
}

// Makes sure that one module, by its full name, is there. `done`, or `called` while its code runs.
// Modules that CPython has no file for.
constexpr std::string_view kBuiltInModules[] = {
    "_thread", "array", "atexit", "binascii", "builtins", "cmath", "errno", "faulthandler", "fcntl", "gc", "grp",
    "itertools", "marshal", "math", "posix", "pwd", "select", "sys", "syslog", "time", "unicodedata", "zlib",
};
constexpr std::string_view kPackages[] = {
    "argparse", "asyncio", "collections", "concurrent", "concurrent.futures", "importlib", "json", "logging", "multiprocessing", "re", "unittest",
};

// Where CPython keeps a module of the library, as reprs and ImportErrors name the place; "" for built-in ones.
std::string library_file(std::string_view module) {
  if (std::ranges::find(kBuiltInModules, module) != std::end(kBuiltInModules)) return "";
  if (module == "os.path") module = "posixpath";
  std::string path = "/usr/lib/python3.11/";
  for (char c : module) path += c == '.' ? '/' : c;
  return path + (std::ranges::find(kPackages, module) != std::end(kPackages) ? "/__init__.py" : ".py");
}

Step ensure_module(Machine& machine, Frame* frame, std::string_view full_name, Value& out) {
  RunState& state = machine.state();
  const Value key = machine.intern(full_name);
  const Value known = Dict::get(state.modules, key);
  if (!known.is_empty()) {
    out = known;
    return Step::done;
  }
  const Image::Module* found = Image::get().find_module(full_name);
  if (found == nullptr || full_name == "prelude") return raise_missing_module(machine, full_name);
  ModuleObject* module = make_module(machine, as<StrObject>(key), found->attributes);
  Dict::set(machine.heap(), state.modules, key, Value::object(module));
  out = Value::object(module);
  const auto program = Image::get().program_of(*found);
  if (program == nullptr) return Step::done;
  if (!can_push(machine)) return Step::raised;
  push_module_code(machine, module, program.get());
  frame->phase = kModuleRuns;
  return Step::called;
}

}  // namespace

ModuleObject* make_module(Machine& machine, StrObject* module_name, DictObject* builtin) {
  Heap& heap = machine.heap();
  auto* module = heap.allocate<ModuleObject>(builtin_class(BuiltinClass::module), Kind::module);
  module->name = module_name;
  module->builtin = builtin;
  module->attributes = nullptr;
  module->attributes = heap.make_dict();
  Dict::set(heap, module->attributes, name(Name::name), Value::object(module_name));
  const std::string file = builtin == nullptr ? "" : library_file(module_name->view());
  if (!file.empty()) Dict::set(heap, module->attributes, name(Name::file), heap.make_str(file));
  return module;
}

ModuleObject* loaded_module(Machine& machine, std::string_view module_name) {
  const Value known = Dict::get(machine.state().modules, machine.intern(module_name));
  if (!known.is_empty()) return as<ModuleObject>(known);
  const Image::Module* found = Image::get().find_module(module_name);
  if (found == nullptr || !found->rows->source.empty()) return nullptr;
  auto* key = as<StrObject>(machine.intern(module_name));
  ModuleObject* module = make_module(machine, key, found->attributes);
  Dict::set(machine.heap(), machine.state().modules, key, Value::object(module));
  return module;
}

Step import_module(Machine& machine, Frame* frame, const TupleObject* request, Value& out) {
  const std::string_view wanted = as<StrObject>(request->items[0])->view();
  if (request->items[2] != Value::small_int(0)) {
    return machine.raise(BuiltinClass::import_error,
                         "attempted relative import with no known parent package");
  }
  // Parents first: `import a.b.c` runs a, then a.b, then a.b.c. Modules that ran are in sys.modules, so
  // an instruction that is executed again finds where it was.
  frame->phase = 0;
  Value first;
  Value parent;
  size_t end = 0;
  while (end != std::string_view::npos) {
    end = wanted.find('.', end == 0 ? 0 : end + 1);
    const std::string_view full_name = wanted.substr(0, end);
    Value module;
    const Step step = ensure_module(machine, frame, full_name, module);
    if (step == Step::called && !parent.is_empty()) {
      auto* last = as<StrObject>(machine.intern(full_name.substr(full_name.rfind('.') + 1)));
      Dict::set(machine.heap(), as<ModuleObject>(parent)->attributes, last, module);
    }
    if (step != Step::done) return step;
    if (first.is_empty()) first = module;
    if (!parent.is_empty() && is_kind(parent, Kind::module)) {
      auto* last = as<StrObject>(machine.intern(full_name.substr(full_name.rfind('.') + 1)));
      Dict::set(machine.heap(), as<ModuleObject>(parent)->attributes, last, module);
    }
    parent = module;
  }
  out = request->items[1].is_none() ? first : parent;
  return Step::done;
}

Step import_from(Machine& machine, Frame* frame, Value module, StrObject* attribute, Value& out) {
  if (auto* object = try_as<ModuleObject>(module)) {
    out = Dict::get(object->attributes, attribute);
    if (out.is_empty() && object->builtin != nullptr) out = Dict::get(object->builtin, attribute);
    if (out.is_empty()) {
      // A submodule that was not imported yet: `from concurrent import futures`.
      const std::string full_name =
          std::string(object->name->view()) + "." + std::string(attribute->view());
      if (Image::get().find_module(full_name) != nullptr) {
        return ensure_module(machine, frame, full_name, out);
      }
      if (const Registry::Absent* absent = absent_by_name(full_name)) {
        return machine.raise_format(BuiltinClass::import_error,
                                    "cannot import name '{}' from '{}': it is part of CPython but not of Lockstep: {}",
                                    attribute->view(), object->name->view(), absent->why);
      }
      const auto* file = try_as<StrObject>(Dict::get(object->attributes, name(Name::file)));
      return machine.raise_format(BuiltinClass::import_error, "cannot import name '{}' from '{}' ({})",
                                  attribute->view(), object->name->view(),
                                  file == nullptr ? "unknown location" : file->view());
    }
    return Step::done;
  }
  return get_attribute(machine, {frame, 0}, module, attribute, out);
}

Step import_star(Machine& machine, Frame* frame, Value module) {
  auto* object = try_as<ModuleObject>(module);
  if (object == nullptr) return machine.raise(BuiltinClass::import_error, "no module to import from");
  Heap& heap = machine.heap();
  const Value all = Dict::get(object->attributes, name(Name::all));
  auto is_public = [&](const StrObject* attribute) {
    if (auto* list = try_as<ListObject>(all)) {
      for (Value item : list->all()) {
        if (is_kind(item, Kind::string) && as<StrObject>(item)->view() == attribute->view()) return true;
      }
      return false;
    }
    return !attribute->view().starts_with("_");
  };
  DictObject* target = frame->name_space != nullptr ? static_cast<DictObject*>(frame->name_space)
                                                    : frame->globals;
  for (const DictObject* source : {object->builtin, object->attributes}) {
    if (source == nullptr) continue;
    DictIterator iterator;
    while (auto* entry = Dict::next(source, iterator)) {
      auto* attribute = try_as<StrObject>(entry->key);
      if (attribute != nullptr && is_public(attribute)) Dict::set(heap, target, attribute, entry->value);
    }
  }
  return Step::done;
}

}  // namespace lockstep
