#include "sync/barrier.h"

#include <algorithm>

#include "modules/primitive_support.h"
#include "modules/registry_builder.h"
#include "vm/raise.h"
#include "vm/value_text.h"

// threading.Barrier. values[0] is its action, values[1] the timeout its waits have by themselves.

namespace lockstep {

namespace {

Step barrier_new(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_primitive<Barrier>(machine, as<ClassObject>(call[0]), PrimitiveObject::barrier)));
}

// (self, parties, action=None, timeout=None)
Step barrier_init(Machine& machine, Call& call) {
  int64_t parties = 0;
  if (!machine.to_index(call[1], parties)) return Step::raised;
  auto* object = as<PrimitiveObject>(call[0]);
  auto& barrier = object->get<Barrier>();
  // A barrier for nobody is never full.
  barrier.parties = static_cast<uint32_t>(std::clamp<int64_t>(parties, 0, UINT32_MAX));
  object->values[0] = call.given(2) ? call[2] : Value::none();
  object->values[1] = call.given(3) ? call[3] : Value::none();
  barrier.has_action = !object->values[0].is_none();
  return call.none();
}

Step barrier_wait(Machine& machine, Call& call) {
  constexpr uint8_t kActed = 1;
  if (call.phase() == kActed) return call.done(call.scratch(0));
  auto* object = as<PrimitiveObject>(call[0]);
  Value seconds = call.given(1) ? call[1] : Value::none();
  if (seconds.is_none()) seconds = object->values[1];
  Time timeout = kNever;
  if (!seconds.is_none() && !to_nanoseconds(machine, seconds, timeout)) return Step::raised;
  uint32_t index = 0;
  SyncError error = SyncError::none;
  const uint32_t number = object->serial;
  if (machine.thread().task.wait.phase == 0) machine.tell(SyncKind::barrier_reached, number);
  switch (object->get<Barrier>().wait(machine.world(), machine.thread().task, timeout, index, error)) {
    case Barrier::Step::parked:
      return Step::parked;
    case Barrier::Step::run_action:
      call.scratch(0) = Value::small_int(index);
      machine.tell(SyncKind::barrier_passed, number);
      return machine.call(call, kActed, library_value(machine, "threading", "_act_for"), {call[0]});
    case Barrier::Step::done:
      break;
  }
  machine.tell(SyncKind::barrier_passed, number);
  return error == SyncError::none ? call.done(Value::small_int(index)) : raise_sync(machine, error);
}

Step barrier_reset(Machine& machine, Call& call) {
  const Progress progress = primitive_of<Barrier>(call).reset(machine.world(), machine.thread().task);
  return from_progress(call, progress, Value::none());
}

Step barrier_abort(Machine& machine, Call& call) {
  const Progress progress = primitive_of<Barrier>(call).abort(machine.world(), machine.thread().task);
  return from_progress(call, progress, Value::none());
}

Step barrier_repr(Machine& machine, Call& call) {
  const auto& barrier = primitive_of<Barrier>(call);
  const std::string cls = full_class_name(call[0]);
  const auto address = shown_address(machine, call[0]);
  return call.done(machine.heap().make_str(
      barrier.is_broken() ? fmt::format("<{} at {:#x}: broken>", cls, address)
                          : fmt::format("<{} at {:#x}: waiters={}/{}>", cls, address,
                                        barrier.n_waiting(), barrier.parties)));
}

Step barrier_parties(Machine&, Call& call) {
  return call.done(Value::small_int(primitive_of<Barrier>(call).parties));
}

Step barrier_n_waiting(Machine&, Call& call) {
  return call.done(Value::small_int(primitive_of<Barrier>(call).n_waiting()));
}

Step barrier_broken(Machine&, Call& call) {
  return call.done(Value::boolean(primitive_of<Barrier>(call).is_broken()));
}

Step barrier_action(Machine&, Call& call) {
  return call.done(as<PrimitiveObject>(call[0])->values[0]);
}

// (barrier, succeeded)
Step finish_barrier_action(Machine& machine, Call& call) {
  machine.tell(SyncKind::barrier_reached, as<PrimitiveObject>(call[0])->serial);
  primitive_of<Barrier>(call).finish_action(machine.world(), machine.thread().task,
                                            Machine::plain_truth(call[1]) == 1);
  return call.none();
}

constexpr NativeRow kBarrierMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a barrier.", barrier_new},
    {"__init__", "(self, parties, action=None, timeout=None)", "Initialize self.", barrier_init},
    {"wait", "(self, timeout=None)", "Wait for the barrier.", barrier_wait, Effect::operation,
     OperationKind::barrier_wait},
    {"reset", "(self)", "Reset the barrier to the initial state.", barrier_reset, Effect::operation,
     OperationKind::barrier_wait},
    {"abort", "(self)", "Place the barrier into a 'broken' state.", barrier_abort, Effect::operation,
     OperationKind::barrier_wait},
    {"__repr__", "(self, /)", "Return repr(self).", barrier_repr, Effect::reads},
};

constexpr NativeAttribute kBarrierAttributes[] = {
    {"parties", "how many have to arrive", barrier_parties, nullptr},
    {"n_waiting", "how many wait now", barrier_n_waiting, nullptr},
    {"broken", "whether the barrier is broken", barrier_broken, nullptr},
    {"_action", "what the last to arrive calls", barrier_action, nullptr},
};

constexpr NativeRow kBarrierNatives[] = {
    {"_finish_barrier_action", "(barrier, succeeded, /)", "", finish_barrier_action,
     Effect::operation, OperationKind::barrier_wait},
};

}  // namespace

void add_barrier_type(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::barrier, kBarrierMethods);
  builder.attributes(BuiltinClass::barrier, kBarrierAttributes);
  builder.functions("_thread", kBarrierNatives);
  static constexpr ConstantRow kConstants[] = {
      {.name = "Barrier", .type = ConstantRow::Type::cls, .cls = BuiltinClass::barrier},
  };
  builder.constants("_thread", kConstants);
}

}  // namespace lockstep
