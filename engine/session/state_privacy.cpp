// Whose is it? What only one thread can come by is that thread's own, and touching it is no step that
// anybody could notice.

#include <unordered_set>

#include "session/state_reader.h"
#include "vm/references.h"

namespace lockstep {

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
