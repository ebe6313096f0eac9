#include "session/program_facts.h"

#include <algorithm>
#include <array>
#include <map>

namespace lockstep {

namespace {

// Who uses one of these may learn which thread is which.
constexpr std::array<std::string_view, 30> kTelling = {
    "is_alive",  "isAlive",       "ident",          "native_id",     "name",         "getName",
    "setName",   "enumerate",     "active_count",   "activeCount",   "current_thread", "currentThread",
    "get_ident", "get_native_id", "main_thread",    "_state",        "_target",      "_args",
    "local",     "__dict__",      "vars",           "getattr",       "setattr",      "exec",
    "eval",      "globals",       "id",             "hash",          "repr",         "__import__"};

constexpr std::array<std::string_view, 14> kClocks = {
    "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "time_ns", "process_time",
    "process_time_ns", "thread_time", "localtime", "gmtime", "ctime", "strftime", "now", "today"};

// Library modules that keep nothing about threads.
constexpr std::array<std::string_view, 20> kPlainModules = {
    "threading", "time",    "queue",  "random",  "math",   "sys",       "collections",
    "functools", "typing",  "string", "heapq",   "bisect", "itertools", "operator",
    "abc",       "enum",    "dataclasses", "contextlib", "types", "__future__"};

template <size_t n>
bool is_among(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ProgramFacts::ProgramFacts(const LoadedProgram& program,
                           const std::unordered_set<const LoadedCode*>& running) {
  const Code& module = *program.program->module;
  std::map<std::string_view, int> mentions;
  for (const Code* code : program.program->all_codes) {
    for (const Site& site : code->sites) {
      ++mentions[site.name];
      if (site.name != "enumerate" && is_among(kTelling, site.name)) threads_are_anonymous = false;
      if (is_among(kClocks, site.name)) reads_clock = true;
    }
    for (const Instruction& instruction : code->instructions) {
      const bool takes_attribute = instruction.opcode == Opcode::get_attr ||
                                   instruction.opcode == Opcode::get_method ||
                                   instruction.opcode == Opcode::import_from;
      if (takes_attribute && code->sites[instruction.c].name == "time") reads_clock = true;
      if (takes_attribute && code->sites[instruction.c].name == "enumerate") {
        threads_are_anonymous = false;  // threading's, not the builtin
      }
      if (instruction.opcode == Opcode::import_name) {
        const CodeConstant& request = code->constants[instruction.wide()];
        const CodeConstant& name = code->constants[request.items.at(0)];
        if (!is_among(kPlainModules, name.text)) {
          threads_are_anonymous = false;
          reads_clock = true;
          main_alone_starts = false;
        }
      }
    }
  }

  // Comprehensions run inside the code they stand in.
  const auto add_own = [&](const auto& self, const Code& code) -> void {
    mains_own.insert(program.codes[code.index].get());
    for (const auto& inner : code.functions) {
      if (inner->kind == CodeKind::comprehension) self(self, *inner);
    }
  };
  add_own(add_own, module);
  for (const auto& function : module.functions) {
    if (function->kind == CodeKind::function && !function->is_generator && !function->is_coroutine &&
        mentions[function->name] <= 2 && running.contains(program.codes[function->index].get())) {
      // Mentioned once where it is defined, and once where the main thread has called it.
      add_own(add_own, *function);
    }
  }

  others_use_any_name = program.program->escapes_globals;
  for (const auto& code : program.codes) {
    if (is_mains_own(code.get())) continue;
    for (const Site& site : code->code->sites) {
      others_names.insert(site.name);
      if (site.name == "start" || site.name == "join" || site.name == "Thread") {
        // A string's join() is called by that name as well; better safe.
        main_alone_starts = false;
      }
    }
  }
  if (others_use_any_name) main_alone_starts = false;
}

}  // namespace lockstep
