#include <string>
#include <vector>

#include "base/check.h"
#include "language/compiler.h"
#include "modules/local_names.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/classes.h"
#include "vm/exception_fields.h"
#include "vm/imports.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"
#include "vm/raise.h"
#include "vm/traceback.h"
#include "vm/unwind.h"

namespace lockstep {

namespace {

// --- attributes -------------------------------------------------------------------------------------------

StrObject* attribute_name(Machine& machine, Value value, const char* function) {
  auto* text = try_as<StrObject>(value);
  if (text == nullptr) {
    if (*function == '\0') {
      machine.raise_format(BuiltinClass::type_error, "attribute name must be string, not '{}'",
                           Machine::class_name(value));
    } else {
      machine.raise_format(BuiltinClass::type_error, "{}(): attribute name must be string", function);
    }
    return nullptr;
  }
  return as<StrObject>(machine.intern(text->view()));
}

Step builtin_getattr(Machine& machine, Call& call) {
  StrObject* attribute = attribute_name(machine, call[1], "");
  if (attribute == nullptr) return Step::raised;
  ThreadObject& thread = machine.thread();
  const Frame* before = thread.frame;
  Value out;
  const Step step = get_attribute(machine, {call.frame, call.result_register}, call[0], attribute, out);
  if (!call.given(2)) return step == Step::done ? call.done(out) : step;
  if (step == Step::done) return call.done(out);
  if (step == Step::raised) {
    if (!is_instance(thread.exception, BuiltinClass::attribute_error)) return step;
    thread.exception = Value::empty();
    return call.done(call[2]);
  }
  // Script code computes it and may raise AttributeError: start over inside a try statement.
  while (thread.frame != before) pop_frame(thread);
  return machine.tail_call(call, machine.prelude("getattr_or_default"), {call[0], call[1], call[2]});
}

Step builtin_hasattr(Machine& machine, Call& call) {
  StrObject* attribute = attribute_name(machine, call[1], "hasattr");
  if (attribute == nullptr) return Step::raised;
  ThreadObject& thread = machine.thread();
  const Frame* before = thread.frame;
  Value out;
  const Step step = get_attribute(machine, {call.frame, call.result_register}, call[0], attribute, out);
  if (step == Step::done) return call.done(Value::boolean(true));
  if (step == Step::raised) {
    if (!is_instance(thread.exception, BuiltinClass::attribute_error)) return step;
    thread.exception = Value::empty();
    return call.done(Value::boolean(false));
  }
  while (thread.frame != before) pop_frame(thread);
  return machine.tail_call(call, machine.prelude("has_attribute"), {call[0], call[1]});
}

Step builtin_setattr(Machine& machine, Call& call) {
  StrObject* attribute = attribute_name(machine, call[1], "");
  if (attribute == nullptr) return Step::raised;
  const Step step =
      set_attribute(machine, {call.frame, call.result_register}, call[0], attribute, call[2]);
  return step == Step::done ? call.none() : step;
}

Step builtin_delattr(Machine& machine, Call& call) {
  StrObject* attribute = attribute_name(machine, call[1], "");
  if (attribute == nullptr) return Step::raised;
  const Step step = set_attribute(machine, {call.frame, call.result_register}, call[0], attribute,
                                  Value::empty());
  return step == Step::done ? call.none() : step;
}

// --- classes ------------------------------------------------------------------------------------------------

// (function, name, *bases, metaclass=..., **keywords)
Step build_class(Machine& machine, Call& call) {
  constexpr uint8_t kPrepared = 1;
  constexpr uint8_t kBodyRan = 2;
  constexpr uint8_t kFinished = 3;
  constexpr uint8_t kBasesResolved = 4;
  Heap& heap = machine.heap();
  auto* function = as<FunctionObject>(call[0]);
  auto* bases = as<TupleObject>(call[2]);
  auto* keywords = as<DictObject>(call[3]);
  if (call.phase() == kFinished) return call.done(call.scratch(0));

  // Generic aliases and the like say which bases they stand for.
  bool needs_resolving = false;
  for (Value base : bases->all()) {
    needs_resolving = needs_resolving ||
                      (!is_kind(base, Kind::class_) &&
                       !Machine::lookup(class_of(base), as<StrObject>(machine.intern("__mro_entries__")))
                            .is_empty());
  }
  if (needs_resolving) {
    if (call.phase() == kBasesResolved) {
      call.scratch(1) = call.answer();
    } else if (call.scratch(1).is_empty()) {
      return machine.call(call, kBasesResolved, machine.prelude("resolve_bases"), {call[2]});
    }
    bases = as<TupleObject>(call.scratch(1));
  }
  Value metaclass = Dict::get(keywords, name(Name::metaclass));
  if (metaclass.is_empty()) {
    metaclass = bases->size == 0 ? Value::object(builtin_class(BuiltinClass::type))
                                 : Value::object(class_of(bases->items[0]));
  }
  ClassObject* meta = try_as<ClassObject>(metaclass);
  if (meta != nullptr) {
    meta = choose_metaclass(machine, meta, bases);
    if (meta == nullptr) return Step::raised;
    metaclass = Value::object(meta);
  }
  DictObject* rest = keywords;
  if (!Dict::get(keywords, name(Name::metaclass)).is_empty()) {
    rest = Dict::copy(heap, keywords);
    Dict::remove(rest, Value::object(name(Name::metaclass)));
  }

  if (call.phase() == 0 || call.phase() == kBasesResolved) {
    if (meta != nullptr && meta->overridden.has(Special::prepare)) {
      return machine.call(call, kPrepared, machine.prelude("prepare_class"),
                          {metaclass, call[1], Value::object(bases), Value::object(rest)});
    }
    call.scratch(0) = Value::object(heap.make_dict());
  }
  if (call.phase() == kPrepared) call.scratch(0) = call.answer();
  if (call.phase() != kBodyRan) {
    Frame* caller = call.frame;
    caller->phase = kBodyRan;
    const Step step = push_function(machine, function, Arguments{}, After::answer, 0);
    if (step == Step::called) machine.thread().frame->name_space = caller->scratch[0].as_object();
    return step;
  }
  const Value cell = call.answer();
  const Value name_space = call.scratch(0);
  auto* dict = try_as<DictObject>(name_space);
  if (dict != nullptr && is_kind(cell, Kind::cell)) {
    Dict::set(heap, dict, name(Name::classcell), cell);
  }
  if (needs_resolving && dict != nullptr && Value::object(bases) != call[2]) {
    Dict::set(heap, dict, as<StrObject>(machine.intern("__orig_bases__")), call[2]);
  }
  // The class of a base that is no class is called like a metaclass, and usually raises an error.
  const bool plain_type = meta != nullptr &&
                          is_subclass(meta, builtin_class(BuiltinClass::type)) && dict != nullptr && !meta->has(ClassObject::kHasNew) &&
                          !meta->overridden.has(Special::init) &&
                          !meta->cls->has(ClassObject::kHasCall);
  if (!plain_type) {
    std::vector<Value> arguments{call[1], Value::object(bases), name_space};
    std::vector<Value> names;
    DictIterator iterator;
    while (auto* entry = Dict::next(rest, iterator)) {
      names.push_back(entry->key);
      arguments.push_back(entry->value);
    }
    end_phases(call.frame);
    return machine.tail_call_keywords(call, metaclass, arguments,
                                      names.empty() ? nullptr : heap.make_tuple(names));
  }
  ClassObject* cls = make_class(machine, meta, as<StrObject>(call[1]), bases, dict);
  if (cls == nullptr) return Step::raised;
  if (!needs_finishing(cls, rest)) return call.done(Value::object(cls));
  call.scratch(0) = Value::object(cls);
  return machine.call(call, kFinished, machine.prelude("finish_class"),
                      {Value::object(cls), Value::object(rest)});
}

// --- code from text ---------------------------------------------------------------------------------------------

Step raise_syntax_error(Machine& machine, const SyntaxError& error, std::string_view filename) {
  Heap& heap = machine.heap();
  BuiltinClass type = BuiltinClass::syntax_error;
  if (error.type == SyntaxErrorType::indentation_error) type = BuiltinClass::indentation_error;
  if (error.type == SyntaxErrorType::tab_error) type = BuiltinClass::tab_error;
  const Value text = error.text.empty() ? Value::none() : heap.make_str(error.text);
  const Value fields[] = {heap.make_str(filename),           Value::small_int(error.line),
                          Value::small_int(error.offset),    text,
                          Value::small_int(error.end_line),  Value::small_int(error.end_offset)};
  const Value details = Value::object(heap.make_tuple(fields));
  const Value arguments[] = {heap.make_str(error.message), details};
  ExceptionObject* exception = heap.make_exception(builtin_class(type), arguments);
  set_fields_from_arguments(heap, exception);
  return machine.raise(exception);
}

// The frame whose names eval(), exec(), locals() and globals() mean: the innermost of the script.
Frame* script_frame(Call& call) {
  Frame* frame = call.frame;
  while (frame->code->is_library && frame->caller != nullptr) frame = frame->caller;
  return frame;
}

}  // namespace

DictObject* local_names(Machine& machine, Frame* frame) {
  if (frame->name_space != nullptr) return static_cast<DictObject*>(frame->name_space);
  const LoadedCode* code = frame->code;
  if (frame->function == nullptr || code->code->kind == CodeKind::module) return frame->globals;
  Heap& heap = machine.heap();
  DictObject* dict = heap.make_dict();
  for (size_t i = 0; i < code->local_count; i++) {
    Value value = frame->registers()[i];
    if (is_kind(value, Kind::cell)) value = as<CellObject>(value)->value;
    if (value.is_empty() || code->local_names[i]->view().starts_with(".")) continue;
    Dict::set(heap, dict, code->local_names[i], value);
  }
  for (size_t i = 0; i < code->code->free_names.size(); i++) {
    const Value value = as<CellObject>(frame->function->closure->items[i])->value;
    if (!value.is_empty()) Dict::set(heap, dict, code->free_names[i], value);
  }
  return dict;
}

namespace {

Step run_text(Machine& machine, Call& call, bool is_eval) {
  Frame* frame = script_frame(call);
  Value globals = call.given(1) && !call[1].is_none() ? call[1] : Value::object(frame->globals);
  if (!is_kind(globals, Kind::dict)) {
    return machine.raise_format(BuiltinClass::type_error, "{}() globals must be a dict, not {}",
                                is_eval ? "eval" : "exec", Machine::class_name(globals));
  }
  Value locals = call.given(2) && !call[2].is_none() ? call[2]
                 : call.given(1) && !call[1].is_none()
                     ? globals
                     : Value::object(local_names(machine, frame));
  const LoadedCode* code = nullptr;
  if (auto* object = try_as<CodeObject>(call[0])) {
    code = object->code;
    if (!code->code->free_names.empty()) {
      return is_eval ? machine.raise(BuiltinClass::type_error,
                                     "code object passed to eval() may not contain free variables")
                     : machine.raise_format(BuiltinClass::type_error,
                                            "code object requires a closure of exactly length {}",
                                            code->code->free_names.size());
    }
  } else {
    std::string source;
    if (auto* text = try_as<StrObject>(call[0])) {
      source = text->view();
    } else if (auto* bytes = try_as<BytesObject>(call[0])) {
      source = bytes->view();
    } else {
      return machine.raise_format(BuiltinClass::type_error,
                                  "{}() arg 1 must be a string, bytes or code object",
                                  is_eval ? "eval" : "exec");
    }
    if (is_eval) {
      const size_t begin = source.find_first_not_of(" \t");
      source.erase(0, begin == std::string::npos ? source.size() : begin);
    }
    auto program = is_eval ? compile_expression(source, "<string>") : compile_exec(source, "<string>");
    if (!program) return raise_syntax_error(machine, program.error(), "<string>");
    machine.write_output(true, format_warnings(**program));
    code = machine.adopt(*program);
  }
  if (!can_push(machine)) return Step::raised;
  Heap& heap = machine.heap();
  if (Dict::get(as<DictObject>(globals), as<StrObject>(machine.intern("__builtins__"))).is_empty()) {
    Dict::set(heap, as<DictObject>(globals), as<StrObject>(machine.intern("__builtins__")),
              Value::object(loaded_module(machine, "builtins")));
  }
  ProgramState* state = make_program_state(heap, code->program, machine.state().main_module);
  Frame* pushed = push_frame(heap, machine.thread(), code, code_state(heap, state, code),
                             as<DictObject>(globals));
  pushed->name_space = locals.as_object();
  pushed->after = After::store;
  pushed->result = call.result_register;
  return Step::called;
}

Step builtin_exec(Machine& machine, Call& call) { return run_text(machine, call, false); }
Step builtin_eval(Machine& machine, Call& call) { return run_text(machine, call, true); }

Step builtin_compile(Machine& machine, Call& call) {
  auto* source = try_as<StrObject>(call[0]);
  auto* filename = try_as<StrObject>(call[1]);
  auto* mode = try_as<StrObject>(call[2]);
  if (source == nullptr || filename == nullptr || mode == nullptr) {
    return machine.raise(BuiltinClass::type_error,
                         "compile() arg 1 must be a string, bytes or AST object");
  }
  if (mode->view() != "exec" && mode->view() != "eval" && mode->view() != "single") {
    return machine.raise(BuiltinClass::value_error,
                         "compile() mode must be 'exec', 'eval' or 'single'");
  }
  auto program = mode->view() == "eval" ? compile_expression(source->view(), filename->view())
                                        : compile_exec(source->view(), filename->view());
  if (!program) return raise_syntax_error(machine, program.error(), filename->view());
  machine.write_output(true, format_warnings(**program));
  auto* code = machine.heap().allocate<CodeObject>(builtin_class(BuiltinClass::code), Kind::code);
  code->code = machine.adopt(*program);
  return call.done(Value::object(code));
}

// Library modules, too, may ask for their own.
Step builtin_globals(Machine&, Call& call) {
  const Frame* frame = call.frame->is_trampoline ? script_frame(call) : call.frame;
  return call.done(Value::object(frame->globals));
}

Step builtin_locals(Machine& machine, Call& call) {
  return call.done(Value::object(local_names(machine, script_frame(call))));
}

Step builtin_vars(Machine& machine, Call& call) {
  if (!call.given(0)) return builtin_locals(machine, call);
  Value out;
  const Step step =
      get_attribute(machine, {call.frame, call.result_register}, call[0], name(Name::dict), out);
  if (step == Step::raised) {
    machine.thread().exception = Value::empty();
    return machine.raise(BuiltinClass::type_error, "vars() argument must have __dict__ attribute");
  }
  return step == Step::done ? call.done(out) : step;
}

Step builtin_import(Machine& machine, Call& call) {
  const Value fromlist = call.given(3) && Machine::plain_truth(call[3]) != 0 ? call[3] : Value::none();
  const Value level = call.given(4) ? call[4] : Value::small_int(0);
  if (!is_kind(call[0], Kind::string)) {
    return machine.raise_format(BuiltinClass::type_error,
                                "__import__() argument 1 must be str, not {}",
                                Machine::class_name(call[0]));
  }
  TupleObject* request = machine.heap().make_tuple({call[0], fromlist, level});
  Value out;
  const Step step = import_module(machine, call.frame, request, out);
  return step == Step::done ? call.done(out) : step;
}

// exit(code) and quit(code): what CPython's module site gives to scripts.
Step builtin_exit(Machine& machine, Call& call) {
  const Value code = call.given(0) ? call[0] : Value::none();
  return machine.raise(machine.heap().make_exception(builtin_class(BuiltinClass::system_exit),
                                                     std::span<const Value>(&code, 1)));
}

constexpr NativeRow kCoreBuiltins[] = {
    {"exit", "(code=None)", "Leave the program.", builtin_exit},
    {"quit", "(code=None)", "Leave the program.", builtin_exit},
    {"getattr", "(object, name, default=None, /)", "Get a named attribute from an object.", builtin_getattr,
     Effect::reads},
    {"hasattr", "(obj, name, /)", "Return whether the object has an attribute with the given name.",
     builtin_hasattr, Effect::reads},
    {"setattr", "(obj, name, value, /)", "Sets the named attribute on the given object.",
     builtin_setattr, Effect::writes},
    {"delattr", "(obj, name, /)", "Deletes the named attribute from the given object.",
     builtin_delattr, Effect::writes},
    {"__build_class__", "(func, name, /, *bases, **kwds)", "Used by the class statement.", build_class},
    {"exec", "(source, globals=None, locals=None, /)",
     "Execute the given source in the context of globals and locals.", builtin_exec},
    {"eval", "(source, globals=None, locals=None, /)",
     "Evaluate the given source in the context of globals and locals.", builtin_eval},
    {"compile",
     "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
     "Compile source into a code object.", builtin_compile},
    {"globals", "()", "Return the dictionary of the current scope's global variables.",
     builtin_globals},
    {"locals", "()", "Return a dictionary of the current scope's local variables.", builtin_locals},
    {"vars", "(object=None, /)", "Return the __dict__ of an object, or the local variables.",
     builtin_vars},
    {"__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module.",
     builtin_import},
};

// --- for the prelude ----------------------------------------------------------------------------------------------

// The class attribute that an object's class has under a name, unbound; None if there is none.
Step class_attribute(Machine& machine, Call& call) {
  const Value found =
      Machine::lookup(class_of(call[0]), as<StrObject>(machine.intern(as<StrObject>(call[1])->view())));
  return call.done(found.is_empty() ? Value::none() : found);
}

// The names and values of a class's own namespace, as a list of tuples.
Step class_items(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  DictIterator iterator;
  while (auto* entry = Dict::next(as<ClassObject>(call[0])->attributes, iterator)) {
    heap.append(list, Value::object(heap.make_tuple({entry->key, entry->value})));
  }
  return call.done(Value::object(list));
}

// Where an exception was raised and what it says, written to stderr: (exception, texts, before).
Step write_report(Machine& machine, Call& call) {
  machine.state().reported_texts = as<DictObject>(call[1]);
  const std::string text = std::string(as<StrObject>(call[2])->view()) +
                           format_uncaught(machine, as<ExceptionObject>(call[0]));
  machine.state().reported_texts = nullptr;
  machine.write_output(true, text);
  return call.none();
}

Step format_report(Machine& machine, Call& call) {
  machine.state().reported_texts = as<DictObject>(call[1]);
  const std::string text = machine.format_exception(as<ExceptionObject>(call[0]));
  machine.state().reported_texts = nullptr;
  return call.done(machine.heap().make_str(text));
}

Step format_report_line(Machine& machine, Call& call) {
  machine.state().reported_texts = as<DictObject>(call[1]);
  const std::string text = machine.format_exception_line(as<ExceptionObject>(call[0]));
  machine.state().reported_texts = nullptr;
  return call.done(machine.heap().make_str(text));
}

Step format_traceback_entries(Machine& machine, Call& call) {
  auto* traceback = try_as<TracebackObject>(call[0]);
  return call.done(machine.heap().make_str(format_traceback(traceback)));
}

Step set_exit_status(Machine& machine, Call& call) {
  machine.state().exit_status = static_cast<int32_t>(call[0].as_small_int());
  return call.none();
}

Step forget_uncaught(Machine& machine, Call& call) {
  machine.state().uncaught = Value::empty();
  return call.none();
}

Step write_error(Machine& machine, Call& call) {
  machine.write_output(true, as<StrObject>(call[0])->view());
  return call.none();
}

// What was registered for the end of the main thread, the latest first, as a list; none is left.
Step take_exit_functions(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  if (ArrayObject* functions = machine.state().exit_functions) {
    for (uint32_t i = functions->size; i-- > 0;) heap.append(list, functions->items[i]);
  }
  machine.state().exit_functions = nullptr;
  return call.done(Value::object(list));
}

Step handled(Machine& machine, Call& call) {
  const Value found = handled_exception(machine.thread());
  return call.done(found.is_empty() ? Value::none() : found);
}

constexpr NativeRow kCorePrelude[] = {
    {"_class_attribute", "(obj, name, /)", "", class_attribute},
    {"_class_items", "(cls, /)", "", class_items},
    {"_write_report", "(exception, texts, before, /)", "", write_report},
    {"_format_report", "(exception, texts, /)", "", format_report},
    {"_format_report_line", "(exception, texts, /)", "", format_report_line},
    {"_format_traceback", "(traceback, /)", "", format_traceback_entries},
    {"_set_exit_status", "(status, /)", "", set_exit_status},
    {"_forget_uncaught", "()", "", forget_uncaught},
    {"_write_error", "(text, /)", "", write_error},
    {"_take_exit_functions", "()", "", take_exit_functions},
    {"_handled_exception", "()", "", handled},
};

}  // namespace

void add_core_builtins(RegistryBuilder& builder) {
  builder.functions("builtins", kCoreBuiltins);
  builder.functions("prelude", kCorePrelude);
}

}  // namespace lockstep
