// What is told of a state, and why it is enough.
//
// A run's future depends on its heap, as far as it can be reached, on what its threads have on their
// stacks, and on the little that the world knows (who waits where, for how long). The reader walks
// all of that and writes words. What could differ between two runs that will go on alike has to be
// left out or renamed:
//
//  - Addresses. Objects that stood there when the search began are named by them, since every run of
//    the search has them at the same ones. Of these only the changed ones are told: a comparison of
//    the arena's bytes with a copy of then finds them. Objects made since are numbered in the order in
//    which the walk meets them.
//  - What only makes things quick: inline caches, versions, layouts, capacities, cached hashes.
//  - Registers that are dead where their frame stands (vm/liveness.h), and stack memory beyond them.
//  - Which thread is which, if the program never asks (ProgramFacts::threads_are_anonymous). A thread
//    speaks of itself as "me". What is shared speaks of a thread only where that makes a difference,
//    by a number given at the first mention; threads without a number are interchangeable. A plain
//    threading.Thread object then says nothing of the thread it started, because nothing but join()
//    ever goes from the one to the other, and joining is told by MachineModel.
//
// The shared part and each thread's own part are told separately: most steps then are the same for
// many states, which is what the search lives on. Where two threads share an object that nothing
// else leads to, there is no telling whose it is, and the whole state is told as one.

#include "session/state_reader.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include <xxhash.h>

#include "base/check.h"
#include "modules/item_queue.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/image.h"
#include "vm/references.h"

namespace lockstep {

namespace {

// The sorts of numbered words beyond StatePart's own.
constexpr uint32_t kOwnObject = 1;
constexpr uint32_t kMyHandle = 3;
constexpr uint32_t kMyself = 4;
constexpr uint32_t kEndedThread = 5;
constexpr uint32_t kContent = 6;
constexpr uint32_t kMark = 7;

uint64_t mark(uint32_t n) { return StatePart::number(n, kMark); }

bool is_part(const Object* object) {
  switch (object->kind) {
    case Kind::array:
    case Kind::table:
    case Kind::set_table:
    case Kind::raw:
      return true;
    default:
      return false;
  }
}

// Whether an object of this kind tells its parts itself.
bool tells_parts(const Object* object) {
  switch (object->kind) {
    case Kind::list:
    case Kind::dict:
    case Kind::set:
    case Kind::bytearray:
      return true;
    case Kind::primitive:
      return object->extra == PrimitiveObject::queue;
    default:
      return false;
  }
}

bool writes(OperationKind kind) {
  switch (kind) {
#define OPERATION(name, is_write, label) \
  case OperationKind::name:              \
    return is_write;
#include "world/operation.def"
#undef OPERATION
  }
  return true;
}

// Operations that touch the object they are called on and nothing else.
bool touches_one_object(OperationKind kind) {
  switch (kind) {
    case OperationKind::read_global:
    case OperationKind::write_global:
    case OperationKind::read_attribute:
    case OperationKind::write_attribute:
    case OperationKind::read_item:
    case OperationKind::write_item:
    case OperationKind::lock_acquire:
    case OperationKind::lock_release:
    case OperationKind::semaphore_acquire:
    case OperationKind::semaphore_release:
    case OperationKind::event_set:
    case OperationKind::event_clear:
    case OperationKind::event_read:
    case OperationKind::queue_put:
    case OperationKind::queue_get:
      return true;
    default:
      return false;
  }
}

}  // namespace

StateReader::StateReader(Machine& machine, ControlledWorld& world, ControlledState& state,
                         Options options)
    : machine_(machine), world_(world), state_(state), options_(options) {
  names_.make_immortal();
  state_name_ = names_.make_string("_state");
}

void StateReader::set_facts(const ProgramFacts& facts) {
  facts_ = &facts;
  const RunState& run = machine_.state();
  const Value threading = Dict::get(run.modules, names_.make_string("threading"));
  auto* module = try_as<ModuleObject>(threading);
  if (module == nullptr) return;
  const Value thread_class = Dict::get(module->attributes, names_.make_string("Thread"));
  if (is_kind(thread_class, Kind::class_)) thread_class_ = as<ClassObject>(thread_class);
  active_ = try_as<DictObject>(Dict::get(module->attributes, names_.make_string("_active")));
}

// --- The objects that were there when the search began -------------------------------------------

void StateReader::set_base() {
  RunState& run = machine_.state();
  std::vector<Object*> found;
  std::unordered_map<const Object*, Object*> owners;   // of parts, and of dicts with attributes
  std::unordered_set<const Object*> seen;
  const auto meet = [&](Object* object) {
    if (seen.insert(object).second) found.push_back(object);
  };
  meet(&run);
  for (size_t i = 0; i < found.size(); ++i) {
    Object* object = found[i];
    if (const Attributes* attributes = attributes_of(object); attributes != nullptr &&
                                                              attributes->backing != nullptr) {
      owners[attributes->backing] = object;
      if (attributes->in_dict()) {
        auto* dict = static_cast<DictObject*>(attributes->backing);
        if (dict->table != nullptr) owners[dict->table] = object;
      }
    }
    if (tells_parts(object)) {
      for_each_reference(object, [&](Object* part) {
        if (is_part(part)) owners.try_emplace(part, object);
      });
    }
    for_each_reference(object, meet);
  }

  find_base_owners();
  // What only one thread has (but main) is told with it, as what is made later.
  std::erase_if(found, [&](const Object* object) {
    const auto owner = base_owners_.find(object);
    return owner != base_owners_.end() && owner->second > 1;
  });
  for (Object* object : found) {
    if (is_never_told(object)) continue;
    const auto owner = owners.find(object);
    Object* teller = owner == owners.end() ? object : owner->second;
    const char* begin = reinterpret_cast<const char*>(object);
    base_.push_back({begin, begin + Heap::size_of(object), teller, 0});
  }
  std::sort(base_.begin(), base_.end(),
            [](const BaseObject& a, const BaseObject& b) { return a.begin < b.begin; });
  for (uint32_t i = 0; i < base_.size(); ++i) {
    base_places_[reinterpret_cast<const Object*>(base_[i].begin)] = i;
  }
  for (Object* object : found) base_places_.try_emplace(object, UINT32_MAX);
  for (BaseObject& base : base_) {
    auto* object = reinterpret_cast<Object*>(const_cast<char*>(base.begin));
    if (base.object == object) base.hash = hash_of_base(object);
  }
  machine_.keep(found);
  base_copy_ = machine_.save();
}

bool StateReader::is_base(const Object* object) const { return base_places_.contains(object); }

// What every step changes and no future depends on, or what is told in another way.
bool StateReader::is_never_told(const Object* object) const {
  const RunState& run = machine_.state();
  switch (object->kind) {
    case Kind::run:
    case Kind::thread:
    case Kind::stack_segment:
    case Kind::code_state:
    case Kind::program_state:
      return true;
    case Kind::raw:
      return object == run.output;
    case Kind::opaque:
      return object == run.world_state;
    case Kind::dict:
    case Kind::table: {
      const auto is = [&](const DictObject* dict) {
        return dict != nullptr && (object == dict || object == dict->table);
      };
      // The other one knows who is alive, for threading.enumerate().
      return is(run.operation_numbers) || (facts_->threads_are_anonymous && is(active_));
    }
    default:
      return false;
  }
}

uint64_t StateReader::hash_of_base(Object* object) {
  StatePart part;
  Sink sink{&part, nullptr};
  put_content(sink, object);
  return sink.met_new ? 0 : XXH3_64bits(part.words.data(), part.words.size() * sizeof(uint64_t)) | 1;
}

// --- Words ---------------------------------------------------------------------------------------

void StateReader::put_bytes(Sink& sink, const void* bytes, size_t count) {
  put(sink, count);
  const XXH128_hash_t hash = XXH3_128bits(bytes, count);
  put(sink, hash.low64);
  put(sink, hash.high64);
}

void StateReader::put_all(Sink& sink, const Value* values, size_t count) {
  put(sink, count);
  for (size_t i = 0; i < count; ++i) put_value(sink, values[i]);
}

void StateReader::put_value(Sink& sink, Value value) {
  if (!value.is_object()) return put(sink, value.bits());
  put_object(sink, value.as_object());
}

// Values without an inside that changes: told by what they are.
bool StateReader::put_as_content(Sink& sink, Object* object) {
  if ((object->flags & Object::kHasAttributes) != 0) return false;
  switch (object->kind) {
    case Kind::string: {
      const std::string_view text = static_cast<StrObject*>(object)->view();
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put_bytes(sink, text.data(), text.size());
      return true;
    }
    case Kind::bytes: {
      const std::string_view text = static_cast<BytesObject*>(object)->view();
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put_bytes(sink, text.data(), text.size());
      return true;
    }
    case Kind::integer:
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put(sink, object->extra);
      put_bytes(sink, static_cast<IntObject*>(object)->limbs, object->size * sizeof(uint32_t));
      return true;
    case Kind::real: {
      uint64_t bits = 0;
      std::memcpy(&bits, &static_cast<FloatObject*>(object)->number, sizeof(bits));
      put(sink, StatePart::number(static_cast<uint32_t>(object->kind), kContent));
      put_object(sink, object->cls);
      put(sink, bits);
      return true;
    }
    default:
      return false;
  }
}

void StateReader::put_object(Sink& sink, Object* object) {
  if (object == nullptr) return put(sink, 0);
  if (object->is_immortal()) return put(sink, reinterpret_cast<uintptr_t>(object));
  if (put_as_content(sink, object)) return;
  if (object->kind == Kind::thread) {
    auto* thread = static_cast<ThreadObject*>(object);
    if (thread->task.state != TaskState::created) return put_thread(sink, thread);
  }
  if (sink.owner != nullptr && facts_->threads_are_anonymous &&
      sink.owner->handle == Value::object(object) && object->cls == thread_class_) {
    return put(sink, mark(kMyHandle));
  }
  if (is_base(object)) return put(sink, reinterpret_cast<uintptr_t>(object));

  sink.met_new = true;
  const auto [at, is_new] = places_.try_emplace(object);
  Place& place = at->second;
  if (is_new) {
    place.owner = sink.owner;
    place.number = sink.owner == nullptr && !is_whole_ ? shared_count_++ : own_count_++;
    queue_.push_back(object);
  }
  if (place.owner == nullptr && !is_whole_) {
    if (sink.owner != nullptr) {
      sink.part->objects.push_back(static_cast<uint32_t>(sink.part->words.size()));
    }
    return put(sink, StatePart::number(place.number, StatePart::kSharedObject));
  }
  if (place.owner != sink.owner) is_mixed_ = true;
  put(sink, StatePart::number(place.number, kOwnObject));
}

// Tells the objects that were met. The list of those to come is a stack of the call's own part.
bool StateReader::drain(Sink& sink) {
  for (size_t i = 0; i < queue_.size(); ++i) {
    Object* object = queue_[i];
    put_content(sink, object);
  }
  queue_.clear();
  return !is_mixed_;
}

int32_t StateReader::number_thread(const ThreadObject* thread) {
  const auto [at, is_new] = numbers_.try_emplace(thread, -1);
  if (at->second < 0) at->second = next_number_++;
  return at->second;
}

void StateReader::put_thread(Sink& sink, const ThreadObject* thread) {
  if (thread == sink.owner) return put(sink, mark(kMyself));
  if (thread->task.state == TaskState::finished) {
    return put(sink, StatePart::number(thread->task.id, kEndedThread));
  }
  const auto known = numbers_.find(thread);
  if (sink.owner != nullptr && (known == numbers_.end() || known->second < 0)) {
    // Numbers are given by what is shared; this one is known to one thread alone.
    is_mixed_ = true;
  }
  sink.part->threads.push_back(static_cast<uint32_t>(sink.part->words.size()));
  put(sink, StatePart::number(static_cast<uint32_t>(number_thread(thread)), StatePart::kThread));
}

void StateReader::put_task(Sink& sink, TaskReference reference) {
  if (reference.none()) return put(sink, 0);
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (reference.is(*task)) return put_thread(sink, &Machine::thread_of(*task));
  }
  put(sink, StatePart::number(reference.id(), kEndedThread));
}

Time StateReader::from_now(Time deadline) const {
  if (deadline == kNever || deadline < 0) return deadline;
  if (options_.arbitrary_time) return 0;
  return std::max<Time>(0, deadline - state_.clock);
}

// --- Objects -------------------------------------------------------------------------------------

InstanceObject* StateReader::as_handle(Value value) const {
  if (thread_class_ == nullptr || !is_kind(value, Kind::instance)) return nullptr;
  auto* instance = as<InstanceObject>(value);
  return is_subclass(instance->cls, thread_class_) ? instance : nullptr;
}

ThreadObject* StateReader::thread_of_handle(InstanceObject* handle) const {
  return try_as<ThreadObject>(get_own(handle, state_name_));
}

bool StateReader::is_masked_attribute(InstanceObject* handle, Value name) const {
  if (!facts_->threads_are_anonymous) return false;
  const auto* text = try_as<StrObject>(name);
  if (text == nullptr) return false;
  const std::string_view view = text->view();
  if (view != "_state" && view != "_target" && view != "_args" && view != "_kwargs") return false;
  // Before it starts, a thread will still take what it is to do from here.
  const ThreadObject* thread = thread_of_handle(handle);
  return thread != nullptr && thread->task.state != TaskState::created;
}

void StateReader::put_attributes(Sink& sink, Object* object) {
  const Attributes* attributes = attributes_of(object);
  if (attributes == nullptr || attributes->backing == nullptr) return put(sink, mark(0));
  InstanceObject* handle = as_handle(Value::object(object));
  const auto tell = [&](Value name, Value value) {
    if (handle != nullptr && is_masked_attribute(handle, name)) return;
    put_value(sink, name);
    put_value(sink, value);
  };
  if (attributes->in_dict()) {
    DictIterator iterator;
    while (auto* entry = Dict::next(static_cast<DictObject*>(attributes->backing), iterator)) {
      tell(entry->key, entry->value);
    }
  } else {
    DictIterator iterator;
    const Value* slots = static_cast<ArrayObject*>(attributes->backing)->items;
    for (uint32_t i = 0; i < attributes->count; ++i) {
      const auto* entry = Dict::next(object->cls->layout, iterator);
      if (entry == nullptr) break;
      if (!slots[i].is_empty()) tell(entry->key, slots[i]);
    }
  }
  put(sink, mark(0));
}

void StateReader::put_dict(Sink& sink, const DictObject* dict) {
  put(sink, dict->size);
  DictIterator iterator;
  while (auto* entry = Dict::next(dict, iterator)) {
    put_value(sink, entry->key);
    put_value(sink, entry->value);
  }
}

void StateReader::put_queue(Sink& sink, const WaitQueue& queue) {
  for (const Waiter* waiter = queue.first; waiter != nullptr; waiter = waiter->next) {
    if (waiter->kind == Waiter::Kind::task) {
      put_thread(sink, &Machine::thread_of(task_of(*const_cast<Waiter*>(waiter))));
    } else {
      put(sink, reinterpret_cast<uintptr_t>(waiter));
      is_mixed_ = true;
    }
    put(sink, waiter->payload);
  }
  put(sink, mark(1));
}

void StateReader::put_primitive(Sink& sink, PrimitiveObject* primitive) {
  put(sink, primitive->identity);
  switch (primitive->extra) {
    case PrimitiveObject::lock: {
      // Whoever holds a plain lock, anyone may release it: the holder makes no difference.
      const auto& lock = primitive->get<Lock>();
      put(sink, lock.locked);
      put_queue(sink, lock.waiters);
      break;
    }
    case PrimitiveObject::rlock: {
      const auto& lock = primitive->get<RLock>();
      put(sink, lock.depth);
      put_task(sink, lock.holder);
      put_queue(sink, lock.waiters);
      break;
    }
    case PrimitiveObject::condition:
      put_queue(sink, primitive->get<Condition>().waiters);
      break;
    case PrimitiveObject::semaphore: {
      const auto& semaphore = primitive->get<Semaphore>();
      put(sink, static_cast<uint64_t>(semaphore.value));
      put(sink, static_cast<uint64_t>(semaphore.initial) * 2 + (semaphore.bounded ? 1 : 0));
      put_queue(sink, semaphore.waiters);
      break;
    }
    case PrimitiveObject::event: {
      const auto& event = primitive->get<Event>();
      put(sink, event.is_set);
      put_queue(sink, event.waiters);
      break;
    }
    case PrimitiveObject::barrier: {
      const auto& barrier = primitive->get<Barrier>();
      put(sink, static_cast<uint64_t>(barrier.state));
      put(sink, (uint64_t{barrier.parties} << 32) | barrier.count);
      put(sink, barrier.has_action);
      put_task(sink, barrier.acting);
      put_queue(sink, barrier.waiters);
      put_queue(sink, barrier.locked_out);
      break;
    }
    case PrimitiveObject::queue: {
      const auto& queue = primitive->get<ItemQueue>();
      put(sink, static_cast<uint64_t>(queue.gate.maximum));
      put(sink, static_cast<uint64_t>(queue.gate.unfinished));
      put(sink, static_cast<uint64_t>(queue.kind) * 2 + (queue.gate.is_given_up ? 1 : 0));
      put_queue(sink, queue.gate.getters);
      put_queue(sink, queue.gate.putters);
      put_queue(sink, queue.gate.joiners);
      auto* ring = try_as<ArrayObject>(primitive->values[0]);
      if (ring != nullptr && !queue.gate.is_given_up) {
        put(sink, static_cast<uint64_t>(queue.gate.size));
        for (int64_t i = 0; i < queue.gate.size; ++i) {
          put_value(sink, ring->items[(queue.first + static_cast<uint64_t>(i)) & (ring->size - 1)]);
        }
        put_value(sink, primitive->values[1]);
        return;
      }
      break;
    }
    default:
      put_bytes(sink, primitive->bytes, primitive->size);
      break;
  }
  put_value(sink, primitive->values[0]);
  put_value(sink, primitive->values[1]);
}

void StateReader::put_content(Sink& sink, Object* object) {
  put(sink, mark(2));
  put(sink, static_cast<uint64_t>(object->kind) | (uint64_t{object->extra} << 8));
  put_object(sink, object->cls);
  put_fields(sink, object);
  const bool has_more = object->kind == Kind::instance || object->kind == Kind::exception ||
                        (object->flags & Object::kHasAttributes) != 0;
  if (has_more) put_attributes(sink, object);
}

void StateReader::put_fields(Sink& sink, Object* object) {
  // The number that id() and hash() show, of kinds that keep it in the header.
  const uint32_t identity = Heap::known_identity(object);
  put(sink, identity);
  switch (object->kind) {
    case Kind::instance:
      return;
    case Kind::integer:
      return put_bytes(sink, static_cast<IntObject*>(object)->limbs, object->size * sizeof(uint32_t));
    case Kind::real:
      return put_bytes(sink, &static_cast<FloatObject*>(object)->number, sizeof(double));
    case Kind::complex_number:
      put_bytes(sink, &static_cast<ComplexObject*>(object)->real, sizeof(double));
      return put_bytes(sink, &static_cast<ComplexObject*>(object)->imaginary, sizeof(double));
    case Kind::string: {
      const std::string_view text = static_cast<StrObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::bytes: {
      const std::string_view text = static_cast<BytesObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::bytearray: {
      const std::string_view text = static_cast<ByteArrayObject*>(object)->view();
      return put_bytes(sink, text.data(), text.size());
    }
    case Kind::tuple:
      return put_all(sink, static_cast<TupleObject*>(object)->items, object->size);
    case Kind::list:
      return put_all(sink, static_cast<ListObject*>(object)->items(), object->size);
    case Kind::array:
      return put_all(sink, static_cast<ArrayObject*>(object)->items, object->size);
    case Kind::dict:
      return put_dict(sink, static_cast<DictObject*>(object));
    case Kind::set: {
      auto* set = static_cast<SetObject*>(object);
      // The order of its elements is the table's, which depends on how it came about.
      put(sink, object->size);
      put(sink, (uint64_t{set->fill} << 32) | set->finger);
      put(sink, set->table == nullptr ? 0 : set->table->size);
      for (uint32_t i = 0; set->table != nullptr && i < set->table->size; ++i) {
        const auto& place = set->table->places[i];
        if (place.element.is_empty() && place.hash == 0) continue;
        put(sink, i);
        put_value(sink, place.element);
      }
      return;
    }
    case Kind::range: {
      auto* range = static_cast<RangeObject*>(object);
      put_value(sink, range->start);
      put_value(sink, range->stop);
      return put_value(sink, range->step);
    }
    case Kind::slice: {
      auto* slice = static_cast<SliceObject*>(object);
      put_value(sink, slice->start);
      put_value(sink, slice->stop);
      return put_value(sink, slice->step);
    }
    case Kind::dict_view:
      return put_object(sink, static_cast<DictViewObject*>(object)->dict);
    case Kind::mapping_proxy:
      return put_value(sink, static_cast<MappingProxyObject*>(object)->mapping);
    case Kind::class_: {
      auto* cls = static_cast<ClassObject*>(object);
      put_object(sink, cls->name);
      put_object(sink, cls->qualified_name);
      put_value(sink, cls->module);
      put_object(sink, cls->bases);
      put_object(sink, cls->mro);
      put_object(sink, cls->attributes);
      return put(sink, cls->class_flags);
    }
    case Kind::function: {
      auto* function = static_cast<FunctionObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(function->code));
      put_object(sink, function->globals);
      put_object(sink, function->name);
      put_object(sink, function->qualified_name);
      put_object(sink, function->defaults);
      put_object(sink, function->keyword_defaults);
      put_object(sink, function->closure);
      put_object(sink, function->annotations);
      put_object(sink, function->attributes);
      put_value(sink, function->doc);
      return put_value(sink, function->module);
    }
    case Kind::native: {
      auto* native = static_cast<NativeObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(native->row));
      put_value(sink, native->self);
      return put_object(sink, native->owner);
    }
    case Kind::bound_method: {
      auto* method = static_cast<BoundMethodObject*>(object);
      put_value(sink, method->function);
      return put_value(sink, method->self);
    }
    case Kind::property: {
      auto* property = static_cast<PropertyObject*>(object);
      put_value(sink, property->getter);
      put_value(sink, property->setter);
      put_value(sink, property->deleter);
      return put_value(sink, property->doc);
    }
    case Kind::static_method:
    case Kind::class_method:
      return put_value(sink, static_cast<WrapperObject*>(object)->function);
    case Kind::super_: {
      auto* super = static_cast<SuperObject*>(object);
      put_object(sink, super->after);
      put_value(sink, super->self);
      return put_object(sink, super->start);
    }
    case Kind::member: {
      auto* member = static_cast<MemberObject*>(object);
      put_object(sink, member->name);
      put_object(sink, member->owner);
      return put(sink, reinterpret_cast<uintptr_t>(member->native));
    }
    case Kind::cell:
      return put_value(sink, static_cast<CellObject*>(object)->value);
    case Kind::module: {
      auto* module = static_cast<ModuleObject*>(object);
      put_object(sink, module->name);
      put_object(sink, module->attributes);
      return put_object(sink, module->builtin);
    }
    case Kind::code:
      return put(sink, reinterpret_cast<uintptr_t>(static_cast<CodeObject*>(object)->code));
    case Kind::frame: {
      auto* frame = static_cast<FrameObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(frame->code));
      put(sink, frame->instruction);
      return put_object(sink, frame->globals);
    }
    case Kind::generator: {
      auto* generator = static_cast<GeneratorObject*>(object);
      put(sink, static_cast<uint64_t>(generator->stage) * 32 + (generator->awaited ? 16 : 0) +
                    (generator->is_awaitable ? 8 : 0) + (generator->is_closed ? 4 : 0) +
                    (generator->is_driven ? 2 : 0) + (generator->is_known ? 1 : 0));
      put(sink, generator->drive);
      put_object(sink, generator->name);
      put_object(sink, generator->qualified_name);
      // The frame of one that runs is told with its thread.
      if (generator->stage == GeneratorObject::Stage::created) {
        put_frame(sink, generator->frame, false, true);
      } else if (generator->stage == GeneratorObject::Stage::suspended) {
        put_frame(sink, generator->frame, true, false);
      }
      return;
    }
    case Kind::async_step: {
      auto* step = static_cast<AsyncStepObject*>(object);
      put_object(sink, step->generator);
      put_value(sink, step->argument);
      return put(sink, static_cast<uint64_t>(step->stage));
    }
    case Kind::iterator: {
      auto* iterator = static_cast<IteratorObject*>(object);
      put_value(sink, iterator->target);
      put(sink, static_cast<uint64_t>(iterator->position));
      put(sink, static_cast<uint64_t>(iterator->limit));
      put(sink, static_cast<uint64_t>(iterator->step));
      return put_value(sink, iterator->sentinel);
    }
    case Kind::lazy: {
      auto* lazy = static_cast<LazyObject*>(object);
      put_value(sink, lazy->first);
      put_value(sink, lazy->partial);
      return put_all(sink, lazy->items, lazy->size);
    }
    case Kind::exception: {
      auto* exception = static_cast<ExceptionObject*>(object);
      put_object(sink, exception->arguments);
      put_object(sink, exception->traceback);
      put_value(sink, exception->cause);
      put_value(sink, exception->context);
      return put_value(sink, exception->payload);
    }
    case Kind::traceback: {
      auto* traceback = static_cast<TracebackObject*>(object);
      put(sink, reinterpret_cast<uintptr_t>(traceback->code));
      put(sink, traceback->instruction);
      return put_object(sink, traceback->next);
    }
    case Kind::primitive:
      return put_primitive(sink, static_cast<PrimitiveObject*>(object));
    case Kind::thread_storage: {
      auto* local = static_cast<ThreadLocalObject*>(object);
      put_object(sink, local->dicts);
      put_value(sink, local->arguments);
      return put_value(sink, local->keywords);
    }
    case Kind::random: {
      auto* random = static_cast<RandomObject*>(object);
      put_bytes(sink, &random->next_gauss, sizeof(random->next_gauss));
      return put_bytes(sink, &random->twister, sizeof(random->twister));
    }
    case Kind::opaque: {
      auto* opaque = static_cast<OpaqueObject*>(object);
      for (Value value : opaque->values) put_value(sink, value);
      return put_bytes(sink, opaque->bytes, object->size);
    }
    case Kind::thread: {
      // One that was not started yet.
      auto* thread = static_cast<ThreadObject*>(object);
      put(sink, thread->ident);
      put(sink, thread->task.daemon);
      put_value(sink, thread->handle);
      return put_thread_part(sink, *thread);
    }
    case Kind::raw:
      return put_bytes(sink, static_cast<RawObject*>(object)->data, object->size);
    case Kind::async_future:
    case Kind::async_handle:
    case Kind::event_loop:
    case Kind::table:
    case Kind::set_table:
    case Kind::stack_segment:
    case Kind::code_state:
    case Kind::program_state:
    case Kind::run:
      put(sink, reinterpret_cast<uintptr_t>(object));
      is_mixed_ = true;
      return;
  }
}

// --- Threads -------------------------------------------------------------------------------------

const Liveness& StateReader::liveness_of(const LoadedCode* code) {
  auto& known = liveness_[code];
  if (known == nullptr) known = std::make_unique<Liveness>(*code->code);
  return *known;
}

// `is_waiting`: it stands behind a call, whose result it will get; `again`: it will execute its
// instruction again.
void StateReader::put_frame(Sink& sink, const Frame& frame, bool is_waiting, bool again) {
  const auto at = static_cast<size_t>(frame.pc - frame.code->instructions);
  put(sink, reinterpret_cast<uintptr_t>(frame.code));
  put(sink, at | (uint64_t{frame.phase} << 32) | (uint64_t{static_cast<uint8_t>(frame.after)} << 40));
  put(sink, frame.result | (frame.reentered ? uint64_t{1} << 32 : 0) |
                (frame.catches_stop ? uint64_t{1} << 33 : 0) |
                (frame.is_trampoline ? uint64_t{1} << 34 : 0));
  put_object(sink, frame.function);
  put_object(sink, frame.globals);
  put_object(sink, frame.name_space);
  put_object(sink, frame.generator);
  put_value(sink, frame.handled);
  if (frame.phase != 0 || frame.reentered) {
    put(sink, static_cast<uint64_t>(frame.outcome));
    put_value(sink, frame.answer);
    put_value(sink, frame.scratch[0]);
    put_value(sink, frame.scratch[1]);
  }
  if (frame.after == After::construct) put_value(sink, frame.receiver);
  if (frame.code->is_library && !frame.code->keeps_nothing) needs_clock_ = true;

  const Liveness& liveness = liveness_of(frame.code);
  const Value* registers = frame.registers();
  for (uint32_t i = 0; i < frame.code->register_count; ++i) {
    const bool lives = is_waiting && !again ? liveness.beyond(at, i) : liveness.before(at, i);
    if (lives) put_value(sink, registers[i]);
  }
}

void StateReader::put_thread_part(Sink& sink, const ThreadObject& thread) {
  const Task& task = thread.task;
  put(sink, static_cast<uint64_t>(task.state == TaskState::blocked) * 4 + (task.daemon ? 2 : 0) +
                (task.waiter.queue != nullptr ? 1 : 0));
  put(sink, task.pending.kind == OperationKind::none ? 1 : 0);
  put(sink, task.wait.phase | (uint64_t{task.wait.flag} << 8) | (uint64_t{task.wait.number} << 32));
  put(sink, static_cast<uint64_t>(task.wait.phase == 0 ? 0 : from_now(task.wait.deadline)));
  put(sink, static_cast<uint64_t>(from_now(task.deadline)));
  if (task.wait.phase != 0) put(sink, task.wait.scratch);
  // Its end will be noticed by those.
  put(sink, thread.ended.waiters.size);
  put_value(sink, thread.exception);
  put_value(sink, thread.context);
  put(sink, thread.announced != nullptr ? 1 : 0);
  // A wait for the end of a thread, with a time limit: the queue stands in that thread.
  if (task.waiter.queue != nullptr && task.waiting_for == WaitKind::thread_end) {
    put_task(sink, task.waiting_for_owner != nullptr ? *task.waiting_for_owner : TaskReference());
  }
  const Frame* callee = nullptr;
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    put_frame(sink, *frame, callee != nullptr,
              callee != nullptr &&
                  (callee->after == After::answer || callee->after == After::outcome));
    callee = frame;
  }
  put(sink, mark(3));
}

void StateReader::put_run(Sink& sink) {
  const RunState& run = machine_.state();
  put_object(sink, run.modules);
  put_object(sink, run.builtin_overlay);
  put_object(sink, run.identities);
  put_object(sink, run.exit_functions);
  put_object(sink, run.reported_texts);
  put_value(sink, run.uncaught);
  put_value(sink, run.script_arguments);
  put(sink, (uint64_t{run.next_identity} << 32) | run.next_thread);
  put(sink, (uint64_t{run.main_stage} << 32) | static_cast<uint32_t>(run.exit_status));
  put(sink, run.recursion_limit);
  put(sink, run.input_offset);
  // A thread that is alone has no visible steps.
  put(sink, (uint64_t{state_.live_threads} << 32) | run.live_threads);
  put(sink, state_.random);
  if (facts_->reads_clock) put(sink, static_cast<uint64_t>(state_.clock));
  std::string_view text;
  if (run.output != nullptr) text = {run.output->data, static_cast<size_t>(run.output_size)};
  if (options_.tells_last_line && text.size() > 1) {
    // The text behind the last line end, and the line before it.
    const size_t last = text.rfind('\n');
    const size_t before = last == std::string_view::npos || last == 0 ? std::string_view::npos
                                                                      : text.rfind('\n', last - 1);
    if (before != std::string_view::npos) text.remove_prefix(before + 1);
  }
  if (options_.tells_output || options_.tells_last_line) put_bytes(sink, text.data(), text.size());
}

// --- States --------------------------------------------------------------------------------------

void StateReader::read_parts(StateReading& reading) {
  Sink shared{&reading.shared, nullptr};
  const auto end_component = [&](uint64_t key) {
    const auto from = reading.components.empty() ? 0 : reading.components.back().end;
    reading.components.push_back({key, from, static_cast<uint32_t>(reading.shared.words.size())});
  };
  put_run(shared);
  end_component(StateReading::kRun);

  // The changed ones among the objects that were there at first, in the order of their addresses.
  std::vector<Object*> changed;
  machine_.heap().arena().for_each_change(*base_copy_, [&](const char* begin, const char* end) {
    auto at = std::upper_bound(base_.begin(), base_.end(), begin,
                               [](const char* place, const BaseObject& base) { return place < base.end; });
    for (; at != base_.end() && at->begin < end; ++at) changed.push_back(at->object);
  });
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  StatePart scratch;
  reading.is_plain = true;
  for (Object* object : changed) {
    scratch.words.clear();
    scratch.threads.clear();
    Sink sink{&scratch, nullptr};
    put_content(sink, object);
    const auto place = base_places_.find(object);
    const uint64_t known = place == base_places_.end() || place->second == UINT32_MAX
                               ? 0
                               : base_[place->second].hash;
    if (!sink.met_new && scratch.threads.empty() && known != 0 &&
        known == (XXH3_64bits(scratch.words.data(), scratch.words.size() * sizeof(uint64_t)) | 1)) {
      continue;
    }
    put(shared, reinterpret_cast<uintptr_t>(object));
    reading.shared.words.insert(reading.shared.words.end(), scratch.words.begin(), scratch.words.end());
    end_component(key_of(object));
    reading.is_plain = reading.is_plain && !sink.met_new && scratch.threads.empty();
  }
  drain(shared);
  reading.objects.resize(shared_count_);
  for (const auto& [object, place] : places_) {
    if (!is_whole_) reading.objects[place.number] = object;
  }

  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    const ThreadObject& thread = Machine::thread_of(*task);
    StateReading::Thread& entry = reading.threads.emplace_back();
    fill_thread(entry, thread);
    if (task->id != 0 || !leaves_main_out_) read_thread(thread, entry);
  }
  // Numbers may have been given after a thread was told; mixed states are told as a whole anyway.
  for (StateReading::Thread& entry : reading.threads) {
    for (const auto& [thread, number] : numbers_) {
      if (thread->task.id == entry.task) entry.number = number;
    }
  }
  if (needs_clock_) reading.shared.words.push_back(static_cast<uint64_t>(state_.clock));
  end_component(StateReading::kNewObjects);
  reading.is_plain = reading.is_plain && shared_count_ == 0 && reading.shared.threads.empty();
}

// Of an object that was there when the search began.
uint64_t StateReader::key_of(const Object* base) const {
  const DictObject* globals = machine_.state().main_module->attributes;
  return base == globals ? StateReading::kGlobals : reinterpret_cast<uintptr_t>(base);
}

uint64_t StateReader::footprint_of(const ThreadObject& thread) const {
  const Task& task = thread.task;
  const bool is_known = task.id != 0 && touches_one_object(task.pending.kind) &&
                        task.wait.phase == 0 && thread.frame != nullptr && !thread.frame->code->is_library;
  if (!is_known) return 0;
  const Object* object = touched_by(thread);
  const auto base = base_places_.find(object);
  if (base == base_places_.end() || base->second == UINT32_MAX) return 0;
  return key_of(base_[base->second].object);
}

void StateReader::fill_thread(StateReading::Thread& entry, const ThreadObject& thread) {
  const Task& task = thread.task;
  entry.task = task.id;
  entry.enabled = task.state == TaskState::ready && !task.shut_out;
  if (task.state == TaskState::blocked && options_.arbitrary_time) entry.enabled = task.deadline != kNever;
  if (state_.live_threads == 0) entry.enabled = false;
  entry.footprint = is_whole_ ? 0 : footprint_of(thread);
}

bool StateReader::read_thread(const ThreadObject& thread, StateReading::Thread& entry) {
  if (!is_whole_) own_count_ = 0;
  Sink sink{&entry.part, &thread};
  put_thread_part(sink, thread);
  const Operation& operation = thread.task.pending;
  if (operation.kind >= OperationKind::read_global && operation.kind <= OperationKind::write_item) {
    StateReading::Access& access = entry.access;
    access.object = touched_by(thread);
    access.touches_data = access.object != nullptr;
    access.writes = writes(operation.kind);
    access.detail = operation.detail;
    access.line = operation.line;
    access.object_place = static_cast<uint32_t>(entry.part.words.size());
    put_object(sink, static_cast<Object*>(const_cast<void*>(access.object)));
  }
  return drain(sink);
}

// The operation names it by the low bits of its address; it is among what the instruction has at hand.
Object* StateReader::touched_by(const ThreadObject& thread) const {
  const Frame* frame = thread.frame;
  const uint32_t number = thread.task.pending.object;
  if (frame == nullptr || number == 0) return nullptr;
  const auto is_it = [&](const Object* object) {
    return object != nullptr &&
           (static_cast<uint32_t>(reinterpret_cast<uintptr_t>(object) >> 3) | 1) == number;
  };
  if (is_it(frame->globals)) return frame->globals;
  const auto look_at = [&](Value value) -> Object* {
    if (!value.is_object()) return nullptr;
    Object* object = value.as_object();
    if (is_it(object)) return object;
    if (auto* native = try_as<NativeObject>(value); native != nullptr && native->self.is_object()) {
      if (is_it(native->self.as_object())) return native->self.as_object();
    }
    if (auto* method = try_as<BoundMethodObject>(value); method != nullptr && method->self.is_object()) {
      if (is_it(method->self.as_object())) return method->self.as_object();
    }
    if (auto* iterator = try_as<IteratorObject>(value); iterator != nullptr) {
      if (iterator->target.is_object() && is_it(iterator->target.as_object())) {
        return iterator->target.as_object();
      }
    }
    return nullptr;
  };
  for (uint32_t i = 0; i < frame->code->register_count; ++i) {
    if (Object* object = look_at(frame->registers()[i])) return object;
  }
  if (frame->function != nullptr && frame->function->closure != nullptr) {
    for (Value cell : frame->function->closure->all()) {
      if (Object* object = look_at(cell)) return object;
    }
  }
  return nullptr;
}

// All of it in the terms of one walk.
void StateReader::read_whole(StateReading& reading) {
  reading.is_whole = true;
  read_parts(reading);
  reading.is_plain = false;
  for (StateReading::Thread& entry : reading.threads) {
    auto& words = reading.shared.words;
    words.push_back(entry.task);
    words.insert(words.end(), entry.part.words.begin(), entry.part.words.end());
    entry.part = {};
    entry.access = {};
    entry.number = static_cast<int32_t>(entry.task);
  }
  reading.components = {{StateReading::kRun, 0, static_cast<uint32_t>(reading.shared.words.size())}};
}

void StateReader::read(StateReading& reading, bool leaves_main_out) {
  const auto reset = [&](bool numbered) {
    reading.clear();
    reading.clock = state_.clock;
    places_.clear();
    queue_.clear();
    numbers_.clear();
    next_number_ = 0;
    shared_count_ = 0;
    is_mixed_ = false;
    needs_clock_ = false;
    for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
      // The main thread always has a number: it is like no other.
      if (task->id == 0 || numbered) {
        numbers_[&Machine::thread_of(*task)] = static_cast<int32_t>(task->id);
        next_number_ = std::max(next_number_, static_cast<int32_t>(task->id) + 1);
      }
    }
    next_number_ = std::max(next_number_, 1);
  };
  const bool numbered = !options_.uses_symmetry || !facts_->threads_are_anonymous;
  leaves_main_out_ = leaves_main_out;
  reset(numbered);
  read_parts(reading);
  leaves_main_out_ = false;
  if (!is_mixed_) return;
  reset(true);
  is_whole_ = true;
  read_whole(reading);
  is_whole_ = false;
}

// --- Whose is it? --------------------------------------------------------------------------------

// What other threads (than main, or than others) may come by without another's help.
template <class Meet>
void StateReader::meet_shared(bool is_main, Meet meet) {
  const RunState& run = machine_.state();
  DictIterator iterator;
  while (auto* entry = Dict::next(run.main_module->attributes, iterator)) {
    const auto* name = try_as<StrObject>(entry->key);
    const bool is_theirs = !is_main || facts_->others_use_any_name || name == nullptr ||
                           facts_->others_names.contains(name->view());
    if (is_theirs && entry->value.is_object() && !entry->value.as_object()->is_immortal()) {
      meet(entry->value.as_object());
    }
  }
  meet(run.modules);
  if (run.exit_functions != nullptr) meet(run.exit_functions);
}

void StateReader::find_base_owners() {
  base_next_id_ = state_.next_id;
  const DictObject* globals = machine_.state().main_module->attributes;
  std::vector<Object*> stack;
  uint32_t owner = 0;
  const auto meet = [&](Object* object) {
    if (object->kind == Kind::thread || object == globals || is_never_told(object)) return;
    const auto [at, is_new] = base_owners_.try_emplace(object, owner);
    if (!is_new) {
      if (at->second == owner || at->second == 0) return;
      at->second = 0;  // another thread's as well
    }
    stack.push_back(object);
  };
  const auto walk = [&] {
    while (!stack.empty()) {
      Object* next = stack.back();
      stack.pop_back();
      const uint32_t whose = base_owners_.at(next);
      const uint32_t before = owner;
      owner = whose;
      for_each_reference(next, meet);
      owner = before;
    }
  };
  meet_shared(true, meet);
  walk();
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    owner = task->id + 1;
    for_each_reference(&Machine::thread_of(*task), meet);
    if (task->id == 0) meet_shared(false, meet);
    walk();
  }
}

bool StateReader::is_private(const ThreadObject& thread, Object* object) {
  if (object == nullptr || object->is_immortal() || object->kind == Kind::thread) return false;
  const bool has_base = base_copy_ != nullptr;
  if (has_base && is_base(object)) {
    const auto owner = base_owners_.find(object);
    const bool is_mine = owner != base_owners_.end() && owner->second == thread.task.id + 1;
    if (!is_mine) return false;
    has_looked_around_ = true;
    // A thread started since may have been given anything.
    if (state_.next_id != base_next_id_) return false;
  }
  has_looked_around_ = true;
  const DictObject* globals = machine_.state().main_module->attributes;
  std::unordered_set<const Object*> seen;
  std::vector<Object*> stack;
  bool found = false;
  const auto meet = [&](Object* other) {
    if (other == object) found = true;
    if (other->kind == Kind::thread || other == globals || is_never_told(other)) return;
    if (seen.insert(other).second) stack.push_back(other);
  };
  meet_shared(thread.task.id == 0, meet);
  // What only a thread's stack refers to is that thread's; before the search begins, that has to be seen.
  if (!has_base) {
    for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
      if (task->id != thread.task.id) for_each_reference(&Machine::thread_of(*task), meet);
    }
  }
  while (!stack.empty() && !found) {
    Object* next = stack.back();
    stack.pop_back();
    for_each_reference(next, meet);
  }
  return !found;
}

}  // namespace lockstep
