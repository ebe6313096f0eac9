#include "vm/visibility.h"

#include <algorithm>

#include "vm/image.h"
#include "vm/objects/iterator.h"
#include "vm/objects/module.h"

namespace lockstep {

uint32_t detail_of(Value key) {
  if (key.is_small_int()) return static_cast<uint32_t>(key.as_small_int()) * 2 + 1;
  if (auto* text = try_as<StrObject>(key)) {
    return static_cast<uint32_t>(hash_text(text->view())) | 1;
  }
  if (auto* tuple = try_as<TupleObject>(key)) {
    uint32_t detail = 0x9e3779b9 + tuple->size;
    for (const Value item : tuple->all()) {
      const uint32_t part = detail_of(item);
      if (part == 0) return 0;
      detail = (detail ^ part) * 0x85ebca6b;
      detail ^= detail >> 15;
    }
    return detail | 1;
  }
  return 0;
}

bool may_go_on(Machine& machine, Frame* frame, const Instruction* pc, OperationKind kind,
               Object* object, uint32_t detail) {
  ThreadObject& thread = machine.thread();
  // An instruction in the middle of its work was announced when it began.
  if (frame->phase != 0 || frame->reentered) return true;
  // Of a loop that is alone: what it runs, and what the script itself does.
  if (!others_live(machine) && frame->code->is_library && kind != OperationKind::loop_step) return true;
  const bool was_announced = thread.announced == pc;
  thread.announced = nullptr;
  thread.gate = nullptr;
  if (was_announced) return true;
  Operation operation;
  operation.kind = kind;
  operation.line = frame->code->is_library ? 0 : frame->code->code->span_of(pc).line;
  if (object != nullptr) {
    operation.object = machine.operation_number(object);
  }
  operation.detail = detail;
  thread.touched = object;
  if (machine.world().announce(thread.task, operation)) return true;
  thread.announced = pc;
  return false;
}

bool is_shared_global(const Frame* frame, uint16_t site) {
  if ((frame->code->site_flags[site] & LoadedCode::kFixedGlobal) == 0) return true;
  const StrObject* wanted = frame->code->site_names[site];
  return Dict::get(frame->globals, wanted).is_empty() &&
         Dict::get(Image::get().builtins(), wanted).is_empty();
}

bool is_shared_container(Value value) {
  if (!value.is_object()) return false;
  switch (value.as_object()->kind) {
    case Kind::list:
    case Kind::dict:
    case Kind::bytearray:
    case Kind::dict_view:
      return true;
    case Kind::set:
      return !is_subclass(value.as_object()->cls, builtin_class(BuiltinClass::frozenset));
    case Kind::iterator:
      return is_shared_container(as<IteratorObject>(value)->target);
    default:
      return false;
  }
}

namespace {

const NativeRow* native_row(Value callable) {
  auto* native = try_as<NativeObject>(callable);
  return native == nullptr ? nullptr : native->row;
}

bool is_library_function(Value callable) {
  if (auto* method = try_as<BoundMethodObject>(callable)) return is_library_function(method->function);
  auto* function = try_as<FunctionObject>(callable);
  return function != nullptr && function->code->is_library;
}

}  // namespace

bool is_visible_call(Value callable, std::span<const Value> arguments, bool from_library) {
  if (const auto* cls = try_as<ClassObject>(callable)) {
    return !from_library && cls->has(ClassObject::kBuiltin) &&
           std::any_of(arguments.begin(), arguments.end(), is_shared_container);
  }
  if (const NativeRow* row = native_row(callable)) {
    return row->effect == Effect::operation || (row->effect != Effect::none && !from_library);
  }
  return !from_library && is_library_function(callable);
}

OperationKind call_operation(Value callable) {
  const NativeRow* row = native_row(callable);
  if (row == nullptr) return OperationKind::call_native;
  switch (row->effect) {
    case Effect::reads: return OperationKind::read_item;
    case Effect::writes: return OperationKind::write_item;
    case Effect::operation: return row->operation;
    case Effect::none: break;
  }
  return OperationKind::call_native;
}

Object* call_object(Value callable, std::span<const Value> arguments) {
  if (auto* native = try_as<NativeObject>(callable)) {
    if (native->self.is_object()) return native->self.as_object();
  } else if (auto* method = try_as<BoundMethodObject>(callable)) {
    if (method->self.is_object()) return method->self.as_object();
  }
  return !arguments.empty() && arguments[0].is_object() ? arguments[0].as_object() : nullptr;
}

}  // namespace lockstep
