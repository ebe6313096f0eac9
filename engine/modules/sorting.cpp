#include "modules/sorting.h"

#include <algorithm>
#include <numeric>

#include "vm/machine.h"
#include "vm/objects/text.h"

// A merge sort of places: stable, and safe with an order that contradicts itself, which NaN and a
// learner's own __lt__ make. Runs of a few elements are sorted by insertion first. As in CPython it
// is always asked whether the later element is less than the earlier one.
namespace lockstep {

namespace {

constexpr size_t kRun = 12;

// `Less(a, b)`: whether the key at place a is less than the one at place b.
template <class Less>
class PlaceSorter {
 public:
  PlaceSorter(std::vector<uint32_t>& order, Less less)
      : order_(order), room_(order.size()), less_(less) {}

  void sort() {
    const size_t size = order_.size();
    if (is_one_run()) return;
    for (size_t begin = 0; begin < size; begin += kRun) insert(begin, std::min(begin + kRun, size));
    for (size_t width = kRun; width < size; width *= 2) {
      for (size_t begin = 0; begin + width < size; begin += 2 * width) {
        merge(begin, begin + width, std::min(begin + 2 * width, size));
      }
    }
  }

 private:
  // In order already, or the strict reverse of it, which is turned round. Looking costs little where it is neither.
  bool is_one_run() {
    const size_t size = order_.size();
    size_t end = 1;
    while (end < size && !less_(order_[end], order_[end - 1])) ++end;
    if (end == size) return true;
    if (end != 1) return false;
    while (end < size && less_(order_[end], order_[end - 1])) ++end;
    if (end != size) return false;
    std::reverse(order_.begin(), order_.end());
    return true;
  }

  void insert(size_t begin, size_t end) {
    for (size_t i = begin + 1; i < end; ++i) {
      const uint32_t place = order_[i];
      size_t j = i;
      for (; j > begin && less_(place, order_[j - 1]); --j) order_[j] = order_[j - 1];
      order_[j] = place;
    }
  }

  void merge(size_t begin, size_t middle, size_t end) {
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

  std::vector<uint32_t>& order_;
  std::vector<uint32_t> room_;
  Less less_;
};

template <class Less>
void sort_places(std::vector<uint32_t>& order, SortDirection direction, Less less) {
  if (direction == SortDirection::ascending) {
    PlaceSorter(order, less).sort();
  } else {
    // Equal ones stay in their order: only what is greater moves in front.
    auto greater = [less](uint32_t a, uint32_t b) { return less(b, a); };
    PlaceSorter(order, greater).sort();
  }
}

bool is_plain_text(Value value) {
  return is_kind(value, Kind::string) && value.as_object()->cls->overridden.empty();
}

}  // namespace

bool sort_order(std::span<const Value> keys, SortDirection direction,
                std::vector<uint32_t>& order) {
  order.resize(keys.size());
  std::iota(order.begin(), order.end(), 0);
  if (keys.size() < 2) return true;
  if (std::all_of(keys.begin(), keys.end(), [](Value key) { return key.is_small_int(); })) {
    sort_places(order, direction, [keys](uint32_t a, uint32_t b) {
      return keys[a].as_small_int() < keys[b].as_small_int();
    });
    return true;
  }
  if (std::all_of(keys.begin(), keys.end(), is_plain_text)) {
    sort_places(order, direction, [keys](uint32_t a, uint32_t b) {
      return as<StrObject>(keys[a])->view() < as<StrObject>(keys[b])->view();
    });
    return true;
  }
  if (std::all_of(keys.begin(), keys.end(), [](Value key) { return key.is_flonum(); })) {
    std::vector<double> numbers(keys.size());
    std::transform(keys.begin(), keys.end(), numbers.begin(),
                   [](Value key) { return key.as_flonum(); });
    sort_places(order, direction,
                [&numbers](uint32_t a, uint32_t b) { return numbers[a] < numbers[b]; });
    return true;
  }
  bool decided = true;
  sort_places(order, direction, [keys, &decided](uint32_t a, uint32_t b) {
    if (!decided) return false;
    const int less = Machine::plain_less(keys[a], keys[b]);
    decided = less != 0;
    return less == 1;
  });
  return decided;
}

}  // namespace lockstep
