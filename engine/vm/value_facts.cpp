#include <cmath>

#include "vm/equality.h"
#include "vm/machine.h"
#include "vm/numbers.h"
#include "vm/objects/module.h"
#include "vm/operations.h"
#include "vm/ordering.h"

// What can be said of a value without running script code: its truth, equality, order, and the
// number it stands for.
namespace lockstep {

std::string_view Machine::class_name(Value value) { return class_of(value)->name->view(); }

int Machine::plain_truth(Value value) {
  if (value.is_bool()) return value.is_true() ? 1 : 0;
  if (value.is_small_int()) return value.as_small_int() != 0 ? 1 : 0;
  if (value.is_flonum()) return value.as_flonum() != 0 ? 1 : 0;
  if (!value.is_object()) return value.is_none() ? 0 : 1;
  const Object* object = value.as_object();
  if (object->cls->overridden.has(Special::bool_) || object->cls->overridden.has(Special::len)) {
    return -1;
  }
  switch (object->kind) {
    case Kind::integer:
    case Kind::string:
    case Kind::bytes:
    case Kind::bytearray:
    case Kind::tuple:
    case Kind::list:
    case Kind::dict:
    case Kind::set:
      return object->size != 0 ? 1 : 0;
    case Kind::real:
      return static_cast<const FloatObject*>(object)->number != 0 ? 1 : 0;
    case Kind::complex_number: {
      const auto* number = static_cast<const ComplexObject*>(object);
      return number->real != 0 || number->imaginary != 0 ? 1 : 0;
    }
    case Kind::range:
      return static_cast<const RangeObject*>(object)->length == Value::small_int(0) ? 0 : 1;
    case Kind::dict_view:
      return static_cast<const DictViewObject*>(object)->dict->size != 0 ? 1 : 0;
    case Kind::mapping_proxy:
      return plain_truth(static_cast<const MappingProxyObject*>(object)->mapping);
    default:
      return 1;
  }
}

int Machine::plain_equal(Value a, Value b) {
  switch (equal_values(a, b)) {
    case Verdict::no:
      return 0;
    case Verdict::yes:
      return 1;
    case Verdict::script:
      break;
  }
  return -1;
}

int Machine::plain_less(Value a, Value b) {
  if (overrides(a, Special::less) || overrides(b, Special::greater)) return 0;
  bool less = false;
  return order_values(CompareOperator::less, a, b, less) == Work::done ? (less ? 1 : -1) : 0;
}

bool Machine::is_int(Value value) { return is_int_value(value); }

IntegerView Machine::int_view(Value value, SmallInteger& room) { return int_view_of(value, room); }

bool Machine::to_index(Value value, int64_t& number) {
  if (!is_int_value(value)) {
    raise(BuiltinClass::type_error,
          "'" + std::string(class_name(value)) + "' object cannot be interpreted as an integer");
    return false;
  }
  if (int64_of(value, number)) return true;
  raise(BuiltinClass::overflow_error, "Python int too large to convert to C ssize_t");
  return false;
}

bool Machine::to_double(Value value, double& number) {
  const Number read(value);
  if (!read.is_integer() && !read.is_real()) return false;
  number = read.real();
  return true;
}

}  // namespace lockstep
