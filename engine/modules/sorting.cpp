#include "modules/sorting.h"

#include <algorithm>
#include <numeric>

#include "vm/machine.h"
#include "vm/objects/text.h"

// CPython's sort of places, Tim Peters' timsort, without its galloping: runs that are in order already are
// found (and turned round if they go down), short ones are made longer by binary insertion, and neighbours are
// merged while their lengths are out of balance. Stable, and safe with an order that contradicts itself, which
// NaN and a learner's own __lt__ make. It is always asked whether the later element is less than the
// earlier one, and for short lists in exactly CPython's order.
namespace lockstep {

namespace {

constexpr size_t kShortest = 64;

// `Less(a, b)`: whether the key at place a is less than the one at place b.
template <class Less>
class PlaceSorter {
 public:
  PlaceSorter(const Machine& machine, std::vector<uint32_t>& order, Less less)
      : machine_(machine), order_(order), room_(order.size()), less_(less) {}

  void sort() {
    const size_t size = order_.size();
    const size_t shortest = shortest_run(size);
    for (size_t begin = 0; begin < size;) {
      const size_t sorted_end = count_run(begin, size);
      size_t end = std::min(begin + shortest, size);
      if (sorted_end < end) {
        insert(begin, sorted_end, end);
      } else {
        end = sorted_end;
      }
      runs_.push_back({begin, end});
      begin = end;
      collapse();
    }
    while (runs_.size() > 1) {
      size_t n = runs_.size() - 2;
      if (n > 0 && length(n - 1) < length(n + 1)) --n;
      merge_at(n);
    }
  }

 private:
  struct Run {
    size_t begin;
    size_t end;
  };

  static size_t shortest_run(size_t size) {
    size_t odd = 0;
    for (; size >= kShortest; size >>= 1) odd |= size & 1;
    return size + odd;
  }

  size_t length(size_t n) const { return runs_[n].end - runs_[n].begin; }

  // The end of the run that begins at `begin`.
  size_t count_run(size_t begin, size_t size) {
    size_t end = begin + 1;
    if (end == size) return end;
    const bool is_down = less_(order_[end], order_[begin]);
    ++end;
    while (end < size && less_(order_[end], order_[end - 1]) == is_down) ++end;
    if (is_down) {
      std::reverse(order_.begin() + static_cast<ptrdiff_t>(begin), order_.begin() + static_cast<ptrdiff_t>(end));
    }
    return end;
  }

  void insert(size_t begin, size_t sorted_end, size_t end) {
    for (size_t i = sorted_end; i < end; ++i) {
      const uint32_t place = order_[i];
      size_t left = begin;
      size_t right = i;
      while (left < right) {
        const size_t middle = (left + right) / 2;
        if (less_(place, order_[middle])) {
          right = middle;
        } else {
          left = middle + 1;
        }
      }
      for (size_t j = i; j > left; --j) order_[j] = order_[j - 1];
      order_[left] = place;
    }
  }

  // Keeps every run longer than the two behind it together, and longer than the next.
  void collapse() {
    while (runs_.size() > 1) {
      size_t n = runs_.size() - 2;
      if ((n > 0 && length(n - 1) <= length(n) + length(n + 1)) ||
          (n > 1 && length(n - 2) <= length(n - 1) + length(n))) {
        if (length(n - 1) < length(n + 1)) --n;
      } else if (length(n) > length(n + 1)) {
        break;
      }
      merge_at(n);
    }
  }

  void merge_at(size_t n) {
    merge(runs_[n].begin, runs_[n].end, runs_[n + 1].end);
    runs_[n].end = runs_[n + 1].end;
    runs_.erase(runs_.begin() + static_cast<ptrdiff_t>(n) + 1);
  }

  void merge(size_t begin, size_t middle, size_t end) {
    machine_.checkpoint();
    if (!less_(order_[middle], order_[middle - 1])) return;  // in order already
    std::copy(order_.begin() + static_cast<ptrdiff_t>(begin),
              order_.begin() + static_cast<ptrdiff_t>(middle), room_.begin());
    size_t left = 0;
    const size_t left_end = middle - begin;
    size_t right = middle;
    size_t out = begin;
    while (left < left_end && right < end) {
      order_[out++] = less_(order_[right], room_[left]) ? order_[right++] : room_[left++];
    }
    while (left < left_end) order_[out++] = room_[left++];
  }

  const Machine& machine_;
  std::vector<uint32_t>& order_;
  std::vector<uint32_t> room_;
  std::vector<Run> runs_;
  Less less_;
};

template <class Less>
void sort_places(const Machine& machine, std::vector<uint32_t>& order, SortDirection direction, Less less) {
  // Backwards on both sides, so that equal ones stay in their order.
  if (direction == SortDirection::descending) std::reverse(order.begin(), order.end());
  PlaceSorter(machine, order, less).sort();
  if (direction == SortDirection::descending) std::reverse(order.begin(), order.end());
}

bool is_plain_text(Value value) {
  return is_kind(value, Kind::string) && value.as_object()->cls->overridden.empty();
}

}  // namespace

bool sort_order(const Machine& machine, std::span<const Value> keys, SortDirection direction,
                std::vector<uint32_t>& order) {
  order.resize(keys.size());
  std::iota(order.begin(), order.end(), 0);
  if (keys.size() < 2) return true;
  if (std::all_of(keys.begin(), keys.end(), [](Value key) { return key.is_small_int(); })) {
    sort_places(machine, order, direction, [keys](uint32_t a, uint32_t b) {
      return keys[a].as_small_int() < keys[b].as_small_int();
    });
    return true;
  }
  if (std::all_of(keys.begin(), keys.end(), is_plain_text)) {
    sort_places(machine, order, direction, [keys](uint32_t a, uint32_t b) {
      return as<StrObject>(keys[a])->view() < as<StrObject>(keys[b])->view();
    });
    return true;
  }
  if (std::all_of(keys.begin(), keys.end(), [](Value key) { return key.is_flonum(); })) {
    std::vector<double> numbers(keys.size());
    std::transform(keys.begin(), keys.end(), numbers.begin(),
                   [](Value key) { return key.as_flonum(); });
    sort_places(machine, order, direction,
                [&numbers](uint32_t a, uint32_t b) { return numbers[a] < numbers[b]; });
    return true;
  }
  bool decided = true;
  sort_places(machine, order, direction, [keys, &decided](uint32_t a, uint32_t b) {
    if (!decided) return false;
    const int less = Machine::plain_less(keys[a], keys[b]);
    decided = less != 0;
    return less == 1;
  });
  return decided;
}

}  // namespace lockstep
