#include "vm/classes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.h"
#include "vm/attributes.h"
#include "vm/generators.h"
#include "vm/objects/module.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

// C3 linearization: the merge of the bases' linearizations and the list of bases. Empty: impossible.
// Then `stuck` names the classes none of which can go next.
// Source: K. Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996.
std::vector<Value> linearize(const ClassObject* cls, const TupleObject* bases, std::string& stuck) {
  std::vector<std::vector<Value>> lists;
  for (Value base : bases->all()) {
    auto mro = as<ClassObject>(base)->mro->all();
    lists.emplace_back(mro.begin(), mro.end());
  }
  lists.emplace_back(bases->all().begin(), bases->all().end());
  std::vector<size_t> heads(lists.size(), 0);
  std::vector<Value> result{Value::object(cls)};
  for (;;) {
    bool all_empty = true;
    bool found = false;
    for (size_t i = 0; i < lists.size() && !found; i++) {
      if (heads[i] == lists[i].size()) continue;
      all_empty = false;
      const Value candidate = lists[i][heads[i]];
      bool in_a_tail = false;
      for (size_t j = 0; j < lists.size(); j++) {
        for (size_t k = heads[j] + 1; k < lists[j].size(); k++) {
          in_a_tail = in_a_tail || lists[j][k] == candidate;
        }
      }
      if (in_a_tail) continue;
      result.push_back(candidate);
      for (size_t j = 0; j < lists.size(); j++) {
        if (heads[j] < lists[j].size() && lists[j][heads[j]] == candidate) heads[j]++;
      }
      found = true;
    }
    if (all_empty) return result;
    if (found) continue;
    std::vector<Value> named;
    for (size_t i = 0; i < lists.size(); i++) {
      if (heads[i] == lists[i].size()) continue;
      const Value head = lists[i][heads[i]];
      if (std::find(named.begin(), named.end(), head) != named.end()) continue;
      stuck += named.empty() ? "" : ", ";
      stuck += as<ClassObject>(head)->name->view();
      named.push_back(head);
    }
    return {};
  }
}

uint32_t hooks_of(Special special) {
  switch (special) {
    case Special::getattribute: return ClassObject::kHasGetAttribute;
    case Special::getattr: return ClassObject::kHasGetAttr;
    case Special::setattr:
    case Special::delattr: return ClassObject::kHasSetAttr;
    case Special::new_: return ClassObject::kHasNew;
    case Special::get: return ClassObject::kHasDescriptorGet;
    case Special::set:
    case Special::delete_: return ClassObject::kHasDescriptorSet;
    case Special::instance_check:
    case Special::subclass_check: return ClassObject::kHasInstanceCheck;
    default: return 0;
  }
}

constexpr uint32_t kDerivedFlags =
    ClassObject::kHasGetAttribute | ClassObject::kHasGetAttr | ClassObject::kHasSetAttr |
    ClassObject::kHasNew | ClassObject::kHasDescriptorGet | ClassObject::kHasDescriptorSet |
    ClassObject::kHasInstanceCheck | ClassObject::kHasCall | ClassObject::kUnhashable |
    ClassObject::kIsAbstract;

// Recomputes what the special methods in the mro's script classes imply.
void derive_specials(ClassObject* cls) {
  cls->class_flags &= ~kDerivedFlags;
  cls->overridden = SpecialSet();
  for (Value ancestor : cls->mro->all()) {
    const auto* base = as<ClassObject>(ancestor);
    for (int i = 0; i < static_cast<int>(Special::count_); i++) {
      const auto special = static_cast<Special>(i);
      if (cls->overridden.has(special)) continue;
      if (base->has(ClassObject::kBuiltin)) {
        // A builtin class that takes script code there (Image) stays one in what derives from it.
        if (base->overridden.has(special)) cls->overridden.add(special);
        continue;
      }
      if (Dict::get(base->attributes, name(special)).is_empty()) continue;
      cls->overridden.add(special);
      cls->class_flags |= hooks_of(special);
    }
  }
  if (cls->object_kind == Kind::class_ && cls->overridden.has(Special::call)) {
    cls->class_flags |= ClassObject::kHasCall;
  }
  const Value hash = Machine::lookup(cls, name(Special::hash));
  if (hash.is_none()) cls->class_flags |= ClassObject::kUnhashable;
  const Value abstract = Machine::lookup(cls, name(Name::abstract_methods));
  if (auto* set = try_as<SetObject>(abstract)) {
    if (set->size != 0) cls->class_flags |= ClassObject::kIsAbstract;
  }
}

void derive_specials_below(ClassObject* cls) {
  derive_specials(cls);
  for (uint32_t i = 0; i < cls->subclass_count; i++) {
    derive_specials_below(as<ClassObject>(cls->subclasses->items[i]));
  }
}

void add_subclass(Heap& heap, ClassObject* base, ClassObject* cls) {
  if (base->is_immortal()) return;
  if (base->subclasses == nullptr || base->subclass_count == base->subclasses->size) {
    ArrayObject* larger = heap.make_array(base->subclass_count * 2 + 2);
    for (uint32_t i = 0; i < base->subclass_count; i++) {
      larger->items[i] = base->subclasses->items[i];
    }
    base->subclasses = larger;
  }
  base->subclasses->items[base->subclass_count++] = Value::object(cls);
}

// Whether objects of `cls` have fields that objects of its base have not: what CPython's layout of
// objects would be decides which classes can be bases together.
bool adds_fields(const ClassObject* cls) {
  if (cls->base == nullptr || cls->object_kind != cls->base->object_kind) return true;
  if (cls->has(ClassObject::kBuiltin)) {
    static constexpr BuiltinClass kExceptionsWithFields[] = {
        BuiltinClass::stop_iteration,  BuiltinClass::system_exit,
        BuiltinClass::import_error,    BuiltinClass::os_error,
        BuiltinClass::syntax_error,    BuiltinClass::unicode_encode_error,
        BuiltinClass::name_error,      BuiltinClass::unicode_decode_error,
        BuiltinClass::attribute_error, BuiltinClass::unicode_translate_error,
        BuiltinClass::base_exception_group};
    return std::any_of(std::begin(kExceptionsWithFields), std::end(kExceptionsWithFields),
                       [cls](BuiltinClass which) { return cls == builtin_class(which); });
  }
  DictIterator iterator;
  while (const auto* entry = Dict::next(cls->attributes, iterator)) {
    const auto* member = try_as<MemberObject>(entry->value);
    if (member != nullptr && member->owner == cls && member->native == nullptr) return true;
  }
  return false;
}

// The class above `cls`, or itself, that last added fields.
ClassObject* layout_class(ClassObject* cls) {
  while (!adds_fields(cls)) cls = cls->base;
  return cls;
}

// The base that decides the layout, or null with TypeError raised.
ClassObject* choose_base(Machine& machine, const TupleObject* bases) {
  ClassObject* winner = nullptr;
  ClassObject* winner_layout = nullptr;
  for (Value value : bases->all()) {
    auto* base = try_as<ClassObject>(value);
    if (base == nullptr) {
      machine.raise(BuiltinClass::type_error, "bases must be types");
      return nullptr;
    }
    if (!base->has(ClassObject::kSubclassable)) {
      machine.raise_format(BuiltinClass::type_error, "type '{}' is not an acceptable base type",
                           base->name->view());
      return nullptr;
    }
    ClassObject* layout = layout_class(base);
    if (winner == nullptr || (layout != winner_layout && is_subclass(layout, winner_layout))) {
      winner = base;
      winner_layout = layout;
    } else if (!is_subclass(winner_layout, layout)) {
      machine.raise(BuiltinClass::type_error, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return winner;
}

// __slots__: a member for each name. False: raised.
bool add_slots(Machine& machine, ClassObject* cls, Value slots) {
  Heap& heap = machine.heap();
  std::vector<Value> names;
  if (is_kind(slots, Kind::string)) {
    names.push_back(slots);
  } else if (auto* tuple = try_as<TupleObject>(slots)) {
    names.assign(tuple->all().begin(), tuple->all().end());
  } else if (auto* list = try_as<ListObject>(slots)) {
    names.assign(list->all().begin(), list->all().end());
  } else if (auto* dict = try_as<DictObject>(slots)) {
    DictIterator iterator;
    while (auto* entry = Dict::next(dict, iterator)) names.push_back(entry->key);
  }
  const Kind kind = cls->object_kind;
  const bool is_sized_by_item = kind == Kind::integer || kind == Kind::bytes || kind == Kind::tuple ||
                                kind == Kind::class_;
  if (is_sized_by_item && !names.empty()) {
    machine.raise_format(BuiltinClass::type_error,
                         "nonempty __slots__ not supported for subtype of '{}'",
                         cls->base->name->view());
    return false;
  }
  bool has_dict = cls->base->has(ClassObject::kHasDict);
  for (Value value : names) {
    auto* slot = try_as<StrObject>(value);
    if (slot == nullptr) {
      machine.raise_format(BuiltinClass::type_error, "__slots__ items must be strings, not '{}'",
                           Machine::class_name(value));
      return false;
    }
    if (slot->view() == "__dict__") {
      has_dict = true;
      continue;
    }
    if (slot->view() == "__weakref__") continue;
    if (!Dict::get(cls->attributes, slot).is_empty()) {
      machine.raise_format(BuiltinClass::value_error,
                           "'{}' in __slots__ conflicts with class variable", slot->view());
      return false;
    }
    auto* member = heap.allocate<MemberObject>(builtin_class(BuiltinClass::member_descriptor),
                                               Kind::member);
    std::string_view text = slot->view();
    if (text.starts_with("__") && !text.ends_with("__")) {
      std::string_view owner = cls->name->view();
      while (owner.starts_with("_")) owner.remove_prefix(1);
      slot = heap.make_string("_" + std::string(owner) + std::string(text));
    }
    member->name = slot;
    member->owner = cls;
    member->native = nullptr;
    Dict::set(heap, cls->attributes, slot, Value::object(member));
  }
  if (has_dict) cls->class_flags |= ClassObject::kHasDict;
  return true;
}

}  // namespace

ClassObject* choose_metaclass(Machine& machine, ClassObject* start, const TupleObject* bases) {
  ClassObject* winner = start;
  for (Value base : bases->all()) {
    ClassObject* candidate = class_of(base);
    if (is_subclass(winner, candidate)) continue;
    if (is_subclass(candidate, winner)) {
      winner = candidate;
      continue;
    }
    machine.raise(BuiltinClass::type_error,
                  "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                  "subclass of the metaclasses of all its bases");
    return nullptr;
  }
  return winner;
}

ClassObject* make_class(Machine& machine, ClassObject* metaclass, StrObject* class_name,
                        TupleObject* bases, DictObject* name_space) {
  Heap& heap = machine.heap();
  if (bases->size == 0) {
    bases = heap.make_tuple({Value::object(builtin_class(BuiltinClass::object))});
  }
  ClassObject* base = choose_base(machine, bases);
  if (base == nullptr) return nullptr;
  auto* cls = heap.allocate<ClassObject>(metaclass, Kind::class_);
  {
    // A class of a script starts like an empty builtin one; the header is already right.
    const Object header = *cls;
    *cls = ClassObject();
    static_cast<Object&>(*cls) = header;
  }
  cls->name = class_name;
  cls->base = base;
  cls->bases = bases;
  cls->object_kind = base->object_kind;
  cls->class_flags = ClassObject::kSubclassable |
                     (base->class_flags & (ClassObject::kException | ClassObject::kImmutableKind |
                                           ClassObject::kSequencePattern |
                                           ClassObject::kMappingPattern));
  for (Value other : bases->all()) {
    cls->class_flags |= as<ClassObject>(other)->class_flags &
                        (ClassObject::kSequencePattern | ClassObject::kMappingPattern |
                         ClassObject::kHasDict);
  }
  cls->layout = heap.make_dict();
  cls->version = machine.state().next_version++;
  for (size_t i = 0; i < bases->size; i++) {
    const auto earlier = bases->all().first(i);
    if (std::find(earlier.begin(), earlier.end(), bases->items[i]) == earlier.end()) continue;
    machine.raise_format(BuiltinClass::type_error, "duplicate base class {}",
                         as<ClassObject>(bases->items[i])->name->view());
    return nullptr;
  }
  std::string stuck;
  const std::vector<Value> mro = linearize(cls, bases, stuck);
  if (mro.empty()) {
    machine.raise(BuiltinClass::type_error,
                  "Cannot create a consistent method resolution\norder (MRO) for bases " + stuck);
    return nullptr;
  }
  cls->mro = heap.make_tuple(mro);

  DictObject* attributes = Dict::copy(heap, name_space);
  cls->attributes = attributes;
  Value qualified = Dict::remove(attributes, Value::object(name(Name::qualname)));
  cls->qualified_name = is_kind(qualified, Kind::string) ? as<StrObject>(qualified) : class_name;
  // Library code says so of a class that is C in CPython.
  const Value shown = Dict::remove(attributes, machine.intern("__tp_name__"));
  if (is_kind(shown, Kind::string)) {
    cls->name = as<StrObject>(shown);
    cls->class_flags |= ClassObject::kNamesModule;
  }
  Value module = Dict::get(attributes, name(Name::module));
  if (module.is_empty()) {
    Frame* frame = machine.thread().frame;
    while (frame != nullptr && frame->globals == nullptr) frame = frame->caller;
    if (frame != nullptr) module = Dict::get(frame->globals, name(Name::name));
    if (module.is_empty()) module = Value::object(name(Name::builtins));
    Dict::set(heap, attributes, name(Name::module), module);
  }
  cls->module = module;
  if (Dict::get(attributes, name(Name::doc)).is_empty()) {
    Dict::set(heap, attributes, name(Name::doc), Value::none());
  }
  const Value cell = Dict::remove(attributes, Value::object(name(Name::classcell)));
  // Some special methods are static or class methods without being marked so.
  auto wrap = [&](StrObject* method, BuiltinClass wrapper, Kind kind) {
    const Value function = Dict::get(attributes, method);
    if (!is_kind(function, Kind::function)) return;
    auto* wrapped = heap.allocate<WrapperObject>(builtin_class(wrapper), kind);
    wrapped->function = function;
    Dict::set(heap, attributes, method, Value::object(wrapped));
  };
  wrap(name(Special::new_), BuiltinClass::static_method, Kind::static_method);
  wrap(name(Special::init_subclass), BuiltinClass::class_method, Kind::class_method);
  wrap(name(Special::class_getitem), BuiltinClass::class_method, Kind::class_method);
  // A class that defines equality and no hash has none.
  if (!Dict::get(attributes, name(Special::equal)).is_empty() &&
      Dict::get(attributes, name(Special::hash)).is_empty()) {
    Dict::set(heap, attributes, name(Special::hash), Value::none());
  }
  const Value slots = Dict::get(attributes, name(Name::slots));
  if (slots.is_empty()) {
    cls->class_flags |= ClassObject::kHasDict;
  } else if (!add_slots(machine, cls, slots)) {
    return nullptr;
  }
  derive_specials(cls);
  for (Value value : bases->all()) add_subclass(heap, as<ClassObject>(value), cls);
  if (is_kind(cell, Kind::cell)) as<CellObject>(cell)->value = Value::object(cls);
  return cls;
}

bool needs_finishing(const ClassObject* cls, const DictObject* keywords) {
  if (keywords != nullptr && keywords->size != 0) return true;
  for (Value ancestor : cls->mro->all().subspan(1)) {
    const auto* base = as<ClassObject>(ancestor);
    if (base->has(ClassObject::kBuiltin)) continue;
    if (!Dict::get(base->attributes, name(Special::init_subclass)).is_empty()) return true;
  }
  DictIterator iterator;
  while (const auto* entry = Dict::next(cls->attributes, iterator)) {
    if (overrides(entry->value, Special::set_name)) return true;
  }
  return false;
}

Object* make_instance(Machine& machine, ClassObject* cls) {
  if (cls->object_kind == Kind::exception) {
    return machine.heap().make_exception(cls, std::span<const Value>());
  }
  ENSURE(cls->object_kind == Kind::instance);
  auto* instance = machine.heap().allocate<InstanceObject>(cls, Kind::instance);
  instance->attributes = Attributes();
  return instance;
}

Step set_class_attribute(Machine& machine, ClassObject* cls, StrObject* attribute, Value value) {
  if (cls->is_immortal()) {
    return machine.raise_format(BuiltinClass::type_error,
                                "cannot set '{}' attribute of immutable type '{}'",
                                attribute->view(), cls->name->view());
  }
  if (value.is_empty()) {
    if (Dict::remove(cls->attributes, Value::object(attribute)).is_empty()) {
      return raise_no_attribute(machine, Value::object(cls), attribute);
    }
  } else {
    Dict::set(machine.heap(), cls->attributes, attribute, value);
  }
  if (attribute->view().starts_with("__")) derive_specials_below(cls);
  renew_version(machine, cls);
  return Step::done;
}

Value find_super_method(const SuperObject* super, const StrObject* attribute) {
  if (super->start == nullptr || super->self == Value::object(super->start)) return Value::empty();
  if (super->cls != builtin_class(BuiltinClass::super_) || attribute == name(Name::class_)) {
    return Value::empty();
  }
  bool behind = false;
  for (Value candidate : super->start->mro->all()) {
    if (behind) {
      const Value found = Dict::get(as<ClassObject>(candidate)->attributes, attribute);
      if (!found.is_empty()) {
        const bool is_method =
            is_kind(found, Kind::function) ||
            (is_kind(found, Kind::native) &&
             found.as_object()->cls == builtin_class(BuiltinClass::method_descriptor));
        return is_method ? found : Value::empty();
      }
    }
    behind = behind || candidate == Value::object(super->after);
  }
  return Value::empty();
}

Step get_super_attribute(Machine& machine, Destination to, SuperObject* super, StrObject* attribute,
                         Value& out) {
  if (attribute != name(Name::class_) && super->start != nullptr) {
    bool behind = false;
    for (Value candidate : super->start->mro->all()) {
      if (behind) {
        const Value found = Dict::get(as<ClassObject>(candidate)->attributes, attribute);
        if (!found.is_empty()) {
          // For super of a class (in __new__ or a class method) functions stay unbound.
          const bool on_class = super->self == Value::object(super->start);
          return bind_descriptor(machine, to, found, on_class ? Value::empty() : super->self,
                                 super->start, out);
        }
      }
      behind = behind || candidate == Value::object(super->after);
    }
  }
  const Value found = Machine::lookup(builtin_class(BuiltinClass::super_), attribute);
  if (!found.is_empty()) {
    return bind_descriptor(machine, to, found, Value::object(super),
                           builtin_class(BuiltinClass::super_), out);
  }
  return machine.raise_format(BuiltinClass::attribute_error,
                              "'super' object has no attribute '{}'", attribute->view());
}

Step make_super(Machine& machine, Frame* frame, Value& out) {
  const LoadedCode* code = frame->code;
  if (code->code->positional_count == 0 && !code->code->has_star_args) {
    return machine.raise(BuiltinClass::runtime_error, "super(): no arguments");
  }
  Value self = frame->registers()[0];
  if (is_kind(self, Kind::cell)) self = as<CellObject>(self)->value;
  if (code->code->positional_count == 0) {
    auto* rest = try_as<TupleObject>(self);
    self = rest != nullptr && rest->size != 0 ? rest->items[0] : Value::empty();
  }
  if (self.is_empty()) return machine.raise(BuiltinClass::runtime_error, "super(): arg[0] deleted");
  Value cell;
  for (size_t i = 0; i < code->code->free_names.size(); i++) {
    if (code->free_names[i] == name(Name::class_) && frame->function->closure != nullptr) {
      cell = frame->function->closure->items[i];
    }
  }
  if (!is_kind(cell, Kind::cell)) {
    return machine.raise(BuiltinClass::runtime_error, "super(): __class__ cell not found");
  }
  const Value cls = as<CellObject>(cell)->value;
  if (!is_kind(cls, Kind::class_)) {
    return machine.raise(BuiltinClass::runtime_error, "super(): empty __class__ cell");
  }
  auto* after = as<ClassObject>(cls);
  ClassObject* start = class_of(self);
  if (auto* self_class = try_as<ClassObject>(self)) {
    if (is_subclass(self_class, after)) start = self_class;
  }
  if (!is_subclass(start, after)) {
    return machine.raise(BuiltinClass::type_error,
                         "super(type, obj): obj must be an instance or subtype of type");
  }
  auto* super =
      machine.heap().allocate<SuperObject>(builtin_class(BuiltinClass::super_), Kind::super_);
  super->after = after;
  super->self = self;
  super->start = start;
  out = Value::object(super);
  return Step::done;
}

namespace {

DictObject* thread_dict(Machine& machine, ThreadLocalObject* local, bool make) {
  Heap& heap = machine.heap();
  const Value key = Value::small_int(machine.thread().task.id);
  Value found = local->dicts == nullptr ? Value::empty() : Dict::get(local->dicts, key);
  if (found.is_empty() && make) {
    if (local->dicts == nullptr) local->dicts = heap.make_dict();
    found = Value::object(heap.make_dict());
    Dict::set(heap, local->dicts, key, found);
  }
  return found.is_empty() ? nullptr : as<DictObject>(found);
}

}  // namespace

bool needs_thread_local_init(Machine& machine, Object* object) {
  return object->cls->overridden.has(Special::init) &&
         thread_dict(machine, static_cast<ThreadLocalObject*>(object), false) == nullptr;
}

void begin_thread_local(Machine& machine, Object* object) {
  thread_dict(machine, static_cast<ThreadLocalObject*>(object), true);
}

Value get_thread_local(Machine& machine, Object* object, const StrObject* attribute) {
  auto* local = static_cast<ThreadLocalObject*>(object);
  if (attribute == name(Name::dict)) return Value::object(thread_dict(machine, local, true));
  DictObject* dict = thread_dict(machine, local, false);
  return dict == nullptr ? Value::empty() : Dict::get(dict, attribute);
}

Step set_thread_local(Machine& machine, Object* object, StrObject* attribute, Value value) {
  auto* local = static_cast<ThreadLocalObject*>(object);
  DictObject* dict = thread_dict(machine, local, true);
  if (!value.is_empty()) {
    Dict::set(machine.heap(), dict, attribute, value);
    return Step::done;
  }
  if (Dict::remove(dict, Value::object(attribute)).is_empty()) {
    return raise_no_attribute(machine, Value::object(object), attribute);
  }
  return Step::done;
}

bool is_instance_of(Value value, const ClassObject* cls) { return is_subclass(class_of(value), cls); }

}  // namespace lockstep
