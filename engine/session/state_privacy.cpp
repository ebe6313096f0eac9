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

// 0: anybody's; else the id of the one thread that could reach it then, plus one.
uint32_t StateReader::owner_of_base(const Object* base) const {
  const auto owner = base_owners_.find(base);
  return owner == base_owners_.end() ? 0 : owner->second;
}

bool StateReader::is_private(const ThreadObject& thread, Object* object) {
  if (object == nullptr || object->is_immortal() || object->kind == Kind::thread) return false;
  const bool has_base = base_copy_ != nullptr;
  if (has_base && is_base(object)) {
    if (owner_of_base(object) != thread.task.id + 1) return false;
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
    // What was shared when the search began leads to the object only if it has changed since, and then it
    // is among the roots.
    if (has_base && is_base(other) && owner_of_base(other) == 0) return;
    if (seen.insert(other).second) stack.push_back(other);
  };
  const auto is_mine = [&](const Object* base) {
    return owner_of_base(base) == thread.task.id + 1 || base == globals || base == globals->table ||
           is_never_told(base);
  };
  if (has_base) {
    for (const BaseObject* base : changed_base()) {
      auto* changed = reinterpret_cast<Object*>(const_cast<char*>(base->begin));
      if (!is_mine(changed)) for_each_reference(changed, meet);
    }
  }
  meet_shared(thread.task.id == 0, meet);
  // Another thread may have been given it when it was started.
  for (Task* task = state_.tasks.first; task != nullptr && !found; task = task->next) {
    if (task->id != thread.task.id) for_each_reference(&Machine::thread_of(*task), meet);
  }
  while (!stack.empty() && !found) {
    Object* next = stack.back();
    stack.pop_back();
    for_each_reference(next, meet);
  }
  return !found;
}

}  // namespace lockstep
