#include "vm/instructions.h"

#include <algorithm>
#include <string>

#include "text/float_text.h"
#include "text/integer_text.h"
#include "vm/calls.h"
#include "vm/indexing.h"
#include "vm/operations.h"
#include "vm/operators.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

constexpr uint8_t kPreludeRuns = 1;

// Runs a prelude function for an instruction that has no result of its own.
Step run_prelude(Machine& machine, Frame* frame, std::string_view function,
                 std::initializer_list<Value> arguments) {
  if (frame->phase == kPreludeRuns) return Step::done;
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, kPreludeRuns, machine.prelude(function), arguments);
}

// `value` as a list or tuple, through script code where it takes some.
Step gather(Machine& machine, Frame* frame, Value value, Value& items) {
  Call call{nullptr, 0, 0, frame, Value::empty()};
  Step step = Step::done;
  if (!machine.as_sequence(call, kPreludeRuns, value, items, step)) return step;
  return Step::done;
}

std::span<const Value> items_of(Value sequence) {
  if (auto* list = try_as<ListObject>(sequence)) return list->all();
  return as<TupleObject>(sequence)->all();
}

std::string callable_name(Value callable) {
  std::string text;
  if (auto* function = try_as<FunctionObject>(callable)) {
    const Value module = function->module;
    if (is_kind(module, Kind::string)) text = std::string(as<StrObject>(module)->view()) + ".";
    return text + std::string(function->qualified_name->view()) + "()";
  }
  if (auto* method = try_as<BoundMethodObject>(callable)) return callable_name(method->function);
  if (auto* native = try_as<NativeObject>(callable)) {
    if (native->owner != nullptr) text = std::string(native->owner->name->view()) + ".";
    return text + native->row->name + "()";
  }
  if (auto* cls = try_as<ClassObject>(callable)) {
    if (!cls->has(ClassObject::kBuiltin) && is_kind(cls->module, Kind::string)) {
      text = std::string(as<StrObject>(cls->module)->view()) + ".";
    }
    return text + std::string(cls->qualified_name->view()) + "()";
  }
  return std::string(Machine::class_name(callable)) + " object";
}

}  // namespace

Step build_set(Machine& machine, Frame* frame, std::span<const Value> items, Value& out) {
  if (frame->phase == kPreludeRuns) {
    out = frame->answer;
    return Step::done;
  }
  Heap& heap = machine.heap();
  bool plain = true;
  for (Value item : items) {
    Value culprit;
    if (!is_hashable(item, &culprit)) return raise_unhashable(machine, culprit);
    plain = plain && is_plain_key(item);
  }
  SetObject* set = heap.make_set();
  if (!plain) {
    return run_prelude(machine, frame, "set_of",
                       {Value::object(heap.make_list(items)), Value::object(set)});
  }
  for (Value item : items) Set::add(heap, set, item);
  out = Value::object(set);
  return Step::done;
}

Step build_map(Machine& machine, Frame* frame, std::span<const Value> pairs, Value& out) {
  if (frame->phase == kPreludeRuns) {
    out = frame->answer;
    return Step::done;
  }
  Heap& heap = machine.heap();
  bool plain = true;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    Value culprit;
    if (!is_hashable(pairs[i], &culprit)) return raise_unhashable(machine, culprit);
    plain = plain && is_plain_key(pairs[i]);
  }
  DictObject* dict = heap.make_dict();
  if (!plain) {
    return run_prelude(machine, frame, "dict_of",
                       {Value::object(heap.make_list(pairs)), Value::object(dict)});
  }
  for (size_t i = 0; i < pairs.size(); i += 2) Dict::set(heap, dict, pairs[i], pairs[i + 1]);
  out = Value::object(dict);
  return Step::done;
}

Step extend_list(Machine& machine, Frame* frame, ListObject* list, Value iterable, Value callable) {
  if ((is_kind(iterable, Kind::list) || is_kind(iterable, Kind::tuple)) &&
      !overrides(iterable, Special::iter)) {
    walk_builtin(machine, iterable, list);
    return Step::done;
  }
  if (frame->phase == 0) {
    const bool iterable_at_all =
        iterable.is_object() &&
        (overrides(iterable, Special::iter) || overrides(iterable, Special::get_item) ||
         is_kind(iterable, Kind::generator) || is_kind(iterable, Kind::lazy) ||
         is_kind(iterable, Kind::iterator));
    Value iterator;
    if (!iterable_at_all) {
      const Work work = make_iterator(machine, iterable, iterator);
      if (work == Work::unknown && callable.is_empty()) {
        return machine.raise_format(BuiltinClass::type_error,
                                    "Value after * must be an iterable, not {}",
                                    Machine::class_name(iterable));
      }
      if (work == Work::unknown) {
        return machine.raise_format(BuiltinClass::type_error,
                                    "{} argument after * must be an iterable, not {}",
                                    callable_name(callable), Machine::class_name(iterable));
      }
    }
  }
  Value items;
  const Step step = gather(machine, frame, iterable, items);
  if (step != Step::done) return step;
  Heap& heap = machine.heap();
  for (Value item : items_of(items)) heap.append(list, item);
  return Step::done;
}

Step add_to_set(Machine& machine, Frame* frame, SetObject* set, Value item) {
  Value culprit;
  if (!is_hashable(item, &culprit)) return raise_unhashable(machine, culprit);
  if (!is_plain_key(item)) {
    return run_prelude(machine, frame, "set_add", {Value::object(set), item});
  }
  Set::add(machine.heap(), set, item);
  return Step::done;
}

Step update_set(Machine& machine, Frame* frame, SetObject* set, Value iterable) {
  return run_prelude(machine, frame, "set_update", {Value::object(set), iterable});
}

Step add_to_map(Machine& machine, Frame* frame, DictObject* map, Value key, Value value) {
  Value culprit;
  if (!is_hashable(key, &culprit)) return raise_unhashable(machine, culprit);
  if (!is_plain_key(key)) {
    return run_prelude(machine, frame, "dict_set_item", {Value::object(map), key, value});
  }
  Dict::set(machine.heap(), map, key, value);
  return Step::done;
}

Step update_map(Machine& machine, Frame* frame, DictObject* map, Value mapping) {
  if (auto* dict = try_as<DictObject>(mapping)) {
    if (!overrides(mapping, Special::get_item) && !overrides(mapping, Special::iter)) {
      Dict::update(machine.heap(), map, dict);
      return Step::done;
    }
  }
  if (frame->phase == 0 && !overrides(mapping, Special::get_item) && !is_kind(mapping, Kind::dict) &&
      !is_kind(mapping, Kind::mapping_proxy)) {
    return machine.raise_format(BuiltinClass::type_error, "'{}' object is not a mapping",
                                Machine::class_name(mapping));
  }
  return run_prelude(machine, frame, "dict_update", {Value::object(map), mapping});
}

Step merge_keywords(Machine& machine, Frame* frame, DictObject* map, Value mapping, Value callable) {
  auto* dict = try_as<DictObject>(mapping);
  if (dict == nullptr) {
    if (frame->phase == 0 && !overrides(mapping, Special::get_item)) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "{} argument after ** must be a mapping, not {}",
                                  callable_name(callable), Machine::class_name(mapping));
    }
    return run_prelude(machine, frame, "merge_keywords",
                       {Value::object(map), mapping, machine.intern(callable_name(callable))});
  }
  DictIterator iterator;
  while (auto* entry = Dict::next(dict, iterator)) {
    auto* key = try_as<StrObject>(entry->key);
    if (key == nullptr) return machine.raise(BuiltinClass::type_error, "keywords must be strings");
    if (!Dict::get(map, key).is_empty()) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "{} got multiple values for keyword argument '{}'",
                                  callable_name(callable), key->view());
    }
    Dict::set(machine.heap(), map, key, entry->value);
  }
  return Step::done;
}

Step format_value(Machine& machine, Frame* frame, int conversion, Value value, Value spec,
                  Value& out) {
  if (frame->phase == kPreludeRuns) {
    out = frame->answer;
    return Step::done;
  }
  const bool has_spec = !spec.is_empty() && as<StrObject>(spec)->size != 0;
  if (has_spec && conversion == 0) {
    std::string text;
    switch (is_kind(value, Kind::string) || Machine::is_int(value) || value.is_flonum()
                ? format_builtin(machine, value, as<StrObject>(spec)->view(), text)
                : Work::unknown) {
      case Work::done:
        out = machine.heap().make_str(text);
        return Step::done;
      case Work::raised:
        return Step::raised;
      default:
        break;
    }
  }
  if (!has_spec) {
    if (value.is_small_int() && conversion <= 2) {
      char digits[24];
      out = machine.heap().make_ascii({digits, int64_to_text(value.as_small_int(), digits)});
      return Step::done;
    }
    // Without a specification, str() of most things is their format, too.
    if (conversion <= 1 && is_kind(value, Kind::string) &&
        value.as_object()->cls == builtin_class(BuiltinClass::str)) {
      out = value;
      return Step::done;
    }
    std::string text;
    const bool may_differ = overrides(value, Special::format) && conversion == 0;
    if (!may_differ && conversion <= 1 && machine.str(value, text)) {
      out = machine.heap().make_str(text);
      return Step::done;
    }
    if (conversion == 2 && machine.repr(value, text)) {
      out = machine.heap().make_str(text);
      return Step::done;
    }
  }
  const Value given = spec.is_empty() ? Value::object(name(Name::empty)) : spec;
  return run_prelude(machine, frame, "format_converted",
                     {value, Value::small_int(conversion), given});
}

Value build_string(Heap& heap, std::span<const Value> parts) {
  constexpr size_t kRoom = 1024;
  constexpr size_t kLongestNumber = kFloatReprSize;
  size_t most = 0;
  for (Value part : parts) most += part.is_object() ? as<StrObject>(part)->size : kLongestNumber;
  char room[kRoom];
  std::string large;
  if (most > kRoom) large.resize(most);
  char* const begin = most > kRoom ? large.data() : room;
  char* end = begin;
  uint32_t beyond_ascii = 0;   // bytes that are no characters of their own
  uint8_t is_ascii = 1;
  const auto add = [&end](std::string_view text) {
    std::copy(text.begin(), text.end(), end);
    end += text.size();
  };
  for (Value part : parts) {
    if (part.is_object()) {
      const auto* text = as<StrObject>(part);
      beyond_ascii += text->size - text->length;
      is_ascii &= text->extra;
      add(text->view());
    } else if (part.is_small_int()) {
      end += int64_to_text(part.as_small_int(), end);
    } else if (part.is_flonum()) {
      end += float_repr(part.as_flonum(), end);
    } else {
      add(part.is_none() ? "None" : part.is_true() ? "True" : "False");
    }
  }
  const auto size = static_cast<size_t>(end - begin);
  if (is_ascii != 0) return heap.make_ascii({begin, size});
  StrObject* string = heap.begin_string(size);
  std::memcpy(string->text, begin, size);
  string->length = static_cast<uint32_t>(size) - beyond_ascii;
  string->extra = 0;
  return Value::object(string);
}

Step unpack(Machine& machine, Frame* frame, Value value, uint16_t target, uint16_t count) {
  const bool is_sequence = (is_kind(value, Kind::tuple) || is_kind(value, Kind::list)) &&
                           !overrides(value, Special::iter);
  if (!is_sequence && frame->phase == 0) {
    Value iterator;
    const bool own = overrides(value, Special::iter) || overrides(value, Special::get_item) ||
                     is_kind(value, Kind::generator) || is_kind(value, Kind::lazy) ||
                     is_kind(value, Kind::iterator);
    if (!own && make_iterator(machine, value, iterator) == Work::unknown) {
      return machine.raise_format(BuiltinClass::type_error, "cannot unpack non-iterable {} object",
                                  Machine::class_name(value));
    }
  }
  Value items;
  if (is_sequence) {
    items = value;
  } else if (frame->phase == kPreludeRuns) {
    items = frame->answer;
  } else {
    // One item more than wanted is taken at most: the iterable may be endless.
    return run_prelude(machine, frame, "take", {value, Value::small_int(count + 1)});
  }
  const auto found = items_of(items);
  if (found.size() > count) {
    return machine.raise_format(BuiltinClass::value_error,
                                "too many values to unpack (expected {})", count);
  }
  if (found.size() < count) {
    return machine.raise_format(BuiltinClass::value_error,
                                "not enough values to unpack (expected {}, got {})", count,
                                found.size());
  }
  std::copy(found.begin(), found.end(), frame->registers() + target);
  return Step::done;
}

Step unpack_star(Machine& machine, Frame* frame, Value value, uint16_t target, uint16_t before,
                 uint16_t after) {
  if (frame->phase == 0 && !is_kind(value, Kind::tuple) && !is_kind(value, Kind::list)) {
    Value iterator;
    const bool own = overrides(value, Special::iter) || overrides(value, Special::get_item) ||
                     is_kind(value, Kind::generator) || is_kind(value, Kind::lazy) ||
                     is_kind(value, Kind::iterator);
    if (!own && make_iterator(machine, value, iterator) == Work::unknown) {
      return machine.raise_format(BuiltinClass::type_error, "cannot unpack non-iterable {} object",
                                  Machine::class_name(value));
    }
  }
  Value items;
  const Step step = gather(machine, frame, value, items);
  if (step != Step::done) return step;
  const auto found = items_of(items);
  const size_t least = size_t{before} + after;
  if (found.size() < least) {
    return machine.raise_format(BuiltinClass::value_error,
                                "not enough values to unpack (expected at least {}, got {})", least,
                                found.size());
  }
  Value* registers = frame->registers() + target;
  std::copy_n(found.begin(), before, registers);
  const size_t rest = found.size() - least;
  registers[before] = Value::object(machine.heap().make_list(found.subspan(before, rest)));
  std::copy_n(found.begin() + static_cast<ptrdiff_t>(before + rest), after, registers + before + 1);
  return Step::done;
}

FunctionObject* build_function(Machine& machine, Frame* frame, uint16_t index, uint8_t parts,
                               const Value* extras) {
  const LoadedCode* code = frame->code->functions[index];
  CodeState* state = code_state(machine.heap(), frame->state->program, code);
  FunctionObject* function = make_function(machine, code, state, frame->globals);
  if ((parts & 1) != 0) function->defaults = as<TupleObject>(*extras++);
  if ((parts & 2) != 0) function->keyword_defaults = as<DictObject>(*extras++);
  if ((parts & 4) != 0) function->annotations = as<DictObject>(*extras++);
  if ((parts & 8) != 0) function->closure = as<TupleObject>(*extras++);
  return function;
}

}  // namespace lockstep
