#include "workbench/view.h"

namespace lockstep {

std::string View::thread_name(uint32_t id) const {
  const auto& threads = snapshot.threads;
  if (id < threads.size() && threads[id].id == id) return threads[id].name;
  for (const ThreadView& thread : threads) {
    if (thread.id == id) return thread.name;
  }
  return "thread " + std::to_string(id);
}

std::string plural(uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view short_thread_name(std::string_view name) {
  const size_t target = name.find(" (");
  const bool made_up = name.starts_with("Thread-") && name.ends_with(')');
  return made_up && target != std::string_view::npos ? name.substr(0, target) : name;
}

}  // namespace lockstep
