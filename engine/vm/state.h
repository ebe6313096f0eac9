#pragma once

#include "language/code.h"
#include "vm/object.h"

namespace lockstep {

struct ArrayObject;
struct CodeState;
struct DictObject;
struct ModuleObject;
struct RawObject;
struct StrObject;
struct ThreadObject;

// A Program made ready for running: constants and names as immortal Values. Shared by all runs of
// the process; immutable.
struct LoadedProgram;

struct LoadedCode {
  // A site's global is assigned by one instruction of the program that runs once: reading it, once it
  // is there, is no visible operation.
  static constexpr uint8_t kFixedGlobal = 1;
  // Some instruction of the program assigns an attribute of the site's name, or may.
  static constexpr uint8_t kStoredAttribute = 2;

  const Code* code;
  const Instruction* instructions;
  const Value* constants;
  StrObject* const* site_names;
  const uint8_t* site_flags;
  StrObject* const* local_names;
  StrObject* const* cell_names;
  StrObject* const* free_names;
  const LoadedCode* const* functions;
  StrObject* name;
  StrObject* qualified_name;
  Value docstring;                   // None if there is none
  const LoadedProgram* program;
  uint32_t index;                    // in the program
  uint16_t register_count;
  uint16_t local_count;
  uint16_t parameter_count;          // positional ones
  bool is_simple;                    // only positional parameters, none of *args, **kwargs, keyword-only
  bool is_library;
  bool keeps_nothing;                // of library code: no data of its own that another thread could see
  bool is_generator;                 // or coroutine or async generator
};

// What an instruction learned about its operands, so as to be quick when they are alike next time.
struct InlineCache {
  enum class Way : uint8_t {
    none,
    slot,                            // of the object itself, at `index`
    class_value,                     // `value` of its class, as it is
    class_method,                    // the function `value` of its class, to be bound to the class
    method,                          // the function `value` of its class, to be bound to the object
    property,                        // the object's class has a property; `value` is the getter or setter
    type_value,                      // `value` of a class, when the object is that class itself
    type_method,                     // the function `value`, to be bound to the class that the object is
    super_method,                    // through super(): `version` of the start, `index` that of the class behind
    module_value,
    global_value,
    builtin_value,
  };

  uint32_t version = 0;              // of the class, or of the globals' keys
  uint32_t index = 0;                // slot or entry
  Value value;
  Way way = Way::none;
};

// The inline caches of one Code in one run. `size` is their number.
struct CodeState : Object {
  static constexpr Kind kKind = Kind::code_state;

  const LoadedCode* code;
  struct ProgramState* program;
  InlineCache caches[1];
};

// The CodeStates of one program in one run, made when first needed. `size`: the program's codes.
struct ProgramState : Object {
  static constexpr Kind kKind = Kind::program_state;

  const LoadedProgram* program;
  ModuleObject* module;
  CodeState* states[1];
};

// The root of everything a run can change.
struct RunState : Object {
  static constexpr Kind kKind = Kind::run;

  ThreadObject* first_thread;        // main; the others follow in its `next` chain
  ThreadObject* last_thread;
  DictObject* modules;               // sys.modules
  ModuleObject* main_module;
  DictObject* builtin_overlay;       // what the script put into `builtins`; null: nothing
  ModuleObject* library;             // the prelude
  RawObject* output;                 // what went to stdout, `output_size` bytes
  DictObject* identities;            // id(): object -> number, only for those asked
  DictObject* operation_numbers;     // of objects that have no number for themselves, see Machine::operation_number
  ArrayObject* exit_functions;       // to be called when the main module has ended
  DictObject* reported_texts;        // exception -> its str(), while it is being reported
  Value script_arguments;            // sys.argv, a list
  Value uncaught;                    // the exception that ended the main module, or empty
  Object* world_state;               // the controlled world's, an OpaqueObject; null in free runs
  ArrayObject* async_library;        // what the natives of asyncio use of its part in Python (modules/async_support.h)
  RawObject* unawaited;              // GeneratorObject*: coroutines that may never have been awaited; does not keep them alive
  RawObject* unretrieved;            // AsyncFutureObject*: ended by an exception that nobody asked for yet; likewise
  ArrayObject* lost_futures;         // of those, the ones nothing refers to any more: to be reported
  RawObject* pending_tasks;          // AsyncTaskObject*: not done when the program ended; likewise
  ListObject* async_loops;           // those that may have such tasks; null before the first
  DictObject* warned;                // texts of the warnings given: each is given once
  uint64_t output_size;
  uint64_t output_hash;
  uint64_t steps;
  uint64_t input_offset;             // how far standard input has been read, in bytes
  uint64_t last_search;              // when asyncio last had lost futures looked for, in steps
  uint32_t next_version;             // for classes and dict keys
  uint32_t next_serial;              // for operations: objects get a number when first touched visibly
  uint32_t next_thread;
  uint32_t next_identity;
  uint32_t next_async_task;          // for "Task-1"
  uint32_t unawaited_count;
  uint32_t unretrieved_count;
  uint32_t pending_count;
  uint32_t lost_count;
  uint32_t searches;                 // for lost futures
  uint32_t next_operation_number;
  uint32_t live_threads;             // started and not ended
  uint32_t recursion_limit;
  int32_t digit_limit;               // of ints turned into decimal text and back, 0: none
  int32_t exit_status;
  bool has_begun;
  uint8_t main_stage;                // ended: 0 nothing, 1 its code, 2 exit functions, 3 globals, 4 all
};

}  // namespace lockstep
