#include <algorithm>
#include <array>

#include "modules/arguments.h"
#include "modules/registry_builder.h"

// translate, maketrans and expandtabs of bytes and bytearray.
namespace lockstep {

namespace {

constexpr size_t kTableSize = 256;

Value made_like(Machine& machine, Value self, std::string_view data) {
  if (is_kind(self, Kind::bytes)) return machine.heap().make_bytes(data);
  auto* array =
      machine.heap().allocate<ByteArrayObject>(builtin_class(BuiltinClass::bytearray), Kind::bytearray);
  set_bytearray(machine.heap(), array, data);
  return Value::object(array);
}

Step raise_not_bytes(Machine& machine, Value value) {
  return raise_type_error(machine, "a bytes-like object is required, not '" + class_name_of(value) + "'");
}

Step translate(Machine& machine, Call& call) {
  const bool has_table = !call[1].is_none();
  if (has_table && !is_bytes_like(call[1])) return raise_not_bytes(machine, call[1]);
  const std::string_view table = has_table ? bytes_view(call[1]) : std::string_view();
  if (has_table && table.size() != kTableSize) {
    return raise_value_error(machine, "translation table must be 256 characters long");
  }
  std::array<bool, kTableSize> deleted{};
  if (call.given(2)) {
    if (!is_bytes_like(call[2])) return raise_not_bytes(machine, call[2]);
    for (const char byte : bytes_view(call[2])) deleted[static_cast<uint8_t>(byte)] = true;
  }
  std::string out;
  for (const char byte : bytes_view(call[0])) {
    const auto place = static_cast<uint8_t>(byte);
    if (!deleted[place]) out += has_table ? table[place] : byte;
  }
  return call.done(made_like(machine, call[0], out));
}

Step make_table(Machine& machine, Call& call) {
  for (const size_t i : {0, 1}) {
    if (!is_bytes_like(call[i])) return raise_not_bytes(machine, call[i]);
  }
  const std::string_view from = bytes_view(call[0]);
  const std::string_view to = bytes_view(call[1]);
  if (from.size() != to.size()) {
    return raise_value_error(machine, "maketrans arguments must have same length");
  }
  std::string table(kTableSize, '\0');
  for (size_t i = 0; i < kTableSize; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<uint8_t>(from[i])] = to[i];
  return call.done(machine.heap().make_bytes(table));
}

Step expand_tabs(Machine& machine, Call& call) {
  int64_t width = 8;
  if (!int_argument(machine, call[1], width)) return Step::raised;
  const std::string_view data = bytes_view(call[0]);
  if (width > 0) require_product(machine, std::count(data.begin(), data.end(), '\t'), width);
  std::string out;
  int64_t column = 0;
  for (const char byte : bytes_view(call[0])) {
    if (byte != '\t') {
      out += byte;
      column = byte == '\n' || byte == '\r' ? 0 : column + 1;
    } else if (width > 0) {
      const int64_t spaces = width - column % width;
      out.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
    }
  }
  return call.done(made_like(machine, call[0], out));
}

constexpr NativeRow kCommonBytesMethods[] = {
    {"translate", "(self, table, /, delete=b'')", "Return a copy with each character mapped by the given table.",
     translate},
    {"maketrans", "(frm, to, /)", "Return a translation table usable for the bytes translate method.", make_table,
     Effect::none, OperationKind::none, NativeRow::Form::static_method},
    {"expandtabs", "(self, tabsize=8)", "Return a copy where all tab characters are expanded using spaces.",
     expand_tabs},
};

}  // namespace

void add_bytes_tables(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::bytes, kCommonBytesMethods);
  registry.methods(BuiltinClass::bytearray, kCommonBytesMethods);
}

}  // namespace lockstep
