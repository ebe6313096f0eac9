#include "vm/object_names.h"

#include "vm/attributes.h"
#include "vm/objects/module.h"

namespace lockstep {

namespace {

// What is looked for: an object with this number, or at this address.
struct Wanted {
  uint32_t serial = 0;
  Object* object = nullptr;
};

bool has_serial(Value value, const Wanted& wanted) {
  if (!value.is_object() || value.as_object()->is_immortal()) return false;
  return wanted.object != nullptr ? value.as_object() == wanted.object
                                  : Heap::known_identity(value.as_object()) == wanted.serial;
}

// Operations have numbers of their own for some objects.
Wanted find_wanted(const RunState& state, uint32_t serial) {
  if (state.operation_numbers == nullptr) return {serial, nullptr};
  DictIterator iterator;
  while (auto* entry = Dict::next(state.operation_numbers, iterator)) {
    if (entry->value != Value::small_int(serial)) continue;
    return {serial, reinterpret_cast<Object*>(static_cast<uintptr_t>(entry->key.as_small_int()) << 3)};
  }
  return {serial, nullptr};
}

// The attribute of `object` that holds the object wanted, or "".
std::string_view attribute_with(Object* object, const Wanted& serial) {
  const Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || attributes->backing == nullptr) return "";
  if (attributes->in_dict()) {
    DictIterator iterator;
    while (auto* entry = Dict::next(static_cast<DictObject*>(attributes->backing), iterator)) {
      if (has_serial(entry->value, serial)) return as<StrObject>(entry->key)->view();
    }
    return "";
  }
  DictIterator iterator;
  for (uint32_t i = 0; i < attributes->count; i++) {
    const auto* entry = Dict::next(object->cls->layout, iterator);
    if (has_serial(static_cast<ArrayObject*>(attributes->backing)->items[i], serial)) {
      return as<StrObject>(entry->key)->view();
    }
  }
  return "";
}

}  // namespace

std::string name_of_object(const Machine& machine, uint32_t number) {
  const RunState& state = machine.state();
  if (number == 0 || state.main_module == nullptr) return "";
  const Wanted serial = find_wanted(state, number);
  for (ThreadObject* thread = state.first_thread; thread != nullptr; thread = thread->next) {
    if (has_serial(Value::object(thread), serial)) return std::string(thread->name->view());
  }
  DictIterator iterator;
  while (auto* entry = Dict::next(state.main_module->attributes, iterator)) {
    auto* global = try_as<StrObject>(entry->key);
    if (global == nullptr || !entry->value.is_object()) continue;
    if (has_serial(entry->value, serial)) return std::string(global->view());
  }
  iterator = DictIterator();
  while (auto* entry = Dict::next(state.main_module->attributes, iterator)) {
    auto* global = try_as<StrObject>(entry->key);
    if (global == nullptr || !entry->value.is_object() || is_kind(entry->value, Kind::class_)) continue;
    const std::string_view attribute = attribute_with(entry->value.as_object(), serial);
    if (!attribute.empty()) return std::string(global->view()) + "." + std::string(attribute);
  }
  return "";
}

}  // namespace lockstep
