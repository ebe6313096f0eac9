#pragma once

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "control/controlled_world.h"
#include "control/state_model.h"
#include "session/program_facts.h"
#include "vm/liveness.h"
#include "vm/machine.h"
#include "vm/objects/primitive.h"

namespace lockstep {

struct AsyncFutureObject;
struct EventLoopObject;

// Tells what state a run is in, in words that are the same for every run that has the same future,
// whatever way it came there: two runs with equal words go on alike. Not told are things that no
// future can depend on: addresses, inline caches, versions, registers nobody will read again, the
// output unless it is observed, the clock unless it is read.
//
// Objects that exist at set_base() keep their addresses for good, so their addresses name them, and only
// those are told that have changed since. New ones are numbered: shared ones in the order in which
// they are reached from what is shared, a thread's own ones in the order of its registers.
class StateReader {
 public:
  struct Options {
    bool tells_output = true;       // the output so far belongs to the state
    bool tells_last_line = false;   // only its last line does
    bool uses_symmetry = true;
    bool arbitrary_time = false;
  };

  StateReader(Machine& machine, ControlledWorld& world, ControlledState& state, Options options);

  // Once, when the program has imported what it begins with.
  void set_facts(const ProgramFacts& facts);
  const ProgramFacts& facts() const { return *facts_; }

  // From now on the objects that live are known by their addresses. Once, before read().
  void set_base();

  // The state, but for what the main thread waits for by joining (see MachineModel).
  // `awaited`: the threads that main waits for. It gets no part then; read_thread() is to be called for it.
  void read(StateReading& reading, const std::vector<uint32_t>* awaited);

  // Says again which number each thread has, after read_thread().
  void number_threads(StateReading& reading) const;

  // A thread's own part, in the terms of the last reading. Once for each thread of a reading. False: it
  // speaks of another thread, or of what is shared with one by no other way.
  bool read_thread(const ThreadObject& thread, StateReading::Thread& entry);

  // Whether no other thread could ever come by the object, as things stand.
  bool is_private(const ThreadObject& thread, Object* object);

  // To be told whenever the machine has gone on or back.
  void note_moved() { knows_changed_ = false; }

  // Whether is_private() has looked at anything that can change, since it was last asked.
  bool has_looked_around() {
    const bool answer = has_looked_around_;
    has_looked_around_ = false;
    return answer;
  }

  // A threading.Thread of a script; null if it is not one.
  InstanceObject* as_handle(Value value) const;
  // The thread a handle stands for; null before start().
  ThreadObject* thread_of_handle(InstanceObject* handle) const;

 private:
  // Where words go to, and whose new objects may be met on the way.
  struct Sink {
    StatePart* part;
    const ThreadObject* owner;      // null: what is shared
    bool met_new = false;
  };
  struct Place {
    uint32_t number;
    const ThreadObject* owner;
  };
  struct BaseObject {
    const char* begin;
    const char* end;
    Object* object;                 // that is to be told when these bytes have changed
    uint64_t hash;                  // of the words for it
    uint64_t bytes;                 // a hash of them
  };
  static uint64_t hash_of_bytes(const char* begin, const char* end);

  // The sorts of numbered words beyond StatePart's own.
  static constexpr uint32_t kOwnObject = 1, kMyHandle = 3, kMyself = 4, kEndedThread = 5, kContent = 6,
                            kMark = 7;
  static uint64_t mark(uint32_t n) { return StatePart::number(n, kMark); }

  void put(Sink& sink, uint64_t word) { sink.part->words.push_back(word); }
  void put_value(Sink& sink, Value value);
  void put_object(Sink& sink, Object* object);
  void put_thread(Sink& sink, const ThreadObject* thread);
  void put_task(Sink& sink, TaskReference reference);
  void put_all(Sink& sink, const Value* values, size_t count);
  void put_bytes(Sink& sink, const void* bytes, size_t count);
  bool put_as_content(Sink& sink, Object* object);
  void put_content(Sink& sink, Object* object);
  void put_fields(Sink& sink, Object* object);
  void put_started(Sink& sink, const ThreadObject* thread);
  void put_attributes(Sink& sink, Object* object);
  void put_dict(Sink& sink, const DictObject* dict);
  void put_primitive(Sink& sink, PrimitiveObject* primitive);
  void put_future(Sink& sink, const AsyncFutureObject* future);
  void put_async_primitive(Sink& sink, const AsyncPrimitiveObject* primitive);
  void put_loop(Sink& sink, const EventLoopObject* loop);
  void put_queue(Sink& sink, const WaitQueue& queue);
  const std::vector<const BaseObject*>& changed_base();
  uint32_t owner_of_base(const Object* base) const;
  void put_frame(Sink& sink, const Frame& frame, bool is_waiting, bool again);
  void put_thread_part(Sink& sink, const ThreadObject& thread);
  void put_run(Sink& sink);
  bool drain(Sink& sink);
  Time from_now(Time deadline) const;
  bool is_masked_attribute(InstanceObject* handle, Value name) const;
  bool is_base(const Object* object) const;
  bool is_never_told(const Object* object) const;
  uint64_t hash_of_base(Object* object);
  const Liveness& liveness_of(const LoadedCode* code);
  template <class Meet>
  void meet_shared(bool is_main, Meet meet);
  void find_base_owners();
  int32_t number_thread(const ThreadObject* thread);
  uint64_t key_of(const Object* base) const;
  uint64_t footprint_of(const ThreadObject& thread) const;
  void fill_thread(StateReading::Thread& entry, const ThreadObject& thread);
  void read_parts(StateReading& reading);
  void read_whole(StateReading& reading);

  Machine& machine_;
  ControlledWorld& world_;
  ControlledState& state_;
  const Options options_;
  const ProgramFacts* facts_ = nullptr;
  Arena names_arena_{0};
  Heap names_{names_arena_};
  StrObject* state_name_;
  ClassObject* thread_class_ = nullptr;                 // of library module threading, if it is there
  DictObject* active_ = nullptr;

  std::vector<BaseObject> base_;                        // in the order of addresses
  std::unordered_map<const Object*, uint32_t> base_places_;
  std::shared_ptr<const Arena::Snapshot> base_copy_;
  std::vector<InstanceObject*> base_handles_;           // of threads that lived then
  uint32_t base_next_id_ = 0;
  std::vector<const BaseObject*> changed_;              // since set_base(), some of them perhaps twice
  bool knows_changed_ = false;
  // Of the objects that only one thread could reach then, whose they were (its id plus one; 0: anybody's).
  std::unordered_map<const Object*, uint32_t> base_owners_;
  std::unordered_map<const LoadedCode*, std::unique_ptr<Liveness>> liveness_;

  // Of the reading that is being made.
  std::unordered_map<const Object*, Place> places_;
  std::vector<Object*> queue_;                          // met, and not told yet
  std::unordered_map<const ThreadObject*, int32_t> numbers_;
  int32_t next_number_ = 0;
  uint32_t shared_count_ = 0;
  uint32_t own_count_ = 0;
  bool is_mixed_ = false;                               // a thread met what is another one's
  bool needs_clock_ = false;
  bool is_whole_ = false;
  const std::vector<uint32_t>* awaited_ = nullptr;
  bool has_looked_around_ = false;
};

}  // namespace lockstep
