#include "vm/loaded_program.h"
#include "vm/value_text.h"

#include <algorithm>
#include <cmath>

#include "text/escape.h"
#include "text/float_digits.h"
#include "text/float_text.h"
#include "text/integer_text.h"
#include "text/unicode.h"
#include "vm/exception_fields.h"
#include "vm/indexing.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/objects/generator.h"
#include "vm/objects/iterator.h"
#include "vm/objects/module.h"

namespace lockstep {

namespace {

constexpr size_t kTextDepth = 100;

std::string_view text_of(const StrObject* string) {
  return string == nullptr ? std::string_view("?") : string->view();
}

}  // namespace

std::string full_name(const ClassObject* cls) {
  std::string text;
  if (const auto* module = try_as<StrObject>(cls->module)) {
    if (module->view() != "builtins") {
      text += module->view();
      text += '.';
    }
  }
  text += text_of(cls->qualified_name);
  return text;
}

uint64_t shown_address(Machine& machine, Value value) {
  constexpr uint64_t kFirst = 0x7f3a00000000;
  return kFirst + (machine.identity(value) << 4);
}

std::string complex_repr(double real, double imaginary) {
  const auto digits = [](double number) { return float_digits(number, FloatDigits{}); };
  std::string imaginary_text = digits(imaginary) + "j";
  if (real == 0 && !std::signbit(real)) return imaginary_text;
  if (!std::signbit(imaginary) || std::isnan(imaginary)) imaginary_text.insert(0, "+");
  return "(" + digits(real) + imaginary_text + ")";
}

bool Machine::repr(Value value, std::string& text) {
  ValueText writer(*this);
  if (!writer.add_repr(value)) return false;
  text = writer.take();
  return true;
}

bool Machine::repr_by_kind(Value value, std::string& text) {
  ValueText writer(*this);
  if (!(value.is_object() ? writer.add_repr_by_kind(value.as_object()) : writer.add_repr(value))) return false;
  text = writer.take();
  return true;
}

bool Machine::default_repr(Value value, std::string& text) {
  ValueText writer(*this);
  writer.add_default_repr(value);
  text = writer.take();
  return true;
}

bool Machine::str(Value value, std::string& text) {
  ValueText writer(*this);
  if (!writer.add_str(value)) return false;
  text = writer.take();
  return true;
}

bool ValueText::add_integer(Value value) {
  SmallInteger room(0);
  auto digits = integer_to_text(int_view_of(value, room), 10, BasePrefix::none,
                                machine_.state().digit_limit, stopping(machine_));
  if (!digits) return false;   // too long: the prelude's way raises the ValueError
  text_ += *digits;
  return true;
}

bool ValueText::add_complex(const ComplexObject* number) {
  text_ += complex_repr(number->real, number->imaginary);
  return true;
}

bool ValueText::add_str(Value value) {
  if (const auto* proxy = try_as<MappingProxyObject>(value)) return add_str(proxy->mapping);
  if (!value.is_object()) return add_repr(value);
  Object* object = value.as_object();
  if (object->cls->overridden.has(Special::str)) return false;
  if (object->kind == Kind::string) {
    text_ += static_cast<StrObject*>(object)->view();
    return true;
  }
  if (object->kind == Kind::exception) {
    return add_exception_message(static_cast<ExceptionObject*>(object));
  }
  return add_repr(value);
}

bool ValueText::add_repr(Value value) {
  if (value.is_small_int()) {
    char buffer[24];
    text_.append(buffer, int64_to_text(value.as_small_int(), buffer));
  } else if (value.is_flonum()) {
    char buffer[kFloatReprSize];
    text_.append(buffer, float_repr(value.as_flonum(), buffer));
  } else if (value.is_bool()) {
    text_ += value.is_true() ? "True" : "False";
  } else if (value.is_none()) {
    text_ += "None";
  } else if (value.is_ellipsis()) {
    text_ += "Ellipsis";
  } else if (value.is_not_implemented()) {
    text_ += "NotImplemented";
  } else {
    return value.is_object() && add_object(value.as_object());
  }
  return true;
}

void ValueText::add_address(Value value) {
  char digits[20];
  std::snprintf(digits, sizeof digits, "0x%llx",
                static_cast<unsigned long long>(shown_address(machine_, value)));
  text_ += digits;
}

// <module.Class object at 0x...>
void ValueText::add_default_repr(Value value) {
  text_ += '<';
  text_ += full_name(class_of(value));
  text_ += " object at ";
  add_address(value);
  text_ += '>';
}

bool ValueText::add_object(Object* object) {
  return !object->cls->overridden.has(Special::repr) && add_repr_by_kind(object);
}

bool ValueText::add_repr_by_kind(Object* object) {
  switch (object->kind) {
    case Kind::integer: return add_integer(Value::object(object));
    case Kind::real: text_ += float_repr(static_cast<FloatObject*>(object)->number); return true;
    case Kind::complex_number: return add_complex(static_cast<ComplexObject*>(object));
    case Kind::string: text_ += string_repr(static_cast<StrObject*>(object)->view()); return true;
    case Kind::bytes: text_ += bytes_repr(static_cast<BytesObject*>(object)->view()); return true;
    case Kind::bytearray: {
      text_ += object->cls->name->view();
      text_ += '(';
      const std::string shown = bytes_repr(static_cast<ByteArrayObject*>(object)->view());
      // CPython writes a backslash before a ' here, also where the quotes are others
      const bool in_double_quotes = shown.starts_with("b\"");
      for (char c : shown) {
        if (c == '\'' && in_double_quotes) text_ += '\\';
        text_ += c;
      }
      text_ += ')';
      return true;
    }
    case Kind::tuple:
    case Kind::list:
    case Kind::dict:
    case Kind::set:
    case Kind::dict_view:
    case Kind::slice:
    case Kind::mapping_proxy: return add_container(object);
    case Kind::range: add_range(static_cast<RangeObject*>(object)); return true;
    case Kind::class_: add_class(static_cast<ClassObject*>(object)); return true;
    case Kind::native: add_native(static_cast<NativeObject*>(object)); return true;
    case Kind::function:
      text_ += "<function ";
      text_ += text_of(static_cast<FunctionObject*>(object)->qualified_name);
      text_ += " at ";
      add_address(Value::object(object));
      text_ += '>';
      return true;
    case Kind::bound_method: {
      const auto* method = static_cast<BoundMethodObject*>(object);
      text_ += "<bound method ";
      if (const auto* function = try_as<FunctionObject>(method->function)) {
        text_ += text_of(function->qualified_name);
      } else {
        text_ += '?';
      }
      text_ += " of ";
      if (!add_repr(method->self)) return false;
      text_ += '>';
      return true;
    }
    case Kind::static_method:
    case Kind::class_method:
      text_ += object->kind == Kind::static_method ? "<staticmethod(" : "<classmethod(";
      if (!add_repr(static_cast<WrapperObject*>(object)->function)) return false;
      text_ += ")>";
      return true;
    case Kind::generator: {
      const auto* generator = static_cast<GeneratorObject*>(object);
      text_ += '<';
      const LoadedCode* code = generator->frame.code;
      if (code->is_library && code->program->program->filename == "<library itertools>") {
        // what are generators here are classes in CPython: _chain is itertools.chain
        text_ += "itertools.";
        text_ += text_of(generator->qualified_name).substr(1);
        text_ += " object";
      } else {
        text_ += object->cls->name->view();
        text_ += " object ";
        text_ += text_of(generator->qualified_name);
      }
      text_ += " at ";
      add_address(Value::object(object));
      text_ += '>';
      return true;
    }
    case Kind::exception: return add_exception(static_cast<ExceptionObject*>(object));
    case Kind::module: {
      const auto* module = static_cast<ModuleObject*>(object);
      text_ += "<module " + string_repr(text_of(module->name));
      const Value file = Dict::get(module->attributes, name(Name::file));
      if (const auto* path = try_as<StrObject>(file)) {
        text_ += " from " + string_repr(path->view());
      } else {
        const bool is_made_by_script =
            !Dict::get(module->attributes, as<StrObject>(machine_.intern("__spec__"))).is_empty();
        if (!is_made_by_script) text_ += " (built-in)";
      }
      text_ += '>';
      return true;
    }
    case Kind::member: {
      const auto* member = static_cast<MemberObject*>(object);
      text_ += member->native == nullptr ? "<member '" : "<attribute '";
      text_ += member->name->view();
      text_ += "' of '";
      text_ += member->owner->name->view();
      text_ += "' objects>";
      return true;
    }
    case Kind::cell: {
      const auto* cell = static_cast<CellObject*>(object);
      text_ += "<cell at ";
      add_address(Value::object(object));
      if (cell->value.is_empty()) {
        text_ += ": empty>";
        return true;
      }
      text_ += ": ";
      text_ += Machine::class_name(cell->value);
      text_ += " object at ";
      add_address(cell->value);
      text_ += '>';
      return true;
    }
    case Kind::code: {
      const LoadedCode* code = static_cast<CodeObject*>(object)->code;
      text_ += "<code object ";
      text_ += text_of(code->name);
      text_ += " at ";
      add_address(Value::object(object));
      text_ += ", file \"";
      text_ += code->code->filename;
      text_ += "\", line " + std::to_string(code->code->first_line) + ">";
      return true;
    }
    case Kind::super_: {
      const auto* super = static_cast<SuperObject*>(object);
      text_ += "<super: <class '";
      text_ += super->after->name->view();
      text_ += "'>, <";
      text_ += super->start == nullptr ? std::string_view("NULL") : super->start->name->view();
      text_ += " object>>";
      return true;
    }
    default: return add_by_own_method(object);
  }
}

// Classes of the modules bring their own __repr__ as a native; it is asked here when it answers at once.
bool ValueText::add_by_own_method(Object* object) {
  const Value method = Machine::lookup(object->cls, name(Special::repr));
  const auto* native = try_as<NativeObject>(method);
  if (native == nullptr || native->owner == nullptr ||
      native->owner == builtin_class(BuiltinClass::object)) {
    add_default_repr(Value::object(object));
    return true;
  }
  Value arguments[] = {Value::object(object)};
  Call call{arguments, 1, 0, machine_.thread().frame, Value::empty()};
  if (native->row->function(machine_, call) != Step::done) return false;
  const auto* text = try_as<StrObject>(call.result);
  if (text == nullptr) return false;
  text_ += text->view();
  return true;
}

void ValueText::add_range(const RangeObject* range) {
  text_ += "range(";
  add_repr(range->start);
  text_ += ", ";
  add_repr(range->stop);
  if (range->step != Value::small_int(1)) {
    text_ += ", ";
    add_repr(range->step);
  }
  text_ += ')';
}

void ValueText::add_class(const ClassObject* cls) { text_ += "<class '" + full_name(cls) + "'>"; }

void ValueText::add_native(const NativeObject* native) {
  const std::string_view row_name = native->row->name;
  const bool is_special = row_name.starts_with("__") && row_name.ends_with("__");
  if (native->self.is_empty() && native->owner != nullptr && row_name != "__new__") {
    text_ += is_special ? "<slot wrapper '" : "<method '";
    text_ += row_name;
    text_ += "' of '";
    text_ += native->owner->name->view();
    text_ += "' objects>";
    return;
  }
  const Value self = row_name == "__new__" ? Value::object(native->owner) : native->self;
  const bool is_wrapper = is_special && !self.is_empty() && row_name != "__new__";
  text_ += is_wrapper ? "<method-wrapper '" : self.is_empty() ? "<built-in function " : "<built-in method ";
  text_ += row_name;
  if (is_wrapper) text_ += '\'';
  if (!self.is_empty()) {
    text_ += " of ";
    text_ += Machine::class_name(self);
    text_ += " object at ";
    add_address(self);
  }
  text_ += '>';
}

bool ValueText::add_items(const char* open, std::span<const Value> items, const char* close) {
  text_ += open;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i != 0) text_ += ", ";
    if (!add_repr(items[i])) return false;
  }
  text_ += close;
  return true;
}

bool ValueText::add_dict_items(const DictObject* dict) {
  text_ += '{';
  DictIterator position;
  bool first = true;
  while (const TableObject::Entry* entry = Dict::next(dict, position)) {
    if (!first) text_ += ", ";
    first = false;
    if (!add_repr(entry->key)) return false;
    text_ += ": ";
    if (!add_repr(entry->value)) return false;
  }
  text_ += '}';
  return true;
}

bool ValueText::add_set(const SetObject* set) {
  const bool is_bare = set->cls == builtin_class(BuiltinClass::set) && set->size != 0;
  if (!is_bare) {
    text_ += set->cls->name->view();
    text_ += '(';
  }
  if (set->size != 0) {
    text_ += '{';
    int64_t position = 0;
    Value element;
    bool first = true;
    while (Set::next(set, position, element)) {
      if (!first) text_ += ", ";
      first = false;
      if (!add_repr(element)) return false;
    }
    text_ += '}';
  }
  if (!is_bare) text_ += ')';
  return true;
}

bool ValueText::add_view(const DictViewObject* view) {
  text_ += view->cls->name->view();
  text_ += "([";
  DictIterator position;
  bool first = true;
  while (const TableObject::Entry* entry = Dict::next(view->dict, position)) {
    if (!first) text_ += ", ";
    first = false;
    if (view->extra == DictViewObject::items) {
      const Value pair[] = {entry->key, entry->value};
      if (!add_items("(", pair, ")")) return false;
    } else if (!add_repr(view->extra == DictViewObject::keys ? entry->key : entry->value)) {
      return false;
    }
  }
  text_ += "])";
  return true;
}

bool ValueText::add_container(Object* object) {
  machine_.heap().require(text_.size());
  if (std::find(inside_.begin(), inside_.end(), object) != inside_.end()) {
    switch (object->kind) {
      case Kind::list: text_ += "[...]"; break;
      case Kind::tuple: text_ += "(...)"; break;
      case Kind::dict: text_ += "{...}"; break;
      case Kind::set:
        text_ += object->cls->name->view();
        text_ += "(...)";
        break;
      default: text_ += "..."; break;
    }
    return true;
  }
  if (inside_.size() >= kTextDepth) return false;
  inside_.push_back(object);
  bool written = false;
  switch (object->kind) {
    case Kind::list: written = add_items("[", static_cast<ListObject*>(object)->all(), "]"); break;
    case Kind::tuple:
      written = add_items("(", static_cast<TupleObject*>(object)->all(), object->size == 1 ? ",)" : ")");
      break;
    case Kind::dict: written = add_dict_items(static_cast<DictObject*>(object)); break;
    case Kind::set: written = add_set(static_cast<SetObject*>(object)); break;
    case Kind::dict_view: written = add_view(static_cast<DictViewObject*>(object)); break;
    case Kind::slice: {
      const auto* slice = static_cast<SliceObject*>(object);
      const Value parts[] = {slice->start, slice->stop, slice->step};
      written = add_items("slice(", parts, ")");
      break;
    }
    default:
      text_ += "mappingproxy(";
      written = add_repr(static_cast<MappingProxyObject*>(object)->mapping);
      text_ += ')';
      break;
  }
  inside_.pop_back();
  return written;
}

bool ValueText::add_exception(const ExceptionObject* exception) {
  text_ += exception->cls->name->view();
  return add_items("(", exception->arguments->all(), ")");
}

// [Errno 2] No such file or directory: 'name' -> 'other name'
bool ValueText::add_os_error(const ExceptionObject* exception) {
  const Value file = exception_field_of(exception, exception_field::kFile);
  const Value second = exception_field_of(exception, exception_field::kSecondFile);
  text_ += "[Errno ";
  if (!add_str(exception_field_of(exception, exception_field::kErrorNumber))) return false;
  text_ += "] ";
  if (!add_str(exception_field_of(exception, exception_field::kErrorText))) return false;
  if (file.is_none()) return true;
  text_ += ": ";
  if (!add_repr(file)) return false;
  if (second.is_none()) return true;
  text_ += " -> ";
  return add_repr(second);
}

// invalid syntax (file.py, line 3)
bool ValueText::add_syntax_error(const ExceptionObject* exception) {
  if (!add_str(exception_field_of(exception, exception_field::kMessage))) return false;
  const auto* file = try_as<StrObject>(exception_field_of(exception, exception_field::kSyntaxFile));
  const Value line = exception_field_of(exception, exception_field::kLine);
  const bool has_line = line.is_small_int();
  if (file == nullptr && !has_line) return true;
  text_ += " (";
  if (file != nullptr) {
    const std::string_view path = file->view();
    text_ += path.substr(path.rfind('/') + 1);
    if (has_line) text_ += ", ";
  }
  if (has_line) text_ += "line " + std::to_string(line.as_small_int());
  text_ += ')';
  return true;
}

// 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128). False: its fields
// are not of the usual kinds.
bool ValueText::add_unicode_error(const ExceptionObject* exception) {
  const auto* encoding = try_as<StrObject>(exception_field_of(exception, exception_field::kEncoding));
  const auto* reason = try_as<StrObject>(exception_field_of(exception, exception_field::kReason));
  const Value object = exception_field_of(exception, exception_field::kEncoded);
  const Value start = exception_field_of(exception, exception_field::kStart);
  const Value end = exception_field_of(exception, exception_field::kEnd);
  if (encoding == nullptr || reason == nullptr || !start.is_small_int() || !end.is_small_int()) return false;
  const auto* text = try_as<StrObject>(object);
  if (text == nullptr && !is_bytes_like(object)) return false;
  const int64_t first = start.as_small_int();
  const int64_t size = text != nullptr ? text->length : static_cast<int64_t>(bytes_view(object).size());
  const bool is_single = end.as_small_int() == first + 1 && first >= 0 && first < size;
  text_ += "'" + std::string(encoding->view()) + "' codec can't ";
  text_ += text != nullptr ? "encode character" : "decode byte";
  if (is_single) {
    char shown[16];
    if (text != nullptr) {
      size_t at = 0;
      for (int64_t i = 0; i < first; i++) next_code_point(text->view(), at);
      const auto c = static_cast<unsigned>(next_code_point(text->view(), at));
      std::snprintf(shown, sizeof shown, c <= 0xFF ? "'\\x%02x'" : c <= 0xFFFF ? "'\\u%04x'" : "'\\U%08x'", c);
    } else {
      const auto byte = static_cast<unsigned char>(bytes_view(object)[static_cast<size_t>(first)]);
      std::snprintf(shown, sizeof shown, "0x%02x", byte);
    }
    text_ += std::string(" ") + shown + " in position " + std::to_string(first);
  } else {
    text_ += "s in position " + std::to_string(first) + "-" + std::to_string(end.as_small_int() - 1);
  }
  text_ += ": " + std::string(reason->view());
  return true;
}

bool ValueText::add_exception_message(const ExceptionObject* exception) {
  const auto arguments = exception->arguments->all();
  const auto is = [&](BuiltinClass which) { return is_subclass(exception->cls, builtin_class(which)); };
  const bool has_fields = is_kind(exception->payload, Kind::array);
  if (has_fields && is(BuiltinClass::os_error) && arguments.size() == 2) return add_os_error(exception);
  if (has_fields && is(BuiltinClass::syntax_error)) return add_syntax_error(exception);
  if (has_fields && is(BuiltinClass::unicode_error) && add_unicode_error(exception)) return true;
  if (arguments.empty()) return true;
  if (is(BuiltinClass::base_exception_group) && arguments.size() == 2) {
    if (!add_str(arguments[0])) return false;
    size_t count = 0;
    if (const auto* list = try_as<ListObject>(arguments[1])) count = list->size;
    if (const auto* tuple = try_as<TupleObject>(arguments[1])) count = tuple->size;
    text_ += " (" + std::to_string(count) + " sub-exception" + (count == 1 ? ")" : "s)");
    return true;
  }
  if (arguments.size() != 1) return add_items("(", arguments, ")");
  return is(BuiltinClass::key_error) ? add_repr(arguments[0]) : add_str(arguments[0]);
}

}  // namespace lockstep
