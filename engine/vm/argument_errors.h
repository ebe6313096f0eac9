#pragma once

#include "vm/calls.h"

// The TypeErrors of calls whose arguments do not fit a script function: CPython's words.
namespace lockstep {

void raise_unexpected_keyword(Machine& machine, const FunctionObject* function,
                              const StrObject* keyword, const TupleObject* names);
void raise_multiple_values(Machine& machine, const FunctionObject* function, const StrObject* keyword);
// `registers`: the parameters as far as they are bound.
void raise_too_many_positional(Machine& machine, const FunctionObject* function, size_t given,
                               const Value* registers);
void raise_missing_positional(Machine& machine, const FunctionObject* function,
                              const Value* registers);
void raise_missing_keyword_only(Machine& machine, const FunctionObject* function,
                                const Value* registers);
Step raise_abstract(Machine& machine, const ClassObject* cls);

}  // namespace lockstep
