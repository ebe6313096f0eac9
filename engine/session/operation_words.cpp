#include "session/operation_words.h"

#include "session/loop_words.h"
#include "vm/loaded_program.h"
#include "vm/objects/iterator.h"
#include "vm/visibility.h"
#include "world/trace_recorder.h"

namespace lockstep {

namespace {

constexpr size_t kLongestSource = 44;

// The source text that an instruction stands for, "" where it goes over several lines or is long.
std::string source_of(const Frame& frame) {
  const SourceSpan span = frame.code->code->span_of(frame.pc);
  const auto& lines = frame.code->program->program->lines;
  if (span.line <= 0 || span.line != span.end_line || size_t(span.line) > lines.size()) return "";
  const std::string_view line = lines[size_t(span.line) - 1];
  if (span.column < 0 || span.end_column <= span.column || size_t(span.end_column) > line.size()) return "";
  std::string text(line.substr(size_t(span.column), size_t(span.end_column - span.column)));
  return text.size() <= kLongestSource ? text : "";
}

// A global's or attribute's name, which the operation carries as a number only.
std::string_view site_name(const Frame& frame, uint32_t detail) {
  const auto& sites = frame.code->code->sites;
  for (size_t i = 0; i < sites.size(); i++) {
    if (detail_of(frame.code->site_names[i]) == detail) return frame.code->site_names[i]->view();
  }
  return "";
}

// The variable of a closure that an instruction reads or writes.
std::string_view cell_name(const Frame& frame) {
  const Instruction& instruction = *frame.pc;
  const auto local = [&](uint16_t index) -> std::string_view {
    return index < frame.code->local_count ? frame.code->local_names[index]->view() : "";
  };
  const auto& free_names = frame.code->code->free_names;
  const auto free_name = [&](uint16_t index) -> std::string_view {
    return index < free_names.size() ? free_names[index] : "";
  };
  switch (instruction.opcode) {
    case Opcode::load_cell: return local(instruction.b);
    case Opcode::store_cell: return local(instruction.b);
    case Opcode::delete_cell: return local(instruction.a);
    case Opcode::load_free:
    case Opcode::store_free: return free_name(instruction.b);
    case Opcode::delete_free: return free_name(instruction.a);
    default: return "";
  }
}

// The operation's verb, made ready for the name of a primitive behind it.
std::string_view verb_of(OperationKind kind) {
  switch (kind) {
    case OperationKind::queue_put: return "put into";
    case OperationKind::queue_get: return "get from";
    case OperationKind::queue_join: return "wait for all work of";
    case OperationKind::condition_wait: return "wait on";
    case OperationKind::barrier_wait: return "wait at";
    case OperationKind::event_wait:
    case OperationKind::future_wait: return "wait for";
    case OperationKind::event_read: return "look at";
    default: return label_of(kind);
  }
}

// What a loop goes over: the container that its iterator stands for.
std::string_view looped_over(const Frame& frame, const ObjectWalk& walk) {
  const Value value = frame.registers()[frame.pc->b];
  auto* iterator = try_as<IteratorObject>(value);
  if (iterator != nullptr && iterator->target.is_object()) return walk.name_of(iterator->target.as_object());
  return value.is_object() ? walk.name_of(value.as_object()) : std::string_view();
}

std::string joined(std::string_view verb, std::string_view object) {
  std::string words(verb);
  if (!words.empty() && !object.empty()) words += " ";
  return words += object;
}

std::string thread_with(const Machine& machine, TaskReference reference) {
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    if (thread->task.state != TaskState::created && reference.is(thread->task)) {
      return std::string(thread->name->view());
    }
  }
  return "";
}

}  // namespace

const Frame* script_frame(const ThreadObject& thread) {
  const Frame* frame = thread.frame;
  while (frame != nullptr && (frame->is_trampoline || frame->code->is_library)) frame = frame->caller;
  return frame;
}

int32_t script_line(const ThreadObject& thread) {
  const Frame* frame = script_frame(thread);
  return frame == nullptr ? 0 : frame->code->code->span_of(frame->pc).line;
}

std::string words_for_next(const ThreadObject& thread, const ObjectWalk& walk) {
  const Operation& operation = thread.task.pending;
  const Frame* frame = thread.frame;
  if (operation.kind == OperationKind::none || frame == nullptr || frame->is_trampoline) return "begin";
  const bool in_library = frame->code->is_library;
  const std::string_view label = label_of(operation.kind);
  const std::string source = in_library ? std::string() : source_of(*frame);
  const std::string name(walk.name_of_serial(operation.object));
  switch (operation.kind) {
    case OperationKind::read_global:
    case OperationKind::write_global:
      return joined(label, site_name(*frame, operation.detail));
    case OperationKind::read_cell:
    case OperationKind::write_cell: {
      const std::string_view variable = cell_name(*frame);
      return joined(label, variable.empty() ? std::string_view(source) : variable);
    }
    case OperationKind::read_attribute:
    case OperationKind::write_attribute: {
      // The object's own name says more than the source's `self`.
      if (!name.empty()) return joined(label, name + "." + std::string(site_name(*frame, operation.detail)));
      return joined(label, source.empty() ? site_name(*frame, operation.detail) : std::string_view(source));
    }
    case OperationKind::read_item:
    case OperationKind::write_item:
      if (frame->pc->opcode == Opcode::for_iter) return joined(label, looped_over(*frame, walk));
      return joined(label, source.empty() ? name : source);
    case OperationKind::print:
      return source.empty() || !source.starts_with("print") ? std::string(label) : source;
    case OperationKind::loop_step:
      if (const auto* loop = try_as<EventLoopObject>(thread.running_loop)) return words_for_loop(loop, walk);
      return std::string(label);
    case OperationKind::call_native:
      return joined(label, source);
    default:
      return name.empty() ? std::string(label) : joined(verb_of(operation.kind), name);
  }
}

const StrObject* touched_name(const ThreadObject& thread) {
  const Frame* frame = thread.frame;
  if (frame == nullptr || frame->is_trampoline) return nullptr;
  for (size_t i = 0; i < frame->code->code->sites.size(); i++) {
    if (detail_of(frame->code->site_names[i]) == thread.task.pending.detail) return frame->code->site_names[i];
  }
  return nullptr;
}

std::string name_of_touched(const ThreadObject& thread, const ObjectWalk& walk) {
  const Frame* frame = thread.frame;
  if (frame == nullptr || frame->is_trampoline || thread.touched == nullptr) return "";
  const Object* object = thread.touched;
  switch (thread.task.pending.kind) {
    case OperationKind::read_global:
    case OperationKind::write_global:
      return std::string(site_name(*frame, thread.task.pending.detail));
    case OperationKind::read_cell:
    case OperationKind::write_cell:
      return std::string(cell_name(*frame));
    case OperationKind::read_attribute:
    case OperationKind::write_attribute: {
      std::string owner(walk.name_of(object));
      if (owner.empty() && object->cls != nullptr) owner = object->cls->qualified_name->view();
      return owner + "." + std::string(site_name(*frame, thread.task.pending.detail));
    }
    default:
      return std::string(walk.name_of(object));
  }
}

std::string words_for_wait(const Task& task, const ObjectWalk& walk, const Machine& machine) {
  if (task.state != TaskState::blocked && !task.shut_out) return "";
  if (task.waiting_for == WaitKind::sleep) return "";
  const TaskReference owner = task.waiting_for_owner != nullptr ? *task.waiting_for_owner : TaskReference();
  const std::string holder = owner.none() ? "" : thread_with(machine, owner);
  if (task.waiting_for == WaitKind::thread_end) return "the end of " + (holder.empty() ? "a thread" : holder);
  const std::string_view object = walk.name_of_serial(task.waiting_object);
  std::string words;
  switch (task.waiting_for) {
    case WaitKind::queue_item: words = joined("an item in", object.empty() ? "a queue" : object); break;
    case WaitKind::queue_space: words = joined("room in", object.empty() ? "a queue" : object); break;
    case WaitKind::queue_join: words = joined("all work of", object.empty() ? "a queue" : object); break;
    default: words = joined(word_for(task.waiting_for), object); break;
  }
  if (owner.is(task)) return words + ", which it holds itself";
  return holder.empty() ? words : words + ", held by " + holder;
}

}  // namespace lockstep
