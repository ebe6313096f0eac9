#pragma once

#include "vm/operations.h"

namespace lockstep {

// template % arguments of a str (or of a bytes, whose text is then given as Latin-1 would be).
// `shown`, if not null, has for the n-th argument that the template consumes what the prelude made
// of it (a str for %s, %r and %a, a number for the others), or empty. Without it Work::script says
// that an argument needs script code to be shown.
Work format_percent(Machine& machine, std::string_view pattern, Value arguments,
                    const ListObject* shown, std::string& out);

}  // namespace lockstep
