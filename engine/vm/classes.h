#pragma once

#include "vm/frames.h"

// Classes of the script: making them, their objects, super() and isinstance().
namespace lockstep {

// What type.__new__ does: a class from name, bases and namespace. Calls no script code: the caller runs
// __set_name__ and __init_subclass__ afterwards. Null: raised.
ClassObject* make_class(Machine& machine, ClassObject* metaclass, StrObject* class_name,
                        TupleObject* bases, DictObject* name_space);

// Whether script code has to run after make_class: __set_name__ of a member, or __init_subclass__ (which
// class keywords are for). The prelude's finish_class(cls, keywords) does it.
bool needs_finishing(const ClassObject* cls, const DictObject* keywords);

// The most derived metaclass of `start` and the bases' classes. Null: TypeError raised.
ClassObject* choose_metaclass(Machine& machine, ClassObject* start, const TupleObject* bases);

// An object of `cls` with nothing in it (object.__new__). Requires object_kind instance or exception.
Object* make_instance(Machine& machine, ClassObject* cls);

// Class attributes changed: flags that say which special methods a class has, and versions.
Step set_class_attribute(Machine& machine, ClassObject* cls, StrObject* attribute, Value value);

// The plain method that `super` finds for its object: a function that takes the object first. Empty: the
// attribute is something else, or missing, or the super() is bound to a class.
Value find_super_method(const SuperObject* super, const StrObject* attribute);
Step get_super_attribute(Machine& machine, Destination to, SuperObject* super, StrObject* attribute,
                         Value& out);
// super() without arguments, called from `frame`.
Step make_super(Machine& machine, Frame* frame, Value& out);

// Whether the current thread has yet to run the script's __init__ of a threading.local.
bool needs_thread_local_init(Machine& machine, Object* object);
// From now on it has not.
void begin_thread_local(Machine& machine, Object* object);
Value get_thread_local(Machine& machine, Object* object, const StrObject* attribute);
Step set_thread_local(Machine& machine, Object* object, StrObject* attribute, Value value);

// isinstance/issubclass against one class, without a metaclass's hooks.
bool is_instance_of(Value value, const ClassObject* cls);

}  // namespace lockstep
