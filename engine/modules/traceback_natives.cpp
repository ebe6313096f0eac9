#include <algorithm>
#include <string>

#include "modules/registry_builder.h"
#include "vm/frames.h"
#include "vm/loaded_program.h"
#include "vm/machine.h"
#include "vm/objects/exception.h"
#include "vm/objects/module.h"
#include "vm/traceback.h"
#include "vm/unwind.h"

// What the library modules traceback, logging and threading have to know of stacks and exceptions.
// Library code does not appear in what they tell, as it does not in any traceback.

namespace lockstep {

namespace {

// (file name, line, function, the entry as a traceback prints it)
Value entry_of(Machine& machine, const LoadedCode* code, uint32_t instruction, int32_t line,
               bool with_columns) {
  Heap& heap = machine.heap();
  std::string text = format_location(code, instruction, line);
  if (!with_columns) {
    // stacks, unlike tracebacks, underline nothing: the File line and the source line
    size_t end = text.find('\n') + 1;
    const size_t second = text.find('\n', end);
    if (second != std::string::npos) end = second + 1;
    text.resize(end);
  }
  return Value::object(heap.make_tuple({heap.make_str(code->program->program->filename),
                                        Value::small_int(line), Value::object(code->name),
                                        heap.make_str(text)}));
}

bool is_shown(const Frame* frame) { return !frame->is_trampoline && !frame->code->is_library; }

int32_t line_of(const Frame* frame) { return frame->code->code->span_of(frame->pc).line; }

// The script's frame that called the library, 1 for the innermost; null if there is none. Beyond the outermost
// it is the outermost.
const Frame* calling_frame(const Call& call, int64_t level) {
  const Frame* found = nullptr;
  for (const Frame* frame = call.frame; frame != nullptr; frame = frame->caller) {
    if (!is_shown(frame)) continue;
    found = frame;
    if (--level <= 0) break;
  }
  return found;
}

// (level): the entry of that frame; None if nobody of the script called.
Step caller_entry(Machine& machine, Call& call) {
  int64_t level = 1;
  if (!machine.to_index(call[0], level)) return Step::raised;
  const Frame* found = calling_frame(call, level);
  if (found == nullptr) return call.none();
  const auto instruction = static_cast<uint32_t>(found->pc - found->code->instructions);
  return call.done(entry_of(machine, found->code, instruction, line_of(found), false));
}

// (level): file name, line and function of that frame; None if nobody of the script called.
Step caller(Machine& machine, Call& call) {
  int64_t level = 1;
  if (!machine.to_index(call[0], level)) return Step::raised;
  const Frame* found = calling_frame(call, level);
  if (found == nullptr) return call.none();
  Heap& heap = machine.heap();
  return call.done(Value::object(heap.make_tuple(
      {heap.make_str(found->code->program->program->filename), Value::small_int(line_of(found)),
       Value::object(found->code->name)})));
}

// The entries of the stack, the outermost first.
Step stack_entries(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  for (const Frame* frame = call.frame; frame != nullptr; frame = frame->caller) {
    if (!is_shown(frame)) continue;
    const auto instruction = static_cast<uint32_t>(frame->pc - frame->code->instructions);
    heap.append(list, entry_of(machine, frame->code, instruction, line_of(frame), false));
  }
  std::reverse(list->all().begin(), list->all().end());
  return call.done(Value::object(list));
}

// The entries of a traceback object or None, the outermost first.
Step traceback_entries(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  for (auto* at = try_as<TracebackObject>(call[0]); at != nullptr; at = at->next) {
    if (at->code->is_library) continue;
    heap.append(list, entry_of(machine, at->code, at->instruction, at->line, true));
  }
  return call.done(Value::object(list));
}

// What an exception says comes from its script's __str__, perhaps, which has to run first.
enum ReportPhase : uint8_t { kCalled, kTextsKnown };

Step ask_for_texts(Machine& machine, Call& call) {
  return machine.call(call, kTextsKnown, machine.prelude("texts_of"), {call[0]});
}

template <class Format>
std::string with_texts(Machine& machine, Call& call, Format format) {
  machine.state().reported_texts = as<DictObject>(call.answer());
  std::string text = format(as<ExceptionObject>(call[0]));
  machine.state().reported_texts = nullptr;
  return text;
}

// (exception): the report Python writes of it when nobody catches it.
Step format_whole_report(Machine& machine, Call& call) {
  if (call.phase() == kCalled) return ask_for_texts(machine, call);
  return call.done(machine.heap().make_str(with_texts(
      machine, call, [&](ExceptionObject* error) { return machine.format_exception(error); })));
}

// (exception): the same without its traceback and what it came from.
Step format_exception_only(Machine& machine, Call& call) {
  if (call.phase() == kCalled) return ask_for_texts(machine, call);
  return call.done(machine.heap().make_str(with_texts(machine, call, [&](ExceptionObject* error) {
    const ExceptionObject whole = *error;
    error->traceback = nullptr;
    error->cause = Value::none();
    error->context = Value::none();
    std::string text = machine.format_exception(error);
    error->traceback = whole.traceback;
    error->cause = whole.cause;
    error->context = whole.context;
    return text;
  })));
}

// (exception, heading): writes heading and report to stderr, in one piece.
Step report_exception(Machine& machine, Call& call) {
  if (call.phase() == kCalled) return ask_for_texts(machine, call);
  std::string text(as<StrObject>(call[1])->view());
  text += with_texts(machine, call,
                     [&](ExceptionObject* error) { return format_uncaught(machine, error); });
  machine.write_output(true, text);
  return call.none();
}

Step handled_here(Machine& machine, Call& call) {
  const Value found = handled_exception(machine.thread());
  return call.done(found.is_empty() ? Value::none() : found);
}

// sys.excepthook, if the script put something there; None otherwise.
Step exception_hook(Machine& machine, Call& call) {
  auto* sys = try_as<ModuleObject>(Dict::get(machine.state().modules, machine.intern("sys")));
  if (sys == nullptr) return call.none();
  const Value hook = Dict::get(sys->attributes, machine.intern("excepthook"));
  auto* function = try_as<FunctionObject>(hook);
  const bool is_ours = hook.is_empty() || (function != nullptr && function->code->is_library);
  return is_ours ? call.none() : call.done(hook);
}

constexpr NativeRow kTracebackNatives[] = {
    {"_caller", "(level, /)", "", caller},
    {"_caller_entry", "(level, /)", "", caller_entry},
    {"_stack", "()", "", stack_entries},
    {"_entries", "(traceback, /)", "", traceback_entries},
    {"_report", "(exception, /)", "", format_whole_report},
    {"_exception_only", "(exception, /)", "", format_exception_only},
    {"_handled", "()", "", handled_here},
};

constexpr NativeRow kPreludeNatives[] = {
    {"_exception_hook", "()", "", exception_hook},
};

constexpr NativeRow kThreadReport[] = {
    {"_report_exception", "(exception, heading, /)", "", report_exception, Effect::operation,
     OperationKind::print},
};

}  // namespace

void add_traceback_natives(RegistryBuilder& builder) {
  builder.functions("_traceback", kTracebackNatives);
  builder.functions("_thread", kThreadReport);
  builder.functions("prelude", kPreludeNatives);
}

}  // namespace lockstep
