#include "vm/calls.h"

#include <string>
#include <vector>

#include "base/check.h"
#include "text/float_text.h"
#include "text/integer_text.h"
#include "vm/argument_errors.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/fast_calls.h"
#include "vm/fast_paths.h"
#include "vm/generators.h"
#include "vm/raise.h"
#include "vm/signature.h"

namespace lockstep {

namespace {

// The phase of the calling instruction while a script's __new__ runs.
constexpr uint8_t kNewRuns = 200;

// Arguments with one more in front. Short lists, almost always, stay on the C++ stack.
class Prepended {
 public:
  Prepended(Value first, Arguments arguments) : names_(arguments.names) {
    const size_t count = arguments.values.size() + 1;
    auto* target = reinterpret_cast<Value*>(few_);
    if (count > kFew) {
      many_.resize(count);
      target = many_.data();
    }
    target[0] = first;
    std::copy(arguments.values.begin(), arguments.values.end(), target + 1);
    values_ = {target, count};
  }
  Prepended(const Prepended&) = delete;

  operator Arguments() const { return {values_, names_}; }

 private:
  static constexpr size_t kFew = 12;
  alignas(Value) char few_[kFew * sizeof(Value)];  // uninitialised
  std::vector<Value> many_;
  std::span<const Value> values_;
  TupleObject* names_;
};

// Puts arguments into the registers of a new frame as the code's parameters want them. False: raised.
bool bind_arguments(Machine& machine, const FunctionObject* function, Arguments arguments,
                    Value* registers) {
  const Code& code = *function->code->code;
  Heap& heap = machine.heap();
  const size_t named_parameters = code.positional_count + size_t{code.keyword_only_count};
  const size_t given = arguments.positional();
  const size_t direct = std::min<size_t>(given, code.positional_count);
  std::copy_n(arguments.values.begin(), direct, registers);

  size_t next = named_parameters;
  if (code.has_star_args) {
    const auto rest = given > direct ? arguments.values.subspan(direct, given - direct)
                                     : std::span<const Value>();
    registers[next++] = Value::object(heap.make_tuple(rest));
  }
  DictObject* extra = nullptr;
  if (code.has_star_kwargs) {
    extra = heap.make_dict();
    registers[next] = Value::object(extra);
  }
  const size_t names = arguments.names == nullptr ? 0 : arguments.names->size;
  for (size_t i = 0; i < names; i++) {
    auto* keyword = as<StrObject>(arguments.names->items[i]);
    const Value value = arguments.values[given + i];
    StrObject* const* own = function->code->local_names;
    size_t parameter = code.positional_only_count;
    while (parameter < named_parameters && own[parameter] != keyword) parameter++;
    if (parameter == named_parameters) {
      parameter = code.positional_only_count;
      while (parameter < named_parameters && own[parameter]->view() != keyword->view()) parameter++;
    }
    if (parameter == named_parameters) {
      if (extra == nullptr) {
        raise_unexpected_keyword(machine, function, keyword, arguments.names);
        return false;
      }
      Dict::set(heap, extra, Value::object(keyword), value);
      continue;
    }
    if (!registers[parameter].is_empty()) {
      raise_multiple_values(machine, function, keyword);
      return false;
    }
    registers[parameter] = value;
  }
  if (given > direct && !code.has_star_args) {
    raise_too_many_positional(machine, function, given, registers);
    return false;
  }
  const size_t defaults = function->defaults == nullptr ? 0 : function->defaults->size;
  bool missing = false;
  for (size_t i = given; i < code.positional_count; i++) {
    if (!registers[i].is_empty()) continue;
    const size_t without_default = code.positional_count - defaults;
    if (i < without_default) {
      missing = true;
    } else {
      registers[i] = function->defaults->items[i - without_default];
    }
  }
  if (missing) {
    raise_missing_positional(machine, function, registers);
    return false;
  }
  for (size_t i = code.positional_count; i < named_parameters; i++) {
    if (!registers[i].is_empty()) continue;
    if (function->keyword_defaults != nullptr) {
      registers[i] = Dict::get(function->keyword_defaults, function->code->local_names[i]);
    }
    missing = missing || registers[i].is_empty();
  }
  if (missing) {
    raise_missing_keyword_only(machine, function, registers);
    return false;
  }
  return true;
}

Step run_native(Machine& machine, Destination to, const NativeObject* native, Value* values,
                Value& out) {
  Call call{values, static_cast<uint32_t>(native->signature->count()), to.result, to.frame,
            Value::empty()};
  const Step step = native->row->function(machine, call);
  out = call.result;
  if (step == Step::parked) to.frame->reentered = true;
  return step;
}

// A method asked for an object of another class: list.append(5, 1).
Step raise_foreign_self(Machine& machine, const NativeObject* native, Value self) {
  return machine.raise(BuiltinClass::type_error,
                       "descriptor '" + std::string(native->row->name) + "' for '" +
                           std::string(native->owner->name->view()) + "' objects doesn't apply to a '" +
                           std::string(Machine::class_name(self)) + "' object");
}

// Up to 18 decimal digits and nothing else.
bool read_digits(std::string_view text, Value& out) {
  constexpr size_t kMostDigits = 18;
  if (text.empty() || text.size() > kMostDigits) return false;
  int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  out = Value::small_int(number);
  return true;
}

Step call_native(Machine& machine, Destination to, NativeObject* native, Arguments arguments,
                 Value& out) {
  if (!native->self.is_empty()) {
    // A bound method: itself unbound, with its object in front.
    Prepended with_self(native->self, arguments);
    return invoke_native(machine, to, native, with_self, out);
  }
  return invoke_native(machine, to, native, arguments, out);
}

}  // namespace

bool convert_simply(Heap& heap, const ClassObject* cls, Value value, Value& out) {
  if (cls == builtin_class(BuiltinClass::str)) {
    if (value.is_small_int()) {
      char digits[24];
      out = heap.make_ascii({digits, int64_to_text(value.as_small_int(), digits)});
      return true;
    }
    if (value.is_flonum()) {
      char digits[kFloatReprSize];
      out = heap.make_ascii({digits, float_repr(value.as_flonum(), digits)});
      return true;
    }
    out = value;
    return value.is_object() && value.as_object()->cls == cls;
  }
  if (cls == builtin_class(BuiltinClass::int_)) {
    out = value;
    if (value.is_small_int()) return true;
    if (value.is_object() && value.as_object()->cls == builtin_class(BuiltinClass::str)) {
      return read_digits(as<StrObject>(value)->view(), out);
    }
    if (!value.is_flonum()) return false;
    const double number = value.as_flonum();
    constexpr double kSafe = 1e15;
    if (!(number > -kSafe && number < kSafe)) return false;
    out = Value::small_int(static_cast<int64_t>(number));
    return true;
  }
  if (cls == builtin_class(BuiltinClass::float_)) {
    out = value;
    if (value.is_flonum()) return true;
    if (!value.is_small_int()) return false;
    out = heap.make_float(static_cast<double>(value.as_small_int()));
    return true;
  }
  if (cls == builtin_class(BuiltinClass::bool_)) {
    const int truth = fast_truth(value);
    out = Value::boolean(truth == 1);
    return truth >= 0;
  }
  return false;
}

Step invoke_native(Machine& machine, Destination to, const NativeObject* native, Arguments arguments,
                   Value& out) {
  const Signature& signature = *native->signature;
  Frame* frame = to.frame;
  if (frame->phase == 0 && !frame->reentered) machine.thread().task.wait = WaitState();
  if (native->owner != nullptr && signature.takes_self() && arguments.positional() > 0 &&
      class_of(arguments.values[0]) != native->owner &&
      !is_subclass(class_of(arguments.values[0]), native->owner)) {
    return raise_foreign_self(machine, native, arguments.values[0]);
  }
  if (signature.is_plain() && arguments.names == nullptr &&
      arguments.values.size() == signature.count()) {
    // The function may not write to its arguments, so they can stay where they are.
    return run_native(machine, to, native, const_cast<Value*>(arguments.values.data()), out);
  }
  // Uninitialised: binding fills in what there is.
  alignas(Value) char room[sizeof(Value) * Signature::kMaximumParameters];
  auto* bound = reinterpret_cast<Value*>(room);
  if (!signature.bind(machine, arguments.values, arguments.names, bound)) return Step::raised;
  return run_native(machine, to, native, bound, out);
}

Step push_function(Machine& machine, FunctionObject* function, Arguments arguments, After after,
                   uint16_t result) {
  if (!can_push(machine)) return Step::raised;
  ThreadObject& thread = machine.thread();
  const LoadedCode* code = function->code;
  Frame* frame = push_frame(machine.heap(), thread, code, function->state, function->globals);
  frame->function = function;
  frame->after = after;
  frame->result = result;
  if (code->is_simple && arguments.names == nullptr &&
      arguments.values.size() == code->parameter_count) {
    std::copy(arguments.values.begin(), arguments.values.end(), frame->registers());
    return Step::called;
  }
  if (!bind_arguments(machine, function, arguments, frame->registers())) {
    pop_frame(thread);
    return Step::raised;
  }
  return Step::called;
}

Step construct(Machine& machine, Destination to, ClassObject* cls, Arguments arguments, Value& out) {
  ThreadObject& thread = machine.thread();
  Frame* frame = to.frame;
  constexpr uint32_t kUnusual = ClassObject::kIsAbstract | ClassObject::kHasNew | ClassObject::kBuiltin;
  if (cls->object_kind == Kind::instance && !cls->has(kUnusual) && frame->phase == 0 &&
      arguments.names == nullptr) {
    auto* function =
        try_as<FunctionObject>(machine.find_in_class(cls, name(Special::init)));
    if (function != nullptr &&
        is_simple_call(machine, thread, function, arguments.values.size() + 1)) {
      const Value object = Value::object(make_instance(machine, cls));
      push_simple(machine, thread, function, object, arguments.values, After::construct, to.result)
          ->receiver = object;
      return Step::called;
    }
  }
  if (cls->has(ClassObject::kIsAbstract) && frame->phase != kNewRuns) {
    return raise_abstract(machine, cls);
  }
  const bool init_overridden = cls->overridden.has(Special::init);
  Value object;
  if (frame->phase != 0 && frame->phase != kNewRuns && !frame->scratch[1].is_empty()) {
    // A native __init__ goes on after script code: its object waits in scratch[1].
    object = frame->scratch[1];
  } else if (cls->has(ClassObject::kHasNew)) {
    if (frame->phase != kNewRuns) {
      Value self;
      const Value maker = special_method(machine, Value::object(cls), name(Special::new_), self);
      const Value found = machine.find_in_class(cls, name(Special::new_));
      const Value callable =
          is_kind(found, Kind::static_method) ? as<WrapperObject>(found)->function : found;
      (void)maker;
      Prepended with_class(Value::object(cls), arguments);
      frame->phase = kNewRuns;
      if (auto* function = try_as<FunctionObject>(callable)) {
        return push_function(machine, function, with_class, After::answer, 0);
      }
      push_trampoline(machine, callable, static_cast<Arguments>(with_class).values, arguments.names,
                      After::answer, 0);
      return Step::called;
    }
    object = frame->answer;
    frame->phase = 0;
    if (!is_subclass(class_of(object), cls)) {
      out = object;
      return Step::done;
    }
  } else if (cls->object_kind == Kind::instance && !cls->has(ClassObject::kBuiltin)) {
    if (!init_overridden && !arguments.values.empty()) {
      return machine.raise(BuiltinClass::type_error,
                           std::string(cls->name->view()) + "() takes no arguments");
    }
    object = Value::object(make_instance(machine, cls));
  } else {
    const Value maker = machine.find_in_class(cls, name(Special::new_));
    ENSURE(is_kind(maker, Kind::native));
    Prepended with_class(Value::object(cls), arguments);
    const Step step = invoke_native(machine, to, as<NativeObject>(maker), with_class, object);
    if (step != Step::done) return step;
    // object's own __init__ has nothing to do for what a builtin class has made.
    const auto* init = try_as<NativeObject>(machine.find_in_class(cls, name(Special::init)));
    const bool is_finished = cls->has(ClassObject::kBuiltin) && init != nullptr &&
                             init->owner == builtin_class(BuiltinClass::object);
    if ((cls->has(ClassObject::kImmutableKind) && !init_overridden) || is_finished) {
      out = object;
      return Step::done;
    }
    frame->phase = 0;
  }
  const Value init = machine.find_in_class(class_of(object), name(Special::init));
  Prepended with_self(object, arguments);
  if (auto* function = try_as<FunctionObject>(init)) {
    const Step step = push_function(machine, function, with_self, After::construct, to.result);
    if (step == Step::called) thread.frame->receiver = object;
    return step;
  }
  if (auto* native = try_as<NativeObject>(init)) {
    Value ignored;
    frame->scratch[1] = object;
    const Step step = invoke_native(machine, to, native, with_self, ignored);
    ENSURE(step != Step::parked);
    if (step == Step::done) {
      frame->scratch[1] = Value::empty();
      out = object;
    }
    if (step == Step::called && thread.frame->after == After::store) {
      // What the native wants run is its last act (a tail call): its result is dropped.
      frame->scratch[1] = Value::empty();
      thread.frame->after = After::construct;
      thread.frame->receiver = object;
      thread.frame->result = to.result;
    }
    return step;
  }
  out = object;
  return Step::done;
}

Step call_value(Machine& machine, Destination to, Value callable, Arguments arguments, Value& out) {
  if (callable.is_object()) {
    Object* object = callable.as_object();
    switch (object->kind) {
      case Kind::function:
        return push_function(machine, static_cast<FunctionObject*>(object), arguments, After::store,
                             to.result);
      case Kind::native:
        return call_native(machine, to, static_cast<NativeObject*>(object), arguments, out);
      case Kind::bound_method: {
        auto* method = static_cast<BoundMethodObject*>(object);
        if (is_kind(method->function, Kind::function) && arguments.names == nullptr) {
          if (push_simple(machine, machine.thread(), as<FunctionObject>(method->function),
                          method->self, arguments.values, After::store, to.result) != nullptr) {
            return Step::called;
          }
        }
        Prepended with_self(method->self, arguments);
        return call_value(machine, to, method->function, with_self, out);
      }
      case Kind::class_: {
        auto* cls = static_cast<ClassObject*>(object);
        if (cls->cls->has(ClassObject::kHasCall)) break;
        if (cls == builtin_class(BuiltinClass::super_) && arguments.values.empty()) {
          return make_super(machine, to.frame, out);
        }
        if (cls == builtin_class(BuiltinClass::type) && arguments.values.size() == 1 &&
            arguments.names == nullptr) {
          out = Value::object(class_of(arguments.values[0]));
          return Step::done;
        }
        if (cls->is_immortal() && arguments.values.size() == 1 && arguments.names == nullptr &&
            to.frame->phase == 0 &&
            convert_simply(machine.heap(), cls, arguments.values[0], out)) {
          return Step::done;
        }
        return construct(machine, to, cls, arguments, out);
      }
      case Kind::static_method:
        return call_value(machine, to, static_cast<WrapperObject*>(object)->function, arguments, out);
      default:
        break;
    }
    Value self;
    const Value method = special_method(machine, callable, name(Special::call), self);
    if (!method.is_empty()) {
      if (self.is_empty() && !is_kind(method, Kind::instance)) {
        return call_value(machine, to, method, arguments, out);
      }
      if (self.is_empty()) {
        // An object as __call__, whose class may have one as its own, and so on: a frame for each, so that
        // the recursion limit holds.
        if (!can_push(machine)) return Step::raised;
        push_trampoline(machine, method, arguments.values, arguments.names, After::store, to.result);
        return Step::called;
      }
      Prepended with_self(self, arguments);
      return call_value(machine, to, method, with_self, out);
    }
  }
  return machine.raise(BuiltinClass::type_error,
                       "'" + std::string(Machine::class_name(callable)) + "' object is not callable");
}

FunctionObject* make_function(Machine& machine, const LoadedCode* code, CodeState* state,
                              DictObject* globals) {
  Heap& heap = machine.heap();
  auto* function =
      heap.allocate<FunctionObject>(builtin_class(BuiltinClass::function), Kind::function);
  function->code = code;
  function->awaited = nullptr;
  function->state = state;
  function->globals = globals;
  function->name = code->name;
  function->qualified_name = code->qualified_name;
  function->defaults = nullptr;
  function->keyword_defaults = nullptr;
  function->closure = nullptr;
  function->annotations = nullptr;
  function->attributes = nullptr;
  function->doc = code->docstring;
  function->module = globals == nullptr ? Value::none() : Dict::get(globals, name(Name::name));
  if (function->module.is_empty()) function->module = Value::none();
  return function;
}

}  // namespace lockstep
