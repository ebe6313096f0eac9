#pragma once

#include "vm/frames.h"

// Attribute access: obj.name in all its forms.
namespace lockstep {

// Where an object keeps its own attributes, or null if it can have none. (Functions, modules and
// classes keep theirs in dicts of their own.)
Attributes* attributes_of(Object* object);

// An own attribute, without descriptors or the class: empty if it is not there.
Value get_own(Object* object, const StrObject* attribute);
// Requires attributes_of(object) != null.
void set_own(Machine& machine, Object* object, StrObject* attribute, Value value);
// False if it was not there.
bool delete_own(Machine& machine, Object* object, const StrObject* attribute);
// The object's __dict__: from then on its attributes live in that dict.
DictObject* own_dict(Machine& machine, Object* object);
// The names and values in order of addition, as a fresh dict.
DictObject* copy_own(Machine& machine, Object* object);

// obj.name. `done`: `out` has it. `called`: script code computes it into `to`. `raised`: AttributeError or another.
Step get_attribute(Machine& machine, Destination to, Value object, StrObject* attribute, Value& out);
// obj.name = value; an empty value deletes.
Step set_attribute(Machine& machine, Destination to, Value object, StrObject* attribute, Value value);

// What object.__getattribute__ and object.__setattr__ do: without a script's hooks of those names.
Step get_attribute_by_default(Machine& machine, Destination to, Value object, StrObject* attribute,
                              Value& out);
Step set_attribute_by_default(Machine& machine, Destination to, Value object, StrObject* attribute,
                              Value value);

// For a call obj.name(...): `function` and `self` when the attribute is a plain function of the class (self
// empty otherwise and `function` is the attribute itself).
Step get_method(Machine& machine, Destination to, Value object, StrObject* attribute, Value& function,
                Value& self);

// A class attribute found for `object`, with its descriptor applied where that needs no script code
// (functions bind, staticmethod unwraps ...). `done`, `called` or `raised` as above.
Step bind_descriptor(Machine& machine, Destination to, Value descriptor, Value object,
                     ClassObject* owner, Value& out);

// A special method of `object`'s class: `self` is what goes first in the call, empty if the
// method needs none. Empty function: there is none.
Value special_method(Machine& machine, Value object, StrObject* special, Value& self);

// After a change of a class's namespace or bases: caches that rest on it or on classes below it must not match.
void renew_version(Machine& machine, ClassObject* cls);

Step raise_no_attribute(Machine& machine, Value object, const StrObject* attribute);

}  // namespace lockstep
