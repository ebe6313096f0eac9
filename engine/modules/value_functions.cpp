#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/integer_text.h"
#include "text/unicode.h"
#include "vm/attributes.h"
#include "vm/operators.h"
#include "vm/value_text.h"

// The builtin functions that look at one value: len, repr, hash, isinstance, chr ...
namespace lockstep {

namespace {

Step builtin_len(Machine& machine, Call& call) {
  Value out;
  const Step step = length(machine, call.frame, call[0], out);
  return step == Step::done ? call.done(out) : step;
}

Step builtin_repr(Machine& machine, Call& call) {
  std::string text;
  if (machine.repr(call[0], text)) return call.done(machine.heap().make_str(text));
  return machine.tail_call(call, machine.prelude("repr_of"), {call[0]});
}

Step builtin_ascii(Machine& machine, Call& call) {
  constexpr uint8_t kShown = 1;
  std::string text;
  if (call.phase() == kShown) {
    text = as<StrObject>(call.answer())->view();
  } else if (!machine.repr(call[0], text)) {
    return machine.call(call, kShown, machine.prelude("repr_of"), {call[0]});
  }
  return call.done(machine.heap().make_str(escape_non_ascii(text)));
}

Step builtin_format(Machine& machine, Call& call) {
  std::string_view spec;
  if (call.given(1)) {
    const auto* given = try_as<StrObject>(call[1]);
    if (given == nullptr) return raise_type_error(machine, "format() argument 2 must be str, not " + class_name_of(call[1]));
    spec = given->view();
  }
  std::string text;
  const Work work = format_builtin(machine, call[0], spec, text);
  if (work == Work::done) return call.done(machine.heap().make_str(text));
  if (work == Work::raised) return Step::raised;
  return machine.tail_call(call, machine.prelude("format_with"), {call[0], machine.heap().make_str(spec)});
}

Step builtin_hash(Machine& machine, Call& call) {
  if (class_of(call[0])->has(ClassObject::kUnhashable)) return raise_unhashable(machine, call[0]);
  // CPython's of an empty text; here 0 says in a text that its hash is not known yet.
  const auto* text = try_as<StrObject>(call[0]);
  const auto* bytes = try_as<BytesObject>(call[0]);
  if ((text != nullptr && text->view().empty() && text->cls == builtin_class(BuiltinClass::str)) ||
      (bytes != nullptr && bytes->view().empty())) {
    return call.done(Value::small_int(0));
  }
  if (is_plain_key(call[0])) return hash_method(machine, call);
  constexpr uint8_t kHashed = 1;
  if (call.phase() == kHashed) {
    const Value answer = call.answer();
    if (!is_int_value(answer)) {
      return machine.raise(BuiltinClass::type_error, "__hash__ method should return an integer");
    }
    int64_t number = 0;
    if (!int64_of(answer, number)) number = static_cast<int64_t>(hash_of(answer));
    return call.done(machine.heap().make_int(number == -1 ? int64_t{-2} : number));
  }
  if (overrides(call[0], Special::hash)) {
    Value self;
    const Value method = special_method(machine, call[0], name(Special::hash), self);
    if (is_kind(method, Kind::function)) return machine.call(call, kHashed, method, {self});
  }
  return machine.tail_call(call, machine.prelude("hash_of"), {call[0]});
}

Step builtin_id(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(shown_address(machine, call[0])));
}

Step builtin_callable(Machine&, Call& call) {
  return call.done(Value::boolean(is_callable(call[0])));
}

// --- classes ------------------------------------------------------------------------------------------

enum class ClassTest : uint8_t { no, yes, script, wrong };

// Whether `tested` derives from `wanted`: a class, or a tuple of them.
ClassTest derives(const ClassObject* tested, Value wanted, int depth) {
  if (const auto* cls = try_as<ClassObject>(wanted)) {
    if (cls == tested) return ClassTest::yes;
    if (cls->cls->has(ClassObject::kHasInstanceCheck)) return ClassTest::script;
    return is_subclass(tested, cls) ? ClassTest::yes : ClassTest::no;
  }
  if (const auto* tuple = try_as<TupleObject>(wanted)) {
    if (depth > 50) return ClassTest::script;
    for (const Value item : tuple->all()) {
      const ClassTest test = derives(tested, item, depth + 1);
      if (test != ClassTest::no) return test;
    }
    return ClassTest::no;
  }
  const bool may_decide = overrides(wanted, Special::instance_check) || overrides(wanted, Special::subclass_check);
  return may_decide ? ClassTest::script : ClassTest::wrong;
}

Step builtin_isinstance(Machine& machine, Call& call) {
  switch (derives(class_of(call[0]), call[1], 0)) {
    case ClassTest::no: return call.done(Value::boolean(false));
    case ClassTest::yes: return call.done(Value::boolean(true));
    case ClassTest::script: return machine.tail_call(call, machine.prelude("is_instance"), {call[0], call[1]});
    case ClassTest::wrong: break;
  }
  return raise_type_error(machine, "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Step builtin_issubclass(Machine& machine, Call& call) {
  const auto* cls = try_as<ClassObject>(call[0]);
  if (cls == nullptr) return raise_type_error(machine, "issubclass() arg 1 must be a class");
  switch (derives(cls, call[1], 0)) {
    case ClassTest::no: return call.done(Value::boolean(false));
    case ClassTest::yes: return call.done(Value::boolean(true));
    case ClassTest::script: return machine.tail_call(call, machine.prelude("is_subclass"), {call[0], call[1]});
    case ClassTest::wrong: break;
  }
  return raise_type_error(machine, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

// dir(x), or the names of the caller's locals.
Step builtin_dir(Machine& machine, Call& call) {
  if (call.given(0)) return machine.tail_call(call, machine.prelude("dir_object"), {call[0]});
  const auto* locals = as<NativeObject>(machine.builtin_value(as<StrObject>(machine.intern("locals"))));
  Call inner{nullptr, 0, call.result_register, call.frame, Value::empty()};
  if (locals->row->function(machine, inner) != Step::done) return Step::raised;
  return machine.tail_call(call, machine.prelude("sorted_names"), {inner.result});
}

// --- characters and digits --------------------------------------------------------------------------------

Step builtin_chr(Machine& machine, Call& call) {
  int64_t number = 0;
  if (!is_int_value(call[0])) {
    if (overrides(call[0], Special::index)) return machine.tail_call(call, machine.prelude("chr_of"), {call[0]});
    machine.to_index(call[0], number);
    return Step::raised;
  }
  if (!int64_of(call[0], number) || number != static_cast<int32_t>(number)) {
    return machine.raise(BuiltinClass::overflow_error, "Python int too large to convert to C int");
  }
  if (number < 0 || number > kMaximumCodePoint) {
    return raise_value_error(machine, "chr() arg not in range(0x110000)");
  }
  return call.done(machine.heap().make_str(to_utf8(static_cast<char32_t>(number))));
}

Step builtin_ord(Machine& machine, Call& call) {
  int64_t length = 0;
  if (const auto* text = try_as<StrObject>(call[0])) {
    if (text->length == 1) {
      size_t offset = 0;
      return call.done(Value::small_int(next_code_point(text->view(), offset)));
    }
    length = text->length;
  } else if (is_bytes_like(call[0])) {
    if (bytes_view(call[0]).size() == 1) {
      return call.done(Value::small_int(static_cast<unsigned char>(bytes_view(call[0])[0])));
    }
    length = static_cast<int64_t>(bytes_view(call[0]).size());
  } else {
    return raise_type_error(machine, "ord() expected string of length 1, but " + class_name_of(call[0]) + " found");
  }
  return raise_type_error(machine, "ord() expected a character, but string of length " + std::to_string(length) + " found");
}

template <int base>
Step digits_in_base(Machine& machine, Call& call) {
  if (!is_int_value(call[0])) {
    if (overrides(call[0], Special::index)) {
      return machine.tail_call(call, machine.prelude(base == 2 ? "bin_of" : base == 8 ? "oct_of" : "hex_of"), {call[0]});
    }
    int64_t number = 0;
    machine.to_index(call[0], number);
    return Step::raised;
  }
  SmallInteger room(0);
  return finish_text(machine, call, integer_to_text(int_view_of(call[0], room), base, BasePrefix::python));
}

Step builtin_open(Machine& machine, Call& call) {
  const Value mode = call.given(1) ? call[1] : string_value(machine, "r");
  const auto option = [&call](size_t which) { return call.given(which) ? call[which] : Value::none(); };
  return machine.tail_call(call, machine.prelude("open_file"), {call[0], mode, option(3), option(4), option(5)});
}

Step builtin_memoryview(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("make_memoryview"), {call[0]});
}

constexpr NativeRow kValueFunctions[] = {
    {"memoryview", "(object)", "Create a new memoryview object which references the given object.", builtin_memoryview},
    {"len", "(obj, /)", "Return the number of items in a container.", builtin_len, Effect::reads},
    {"repr", "(obj, /)", "Return the canonical string representation of the object.", builtin_repr, Effect::reads},
    {"ascii", "(obj, /)", "Return an ASCII-only representation of an object.", builtin_ascii, Effect::reads},
    {"format", "(value, format_spec='', /)", "Return value.__format__(format_spec)", builtin_format, Effect::reads},
    {"hash", "(obj, /)", "Return the hash value for the given object.", builtin_hash},
    {"id", "(obj, /)", "Return the identity of an object.", builtin_id},
    {"callable", "(obj, /)", "Return whether the object is callable.", builtin_callable},
    {"isinstance", "(obj, class_or_tuple, /)", "Return whether an object is an instance of a class or of a subclass thereof.",
     builtin_isinstance},
    {"issubclass", "(cls, class_or_tuple, /)", "Return whether 'cls' is derived from another class or is the same class.",
     builtin_issubclass},
    {"dir", "(object=None, /)", "The names in the current scope, or the attributes of an object.", builtin_dir},
    {"chr", "(i, /)", "Return a Unicode string of one character with ordinal i.", builtin_chr},
    {"ord", "(c, /)", "Return the Unicode code point for a one-character string.", builtin_ord},
    {"bin", "(number, /)", "Return the binary representation of an integer.", digits_in_base<2>},
    {"oct", "(number, /)", "Return the octal representation of an integer.", digits_in_base<8>},
    {"hex", "(number, /)", "Return the hexadecimal representation of an integer.", digits_in_base<16>},
    {"open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
     "Open file and return a stream. Not available: there is no file system.", builtin_open},
};

}  // namespace

void add_value_functions(RegistryBuilder& registry) { registry.functions("builtins", kValueFunctions); }

}  // namespace lockstep
