#include "vm/set_operations.h"

#include "vm/indexing.h"
#include "vm/set_table.h"

namespace lockstep {

SetObject* set_union(Heap& heap, const SetObject* a, const SetObject* b, bool frozen) {
  SetObject* result = Set::copy(heap, a, frozen);
  Set::update(heap, result, b);
  return result;
}

SetObject* set_intersection(Heap& heap, const SetObject* a, const SetObject* b, bool frozen) {
  SetObject* result = heap.make_set(frozen);
  // The smaller one is walked; of two alike, the second.
  const SetObject* walked = b->size > a->size ? a : b;
  const SetObject* asked = walked == a ? b : a;
  uint32_t position = 0;
  while (const SetPlace* place = next_place(walked, position)) {
    if (find_place(asked, place->element, place->hash) >= 0) {
      Set::add_new(heap, result, place->element, place->hash);
    }
  }
  return result;
}

SetObject* set_difference(Heap& heap, const SetObject* a, const SetObject* b, bool frozen) {
  if (a->size >> 2 > b->size) {
    SetObject* result = Set::copy(heap, a, frozen);
    set_subtract(result, b);
    return result;
  }
  SetObject* result = heap.make_set(frozen);
  uint32_t position = 0;
  while (const SetPlace* place = next_place(a, position)) {
    if (find_place(b, place->element, place->hash) < 0) {
      Set::add_new(heap, result, place->element, place->hash);
    }
  }
  return result;
}

SetObject* set_symmetric_difference(Heap& heap, const SetObject* a, const SetObject* b,
                                    bool frozen) {
  SetObject* result = Set::copy(heap, b, frozen);
  set_symmetric_update(heap, result, a);
  return result;
}

void set_intersect(Heap& heap, SetObject* set, const SetObject* other) {
  set_become(set, set_intersection(heap, set, other, false));
}

void set_subtract(SetObject* set, const SetObject* other) {
  if (set == other) {
    Set::clear(set);
    return;
  }
  uint32_t position = 0;
  while (const SetPlace* place = next_place(other, position)) {
    const int64_t found = find_place(set, place->element, place->hash);
    if (found >= 0) Set::remove_at(set, found);
  }
}

void set_symmetric_update(Heap& heap, SetObject* set, const SetObject* other) {
  if (set == other) {
    Set::clear(set);
    return;
  }
  uint32_t position = 0;
  while (const SetPlace* place = next_place(other, position)) {
    const int64_t found = find_place(set, place->element, place->hash);
    if (found >= 0) {
      Set::remove_at(set, found);
    } else {
      Set::add_new(heap, set, place->element, place->hash);
    }
  }
}

void set_become(SetObject* set, SetObject* other) {
  set->table = other->table;
  set->size = other->size;
  set->fill = other->fill;
  set->finger = other->finger;
  set->extra = other->extra;
}

bool set_is_subset(const SetObject* a, const SetObject* b) {
  if (a->size > b->size) return false;
  uint32_t position = 0;
  while (const SetPlace* place = next_place(a, position)) {
    if (find_place(b, place->element, place->hash) < 0) return false;
  }
  return true;
}

bool set_is_disjoint(const SetObject* a, const SetObject* b) {
  const SetObject* walked = a->size > b->size ? b : a;
  const SetObject* asked = walked == a ? b : a;
  uint32_t position = 0;
  while (const SetPlace* place = next_place(walked, position)) {
    if (find_place(asked, place->element, place->hash) >= 0) return false;
  }
  return true;
}

Work set_of(Machine& machine, Value iterable, SetObject*& out) {
  Heap& heap = machine.heap();
  if (!overrides(iterable, Special::iter)) {
    if (auto* set = try_as<SetObject>(iterable)) {
      out = set;
      return Work::done;
    }
    const auto* view = try_as<DictViewObject>(iterable);
    const DictObject* dict = view != nullptr && view->extra == DictViewObject::keys
                                 ? view->dict
                                 : try_as<DictObject>(iterable);
    if (dict != nullptr && (dict->extra & DictObject::kHasScriptKeys) == 0) {
      out = heap.make_set();
      Set::update(heap, out, dict);
      return Work::done;
    }
  }
  ListObject* items = heap.make_list();
  const Work work = walk_builtin(machine, iterable, items);
  if (work != Work::done) return work;
  SetObject* result = heap.make_set();
  for (const Value item : items->all()) {
    const Work checked = check_element(machine, result, item);
    if (checked != Work::done) return checked;
    Set::add(heap, result, item);
  }
  out = result;
  return Work::done;
}

Work set_binary(Machine& machine, BinaryOperator op, bool in_place, Value a, Value b, Value& out) {
  if (op != BinaryOperator::bit_and && op != BinaryOperator::bit_or &&
      op != BinaryOperator::bit_xor && op != BinaryOperator::subtract) {
    return Work::unknown;
  }
  const auto is_view = [](Value value) {
    const auto* view = try_as<DictViewObject>(value);
    return view != nullptr && view->extra != DictViewObject::values;
  };
  const bool has_views = is_view(a) || is_view(b);
  if (!has_views && (!is_kind(a, Kind::set) || !is_kind(b, Kind::set))) return Work::unknown;
  SetObject* left = nullptr;
  SetObject* right = nullptr;
  for (auto [value, set] : {std::pair{a, &left}, std::pair{b, &right}}) {
    const Work work = set_of(machine, value, *set);
    if (work == Work::unknown) return Work::script;  // some other iterable
    if (work != Work::done) return work;
    if (has_script(*set)) return Work::script;
  }
  Heap& heap = machine.heap();
  const bool frozen =
      is_kind(a, Kind::set) && is_subclass(left->cls, builtin_class(BuiltinClass::frozenset));
  if (in_place && is_kind(a, Kind::set) && !frozen) {
    switch (op) {
      case BinaryOperator::bit_and:
        set_intersect(heap, left, right);
        break;
      case BinaryOperator::bit_or:
        Set::update(heap, left, right);
        break;
      case BinaryOperator::bit_xor:
        set_symmetric_update(heap, left, right);
        break;
      default:
        set_subtract(left, right);
        break;
    }
    out = a;
    return Work::done;
  }
  SetObject* result = nullptr;
  switch (op) {
    case BinaryOperator::bit_and:
      result = set_intersection(heap, left, right, frozen);
      break;
    case BinaryOperator::bit_or:
      result = set_union(heap, left, right, frozen);
      break;
    case BinaryOperator::bit_xor:
      result = set_symmetric_difference(heap, left, right, frozen);
      break;
    default:
      result = set_difference(heap, left, right, frozen);
      break;
  }
  out = Value::object(result);
  return Work::done;
}

}  // namespace lockstep
