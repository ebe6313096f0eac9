#include <algorithm>
#include <string>

#include "base/check.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/exception_fields.h"
#include "vm/raise.h"
#include "vm/traceback.h"
#include "vm/value_text.h"

namespace lockstep {

namespace {

ExceptionObject* exception_of(Call& call) { return as<ExceptionObject>(call[0]); }

Step exception_new(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  return call.done(
      Value::object(machine.heap().make_exception(cls, as<TupleObject>(call[1])->all())));
}

Step exception_init(Machine& machine, Call& call) {
  auto* keywords = as<DictObject>(call[2]);
  if (keywords->size != 0) {
    return machine.raise_format(BuiltinClass::type_error, "{}() takes no keyword arguments",
                                class_of(call[0])->name->view());
  }
  exception_of(call)->arguments = as<TupleObject>(call[1]);
  return call.none();
}

Step exception_str(Machine& machine, Call& call) {
  // str() of the arguments, which may be objects of the script.
  auto* exception = exception_of(call);
  ValueText writer(machine);
  if (writer.add_exception_message(exception)) return call.done(machine.heap().make_str(writer.take()));
  if (exception->arguments->size == 1) {
    const bool key_error =
        is_subclass(exception->cls, builtin_class(BuiltinClass::key_error));
    return machine.tail_call(call,
                             key_error ? machine.builtin_value(as<StrObject>(machine.intern("repr")))
                                       : Value::object(builtin_class(BuiltinClass::str)),
                             {exception->arguments->items[0]});
  }
  return machine.tail_call(call, Value::object(builtin_class(BuiltinClass::str)),
                           {Value::object(exception->arguments)});
}

Step exception_repr(Machine& machine, Call& call) {
  auto* exception = exception_of(call);
  ValueText writer(machine);
  if (writer.add_exception(exception)) return call.done(machine.heap().make_str(writer.take()));
  return machine.tail_call(call, machine.prelude("repr_exception"), {call[0]});
}

Step exception_with_traceback(Machine& machine, Call& call) {
  if (call[1].is_none()) {
    exception_of(call)->traceback = nullptr;
  } else if (auto* traceback = try_as<TracebackObject>(call[1])) {
    exception_of(call)->traceback = traceback;
  } else {
    return machine.raise(BuiltinClass::type_error, "__traceback__ must be a traceback or None");
  }
  return call.done(call[0]);
}

Step exception_add_note(Machine& machine, Call& call) {
  if (!is_kind(call[1], Kind::string)) {
    return machine.raise_format(BuiltinClass::type_error, "note must be a str, not '{}'",
                                Machine::class_name(call[1]));
  }
  Value notes = get_own(exception_of(call), name(Name::notes));
  if (notes.is_empty()) {
    notes = Value::object(machine.heap().make_list());
    set_own(machine, exception_of(call), name(Name::notes), notes);
  }
  if (auto* list = try_as<ListObject>(notes)) machine.heap().append(list, call[1]);
  return call.none();
}

constexpr NativeRow kExceptionMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an exception.", exception_new},
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", exception_init},
    {"__str__", "(self, /)", "Return str(self).", exception_str},
    {"__repr__", "(self, /)", "Return repr(self).", exception_repr},
    {"with_traceback", "(self, tb, /)", "Set self.__traceback__ to tb and return self.",
     exception_with_traceback},
    {"add_note", "(self, note, /)", "Add a note to the exception.", exception_add_note},
};

Step get_arguments(Machine&, Call& call) { return call.done(Value::object(exception_of(call)->arguments)); }

Step set_arguments(Machine& machine, Call& call) {
  auto* tuple = try_as<TupleObject>(call[1]);
  if (tuple == nullptr) {
    auto* list = try_as<ListObject>(call[1]);
    if (list == nullptr) {
      return machine.raise_format(BuiltinClass::type_error, "'{}' object is not iterable",
                                  Machine::class_name(call[1]));
    }
    tuple = machine.heap().make_tuple(list->all());
  }
  exception_of(call)->arguments = tuple;
  return call.none();
}

Step get_traceback(Machine&, Call& call) {
  auto* traceback = exception_of(call)->traceback;
  while (traceback != nullptr && traceback->code->is_library) traceback = traceback->next;
  return call.done(traceback == nullptr ? Value::none() : Value::object(traceback));
}

Step set_traceback(Machine& machine, Call& call) {
  const Step step = exception_with_traceback(machine, call);
  return step == Step::done ? call.none() : step;
}

template <Value ExceptionObject::* field>
Step get_link(Machine&, Call& call) {
  return call.done(exception_of(call)->*field);
}

Step set_link(Machine& machine, Call& call, Value ExceptionObject::* field, const char* what) {
  if (!call[1].is_none() && !is_kind(call[1], Kind::exception)) {
    return machine.raise_format(BuiltinClass::type_error,
                                "exception {} must be None or derive from BaseException", what);
  }
  exception_of(call)->*field = call[1];
  return call.none();
}

Step set_cause(Machine& machine, Call& call) {
  exception_of(call)->extra |= ExceptionObject::kSuppressContext;
  return set_link(machine, call, &ExceptionObject::cause, "cause");
}

Step set_context(Machine& machine, Call& call) {
  return set_link(machine, call, &ExceptionObject::context, "context");
}

Step get_suppress_context(Machine&, Call& call) {
  return call.done(
      Value::boolean((exception_of(call)->extra & ExceptionObject::kSuppressContext) != 0));
}

Step set_suppress_context(Machine&, Call& call) {
  auto* exception = exception_of(call);
  exception->extra &= static_cast<uint8_t>(~ExceptionObject::kSuppressContext);
  if (Machine::plain_truth(call[1]) != 0) exception->extra |= ExceptionObject::kSuppressContext;
  return call.none();
}

Step get_dict(Machine& machine, Call& call) {
  return call.done(Value::object(own_dict(machine, exception_of(call))));
}

constexpr NativeAttribute kExceptionAttributes[] = {
    {"args", "", get_arguments, set_arguments},
    {"__traceback__", "", get_traceback, set_traceback},
    {"__cause__", "", get_link<&ExceptionObject::cause>, set_cause},
    {"__context__", "", get_link<&ExceptionObject::context>, set_context},
    {"__suppress_context__", "", get_suppress_context, set_suppress_context},
    {"__dict__", "", get_dict, nullptr},
};

// --- the classes with attributes of their own ---------------------------------------------------------------

Value first_argument(const ExceptionObject* exception) {
  return exception->arguments->size == 0 ? Value::none() : exception->arguments->items[0];
}

Step get_payload(Machine&, Call& call) {
  auto* exception = exception_of(call);
  return call.done(exception->payload.is_empty() ? first_argument(exception) : exception->payload);
}

Step set_payload(Machine&, Call& call) {
  exception_of(call)->payload = call[1];
  return call.none();
}

constexpr NativeAttribute kStopIterationAttributes[] = {
    {"value", "generator return value", get_payload, set_payload},
};

Step get_exit_code(Machine&, Call& call) {
  auto* exception = exception_of(call);
  if (!exception->payload.is_empty()) return call.done(exception->payload);
  if (exception->arguments->size > 1) return call.done(Value::object(exception->arguments));
  return call.done(first_argument(exception));
}

constexpr NativeAttribute kSystemExitAttributes[] = {
    {"code", "exit status", get_exit_code, set_payload},
};

// A field: the exception's payload has it (vm/exception_fields.h).
template <uint32_t field>
Step get_field(Machine&, Call& call) {
  return call.done(exception_field_of(exception_of(call), field));
}

template <uint32_t field>
Step set_field(Machine& machine, Call& call) {
  set_exception_field(machine.heap(), exception_of(call), field, call[1]);
  return call.none();
}

struct KeywordField {
  std::string_view name;
  uint32_t field;
};

// The fields that may be given as keywords: ImportError(name, path), NameError(name),
// AttributeError(name, obj).
Step init_with_keywords(Machine& machine, Call& call, std::span<const KeywordField> known) {
  auto* exception = exception_of(call);
  exception->arguments = as<TupleObject>(call[1]);
  DictIterator iterator;
  while (auto* entry = Dict::next(as<DictObject>(call[2]), iterator)) {
    const std::string_view keyword = as<StrObject>(entry->key)->view();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [keyword](const KeywordField& one) { return one.name == keyword; });
    if (found == known.end()) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "'{}' is an invalid keyword argument for {}()", keyword,
                                  exception->cls->name->view());
    }
    set_exception_field(machine.heap(), exception, found->field, entry->value);
  }
  return call.none();
}

Step import_error_init(Machine& machine, Call& call) {
  static constexpr KeywordField kFields[] = {{"name", exception_field::kName},
                                             {"path", exception_field::kPath}};
  const Step step = init_with_keywords(machine, call, kFields);
  if (step == Step::done) set_fields_from_arguments(machine.heap(), exception_of(call));
  return step;
}

Step name_error_init(Machine& machine, Call& call) {
  static constexpr KeywordField kFields[] = {{"name", exception_field::kName}};
  return init_with_keywords(machine, call, kFields);
}

Step attribute_error_init(Machine& machine, Call& call) {
  static constexpr KeywordField kFields[] = {{"name", exception_field::kName},
                                             {"obj", exception_field::kObject}};
  return init_with_keywords(machine, call, kFields);
}

Step init_with_fields(Machine& machine, Call& call) {
  exception_of(call)->arguments = as<TupleObject>(call[1]);
  set_fields_from_arguments(machine.heap(), exception_of(call));
  return call.none();
}

// OSError itself makes an object of the class that stands for the error number.
Step os_error_new(Machine& machine, Call& call) {
  struct Row {
    int number;
    BuiltinClass cls;
  };
  static constexpr Row kByNumber[] = {
      {1, BuiltinClass::permission_error},         {2, BuiltinClass::file_not_found_error},
      {3, BuiltinClass::process_lookup_error},     {4, BuiltinClass::interrupted_error},
      {10, BuiltinClass::child_process_error},     {11, BuiltinClass::blocking_io_error},
      {13, BuiltinClass::permission_error},        {17, BuiltinClass::file_exists_error},
      {20, BuiltinClass::not_a_directory_error},   {21, BuiltinClass::is_a_directory_error},
      {32, BuiltinClass::broken_pipe_error},       {103, BuiltinClass::connection_aborted_error},
      {104, BuiltinClass::connection_reset_error}, {108, BuiltinClass::broken_pipe_error},
      {110, BuiltinClass::timeout_error},          {111, BuiltinClass::connection_refused_error},
      {114, BuiltinClass::blocking_io_error},      {115, BuiltinClass::blocking_io_error}};
  auto* cls = as<ClassObject>(call[0]);
  const auto* arguments = as<TupleObject>(call[1]);
  if (cls == builtin_class(BuiltinClass::os_error) && arguments->size >= 2 && arguments->size <= 5) {
    for (const Row& row : kByNumber) {
      if (arguments->items[0] == Value::small_int(row.number)) cls = builtin_class(row.cls);
    }
  }
  ExceptionObject* exception = machine.heap().make_exception(cls, arguments->all());
  set_fields_from_arguments(machine.heap(), exception);
  return call.done(Value::object(exception));
}

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])).
Step syntax_error_init(Machine& machine, Call& call) {
  const auto* arguments = as<TupleObject>(call[1]);
  if (arguments->size == 2) {
    const auto* details = try_as<TupleObject>(arguments->items[1]);
    const size_t count = details == nullptr ? 4 : details->size;
    if (count != 4 && count != 6) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "function takes {} {} arguments ({} given)",
                                  count < 4 ? "at least" : "at most", count < 4 ? 4 : 6, count);
    }
  }
  return init_with_fields(machine, call);
}

// UnicodeDecodeError(encoding, object, start, end, reason).
Step unicode_error_init(Machine& machine, Call& call) {
  const auto* arguments = as<TupleObject>(call[1]);
  if (arguments->size != 5) {
    return machine.raise_format(BuiltinClass::type_error,
                                "function takes exactly 5 arguments ({} given)", arguments->size);
  }
  return init_with_fields(machine, call);
}

#define FIELD(name, index) \
  {name, "", get_field<exception_field::index>, set_field<exception_field::index>}

constexpr NativeRow kImportErrorMethods[] = {
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", import_error_init},
};
constexpr NativeAttribute kImportErrorAttributes[] = {
    FIELD("msg", kImportMessage), FIELD("name", kName), FIELD("path", kPath)};
constexpr NativeRow kNameErrorMethods[] = {
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", name_error_init},
};
constexpr NativeAttribute kNameErrorAttributes[] = {FIELD("name", kName)};
constexpr NativeRow kAttributeErrorMethods[] = {
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", attribute_error_init},
};
constexpr NativeAttribute kAttributeErrorAttributes[] = {FIELD("name", kName), FIELD("obj", kObject)};
constexpr NativeRow kOsErrorMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an exception.", os_error_new},
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", init_with_fields},
};
constexpr NativeAttribute kOsErrorAttributes[] = {
    FIELD("errno", kErrorNumber), FIELD("strerror", kErrorText), FIELD("filename", kFile),
    FIELD("filename2", kSecondFile)};
constexpr NativeRow kSyntaxErrorMethods[] = {
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", syntax_error_init},
};
constexpr NativeAttribute kSyntaxErrorAttributes[] = {
    FIELD("msg", kMessage),       FIELD("filename", kSyntaxFile),  FIELD("lineno", kLine),
    FIELD("offset", kOffset),     FIELD("text", kText),            FIELD("end_lineno", kEndLine),
    FIELD("end_offset", kEndOffset),
    FIELD("print_file_and_line", kPrintFileAndLine)};
constexpr NativeRow kUnicodeErrorMethods[] = {
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", unicode_error_init},
};
constexpr NativeAttribute kUnicodeErrorAttributes[] = {
    FIELD("encoding", kEncoding), FIELD("object", kEncoded), FIELD("start", kStart),
    FIELD("end", kEnd),           FIELD("reason", kReason)};

#undef FIELD

// --- exception groups -----------------------------------------------------------------------------------------

Step group_new(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  auto* arguments = as<TupleObject>(call[1]);
  if (arguments->size != 2) {
    return machine.raise_format(BuiltinClass::type_error,
                                "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                                arguments->size);
  }
  if (!is_kind(arguments->items[0], Kind::string)) {
    return machine.raise_format(BuiltinClass::type_error, "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                                Machine::class_name(arguments->items[0]));
  }
  std::span<const Value> members;
  if (auto* list = try_as<ListObject>(arguments->items[1])) {
    members = list->all();
  } else if (auto* tuple = try_as<TupleObject>(arguments->items[1])) {
    members = tuple->all();
  } else {
    return machine.raise(BuiltinClass::type_error, "second argument (exceptions) must be a sequence");
  }
  if (members.empty()) {
    return machine.raise(BuiltinClass::value_error,
                         "second argument (exceptions) must be a non-empty sequence");
  }
  bool all_plain = true;
  for (size_t i = 0; i < members.size(); i++) {
    if (!is_kind(members[i], Kind::exception)) {
      return machine.raise_format(BuiltinClass::value_error,
                                  "Item {} of second argument (exceptions) is not an exception", i);
    }
    all_plain = all_plain && is_instance(members[i], BuiltinClass::exception);
  }
  if (cls == builtin_class(BuiltinClass::base_exception_group)) {
    if (all_plain) cls = builtin_class(BuiltinClass::exception_group);
  } else if (!all_plain && is_subclass(cls, builtin_class(BuiltinClass::exception))) {
    if (cls == builtin_class(BuiltinClass::exception_group)) {
      return machine.raise(BuiltinClass::type_error,
                           "Cannot nest BaseExceptions in an ExceptionGroup");
    }
    return machine.raise_format(BuiltinClass::type_error,
                                "Cannot nest BaseExceptions in '{}'", cls->name->view());
  }
  ExceptionObject* group = machine.heap().make_exception(cls, arguments->all());
  group->payload = Value::object(machine.heap().make_tuple(members));
  return call.done(Value::object(group));
}

Step group_message(Machine&, Call& call) { return call.done(first_argument(exception_of(call))); }

Step group_exceptions(Machine&, Call& call) { return call.done(exception_of(call)->payload); }

Step group_str(Machine& machine, Call& call) {
  auto* group = exception_of(call);
  const auto* members = as<TupleObject>(group->payload);
  std::string text(as<StrObject>(group->arguments->items[0])->view());
  text += " (" + std::to_string(members->size) + " sub-exception" +
          (members->size == 1 ? "" : "s") + ")";
  return call.done(machine.heap().make_str(text));
}

Step group_split(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("split_group_by"), {call[0], call[1]});
}

Step group_subgroup(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("subgroup_by"), {call[0], call[1]});
}

Step group_derive(Machine& machine, Call& call) {
  return machine.tail_call(call, Value::object(builtin_class(BuiltinClass::base_exception_group)),
                           {first_argument(exception_of(call)), call[1]});
}

constexpr NativeRow kGroupMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a group.", group_new},
    {"__str__", "(self, /)", "Return str(self).", group_str},
    {"split", "(self, condition, /)", "Split into the part that matches and the rest.", group_split},
    {"subgroup", "(self, condition, /)", "The part that matches.", group_subgroup},
    {"derive", "(self, excs, /)", "A group of the same message.", group_derive},
};

constexpr NativeAttribute kGroupAttributes[] = {
    {"message", "exception message", group_message, nullptr},
    {"exceptions", "nested exceptions", group_exceptions, nullptr},
};

}  // namespace

void add_core_exceptions(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::base_exception, kExceptionMethods);
  builder.attributes(BuiltinClass::base_exception, kExceptionAttributes);
  builder.describe(BuiltinClass::base_exception, "Common base class for all exceptions");
  builder.attributes(BuiltinClass::stop_iteration, kStopIterationAttributes);
  builder.attributes(BuiltinClass::system_exit, kSystemExitAttributes);
  builder.methods(BuiltinClass::import_error, kImportErrorMethods);
  builder.attributes(BuiltinClass::import_error, kImportErrorAttributes);
  builder.methods(BuiltinClass::name_error, kNameErrorMethods);
  builder.attributes(BuiltinClass::name_error, kNameErrorAttributes);
  builder.methods(BuiltinClass::attribute_error, kAttributeErrorMethods);
  builder.attributes(BuiltinClass::attribute_error, kAttributeErrorAttributes);
  builder.methods(BuiltinClass::os_error, kOsErrorMethods);
  builder.attributes(BuiltinClass::os_error, kOsErrorAttributes);
  builder.methods(BuiltinClass::syntax_error, kSyntaxErrorMethods);
  builder.attributes(BuiltinClass::syntax_error, kSyntaxErrorAttributes);
  for (const auto which : {BuiltinClass::unicode_decode_error, BuiltinClass::unicode_encode_error}) {
    builder.methods(which, kUnicodeErrorMethods);
    builder.attributes(which, kUnicodeErrorAttributes);
  }
  builder.methods(BuiltinClass::base_exception_group, kGroupMethods);
  builder.attributes(BuiltinClass::base_exception_group, kGroupAttributes);
}

}  // namespace lockstep
