#include "base/check.h"
#include "vm/dict.h"
#include "vm/set_table.h"

// The order in which a set shows its elements is CPython's for elements whose hashes are CPython's
// (ints above all): learners compare what they see. So where an element goes, when a table grows
// and by how much, and what a set made of another one looks like, all follow Objects/setobject.c's
// rules: ten places in a row are tried (as far as the table's end allows), then a jump perturbed by
// the hash's higher bits; of the deleted places on the way the last one is used again; a table that
// is three fifths full grows to the first power of two above four times its elements, twice from
// 50,000 elements on.
namespace lockstep {

namespace {

constexpr uint32_t kSmallestTable = 8;

using Place = SetPlace;
using SetProbe = SetProbe;

SetTableObject* make_set_table(Heap& heap, uint64_t size) {
  if (size > uint64_t{1} << 31) throw OutOfMemory();
  auto* table = heap.allocate<SetTableObject>(nullptr, Kind::set_table, (size - 1) * sizeof(Place));
  table->size = static_cast<uint32_t>(size);
  for (uint64_t i = 0; i < size; ++i) table->places[i] = {Value::empty(), 0};
  return table;
}

// Into a table without deleted places that does not have the element.
inline void insert_clean(SetTableObject* table, Value element, uint64_t hash) {
  Place& first = table->places[hash & (table->size - 1)];
  if (first.element.is_empty()) {
    first = {element, hash};
    return;
  }
  SetProbe probe(table, hash);
  while (!table->places[probe.place()].element.is_empty()) probe.advance();
  table->places[probe.place()] = {element, hash};
}

void resize(Heap& heap, SetObject* set, uint64_t at_least) {
  uint64_t size = kSmallestTable;
  while (size <= at_least) size *= 2;
  SetTableObject* table = make_set_table(heap, size);
  if (SetTableObject* old = set->table) {
    for (uint32_t i = 0; i < old->size; ++i) {
      const Place& place = old->places[i];
      if (!place.element.is_empty()) insert_clean(table, place.element, place.hash);
    }
    heap.release(old);
  }
  set->table = table;
  set->fill = set->size;
}

uint64_t mask_of(const SetObject* set) {
  return set->table == nullptr ? kSmallestTable - 1 : set->table->size - 1;
}

// As CPython does before it merges: one growing for all, instead of several on the way.
void make_room(Heap& heap, SetObject* set, uint32_t more) {
  if ((uint64_t{set->fill} + more) * 5 >= mask_of(set) * 3) {
    resize(heap, set, (uint64_t{set->size} + more) * 2);
  } else if (set->table == nullptr) {
    set->table = make_set_table(heap, kSmallestTable);
  }
}

// Adds what is_same(place) finds nowhere. True when it did.
template <class IsSame>
bool add_at_probe(Heap& heap, SetObject* set, Value element, uint64_t hash, IsSame is_same) {
  if (set->table == nullptr) set->table = make_set_table(heap, kSmallestTable);
  SetProbe probe(set->table, hash);
  Place* deleted = nullptr;
  while (!is_free(set->table->places[probe.place()])) {
    Place& place = set->table->places[probe.place()];
    if (place.element.is_empty()) {
      deleted = &place;
    } else if (is_same(place)) {
      return false;
    }
    probe.advance();
  }
  if (element.is_object() && !is_plain_key(element)) set->extra |= SetObject::kHasScriptElements;
  ++set->size;
  if (deleted != nullptr) {
    *deleted = {element, hash};
    return true;
  }
  set->table->places[probe.place()] = {element, hash};
  ++set->fill;
  if (uint64_t{set->fill} * 5 >= mask_of(set) * 3) {
    resize(heap, set, uint64_t{set->size} * (set->size > 50000 ? 2 : 4));
  }
  return true;
}

}  // namespace

bool Set::has(const SetObject* set, Value element) {
  return find_place(set, element, hash_of(element)) >= 0;
}

void Set::add_new(Heap& heap, SetObject* set, Value element, uint64_t hash) {
  add_at_probe(heap, set, element, hash, [](const Place&) { return false; });
}

bool Set::add(Heap& heap, SetObject* set, Value element) {
  number_for_hashing(heap, element);
  const uint64_t hash = hash_of(element);
  return add_at_probe(heap, set, element, hash, [element, hash](const Place& place) {
    return place.element == element || (place.hash == hash && keys_equal(place.element, element));
  });
}

bool Set::remove(SetObject* set, Value element) {
  const int64_t place = find_place(set, element, hash_of(element));
  if (place < 0) return false;
  remove_at(set, place);
  return true;
}

void Set::remove_at(SetObject* set, int64_t place) {
  set->table->places[place] = {Value::empty(), SetTableObject::kDeleted};
  --set->size;
}

void Set::clear(SetObject* set) {
  set->table = nullptr;
  set->size = 0;
  set->fill = 0;
  set->finger = 0;
  set->extra = 0;
}

SetObject* Set::copy(Heap& heap, const SetObject* set, bool frozen) {
  SetObject* result = heap.make_set(frozen);
  update(heap, result, set);
  return result;
}

void Set::update(Heap& heap, SetObject* set, const SetObject* from) {
  if (set == from || from->size == 0) return;
  make_room(heap, set, from->size);
  set->extra |= from->extra;
  const SetTableObject* source = from->table;
  if (set->fill == 0 && set->table->size == source->size && from->fill == from->size) {
    std::memcpy(set->table->places, source->places, source->size * sizeof(Place));
    set->fill = set->size = from->size;
    return;
  }
  const bool was_empty = set->fill == 0;
  for (uint32_t i = 0; i < source->size; ++i) {
    const Place& place = source->places[i];
    if (place.element.is_empty()) continue;
    if (was_empty) {
      insert_clean(set->table, place.element, place.hash);
    } else if (find_place(set, place.element, place.hash) < 0) {
      add_new(heap, set, place.element, place.hash);
    }
  }
  if (was_empty) set->fill = set->size = from->size;
}

void Set::update(Heap& heap, SetObject* set, const DictObject* from) {
  if (from->size == 0) return;
  make_room(heap, set, from->size);
  DictIterator position;
  while (const TableObject::Entry* entry = Dict::next(from, position)) {
    if (find_place(set, entry->key, entry->hash) < 0) add_new(heap, set, entry->key, entry->hash);
  }
}

Value Set::pop(SetObject* set) {
  if (set->size == 0) return Value::empty();
  const uint32_t mask = set->table->size - 1;
  uint32_t place = set->finger & mask;
  while (set->table->places[place].element.is_empty()) place = (place + 1) & mask;
  const Value element = set->table->places[place].element;
  remove_at(set, place);
  set->finger = place + 1;
  return element;
}

bool Set::next(const SetObject* set, int64_t& position, Value& element) {
  const SetTableObject* table = set->table;
  if (table == nullptr) return false;
  while (position < table->size) {
    const Place& place = table->places[position++];
    if (place.element.is_empty()) continue;
    element = place.element;
    return true;
  }
  return false;
}

int64_t Set::first_with_hash(const SetObject* set, uint64_t hash, uint64_t& probe) {
  probe = 0;
  return next_with_hash(set, hash, probe);
}

int64_t Set::next_with_hash(const SetObject* set, uint64_t hash, uint64_t& probe) {
  const SetTableObject* table = set->table;
  if (table == nullptr || set->size == 0) return -1;
  SetProbe places(table, hash);
  for (uint64_t i = 0; i < probe; ++i) places.advance();
  while (true) {
    const uint64_t place = places.place();
    if (is_free(table->places[place])) return -1;
    places.advance();
    ++probe;
    if (!table->places[place].element.is_empty() && table->places[place].hash == hash) {
      return static_cast<int64_t>(place);
    }
  }
}

Value Set::element_at(const SetObject* set, int64_t place) {
  return set->table->places[place].element;
}

}  // namespace lockstep
