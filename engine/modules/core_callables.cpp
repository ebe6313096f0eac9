#include <algorithm>
#include <string>

#include "modules/async_support.h"
#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/generators.h"
#include "vm/imports.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"
#include "vm/raise.h"
#include "vm/unwind.h"

namespace lockstep {

namespace {

// --- functions ------------------------------------------------------------------------------------------

FunctionObject* function_of(Call& call) { return as<FunctionObject>(call[0]); }

Step function_name(Machine&, Call& call) { return call.done(Value::object(function_of(call)->name)); }

Step function_set_name(Machine& machine, Call& call) {
  auto* text = try_as<StrObject>(call[1]);
  if (text == nullptr) {
    return machine.raise(BuiltinClass::type_error, "__name__ must be set to a string object");
  }
  function_of(call)->name = text;
  return call.none();
}

Step function_qualified_name(Machine&, Call& call) {
  return call.done(Value::object(function_of(call)->qualified_name));
}

Step function_set_qualified_name(Machine& machine, Call& call) {
  auto* text = try_as<StrObject>(call[1]);
  if (text == nullptr) {
    return machine.raise(BuiltinClass::type_error, "__qualname__ must be set to a string object");
  }
  function_of(call)->qualified_name = text;
  return call.none();
}

template <Value FunctionObject::* field>
Step function_value(Machine&, Call& call) {
  return call.done(function_of(call)->*field);
}

template <Value FunctionObject::* field>
Step function_set_value(Machine&, Call& call) {
  function_of(call)->*field = call[1].is_empty() ? Value::none() : call[1];
  return call.none();
}

template <class T, T* FunctionObject::* field>
Step function_part(Machine&, Call& call) {
  T* part = function_of(call)->*field;
  return call.done(part == nullptr ? Value::none() : Value::object(part));
}

template <class T, T* FunctionObject::* field>
Step function_set_part(Machine& machine, Call& call) {
  if (call[1].is_none() || call[1].is_empty()) {
    function_of(call)->*field = nullptr;
    return call.none();
  }
  auto* part = try_as<T>(call[1]);
  if (part == nullptr) {
    return machine.raise(BuiltinClass::type_error, "a function's part was set to a wrong type");
  }
  function_of(call)->*field = part;
  return call.none();
}

Step function_dict(Machine& machine, Call& call) {
  auto* function = function_of(call);
  if (function->attributes == nullptr) function->attributes = machine.heap().make_dict();
  return call.done(Value::object(function->attributes));
}

Step function_annotations(Machine& machine, Call& call) {
  auto* function = function_of(call);
  if (function->annotations == nullptr) function->annotations = machine.heap().make_dict();
  return call.done(Value::object(function->annotations));
}

Step function_globals(Machine&, Call& call) {
  return call.done(Value::object(function_of(call)->globals));
}

Value code_value(Machine& machine, const LoadedCode* code) {
  auto* object = machine.heap().allocate<CodeObject>(builtin_class(BuiltinClass::code), Kind::code);
  object->code = code;
  return Value::object(object);
}

Step function_code(Machine& machine, Call& call) {
  return call.done(code_value(machine, function_of(call)->code));
}

Step bind_self(Machine& machine, Call& call) {
  if (call[1].is_none()) return call.done(call[0]);
  return call.done(machine.heap().make_bound_method(call[0], call[1]));
}

Step function_call(Machine& machine, Call& call) {
  auto* keywords = as<DictObject>(call[2]);
  if (keywords->size == 0) return machine.tail_call(call, call[0], as<TupleObject>(call[1])->all());
  std::vector<Value> values(as<TupleObject>(call[1])->all().begin(),
                            as<TupleObject>(call[1])->all().end());
  std::vector<Value> names;
  DictIterator iterator;
  while (auto* entry = Dict::next(keywords, iterator)) {
    names.push_back(entry->key);
    values.push_back(entry->value);
  }
  return machine.tail_call_keywords(call, call[0], values, machine.heap().make_tuple(names));
}

constexpr NativeRow kFunctionMethods[] = {
    {"__get__", "(self, instance, owner=None, /)", "Return an attribute of instance.", bind_self},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", function_call},
};

constexpr NativeAttribute kFunctionAttributes[] = {
    {"__name__", "", function_name, function_set_name},
    {"__qualname__", "", function_qualified_name, function_set_qualified_name},
    {"__doc__", "", function_value<&FunctionObject::doc>, function_set_value<&FunctionObject::doc>},
    {"__module__", "", function_value<&FunctionObject::module>,
     function_set_value<&FunctionObject::module>},
    {"__defaults__", "", function_part<TupleObject, &FunctionObject::defaults>,
     function_set_part<TupleObject, &FunctionObject::defaults>},
    {"__kwdefaults__", "", function_part<DictObject, &FunctionObject::keyword_defaults>,
     function_set_part<DictObject, &FunctionObject::keyword_defaults>},
    {"__closure__", "", function_part<TupleObject, &FunctionObject::closure>, nullptr},
    {"__annotations__", "", function_annotations,
     function_set_part<DictObject, &FunctionObject::annotations>},
    {"__dict__", "", function_dict, function_set_part<DictObject, &FunctionObject::attributes>},
    {"__globals__", "", function_globals, nullptr},
    {"__code__", "", function_code, nullptr},
};

// --- bound methods ----------------------------------------------------------------------------------------

Step method_function(Machine&, Call& call) {
  return call.done(as<BoundMethodObject>(call[0])->function);
}

Step method_self(Machine&, Call& call) { return call.done(as<BoundMethodObject>(call[0])->self); }

template <Name which>
Step method_forward(Machine& machine, Call& call) {
  Value out;
  const Step step = get_attribute(machine, {call.frame, call.result_register},
                                  as<BoundMethodObject>(call[0])->function, name(which), out);
  return step == Step::done ? call.done(out) : step;
}

Step method_new(Machine& machine, Call& call) {
  if (!is_callable(call[1])) return machine.raise(BuiltinClass::type_error, "first argument must be callable");
  if (call[2].is_none()) return machine.raise(BuiltinClass::type_error, "instance must not be None");
  return call.done(machine.heap().make_bound_method(call[1], call[2]));
}

constexpr NativeRow kMethodMethods[] = {
    {"__new__", "(cls, function, instance, /)", "Create a bound instance method object.", method_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", function_call},
};

constexpr NativeAttribute kMethodAttributes[] = {
    {"__func__", "the function", method_function, nullptr},
    {"__self__", "the object it is bound to", method_self, nullptr},
    {"__name__", "", method_forward<Name::name>, nullptr},
    {"__qualname__", "", method_forward<Name::qualname>, nullptr},
    {"__doc__", "", method_forward<Name::doc>, nullptr},
    {"__module__", "", method_forward<Name::module>, nullptr},
    {"__code__", "", method_forward<Name::code>, nullptr},
    {"__defaults__", "", method_forward<Name::defaults>, nullptr},
    {"__annotations__", "", method_forward<Name::annotations>, nullptr},
    {"__wrapped__", "", method_forward<Name::wrapped>, nullptr},
    {"__dict__", "", method_forward<Name::dict>, nullptr},
};

// --- builtin functions and methods ------------------------------------------------------------------------

Step native_name(Machine& machine, Call& call) {
  return call.done(machine.intern(as<NativeObject>(call[0])->row->name));
}

Step native_qualified_name(Machine& machine, Call& call) {
  auto* native = as<NativeObject>(call[0]);
  std::string text = native->row->name;
  if (native->owner != nullptr) text = std::string(native->owner->name->view()) + "." + text;
  return call.done(machine.heap().make_str(text));
}

Step native_doc(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str(as<NativeObject>(call[0])->row->help));
}

Step native_self(Machine&, Call& call) {
  auto* native = as<NativeObject>(call[0]);
  return call.done(native->self.is_empty() ? Value::none() : native->self);
}

Step native_module(Machine& machine, Call& call) {
  return call.done(as<NativeObject>(call[0])->owner == nullptr ? machine.intern("builtins")
                                                               : Value::none());
}

constexpr NativeRow kNativeMethods[] = {
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", function_call},
    {"__get__", "(self, instance, owner=None, /)", "Return an attribute of instance.",
     [](Machine& machine, Call& call) {
       Value out;
       const Value object = call[1].is_none() ? Value::empty() : call[1];
       const Step step = bind_descriptor(machine, {call.frame, call.result_register}, call[0], object,
                                         class_of(call[1]), out);
       return step == Step::done ? call.done(out) : step;
     }},
};

constexpr NativeAttribute kNativeAttributes[] = {
    {"__name__", "", native_name, nullptr},
    {"__qualname__", "", native_qualified_name, nullptr},
    {"__doc__", "", native_doc, nullptr},
    {"__self__", "", native_self, nullptr},
    {"__module__", "", native_module, nullptr},
};

// --- generators and coroutines ----------------------------------------------------------------------------

Step generator_iter(Machine&, Call& call) { return call.done(call[0]); }

Step generator_next(Machine& machine, Call& call) {
  Value out;
  const Step step = resume_generator(machine, {call.frame, call.result_register},
                                     as<GeneratorObject>(call[0]), Value::none(), After::store, false,
                                     out);
  return step == Step::done ? call.done(out) : step;
}

Step generator_send(Machine& machine, Call& call) {
  Value out;
  const Step step = resume_generator(machine, {call.frame, call.result_register},
                                     as<GeneratorObject>(call[0]), call[1], After::store, false, out);
  return step == Step::done ? call.done(out) : step;
}

Step generator_throw(Machine& machine, Call& call) {
  constexpr uint8_t kMade = 1;
  Value exception;
  const Step step = exception_to_throw(machine, call, kMade, exception);
  if (step != Step::done) return step;
  return throw_into_generator(machine, {call.frame, call.result_register},
                              as<GeneratorObject>(call[0]), as<ExceptionObject>(exception),
                              After::store, false);
}

Step generator_close(Machine& machine, Call& call) {
  auto* generator = as<GeneratorObject>(call[0]);
  switch (generator->stage) {
    case GeneratorObject::Stage::created:
      generator->stage = GeneratorObject::Stage::finished;
      return call.none();
    case GeneratorObject::Stage::finished:
      return call.none();
    default:
      break;
  }
  // GeneratorExit at the yield; whether it comes out again takes a try statement to find out.
  return machine.tail_call(call, machine.prelude("close_generator"), {call[0]});
}

Step generator_running(Machine&, Call& call) {
  return call.done(Value::boolean(as<GeneratorObject>(call[0])->stage ==
                                  GeneratorObject::Stage::running));
}

Step generator_suspended(Machine&, Call& call) {
  return call.done(Value::boolean(as<GeneratorObject>(call[0])->stage ==
                                  GeneratorObject::Stage::suspended));
}

Step generator_name(Machine&, Call& call) {
  return call.done(Value::object(as<GeneratorObject>(call[0])->name));
}

Step generator_qualified_name(Machine&, Call& call) {
  return call.done(Value::object(as<GeneratorObject>(call[0])->qualified_name));
}

Step generator_code(Machine& machine, Call& call) {
  return call.done(code_value(machine, as<GeneratorObject>(call[0])->frame.code));
}

Step generator_frame(Machine& machine, Call& call) {
  auto* generator = as<GeneratorObject>(call[0]);
  if (generator->stage == GeneratorObject::Stage::finished) return call.none();
  auto* frame = machine.heap().allocate<FrameObject>(builtin_class(BuiltinClass::frame), Kind::frame);
  frame->code = generator->frame.code;
  frame->instruction =
      static_cast<uint32_t>(generator->frame.pc - generator->frame.code->instructions);
  frame->globals = generator->frame.globals;
  frame->back = nullptr;
  frame->locals = nullptr;
  return call.done(Value::object(frame));
}

Step generator_awaiting(Machine&, Call& call) {
  auto* generator = as<GeneratorObject>(call[0]);
  if (generator->stage != GeneratorObject::Stage::suspended) return call.none();
  const Value delegate = delegate_of(generator->frame);
  return delegate.is_empty() ? call.none() : call.done(delegate);
}

Step coroutine_await(Machine& machine, Call& call) {
  return call.done(Value::object(make_async_step(machine, as<GeneratorObject>(call[0]),
                                                 AsyncStepObject::coroutine, Value::none())));
}

// False: raised.
bool is_text(Machine& machine, Value value, const char* attribute) {
  if (is_kind(value, Kind::string)) return true;
  machine.raise_format(BuiltinClass::type_error, "{} must be set to a string object", attribute);
  return false;
}

Step set_generator_name(Machine& machine, Call& call) {
  if (!is_text(machine, call[1], "__name__")) return Step::raised;
  as<GeneratorObject>(call[0])->name = as<StrObject>(call[1]);
  return call.none();
}

Step set_generator_qualified_name(Machine& machine, Call& call) {
  if (!is_text(machine, call[1], "__qualname__")) return Step::raised;
  as<GeneratorObject>(call[0])->qualified_name = as<StrObject>(call[1]);
  return call.none();
}

Step coroutine_origin(Machine&, Call& call) { return call.none(); }

constexpr NativeRow kGeneratorMethods[] = {
    {"__iter__", "(self, /)", "Implement iter(self).", generator_iter},
    {"__next__", "(self, /)", "Implement next(self).", generator_next},
    {"send", "(self, arg, /)", "Send 'arg' into the generator.", generator_send},
    {"throw", "(self, typ, val=None, tb=None, /)", "Raise an exception in the generator.", generator_throw},
    {"close", "(self, /)", "Raise GeneratorExit inside the generator.", generator_close},
};

constexpr NativeAttribute kGeneratorAttributes[] = {
    {"gi_running", "", generator_running, nullptr},
    {"gi_suspended", "", generator_suspended, nullptr},
    {"gi_frame", "", generator_frame, nullptr},
    {"gi_code", "", generator_code, nullptr},
    {"gi_yieldfrom", "", generator_awaiting, nullptr},
    {"__name__", "", generator_name, set_generator_name},
    {"__qualname__", "", generator_qualified_name, set_generator_qualified_name},
};

constexpr NativeRow kCoroutineMethods[] = {
    {"__await__", "(self, /)", "Return an iterator to be used in await.", coroutine_await},
    {"send", "(self, arg, /)", "Send 'arg' into the coroutine.", generator_send},
    {"throw", "(self, typ, val=None, tb=None, /)", "Raise an exception in the coroutine.", generator_throw},
    {"close", "(self, /)", "Raise GeneratorExit inside the coroutine.", generator_close},
};

constexpr NativeAttribute kCoroutineAttributes[] = {
    {"cr_running", "", generator_running, nullptr},
    {"cr_suspended", "", generator_suspended, nullptr},
    {"cr_frame", "", generator_frame, nullptr},
    {"cr_code", "", generator_code, nullptr},
    {"cr_await", "", generator_awaiting, nullptr},
    {"cr_origin", "", coroutine_origin, nullptr},
    {"__name__", "", generator_name, set_generator_name},
    {"__qualname__", "", generator_qualified_name, set_generator_qualified_name},
};

constexpr NativeAttribute kAsyncGeneratorAttributes[] = {
    {"ag_frame", "", generator_frame, nullptr},
    {"ag_code", "", generator_code, nullptr},
    {"__name__", "", generator_name, set_generator_name},
    {"__qualname__", "", generator_qualified_name, set_generator_qualified_name},
};

// --- code, frames, tracebacks, cells ------------------------------------------------------------------------

const LoadedCode* code_of(Call& call) { return as<CodeObject>(call[0])->code; }

Step code_name(Machine&, Call& call) { return call.done(Value::object(code_of(call)->name)); }

Step code_qualified_name(Machine&, Call& call) {
  return call.done(Value::object(code_of(call)->qualified_name));
}

Step code_filename(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str(code_of(call)->program->program->filename));
}

Step code_first_line(Machine&, Call& call) {
  return call.done(Value::small_int(code_of(call)->code->first_line));
}

Step code_argument_count(Machine&, Call& call) {
  return call.done(Value::small_int(code_of(call)->code->positional_count));
}

Step code_positional_only_count(Machine&, Call& call) {
  return call.done(Value::small_int(code_of(call)->code->positional_only_count));
}

Step code_keyword_only_count(Machine&, Call& call) {
  return call.done(Value::small_int(code_of(call)->code->keyword_only_count));
}

Step code_variable_names(Machine& machine, Call& call) {
  std::vector<Value> names;
  for (size_t i = 0; i < code_of(call)->code->locals.size(); i++) {
    names.push_back(Value::object(code_of(call)->local_names[i]));
  }
  return call.done(Value::object(machine.heap().make_tuple(names)));
}

Step code_free_names(Machine& machine, Call& call) {
  std::vector<Value> names;
  for (size_t i = 0; i < code_of(call)->code->free_names.size(); i++) {
    names.push_back(Value::object(code_of(call)->free_names[i]));
  }
  return call.done(Value::object(machine.heap().make_tuple(names)));
}

Step code_cell_names(Machine& machine, Call& call) {
  const Code& code = *code_of(call)->code;
  std::vector<std::string_view> found;
  for (const Instruction& instruction : code.instructions) {
    if (instruction.opcode == Opcode::make_cell && instruction.a < code.locals.size()) {
      found.push_back(code.locals[instruction.a]);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<Value> names;
  for (const std::string_view one : found) names.push_back(machine.intern(one));
  return call.done(Value::object(machine.heap().make_tuple(names)));
}

Step code_flags(Machine&, Call& call) {
  const Code& code = *code_of(call)->code;
  int64_t flags = 3;
  if (code.has_star_args) flags |= 4;
  if (code.has_star_kwargs) flags |= 8;
  if (code.is_coroutine) {
    flags |= code.is_generator ? 512 : 128;
  } else if (code.is_generator) {
    flags |= 32;
  }
  return call.done(Value::small_int(flags));
}

constexpr NativeAttribute kCodeAttributes[] = {
    {"co_name", "", code_name, nullptr},
    {"co_qualname", "", code_qualified_name, nullptr},
    {"co_filename", "", code_filename, nullptr},
    {"co_firstlineno", "", code_first_line, nullptr},
    {"co_argcount", "", code_argument_count, nullptr},
    {"co_posonlyargcount", "", code_positional_only_count, nullptr},
    {"co_kwonlyargcount", "", code_keyword_only_count, nullptr},
    {"co_varnames", "", code_variable_names, nullptr},
    {"co_freevars", "", code_free_names, nullptr},
    {"co_cellvars", "", code_cell_names, nullptr},
    {"co_flags", "", code_flags, nullptr},
};

Step frame_code(Machine& machine, Call& call) {
  return call.done(code_value(machine, as<FrameObject>(call[0])->code));
}

Step frame_line(Machine&, Call& call) {
  auto* frame = as<FrameObject>(call[0]);
  return call.done(Value::small_int(frame->code->code->spans[frame->instruction].line));
}

Step frame_globals(Machine&, Call& call) {
  auto* frame = as<FrameObject>(call[0]);
  return call.done(frame->globals == nullptr ? Value::none() : Value::object(frame->globals));
}

Step frame_back(Machine&, Call& call) {
  auto* back = as<FrameObject>(call[0])->back;
  return call.done(back == nullptr ? Value::none() : Value::object(back));
}

Step frame_locals(Machine& machine, Call& call) {
  auto* frame = as<FrameObject>(call[0]);
  if (frame->locals != nullptr) return call.done(Value::object(frame->locals));
  return machine.raise(BuiltinClass::attribute_error, "the names of this frame are not known any more");
}

constexpr NativeAttribute kFrameAttributes[] = {
    {"f_back", "", frame_back, nullptr},
    {"f_locals", "", frame_locals, nullptr},
    {"f_code", "", frame_code, nullptr},
    {"f_lineno", "", frame_line, nullptr},
    {"f_globals", "", frame_globals, nullptr},
};

Step traceback_next(Machine&, Call& call) {
  auto* next = as<TracebackObject>(call[0])->next;
  while (next != nullptr && next->code->is_library) next = next->next;
  return call.done(next == nullptr ? Value::none() : Value::object(next));
}

Step traceback_line(Machine&, Call& call) {
  return call.done(Value::small_int(as<TracebackObject>(call[0])->line));
}

Step traceback_frame(Machine& machine, Call& call) {
  auto* traceback = as<TracebackObject>(call[0]);
  auto* frame = machine.heap().allocate<FrameObject>(builtin_class(BuiltinClass::frame), Kind::frame);
  frame->code = traceback->code;
  frame->instruction = traceback->instruction;
  frame->globals = machine.state().main_module->attributes;
  frame->back = nullptr;
  frame->locals = nullptr;
  return call.done(Value::object(frame));
}

constexpr NativeAttribute kTracebackAttributes[] = {
    {"tb_next", "", traceback_next, nullptr},
    {"tb_lineno", "", traceback_line, nullptr},
    {"tb_frame", "", traceback_frame, nullptr},
};

Step cell_contents(Machine& machine, Call& call) {
  const Value value = as<CellObject>(call[0])->value;
  return value.is_empty() ? machine.raise(BuiltinClass::value_error, "Cell is empty")
                          : call.done(value);
}

Step cell_set_contents(Machine&, Call& call) {
  as<CellObject>(call[0])->value = call[1];
  return call.none();
}

constexpr NativeAttribute kCellAttributes[] = {
    {"cell_contents", "", cell_contents, cell_set_contents},
};

Step member_name(Machine&, Call& call) {
  return call.done(Value::object(as<MemberObject>(call[0])->name));
}

Step member_get(Machine& machine, Call& call) {
  Value out;
  const Value object = call[1].is_none() ? Value::empty() : call[1];
  const Step step = bind_descriptor(machine, {call.frame, call.result_register}, call[0], object,
                                    class_of(call[1]), out);
  return step == Step::done ? call.done(out) : step;
}

constexpr NativeRow kMemberMethods[] = {
    {"__get__", "(self, instance, owner=None, /)", "Return an attribute of instance.", member_get},
};

constexpr NativeAttribute kMemberAttributes[] = {
    {"__name__", "", member_name, nullptr},
};

Step module_new(Machine& machine, Call& call) {
  auto* module_name = try_as<StrObject>(call[1]);
  if (module_name == nullptr) {
    return machine.raise_format(BuiltinClass::type_error, "module() argument 'name' must be str, not {}",
                                Machine::class_name(call[1]));
  }
  ModuleObject* module = make_module(machine, module_name, nullptr);
  module->cls = as<ClassObject>(call[0]);
  const auto set = [&](std::string_view key, Value value) {
    Dict::set(machine.heap(), module->attributes, as<StrObject>(machine.intern(key)), value);
  };
  set("__doc__", call.given(2) ? call[2] : Value::none());
  for (const char* key : {"__package__", "__loader__", "__spec__"}) set(key, Value::none());
  return call.done(Value::object(module));
}

constexpr NativeRow kModuleMethods[] = {
    {"__new__", "(cls, name, doc=None)", "Create a module object.", module_new},
};

Step cell_new(Machine& machine, Call& call) {
  auto* cell = machine.heap().allocate<CellObject>(builtin_class(BuiltinClass::cell), Kind::cell);
  cell->value = call.given(1) ? call[1] : Value::empty();
  return call.done(Value::object(cell));
}

constexpr NativeRow kCellMethods[] = {
    {"__new__", "(cls, contents=None, /)", "Create a new cell object.", cell_new},
};

Step module_dict(Machine&, Call& call) {
  return call.done(Value::object(as<ModuleObject>(call[0])->attributes));
}

constexpr NativeAttribute kModuleAttributes[] = {
    {"__dict__", "", module_dict, nullptr},
};

}  // namespace

void add_core_callables(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::function, kFunctionMethods);
  builder.attributes(BuiltinClass::function, kFunctionAttributes);
  builder.methods(BuiltinClass::method, kMethodMethods);
  builder.attributes(BuiltinClass::method, kMethodAttributes);
  builder.methods(BuiltinClass::builtin_function, kNativeMethods);
  builder.attributes(BuiltinClass::builtin_function, kNativeAttributes);
  builder.methods(BuiltinClass::method_descriptor, kNativeMethods);
  builder.attributes(BuiltinClass::method_descriptor, kNativeAttributes);
  builder.methods(BuiltinClass::generator, kGeneratorMethods);
  builder.attributes(BuiltinClass::generator, kGeneratorAttributes);
  builder.methods(BuiltinClass::coroutine, kCoroutineMethods);
  builder.attributes(BuiltinClass::coroutine, kCoroutineAttributes);
  builder.attributes(BuiltinClass::async_generator, kAsyncGeneratorAttributes);
  builder.attributes(BuiltinClass::code, kCodeAttributes);
  builder.attributes(BuiltinClass::frame, kFrameAttributes);
  builder.attributes(BuiltinClass::traceback, kTracebackAttributes);
  builder.methods(BuiltinClass::cell, kCellMethods);
  builder.attributes(BuiltinClass::cell, kCellAttributes);
  builder.methods(BuiltinClass::member_descriptor, kMemberMethods);
  builder.attributes(BuiltinClass::member_descriptor, kMemberAttributes);
  builder.methods(BuiltinClass::getset_descriptor, kMemberMethods);
  builder.attributes(BuiltinClass::getset_descriptor, kMemberAttributes);
  builder.methods(BuiltinClass::module, kModuleMethods);
  builder.attributes(BuiltinClass::module, kModuleAttributes);
}

}  // namespace lockstep
