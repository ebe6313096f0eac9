#pragma once

#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/arena.h"
#include "vm/heap.h"
#include "vm/state.h"

namespace lockstep {

// A Program with its constants and names turned into immortal Values, so that runs can use them in
// place. Immutable once made: shared by all runs of the program, on any thread.
struct LoadedProgram {
  static std::shared_ptr<const LoadedProgram> make(std::shared_ptr<const Program> program);

  const LoadedCode& module_code() const { return *codes.front(); }

  std::shared_ptr<const Program> program;
  std::vector<std::unique_ptr<LoadedCode>> codes;     // in the order of Program::all_codes

 private:
  LoadedProgram() : heap_(arena_) {}
  void note_stored_attributes(const Code& code);
  void load(const Code& code, LoadedCode& loaded);
  Value value_of(const Code& code, const CodeConstant& constant, const std::vector<Value>& known);
  StrObject* intern(std::string_view text);
  StrObject* const* intern_all(std::span<const std::string_view> texts);

  Arena arena_{0};
  Heap heap_;
  std::unordered_map<std::string_view, StrObject*> strings_;
  std::deque<std::vector<Value>> values_;
  std::deque<std::vector<StrObject*>> names_;
  std::deque<std::vector<const LoadedCode*>> functions_;
  std::deque<std::vector<uint8_t>> flags_;
  std::unordered_set<std::string_view> stored_attributes_;
  bool any_attribute_stored_ = false;
};

}  // namespace lockstep
