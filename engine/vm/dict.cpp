#include "vm/dict.h"

#include <algorithm>

#include "base/check.h"

// Entries stand densely in the order of insertion; an index of small numbers, open-addressed, says
// where a hash is. Growing makes both anew and drops what was deleted, so an index never fills up
// with marks of deletions: those take part in the entry count that growing looks at.
namespace lockstep {

namespace {

constexpr int64_t kFree = -1;
constexpr int64_t kRemoved = -2;
constexpr uint8_t kFirstLog2 = 3;

// The index is at most two thirds full.
constexpr uint32_t entries_for(uint8_t log2) {
  return static_cast<uint32_t>((uint64_t{2} << log2) / 3);
}

template <class Number>
int64_t signed_place(Number number) {
  return static_cast<std::make_signed_t<Number>>(number);
}

int64_t index_at(const TableObject* table, uint64_t slot) {
  switch (table->index_bytes()) {
    case 1:
      return signed_place(static_cast<const uint8_t*>(table->index())[slot]);
    case 2:
      return signed_place(static_cast<const uint16_t*>(table->index())[slot]);
    default:
      return signed_place(static_cast<const uint32_t*>(table->index())[slot]);
  }
}

void set_index(TableObject* table, uint64_t slot, int64_t entry) {
  switch (table->index_bytes()) {
    case 1:
      static_cast<uint8_t*>(table->index())[slot] = static_cast<uint8_t>(entry);
      return;
    case 2:
      static_cast<uint16_t*>(table->index())[slot] = static_cast<uint16_t>(entry);
      return;
    default:
      static_cast<uint32_t*>(table->index())[slot] = static_cast<uint32_t>(entry);
      return;
  }
}

// The slots a hash is looked for in, one after the other; every slot comes in time.
class DictProbe {
 public:
  DictProbe(const TableObject* table, uint64_t hash)
      : mask_((uint64_t{1} << table->index_log2()) - 1), perturb_(hash), slot_(hash & mask_) {}

  uint64_t slot() const { return slot_; }
  void advance() {
    perturb_ >>= 5;
    slot_ = (slot_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  uint64_t mask_;
  uint64_t perturb_;
  uint64_t slot_;
};

TableObject* make_dict_table(Heap& heap, uint8_t log2) {
  if (log2 > 31) throw OutOfMemory();
  const uint32_t capacity = entries_for(log2);
  // Signed places: 127, 32767 entries and so on; see index_at.
  const uint8_t index_bytes = log2 <= 7 ? 1 : log2 <= 15 ? 2 : 4;
  const size_t index_size = size_t{index_bytes} << log2;
  auto* table = heap.allocate<TableObject>(nullptr, Kind::table,
                                           capacity * sizeof(TableObject::Entry) + index_size);
  table->entry_capacity = capacity;
  table->entry_count = 0;
  table->extra = log2;
  table->size = index_bytes;
  std::memset(table->index(), 0xFF, index_size);
  return table;
}

void place_entry(TableObject* table, uint64_t hash, int64_t entry) {
  DictProbe probe(table, hash);
  while (index_at(table, probe.slot()) >= 0) probe.advance();
  set_index(table, probe.slot(), entry);
}

void grow(Heap& heap, DictObject* dict, size_t wanted) {
  uint8_t log2 = kFirstLog2;
  while (entries_for(log2) < wanted) ++log2;
  TableObject* table = make_dict_table(heap, log2);
  if (const TableObject* old = dict->table) {
    for (uint32_t i = 0; i < old->entry_count; ++i) {
      const TableObject::Entry& entry = old->entries()[i];
      if (entry.key.is_empty()) continue;
      place_entry(table, entry.hash, table->entry_count);
      table->entries()[table->entry_count++] = entry;
    }
  }
  dict->table = table;
}

// The entry of a str key, by identity first.
int64_t find_text(const TableObject* table, const StrObject* key, uint64_t hash) {
  for (DictProbe probe(table, hash);; probe.advance()) {
    const int64_t place = index_at(table, probe.slot());
    if (place == kFree) return -1;
    if (place == kRemoved) continue;
    const TableObject::Entry& entry = table->entries()[place];
    if (entry.key == Value::object(key)) return place;
    if (entry.hash == hash && is_kind(entry.key, Kind::string) &&
        as<StrObject>(entry.key)->view() == key->view()) {
      return place;
    }
  }
}

uint64_t text_hash(const StrObject* key) {
  return key->hash != 0 ? key->hash : hash_of(Value::object(key));
}

}  // namespace

int64_t Dict::find(const DictObject* dict, Value key, uint64_t hash) {
  const TableObject* table = dict->table;
  if (table == nullptr || dict->size == 0) return -1;
  for (DictProbe probe(table, hash);; probe.advance()) {
    const int64_t place = index_at(table, probe.slot());
    if (place == kFree) return -1;
    if (place == kRemoved) continue;
    const TableObject::Entry& entry = table->entries()[place];
    if (entry.key == key) return place;
    if (entry.hash == hash && keys_equal(entry.key, key)) return place;
  }
}

Value Dict::get(const DictObject* dict, const StrObject* key) {
  if (dict->table == nullptr || dict->size == 0) return Value::empty();
  const int64_t place = find_text(dict->table, key, text_hash(key));
  return place < 0 ? Value::empty() : dict->table->entries()[place].value;
}

Value Dict::get(const DictObject* dict, Value key) {
  if (dict->table == nullptr || dict->size == 0) return Value::empty();
  if (is_kind(key, Kind::string)) return get(dict, as<StrObject>(key));
  const int64_t place = find(dict, key, hash_of(key));
  return place < 0 ? Value::empty() : dict->table->entries()[place].value;
}

void Dict::append_new(Heap& heap, DictObject* dict, Value key, uint64_t hash, Value value) {
  TableObject* table = dict->table;
  if (table == nullptr || table->entry_count == table->entry_capacity) {
    // Twice the room; the same again where most of it was taken by deleted entries.
    grow(heap, dict, dict->size < 4 ? 5 : size_t{dict->size} * 2);
    if (table != nullptr) heap.release(table);
    table = dict->table;
  }
  place_entry(table, hash, table->entry_count);
  table->entries()[table->entry_count++] = {key, value, hash};
  ++dict->size;
  dict->keys_version = 0;
  if (!is_plain_key(key)) dict->extra |= DictObject::kHasScriptKeys;
}

bool Dict::set(Heap& heap, DictObject* dict, StrObject* key, Value value) {
  const uint64_t hash = text_hash(key);
  const int64_t place =
      dict->table == nullptr || dict->size == 0 ? -1 : find_text(dict->table, key, hash);
  if (place >= 0) {
    dict->table->entries()[place].value = value;
    return false;
  }
  append_new(heap, dict, Value::object(key), hash, value);
  return true;
}

bool Dict::set(Heap& heap, DictObject* dict, Value key, Value value) {
  if (is_kind(key, Kind::string)) return set(heap, dict, as<StrObject>(key), value);
  number_for_hashing(heap, key);
  const uint64_t hash = hash_of(key);
  const int64_t place = find(dict, key, hash);
  if (place >= 0) {
    dict->table->entries()[place].value = value;
    return false;
  }
  append_new(heap, dict, key, hash, value);
  return true;
}

Value Dict::remove(DictObject* dict, Value key) {
  const int64_t place = find(dict, key, hash_of(key));
  if (place < 0) return Value::empty();
  const Value value = dict->table->entries()[place].value;
  remove_at(dict, place);
  return value;
}

void Dict::remove_at(DictObject* dict, int64_t entry) {
  TableObject* table = dict->table;
  TableObject::Entry& removed = table->entries()[entry];
  DictProbe probe(table, removed.hash);
  while (index_at(table, probe.slot()) != entry) {
    ENSURE(index_at(table, probe.slot()) != kFree);
    probe.advance();
  }
  set_index(table, probe.slot(), kRemoved);
  removed.key = Value::empty();
  removed.value = Value::empty();
  --dict->size;
  dict->keys_version = 0;
}

void Dict::clear(DictObject* dict) {
  dict->table = nullptr;
  dict->size = 0;
  dict->keys_version = 0;
  dict->extra = 0;
}

DictObject* Dict::copy(Heap& heap, const DictObject* dict) {
  DictObject* result = heap.make_dict();
  result->extra = dict->extra;
  if (dict->size == 0) return result;
  const TableObject* table = dict->table;
  if (table->entry_count == dict->size) {
    TableObject* twin = make_dict_table(heap, table->index_log2());
    std::copy_n(table->entries(), table->entry_count, twin->entries());
    std::memcpy(twin->index(), table->index(), size_t{table->index_bytes()} << table->index_log2());
    twin->entry_count = table->entry_count;
    result->table = twin;
  } else {
    result->table = const_cast<TableObject*>(table);  // only read by grow
    grow(heap, result, dict->size);
  }
  result->size = dict->size;
  return result;
}

void Dict::update(Heap& heap, DictObject* dict, const DictObject* from) {
  if (dict == from || from->size == 0) return;
  if (dict->size == 0) {
    // Nothing to compare with: the other's table as it is.
    const DictObject* twin = copy(heap, from);
    dict->table = twin->table;
    dict->size = twin->size;
    dict->extra = twin->extra;
    dict->keys_version = 0;
    return;
  }
  DictIterator position;
  while (const TableObject::Entry* entry = next(from, position)) {
    const int64_t place = find(dict, entry->key, entry->hash);
    if (place >= 0) {
      dict->table->entries()[place].value = entry->value;
    } else {
      append_new(heap, dict, entry->key, entry->hash, entry->value);
    }
  }
}

TableObject::Entry* Dict::next(const DictObject* dict, DictIterator& iterator) {
  TableObject* table = dict->table;
  if (table == nullptr) return nullptr;
  while (iterator.position < table->entry_count) {
    TableObject::Entry& entry = table->entries()[iterator.position++];
    if (!entry.key.is_empty()) return &entry;
  }
  return nullptr;
}

// `probe` counts the slots looked at: walking on from the start is cheap, chains being short.
int64_t Dict::first_with_hash(const DictObject* dict, uint64_t hash, uint64_t& probe) {
  probe = 0;
  return next_with_hash(dict, hash, probe);
}

int64_t Dict::next_with_hash(const DictObject* dict, uint64_t hash, uint64_t& probe) {
  const TableObject* table = dict->table;
  if (table == nullptr || dict->size == 0) return -1;
  DictProbe slots(table, hash);
  for (uint64_t i = 0; i < probe; ++i) slots.advance();
  while (true) {
    const int64_t place = index_at(table, slots.slot());
    if (place == kFree) return -1;
    slots.advance();
    ++probe;
    if (place >= 0 && table->entries()[place].hash == hash) return place;
  }
}

}  // namespace lockstep
