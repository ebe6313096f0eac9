#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/objects/module.h"
#include "vm/set_operations.h"

// dict, its views, and mappingproxy.
namespace lockstep {

namespace {


DictObject* dict_of(const Call& call) { return as<DictObject>(call[0]); }

Value make_view(Machine& machine, DictObject* dict, DictViewObject::Part part) {
  static constexpr BuiltinClass kClasses[] = {BuiltinClass::dict_keys, BuiltinClass::dict_values,
                                              BuiltinClass::dict_items};
  auto* view =
      machine.heap().allocate<DictViewObject>(builtin_class(kClasses[part]), Kind::dict_view);
  view->extra = part;
  view->dict = dict;
  return Value::object(view);
}

Step dict_new(Machine& machine, Call& call) {
  auto* dict = allocate_for<DictObject>(machine, call[0], Kind::dict);
  dict->table = nullptr;
  dict->keys_version = 0;
  dict->identity = 0;
  return call.done(Value::object(dict));
}

// Takes over another dict's items when nothing of the script's has to run.
bool update_plainly(Machine& machine, DictObject* dict, Value from) {
  const auto* other = try_as<DictObject>(from);
  if (other == nullptr || ((other->extra | dict->extra) & DictObject::kHasScriptKeys) != 0)
    return false;
  if (overrides(from, Special::iter) || overrides(from, Special::get_item)) return false;
  Dict::update(machine.heap(), dict, other);
  return true;
}

// dict(mapping or pairs, **keywords) and update(): the pairs one by one are the prelude's.
Step update_from(Machine& machine, Call& call) {
  DictObject* dict = dict_of(call);
  const auto* keywords = as<DictObject>(call[2]);
  if (!call.given(1) || update_plainly(machine, dict, call[1])) {
    Dict::update(machine.heap(), dict, keywords);
    return call.none();
  }
  return machine.tail_call(call, machine.prelude("dict_update_all"), {call[0], call[1], call[2]});
}

Step dict_get(Machine& machine, Call& call) {
  const Value fallback = call.given(2) ? call[2] : Value::none();
  const Work work = check_key(machine, dict_of(call), call[1]);
  if (work == Work::script) {
    return machine.tail_call(call, machine.prelude("dict_get"), {call[0], call[1], fallback});
  }
  if (work != Work::done) return Step::raised;
  const Value found = Dict::get(dict_of(call), call[1]);
  return call.done(found.is_empty() ? fallback : found);
}

Step dict_setdefault(Machine& machine, Call& call) {
  const Value fallback = call.given(2) ? call[2] : Value::none();
  const Work work = check_key(machine, dict_of(call), call[1]);
  if (work == Work::script) {
    return machine.tail_call(call, machine.prelude("dict_setdefault"),
                             {call[0], call[1], fallback});
  }
  if (work != Work::done) return Step::raised;
  const Value found = Dict::get(dict_of(call), call[1]);
  if (!found.is_empty()) return call.done(found);
  Dict::set(machine.heap(), dict_of(call), call[1], fallback);
  return call.done(fallback);
}

Step dict_pop(Machine& machine, Call& call) {
  const Work work = check_key(machine, dict_of(call), call[1]);
  if (work == Work::script) {
    return machine.tail_call(
        call, machine.prelude("dict_pop"),
        {call[0], call[1], Value::boolean(call.given(2)), call.given(2) ? call[2] : Value::none()});
  }
  if (work != Work::done) return Step::raised;
  const Value found = Dict::remove(dict_of(call), call[1]);
  if (!found.is_empty()) return call.done(found);
  return call.given(2) ? call.done(call[2]) : raise_key_error(machine, call[1]);
}

Step dict_popitem(Machine& machine, Call& call) {
  DictObject* dict = dict_of(call);
  if (dict->size == 0) {
    return raise_key_error(machine, string_value(machine, "popitem(): dictionary is empty"));
  }
  TableObject* table = dict->table;
  uint32_t last = table->entry_count - 1;
  while (table->entries()[last].key.is_empty()) --last;
  const TableObject::Entry entry = table->entries()[last];
  Dict::remove_at(dict, last);
  table->entry_count =
      last;  // so that taking all of them out one by one does not look at each again
  return call.done(Value::object(machine.heap().make_tuple({entry.key, entry.value})));
}

Step dict_clear(Machine&, Call& call) {
  Dict::clear(dict_of(call));
  return call.none();
}

Step dict_copy(Machine& machine, Call& call) {
  return call.done(Value::object(Dict::copy(machine.heap(), dict_of(call))));
}

template <DictViewObject::Part part>
Step dict_view(Machine& machine, Call& call) {
  return call.done(make_view(machine, dict_of(call), part));
}

Step dict_from_keys(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("dict_from_keys"),
                           {call[0], call[1], call.given(2) ? call[2] : Value::none()});
}

Step dict_reversed(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, make_reversed(machine, call[0], out), out, "", {});
}

Step dict_in_place_or(Machine& machine, Call& call) {
  if (update_plainly(machine, dict_of(call), call[1])) return call.done(call[0]);
  return machine.tail_call(call, machine.prelude("dict_in_place_or"), {call[0], call[1]});
}

constexpr NativeRow kDictMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a dict.", dict_new},
    {"__init__", "(self, mapping=None, /, **kwargs)",
     "A new dict from a mapping, pairs or keywords.", update_from},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method, kReads},
    {"__len__", "(self, /)", "Return len(self).", length_method, kReads},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__reversed__", "(self, /)", "Return a reverse iterator over the dict keys.", dict_reversed},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method, kReads},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", set_item_method, kWrites},
    {"__delitem__", "(self, key, /)", "Delete self[key].", delete_item_method, kWrites},
    {"__contains__", "(self, key, /)", "True if the dictionary has the specified key, else False.",
     contains_method, kReads},
    {"__or__", "(self, value, /)", "Return self|value.", binary_method<BinaryOperator::bit_or>,
     kReads},
    {"__ror__", "(self, value, /)", "Return value|self.", reflected_method<BinaryOperator::bit_or>,
     kReads},
    {"__ior__", "(self, value, /)", "Return self|=value.", dict_in_place_or, kWrites},
    LOCKSTEP_COMPARE_METHODS,
    {"get", "(self, key, default=None, /)",
     "Return the value for key if key is in the dictionary, else default.", dict_get, kReads},
    {"setdefault", "(self, key, default=None, /)",
     "Insert key with a value of default if key is not in the dictionary.", dict_setdefault,
     kWrites},
    {"pop", "(self, key, default=None, /)",
     "Remove specified key and return the corresponding value.", dict_pop, kWrites},
    {"popitem", "(self, /)", "Remove and return a (key, value) pair as a 2-tuple.", dict_popitem,
     kWrites},
    {"update", "(self, mapping=None, /, **kwargs)", "Update D from mapping/iterable and keywords.",
     update_from, kWrites},
    {"clear", "(self, /)", "Remove all items from D.", dict_clear, kWrites},
    {"copy", "(self, /)", "A shallow copy of D.", dict_copy, kReads},
    {"keys", "(self, /)", "A set-like object providing a view on D's keys.",
     dict_view<DictViewObject::keys>},
    {"values", "(self, /)", "An object providing a view on D's values.",
     dict_view<DictViewObject::values>},
    {"items", "(self, /)", "A set-like object providing a view on D's items.",
     dict_view<DictViewObject::items>},
    {"fromkeys", "(cls, iterable, value=None, /)",
     "Create a new dictionary with keys from iterable and values set to value.", dict_from_keys,
     Effect::none, OperationKind::none, NativeRow::Form::class_method},
    {"__class_getitem__", "(cls, item, /)", "See PEP 585", alias_of_class, Effect::none,
     OperationKind::none, NativeRow::Form::class_method},
};

// --- views
// --------------------------------------------------------------------------------------------

Step view_isdisjoint(Machine& machine, Call& call) {
  SetObject* left = nullptr;
  SetObject* right = nullptr;
  const Work first = set_of(machine, call[0], left);
  const Work second = first == Work::done ? set_of(machine, call[1], right) : first;
  if (second == Work::raised) return Step::raised;
  if (second != Work::done || has_script(left) || has_script(right)) {
    return machine.tail_call(call, machine.prelude("set_isdisjoint"), {call[0], call[1]});
  }
  return call.done(Value::boolean(set_is_disjoint(left, right)));
}

Step view_mapping(Machine& machine, Call& call) {
  auto* proxy = machine.heap().allocate<MappingProxyObject>(
      builtin_class(BuiltinClass::mapping_proxy), Kind::mapping_proxy);
  proxy->mapping = Value::object(as<DictViewObject>(call[0])->dict);
  return call.done(Value::object(proxy));
}

constexpr NativeRow kViewMethods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", repr_method, kReads},
    {"__len__", "(self, /)", "Return len(self).", length_method, kReads},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__reversed__", "(self, /)", "Return a reverse iterator.", dict_reversed},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method, kReads},
};

constexpr NativeRow kSetLikeViewMethods[] = {
    LOCKSTEP_BINARY_METHOD("and", bit_and),
    LOCKSTEP_BINARY_METHOD("or", bit_or),
    LOCKSTEP_BINARY_METHOD("xor", bit_xor),
    LOCKSTEP_BINARY_METHOD("sub", subtract),
    LOCKSTEP_COMPARE_METHODS,
    {"isdisjoint", "(self, other, /)",
     "Return True if the view and the given iterable have a null intersection.", view_isdisjoint,
     kReads},
};

constexpr NativeAttribute kViewAttributes[] = {
    {"mapping", "dictionary that this view refers to", view_mapping, nullptr},
};

// --- mappingproxy
// -------------------------------------------------------------------------------------

Step proxy_new(Machine& machine, Call& call) {
  if (!is_kind(call[1], Kind::dict) && !is_kind(call[1], Kind::mapping_proxy) &&
      !overrides(call[1], Special::get_item)) {
    return raise_type_error(
        machine, "mappingproxy() argument must be a mapping, not " + class_name_of(call[1]));
  }
  auto* proxy = machine.heap().allocate<MappingProxyObject>(
      builtin_class(BuiltinClass::mapping_proxy), Kind::mapping_proxy);
  proxy->mapping = call[1];
  return call.done(Value::object(proxy));
}

DictObject* proxied(const Call& call) {
  Value mapping = call[0];
  while (auto* proxy = try_as<MappingProxyObject>(mapping)) mapping = proxy->mapping;
  return try_as<DictObject>(mapping);
}

template <DictViewObject::Part part>
Step proxy_view(Machine& machine, Call& call) {
  return call.done(make_view(machine, proxied(call), part));
}

Step proxy_get(Machine& machine, Call& call) {
  const Value fallback = call.given(2) ? call[2] : Value::none();
  const Work work = check_key(machine, proxied(call), call[1]);
  if (work == Work::script) {
    return machine.tail_call(call, machine.prelude("dict_get"),
                             {Value::object(proxied(call)), call[1], fallback});
  }
  if (work != Work::done) return Step::raised;
  const Value found = Dict::get(proxied(call), call[1]);
  return call.done(found.is_empty() ? fallback : found);
}

Step proxy_copy(Machine& machine, Call& call) {
  return call.done(Value::object(Dict::copy(machine.heap(), proxied(call))));
}

constexpr NativeRow kProxyMethods[] = {
    {"__new__", "(cls, mapping, /)", "Read-only proxy of a mapping.", proxy_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__len__", "(self, /)", "Return len(self).", length_method},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method},
    {"get", "(self, key, default=None, /)", "The value for key, else default.", proxy_get},
    {"keys", "(self, /)", "A view on the keys.", proxy_view<DictViewObject::keys>},
    {"values", "(self, /)", "A view on the values.", proxy_view<DictViewObject::values>},
    {"items", "(self, /)", "A view on the items.", proxy_view<DictViewObject::items>},
    {"copy", "(self, /)", "A shallow copy.", proxy_copy},
};

}  // namespace

void add_dict_type(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::dict, kDictMethods);
  registry.describe(BuiltinClass::dict, "dict() -> new empty dictionary");
  for (const auto which :
       {BuiltinClass::dict_keys, BuiltinClass::dict_values, BuiltinClass::dict_items}) {
    registry.methods(which, kViewMethods);
    registry.attributes(which, kViewAttributes);
    if (which != BuiltinClass::dict_values) registry.methods(which, kSetLikeViewMethods);
  }
  registry.methods(BuiltinClass::mapping_proxy, kProxyMethods);
}

}  // namespace lockstep
