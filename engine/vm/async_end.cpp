// What a program has left of asyncio when it ends: tasks that are not done, exceptions nobody asked for. What is
// told of these, and in which order, follows CPython's last collections, as far as that does not hang on addresses:
//
// - Its first one, before the modules go, finds what nothing refers to. Such a coroutine is older than its task, and
//   so is closed before its task is told of (Machine::collect finds these).
// - What the modules' names still reached is found by the next one, in the order in which the first one met it: tasks
//   by their age, but those of a list that was written down as such from the back; and each before its coroutine.
// - A loop that is the main thread's current one is never freed, nor is what it still has to run, nor what that
//   refers to: the main module's names, as soon as one of its functions is among it. Nothing is told of these.
// - The frames of an exception that ended the program are kept like the modules' names.

#include <unordered_set>
#include <vector>

#include "vm/async.h"
#include "vm/dict.h"
#include "vm/loaded_program.h"
#include "vm/objects/exception.h"
#include "vm/objects/module.h"
#include "vm/references.h"

namespace lockstep {

namespace {

using ObjectSet = std::unordered_set<const Object*>;

// Everything that is reached from `root`, but not by way of the names of library modules: these are gone by then.
ObjectSet reached_from(const RunState& state, Object* root) {
  ObjectSet known;
  DictIterator iterator;
  while (const auto* entry = Dict::next(state.modules, iterator)) {
    const auto* module = try_as<ModuleObject>(entry->value);
    if (module != nullptr && module != state.main_module) known.insert(module->attributes);
  }
  std::vector<Object*> waiting{root};
  while (!waiting.empty()) {
    Object* object = waiting.back();
    waiting.pop_back();
    if (!known.insert(object).second) continue;
    for_each_reference(object, [&](Object* other) { waiting.push_back(other); });
  }
  return known;
}

// A list that has as many items as it has room for: it was made with all of them.
bool is_display(const ListObject* list) { return list->array != nullptr && list->array->size == list->size; }

bool passed_coroutine(const TracebackObject* traceback) {
  for (; traceback != nullptr; traceback = traceback->next) {
    if (traceback->code->code->is_coroutine) return true;
  }
  return false;
}

}  // namespace

void Machine::forget_lasting(EventLoopObject* loop) {
  const ObjectSet lasting = reached_from(*state_, loop);
  const auto forget = [&](RawObject* list, uint32_t& count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
      auto* pointers = reinterpret_cast<uint64_t*>(list->data);
      if (lasting.contains(reinterpret_cast<const Object*>(static_cast<uintptr_t>(pointers[i])))) continue;
      pointers[kept++] = pointers[i];
    }
    count = kept;
  };
  forget(state_->unretrieved, state_->unretrieved_count);
  forget(state_->pending_tasks, state_->pending_count);
}

bool Machine::was_ended_in_coroutine() const {
  const auto* exception = try_as<ExceptionObject>(state_->uncaught);
  // (A chain of contexts may be a ring.)
  constexpr int kMostContexts = 100;
  for (int i = 0; exception != nullptr && i < kMostContexts; i++) {
    if (passed_coroutine(exception->traceback)) return true;
    exception = try_as<ExceptionObject>(exception->context);
  }
  return false;
}

ListObject* Machine::take_pending_tasks() {
  std::vector<Object*> tasks;
  for (uint32_t i = 0; i < state_->pending_count; i++) {
    const uint64_t pointer = reinterpret_cast<uint64_t*>(state_->pending_tasks->data)[i];
    tasks.push_back(reinterpret_cast<Object*>(static_cast<uintptr_t>(pointer)));
  }
  state_->pending_count = 0;
  const std::unordered_set<Object*> left(tasks.begin(), tasks.end());
  std::vector<Object*> listed;
  std::unordered_set<Object*> named;
  DictIterator iterator;
  while (const auto* entry = Dict::next(state_->main_module->attributes, iterator)) {
    if (entry->value.is_object()) named.insert(entry->value.as_object());
    auto* list = try_as<ListObject>(entry->value);
    if (list == nullptr || !is_display(list)) continue;
    for (uint32_t i = list->size; i-- > 0;) {
      const Value one = list->items()[i];
      if (one.is_object() && left.contains(one.as_object())) listed.push_back(one.as_object());
    }
  }
  std::unordered_set<Object*> later;
  for (Object* task : listed) {
    if (!named.contains(task)) later.insert(task);
  }
  ListObject* answer = heap_.make_list();
  for (Object* task : tasks) {
    if (!later.contains(task)) heap_.append(answer, Value::object(task));
  }
  for (Object* task : listed) {
    if (later.erase(task) != 0) heap_.append(answer, Value::object(task));
  }
  return answer;
}

}  // namespace lockstep
