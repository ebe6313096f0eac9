#pragma once

#include <span>

#include "vm/frames.h"

// What single instructions do beyond their common cases: called from the dispatch loop only, each for
// the instruction at frame->pc. Steps and phases as in operators.h.
namespace lockstep {

// instructions_names.cpp
Step load_global(Machine& machine, Frame* frame, uint16_t site, Value& out);
Step store_global(Machine& machine, Frame* frame, uint16_t site, Value value);
Step delete_global(Machine& machine, Frame* frame, uint16_t site);
Step load_name(Machine& machine, Frame* frame, uint16_t site, Value& out);
Step store_name(Machine& machine, Frame* frame, uint16_t site, Value value);
Step delete_name(Machine& machine, Frame* frame, uint16_t site);
Step load_class_free(Machine& machine, Frame* frame, uint16_t cell, uint16_t site, Value& out);
Step raise_unbound_local(Machine& machine, Frame* frame, uint16_t local);
Step raise_unbound_cell(Machine& machine, Frame* frame, uint16_t cell_name);
Step raise_unbound_free(Machine& machine, Frame* frame, uint16_t cell);
Step setup_annotations(Machine& machine, Frame* frame);

// instructions_attributes.cpp: attribute access that fills the site's inline cache
Step load_attribute(Machine& machine, Frame* frame, Destination to, Value object, uint16_t site,
                    Value& out);
Step store_attribute(Machine& machine, Frame* frame, Value object, uint16_t site, Value value);
Step load_method(Machine& machine, Frame* frame, Destination to, Value object, uint16_t site,
                 Value& function, Value& self);

// instructions_building.cpp
Step build_set(Machine& machine, Frame* frame, std::span<const Value> items, Value& out);
Step build_map(Machine& machine, Frame* frame, std::span<const Value> pairs, Value& out);
Step extend_list(Machine& machine, Frame* frame, ListObject* list, Value iterable, Value callable);
Step add_to_set(Machine& machine, Frame* frame, SetObject* set, Value item);
Step update_set(Machine& machine, Frame* frame, SetObject* set, Value iterable);
Step add_to_map(Machine& machine, Frame* frame, DictObject* map, Value key, Value value);
Step update_map(Machine& machine, Frame* frame, DictObject* map, Value mapping);
Step merge_keywords(Machine& machine, Frame* frame, DictObject* map, Value mapping, Value callable);
Step format_value(Machine& machine, Frame* frame, int conversion, Value value, Value spec,
                  Value& out);
// Strings, and what build_string_writes.
Value build_string(Heap& heap, std::span<const Value> parts);
inline bool build_string_writes(Value value) {
  return value.is_small_int() || value.is_flonum() || value.is_bool() || value.is_none();
}
Step unpack(Machine& machine, Frame* frame, Value value, uint16_t target, uint16_t count);
Step unpack_star(Machine& machine, Frame* frame, Value value, uint16_t target, uint16_t before,
                 uint16_t after);
FunctionObject* build_function(Machine& machine, Frame* frame, uint16_t index, uint8_t parts,
                               const Value* extras);

// instructions_control.cpp
Step call_spread(Machine& machine, Frame* frame, uint16_t window, uint16_t result, Value& out);
Step get_yield_from(Machine& machine, Frame* frame, Value value, Value& out);
// Yielded: `out`; returned: register a has the value and `out` is empty.
Step send_value(Machine& machine, Frame* frame, Value& out);
Step get_awaitable(Machine& machine, Frame* frame, Value value, int context, Value& out);
Step get_async_iterator(Machine& machine, Frame* frame, Value value, Value& out);
Step get_async_next(Machine& machine, Frame* frame, Value value, Value& out);
Step get_enter(Machine& machine, Frame* frame, Value manager, bool is_async, Value* window);
Step match_group(Machine& machine, Frame* frame, Value group, Value pattern, Value* out);
// A loop that may be the only one to hold its `iterator` is left.
Step leave_loop(Machine& machine, Frame* frame, Value iterator);
Step prepare_reraise_star(Machine& machine, Frame* frame, Value original, Value raised, Value& out);

// instructions_rare.cpp: the instruction at frame->pc, one of those that the loop has no label of its own for
Step rare_instruction(Machine& machine, Frame* frame);
// An __init__ gave something else than None.
Step raise_init_gave(Machine& machine, Value given);

// instructions_match.cpp
Step match_keys(Machine& machine, Frame* frame, Value subject, Value keys, Value& out);
Step match_class(Machine& machine, Frame* frame, Value subject, Value cls, Value names,
                 uint8_t positional, Value& out);
Step map_rest(Machine& machine, Frame* frame, Value subject, Value keys, Value& out);

}  // namespace lockstep
