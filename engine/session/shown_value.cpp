#include "session/shown_value.h"

#include "vm/attributes.h"
#include "vm/objects/module.h"
#include "vm/objects/sequence.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

constexpr size_t kLongest = 120;     // bytes
constexpr size_t kMostItemsShown = 12;    // of one container
constexpr int kDeepestShown = 4;
constexpr uint32_t kMostPlain = 4096;  // bytes or digits

class Shower {
 public:
  Shower(Machine& machine, const ObjectWalk& walk, ShownValues values)
      : machine_(machine), walk_(walk), values_(values) {}

  std::string show(Value value) {
    add(value, 0);
    if (text_.size() > kLongest) {
      size_t end = kLongest;
      while (end > 0 && (text_[end] & 0xC0) == 0x80) end--;
      text_.resize(end);
      text_ += "\u2026";
    }
    return std::move(text_);
  }

 private:
  void add(Value value, int depth) {
    if (text_.size() > kLongest) return;
    if (value.is_empty()) {
      text_ += "(not set)";
      return;
    }
    if (!value.is_object()) return add_repr(value);
    Object* object = value.as_object();
    if (depth >= kDeepestShown) {
      text_ += "\u2026";
      return;
    }
    switch (object->kind) {
      case Kind::thread:
        text_ += walk_.name_of(object);
        return;
      case Kind::primitive:
        text_ += class_of_primitive(static_cast<PrimitiveObject*>(object));
        return;
      case Kind::list:
        if (object->cls != builtin_class(BuiltinClass::list)) break;
        return add_items("[", static_cast<ListObject*>(object)->all(), "]", depth);
      case Kind::tuple: {
        if (object->cls != builtin_class(BuiltinClass::tuple)) break;
        const bool single = object->size == 1;
        return add_items("(", static_cast<TupleObject*>(object)->all(), single ? ",)" : ")", depth);
      }
      case Kind::dict:
        if (object->cls != builtin_class(BuiltinClass::dict)) break;
        return add_dict(static_cast<DictObject*>(object), depth);
      case Kind::instance:
        if (values_ == ShownValues::plain) break;
        return add_instance(object, depth);
      default: break;
    }
    if (values_ == ShownValues::plain && !is_plain(object)) {
      text_ += class_of(value)->qualified_name->view();
      return;
    }
    add_repr(value);
  }

  // Its repr asks nobody, numbers nothing, and is quick.
  static bool is_plain(const Object* object) {
    switch (object->kind) {
      case Kind::integer:
      case Kind::real:
      case Kind::string:
      case Kind::bytes:
        return object->size <= kMostPlain;
      default: return false;
    }
  }

  void add_repr(Value value) {
    std::string text;
    if (machine_.repr(value, text)) text_ += text;
    else text_ += "<" + std::string(Machine::class_name(value)) + ">";
  }

  void add_items(const char* open, std::span<const Value> items, const char* close, int depth) {
    text_ += open;
    for (size_t i = 0; i < items.size(); i++) {
      if (i > 0) text_ += ", ";
      if (i == kMostItemsShown) {
        text_ += "\u2026";
        break;
      }
      add(items[i], depth + 1);
    }
    text_ += close;
  }

  void add_dict(const DictObject* dict, int depth) {
    text_ += "{";
    DictIterator iterator;
    size_t count = 0;
    while (auto* entry = Dict::next(dict, iterator)) {
      if (count > 0) text_ += ", ";
      if (count++ == kMostItemsShown) {
        text_ += "\u2026";
        break;
      }
      add(entry->key, depth + 1);
      text_ += ": ";
      add(entry->value, depth + 1);
    }
    text_ += "}";
  }

  void add_instance(Object* object, int depth) {
    if (const std::string_view thread = thread_name(object); !thread.empty()) {
      text_ += thread;
      return;
    }
    auto* module = try_as<StrObject>(object->cls->module);
    const Value own = Machine::lookup(object->cls, as<StrObject>(machine_.intern("__repr__")));
    const bool has_own_repr = is_kind(own, Kind::function);
    if (has_own_repr || module == nullptr || module->view() != "__main__") {
      return add_repr(Value::object(object));
    }
    text_ += object->cls->name->view();
    text_ += "(";
    const Attributes* attributes = attributes_of(object);
    bool first = true;
    const auto add_attribute = [&](Value name, Value value) {
      if (!first) text_ += ", ";
      first = false;
      text_ += as<StrObject>(name)->view();
      text_ += "=";
      add(value, depth + 1);
    };
    DictIterator iterator;
    if (attributes != nullptr && attributes->in_dict()) {
      while (auto* entry = Dict::next(static_cast<DictObject*>(attributes->backing), iterator)) {
        if (is_kind(entry->key, Kind::string)) add_attribute(entry->key, entry->value);
      }
    } else if (attributes != nullptr && attributes->backing != nullptr) {
      for (uint32_t i = 0; i < attributes->count; i++) {
        const auto* entry = Dict::next(object->cls->layout, iterator);
        add_attribute(entry->key, static_cast<ArrayObject*>(attributes->backing)->items[i]);
      }
    }
    text_ += ")";
  }

  // Of a threading.Thread: the name it goes by, also before it was started.
  std::string_view thread_name(Object* object) {
    bool is_thread = false;
    if (object->cls->mro == nullptr) return {};
    for (const Value cls : object->cls->mro->all()) {
      auto* module = try_as<StrObject>(as<ClassObject>(cls)->module);
      is_thread = is_thread || (as<ClassObject>(cls)->name->view() == "Thread" && module != nullptr &&
                                module->view() == "threading");
    }
    if (!is_thread) return {};
    auto* name = try_as<StrObject>(get_own(object, as<StrObject>(machine_.intern("_name"))));
    return name == nullptr ? std::string_view() : name->view();
  }

  Machine& machine_;
  const ObjectWalk& walk_;
  const ShownValues values_;
  std::string text_;
};

}  // namespace

std::string shown_value(Machine& machine, const ObjectWalk& walk, Value value, ShownValues values) {
  return Shower(machine, walk, values).show(value);
}

std::string class_of_primitive(const PrimitiveObject* object) {
  const std::string_view name = object->cls->qualified_name->view();
  // CPython's own names for what scripts write as threading.Lock().
  if (name == "lock") return "Lock";
  return std::string(name);
}

}  // namespace lockstep
