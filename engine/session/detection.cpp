#include "session/detection.h"

#include "session/object_walk.h"
#include "session/operation_words.h"
#include "session/plain_data.h"
#include "vm/loaded_program.h"
#include "vm/objects/iterator.h"
#include "vm/objects/module.h"
#include "vm/object_names.h"
#include "vm/visibility.h"

namespace lockstep {

namespace {

ThreadObject& thread_of(const Task& task) { return Machine::thread_of(const_cast<Task&>(task)); }

bool has_ancestor_named(const ClassObject* cls, std::string_view name) {
  for (const Value ancestor : cls->mro->all()) {
    if (as<ClassObject>(ancestor)->name->view() == name) return true;
  }
  return false;
}

// The first word of a line that begins a block: "while" of "while not ready:".
std::string_view first_word(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  return text.substr(0, end);
}

}  // namespace

Detection::Detection(Machine& machine, const LoadedProgram& program, std::function<const TaskList&()> tasks)
    : machine_(machine), program_(program), tasks_(std::move(tasks)), detectors_(*this) {}

void Detection::on_operation(const Task& task, const Operation& operation) {
  using Sort = DataAccess::Sort;
  DataAccess access;
  switch (operation.kind) {
    case OperationKind::read_global: access.sort = Sort::global; break;
    case OperationKind::write_global: access.sort = Sort::global, access.writes = true; break;
    case OperationKind::read_cell: access.sort = Sort::cell; break;
    case OperationKind::write_cell: access.sort = Sort::cell, access.writes = true; break;
    case OperationKind::read_attribute: access.sort = Sort::attribute; break;
    case OperationKind::write_attribute: access.sort = Sort::attribute, access.writes = true; break;
    case OperationKind::read_item: access.sort = Sort::item; break;
    case OperationKind::write_item: access.sort = Sort::item, access.writes = true; break;
    case OperationKind::lock_acquire:
    case OperationKind::condition_wait:
      return;
    default:
      return detectors_.on_look(task);
  }
  const ThreadObject& thread = thread_of(task);
  if (operation.line == 0 || !touches_shared_sort(thread)) return detectors_.on_look(task);
  access.object = operation.object;
  if (thread.touched->kind == Kind::iterator) {
    // Whoever goes on with an iterator reads what it goes over.
    access.object = machine_.known_operation_number(static_cast<IteratorObject*>(thread.touched)->target.as_object());
    access.writes = false;
    if (access.object == 0) return detectors_.on_look(task);
  }
  access.task = task.id;
  access.line = operation.line;
  access.detail = operation.detail;
  detectors_.on_access(task, access);
}

void Detection::on_sync(const ThreadObject& thread, const SyncEvent& event) {
  SyncEvent placed = event;
  placed.line = script_line(thread);
  // wait_for() asks its own question in a loop of its own.
  const bool is_wait = event.kind == SyncKind::condition_waits || event.kind == SyncKind::condition_woken;
  if (is_wait && thread.frame != nullptr && thread.frame->code->is_library) placed.line = 0;
  detectors_.on_sync(thread.task, placed);
}

void Detection::on_started(const ThreadObject& starter, const ThreadObject& started) {
  Detectors::Started how;
  how.name = started.name->view();
  how.daemon = started.task.daemon;
  // start() is library code, called by the script or by more of the library.
  const Frame* frame = starter.frame;
  while (frame != nullptr && frame->code->is_library && frame->code->name->view() == "start") frame = frame->caller;
  if (frame != nullptr && !frame->is_trampoline && !frame->code->is_library) how.line = script_line(starter);
  how.is_timer = started.handle.is_object() && has_ancestor_named(started.handle.as_object()->cls, "Timer");
  detectors_.on_started(starter.task, how, started.task.id);
}

void Detection::on_neglected(bool is_coroutine, std::string_view name, int32_t line) {
  const std::string what(name);
  if (is_coroutine) {
    detectors_.on_neglect(Finding::Kind::never_awaited, what, line,
                          "The coroutine " + what + "() was made and never awaited: nothing of it was done");
  } else {
    detectors_.on_neglect(Finding::Kind::never_retrieved, what, line,
                          what + " failed, and nobody awaited it or asked for its exception");
  }
}

void Detection::on_end() {
  const bool is_failure = is_kind(machine_.state().uncaught, Kind::exception);
  detectors_.on_end(is_failure ? Detectors::MainEnd::by_exception : Detectors::MainEnd::well);
}

std::string Detection::name_of_object(uint32_t serial) {
  if (serial == 0) return "";
  const std::string name(ObjectWalk(machine_).name_of_serial(serial));
  return name.empty() ? lockstep::name_of_object(machine_, serial) : name;
}

std::string Detection::name_of_data(const Task& task) {
  return name_of_touched(thread_of(task), ObjectWalk(machine_));
}

bool Detection::is_plain_data(const Task& task) { return touches_plain_data(thread_of(task)); }

int32_t Detection::line_of(const Task& task) { return script_line(thread_of(task)); }

// Reads the text upward from the call: each line that is less indented than all below it begins a block around it.
WaitContext Detection::wait_context(int32_t line) {
  const auto& lines = program_.program->lines;
  if (line <= 0 || static_cast<size_t>(line) > lines.size()) return WaitContext::unknown;
  WaitContext context = WaitContext::bare;
  size_t indentation = std::string_view::npos;
  for (size_t at = static_cast<size_t>(line); at > 0; --at) {
    const std::string_view text = lines[at - 1];
    const size_t begin = text.find_first_not_of(" \t\f");
    if (begin == std::string_view::npos || text[begin] == '#' || begin >= indentation) continue;
    indentation = begin;
    const std::string_view word = first_word(text.substr(begin));
    const bool is_own = at == static_cast<size_t>(line);
    if (word == "while") return WaitContext::in_loop;
    if (word == "def" || word == "async" || word == "class") return is_own ? WaitContext::unknown : context;
    if (word == "if" || word == "elif" || word == "else") {
      context = WaitContext::in_if;
    } else if (!is_own && word != "with" && word != "try" && word != "finally" && word != "except" && word != "for") {
      return WaitContext::unknown;
    }
    if (begin == 0) break;
  }
  return context;
}

bool Detection::calls_release() {
  if (!calls_release_.has_value()) {
    calls_release_ = false;
    for (const auto& code : program_.codes) {
      for (size_t i = 0; i < code->code->sites.size(); ++i) {
        if (code->site_names[i]->view() == "release") calls_release_ = true;
      }
    }
  }
  return *calls_release_;
}

bool Detection::others_live() {
  return machine_.options().mode == MachineMode::controlled && machine_.state().live_threads > 1;
}

}  // namespace lockstep
