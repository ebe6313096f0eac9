#include "session/inspection.h"

#include <algorithm>

#include "session/loop_views.h"
#include "session/operation_words.h"
#include "session/primitive_views.h"
#include "session/shown_value.h"
#include "vm/objects/callable.h"
#include "vm/objects/module.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

constexpr size_t kMostVariables = 60;
constexpr size_t kMostFrames = 12;

// What a program holds all along, and what has a place of its own in the moment.
bool is_worth_showing(std::string_view name, Value value) {
  if (name.starts_with("__") || name.starts_with("_")) return false;
  if (!value.is_object()) return true;
  switch (value.as_object()->kind) {
    case Kind::module:
    case Kind::function:
    case Kind::class_:
    case Kind::native:
    case Kind::primitive:
      return false;
    default:
      return true;
  }
}

}  // namespace

Inspection::Inspection(Machine& machine, ControlledWorld& world)
    : machine_(machine), world_(world), before_(machine.save()), walk_(machine) {}

Inspection::~Inspection() { machine_.restore(*before_); }

std::vector<ThreadView> Inspection::threads() {
  std::vector<ThreadView> views;
  const std::vector<Task*> enabled = world_.enabled();
  for (ThreadObject* thread = machine_.state().first_thread; thread != nullptr; thread = thread->next) {
    const Task& task = thread->task;
    if (task.state == TaskState::created) continue;
    ThreadView view;
    view.id = task.id;
    view.name = std::string(thread->name->view());
    view.daemon = task.daemon;
    // Who stands before a lock that is not free waits for it, though it has not been parked.
    switch (task.shut_out ? TaskState::blocked : task.state) {
      case TaskState::created: break;
      case TaskState::ready:
      case TaskState::running:
        view.status = world_.current() == &task ? ThreadStatus::running : ThreadStatus::ready;
        break;
      case TaskState::blocked:
        view.status = task.waiting_for == WaitKind::sleep ? ThreadStatus::sleeping : ThreadStatus::waiting;
        view.waiting_for = words_for_wait(task, walk_, machine_);
        break;
      case TaskState::finished: view.status = ThreadStatus::ended; break;
    }
    if (task.state != TaskState::finished) {
      view.line = script_line(*thread);
      if (const Frame* frame = script_frame(*thread)) view.function = std::string(frame->code->name->view());
      view.frames = frames(*thread);
    }
    view.can_step = std::find(enabled.begin(), enabled.end(), &task) != enabled.end();
    if (view.can_step) view.next = words_for_next(*thread, walk_);
    views.push_back(std::move(view));
  }
  std::sort(views.begin(), views.end(), [](const ThreadView& a, const ThreadView& b) { return a.id < b.id; });
  return views;
}

std::vector<FrameView> Inspection::frames(const ThreadObject& thread) {
  std::vector<FrameView> views;
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (frame->is_trampoline || frame->code->is_library) continue;
    if (views.size() == kMostFrames) break;
    views.push_back(describe(*frame));
  }
  return views;
}

FrameView Inspection::describe(const Frame& frame) {
  FrameView view = describe_place(frame);
  for (uint16_t i = 0; i < frame.code->local_count && view.variables.size() < kMostVariables; i++) {
    Value value = frame.registers()[i];
    if (auto* cell = try_as<CellObject>(value)) value = cell->value;
    const std::string_view name = frame.code->local_names[i]->view();
    if (value.is_empty() || name.starts_with(".") || !is_worth_showing(name, value)) continue;
    view.variables.push_back({std::string(name), shown_value(machine_, walk_, value), false});
  }
  return view;
}

std::vector<VariableView> Inspection::globals() {
  std::vector<VariableView> views;
  if (machine_.state().main_module == nullptr) return views;
  DictIterator iterator;
  while (auto* entry = Dict::next(machine_.state().main_module->attributes, iterator)) {
    auto* name = try_as<StrObject>(entry->key);
    if (name == nullptr || !is_worth_showing(name->view(), entry->value)) continue;
    if (views.size() == kMostVariables) break;
    views.push_back({std::string(name->view()), shown_value(machine_, walk_, entry->value), false});
  }
  return views;
}

std::vector<LoopView> Inspection::loops() {
  return view_loops(machine_, walk_, [this](const Frame& frame) { return describe(frame); });
}

std::vector<PrimitiveView> Inspection::primitives() {
  return view_primitives(machine_, walk_, ShownValues::all);
}

void mark_changes(std::vector<VariableView>& now, const std::vector<VariableView>& before) {
  for (VariableView& variable : now) {
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&](const VariableView& other) { return other.name == variable.name; });
    variable.changed = same == before.end() || same->value != variable.value;
  }
}

void mark_changes(std::vector<ThreadView>& now, const std::vector<ThreadView>& before) {
  for (ThreadView& thread : now) {
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&](const ThreadView& other) { return other.id == thread.id; });
    if (same == before.end()) continue;
    // Frames are compared from the outermost on: a new call is new as a whole, and is not marked.
    const size_t common = std::min(thread.frames.size(), same->frames.size());
    for (size_t depth = 1; depth <= common; depth++) {
      FrameView& frame = thread.frames[thread.frames.size() - depth];
      const FrameView& other = same->frames[same->frames.size() - depth];
      if (frame.function != other.function) break;
      mark_changes(frame.variables, other.variables);
    }
  }
}

void mark_changes(std::vector<PrimitiveView>& now, const std::vector<PrimitiveView>& before) {
  for (PrimitiveView& primitive : now) {
    const auto same = std::find_if(before.begin(), before.end(), [&](const PrimitiveView& other) {
      return other.name == primitive.name && other.kind == primitive.kind;
    });
    primitive.changed = same != before.end() &&
                        (same->state != primitive.state || same->waiters != primitive.waiters ||
                         same->items != primitive.items);
  }
}

}  // namespace lockstep
