#pragma once

#include <string>
#include <string_view>

#include "sync/errors.h"
#include "sync/wait_queue.h"
#include "vm/attributes.h"
#include "vm/machine.h"
#include "vm/objects/primitive.h"

// What the files share that show engine/sync to scripts.
namespace lockstep {

// Raises a refusal of a primitive as CPython's exception. Those whose class a library module defines
// are raised through raise_library.
Step raise_sync(Machine& machine, SyncError error);

// Raises an exception without arguments of a class that library module `module`, which has been
// imported, defines.
Step raise_library(Machine& machine, std::string_view module, std::string_view cls);

// Something that an imported library module defines.
Value library_value(Machine& machine, std::string_view module, std::string_view name);

template <class T>
T& primitive_of(Call& call) {
  return as<PrimitiveObject>(call[0])->get<T>();
}

// A new object of `cls`, a class of the script perhaps, with a fresh T in it.
template <class T>
PrimitiveObject* make_primitive(Machine& machine, ClassObject* cls, PrimitiveObject::What what) {
  const bool has_attributes = cls->has(ClassObject::kHasDict);
  const size_t bytes = (sizeof(T) + 7) / 8 * 8;
  auto* object = machine.heap().allocate<PrimitiveObject>(
      cls, Kind::primitive,
      bytes - sizeof(PrimitiveObject::bytes) + (has_attributes ? sizeof(Attributes) : 0));
  object->extra = what;
  object->size = static_cast<uint32_t>(bytes);
  object->serial = 0;
  object->identity = 0;
  object->values[0] = Value::none();
  object->values[1] = Value::none();
  T& primitive = object->get<T>();
  primitive = T();
  if (has_attributes) {
    object->flags |= Object::kHasAttributes;
    *attributes_of(object) = Attributes();
  }
  object->serial = static_cast<uint32_t>(machine.identity(Value::object(object)));
  if constexpr (requires { primitive.set_object(0u); }) {
    primitive.set_object(object->serial);
  } else {
    primitive.waiters.object = object->serial;
  }
  return object;
}

// Seconds as a number of nanoseconds. False: raised.
bool to_nanoseconds(Machine& machine, Value seconds, Time& time);

// The deadline of a wait that begins now; `timeout` is empty, None or seconds. False: raised.
bool wait_deadline(Machine& machine, Value timeout, Time& deadline);

// "module.Class" of a value's class, as primitives show themselves.
std::string full_class_name(Value value);

inline Step from_progress(Call& call, Progress progress, Value result) {
  return progress == Progress::parked ? Step::parked : call.done(result);
}

}  // namespace lockstep
