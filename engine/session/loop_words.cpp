#include "session/loop_words.h"

#include "vm/async.h"
#include "vm/async_primitives.h"
#include "vm/attributes.h"
#include "vm/generators.h"
#include "vm/loaded_program.h"
#include "vm/native.h"
#include "vm/objects/callable.h"
#include "vm/objects/module.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

const AsyncTaskObject* as_task(Value value) {
  const auto* future = try_as<AsyncFutureObject>(value);
  const bool is_task = future != nullptr && future->extra == AsyncFutureObject::task;
  return is_task ? static_cast<const AsyncTaskObject*>(future) : nullptr;
}

// Without "outer.<locals>.": a learner knows the function by its last name.
std::string last_name(std::string_view qualified) {
  constexpr std::string_view kLocals = "<locals>.";
  const size_t at = qualified.rfind(kLocals);
  return std::string(at == std::string_view::npos ? qualified : qualified.substr(at + kLocals.size()));
}

std::string method_of(Value self, std::string_view name, const ObjectWalk& walk) {
  const std::string_view known = self.is_object() ? walk.name_of(self.as_object()) : std::string_view();
  return std::string(known.empty() ? Machine::class_name(self) : known) + "." + std::string(name);
}

std::string name_of_callable(Value callable, const ObjectWalk& walk) {
  if (const auto* function = try_as<FunctionObject>(callable)) {
    return last_name(function->qualified_name->view());
  }
  if (const auto* method = try_as<BoundMethodObject>(callable)) {
    if (const auto* function = try_as<FunctionObject>(method->function)) {
      return method_of(method->self, function->name->view(), walk);
    }
  }
  if (const auto* native = try_as<NativeObject>(callable)) {
    return native->self.is_object() ? method_of(native->self, native->row->name, walk) : native->row->name;
  }
  return std::string(Machine::class_name(callable));
}

std::string name_of_future(const AsyncFutureObject* future, const ObjectWalk& walk) {
  if (const auto* task = as_task(Value::object(const_cast<AsyncFutureObject*>(future)))) {
    return task_name_of(task);
  }
  const std::string_view name = walk.name_of(future);
  return name.empty() ? "a future" : std::string(name);
}

std::string words_for_step(const AsyncTaskObject* task, Value argument) {
  const std::string name = task_name_of(task);
  const auto* generator = try_as<GeneratorObject>(task->coroutine);
  const auto* future = try_as<AsyncFutureObject>(argument);
  if (task->must_cancel || (future != nullptr && future->state == AsyncFutureObject::State::cancelled)) {
    return "throw CancelledError into " + name;
  }
  if (const auto* exception = try_as<ExceptionObject>(argument)) {
    return "throw " + std::string(exception->cls->name->view()) + " into " + name;
  }
  if (future != nullptr && future->failed) {
    return "throw " + std::string(Machine::class_name(future->value)) + " into " + name;
  }
  const bool begins = generator != nullptr && generator->stage == GeneratorObject::Stage::created;
  return (begins ? "begin " : "go on with ") + name;
}

std::string words_for_handle(const AsyncHandleObject* handle, const ObjectWalk& walk) {
  if ((handle->extra & AsyncHandleObject::kCancelled) != 0) return "pass over a call that was cancelled";
  return "call " + name_of_callable(handle->callback, walk);
}

}  // namespace

std::string words_for_entry(const Value* entry, const ObjectWalk& walk, const AsyncTaskObject*& task) {
  const Value what = entry[0];
  const Value argument = entry[1];
  task = as_task(what);
  if (task != nullptr) return words_for_step(task, argument);
  if (argument.is_empty()) return words_for_timer(what, walk, task);
  const auto* future = try_as<AsyncFutureObject>(argument);
  const auto* outer = try_as<AsyncFutureObject>(what);
  const bool is_gather = outer != nullptr && outer->extra == AsyncFutureObject::gathering;
  const std::string done = future == nullptr ? "" : " that " + name_of_future(future, walk) + " is done";
  return "tell " + (is_gather ? "gather" : name_of_callable(what, walk)) + done;
}

std::string words_for_timer(Value what, const ObjectWalk& walk, const AsyncTaskObject*& task) {
  task = nullptr;
  if (const auto* handle = try_as<AsyncHandleObject>(what)) return words_for_handle(handle, walk);
  const auto* future = try_as<AsyncFutureObject>(what);
  if (future == nullptr) return "call " + name_of_callable(what, walk);
  task = as_task(future->callback);
  return task == nullptr ? "end a sleep" : "wake " + task_name_of(task);
}

std::string words_for_task_wait(const AsyncTaskObject* task, const ObjectWalk& walk) {
  const auto* waiter = try_as<AsyncFutureObject>(task->waiter);
  if (waiter == nullptr || waiter->state != AsyncFutureObject::State::pending || waiter->is_sleep) return "";
  if (waiter->extra == AsyncFutureObject::task) return "the end of " + name_of_future(waiter, walk);
  if (waiter->extra == AsyncFutureObject::waiter) {
    const auto* wait = static_cast<const AsyncWaiterObject*>(waiter);
    const std::string words = words_for_wait(wait->wait);
    const std::string_view known = walk.name_of(wait->target);
    return known.empty() ? words : std::string(known) + words.substr(words.find('.'));
  }
  // The library's coroutine that the script awaits says more than the future inside it.
  Value at = task->coroutine;
  while (const auto* generator = try_as<GeneratorObject>(at)) {
    if (generator->stage != GeneratorObject::Stage::suspended) break;
    const Frame& frame = generator->frame;
    if (frame.code->is_library) {
      const bool is_method = frame.code->local_count != 0 && frame.code->local_names[0]->view() == "self";
      if (is_method) return method_of(frame.registers()[0], frame.code->name->view(), walk);
      return std::string(frame.code->name->view());
    }
    at = delegate_of(frame);
    if (const auto* step = try_as<AsyncStepObject>(at); step != nullptr && step->generator != nullptr) {
      at = Value::object(step->generator);
    }
  }
  if (waiter->extra == AsyncFutureObject::gathering) return "gather";
  return name_of_future(waiter, walk);
}

std::string words_for_loop(const EventLoopObject* loop, const ObjectWalk& walk) {
  const AsyncTaskObject* task = nullptr;
  if (loop->ready_count != 0) {
    return words_for_entry(loop->ready->items + size_t{loop->ready_first} * EventLoopObject::kTriple, walk, task);
  }
  if (loop->is_stopping) return "end the loop";
  return loop->timer_count == 0 ? "wait for something to do" : "wait for the next timer";
}

}  // namespace lockstep
