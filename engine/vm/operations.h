#pragma once

#include <string>

#include "language/code.h"
#include "vm/machine.h"
#include "vm/objects/iterator.h"

// What operators do with values of builtin classes. The machine's slow paths call these first, or after no
// script method wanted the operands; none of them runs script code. Where an element inside a
// container needs script code (an instance with __eq__ in a list, a key with __hash__), they return
// Work::script, and the machine goes through the prelude's Python function named beside each.
namespace lockstep {

enum class Work : uint8_t {
  done,
  raised,
  script,        // the same, but by the prelude
  unknown,       // the builtin classes do not know these operands
};

// Raises the exception; Work::raised.
Work raised(Machine& machine, BuiltinClass type, std::string_view message);

// a op b. unknown: NotImplemented.   prelude: none needed (list + list ... need no script); comparisons do.
Work binary_builtin(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b, Value& out);
Work unary_builtin(Machine& machine, UnaryOperator op, Value a, Value& out);
// The six ordering operators. unknown: NotImplemented (== and != then go by identity).
// prelude: compare_lists(a, b, op_name) with op_name "<" "<=" "==" "!=" ">" ">=".
Work compare_builtin(Machine& machine, CompareOperator op, Value a, Value b, Value& out);
Work get_item_builtin(Machine& machine, Value container, Value key, Value& out);      // dict_get_item(d, k)
Work set_item_builtin(Machine& machine, Value container, Value key, Value value);     // dict_set_item(d, k, v); set_slice(l, s, iterable)
Work delete_item_builtin(Machine& machine, Value container, Value key);               // dict_delete_item(d, k)
Work contains_builtin(Machine& machine, Value container, Value item, bool& out);      // contains(c, x)
Work length_builtin(Machine& machine, Value value, int64_t& out);
// unknown: not iterable by C++.
Work make_iterator(Machine& machine, Value value, Value& out);
// reversed(value) for builtin sequences, dicts and their views. unknown: not reversible.
Work make_reversed(Machine& machine, Value value, Value& out);
// An empty item: exhausted. For Kind::iterator except Over::sequence and Over::callable (unknown).
Work next_builtin(Machine& machine, IteratorObject* iterator, Value& item);

// format(value, spec) of int, bool, float, complex and str; of any other value the plain text, when the
// spec is empty. script: its class brings a __format__ or __str__ of the script's. prelude: format_with(value, spec).
Work format_builtin(Machine& machine, Value value, std::string_view spec, std::string& out);
// The same as the builtin class below the value's has it, whatever its own class overrides. Requires a spec.
Work format_by_kind(Machine& machine, Value value, std::string_view spec, std::string& out);

// "unsupported operand type(s) for +: 'int' and 'str'" and its relatives; always Step::raised.
Step raise_unsupported(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b);
Step raise_unsupported(Machine& machine, UnaryOperator op, Value a);
Step raise_unordered(Machine& machine, CompareOperator op, Value a, Value b);
Step raise_not_subscriptable(Machine& machine, Value container);       // and "type 'X' is not subscriptable"
Step raise_no_item_assignment(Machine& machine, Value container);
Step raise_no_item_deletion(Machine& machine, Value container);
Step raise_not_iterable(Machine& machine, Value value);
Step raise_no_length(Machine& machine, Value value);
Step raise_no_container(Machine& machine, Value value);                // "argument of type 'int' is not iterable"

// Appends all items of an iterable C++ can walk by itself. unknown: it cannot.
Work walk_builtin(Machine& machine, Value iterable, ListObject* into);

}  // namespace lockstep
