#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

namespace lockstep {

// The texts of a Program: every name and constant its codes refer to, each once. Views stay valid
// as long as the pool; their data() is never null. Filled by one compilation, read-only afterwards.
class TextPool {
 public:
  std::string_view intern(std::string_view text) {
    auto found = views_.find(text);
    if (found != views_.end()) return *found;
    return *views_.insert(texts_.emplace_back(text)).first;
  }

 private:
  std::deque<std::string> texts_;
  std::unordered_set<std::string_view> views_;
};

}  // namespace lockstep
