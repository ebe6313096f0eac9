#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/limits.h"
#include "text/text_error.h"
#include "vm/dict.h"
#include "vm/heap.h"
#include "vm/method_cache.h"
#include "vm/native.h"
#include "vm/objects/thread.h"
#include "vm/state.h"
#include "world/host_input.h"
#include "world/interrupts.h"
#include "world/sync_event.h"
#include "world/world.h"

namespace lockstep {

struct LoadedProgram;
class RandomDraws;

// How often the machine asks its world before it acts. The dispatch loop exists once for each.
enum class MachineMode : uint8_t {
  free,          // never: threads are switched at safe points only, by the interrupt flags
  controlled,    // before every visible operation
};

struct MachineOptions {
  MachineMode mode = MachineMode::free;
  Limits limits;                     // steps, memory and recursion; the world sees to the others
  bool collect_always = false;       // hostile runs: at every safe point
  bool switch_always = false;        // hostile runs: Pause::interrupted at every safe point
  bool print_in_pieces = false;
  bool steps_loops = false;          // controlled: what an event loop runs is a step, also while no other thread lives
  std::shared_ptr<HostInput> input;  // standard input; null: empty
  bool tells_sync = false;           // MachineObserver learns of what threads achieve with primitives
  std::shared_ptr<RandomDraws> draws;  // what random draws give; null: what the script's generators say
  bool number_operations = true;     // false: Operation::object is a number of the moment only, for who does not keep it
};

// Thrown by Machine::checkpoint, through C++ frames that own nothing but locals, as OutOfMemory is.
struct RunEnding {};

enum class AsyncTaskChange : uint8_t { created, ready, running, waiting, done };

// What a machine tells of a run while it goes. Called with permission to run; must not call back.
class MachineObserver {
 public:
  virtual ~MachineObserver() = default;
  virtual void on_output(ThreadObject& thread, bool is_error, std::string_view text) = 0;
  // The run has used what it was given (Interrupts::kLimit is up): it is to be stopped.
  virtual void on_limit() = 0;
  // A task of asyncio, which a loop in `thread` runs. `text`: its name, what it waits for, how it ended.
  virtual void on_async_task(ThreadObject& /*thread*/, AsyncTaskChange /*change*/, uint32_t /*task*/,
                             std::string_view /*text*/) {}
  // With MachineOptions::tells_sync: `thread` has achieved something with a primitive; has started another one.
  virtual void on_sync(ThreadObject& /*thread*/, const SyncEvent& /*event*/) {}
  virtual void on_started(ThreadObject& /*thread*/, ThreadObject& /*started*/) {}
  // A coroutine that nobody awaited, or a task of asyncio whose exception nobody asked for. `line`: of the
  // script, 0 unknown.
  // The program is over, but for what it has left undone, which is still there.
  virtual void on_program_over() {}
  virtual void on_neglected(bool /*is_coroutine*/, std::string_view /*name*/, int32_t /*line*/) {}
  // Where a thread is: told when it stops running, and when somebody asked for it (Interrupts::kSample).
  virtual void on_position(ThreadObject& thread, int32_t line, std::string_view function) = 0;
  // The run wants more of its input than has come. True: blocked until more had come or the run is to end.
  // False: the thread is to be parked for WaitKind::input, and is woken then.
  virtual bool on_input_wanted(HostInput& input) = 0;
};

// One run of one program: its heap, its threads, its modules. Everything the run can change lives
// in the arena; the Machine itself holds only what is constant for the run, so save() and restore() of
// the arena copy the run. Any number of machines can live in one process.
//
// Used only by who has permission to run (see world/world.h).
class Machine : public Runner {
 public:
  // `interrupts` and `observer` are to outlive it. The image has been initialised.
  Machine(std::shared_ptr<const LoadedProgram> program, Interrupts& interrupts,
          MachineObserver& observer, const MachineOptions& options);
  ~Machine() override;

  // The world the run happens in: once, before prepare_main. (A controlled world keeps its state in the
  // machine's arena, so the machine comes first.)
  void enter_world(World& world) { world_ = &world; }

  // Makes the main thread, to be started by the world. Once. `arguments` is sys.argv.
  ThreadObject& prepare_main(std::span<const std::string> arguments);

  Pause resume(Task& task) override;
  bool can_go_on(Task& task) override;

  static ThreadObject& thread_of(Task& task);

  // --- what native functions use ------------------------------------------------------------------
  Heap& heap() { return heap_; }
  World& world() { return *world_; }
  RunState& state() { return *state_; }
  const RunState& state() const { return *state_; }
  ThreadObject& thread() { return *thread_; }            // the one that runs
  Interrupts& interrupts() { return interrupts_; }
  MachineObserver& observer() { return observer_; }
  // For natives that may loop for long, now and then: does not come back when the run is to end.
  void checkpoint() const {
    if ((interrupts_.flags() & (Interrupts::kStop | Interrupts::kLimit)) != 0) throw RunEnding();
  }
  const MachineOptions& options() const { return options_; }
  // The current thread has achieved this with a primitive.
  void tell(SyncKind kind, uint32_t object, uint32_t detail = 0, bool patient = false) {
    if (options_.tells_sync) observer_.on_sync(*thread_, {kind, patient, 0, object, detail});
  }
  // The same of an object without a number that threads may share.
  void tell(SyncKind kind, const Object* object) {
    if (options_.tells_sync) tell(kind, static_cast<uint32_t>(reinterpret_cast<uintptr_t>(object) >> 3));
  }

  // Raises an exception in the current thread: always returns Step::raised.
  Step raise(BuiltinClass type, std::string_view message);
  Step raise(ExceptionObject* exception);
  Step raise(const TextError& error);
  template <class... Arguments>
  Step raise_format(BuiltinClass type, const char* format, const Arguments&... arguments);   // fmt syntax; vm/raise.h

  // Has script code run before the native goes on. The native returns what these return, and is
  // invoked again in `phase` with the callable's result as its answer. Arguments are positional.
  // With catch_stop a StopIteration that leaves the callable is an empty answer.
  Step call(Call& call, uint8_t phase, Value callable, std::span<const Value> arguments,
            bool catch_stop = false);
  Step call(Call& c, uint8_t phase, Value callable, std::initializer_list<Value> arguments) {
    return call(c, phase, callable, std::span<const Value>(arguments.begin(), arguments.size()));
  }
  // The callable's result becomes the native's own.
  Step tail_call(Call& call, Value callable, std::span<const Value> arguments);
  Step tail_call(Call& c, Value callable, std::initializer_list<Value> arguments) {
    return tail_call(c, callable, std::span<const Value>(arguments.begin(), arguments.size()));
  }
  // The same with keyword arguments: a tuple of str names for the last of `arguments`.
  Step tail_call_keywords(Call& call, Value callable, std::span<const Value> arguments, TupleObject* names);

  // A function of the prelude (engine/modules/python/prelude.py), by name. It is made when first asked for, from
  // its code alone: so prelude functions have no default arguments, and nothing else stands in the prelude.
  Value prelude(std::string_view function);
  Value prelude_or_empty(std::string_view function);

  // A builtin, as the script may have changed it; empty if there is none.
  Value builtin_value(const StrObject* wanted);

  // If `value` is a list or tuple, its items; if it is another builtin iterable that C++ can walk, a fresh
  // list of its items; otherwise runs `[x for x in value]` in the script first. Usage:
  //   Step step; Value items; if (!machine.as_sequence(call, phase, value, items, step)) return step;
  // With `items` then a list or tuple. Uses `phase` for itself, and call.scratch(0).
  bool as_sequence(Call& call, uint8_t phase, Value value, Value& items, Step& step);

  // Texts of values. False: script code (__repr__, __str__) has to run, or recursion is too deep; the caller
  // then goes through the prelude's function of the same name.
  bool repr(Value value, std::string& text);
  bool str(Value value, std::string& text);
  // The same as the builtin class below the value's has it, whatever its own class overrides.
  bool repr_by_kind(Value value, std::string& text);
  // "<module.Class object at 0x...>"; always true.
  bool default_repr(Value value, std::string& text);

  // The name a traceback or message shows for a value's class, as CPython's %.200s of tp_name.
  static std::string_view class_name(Value value);

  // Attribute of any value without running script code: empty if it is not there or needs code to run.
  Value plain_attribute(Value value, StrObject* name);
  // The class attribute by the mro, descriptors not applied; empty if there is none.
  static Value lookup(const ClassObject* cls, const StrObject* name);
  // The same, remembered.
  Value find_in_class(const ClassObject* cls, const StrObject* name) {
    const Value* known = methods_.find(cls, name);
    return known != nullptr ? *known : find_anew(cls, name);
  }

  // Truth without script code: -1 when __bool__ or __len__ of the script decides.
  static int plain_truth(Value value);
  // Equality without script code: -1 when the script decides.
  static int plain_equal(Value a, Value b);
  // Order for sorting without script code: -1 a < b is false, 1 true, 0: the script or a TypeError decides.
  static int plain_less(Value a, Value b);

  // The int an argument stands for, as __index__ of builtin ints: false and an exception raised otherwise
  // (TypeError "'X' object cannot be interpreted as an integer", OverflowError beyond 64 bits).
  bool to_index(Value value, int64_t& number);
  static bool is_int(Value value);                       // int or bool, any size
  static IntegerView int_view(Value value, SmallInteger& room);   // requires is_int
  static bool to_double(Value value, double& number);    // float or int; false if neither

  Value intern(std::string_view text);                   // a str

  // Deterministic number of an object, for id(), default repr and hashes by identity.
  uint64_t identity(Value value);

  // The number that operations name an object by: its own (see identity) or, as scripts must not see
  // the difference that being touched makes, one of a list by the side.
  uint32_t operation_number(Object* object);
  // The same of one that has been named; 0: it has not.
  uint32_t known_operation_number(const Object* object) const;

  // A new thread of the run that will call `function` with `arguments`; not started.
  ThreadObject* make_thread(Value function, std::span<const Value> arguments, Value handle,
                            StrObject* thread_name, bool daemon);
  // False: the world has no room for a further thread.
  bool start_thread(ThreadObject& thread);

  // Makes a program that was compiled while running (exec, eval) part of the run: it lives as long as the machine.
  const LoadedCode* adopt(std::shared_ptr<const Program> program);

  void write_output(bool is_error, std::string_view text);

  // Remembers a coroutine that must not be forgotten unawaited; a future whose exception must not be.
  void watch(GeneratorObject* coroutine);
  void watch(AsyncFutureObject* future);
  // The warning that a coroutine was never awaited, once for each place. `frame` is the one whose
  // statement gave it up; null: there is none.
  void warn_never_awaited(const StrObject* qualified_name, const Frame* frame);
  // A collection, which finds out what of the things watched nothing refers to any more: it warns of such
  // coroutines, and remembers such futures for take_lost_futures.
  void collect();
  // Whether anything watched may still have to be reported.
  bool has_unsettled();
  // The futures to be reported; with `all`, at the program's end, also those that something still refers to.
  ListObject* take_lost_futures(bool all);
  // At the end of the program: what loops that do not run have left undone is kept by nothing but itself from now
  // on. The open loop that is the main thread's current one, or null.
  EventLoopObject* watch_pending_tasks();
  // What such a loop reaches stays as it is, and nothing is told of it (vm/async_end.cpp).
  void forget_lasting(EventLoopObject* loop);
  // Whether the exception that ended the program had come out of a coroutine.
  bool was_ended_in_coroutine() const;
  // Those tasks that still live, in the order in which they are to be told of; each is given once.
  ListObject* take_pending_tasks();
  // At the program's end: the coroutines that were never awaited.
  void report_unsettled();

  // The traceback and message of an exception, as CPython prints it when nobody catches it.
  std::string format_exception(const ExceptionObject* exception);
  // The last line of it alone.
  std::string format_exception_line(const ExceptionObject* exception);

  // The current thread has no frame left. For the main thread there is more to do before it ends: reporting
  // its exception, and what was registered for the end; then there is no pause yet. For the dispatch loop.
  std::optional<Pause> end_thread();
  // Collects if wanted, and checks limits. True: the loop must return Pause::interrupted. For the dispatch loop.
  bool serve_interrupts();

  // Keeps `state_` current after the arena was restored.
  std::shared_ptr<const Arena::Snapshot> save() { return arena_.save(); }
  void restore(const Arena::Snapshot& snapshot);

  // From now on these objects are kept even when nothing refers to them any more, so that nothing else
  // ever comes to stand at their addresses.
  void keep(std::vector<Object*> objects) { kept_ = std::move(objects); }

  // In controlled runs: how often the machine has gone into library code that keeps data of its own.
  uint64_t library_entries() const { return library_entries_; }
  // For the dispatch loop.
  void note_library(const LoadedCode& code) { library_entries_ += code.keeps_nothing ? 0 : 1; }

 private:
  Value find_anew(const ClassObject* cls, const StrObject* name);
  ThreadObject* make_thread_object(Value handle, StrObject* thread_name, bool daemon);
  void tell_position();
  void finish_main();
  void forget_operation_numbers(uint8_t mark);

  Arena arena_;
  Heap heap_;
  MethodCache methods_;
  World* world_ = nullptr;
  Interrupts& interrupts_;
  MachineObserver& observer_;
  MachineOptions options_;
  // dispatch() for the mode. By its address, since a loop that was inlined would never be called anew,
  // and WebAssembly's engines need that to put better code in its place.
  std::optional<Pause> (*const dispatch_)(Machine&, ThreadObject&);
  std::shared_ptr<const LoadedProgram> program_;
  std::vector<std::shared_ptr<const LoadedProgram>> adopted_;
  std::vector<Object*> kept_;
  RunState* state_ = nullptr;
  ThreadObject* thread_ = nullptr;
  uint64_t library_entries_ = 0;
};

}  // namespace lockstep
