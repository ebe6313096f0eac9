#pragma once

#include <string>
#include <vector>

#include "vm/machine.h"

namespace lockstep {

// Writes values as repr() and str() show them, as far as no script code is needed for it.
class ValueText {
 public:
  explicit ValueText(Machine& machine) : machine_(machine) {}

  // False: a script's __repr__ or __str__ decides, or the nesting is too deep; `text` is then useless.
  bool add_repr(Value value);
  bool add_str(Value value);
  // As the builtin class below the object's has it.
  bool add_repr_by_kind(Object* object);
  // As object.__repr__ shows it, whatever its class says.
  void add_default_repr(Value value);
  // BaseException.__repr__ and __str__, whatever the exception's class says.
  bool add_exception(const ExceptionObject* exception);
  bool add_exception_message(const ExceptionObject* exception);

  std::string take() { return std::move(text_); }

 private:
  bool add_object(Object* object);
  bool add_items(const char* open, std::span<const Value> items, const char* close);
  bool add_container(Object* object);
  bool add_dict_items(const DictObject* dict);
  bool add_set(const SetObject* set);
  bool add_view(const DictViewObject* view);
  bool add_by_own_method(Object* object);
  void add_range(const RangeObject* range);
  void add_class(const ClassObject* cls);
  void add_native(const NativeObject* native);
  void add_address(Value value);
  bool add_complex(const ComplexObject* number);
  bool add_integer(Value value);
  bool add_os_error(const ExceptionObject* exception);
  bool add_syntax_error(const ExceptionObject* exception);
  bool add_unicode_error(const ExceptionObject* exception);

  Machine& machine_;
  std::string text_;
  std::vector<const Object*> inside_;   // containers being written, outermost first
};

// "module.Name", or just "Name" for builtin classes: how messages and reprs name a class.
std::string full_name(const ClassObject* cls);
// What id() gives: made from the run's number of the object, and looking like an address.
uint64_t shown_address(Machine& machine, Value value);
// repr of a complex number.
std::string complex_repr(double real, double imaginary);

}  // namespace lockstep
