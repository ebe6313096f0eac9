#pragma once

#include "vm/frame.h"
#include "vm/heap.h"
#include "vm/objects/async.h"
#include "vm/objects/callable.h"
#include "vm/objects/class.h"
#include "vm/objects/dict.h"
#include "vm/objects/exception.h"
#include "vm/objects/generator.h"
#include "vm/objects/iterator.h"
#include "vm/objects/module.h"
#include "vm/objects/number.h"
#include "vm/objects/primitive.h"
#include "vm/objects/sequence.h"
#include "vm/objects/text.h"
#include "vm/objects/thread.h"
#include "vm/state.h"

// What every kind of object points to: the one place that knows, for the collector and for whoever
// else walks a run's objects.
namespace lockstep {

// Hands each object that is referred to to `visit(Object*)`: never null, never an immortal one.
template <class Visitor>
class ReferenceWalk {
 public:
  explicit ReferenceWalk(Visitor& visit) : visit_(visit) {}

  void walk(Object* object) {
    see(object->cls);
    switch (object->kind) {
      case Kind::instance: see(static_cast<InstanceObject*>(object)->attributes.backing); return;
      case Kind::integer:
      case Kind::real:
      case Kind::complex_number:
      case Kind::string:
      case Kind::bytes:
      case Kind::random:
      case Kind::code:
      case Kind::raw: break;
      case Kind::bytearray: see(static_cast<ByteArrayObject*>(object)->bytes); break;
      case Kind::tuple: see_all(static_cast<TupleObject*>(object)->items, object->size); break;
      case Kind::list: see(static_cast<ListObject*>(object)->array); break;
      case Kind::dict: see(static_cast<DictObject*>(object)->table); break;
      case Kind::set: see(static_cast<SetObject*>(object)->table); break;
      case Kind::range: see_fields(*static_cast<RangeObject*>(object)); break;
      case Kind::slice: see_fields(*static_cast<SliceObject*>(object)); break;
      case Kind::dict_view: see(static_cast<DictViewObject*>(object)->dict); break;
      case Kind::mapping_proxy: see(static_cast<MappingProxyObject*>(object)->mapping); break;
      case Kind::class_: see_fields(*static_cast<ClassObject*>(object)); break;
      case Kind::function: see_fields(*static_cast<FunctionObject*>(object)); break;
      case Kind::native: see_fields(*static_cast<NativeObject*>(object)); break;
      case Kind::bound_method: see_fields(*static_cast<BoundMethodObject*>(object)); break;
      case Kind::property: see_fields(*static_cast<PropertyObject*>(object)); break;
      case Kind::static_method:
      case Kind::class_method: see(static_cast<WrapperObject*>(object)->function); break;
      case Kind::super_: see_fields(*static_cast<SuperObject*>(object)); break;
      case Kind::member: see_fields(*static_cast<MemberObject*>(object)); break;
      case Kind::cell: see(static_cast<CellObject*>(object)->value); break;
      case Kind::module: see_fields(*static_cast<ModuleObject*>(object)); break;
      case Kind::frame: see_fields(*static_cast<FrameObject*>(object)); break;
      case Kind::generator: see_fields(*static_cast<GeneratorObject*>(object)); break;
      case Kind::async_step: see_fields(*static_cast<AsyncStepObject*>(object)); break;
      case Kind::async_future: see_fields(*static_cast<AsyncFutureObject*>(object)); break;
      case Kind::async_handle: see_fields(*static_cast<AsyncHandleObject*>(object)); break;
      case Kind::async_primitive: see_fields(*static_cast<AsyncPrimitiveObject*>(object)); break;
      case Kind::event_loop: see_fields(*static_cast<EventLoopObject*>(object)); break;
      case Kind::iterator: see_fields(*static_cast<IteratorObject*>(object)); break;
      case Kind::lazy: see_fields(*static_cast<LazyObject*>(object)); break;
      case Kind::exception: see_fields(*static_cast<ExceptionObject*>(object)); return;
      case Kind::traceback: see(static_cast<TracebackObject*>(object)->next); break;
      case Kind::thread: see_fields(*static_cast<ThreadObject*>(object)); break;
      case Kind::primitive: see_all(static_cast<PrimitiveObject*>(object)->values, 2); break;
      case Kind::thread_storage: see_fields(*static_cast<ThreadLocalObject*>(object)); break;
      case Kind::opaque: see_all(static_cast<OpaqueObject*>(object)->values, 4); break;
      case Kind::array: see_all(static_cast<ArrayObject*>(object)->items, object->size); break;
      case Kind::table: see_fields(*static_cast<TableObject*>(object)); break;
      case Kind::set_table: see_fields(*static_cast<SetTableObject*>(object)); break;
      case Kind::stack_segment: see_fields(*static_cast<StackSegment*>(object)); break;
      case Kind::code_state: see_fields(*static_cast<CodeState*>(object)); break;
      case Kind::program_state: see_fields(*static_cast<ProgramState*>(object)); break;
      case Kind::run: see_fields(*static_cast<RunState*>(object)); break;
    }
    if ((object->flags & Object::kHasAttributes) != 0) {
      char* end = reinterpret_cast<char*>(object) + Heap::size_of(object);
      see((reinterpret_cast<Attributes*>(end) - 1)->backing);
    }
  }

 private:
  void see(Object* object) {
    if (object != nullptr && !object->is_immortal()) visit_(object);
  }
  void see(Value value) {
    if (value.is_object()) see(value.as_object());
  }
  void see_all(Value* values, size_t count) {
    for (size_t i = 0; i < count; ++i) see(values[i]);
  }

  void see_fields(RangeObject& range) {
    see(range.start);
    see(range.stop);
    see(range.step);
    see(range.length);
  }
  void see_fields(SliceObject& slice) {
    see(slice.start);
    see(slice.stop);
    see(slice.step);
  }
  void see_fields(ClassObject& cls) {
    see(cls.name);
    see(cls.qualified_name);
    see(cls.module);
    see(cls.base);
    see(cls.bases);
    see(cls.mro);
    see(cls.attributes);
    see(cls.layout);
    see(cls.subclasses);
  }
  void see_fields(FunctionObject& function) {
    see(function.state);
    see(function.globals);
    see(function.name);
    see(function.qualified_name);
    see(function.defaults);
    see(function.keyword_defaults);
    see(function.closure);
    see(function.annotations);
    see(function.attributes);
    see(function.doc);
    see(function.module);
  }
  void see_fields(NativeObject& native) {
    see(native.self);
    see(native.owner);
  }
  void see_fields(BoundMethodObject& method) {
    see(method.function);
    see(method.self);
  }
  void see_fields(PropertyObject& property) {
    see(property.getter);
    see(property.setter);
    see(property.deleter);
    see(property.doc);
  }
  void see_fields(SuperObject& super) {
    see(super.after);
    see(super.self);
    see(super.start);
  }
  void see_fields(MemberObject& member) {
    see(member.name);
    see(member.owner);
  }
  void see_fields(FrameObject& frame) {
    see(frame.globals);
    see(frame.back);
    see(frame.locals);
  }
  void see_fields(ModuleObject& module) {
    see(module.name);
    see(module.attributes);
    see(module.builtin);
  }
  // Not the frame's caller, and never its thread: what is suspended refers to what it holds itself.
  void see_frame(Frame& frame) {
    see(frame.state);
    see(frame.function);
    see(frame.globals);
    see(frame.name_space);
    see(frame.generator);
    see(frame.handled);
    see(frame.answer);
    see_all(frame.scratch, 2);
    see(frame.receiver);
    see_all(frame.registers(), frame.code->register_count);
  }
  void see_fields(GeneratorObject& generator) {
    see(generator.name);
    see(generator.qualified_name);
    if (generator.stage != GeneratorObject::Stage::finished) see_frame(generator.frame);
  }
  void see_fields(AsyncStepObject& step) {
    see(step.generator);
    see(step.argument);
  }
  void see_fields(AsyncFutureObject& future) {
    see(future.loop);
    see(future.value);
    see(future.traceback);
    see(future.callback);
    see(future.context);
    see(future.more);
    if (future.extra == AsyncFutureObject::waiter) {
      see(static_cast<AsyncWaiterObject&>(future).target);
      see(static_cast<AsyncWaiterObject&>(future).argument);
    }
    if (future.extra == AsyncFutureObject::gathering) see(static_cast<AsyncGatheringObject&>(future).children);
    if (future.extra != AsyncFutureObject::task) return;
    auto& task = static_cast<AsyncTaskObject&>(future);
    see(task.coroutine);
    see(task.waiter);
    see(task.name);
    see(task.own_context);
    see(task.previous);
    see(task.next);
  }
  void see_fields(AsyncHandleObject& handle) {
    see(handle.callback);
    see(handle.arguments);
    see(handle.context);
    see(handle.when);
    see(handle.loop);
  }
  void see_fields(AsyncPrimitiveObject& primitive) {
    see(primitive.loop);
    see(primitive.waiters.futures);
    see(primitive.putters.futures);
    see(primitive.items);
    see(primitive.finished);
  }
  void see_fields(EventLoopObject& loop) {
    see(loop.ready);
    see(loop.timers);
    see(loop.thread);
    see(loop.current_task);
    see(loop.first_task);
    see(loop.last_task);
    see(loop.generators);
    see_all(loop.running, EventLoopObject::kTriple);
    see(loop.outer_context);
  }
  void see_fields(IteratorObject& iterator) {
    see(iterator.target);
    see(iterator.sentinel);
  }
  void see_fields(LazyObject& lazy) {
    see(lazy.first);
    see(lazy.partial);
    see_all(lazy.items, lazy.size);
  }
  void see_fields(ExceptionObject& exception) {
    see(exception.arguments);
    see(exception.traceback);
    see(exception.cause);
    see(exception.context);
    see(exception.payload);
    see(exception.attributes.backing);
  }
  void see_fields(ThreadObject& thread) {
    for (Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) see_frame(*frame);
    see(thread.segment);
    see(thread.exception);
    see(thread.name);
    see(thread.handle);
    see(thread.result);
    see(thread.running_loop);
    see(thread.context);
    see(thread.next);
    see(thread.gate);
  }
  void see_fields(ThreadLocalObject& local) {
    see(local.dicts);
    see(local.arguments);
    see(local.keywords);
  }
  void see_fields(TableObject& table) {
    for (uint32_t i = 0; i < table.entry_count; ++i) {
      see(table.entries()[i].key);
      see(table.entries()[i].value);
    }
  }
  void see_fields(SetTableObject& table) {
    for (uint32_t i = 0; i < table.size; ++i) see(table.places[i].element);
  }
  void see_fields(StackSegment& segment) {
    see(segment.previous);
    see(segment.next);
  }
  void see_fields(CodeState& state) {
    see(state.program);
    for (uint32_t i = 0; i < state.size; ++i) see(state.caches[i].value);
  }
  void see_fields(ProgramState& program) {
    see(program.module);
    for (uint32_t i = 0; i < program.size; ++i) see(program.states[i]);
  }
  void see_fields(RunState& run) {
    see(run.first_thread);
    see(run.last_thread);
    see(run.modules);
    see(run.main_module);
    see(run.builtin_overlay);
    see(run.library);
    see(run.output);
    see(run.identities);
    see(run.operation_numbers);
    see(run.exit_functions);
    see(run.world_state);
    see(run.uncaught);
    see(run.script_arguments);
    see(run.reported_texts);
    see(run.async_library);
    see(run.unawaited);
    see(run.unretrieved);
    see(run.lost_futures);
    see(run.pending_tasks);
    see(run.async_loops);
    see(run.warned);
  }

  Visitor& visit_;
};

template <class Visitor>
void for_each_reference(Object* object, Visitor&& visit) {
  ReferenceWalk<std::remove_reference_t<Visitor>>(visit).walk(object);
}

}  // namespace lockstep
