#include "modules/primitive_support.h"
#include "modules/registry_builder.h"
#include "sync/acquire.h"
#include "vm/raise.h"

// What concurrent.futures.Future is made of: its state, its outcome, and who waits for it. Each native is
// one step that nothing can come between, so library code needs no lock around a future.

namespace lockstep {

namespace {

// values[0] is the result, values[1] the exception or None.
struct FutureGate {
  enum class State : uint8_t { pending, running, cancelled, cancelled_and_notified, finished };

  WaitQueue waiters;
  TaskReference runner;    // who will finish it, once that is known
  State state = State::pending;

  bool is_over() const { return state >= State::cancelled; }

  void end(World& world, State how) {
    state = how;
    runner = {};
    wake_all(world, waiters);
  }
};

Value number_of(FutureGate::State state) { return Value::small_int(static_cast<int>(state)); }

Step make_future(Machine& machine, Call& call) {
  PrimitiveObject* future =
      make_primitive<FutureGate>(machine, builtin_class(BuiltinClass::opaque), PrimitiveObject::latch);
  machine.tell(SyncKind::future_made, future->serial);
  return call.done(Value::object(future));
}

void tell(Machine& machine, SyncKind kind, Call& call, uint32_t detail = 0) {
  machine.tell(kind, as<PrimitiveObject>(call[0])->serial, detail);
}

Step future_state(Machine& machine, Call& call) {
  tell(machine, SyncKind::future_seen, call);
  return call.done(number_of(primitive_of<FutureGate>(call).state));
}

// Something was left with it for whoever ends it.
Step note_handed(Machine& machine, Call& call) {
  tell(machine, SyncKind::future_handed, call);
  return call.none();
}

// The three that change the state return what it was.

Step cancel_future(Machine& machine, Call& call) {
  auto& gate = primitive_of<FutureGate>(call);
  const auto before = gate.state;
  if (before == FutureGate::State::pending) gate.end(machine.world(), FutureGate::State::cancelled);
  tell(machine, SyncKind::future_changed, call);
  return call.done(number_of(before));
}

Step begin_future(Machine& machine, Call& call) {
  auto& gate = primitive_of<FutureGate>(call);
  const auto before = gate.state;
  if (before == FutureGate::State::pending) {
    gate.state = FutureGate::State::running;
    gate.runner = TaskReference::to(machine.thread().task);
  } else if (before == FutureGate::State::cancelled) {
    gate.state = FutureGate::State::cancelled_and_notified;
  }
  tell(machine, SyncKind::future_changed, call);
  return call.done(number_of(before));
}

// (future, result, exception)
Step finish_future(Machine& machine, Call& call) {
  auto* object = as<PrimitiveObject>(call[0]);
  auto& gate = object->get<FutureGate>();
  const auto before = gate.state;
  if (!gate.is_over()) {
    object->values[0] = call[1];
    object->values[1] = call[2];
    gate.end(machine.world(), FutureGate::State::finished);
    tell(machine, SyncKind::future_changed, call, call[2].is_none() ? 0 : 1);
  }
  return call.done(number_of(before));
}

// (future, timeout): whether it is over.
Step wait_for_future(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !wait_deadline(machine, call[1], deadline)) return Step::raised;
  auto& gate = primitive_of<FutureGate>(call);
  bool over = false;
  const Progress progress =
      wait_until(machine.world(), machine.thread().task, gate.waiters, WaitKind::future, deadline,
                 &gate.runner, over, [&] { return gate.is_over(); });
  if (progress == Progress::done && over) tell(machine, SyncKind::future_seen, call);
  return from_progress(call, progress, Value::boolean(over));
}

Step future_result(Machine&, Call& call) { return call.done(as<PrimitiveObject>(call[0])->values[0]); }

Step future_exception(Machine& machine, Call& call) {
  tell(machine, SyncKind::future_asked, call);
  return call.done(as<PrimitiveObject>(call[0])->values[1]);
}

constexpr NativeRow kFutureNatives[] = {
    {"_make", "()", "", make_future},
    {"_state", "(future, /)", "", future_state},
    {"_note_handed", "(future, /)", "", note_handed},
    {"_cancel", "(future, /)", "", cancel_future, Effect::operation, OperationKind::future_set},
    {"_begin", "(future, /)", "", begin_future, Effect::operation, OperationKind::future_set},
    {"_finish", "(future, result, exception, /)", "", finish_future, Effect::operation,
     OperationKind::future_set},
    {"_wait", "(future, timeout, /)", "", wait_for_future, Effect::operation,
     OperationKind::future_wait},
    {"_result", "(future, /)", "", future_result},
    {"_exception", "(future, /)", "", future_exception},
};

}  // namespace

void add_future_natives(RegistryBuilder& builder) { builder.functions("_future", kFutureNatives); }

}  // namespace lockstep
