#include "vm/machine.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "vm/async.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/dispatch.h"
#include "vm/gate.h"
#include "vm/image.h"
#include "vm/imports.h"
#include "vm/loaded_program.h"
#include "vm/objects/generator.h"
#include "vm/objects/module.h"
#include "vm/operations.h"
#include "vm/raise.h"
#include "vm/traceback.h"
#include "vm/unwind.h"
#include "vm/visibility.h"

namespace lockstep {

namespace {

// What a MemoryError itself may use beyond the limit.
constexpr size_t kMemoryReserve = 256 * 1024;

constexpr uint64_t kFirstIdent = 0x7f0000001000;

// A generator in the middle of its work, or an instance with a __del__: both have a last word to say.
bool has_last_word(Machine& machine, Value value) {
  if (!value.is_object()) return false;
  if (const auto* generator = try_as<GeneratorObject>(value)) {
    return generator->extra == GeneratorObject::generator && generator->stage == GeneratorObject::Stage::suspended;
  }
  const ClassObject* cls = value.as_object()->cls;
  return cls != nullptr && !cls->has(ClassObject::kBuiltin) && !is_kind(value, Kind::class_) &&
         !Machine::lookup(cls, as<StrObject>(machine.intern("__del__"))).is_empty();
}

// Whether a global, or something in a list or dict that is one, has.
bool has_something_to_end(Machine& machine, const DictObject* globals) {
  DictIterator iterator;
  while (const auto* entry = Dict::next(globals, iterator)) {
    if (has_last_word(machine, entry->value)) return true;
    if (auto* list = try_as<ListObject>(entry->value)) {
      for (const Value item : list->all()) {
        if (has_last_word(machine, item)) return true;
      }
    }
    if (const auto* dict = try_as<DictObject>(entry->value)) {
      DictIterator inner;
      while (const auto* item = Dict::next(dict, inner)) {
        if (has_last_word(machine, item->value)) return true;
      }
    }
  }
  return false;
}

// Far above any number that an object has for itself.
constexpr uint32_t kFirstOperationNumber = 0x40000000;

}  // namespace

Machine::Machine(std::shared_ptr<const LoadedProgram> program, Interrupts& interrupts,
                 MachineObserver& observer, const MachineOptions& options)
    : arena_(options.limits.memory_bytes),
      heap_(arena_),
      interrupts_(interrupts),
      observer_(observer),
      options_(options),
      dispatch_(options.mode == MachineMode::free ? dispatch<MachineMode::free>
                                                  : dispatch<MachineMode::controlled>),
      program_(std::move(program)) {
  state_ = heap_.allocate<RunState>(nullptr, Kind::run);
  {
    const Object header = *state_;
    std::memset(static_cast<void*>(state_), 0, sizeof(RunState));
    static_cast<Object&>(*state_) = header;
  }
  state_->next_version = 1000;       // above those of the builtin classes
  state_->next_serial = 1;
  state_->next_identity = 1;
  state_->recursion_limit = options.limits.recursion == 0 ? INT32_MAX : options.limits.recursion;
  state_->digit_limit = kMaximumDecimalDigits;
  heap_.count_identities_in(&state_->next_identity);
  heap_.set_collect_always(options.collect_always);
  state_->modules = heap_.make_dict();
  loaded_module(*this, "builtins");
  if (const Image::Module* prelude = Image::get().find_module("prelude")) {
    state_->library = make_module(*this, as<StrObject>(intern("prelude")), prelude->attributes);
  }
}

Machine::~Machine() = default;

ThreadObject& Machine::thread_of(Task& task) {
  // The task is the first field behind the header.
  auto* thread = reinterpret_cast<ThreadObject*>(reinterpret_cast<char*>(&task) - sizeof(Object));
  ENSURE(&thread->task == &task && thread->kind == Kind::thread);
  return *thread;
}

ThreadObject& Machine::prepare_main(std::span<const std::string> arguments) {
  ModuleObject* module = make_module(*this, name(Name::main), nullptr);
  state_->main_module = module;
  Dict::set(heap_, state_->modules, name(Name::main), Value::object(module));
  DictObject* globals = module->attributes;
  Dict::set(heap_, globals, name(Name::doc), program_->module_code().docstring);
  Dict::set(heap_, globals, name(Name::package), Value::none());
  Dict::set(heap_, globals, name(Name::loader), Value::none());
  Dict::set(heap_, globals, name(Name::spec), Value::none());
  Dict::set(heap_, globals, name(Name::file), heap_.make_str(program_->program->filename));
  Dict::set(heap_, globals, as<StrObject>(intern("__builtins__")),
            Value::object(loaded_module(*this, "builtins")));
  ListObject* list = heap_.make_list();
  for (const std::string& argument : arguments) heap_.append(list, heap_.make_str(argument));
  state_->script_arguments = Value::object(list);

  ThreadObject* main = make_thread_object(Value::none(), as<StrObject>(intern("MainThread")), false);
  thread_ = main;
  const LoadedCode* code = &program_->module_code();
  ProgramState* program_state = make_program_state(heap_, program_.get(), module);
  Frame* frame = push_frame(heap_, *main, code, code_state(heap_, program_state, code), globals);
  frame->after = After::end_thread;
  state_->live_threads = 1;
  return *main;
}

ThreadObject* Machine::make_thread_object(Value handle, StrObject* thread_name, bool daemon) {
  auto* thread = heap_.allocate<ThreadObject>(builtin_class(BuiltinClass::thread_state), Kind::thread);
  {
    const Object header = *thread;
    std::memset(static_cast<void*>(thread), 0, sizeof(ThreadObject));
    static_cast<Object&>(*thread) = header;
  }
  new (&thread->task) Task();
  new (&thread->ended) Latch();
  thread->task.daemon = daemon;
  thread->handle = handle;
  thread->name = thread_name;
  thread->result = Value::none();
  thread->ident = kFirstIdent + uint64_t{state_->next_thread++} * 0x1000;
  if (state_->last_thread == nullptr) {
    state_->first_thread = thread;
  } else {
    state_->last_thread->next = thread;
  }
  state_->last_thread = thread;
  return thread;
}

ThreadObject* Machine::make_thread(Value function, std::span<const Value> arguments, Value handle,
                                   StrObject* thread_name, bool daemon) {
  ThreadObject* creator = thread_;
  ThreadObject* thread = make_thread_object(handle, thread_name, daemon);
  thread->ended.waiters.object = static_cast<uint32_t>(identity(Value::object(thread)));
  thread_ = thread;
  push_trampoline(*this, function, arguments, nullptr, After::end_thread, 0);
  thread_ = creator;
  return thread;
}

bool Machine::start_thread(ThreadObject& thread) {
  if (!world_->spawn(thread.task)) return false;
  thread.ended.owner = TaskReference::to(thread.task);
  state_->live_threads++;
  if (options_.tells_sync) observer_.on_started(*thread_, thread);
  return true;
}

Pause Machine::resume(Task& task) {
  thread_ = &thread_of(task);
  if (!state_->has_begun) {
    state_->has_begun = true;
    write_output(true, format_warnings(*program_->program));
  }
  for (;;) {
    std::optional<Pause> pause;
    try {
      pause = dispatch_(*this, *thread_);
    } catch (const RunEnding&) {
      return Pause::interrupted;
    } catch (const OutOfMemory&) {
      // Whatever was going on is gone, with nothing half done but garbage; the frames are whole.
      collect();
      arena_.set_limit(options_.limits.memory_bytes + kMemoryReserve);
      raise(heap_.make_exception(builtin_class(BuiltinClass::memory_error), std::span<const Value>()));
      arena_.set_limit(options_.limits.memory_bytes);
      continue;
    }
    if (!pause) continue;
    tell_position();
    return *pause;
  }
}

bool Machine::can_go_on(Task& task) { return gate_is_open(thread_of(task)); }

std::optional<Pause> Machine::end_thread() {
  ThreadObject& thread = *thread_;
  if (&thread == state_->first_thread && state_->main_stage < 4) {
    finish_main();
    if (thread.frame != nullptr) return std::nullopt;
  } else if (!thread.exception.is_empty()) {
    write_output(true, format_exception(as<ExceptionObject>(thread.exception)));
    thread.exception = Value::empty();
  }
  thread.segment = nullptr;
  thread.ended.open(*world_);
  state_->live_threads--;
  if (&thread != state_->first_thread) {
    ThreadObject* before = state_->first_thread;
    while (before->next != &thread) before = before->next;
    before->next = thread.next;
    if (state_->last_thread == &thread) state_->last_thread = before;
    thread.next = nullptr;
  }
  return Pause::finished;
}

void Machine::finish_main() {
  ThreadObject& thread = *thread_;
  if (state_->main_stage == 0) {
    state_->main_stage = 1;
    if (!thread.exception.is_empty()) {
      auto* exception = as<ExceptionObject>(thread.exception);
      thread.exception = Value::empty();
      thread.recursion_headroom = 0;
      const Value report = prelude_or_empty("report_uncaught");
      state_->uncaught = Value::object(exception);
      const Value arguments[] = {Value::object(exception)};
      if (!report.is_empty()) {
        push_trampoline(*this, report, arguments, nullptr, After::end_thread, 0);
        return;
      }
      state_->exit_status = 1;
      write_output(true, format_exception(exception));
    }
  }
  thread.exception = Value::empty();
  if (state_->main_stage == 1) {
    state_->main_stage = 2;
    if (state_->exit_functions != nullptr) {
      const Value run = prelude_or_empty("run_exit_functions");
      push_trampoline(*this, run, std::span<const Value>(), nullptr, After::end_thread, 0);
      return;
    }
  }
  if (state_->main_stage == 2) {
    state_->main_stage = 3;
    const Value end = prelude_or_empty("end_globals");
    if (!end.is_empty() && has_something_to_end(*this, state_->main_module->attributes)) {
      const Value arguments[] = {Value::object(state_->main_module->attributes)};
      push_trampoline(*this, end, arguments, nullptr, After::end_thread, 0);
      return;
    }
  }
  if (state_->main_stage == 3) {
    state_->main_stage = 4;
    observer_.on_program_over();
    EventLoopObject* current = watch_pending_tasks();
    if (!has_unsettled()) return;
    if (current != nullptr) forget_lasting(current);
    collect();
    report_unsettled();
    ListObject* lost = take_lost_futures(true);
    ListObject* pending = take_pending_tasks();
    if ((lost->size == 0 && pending->size == 0) || state_->async_library == nullptr) return;
    const Value arguments[] = {Value::object(lost), Value::object(pending)};
    push_trampoline(*this, async_part(*this, AsyncPart::lost_futures), arguments, nullptr,
                    After::end_thread, 0);
  }
}

void Machine::tell_position() {
  const Frame* frame = thread_->frame;
  while (frame != nullptr && frame->code->is_library) frame = frame->caller;
  if (frame == nullptr) {
    observer_.on_position(*thread_, 0, "");
    return;
  }
  observer_.on_position(*thread_, frame->code->code->span_of(frame->pc).line,
                        frame->code->name->view());
}

namespace {

// Whether the thread runs a library module for the first time. Nobody else may see it half done.
bool is_importing(const ThreadObject& thread) {
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (frame->code->is_library && !frame->is_trampoline && frame->code->code->kind == CodeKind::module) return true;
  }
  return false;
}

}  // namespace

bool Machine::serve_interrupts() {
  if ((interrupts_.flags() & Interrupts::kSample) != 0) {
    interrupts_.clear(Interrupts::kSample);
    tell_position();
  }
  if (heap_.wants_collection()) collect();
  if (options_.limits.steps != 0 && state_->steps > options_.limits.steps) {
    interrupts_.raise(Interrupts::kLimit);
    observer_.on_limit();
  }
  const auto flags = interrupts_.flags();
  if ((flags & (Interrupts::kStop | Interrupts::kLimit)) != 0) return true;
  return (options_.switch_always || (flags & Interrupts::kSwitch) != 0) && !is_importing(*thread_);
}

Step Machine::call(Call& call, uint8_t phase, Value callable, std::span<const Value> arguments,
                   bool catch_stop) {
  call.frame->phase = phase;
  call.frame->answer = Value::empty();
  if (auto* function = try_as<FunctionObject>(callable)) {
    const Step step = push_function(*this, function, Arguments{arguments}, After::answer, 0);
    if (step == Step::called) thread_->frame->catches_stop = catch_stop;
    return step;
  }
  if (!can_push(*this)) return Step::raised;
  Frame* frame = push_trampoline(*this, callable, arguments, nullptr, After::answer, 0);
  frame->catches_stop = catch_stop;
  return Step::called;
}

Step Machine::tail_call(Call& call, Value callable, std::span<const Value> arguments) {
  return tail_call_keywords(call, callable, arguments, nullptr);
}

Step Machine::tail_call_keywords(Call& call, Value callable, std::span<const Value> arguments,
                                 TupleObject* names) {
  if (auto* function = try_as<FunctionObject>(callable)) {
    return push_function(*this, function, Arguments{arguments, names}, After::store,
                         call.result_register);
  }
  if (!can_push(*this)) return Step::raised;
  push_trampoline(*this, callable, arguments, names, After::store, call.result_register);
  return Step::called;
}

Value Machine::prelude_or_empty(std::string_view function) {
  ModuleObject* library = state_->library;
  if (library == nullptr) return Value::empty();
  auto* key = as<StrObject>(intern(function));
  const Value known = Dict::get(library->attributes, key);
  if (!known.is_empty()) return known;
  const LoadedCode* code = Image::get().prelude_function(function);
  if (code == nullptr) return Value::empty();
  ProgramState* program = make_program_state(heap_, code->program, library);
  FunctionObject* made =
      make_function(*this, code, code_state(heap_, program, code), library->attributes);
  Dict::set(heap_, library->attributes, key, Value::object(made));
  return Value::object(made);
}

Value Machine::prelude(std::string_view function) {
  const Value found = prelude_or_empty(function);
  if (found.is_empty()) throw InternalError("the prelude has no function " + std::string(function));
  return found;
}

Value Machine::builtin_value(const StrObject* wanted) {
  if (state_->builtin_overlay != nullptr) {
    const Value overlaid = Dict::get(state_->builtin_overlay, wanted);
    if (!overlaid.is_empty()) return overlaid;
  }
  return Dict::get(Image::get().builtins(), wanted);
}

bool Machine::as_sequence(Call& call, uint8_t phase, Value value, Value& items, Step& step) {
  step = Step::done;
  if (call.phase() == phase) {
    items = call.answer();
    return true;
  }
  if ((is_kind(value, Kind::list) || is_kind(value, Kind::tuple)) &&
      !overrides(value, Special::iter)) {
    items = value;
    return true;
  }
  if (!overrides(value, Special::iter)) {
    ListObject* list = heap_.make_list();
    switch (walk_builtin(*this, value, list)) {
      case Work::done:
        items = Value::object(list);
        return true;
      case Work::raised:
        step = Step::raised;
        return false;
      default:
        break;
    }
  }
  step = this->call(call, phase, prelude("list_of"), {value});
  return false;
}

Value Machine::lookup(const ClassObject* cls, const StrObject* wanted) {
  for (Value ancestor : cls->mro->all()) {
    const Value found = Dict::get(as<ClassObject>(ancestor)->attributes, wanted);
    if (!found.is_empty()) return found;
  }
  return Value::empty();
}

Value Machine::find_anew(const ClassObject* cls, const StrObject* wanted) {
  const Value found = lookup(cls, wanted);
  if (cls->version != 0) methods_.remember(cls, wanted, found);
  return found;
}

Value Machine::plain_attribute(Value value, StrObject* wanted) {
  if (auto* module = try_as<ModuleObject>(value)) {
    const Value found = Dict::get(module->attributes, wanted);
    if (!found.is_empty() || module->builtin == nullptr) return found;
    return Dict::get(module->builtin, wanted);
  }
  if (value.is_object()) {
    const Value own = get_own(value.as_object(), wanted);
    if (!own.is_empty()) return own;
  }
  return Value::empty();
}

Value Machine::intern(std::string_view text) {
  if (StrObject* known = Image::find_interned(text)) return Value::object(known);
  return heap_.make_str(text);
}

uint64_t Machine::identity(Value value) {
  // beyond every number that objects are given
  if (!value.is_object()) return value.bits() ^ (uint64_t{1} << 33);
  Object* object = value.as_object();
  const uint32_t kept = heap_.identity_of(object);
  if (kept != 0) return kept;
  // Kinds without a place for the number: a list by the side.
  if (state_->identities == nullptr) state_->identities = heap_.make_dict();
  const Value key = Value::small_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(object) >> 3));
  const Value known = Dict::get(state_->identities, key);
  if (!known.is_empty()) return static_cast<uint64_t>(known.as_small_int());
  const uint32_t number = state_->next_identity++;
  Dict::set(heap_, state_->identities, key, Value::small_int(number));
  return number;
}

uint32_t Machine::known_operation_number(const Object* object) const {
  const auto address = reinterpret_cast<uintptr_t>(object) >> 3;
  if (!options_.number_operations) return static_cast<uint32_t>(address) | 1;
  if (state_->operation_numbers != nullptr) {
    const Value known =
        Dict::get(state_->operation_numbers, Value::small_int(static_cast<int64_t>(address)));
    if (!known.is_empty()) return static_cast<uint32_t>(known.as_small_int());
  }
  return Heap::known_identity(object);
}

uint32_t Machine::operation_number(Object* object) {
  const uint32_t known = known_operation_number(object);
  if (known != 0) return known;
  const Value key = Value::small_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(object) >> 3));
  if (state_->operation_numbers == nullptr) state_->operation_numbers = heap_.make_dict();
  const uint32_t number = kFirstOperationNumber + state_->next_operation_number++;
  Dict::set(heap_, state_->operation_numbers, key, Value::small_int(number));
  return number;
}

const LoadedCode* Machine::adopt(std::shared_ptr<const Program> program) {
  adopted_.push_back(LoadedProgram::make(std::move(program)));
  return &adopted_.back()->module_code();
}

void Machine::write_output(bool is_error, std::string_view text) {
  if (text.empty()) return;
  if (!is_error && options_.mode == MachineMode::controlled) {
    RawObject* output = state_->output;
    const uint64_t size = state_->output_size + text.size();
    if (output == nullptr || output->size < size) {
      RawObject* larger = heap_.make_raw(std::max<size_t>(64, size * 2));
      if (output != nullptr) std::memcpy(larger->data, output->data, state_->output_size);
      state_->output = larger;
      output = larger;
    }
    std::copy(text.begin(), text.end(), output->data + state_->output_size);
    state_->output_size = size;
  }
  observer_.on_output(*thread_, is_error, text);
}

void Machine::restore(const Arena::Snapshot& snapshot) {
  // Everything comes back at its own address, the root too.
  methods_.clear();
  arena_.restore(snapshot);
}

}  // namespace lockstep
