#include "base/check.h"
#include "vm/heap.h"
#include "vm/references.h"

// The collector marks; sweeping is the arena's, which only has to look at lines, not at objects.
//
// An object that was reached carries the number of the collection that reached it. Two numbers are
// enough, used in turn: whatever lives through a collection leaves it with that collection's
// number, and what is made afterwards has 0. The last number used is read off the first root rather
// than kept here: so it goes back together with the objects when a run is put back to an earlier
// moment.
//
// Marking goes depth first with a stack of its own, so that a long linked list of a script cannot
// overflow the C++ stack. An object is marked when it is pushed and its references are followed
// when it is popped: each is pushed once.
namespace lockstep {

void Heap::collect(std::span<Object* const> roots) {
  ENSURE(!roots.empty() && marked_.empty());
  const uint8_t epoch = roots[0]->mark == 1 ? 2 : 1;
  size_t live = 0;
  const auto reach = [&](Object* object) {
    if (object->mark == epoch) return;
    object->mark = epoch;
    marked_.push_back(object);
  };

  arena_.begin_collection();
  for (Object* root : roots) {
    if (!root->is_immortal()) reach(root);
  }
  while (!marked_.empty()) {
    Object* object = marked_.back();
    marked_.pop_back();
    const size_t bytes = size_of(object);
    live += bytes;
    arena_.mark(object, bytes);
    for_each_reference(object, reach);
  }
  arena_.end_collection();
  threshold_ = hostile_ ? 0 : live > kFirstThreshold ? live : kFirstThreshold;
}

}  // namespace lockstep
