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
//    by a number given at the first mention; threads without a number are interchangeable. A
//    threading.Thread object speaks of the thread it started only while that lives and somebody may yet
//    wait for it: not where main waits for it already (MachineModel), since nothing but join() ever goes
//    from the one to the other.
//
// The shared part and each thread's own part are told separately: most steps then are the same for
// many states, which is what the search lives on. Where two threads share an object that nothing
// else leads to, there is no telling whose it is, and the whole state is told as one.

#include "session/state_reader.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "session/plain_data.h"
#include <xxhash.h>

#include "base/check.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/image.h"
#include "vm/references.h"

namespace lockstep {

namespace {

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
    case Kind::async_primitive:
    case Kind::event_loop:
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
    base_.push_back({begin, begin + Heap::size_of(object), teller, 0, 0});
  }
  std::sort(base_.begin(), base_.end(),
            [](const BaseObject& a, const BaseObject& b) { return a.begin < b.begin; });
  for (uint32_t i = 0; i < base_.size(); ++i) {
    base_places_[reinterpret_cast<const Object*>(base_[i].begin)] = i;
  }
  for (Object* object : found) base_places_.try_emplace(object, UINT32_MAX);
  for (Object* object : found) {
    InstanceObject* handle = as_handle(Value::object(object));
    const ThreadObject* thread = handle == nullptr ? nullptr : thread_of_handle(handle);
    const bool lives = thread != nullptr && thread->task.id != 0 &&
                       thread->task.state != TaskState::created &&
                       thread->task.state != TaskState::finished;
    if (lives && facts_->threads_are_anonymous) base_handles_.push_back(handle);
  }
  std::sort(base_handles_.begin(), base_handles_.end());
  for (BaseObject& base : base_) {
    auto* object = reinterpret_cast<Object*>(const_cast<char*>(base.begin));
    if (base.object == object) base.hash = hash_of_base(object);
    base.bytes = hash_of_bytes(base.begin, base.end);
  }
  machine_.keep(found);
  base_copy_ = machine_.save();
}

uint64_t StateReader::hash_of_bytes(const char* begin, const char* end) {
  return XXH3_64bits(begin, static_cast<size_t>(end - begin));
}

const std::vector<const StateReader::BaseObject*>& StateReader::changed_base() {
  if (knows_changed_) return changed_;
  changed_.clear();
  machine_.heap().arena().for_each_change(*base_copy_, [&](const char* begin, const char* end) {
    auto at = std::upper_bound(base_.begin(), base_.end(), begin,
                               [](const char* place, const BaseObject& base) { return place < base.end; });
    for (; at != base_.end() && at->begin < end; ++at) {
      // A neighbour of what has changed may have stayed as it was.
      if (at->bytes != hash_of_bytes(at->begin, at->end)) changed_.push_back(&*at);
    }
  });
  knows_changed_ = true;
  return changed_;
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
      // (The last three are lists of addresses of what may have to be warned of, on stderr.)
      return object == run.output || object == run.unawaited || object == run.unretrieved ||
             object == run.pending_tasks;
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

// --- States --------------------------------------------------------------------------------------

void StateReader::read_parts(StateReading& reading) {
  Sink shared{&reading.shared, nullptr};
  const auto end_component = [&](uint64_t key) {
    const auto from = reading.components.empty() ? 0 : reading.components.back().end;
    reading.components.push_back({key, from, static_cast<uint32_t>(reading.shared.words.size())});
  };
  put_run(shared);
  // The handles that were there at first say the same of themselves whatever has become of their threads.
  for (InstanceObject* handle : base_handles_) put_started(shared, thread_of_handle(handle));
  end_component(StateReading::kRun);

  // The changed ones among the objects that were there at first, in the order of their addresses.
  std::vector<Object*> changed;
  for (const BaseObject* base : changed_base()) changed.push_back(base->object);
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
    if (task->id != 0 || awaited_ == nullptr) read_thread(thread, entry);
  }
  number_threads(reading);
  if (needs_clock_) reading.shared.words.push_back(static_cast<uint64_t>(state_.clock));
  end_component(StateReading::kNewObjects);
  reading.is_plain = reading.is_plain && shared_count_ == 0 && reading.shared.threads.empty();
}

// Numbers may have been given after a thread was told; mixed states are told as a whole anyway.
void StateReader::number_threads(StateReading& reading) const {
  for (StateReading::Thread& entry : reading.threads) {
    for (const auto& [thread, number] : numbers_) {
      if (thread->task.id == entry.task) entry.number = number;
    }
  }
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
  const Object* object = thread.touched;
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
    access.object = thread.touched;
    access.touches_data = access.object != nullptr && touches_shared_sort(thread);
    access.writes = writes(operation.kind);
    access.detail = operation.detail;
    access.line = operation.line;
    access.object_place = static_cast<uint32_t>(entry.part.words.size());
    put_object(sink, static_cast<Object*>(const_cast<void*>(access.object)));
  }
  return drain(sink);
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

void StateReader::read(StateReading& reading, const std::vector<uint32_t>* awaited) {
  const auto reset = [&](bool numbered) {
    reading.clear();
    reading.clock = state_.clock;
    reading.live_threads = state_.live_threads;
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
  awaited_ = awaited;
  const bool numbered = !options_.uses_symmetry || !facts_->threads_are_anonymous;
  reset(numbered);
  read_parts(reading);
  if (!is_mixed_) return;
  reset(true);
  is_whole_ = true;
  read_whole(reading);
  is_whole_ = false;
}

}  // namespace lockstep
