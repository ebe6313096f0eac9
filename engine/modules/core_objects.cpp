#include <string>
#include <vector>

#include "base/check.h"
#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/classes.h"
#include "vm/objects/module.h"
#include "vm/operators.h"
#include "vm/raise.h"
#include "vm/value_text.h"

namespace lockstep {

namespace {

StrObject* name_argument(Machine& machine, Value value) {
  auto* text = try_as<StrObject>(value);
  if (text == nullptr) {
    machine.raise_format(BuiltinClass::type_error, "attribute name must be string, not '{}'",
                         Machine::class_name(value));
    return nullptr;
  }
  // Names are compared by address first: the well-known one, if there is one.
  return as<StrObject>(machine.intern(text->view()));
}

// --- object -----------------------------------------------------------------------------------------

Step object_new(Machine& machine, Call& call) {
  auto* cls = try_as<ClassObject>(call[0]);
  if (cls == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "object.__new__(X): X is not a type object ({})",
                                Machine::class_name(call[0]));
  }
  const bool extra = as<TupleObject>(call[1])->size != 0 || as<DictObject>(call[2])->size != 0;
  if (extra) {
    if (cls->has(ClassObject::kHasNew)) {
      return machine.raise(BuiltinClass::type_error,
                           "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (!cls->overridden.has(Special::init)) {
      return machine.raise_format(BuiltinClass::type_error, "{}() takes no arguments",
                                  cls->name->view());
    }
  }
  if (cls->has(ClassObject::kIsAbstract)) return construct(machine, {call.frame, call.result_register}, cls, {}, call.result);
  if (cls->has(ClassObject::kBuiltin)) {
    if (cls == builtin_class(BuiltinClass::object)) {
      auto* instance = machine.heap().allocate<InstanceObject>(cls, Kind::instance);
      instance->attributes = Attributes();
      return call.done(Value::object(instance));
    }
    return machine.raise_format(BuiltinClass::type_error, "cannot create '{}' instances",
                                cls->name->view());
  }
  if (cls->object_kind != Kind::instance && cls->object_kind != Kind::exception) {
    return machine.raise_format(BuiltinClass::type_error,
                                "object.__new__({}) is not safe, use {}.__new__()",
                                cls->name->view(), cls->base->name->view());
  }
  return call.done(Value::object(make_instance(machine, cls)));
}

Step object_init(Machine& machine, Call& call) {
  const bool extra = as<TupleObject>(call[1])->size != 0 || as<DictObject>(call[2])->size != 0;
  const ClassObject* cls = class_of(call[0]);
  if (extra && cls->object_kind == Kind::instance) {
    if (cls->overridden.has(Special::init)) {
      return machine.raise(
          BuiltinClass::type_error,
          "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!cls->has(ClassObject::kHasNew)) {
      return machine.raise_format(
          BuiltinClass::type_error,
          "{}.__init__() takes exactly one argument (the instance to initialize)",
          cls->name->view());
    }
  }
  return call.none();
}

Step object_repr(Machine& machine, Call& call) {
  ValueText writer(machine);
  writer.add_default_repr(call[0]);
  return call.done(machine.heap().make_str(writer.take()));
}

Step object_str(Machine& machine, Call& call) {
  // What __repr__ returns is judged by str() itself, as if __str__ had returned it.
  if (overrides(call[0], Special::repr)) {
    Value self;
    const Value method = special_method(machine, call[0], name(Special::repr), self);
    return self.is_empty() ? machine.tail_call(call, method, std::span<const Value>())
                           : machine.tail_call(call, method, {self});
  }
  std::string text;
  if (!machine.repr(call[0], text)) {
    return machine.tail_call(call, machine.builtin_value(as<StrObject>(machine.intern("repr"))),
                             {call[0]});
  }
  return call.done(machine.heap().make_str(text));
}

Step object_format(Machine& machine, Call& call) {
  auto* spec = try_as<StrObject>(call[1]);
  if (spec == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "__format__() argument must be str, not {}",
                                Machine::class_name(call[1]));
  }
  if (spec->size != 0) {
    return machine.raise_format(BuiltinClass::type_error,
                                "unsupported format string passed to {}.__format__",
                                Machine::class_name(call[0]));
  }
  return machine.tail_call(call, Value::object(builtin_class(BuiltinClass::str)), {call[0]});
}

Step object_equal(Machine&, Call& call) {
  return call.done(call[0] == call[1] ? Value::boolean(true) : Value::not_implemented());
}

Step object_not_equal(Machine& machine, Call& call) {
  if (overrides(call[0], Special::equal)) {
    bool equal = false;
    const Step step = compare_truth(machine, call.frame, CompareOperator::equal, call[0], call[1], equal);
    return step == Step::done ? call.done(Value::boolean(!equal)) : step;
  }
  return call.done(call[0] == call[1] ? Value::boolean(false) : Value::not_implemented());
}

Step object_unordered(Machine&, Call& call) { return call.done(Value::not_implemented()); }

Step object_hash(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(static_cast<int64_t>(machine.identity(call[0]))));
}

Step object_getattribute(Machine& machine, Call& call) {
  StrObject* attribute = name_argument(machine, call[1]);
  if (attribute == nullptr) return Step::raised;
  Value out;
  const Step step =
      get_attribute_by_default(machine, {call.frame, call.result_register}, call[0], attribute, out);
  return step == Step::done ? call.done(out) : step;
}

Step object_setattr(Machine& machine, Call& call) {
  StrObject* attribute = name_argument(machine, call[1]);
  if (attribute == nullptr) return Step::raised;
  const Step step = set_attribute_by_default(machine, {call.frame, call.result_register}, call[0],
                                             attribute, call[2]);
  return step == Step::done ? call.none() : step;
}

Step object_delattr(Machine& machine, Call& call) {
  StrObject* attribute = name_argument(machine, call[1]);
  if (attribute == nullptr) return Step::raised;
  const Step step = set_attribute_by_default(machine, {call.frame, call.result_register}, call[0],
                                             attribute, Value::empty());
  return step == Step::done ? call.none() : step;
}

Step object_init_subclass(Machine& machine, Call& call) {
  if (as<DictObject>(call[1])->size != 0) {
    return machine.raise_format(BuiltinClass::type_error,
                                "{}.__init_subclass__() takes no keyword arguments",
                                as<ClassObject>(call[0])->name->view());
  }
  return call.none();
}

Step object_subclass_hook(Machine&, Call& call) { return call.done(Value::not_implemented()); }

Step object_dir(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("dir_of"), {call[0]});
}

Step object_sizeof(Machine& machine, Call& call) {
  const int64_t bytes = call[0].is_object() ? static_cast<int64_t>(Heap::size_of(call[0].as_object())) : 8;
  return call.done(machine.heap().make_int(bytes));
}

constexpr NativeRow kObjectMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an object.", object_new},
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", object_init},
    {"__repr__", "(self, /)", "Return repr(self).", object_repr},
    {"__str__", "(self, /)", "Return str(self).", object_str},
    {"__format__", "(self, format_spec, /)", "Default object formatter.", object_format},
    {"__eq__", "(self, value, /)", "Return self==value.", object_equal},
    {"__ne__", "(self, value, /)", "Return self!=value.", object_not_equal},
    {"__lt__", "(self, value, /)", "Return self<value.", object_unordered},
    {"__le__", "(self, value, /)", "Return self<=value.", object_unordered},
    {"__gt__", "(self, value, /)", "Return self>value.", object_unordered},
    {"__ge__", "(self, value, /)", "Return self>=value.", object_unordered},
    {"__hash__", "(self, /)", "Return hash(self).", object_hash},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", object_getattribute},
    {"__setattr__", "(self, name, value, /)", "Implement setattr(self, name, value).", object_setattr},
    {"__delattr__", "(self, name, /)", "Implement delattr(self, name).", object_delattr},
    {"__dir__", "(self, /)", "Default dir() implementation.", object_dir},
    {"__sizeof__", "(self, /)", "Size of object in memory, in bytes.", object_sizeof},
    {"__init_subclass__", "(cls, /, **kwargs)", "Called when a class is subclassed.",
     object_init_subclass, Effect::none, OperationKind::none, NativeRow::Form::class_method},
    {"__subclasshook__", "(cls, other, /)", "Abstract classes can override this.",
     object_subclass_hook, Effect::none, OperationKind::none, NativeRow::Form::class_method},
};

Step object_class(Machine&, Call& call) { return call.done(Value::object(class_of(call[0]))); }

Step object_set_class(Machine& machine, Call& call) {
  auto* cls = try_as<ClassObject>(call[1]);
  if (cls == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "__class__ must be set to a class, not '{}' object",
                                Machine::class_name(call[1]));
  }
  if (!is_kind(call[0], Kind::instance) || cls->object_kind != Kind::instance ||
      cls->has(ClassObject::kBuiltin) || class_of(call[0])->has(ClassObject::kBuiltin)) {
    return machine.raise(BuiltinClass::type_error,
                         "__class__ assignment only supported for mutable types or ModuleType "
                         "subclasses");
  }
  own_dict(machine, call[0].as_object());
  call[0].as_object()->cls = cls;
  return call.none();
}

constexpr NativeAttribute kObjectAttributes[] = {
    {"__class__", "the object's class", object_class, object_set_class},
};

// --- type ---------------------------------------------------------------------------------------------

Step type_new(Machine& machine, Call& call) {
  constexpr uint8_t kFinished = 1;
  if (call.phase() == kFinished) return call.done(call.scratch(0));
  if (!call.given(2)) {
    // type(x)
    return call.done(Value::object(class_of(call[1])));
  }
  if (!call.given(3)) return machine.raise(BuiltinClass::type_error, "type() takes 1 or 3 arguments");
  auto* class_name = try_as<StrObject>(call[1]);
  auto* bases = try_as<TupleObject>(call[2]);
  auto* name_space = try_as<DictObject>(call[3]);
  if (class_name == nullptr || bases == nullptr || name_space == nullptr) {
    const int which = class_name == nullptr ? 1 : bases == nullptr ? 2 : 3;
    static constexpr const char* kWanted[] = {"", "str", "tuple", "dict"};
    return machine.raise_format(BuiltinClass::type_error,
                                "type.__new__() argument {} must be {}, not {}", which,
                                kWanted[which], Machine::class_name(call[static_cast<size_t>(which)]));
  }
  for (Value base : bases->all()) {
    if (!is_kind(base, Kind::class_)) {
      return machine.raise(BuiltinClass::type_error, "bases must be types");
    }
  }
  ClassObject* metaclass = choose_metaclass(machine, as<ClassObject>(call[0]), bases);
  if (metaclass == nullptr) return Step::raised;
  const auto* new_name = as<StrObject>(machine.intern("__new__"));
  if (metaclass != as<ClassObject>(call[0]) &&
      Machine::lookup(metaclass, new_name) != Machine::lookup(as<ClassObject>(call[0]), new_name)) {
    return machine.tail_call(call, machine.prelude("new_class"),
                             {Value::object(metaclass), call[1], call[2], call[3]});
  }
  ClassObject* cls = make_class(machine, metaclass, class_name, bases, name_space);
  if (cls == nullptr) return Step::raised;
  if (!needs_finishing(cls, as<DictObject>(call[4]))) return call.done(Value::object(cls));
  call.scratch(0) = Value::object(cls);
  return machine.call(call, kFinished, machine.prelude("finish_class"), {Value::object(cls), call[4]});
}

Step type_init(Machine&, Call& call) { return call.none(); }

Step type_call(Machine& machine, Call& call) {
  auto* arguments = as<TupleObject>(call[1]);
  auto* keywords = as<DictObject>(call[2]);
  std::vector<Value> values(arguments->all().begin(), arguments->all().end());
  std::vector<Value> names;
  DictIterator iterator;
  while (auto* entry = Dict::next(keywords, iterator)) {
    names.push_back(entry->key);
    values.push_back(entry->value);
  }
  TupleObject* tuple = names.empty() ? nullptr : machine.heap().make_tuple(names);
  return construct(machine, {call.frame, call.result_register}, as<ClassObject>(call[0]),
                   {values, tuple}, call.result);
}

Step type_mro(Machine& machine, Call& call) {
  return call.done(Value::object(machine.heap().make_list(as<ClassObject>(call[0])->mro->all())));
}

Step type_subclasses(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  ListObject* list = machine.heap().make_list();
  // The builtin exceptions first, in their order.
  if (cls->has(ClassObject::kBuiltin) && cls->has(ClassObject::kException)) {
    for (size_t i = 0; i < static_cast<size_t>(BuiltinClass::count_); i++) {
      ClassObject* other = builtin_class(static_cast<BuiltinClass>(i));
      if (other->base == cls && other->has(ClassObject::kException)) {
        machine.heap().append(list, Value::object(other));
      }
    }
  }
  for (uint32_t i = 0; i < cls->subclass_count; i++) {
    machine.heap().append(list, cls->subclasses->items[i]);
  }
  return call.done(Value::object(list));
}

Step type_instance_check(Machine&, Call& call) {
  return call.done(Value::boolean(is_instance_of(call[1], as<ClassObject>(call[0]))));
}

Step type_subclass_check(Machine& machine, Call& call) {
  auto* cls = try_as<ClassObject>(call[1]);
  if (cls == nullptr) {
    return machine.raise(BuiltinClass::type_error, "issubclass() arg 1 must be a class");
  }
  return call.done(Value::boolean(is_subclass(cls, as<ClassObject>(call[0]))));
}

Step type_prepare(Machine& machine, Call& call) {
  return call.done(Value::object(machine.heap().make_dict()));
}

Step type_or(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("union_of"), {call[0], call[1]});
}

constexpr NativeRow kTypeMethods[] = {
    {"__new__", "(metaclass, object_or_name, bases=(), dict={}, /, **kwds)", "Create a class.", type_new},
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", type_init},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", type_call},
    {"mro", "(self, /)", "Return a type's method resolution order.", type_mro},
    {"__subclasses__", "(self, /)", "Return a list of immediate subclasses.", type_subclasses},
    {"__instancecheck__", "(self, instance, /)", "Check if an object is an instance.",
     type_instance_check},
    {"__subclasscheck__", "(self, subclass, /)", "Check if a class is a subclass.",
     type_subclass_check},
    {"__or__", "(self, value, /)", "Return self|value.", type_or},
    {"__prepare__", "(cls, /, *args, **kwargs)", "Used to create the namespace for the class.",
     type_prepare, Effect::none, OperationKind::none, NativeRow::Form::class_method},
};

Step set_class_attribute_plainly(Machine& machine, Call& call, StrObject* attribute) {
  const Step step = set_class_attribute(machine, as<ClassObject>(call[0]), attribute, call[1]);
  return step == Step::done ? call.none() : step;
}

// The name of a builtin class may begin with its module's, for messages: "_thread._local".
Value without_module(Machine& machine, const ClassObject* cls, const StrObject* text) {
  const size_t dot = cls->has(ClassObject::kBuiltin | ClassObject::kNamesModule) ? text->view().rfind('.') : std::string_view::npos;
  return dot == std::string_view::npos ? Value::object(text) : machine.intern(text->view().substr(dot + 1));
}

Step type_name(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  return call.done(without_module(machine, cls, cls->name));
}

Step type_set_name(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  if (cls->is_immortal()) {
    return machine.raise_format(BuiltinClass::type_error,
                                "cannot set '__name__' attribute of immutable type '{}'",
                                cls->name->view());
  }
  auto* text = try_as<StrObject>(call[1]);
  if (text == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "can only assign string to {}.__name__, not '{}'",
                                cls->name->view(), Machine::class_name(call[1]));
  }
  cls->name = text;
  return call.none();
}

Step type_qualified_name(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  return call.done(cls->has(ClassObject::kNamesModule) ? Value::object(cls->qualified_name)
                                                       : without_module(machine, cls, cls->qualified_name));
}

Step type_set_qualified_name(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  auto* text = try_as<StrObject>(call[1]);
  if (cls->is_immortal() || text == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "can only assign string to {}.__qualname__, not '{}'",
                                cls->name->view(), Machine::class_name(call[1]));
  }
  cls->qualified_name = text;
  return call.none();
}

Step type_module(Machine&, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  const Value own = Dict::get(cls->attributes, name(Name::module));
  return call.done(own.is_empty() ? cls->module : own);
}

Step type_set_module(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  if (cls->is_immortal()) {
    return machine.raise_format(BuiltinClass::type_error,
                                "cannot set '__module__' attribute of immutable type '{}'",
                                cls->name->view());
  }
  Dict::set(machine.heap(), cls->attributes, name(Name::module), call[1]);
  cls->module = call[1];
  return call.none();
}

Step type_bases(Machine&, Call& call) {
  return call.done(Value::object(as<ClassObject>(call[0])->bases));
}

Step type_base(Machine&, Call& call) {
  auto* base = as<ClassObject>(call[0])->base;
  return call.done(base == nullptr ? Value::none() : Value::object(base));
}

Step type_mro_tuple(Machine&, Call& call) {
  return call.done(Value::object(as<ClassObject>(call[0])->mro));
}

Step type_dict(Machine& machine, Call& call) {
  auto* proxy = machine.heap().allocate<MappingProxyObject>(
      builtin_class(BuiltinClass::mapping_proxy), Kind::mapping_proxy);
  proxy->mapping = Value::object(as<ClassObject>(call[0])->attributes);
  return call.done(Value::object(proxy));
}

Step type_doc(Machine&, Call& call) {
  const Value doc = Dict::get(as<ClassObject>(call[0])->attributes, name(Name::doc));
  return call.done(doc.is_empty() ? Value::none() : doc);
}

Step type_set_doc(Machine& machine, Call& call) {
  return set_class_attribute_plainly(machine, call, name(Name::doc));
}

Step type_annotations(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  Value found = Dict::get(cls->attributes, name(Name::annotations));
  if (found.is_empty()) {
    found = Value::object(machine.heap().make_dict());
    if (!cls->is_immortal()) {
      Dict::set(machine.heap(), cls->attributes, name(Name::annotations), found);
    }
  }
  return call.done(found);
}

Step type_set_annotations(Machine& machine, Call& call) {
  return set_class_attribute_plainly(machine, call, name(Name::annotations));
}

Step type_abstract_methods(Machine& machine, Call& call) {
  const Value found = Dict::get(as<ClassObject>(call[0])->attributes, name(Name::abstract_methods));
  if (found.is_empty()) {
    return raise_no_attribute(machine, call[0], name(Name::abstract_methods));
  }
  return call.done(found);
}

Step type_set_abstract_methods(Machine& machine, Call& call) {
  return set_class_attribute_plainly(machine, call, name(Name::abstract_methods));
}

constexpr NativeAttribute kTypeAttributes[] = {
    {"__name__", "the class's name", type_name, type_set_name},
    {"__qualname__", "the class's dotted name", type_qualified_name, type_set_qualified_name},
    {"__module__", "where it was defined", type_module, type_set_module},
    {"__bases__", "its base classes", type_bases, nullptr},
    {"__base__", "the base that decides its layout", type_base, nullptr},
    {"__mro__", "its method resolution order", type_mro_tuple, nullptr},
    {"__dict__", "its namespace", type_dict, nullptr},
    {"__doc__", "its documentation", type_doc, type_set_doc},
    {"__annotations__", "its annotations", type_annotations, type_set_annotations},
    {"__abstractmethods__", "names of abstract methods", type_abstract_methods,
     type_set_abstract_methods},
};

// --- super, property, staticmethod, classmethod ---------------------------------------------------------

Step super_new(Machine& machine, Call& call) {
  if (!call.given(1)) {
    // The frame that calls super() is the one whose class and first argument are meant.
    Value out;
    const Step step = make_super(machine, call.frame, out);
    return step == Step::done ? call.done(out) : step;
  }
  auto* after = try_as<ClassObject>(call[1]);
  if (after == nullptr) {
    return machine.raise_format(BuiltinClass::type_error,
                                "super() argument 1 must be a type, not {}",
                                Machine::class_name(call[1]));
  }
  auto* super = machine.heap().allocate<SuperObject>(builtin_class(BuiltinClass::super_), Kind::super_);
  super->after = after;
  super->self = call.given(2) ? call[2] : Value::none();
  super->start = nullptr;
  if (call.given(2)) {
    auto* self_class = try_as<ClassObject>(call[2]);
    if (self_class != nullptr && is_subclass(self_class, after)) {
      super->start = self_class;
    } else if (is_subclass(class_of(call[2]), after)) {
      super->start = class_of(call[2]);
    } else {
      return machine.raise(BuiltinClass::type_error,
                           "super(type, obj): obj must be an instance or subtype of type");
    }
  }
  return call.done(Value::object(super));
}

Step do_nothing(Machine&, Call& call) { return call.none(); }

constexpr NativeRow kSuperMethods[] = {
    {"__new__", "(cls, type=None, object_or_type=None, /)", "Delegate to a parent or sibling class.", super_new},
    {"__init__", "(self, /, *args)", "Initialize self.", do_nothing},
};

PropertyObject* allocate_property(Machine& machine, ClassObject* cls) {
  const bool derived = !cls->has(ClassObject::kBuiltin);
  auto* property = machine.heap().allocate<PropertyObject>(cls, Kind::property,
                                                           derived ? sizeof(Attributes) : 0);
  if (derived) {
    property->flags |= Object::kHasAttributes;
    *attributes_of(property) = Attributes();
  }
  property->getter = property->setter = property->deleter = property->doc = Value::none();
  return property;
}

Step property_new(Machine& machine, Call& call) {
  return call.done(Value::object(allocate_property(machine, as<ClassObject>(call[0]))));
}

Value given_or_none(const Call& call, size_t i) { return call.given(i) ? call[i] : Value::none(); }

Step property_init(Machine&, Call& call) {
  auto* property = as<PropertyObject>(call[0]);
  property->getter = given_or_none(call, 1);
  property->setter = given_or_none(call, 2);
  property->deleter = given_or_none(call, 3);
  property->doc = given_or_none(call, 4);
  if (property->doc.is_none() && is_kind(property->getter, Kind::function)) {
    property->doc = as<FunctionObject>(property->getter)->doc;
  }
  return call.none();
}

template <Value PropertyObject::* field>
Step property_with(Machine& machine, Call& call) {
  auto* old = as<PropertyObject>(call[0]);
  PropertyObject* property = allocate_property(machine, old->cls);
  property->getter = old->getter;
  property->setter = old->setter;
  property->deleter = old->deleter;
  property->doc = old->doc;
  property->*field = call[1];
  return call.done(Value::object(property));
}

template <Value PropertyObject::* field>
Step property_field(Machine&, Call& call) {
  return call.done(as<PropertyObject>(call[0])->*field);
}

Step property_set_doc(Machine&, Call& call) {
  as<PropertyObject>(call[0])->doc = call[1];
  return call.none();
}

Step property_get(Machine& machine, Call& call) {
  Value out;
  const Value object = call[1].is_none() ? Value::empty() : call[1];
  const Step step = bind_descriptor(machine, {call.frame, call.result_register}, call[0], object,
                                    class_of(call[1]), out);
  return step == Step::done ? call.done(out) : step;
}

Step property_set(Machine& machine, Call& call) {
  auto* property = as<PropertyObject>(call[0]);
  if (property->setter.is_none()) {
    return machine.raise(BuiltinClass::attribute_error, "can't set attribute");
  }
  return machine.tail_call(call, property->setter, {call[1], call[2]});
}

constexpr NativeRow kPropertyMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a property.", property_new},
    {"__init__", "(self, /, fget=None, fset=None, fdel=None, doc=None)", "Initialize self.", property_init},
    {"getter", "(self, function, /)", "Descriptor to obtain a copy of the property with a different getter.",
     property_with<&PropertyObject::getter>},
    {"setter", "(self, function, /)", "Descriptor to obtain a copy of the property with a different setter.",
     property_with<&PropertyObject::setter>},
    {"deleter", "(self, function, /)",
     "Descriptor to obtain a copy of the property with a different deleter.",
     property_with<&PropertyObject::deleter>},
    {"__get__", "(self, instance, owner=None, /)", "Return an attribute of instance.", property_get},
    {"__set__", "(self, instance, value, /)", "Set an attribute of instance.", property_set},
};

constexpr NativeAttribute kPropertyAttributes[] = {
    {"fget", "", property_field<&PropertyObject::getter>, nullptr},
    {"fset", "", property_field<&PropertyObject::setter>, nullptr},
    {"fdel", "", property_field<&PropertyObject::deleter>, nullptr},
    {"__doc__", "", property_field<&PropertyObject::doc>, property_set_doc},
};

Step wrapper_new(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  auto* wrapper = machine.heap().allocate<WrapperObject>(cls, cls->object_kind);
  wrapper->function = call[1];
  return call.done(Value::object(wrapper));
}

Step wrapper_function(Machine&, Call& call) {
  return call.done(static_cast<WrapperObject*>(call[0].as_object())->function);
}

Step wrapper_get(Machine& machine, Call& call) {
  Value out;
  const bool unbound = call[1].is_none();
  ClassObject* owner = unbound ? try_as<ClassObject>(call[2]) : class_of(call[1]);
  const Step step = bind_descriptor(machine, {call.frame, call.result_register}, call[0],
                                    unbound ? Value::empty() : call[1], owner, out);
  return step == Step::done ? call.done(out) : step;
}

constexpr NativeRow kWrapperMethods[] = {
    {"__new__", "(cls, function, /)", "Wrap a function.", wrapper_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__init__", "(self, /, *args)", "Initialize self.", do_nothing},
    {"__get__", "(self, instance, owner=None, /)", "Return the function, bound.", wrapper_get},
};

constexpr NativeAttribute kWrapperAttributes[] = {
    {"__func__", "", wrapper_function, nullptr},
    {"__wrapped__", "", wrapper_function, nullptr},
};

}  // namespace

void add_core_objects(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::object, kObjectMethods);
  builder.attributes(BuiltinClass::object, kObjectAttributes);
  builder.describe(BuiltinClass::object, "The base class of the class hierarchy.");
  builder.methods(BuiltinClass::type, kTypeMethods);
  builder.attributes(BuiltinClass::type, kTypeAttributes);
  builder.methods(BuiltinClass::super_, kSuperMethods);
  builder.methods(BuiltinClass::property, kPropertyMethods);
  builder.attributes(BuiltinClass::property, kPropertyAttributes);
  builder.methods(BuiltinClass::static_method, kWrapperMethods);
  builder.attributes(BuiltinClass::static_method, kWrapperAttributes);
  builder.methods(BuiltinClass::class_method, kWrapperMethods);
  builder.attributes(BuiltinClass::class_method, kWrapperAttributes);
}

}  // namespace lockstep
