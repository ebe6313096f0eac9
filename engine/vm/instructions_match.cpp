#include "vm/instructions.h"

#include <string>
#include <vector>

#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/raise.h"

namespace lockstep {

Step match_keys(Machine& machine, Frame* frame, Value subject, Value keys, Value& out) {
  Heap& heap = machine.heap();
  auto* wanted = as<TupleObject>(keys);
  auto* dict = try_as<DictObject>(subject);
  bool plain = dict != nullptr;
  for (Value key : wanted->all()) plain = plain && is_plain_key(key);
  if (!plain) {
    if (frame->phase == 1) {
      out = frame->answer;
      return Step::done;
    }
    Call call{nullptr, 0, 0, frame, Value::empty()};
    return machine.call(call, 1, machine.prelude("match_keys"), {subject, keys});
  }
  std::vector<Value> values;
  for (Value key : wanted->all()) {
    const Value value = Dict::get(dict, key);
    if (value.is_empty()) {
      out = Value::none();
      return Step::done;
    }
    values.push_back(value);
  }
  out = Value::object(heap.make_tuple(values));
  return Step::done;
}

Step match_class(Machine& machine, Frame* frame, Value subject, Value cls, Value names,
                 uint8_t positional, Value& out) {
  if (frame->phase == 1) {
    out = frame->answer;
    return Step::done;
  }
  auto* wanted = try_as<ClassObject>(cls);
  if (wanted == nullptr) {
    return machine.raise(BuiltinClass::type_error, "called match pattern must be a class");
  }
  if (!wanted->cls->has(ClassObject::kHasInstanceCheck) && !is_instance_of(subject, wanted)) {
    out = Value::none();
    return Step::done;
  }
  // Builtin classes of one value match it by one positional pattern.
  const bool whole = (wanted->class_flags & ClassObject::kBuiltin) != 0 &&
                     (wanted->object_kind != Kind::instance &&
                      wanted->object_kind != Kind::exception && wanted->object_kind != Kind::class_);
  if (whole && positional == 1 && as<TupleObject>(names)->size == 0) {
    out = Value::object(machine.heap().make_tuple({subject}));
    return Step::done;
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, 1, machine.prelude("match_class"),
                      {subject, cls, Value::small_int(positional), names, Value::boolean(whole)});
}

Step map_rest(Machine& machine, Frame* frame, Value subject, Value keys, Value& out) {
  if (frame->phase == 1) {
    out = frame->answer;
    return Step::done;
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, 1, machine.prelude("map_rest"), {subject, keys});
}

}  // namespace lockstep
