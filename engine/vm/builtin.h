#pragma once

#include "vm/objects/class.h"
#include "vm/objects/text.h"
#include "vm/special.h"

// The immortal objects that every run shares: builtin classes and well-known strings. They stand at
// fixed addresses, so `&builtin_class(BuiltinClass::list)` is a constant. Filled once per process by
// Image::get() (vm/image.h) before any run begins; constant afterwards.
namespace lockstep {

enum class BuiltinClass : uint8_t {
#define BUILTIN_CLASS(identifier, name, base, kind, flags) identifier,
#include "vm/builtin_classes.def"
#undef BUILTIN_CLASS
#define BUILTIN_EXCEPTION(identifier, name, base) identifier,
#include "vm/builtin_exceptions.def"
#undef BUILTIN_EXCEPTION
  count_,
};

namespace detail {
extern ClassObject builtin_classes[static_cast<int>(BuiltinClass::count_)];
}

inline ClassObject* builtin_class(BuiltinClass which) {
  return &detail::builtin_classes[static_cast<int>(which)];
}

enum class Name : uint8_t {
#define NAME(identifier, text) identifier,
#include "vm/names.def"
#undef NAME
  count_,
};

namespace detail {
extern StrObject* names[static_cast<int>(Name::count_)];
extern StrObject* special_names[static_cast<int>(Special::count_)];
extern StrObject* ascii_characters[128];
}

inline StrObject* name(Name which) { return detail::names[static_cast<int>(which)]; }
inline StrObject* name(Special which) { return detail::special_names[static_cast<int>(which)]; }
// The str of one ASCII character.
inline StrObject* ascii_character(char character) {
  return detail::ascii_characters[static_cast<unsigned char>(character)];
}

// The class of any value, immediate or object.
inline ClassObject* class_of(Value value) {
  if (value.is_object()) return value.as_object()->cls;
  if (value.is_small_int()) return builtin_class(BuiltinClass::int_);
  if (value.is_flonum()) return builtin_class(BuiltinClass::float_);
  if (value.is_none()) return builtin_class(BuiltinClass::none_type);
  if (value.is_bool()) return builtin_class(BuiltinClass::bool_);
  if (value.is_ellipsis()) return builtin_class(BuiltinClass::ellipsis_type);
  return builtin_class(BuiltinClass::not_implemented_type);
}

// Whether a script class gives `value` its own version of a special method. False for every object
// of a builtin class, so that operators can treat those by kind at once.
inline bool overrides(Value value, Special special) {
  return value.is_object() && value.as_object()->cls->overridden.has(special);
}

// Whether `cls` is `ancestor` or derives from it.
bool is_subclass(const ClassObject* cls, const ClassObject* ancestor);

inline bool is_instance(Value value, BuiltinClass which) {
  return is_subclass(class_of(value), builtin_class(which));
}

}  // namespace lockstep
