#pragma once

#include "vm/operations.h"

namespace lockstep {

// a < b, <= and so on between values of builtin classes, lists and tuples of them included.
// Work::script: an element has to be compared by script code, or has no order and the error names
// it. Work::unknown: the two classes have no order with each other. Never raises, runs nothing.
// What script classes override for a and b themselves is not looked at.
Work order_values(CompareOperator op, Value a, Value b, bool& out);

}  // namespace lockstep
