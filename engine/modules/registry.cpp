#include "modules/registry.h"

#include <string>

#include "library_modules.h"
#include "modules/registry_builder.h"

namespace lockstep {

// One line for each subject; the function stands at the end of the file of its name.
#define LOCKSTEP_SUBJECTS(SUBJECT)                                                                \
  SUBJECT(core_objects) SUBJECT(core_callables) SUBJECT(core_exceptions) SUBJECT(core_builtins)   \
  SUBJECT(thread_natives) SUBJECT(barrier_type) SUBJECT(queue_type) SUBJECT(future_natives)       \
  SUBJECT(traceback_natives)                                                                      \
  SUBJECT(number_types) SUBJECT(complex_type) SUBJECT(string_type) SUBJECT(string_format)         \
  SUBJECT(text_codecs) SUBJECT(bytes_types) SUBJECT(bytes_tables) SUBJECT(list_type)              \
  SUBJECT(tuple_type)                                                                             \
  SUBJECT(range_types) SUBJECT(dict_type) SUBJECT(set_types)                                      \
  SUBJECT(value_functions) SUBJECT(number_functions) SUBJECT(iteration_functions)                 \
  SUBJECT(output_functions) SUBJECT(input_functions) SUBJECT(prelude_natives)                     \
  SUBJECT(sys_module) SUBJECT(deque_natives) SUBJECT(math_module) SUBJECT(time_module)            \
  SUBJECT(random_module) SUBJECT(regex_natives) SUBJECT(digest_natives) SUBJECT(absent_modules)   \
  SUBJECT(coroutine_types) SUBJECT(async_future) SUBJECT(async_gather) SUBJECT(async_loop) SUBJECT(async_sharing)

#define LOCKSTEP_DECLARE(subject) void add_##subject(RegistryBuilder&);
LOCKSTEP_SUBJECTS(LOCKSTEP_DECLARE)
#undef LOCKSTEP_DECLARE

namespace {

// "concurrent/futures.py" is the module concurrent.futures, "json/__init__.py" the package json.
std::string module_name(std::string_view path) {
  std::string name(path.substr(0, path.size() - std::string_view(".py").size()));
  if (name.ends_with("/__init__")) name.resize(name.size() - std::string_view("/__init__").size());
  for (char& c : name) {
    if (c == '/') c = '.';
  }
  return name;
}

struct BuiltRegistry {
  RegistryBuilder builder;
  Registry registry;

  BuiltRegistry() {
#define LOCKSTEP_ADD(subject) add_##subject(builder);
    LOCKSTEP_SUBJECTS(LOCKSTEP_ADD)
#undef LOCKSTEP_ADD
    for (const EmbeddedFile& file : library_modules()) {
      builder.source(module_name(file.path), file.text);
    }
    registry = builder.build();
  }
};

}  // namespace

const Registry& registry() {
  static const BuiltRegistry built;
  return built.registry;
}

}  // namespace lockstep
