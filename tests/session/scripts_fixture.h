#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vm/loaded_program.h"

namespace lockstep {

struct TestScript {
  std::string path;                  // below tests/scripts
  std::string source;
};

// The scripts of tests/scripts that are also meant for controlled runs (`# lockstep: seed N`). With LOCKSTEP_SCRIPTS=N
// in the environment only every N-th of them, for builds that are slow.
std::vector<TestScript> controlled_scripts();

// Compiles a program that must be right.
std::shared_ptr<const LoadedProgram> load_program(const std::string& source);

}  // namespace lockstep
