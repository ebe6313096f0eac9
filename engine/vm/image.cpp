#include "vm/image.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include "base/check.h"
#include "language/compiler.h"
#include "vm/dict.h"
#include "vm/loaded_program.h"
#include "world/host_once.h"

namespace lockstep {

namespace detail {
ClassObject builtin_classes[static_cast<int>(BuiltinClass::count_)];
StrObject* names[static_cast<int>(Name::count_)];
StrObject* special_names[static_cast<int>(Special::count_)];
StrObject* ascii_characters[128];
}  // namespace detail

namespace {

HostOnce image_once;
const Image* the_image = nullptr;    // set once, by initialize
std::unordered_map<std::string_view, StrObject*>* interned_strings = nullptr;

struct ClassFacts {
  BuiltinClass which;
  const char* name;
  BuiltinClass base;
  Kind kind;
  uint32_t flags;
};

constexpr ClassFacts kClassFacts[] = {
#define BUILTIN_CLASS(identifier, name, base, kind, flags) \
  {BuiltinClass::identifier, name, BuiltinClass::base, Kind::kind, 0 | flags},
#define kSubclassable ClassObject::kSubclassable
#define kHasDict ClassObject::kHasDict
#define kImmutableKind ClassObject::kImmutableKind
#define kUnhashable ClassObject::kUnhashable
#define kSequencePattern ClassObject::kSequencePattern
#define kMappingPattern ClassObject::kMappingPattern
#include "vm/builtin_classes.def"
#undef kSubclassable
#undef kHasDict
#undef kImmutableKind
#undef kUnhashable
#undef kSequencePattern
#undef kMappingPattern
#undef BUILTIN_CLASS
#define BUILTIN_EXCEPTION(identifier, name, base)                                 \
  {BuiltinClass::identifier, name, BuiltinClass::base, Kind::exception,           \
   ClassObject::kSubclassable | ClassObject::kHasDict | ClassObject::kException},
#include "vm/builtin_exceptions.def"
#undef BUILTIN_EXCEPTION
};

std::shared_ptr<const LoadedProgram> compile_library(std::string_view name, std::string_view source) {
  const std::string filename = "<library " + std::string(name) + ">";
  auto program = compile_module(source, filename, CompileOptions{.library = true});
  if (!program) {
    throw InternalError(filename + ": " + program.error().message + " in line " +
                        std::to_string(program.error().line));
  }
  return LoadedProgram::make(*program);
}

}  // namespace

struct Image::Parts {
  explicit Parts(const Registry& registry) : registry(registry) { heap.make_immortal(); }

  const Registry& registry;
  Arena arena{0};
  Heap heap{arena};
  std::unordered_map<std::string_view, StrObject*> strings;
  std::deque<Signature> signatures;
  struct Entry {
    Module module;
    HostOnce once;
    std::shared_ptr<const LoadedProgram> program;
  };
  std::deque<Entry> modules;
  std::unordered_map<std::string_view, Entry*> modules_by_name;
  DictObject* builtins = nullptr;
  struct PreludeFunction {
    std::string_view source;
    HostOnce once;
    std::shared_ptr<const LoadedProgram> program;
  };
  std::unordered_map<std::string_view, PreludeFunction> prelude;

  StrObject* intern(std::string_view text) {
    auto found = strings.find(text);
    if (found != strings.end()) return found->second;
    StrObject* string = heap.make_string(text);
    strings.emplace(string->view(), string);
    return string;
  }

  void make_strings();
  void split_prelude(std::string_view source);
  void make_classes();
  void add_rows(const ClassRows& rows);
  void add_module(const ModuleRows& rows);
  static std::string_view module_of(BuiltinClass which);
  NativeObject* make_native(const NativeRow& row, ClassObject* owner, BuiltinClass cls,
                            std::string_view module = {});
  void add_builtin_classes(DictObject* attributes);
};

void Image::Parts::make_strings() {
  // The empty class pointer of these first strings is mended once `str` exists: its address is known.
  static constexpr const char* kNames[] = {
#define NAME(identifier, text) text,
#include "vm/names.def"
#undef NAME
  };
  static constexpr const char* kSpecials[] = {
#define SPECIAL(identifier, text) text,
#include "vm/special.def"
#undef SPECIAL
  };
  for (int i = 0; i < static_cast<int>(Name::count_); i++) detail::names[i] = intern(kNames[i]);
  for (int i = 0; i < static_cast<int>(Special::count_); i++) {
    detail::special_names[i] = intern(kSpecials[i]);
  }
  for (int i = 0; i < 128; i++) {
    const char character = static_cast<char>(i);
    detail::ascii_characters[i] = intern(std::string_view(&character, 1));
  }
}

namespace {

// Special methods of builtin classes that take script code, or that C++ asks for by name: they are looked up as
// a script's are.
void mark_script_methods(BuiltinClass which, SpecialSet& methods) {
  switch (which) {
    case BuiltinClass::async_future:
    case BuiltinClass::async_task:
    case BuiltinClass::async_gathering:
      methods.add(Special::repr);
      methods.add(Special::iter);
      return;
    case BuiltinClass::async_handle:
    case BuiltinClass::async_timer_handle:
      methods.add(Special::repr);
      return;
    case BuiltinClass::coroutine_wrapper:
    case BuiltinClass::async_generator_step:
    case BuiltinClass::async_generator_throw:
      methods.add(Special::iter);
      methods.add(Special::next);
      return;
    default:
      return;
  }
}

}  // namespace

// Where CPython has a class that is C++ here.
std::string_view Image::Parts::module_of(BuiltinClass which) {
  switch (which) {
    case BuiltinClass::condition:
    case BuiltinClass::semaphore:
    case BuiltinClass::bounded_semaphore:
    case BuiltinClass::event:
    case BuiltinClass::barrier:
      return "threading";
    case BuiltinClass::lock:
    case BuiltinClass::rlock:
      return "_thread";
    default:
      return "builtins";
  }
}

void Image::Parts::make_classes() {
  uint32_t version = 1;
  for (const ClassFacts& facts : kClassFacts) {
    ClassObject& cls = *builtin_class(facts.which);
    cls.cls = builtin_class(BuiltinClass::type);
    cls.kind = Kind::class_;
    cls.flags = Object::kImmortal;
    cls.name = intern(facts.name);
    cls.qualified_name = cls.name;
    cls.module = Value::object(intern(module_of(facts.which)));
    // messages name the module of locks as well
    if (module_of(facts.which) == "_thread") cls.name = intern("_thread." + std::string(facts.name));
    cls.object_kind = facts.kind;
    cls.class_flags = facts.flags | ClassObject::kBuiltin;
    cls.version = version++;
    cls.attributes = heap.make_dict();
    if ((facts.flags & ClassObject::kUnhashable) != 0) {
      Dict::set(heap, cls.attributes, name(Special::hash), Value::none());
    }
    std::vector<Value> mro{Value::object(&cls)};
    if (facts.which != facts.base) {
      cls.base = builtin_class(facts.base);
      if (facts.which == BuiltinClass::exception_group) {
        // The one builtin class with two bases.
        mro.push_back(Value::object(builtin_class(BuiltinClass::base_exception_group)));
        mro.push_back(Value::object(builtin_class(BuiltinClass::exception)));
        mro.push_back(Value::object(builtin_class(BuiltinClass::base_exception)));
        mro.push_back(Value::object(builtin_class(BuiltinClass::object)));
        cls.bases = heap.make_tuple({mro[1], mro[2]});
      } else {
        cls.bases = heap.make_tuple({Value::object(cls.base)});
        for (Value ancestor : cls.base->mro->all()) mro.push_back(ancestor);
      }
    } else {
      cls.bases = heap.make_tuple({});
    }
    cls.mro = heap.make_tuple(mro);
    mark_script_methods(facts.which, cls.overridden);
  }
}

NativeObject* Image::Parts::make_native(const NativeRow& row, ClassObject* owner, BuiltinClass cls,
                                        std::string_view module) {
  auto* native = heap.allocate<NativeObject>(builtin_class(cls), Kind::native);
  native->row = &row;
  native->signature =
      &signatures.emplace_back(row, owner == nullptr ? std::string_view() : owner->name->view(), module);
  native->self = Value::empty();
  native->owner = owner;
  const Signature& signature = *native->signature;
  const bool needs_binding = !signature.is_plain() || (owner != nullptr && !signature.takes_self());
  native->plain_count =
      needs_binding ? NativeObject::kNotPlain : static_cast<uint32_t>(signature.count());
  return native;
}

void Image::Parts::add_rows(const ClassRows& rows) {
  ClassObject* cls = builtin_class(rows.cls);
  for (const NativeRow& row : rows.methods) {
    Value value;
    const bool is_new = std::string_view(row.name) == "__new__";
    if (row.form == NativeRow::Form::method && !is_new) {
      value = Value::object(make_native(row, cls, BuiltinClass::method_descriptor));
    } else {
      NativeObject* function = make_native(row, cls, BuiltinClass::builtin_function);
      value = Value::object(function);
      if (row.form != NativeRow::Form::method) {
        const bool is_static = row.form == NativeRow::Form::static_method;
        auto* wrapper = heap.allocate<WrapperObject>(
            builtin_class(is_static ? BuiltinClass::static_method : BuiltinClass::class_method),
            is_static ? Kind::static_method : Kind::class_method);
        wrapper->function = value;
        value = Value::object(wrapper);
      }
    }
    Dict::set(heap, cls->attributes, intern(row.name), value);
  }
  for (const NativeAttribute& row : rows.attributes) {
    auto* member = heap.allocate<MemberObject>(builtin_class(BuiltinClass::getset_descriptor),
                                               Kind::member);
    member->name = intern(row.name);
    member->owner = cls;
    member->native = &row;
    Dict::set(heap, cls->attributes, member->name, Value::object(member));
  }
  if (rows.help != nullptr && *rows.help != '\0') {
    Dict::set(heap, cls->attributes, name(Name::doc), heap.make_str(rows.help));
  }
}

void Image::Parts::add_builtin_classes(DictObject* attributes) {
  static constexpr BuiltinClass kPublic[] = {
      BuiltinClass::object,   BuiltinClass::type,      BuiltinClass::int_,     BuiltinClass::bool_,
      BuiltinClass::float_,   BuiltinClass::complex_,  BuiltinClass::str,      BuiltinClass::bytes,
      BuiltinClass::bytearray, BuiltinClass::tuple,    BuiltinClass::list,     BuiltinClass::dict,
      BuiltinClass::set,      BuiltinClass::frozenset, BuiltinClass::range,    BuiltinClass::slice,
      BuiltinClass::property, BuiltinClass::static_method, BuiltinClass::class_method,
      BuiltinClass::super_,   BuiltinClass::map,       BuiltinClass::filter,   BuiltinClass::zip,
      BuiltinClass::enumerate, BuiltinClass::reversed,
  };
  for (BuiltinClass which : kPublic) {
    ClassObject* cls = builtin_class(which);
    Dict::set(heap, attributes, cls->name, Value::object(cls));
  }
  for (const ClassFacts& facts : kClassFacts) {
    if (facts.kind != Kind::exception) continue;
    Dict::set(heap, attributes, intern(facts.name), Value::object(builtin_class(facts.which)));
  }
  Value os_error = Value::object(builtin_class(BuiltinClass::os_error));
  Dict::set(heap, attributes, intern("IOError"), os_error);
  Dict::set(heap, attributes, intern("EnvironmentError"), os_error);
  Dict::set(heap, attributes, intern("NotImplemented"), Value::not_implemented());
  Dict::set(heap, attributes, intern("Ellipsis"), Value::ellipsis());
  Dict::set(heap, attributes, name(Name::debug), Value::boolean(true));
  // what a class sees whose globals have no __name__, as those that exec() is given
  Dict::set(heap, attributes, name(Name::name), Value::object(name(Name::builtins)));
}

void Image::Parts::add_module(const ModuleRows& rows) {
  DictObject* attributes = heap.make_dict();
  if (std::string_view(rows.name) == "builtins") {
    builtins = attributes;
    add_builtin_classes(attributes);
  }
  for (const NativeRow& row : rows.functions) {
    const std::string_view module = attributes == builtins ? std::string_view() : std::string_view(rows.name);
    Dict::set(heap, attributes, intern(row.name),
              Value::object(make_native(row, nullptr, BuiltinClass::builtin_function, module)));
  }
  for (const ConstantRow& row : rows.constants) {
    Value value;
    switch (row.type) {
      case ConstantRow::Type::integer: value = heap.make_int(row.integer); break;
      case ConstantRow::Type::real: value = heap.make_float(row.real); break;
      case ConstantRow::Type::text: value = heap.make_str(row.text); break;
      case ConstantRow::Type::cls: value = Value::object(builtin_class(row.cls)); break;
    }
    Dict::set(heap, attributes, intern(row.name), value);
  }
  Parts::Entry& entry = modules.emplace_back();
  entry.module = {&rows, attributes};
  modules_by_name.emplace(rows.name, &entry);
}

// Every line that begins with a letter begins a function; what stands between two of them belongs to the first.
void Image::Parts::split_prelude(std::string_view source) {
  constexpr std::string_view kDef = "def ";
  std::string_view name;
  size_t begin = 0;
  for (size_t line = 0; line < source.size();) {
    const std::string_view rest = source.substr(line);
    if (rest[0] >= 'a' && rest[0] <= 'z') {
      if (!name.empty()) prelude[name].source = source.substr(begin, line - begin);
      const size_t at = rest.find(kDef) + kDef.size();
      name = rest.substr(at, rest.find('(') - at);
      begin = line;
    }
    line += std::min(rest.find('\n'), rest.size() - 1) + 1;
  }
  if (!name.empty()) prelude[name].source = source.substr(begin);
}

Image::Image(const Registry& registry) : parts_(new Parts(registry)) {
  interned_strings = &parts_->strings;
  parts_->make_strings();
  parts_->make_classes();
  for (const ClassRows& rows : registry.classes) parts_->add_rows(rows);
  for (const ModuleRows& rows : registry.modules) parts_->add_module(rows);
  ENSURE(parts_->builtins != nullptr);
  if (const Module* prelude = find_module("prelude")) parts_->split_prelude(prelude->rows->source);
}

void Image::initialize(const Registry& registry) {
  image_once.run([&] { the_image = new Image(registry); });
}

const Image& Image::get() {
  ENSURE(the_image != nullptr);
  return *the_image;
}

const Image::Module* Image::find_module(std::string_view name) const {
  auto found = parts_->modules_by_name.find(name);
  return found == parts_->modules_by_name.end() ? nullptr : &found->second->module;
}

const Registry& Image::registry() const { return parts_->registry; }

DictObject* Image::builtins() const { return parts_->builtins; }

std::shared_ptr<const LoadedProgram> Image::program_of(const Module& module) const {
  if (module.rows->source.empty()) return nullptr;
  Parts::Entry& entry = *parts_->modules_by_name.at(module.rows->name);
  entry.once.run([&] { entry.program = compile_library(module.rows->name, module.rows->source); });
  return entry.program;
}

const LoadedCode* Image::prelude_function(std::string_view name) const {
  const auto found = parts_->prelude.find(name);
  if (found == parts_->prelude.end()) return nullptr;
  Parts::PreludeFunction& function = found->second;
  function.once.run([&] { function.program = compile_library("prelude", function.source); });
  return function.program->module_code().functions[0];
}

StrObject* Image::find_interned(std::string_view text) {
  if (interned_strings == nullptr) return nullptr;
  auto found = interned_strings->find(text);
  return found == interned_strings->end() ? nullptr : found->second;
}

bool is_subclass(const ClassObject* cls, const ClassObject* ancestor) {
  if (cls == ancestor) return true;
  for (Value candidate : cls->mro->all()) {
    if (candidate == Value::object(ancestor)) return true;
  }
  return false;
}

}  // namespace lockstep
