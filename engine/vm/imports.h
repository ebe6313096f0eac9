#pragma once

#include "vm/frames.h"

namespace lockstep {

struct ModuleObject;

// import name: the module of sys.modules, or one made from the image and, if it has a Python part, run
// (`called`, then again in phase 1). `request` is the instruction's constant: (name, fromlist or None, level).
Step import_module(Machine& machine, Frame* frame, const TupleObject* request, Value& out);

// A module object of the library, without running its Python part.
ModuleObject* make_module(Machine& machine, StrObject* module_name, DictObject* builtin);

// The module `module_name` of the run, made without running anything; null if the library has none, or it has a
// Python part that has not run.
ModuleObject* loaded_module(Machine& machine, std::string_view module_name);

Step import_from(Machine& machine, Frame* frame, Value module, StrObject* attribute, Value& out);
Step import_star(Machine& machine, Frame* frame, Value module);

}  // namespace lockstep
