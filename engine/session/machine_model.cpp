#include "session/machine_model.h"

#include <algorithm>

#include "session/plain_data.h"
#include "vm/attributes.h"
#include "vm/objects/module.h"
#include "vm/visibility.h"

namespace lockstep {

namespace {

constexpr int kMostFreeSteps = 100'000;

StateReader::Options reader_options(const ExploreOptions& options) {
  StateReader::Options reader;
  reader.tells_output = options.observe == ExploreOptions::Observe::standard_output;
  reader.tells_last_line = options.observe == ExploreOptions::Observe::last_line;
  reader.uses_symmetry = options.use_symmetry;
  reader.arbitrary_time = options.arbitrary_time;
  return reader;
}

// The name of the global that a thread stands before reading or writing.
std::string_view global_at(const ThreadObject& thread) {
  const Frame* frame = thread.frame;
  const Instruction& at = *frame->pc;
  return frame->code->site_names[at.opcode == Opcode::delete_global ? at.a : at.b]->view();
}

// What the call that a thread stands before calls, if that is a function of a library.
const FunctionObject* library_callee(const ThreadObject& thread, Value& self) {
  const Frame* frame = thread.frame;
  if (frame == nullptr) return nullptr;
  switch (frame->pc->opcode) {
    case Opcode::call:
    case Opcode::call_plain:
    case Opcode::call_keywords:
      break;
    default:
      return nullptr;
  }
  const Value callable = frame->registers()[frame->pc->a];
  Value function = callable;
  self = frame->pc->opcode == Opcode::call_plain ? Value::empty() : frame->registers()[frame->pc->a + 1];
  if (auto* method = try_as<BoundMethodObject>(callable)) {
    function = method->function;
    self = method->self;
  }
  const auto* found = try_as<FunctionObject>(function);
  return found != nullptr && found->code->is_library ? found : nullptr;
}

}  // namespace

MachineModel::MachineModel(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options)
    : options_(options),
      program_(program),
      replica_(std::move(program), options),
      reader_(replica_.machine(), replica_.world(), replica_.state(), reader_options(options)) {}

Task* MachineModel::find(uint32_t id) {
  for (Task* task = replica_.state().tasks.first; task != nullptr; task = task->next) {
    if (task->id == id) return task;
  }
  return nullptr;
}

Replica::Step MachineModel::begin() {
  std::unordered_set<const LoadedCode*> running;
  if (Task* main = find(0)) {
    for (const Frame* frame = Machine::thread_of(*main).frame; frame != nullptr; frame = frame->caller) {
      running.insert(frame->code);
    }
  }
  facts_.emplace(*program_, running);
  reader_.set_facts(*facts_);
  beginning_ = replica_.save();
  // Each may start others.
  last_steps_.clear();
  for (uint32_t task = 0; task < replica_.state().next_id; ++task) {
    if (make_free_steps(task) == Step::limit) return Step::limit;
  }
  reader_.set_base();
  return Step::made;
}

Replica::Step MachineModel::leap(uint32_t task) {
  const uint32_t first_born = replica_.state().next_id;
  const uint64_t library_entries = replica_.machine().library_entries();
  reader_.has_looked_around();
  main_has_joined_ = false;
  last_steps_.clear();
  const Step step = make_leap(task);
  was_local_ = step == Step::made && !main_has_joined_ && first_born == replica_.state().next_id &&
               library_entries == replica_.machine().library_entries() && !reader_.has_looked_around();
  return step;
}

Replica::Step MachineModel::make_leap(uint32_t task) {
  const uint32_t first_born = replica_.state().next_id;
  if (make_free_steps(task) == Step::limit) return Step::limit;
  // Those may have been all, or have led to where it has to wait, or have started a thread that may now go
  // first.
  const Task* found = find(task);
  const bool goes_on = found != nullptr && replica_.world().can_step(*found) &&
                       replica_.state().next_id == first_born;
  if (goes_on) {
    if (make_step(task) == Step::limit) return Step::limit;
    if (make_free_steps(task) == Step::limit) return Step::limit;
  }
  // Whoever main waits for ends by a step of its own.
  if (find(task) == nullptr && take_main_behind_joins() == Step::limit) return Step::limit;
  for (uint32_t born = first_born; born < replica_.state().next_id; ++born) {
    if (make_free_steps(born) == Step::limit) return Step::limit;
  }
  return Step::made;
}

Replica::Step MachineModel::make_step(uint32_t task) {
  last_steps_.push_back(task);
  return step(task);
}

// As long as the task stands before one.
Replica::Step MachineModel::make_free_steps(uint32_t task) {
  for (int made = 0; made < kMostFreeSteps; ++made) {
    const Task* found = find(task);
    if (found == nullptr || found->shut_out || !is_free(task)) return Step::made;
    if (make_step(task) == Step::limit) return Step::limit;
  }
  return Step::limit;
}

// When all have ended that main was waiting for, it goes where it is shown: or states that look the same would
// differ in how many steps are left.
Replica::Step MachineModel::take_main_behind_joins() {
  if (!main_stands_at_join() || find(0)->shut_out) return Step::made;
  std::vector<uint32_t> awaited;
  if (!look_behind_joins(awaited, [](const ThreadObject&) { return true; }) || !awaited.empty()) return Step::made;
  for (int made = 0; made < kMostFreeSteps; ++made) {
    const Task* main = find(0);
    const bool goes_on = main != nullptr && main->state == TaskState::ready && !main->shut_out && is_free(0) &&
                         !starts_thread(*main);
    if (!goes_on) return Step::made;
    main_has_joined_ = true;
    if (make_step(0) == Step::limit) return Step::limit;
  }
  return Step::limit;
}

bool MachineModel::starts_thread(const Task& task) const {
  if (task.pending.kind == OperationKind::thread_start) return true;
  if (task.pending.kind != OperationKind::call_native) return false;
  Value self;
  const FunctionObject* callee = library_callee(Machine::thread_of(const_cast<Task&>(task)), self);
  return callee != nullptr && callee->code->qualified_name->view() == "Thread.start";
}

bool MachineModel::is_free(uint32_t id) {
  Task* task = find(id);
  if (task == nullptr || task->state != TaskState::ready) return false;
  const ThreadObject& thread = Machine::thread_of(*task);
  if (starts_thread(*task)) return id == 0 && facts_->main_alone_starts;
  switch (task->pending.kind) {
    case OperationKind::thread_join:
      return thread.gate != nullptr;
    case OperationKind::call_native: {
      Value self;
      const FunctionObject* callee = library_callee(thread, self);
      if (callee == nullptr) break;
      if (callee->code->qualified_name->view() != "Thread.join") return false;
      InstanceObject* handle = reader_.as_handle(self);
      return handle != nullptr && reader_.thread_of_handle(handle) != nullptr;
    }
    case OperationKind::read_global:
    case OperationKind::write_global:
      return id == 0 && !facts_->others_use_any_name && !facts_->others_names.contains(global_at(thread));
    case OperationKind::read_cell:
    case OperationKind::write_cell:
    case OperationKind::read_attribute:
    case OperationKind::write_attribute:
    case OperationKind::read_item:
    case OperationKind::write_item:
      break;
    default:
      return false;
  }
  Object* object = thread.touched;
  return object != nullptr && reader_.is_private(thread, object);
}

// --- Reading -------------------------------------------------------------------------------------

bool MachineModel::is_join_of_script(const ThreadObject& thread) const {
  if (thread.task.pending.kind != OperationKind::thread_join || thread.gate == nullptr) return false;
  const Frame* frame = thread.frame;
  return frame != nullptr && frame->code->is_library &&
         frame->code->qualified_name->view() == "Thread.join" && frame->caller != nullptr &&
         !frame->caller->code->is_library;
}

bool MachineModel::main_stands_at_join() {
  if (!options_.use_symmetry || !facts_->threads_are_anonymous) return false;
  Task* main = find(0);
  return main != nullptr && main->state == TaskState::ready && is_join_of_script(Machine::thread_of(*main));
}

void MachineModel::read(StateReading& reading) {
  if (main_stands_at_join() && read_behind_joins(reading)) return;
  reader_.read(reading, nullptr);
}

// What is shared may speak of the threads that main waits for as it does of ended ones; so those have to be
// known before it is read, and main's own part after.
bool MachineModel::read_behind_joins(StateReading& reading) {
  std::vector<uint32_t> awaited;
  if (!look_behind_joins(awaited, [](const ThreadObject&) { return true; })) return false;
  reader_.read(reading, &awaited);
  if (reading.is_whole) return false;
  return look_behind_joins(awaited, [&](const ThreadObject& main) {
    bool told = false;
    for (StateReading::Thread& entry : reading.threads) {
      if (entry.task == 0) told = reader_.read_thread(main, entry);
      entry.awaited = std::find(awaited.begin(), awaited.end(), entry.task) != awaited.end();
    }
    reader_.number_threads(reading);
    return told;
  });
}

// Has the threads that main is going to wait for ended, as far as main can tell, says which these are, and
// shows main where it arrives then. Everything is as it was afterwards.
template <class Look>
bool MachineModel::look_behind_joins(std::vector<uint32_t>& awaited, Look look) {
  ControlledState& state = replica_.state();
  const Token token = replica_.save();
  awaited.clear();
  bool answer = false;
  for (int made = 0; made < kMostFreeSteps; ++made) {
    Task* main = find(0);
    if (main == nullptr || main->state != TaskState::ready) break;
    ThreadObject& thread = Machine::thread_of(*main);
    if (is_join_of_script(thread)) {
      auto* other = static_cast<ThreadObject*>(thread.gate);
      if (!other->ended.is_open) {
        awaited.push_back(other->task.id);
        other->ended.is_open = true;
      }
      if (main->shut_out) {
        main->shut_out = false;
        --state.shut_out;
      }
    } else if (main->shut_out || !is_free(0) || starts_thread(*main)) {
      const bool arrived = main->pending.kind != OperationKind::none && main->wait.phase == 0;
      answer = arrived && look(thread);
      break;
    }
    if (step(0) == Step::limit) break;
  }
  restore(token);
  replica_.discard(token);
  return answer;
}

// --- Names ---------------------------------------------------------------------------------------

std::string MachineModel::name_of_thread(uint32_t task) {
  Task* found = find(task);
  return found == nullptr ? "" : std::string(Machine::thread_of(*found).name->view());
}

bool MachineModel::is_plain_access(uint32_t task) {
  Task* found = find(task);
  return found != nullptr && touches_plain_data(Machine::thread_of(*found));
}

std::string MachineModel::name_of(const StateReading::Access& access) {
  auto* object = static_cast<Object*>(const_cast<void*>(access.object));
  const DictObject* globals = replica_.machine().state().main_module->attributes;
  DictIterator iterator;
  if (object == globals) {
    while (auto* entry = Dict::next(globals, iterator)) {
      auto* name = try_as<StrObject>(entry->key);
      if (name != nullptr && detail_of(name) == access.detail) return std::string(name->view());
    }
    return "";
  }
  std::string owner;
  while (auto* entry = Dict::next(globals, iterator)) {
    auto* name = try_as<StrObject>(entry->key);
    if (name == nullptr || !entry->value.is_object()) continue;
    if (entry->value.as_object() == object) owner = std::string(name->view());
  }
  if (object->kind == Kind::cell) return owner;
  const bool has_attributes = attributes_of(object) != nullptr && object->kind == Kind::instance;
  if (!has_attributes) return owner;
  if (owner.empty()) owner = std::string(object->cls->qualified_name->view());
  DictObject* attributes = copy_own(replica_.machine(), object);
  iterator = DictIterator();
  while (auto* entry = Dict::next(attributes, iterator)) {
    auto* name = try_as<StrObject>(entry->key);
    if (name != nullptr && detail_of(name) == access.detail) return owner + "." + std::string(name->view());
  }
  return owner;
}

}  // namespace lockstep
