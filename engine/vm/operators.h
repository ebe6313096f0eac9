#pragma once

#include "language/code.h"
#include "vm/frames.h"

// Operators on any values: the builtin ones through operations.h, the script's own through their special methods.
//
// All of these are steps of the instruction that `frame` executes, or of a native it calls: they may return
// `called` with the frame's phase set, and want to be called again with the same operands. They use the
// phases from kOperatorPhase up; what uses them for a part of its own work keeps below.
namespace lockstep {

constexpr uint8_t kOperatorPhase = 100;
constexpr uint8_t kTruthPhase = 150;

Step binary(Machine& machine, Frame* frame, BinaryOperator op, bool in_place, Value a, Value b,
            Value& out);
Step unary(Machine& machine, Frame* frame, UnaryOperator op, Value a, Value& out);
Step compare(Machine& machine, Frame* frame, CompareOperator op, Value a, Value b, Value& out);
// compare, and the truth of its result.
Step compare_truth(Machine& machine, Frame* frame, CompareOperator op, Value a, Value b, bool& out);
// bool(value).
Step truth(Machine& machine, Frame* frame, Value value, bool& out);

Step get_item(Machine& machine, Frame* frame, Value container, Value key, Value& out);
Step set_item(Machine& machine, Frame* frame, Value container, Value key, Value value);
Step delete_item(Machine& machine, Frame* frame, Value container, Value key);
Step length(Machine& machine, Frame* frame, Value value, Value& out);
Step contains(Machine& machine, Frame* frame, Value container, Value item, Value& out);

}  // namespace lockstep
