#include <algorithm>

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
// when it is popped: each is pushed once. What refers to a great many others, as the table of a large
// dict does, is followed a part at a time, or the stack would become as large as the data.
namespace lockstep {

namespace {

constexpr uint32_t kPartSize = 512;

// How far the references of a large object were followed.
struct Part {
  Object* object;
  uint32_t next;
};

// The number of references of the kinds that may have very many; 0 for the others.
uint32_t reference_count(const Object* object) {
  switch (object->kind) {
    case Kind::tuple: return (object->flags & Object::kHasAttributes) != 0 ? 0 : object->size;
    case Kind::array:
    case Kind::set_table: return object->size;
    case Kind::table: return static_cast<const TableObject*>(object)->entry_count;
    default: return 0;
  }
}

// Follows the next few. True when there are more.
template <class Visitor>
bool follow_part(Part& part, const Visitor& reach) {
  const auto see = [&](Value value) {
    if (value.is_object() && !value.as_object()->is_immortal()) reach(value.as_object());
  };
  const uint32_t count = reference_count(part.object);
  const uint32_t end = std::min(count, part.next + kPartSize);
  for (uint32_t i = part.next; i < end; i++) {
    switch (part.object->kind) {
      case Kind::tuple: see(static_cast<TupleObject*>(part.object)->items[i]); break;
      case Kind::array: see(static_cast<ArrayObject*>(part.object)->items[i]); break;
      case Kind::set_table: see(static_cast<SetTableObject*>(part.object)->places[i].element); break;
      default: {
        const auto& entry = static_cast<TableObject*>(part.object)->entries()[i];
        see(entry.key);
        see(entry.value);
      }
    }
  }
  part.next = end;
  return end < count;
}

}  // namespace

void Heap::collect(std::span<Object* const> roots, const OnMarked& on_marked) {
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
  std::vector<Part> parts;
  const auto trace = [&] {
    while (!marked_.empty() || !parts.empty()) {
      if (marked_.empty()) {
        // The part is copied: what it reaches may become a part itself.
        Part part = parts.back();
        parts.pop_back();
        if (follow_part(part, reach)) parts.push_back(part);
        continue;
      }
      Object* object = marked_.back();
      marked_.pop_back();
      const size_t bytes = size_of(object);
      live += bytes;
      arena_.mark(object, bytes);
      if (reference_count(object) > kPartSize) {
        if (object->cls != nullptr && !object->cls->is_immortal()) reach(object->cls);
        parts.push_back({object, 0});
      } else {
        for_each_reference(object, reach);
      }
    }
  };
  trace();
  if (on_marked) {
    std::vector<Object*> revived;
    on_marked(epoch, revived);
    for (Object* object : revived) reach(object);
    trace();
  }
  arena_.end_collection();
  // As much again may be made before the next; of a lot, half as much.
  constexpr size_t kLot = 32 << 20;
  const size_t next = live > kLot ? live / 2 : live;
  threshold_ = hostile_ ? 0 : std::max(next, kFirstThreshold);
}

}  // namespace lockstep
