#pragma once

#include <string_view>
#include <unordered_set>

#include "vm/loaded_program.h"

namespace lockstep {

// What the text of a program says about all of its runs: which reductions of a search are sound for
// it. Errs on the side of caution.
struct ProgramFacts {
  // `running`: the codes that the main thread is in the middle of.
  ProgramFacts(const LoadedProgram& program, const std::unordered_set<const LoadedCode*>& running);

  // Nothing in the program tells a thread from another by its name, number or liveness.
  bool threads_are_anonymous = true;
  // Something reads the clock.
  bool reads_clock = false;
  // Only code that the main thread alone executes starts and joins threads.
  bool main_alone_starts = true;

  // Whether only the main thread can ever execute the code: the module, and a function that is
  // mentioned once, if the main thread is in it.
  bool is_mains_own(const LoadedCode* code) const { return mains_own.contains(code); }
  // The names of globals that other threads than main may use.
  std::unordered_set<std::string_view> others_names;
  bool others_use_any_name = false;

  std::unordered_set<const LoadedCode*> mains_own;
};

}  // namespace lockstep
