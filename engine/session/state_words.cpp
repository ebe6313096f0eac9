// The words for what a run consists of: see state_reader.cpp for what they have to leave out.

#include <algorithm>
#include <cstring>

#include <xxhash.h>

#include "session/state_reader.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/objects/async.h"
#include "vm/references.h"

namespace lockstep {

void StateReader::put_bytes(Sink& sink, const void* bytes, size_t count) {
  put(sink, count);
  const XXH128_hash_t hash = XXH3_128bits(bytes, count);
  put(sink, hash.low64);
  put(sink, hash.high64);
}

void StateReader::put_all(Sink& sink, const Value* values, size_t count) {
  put(sink, count);
  for (size_t i = 0; i < count; ++i) put_value(sink, values[i]);
}

void StateReader::put_value(Sink& sink, Value value) {
  if (!value.is_object()) return put(sink, value.bits());
  put_object(sink, value.as_object());
}

// Values without an inside that changes: told by what they are.
bool StateReader::put_as_content(Sink& sink, Object* object) {
  if ((object->flags & Object::kHasAttributes) != 0) return false;
  switch (object->kind) {
    case Kind::string: {
      const std::string_view text = static_cast<StrObject*>(object)->view();
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put_bytes(sink, text.data(), text.size());
      return true;
    }
    case Kind::bytes: {
      const std::string_view text = static_cast<BytesObject*>(object)->view();
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put_bytes(sink, text.data(), text.size());
      return true;
    }
    case Kind::integer:
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put(sink, object->extra);
      put_bytes(sink, static_cast<IntObject*>(object)->limbs, object->size * sizeof(uint32_t));
      return true;
    case Kind::real: {
      uint64_t bits = 0;
      std::memcpy(&bits, &static_cast<FloatObject*>(object)->number, sizeof(bits));
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put(sink, bits);
      return true;
    }
    default:
      return false;
  }
}

void StateReader::put_object(Sink& sink, Object* object) {
  if (object == nullptr) return put(sink, 0);
  if (object->is_immortal()) return put(sink, reinterpret_cast<uintptr_t>(object));
  if (put_as_content(sink, object)) return;
  if (object->kind == Kind::thread) {
    auto* thread = static_cast<ThreadObject*>(object);
    if (thread->task.state != TaskState::created) return put_thread(sink, thread);
  }
  if (sink.owner != nullptr && facts_->threads_are_anonymous &&
      sink.owner->handle == Value::object(object) && object->cls == thread_class_) {
    return put(sink, mark(kMyHandle));
  }
  if (is_base(object)) return put(sink, reinterpret_cast<uintptr_t>(object));

  sink.met_new = true;
  const auto [at, is_new] = places_.try_emplace(object);
  Place& place = at->second;
  if (is_new) {
    place.owner = sink.owner;
    place.number = sink.owner == nullptr && !is_whole_ ? shared_count_++ : own_count_++;
    queue_.push_back(object);
  }
  if (place.owner == nullptr && !is_whole_) {
    if (sink.owner != nullptr) {
      sink.part->objects.push_back(static_cast<uint32_t>(sink.part->words.size()));
    }
    return put(sink, StatePart::number(place.number, StatePart::kSharedObject));
  }
  if (place.owner != sink.owner) is_mixed_ = true;
  put(sink, StatePart::number(place.number, kOwnObject));
}

// Tells the objects that were met. The list of those to come is a stack of the call's own part.
bool StateReader::drain(Sink& sink) {
  for (size_t i = 0; i < queue_.size(); ++i) {
    Object* object = queue_[i];
    put_content(sink, object);
  }
  queue_.clear();
  return !is_mixed_;
}

int32_t StateReader::number_thread(const ThreadObject* thread) {
  const auto [at, is_new] = numbers_.try_emplace(thread, -1);
  if (at->second < 0) at->second = next_number_++;
  return at->second;
}

void StateReader::put_thread(Sink& sink, const ThreadObject* thread) {
  if (thread == sink.owner) return put(sink, mark(kMyself));
  if (thread->task.state == TaskState::finished) {
    return put(sink, StatePart::number(thread->task.id, kEndedThread));
  }
  const auto known = numbers_.find(thread);
  const bool is_known = known != numbers_.end() && known->second >= 0;
  if (sink.owner != nullptr && sink.owner->task.id != 0 && !is_known) {
    // Numbers are given by what is shared and what main has; this one is known to another thread alone.
    is_mixed_ = true;
  }
  sink.part->threads.push_back(static_cast<uint32_t>(sink.part->words.size()));
  put(sink, StatePart::number(static_cast<uint32_t>(number_thread(thread)), StatePart::kThread));
}

void StateReader::put_task(Sink& sink, TaskReference reference) {
  if (reference.none()) return put(sink, 0);
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (reference.is(*task)) return put_thread(sink, &Machine::thread_of(*task));
  }
  put(sink, StatePart::number(reference.id(), kEndedThread));
}

Time StateReader::from_now(Time deadline) const {
  if (deadline == kNever || deadline < 0) return deadline;
  if (options_.arbitrary_time) return 0;
  return std::max<Time>(0, deadline - state_.clock);
}

// --- Objects -------------------------------------------------------------------------------------

InstanceObject* StateReader::as_handle(Value value) const {
  if (thread_class_ == nullptr || !is_kind(value, Kind::instance)) return nullptr;
  auto* instance = as<InstanceObject>(value);
  return is_subclass(instance->cls, thread_class_) ? instance : nullptr;
}

ThreadObject* StateReader::thread_of_handle(InstanceObject* handle) const {
  return try_as<ThreadObject>(get_own(handle, state_name_));
}

bool StateReader::is_masked_attribute(InstanceObject* handle, Value name) const {
  if (!facts_->threads_are_anonymous) return false;
  const auto* text = try_as<StrObject>(name);
  if (text == nullptr) return false;
  const std::string_view view = text->view();
  if (view != "_state" && view != "_target" && view != "_args" && view != "_kwargs") return false;
  // Before it starts, a thread will still take what it is to do from here.
  const ThreadObject* thread = thread_of_handle(handle);
  return thread != nullptr && thread->task.state != TaskState::created;
}

// What a handle says of its thread.
void StateReader::put_started(Sink& sink, const ThreadObject* thread) {
  const bool is_awaited = awaited_ != nullptr && facts_->main_alone_starts &&
                          std::find(awaited_->begin(), awaited_->end(), thread->task.id) != awaited_->end();
  if (is_awaited || thread->task.state == TaskState::finished) return put(sink, mark(5));
  // Nobody waits for main without having asked for it by name.
  if (thread->task.id == 0) return put(sink, mark(6));
  put_thread(sink, thread);
}

void StateReader::put_attributes(Sink& sink, Object* object) {
  const Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || attributes->backing == nullptr) return put(sink, mark(0));
  InstanceObject* handle = as_handle(Value::object(object));
  const auto tell = [&](Value name, Value value) {
    if (handle != nullptr && is_masked_attribute(handle, name)) {
      const bool is_told_elsewhere =
          std::binary_search(base_handles_.begin(), base_handles_.end(), handle);
      if (!is_told_elsewhere && as<StrObject>(name)->view() == "_state") {
        put_started(sink, thread_of_handle(handle));
      }
      return;
    }
    put_value(sink, name);
    put_value(sink, value);
  };
  if (attributes->in_dict()) {
    DictIterator iterator;
    while (auto* entry = Dict::next(static_cast<DictObject*>(attributes->backing), iterator)) {
      tell(entry->key, entry->value);
    }
  } else {
    DictIterator iterator;
    const Value* slots = static_cast<ArrayObject*>(attributes->backing)->items;
    for (uint32_t i = 0; i < attributes->count; ++i) {
      const auto* entry = Dict::next(object->cls->layout, iterator);
      if (entry == nullptr) break;
      if (!slots[i].is_empty()) tell(entry->key, slots[i]);
    }
  }
  put(sink, mark(0));
}

void StateReader::put_dict(Sink& sink, const DictObject* dict) {
  put(sink, dict->size);
  DictIterator iterator;
  while (auto* entry = Dict::next(dict, iterator)) {
    put_value(sink, entry->key);
    put_value(sink, entry->value);
  }
}

void StateReader::put_content(Sink& sink, Object* object) {
  put(sink, mark(2));
  put(sink, static_cast<uint64_t>(object->kind) | (uint64_t{object->extra} << 8));
  put_object(sink, object->cls);
  put_fields(sink, object);
  const bool has_more = object->kind == Kind::instance || object->kind == Kind::exception ||
                        (object->flags & Object::kHasAttributes) != 0;
  if (has_more) put_attributes(sink, object);
}

void StateReader::put_fields(Sink& sink, Object* object) {
  // The number that id() and hash() show, of kinds that keep it in the header.
  const uint32_t identity = Heap::known_identity(object);
  put(sink, identity);
  switch (object->kind) {
    case Kind::instance:
      return;
    case Kind::integer:
      return put_bytes(sink, static_cast<IntObject*>(object)->limbs, object->size * sizeof(uint32_t));
    case Kind::real:
      return put_bytes(sink, &static_cast<FloatObject*>(object)->number, sizeof(double));
    case Kind::complex_number:
      put_bytes(sink, &static_cast<ComplexObject*>(object)->real, sizeof(double));
      return put_bytes(sink, &static_cast<ComplexObject*>(object)->imaginary, sizeof(double));
    case Kind::string: {
      const std::string_view text = static_cast<StrObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::bytes: {
      const std::string_view text = static_cast<BytesObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::bytearray: {
      const std::string_view text = static_cast<ByteArrayObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::tuple:
      return put_all(sink, static_cast<TupleObject*>(object)->items, object->size);
    case Kind::list:
      return put_all(sink, static_cast<ListObject*>(object)->items(), object->size);
    case Kind::array:
      return put_all(sink, static_cast<ArrayObject*>(object)->items, object->size);
    case Kind::dict:
      return put_dict(sink, static_cast<DictObject*>(object));
    case Kind::set: {
      auto* set = static_cast<SetObject*>(object);
      // The order of its elements is the table's, which depends on how it came about.
      put(sink, object->size);
      put(sink, (uint64_t{set->fill} << 32) | set->finger);
      put(sink, set->table == nullptr ? 0 : set->table->size);
      for (uint32_t i = 0; set->table != nullptr && i < set->table->size; ++i) {
        const auto& place = set->table->places[i];
        if (place.element.is_empty() && place.hash == 0) continue;
        put(sink, i);
        put_value(sink, place.element);
      }
      return;
    }
    case Kind::range: {
      auto* range = static_cast<RangeObject*>(object);
      put_value(sink, range->start);
      put_value(sink, range->stop);
      return put_value(sink, range->step);
    }
    case Kind::slice: {
      auto* slice = static_cast<SliceObject*>(object);
      put_value(sink, slice->start);
      put_value(sink, slice->stop);
      return put_value(sink, slice->step);
    }
    case Kind::dict_view:
      return put_object(sink, static_cast<DictViewObject*>(object)->dict);
    case Kind::mapping_proxy:
      return put_value(sink, static_cast<MappingProxyObject*>(object)->mapping);
    case Kind::class_: {
      auto* cls = static_cast<ClassObject*>(object);
      put_object(sink, cls->name);
      put_object(sink, cls->qualified_name);
      put_value(sink, cls->module);
      put_object(sink, cls->bases);
      put_object(sink, cls->mro);
      put_object(sink, cls->attributes);
      return put(sink, cls->class_flags);
    }
    case Kind::function: {
      auto* function = static_cast<FunctionObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(function->code));
      put_object(sink, function->globals);
      put_object(sink, function->name);
      put_object(sink, function->qualified_name);
      put_object(sink, function->defaults);
      put_object(sink, function->keyword_defaults);
      put_object(sink, function->closure);
      put_object(sink, function->annotations);
      put_object(sink, function->attributes);
      put_value(sink, function->doc);
      return put_value(sink, function->module);
    }
    case Kind::native: {
      auto* native = static_cast<NativeObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(native->row));
      put_value(sink, native->self);
      return put_object(sink, native->owner);
    }
    case Kind::bound_method: {
      auto* method = static_cast<BoundMethodObject*>(object);
      put_value(sink, method->function);
      return put_value(sink, method->self);
    }
    case Kind::property: {
      auto* property = static_cast<PropertyObject*>(object);
      put_value(sink, property->getter);
      put_value(sink, property->setter);
      put_value(sink, property->deleter);
      return put_value(sink, property->doc);
    }
    case Kind::static_method:
    case Kind::class_method:
      return put_value(sink, static_cast<WrapperObject*>(object)->function);
    case Kind::super_: {
      auto* super = static_cast<SuperObject*>(object);
      put_object(sink, super->after);
      put_value(sink, super->self);
      return put_object(sink, super->start);
    }
    case Kind::member: {
      auto* member = static_cast<MemberObject*>(object);
      put_object(sink, member->name);
      put_object(sink, member->owner);
      return put(sink, reinterpret_cast<uintptr_t>(member->native));
    }
    case Kind::cell:
      return put_value(sink, static_cast<CellObject*>(object)->value);
    case Kind::module: {
      auto* module = static_cast<ModuleObject*>(object);
      put_object(sink, module->name);
      put_object(sink, module->attributes);
      return put_object(sink, module->builtin);
    }
    case Kind::code:
      return put(sink, reinterpret_cast<uintptr_t>(static_cast<CodeObject*>(object)->code));
    case Kind::frame: {
      auto* frame = static_cast<FrameObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(frame->code));
      put(sink, frame->instruction);
      put_object(sink, frame->back);
      put_object(sink, frame->locals);
      return put_object(sink, frame->globals);
    }
    case Kind::generator: {
      auto* generator = static_cast<GeneratorObject*>(object);
      put(sink, static_cast<uint64_t>(generator->stage) * 32 + (generator->awaited ? 16 : 0) +
                    (generator->is_awaitable ? 8 : 0) + (generator->is_closed ? 4 : 0) +
                    (generator->is_driven ? 2 : 0) + (generator->is_known ? 1 : 0));
      put(sink, generator->drive);
      put_object(sink, generator->name);
      put_object(sink, generator->qualified_name);
      // The frame of one that runs is told with its thread.
      if (generator->stage == GeneratorObject::Stage::created) {
        put_frame(sink, generator->frame, false, true);
      } else if (generator->stage == GeneratorObject::Stage::suspended) {
        put_frame(sink, generator->frame, true, false);
      }
      return;
    }
    case Kind::async_step: {
      auto* step = static_cast<AsyncStepObject*>(object);
      put_object(sink, step->generator);
      put_value(sink, step->argument);
      return put(sink, static_cast<uint64_t>(step->stage));
    }
    case Kind::iterator: {
      auto* iterator = static_cast<IteratorObject*>(object);
      put_value(sink, iterator->target);
      put(sink, static_cast<uint64_t>(iterator->position));
      put(sink, static_cast<uint64_t>(iterator->limit));
      put(sink, static_cast<uint64_t>(iterator->step));
      return put_value(sink, iterator->sentinel);
    }
    case Kind::lazy: {
      auto* lazy = static_cast<LazyObject*>(object);
      put_value(sink, lazy->first);
      put_value(sink, lazy->partial);
      return put_all(sink, lazy->items, lazy->size);
    }
    case Kind::exception: {
      auto* exception = static_cast<ExceptionObject*>(object);
      put_object(sink, exception->arguments);
      put_object(sink, exception->traceback);
      put_value(sink, exception->cause);
      put_value(sink, exception->context);
      return put_value(sink, exception->payload);
    }
    case Kind::traceback: {
      auto* traceback = static_cast<TracebackObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(traceback->code));
      put(sink, traceback->instruction);
      return put_object(sink, traceback->next);
    }
    case Kind::primitive:
      return put_primitive(sink, static_cast<PrimitiveObject*>(object));
    case Kind::thread_storage: {
      auto* local = static_cast<ThreadLocalObject*>(object);
      put_object(sink, local->dicts);
      put_value(sink, local->arguments);
      return put_value(sink, local->keywords);
    }
    case Kind::random: {
      auto* random = static_cast<RandomObject*>(object);
      put_bytes(sink, &random->next_gauss, sizeof(random->next_gauss));
      return put_bytes(sink, &random->twister, sizeof(random->twister));
    }
    case Kind::opaque: {
      auto* opaque = static_cast<OpaqueObject*>(object);
      for (Value value : opaque->values) put_value(sink, value);
      return put_bytes(sink, opaque->bytes, object->size);
    }
    case Kind::thread: {
      // One that was not started yet.
      auto* thread = static_cast<ThreadObject*>(object);
      put(sink, thread->ident);
      put(sink, thread->task.daemon);
      put_value(sink, thread->handle);
      return put_thread_part(sink, *thread);
    }
    case Kind::raw:
      return put_bytes(sink, static_cast<RawObject*>(object)->data, object->size);
    case Kind::async_future:
      return put_future(sink, static_cast<AsyncFutureObject*>(object));
    case Kind::async_handle: {
      auto* handle = static_cast<AsyncHandleObject*>(object);
      put_value(sink, handle->callback);
      put_value(sink, handle->arguments);
      put_value(sink, handle->context);
      put_value(sink, handle->when);
      return put_object(sink, handle->loop);
    }
    case Kind::async_primitive:
      return put_async_primitive(sink, static_cast<AsyncPrimitiveObject*>(object));
    case Kind::event_loop:
      return put_loop(sink, static_cast<EventLoopObject*>(object));
    case Kind::table:
    case Kind::set_table:
    case Kind::stack_segment:
    case Kind::code_state:
    case Kind::program_state:
    case Kind::run:
      put(sink, reinterpret_cast<uintptr_t>(object));
      is_mixed_ = true;
      return;
  }
}

// --- Threads -------------------------------------------------------------------------------------

const Liveness& StateReader::liveness_of(const LoadedCode* code) {
  auto& known = liveness_[code];
  if (known == nullptr) known = std::make_unique<Liveness>(*code->code);
  return *known;
}

// `is_waiting`: it stands behind a call, whose result it will get; `again`: it will execute its
// instruction again.
void StateReader::put_frame(Sink& sink, const Frame& frame, bool is_waiting, bool again) {
  const auto at = static_cast<size_t>(frame.pc - frame.code->instructions);
  put(sink, reinterpret_cast<uintptr_t>(frame.code));
  put(sink, at | (uint64_t{frame.phase} << 32) | (uint64_t{static_cast<uint8_t>(frame.after)} << 40));
  put(sink, frame.result | (frame.reentered ? uint64_t{1} << 32 : 0) |
                (frame.catches_stop ? uint64_t{1} << 33 : 0) |
                (frame.is_trampoline ? uint64_t{1} << 34 : 0));
  put_object(sink, frame.function);
  put_object(sink, frame.globals);
  put_object(sink, frame.name_space);
  put_object(sink, frame.generator);
  put_value(sink, frame.handled);
  if (frame.phase != 0 || frame.reentered) {
    put(sink, static_cast<uint64_t>(frame.outcome));
    put_value(sink, frame.answer);
    put_value(sink, frame.scratch[0]);
    put_value(sink, frame.scratch[1]);
  }
  if (frame.after == After::construct) put_value(sink, frame.receiver);
  if (frame.code->is_library && !frame.code->keeps_nothing) needs_clock_ = true;

  const Liveness& liveness = liveness_of(frame.code);
  const Value* registers = frame.registers();
  for (uint32_t i = 0; i < frame.code->register_count; ++i) {
    const bool lives = is_waiting && !again ? liveness.beyond(at, i) : liveness.before(at, i);
    if (lives) put_value(sink, registers[i]);
  }
}

void StateReader::put_thread_part(Sink& sink, const ThreadObject& thread) {
  const Task& task = thread.task;
  put(sink, static_cast<uint64_t>(task.state == TaskState::blocked) * 4 + (task.daemon ? 2 : 0) +
                (task.waiter.queue != nullptr ? 1 : 0));
  put(sink, task.pending.kind == OperationKind::none ? 1 : 0);
  put(sink, task.wait.phase | (uint64_t{task.wait.flag} << 8) | (uint64_t{task.wait.number} << 32));
  put(sink, static_cast<uint64_t>(task.wait.phase == 0 ? 0 : from_now(task.wait.deadline)));
  put(sink, static_cast<uint64_t>(from_now(task.deadline)));
  if (task.wait.phase != 0) put(sink, task.wait.scratch);
  put_value(sink, thread.running_loop);
  // Whether the thread that it stands before joining has ended: a handle may not tell.
  const auto* joined = task.pending.kind == OperationKind::thread_join && thread.gate != nullptr &&
                               thread.gate->kind == Kind::thread
                           ? static_cast<const ThreadObject*>(thread.gate)
                           : nullptr;
  put(sink, joined == nullptr ? 0 : joined->task.state == TaskState::finished ? 2 : 1);
  // Its end will be noticed by those.
  put(sink, thread.ended.waiters.size);
  put_value(sink, thread.exception);
  put_value(sink, thread.context);
  put(sink, thread.announced != nullptr ? 1 : 0);
  if (machine_.options().draws != nullptr) put(sink, (uint64_t{task.id} << 32) | thread.draws);
  // A wait for the end of a thread, with a time limit: the queue stands in that thread.
  if (task.waiter.queue != nullptr && task.waiting_for == WaitKind::thread_end) {
    put_task(sink, task.waiting_for_owner != nullptr ? *task.waiting_for_owner : TaskReference());
  }
  const Frame* callee = nullptr;
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    put_frame(sink, *frame, callee != nullptr,
              callee != nullptr &&
                  (callee->after == After::answer || callee->after == After::outcome));
    callee = frame;
  }
  put(sink, mark(3));
}

void StateReader::put_run(Sink& sink) {
  const RunState& run = machine_.state();
  put_object(sink, run.modules);
  put_object(sink, run.builtin_overlay);
  put_object(sink, run.identities);
  put_object(sink, run.exit_functions);
  put_object(sink, run.reported_texts);
  put_value(sink, run.uncaught);
  put_value(sink, run.script_arguments);
  put(sink, (uint64_t{run.next_identity} << 32) | run.next_thread);
  put(sink, (uint64_t{run.main_stage} << 32) | static_cast<uint32_t>(run.exit_status));
  put(sink, run.recursion_limit);
  put(sink, run.digit_limit);
  put(sink, run.next_async_task);
  put(sink, run.input_offset);
  // The daemons. (A thread that is alone has no visible steps.)
  put(sink, run.live_threads - state_.live_threads);
  put(sink, state_.random);
  if (facts_->reads_clock) put(sink, static_cast<uint64_t>(state_.clock));
  std::string_view text;
  if (run.output != nullptr) text = {run.output->data, static_cast<size_t>(run.output_size)};
  if (options_.tells_last_line && text.size() > 1) {
    // The text behind the last line end, and the line before it.
    const size_t last = text.rfind('\n');
    const size_t before = last == std::string_view::npos || last == 0 ? std::string_view::npos
                                                                      : text.rfind('\n', last - 1);
    if (before != std::string_view::npos) text.remove_prefix(before + 1);
  }
  if (options_.tells_output || options_.tells_last_line) put_bytes(sink, text.data(), text.size());
}

}  // namespace lockstep
