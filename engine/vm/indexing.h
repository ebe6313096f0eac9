#pragma once

#include <string_view>

#include "text/string_ops.h"
#include "vm/operations.h"

// What subscripts have in common: indices, slices, keys, and the errors they end in.
namespace lockstep {

// The index `key` means in a sequence `length` long: negative ones count from the end. unknown: key is
// no int (a slice, perhaps); script: it may have an __index__ of the script's. raised: IndexError with
// `message` when outside, "cannot fit 'int' into an index-sized integer" beyond 64 bits.
Work resolve_index(Machine& machine, Value key, int64_t length, std::string_view message, int64_t& index);

// The same for a slice. script: a part of it may have an __index__. raised: ValueError "slice step cannot be
// zero", TypeError "slice indices must be integers or None or have an __index__ method".
Work resolve_slice_object(Machine& machine, const SliceObject* slice, int64_t length, SliceRange& range);

// Where a slice of a sequence stops, as slice.indices() has it. Requires that resolve_slice_object worked.
int64_t slice_stop(const SliceObject* slice, int64_t length);

// An int argument as a position, beyond int64 as the farthest: -1, 0 or 1 say which way that was.
// Requires is_int_value(value).
int64_t clamped_int(Value value);

// Whether C++ may look `key` up in `dict` (or `set`, when given). script: it may not. raised:
// TypeError "unhashable type".
Work check_key(Machine& machine, const DictObject* dict, Value key);
Work check_element(Machine& machine, const SetObject* set, Value element);

Step raise_key_error(Machine& machine, Value key);
Step raise_unhashable(Machine& machine, Value culprit);

// A byte's value. raised: TypeError, or ValueError "byte must be in range(0, 256)".
Work to_byte(Machine& machine, Value value, char& byte);

// The data of a bytes or bytearray.
bool is_bytes_like(Value value);
std::string_view bytes_view(Value value);         // requires is_bytes_like

// A bytearray's data made anew.
void set_bytearray(Heap& heap, ByteArrayObject* array, std::string_view data);

// An item of a range. Requires 0 <= index < length.
Value range_item(Machine& machine, const RangeObject* range, int64_t index);
// A range with these ints of any size; computes its length. `step` is not zero.
Value make_range_of(Machine& machine, Value start, Value stop, Value step);
// How many items, at most INT64_MAX.
int64_t range_length(const RangeObject* range);

}  // namespace lockstep
