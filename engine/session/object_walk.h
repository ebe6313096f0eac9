#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vm/machine.h"
#include "vm/objects/primitive.h"

namespace lockstep {

// What the script calls its objects at this moment, found by walking its globals, the attributes and items
// of what they hold, and the locals of its threads: "pen", "forks[2]", "account.lock". An object with
// several names has the first one found, globals before locals, those of threads before those of asyncio's tasks. Where nobody else runs the machine.
class ObjectWalk {
 public:
  explicit ObjectWalk(const Machine& machine);

  // "" where there is none.
  std::string_view name_of(const Object* object) const;
  // By the number that operations and waiting tasks carry.
  std::string_view name_of_serial(uint32_t serial) const;

  // Those that have a name, in the order they were found.
  const std::vector<PrimitiveObject*>& primitives() const { return primitives_; }

 private:
  void walk_globals(const Machine& machine);
  void walk_threads(const Machine& machine);
  void walk_coroutine(Value coroutine);
  void visit_locals(const Frame& frame);
  void add_numbers_by_the_side(const DictObject* numbers);
  void visit(Value value, std::string name, int depth);
  void visit_inside(Object* object, const std::string& name, int depth);

  std::unordered_map<const Object*, std::string> names_;
  std::unordered_map<uint32_t, std::string> names_by_serial_;
  std::vector<PrimitiveObject*> primitives_;
};

}  // namespace lockstep
