#include "vm/dict.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "vm_fixture.h"

namespace lockstep {

TEST_CASE("a dict agrees with a map through random changes, and keeps the order of insertion") {
  for (int seed = 0; seed < 20; ++seed) {
    TestHeap test;
    std::mt19937 random(seed);
    DictObject* dict = test.heap.make_dict();
    std::map<int64_t, int64_t> expected;
    std::vector<int64_t> order;
    const int span = seed % 2 == 0 ? 50 : 5000;
    for (int step = 0; step < 4000; ++step) {
      const int64_t key = static_cast<int64_t>(random() % span) - span / 3;
      const Value number = Value::small_int(key);
      switch (random() % 8) {
        case 0:
        case 1:
        case 2: {
          const bool is_new = expected.insert_or_assign(key, step).second;
          if (is_new) order.push_back(key);
          CHECK(Dict::set(test.heap, dict, number, Value::small_int(step)) == is_new);
          break;
        }
        case 3: {
          const Value removed = Dict::remove(dict, number);
          CHECK(removed.is_empty() == (expected.erase(key) == 0));
          std::erase(order, key);
          break;
        }
        case 4:
          if (random() % 100 == 0) dict = Dict::copy(test.heap, dict);
          break;
        default: {
          const auto place = expected.find(key);
          const Value found = Dict::get(dict, number);
          if (place == expected.end()) {
            CHECK(found.is_empty());
          } else {
            CHECK(found == Value::small_int(place->second));
          }
        }
      }
    }
    REQUIRE(dict->size == expected.size());
    DictIterator position;
    for (const int64_t key : order) CHECK(Dict::next(dict, position)->key == Value::small_int(key));
    CHECK(Dict::next(dict, position) == nullptr);
  }
}

TEST_CASE("keys that are equal are one key, whatever their form") {
  TestHeap test;
  Heap& heap = test.heap;
  DictObject* dict = heap.make_dict();
  CHECK(Dict::set(heap, dict, Value::small_int(1), Value::small_int(10)));
  CHECK_FALSE(Dict::set(heap, dict, Value::flonum(1.0), Value::small_int(11)));
  CHECK_FALSE(Dict::set(heap, dict, Value::boolean(true), Value::small_int(12)));
  CHECK_FALSE(Dict::set(heap, dict, heap.make_complex(1, 0), Value::small_int(13)));
  CHECK(Dict::get(dict, Value::small_int(1)) == Value::small_int(13));
  CHECK(Dict::set(heap, dict, heap.make_str("key"), Value::none()));
  CHECK_FALSE(Dict::set(heap, dict, heap.make_str("key"), Value::none()));
  CHECK(Dict::set(heap, dict, heap.make_bytes("key"), Value::none()));
  const auto pair = [&] {
    return Value::object(heap.make_tuple({heap.make_str("a"), Value::flonum(2.0)}));
  };
  CHECK(Dict::set(heap, dict, pair(), Value::none()));
  CHECK_FALSE(Dict::set(heap, dict, pair(), Value::none()));
  CHECK(Dict::get(dict, Value::object(heap.make_tuple({heap.make_str("a"), Value::small_int(2)})))
            .is_none());
  CHECK(dict->size == 4);
}

TEST_CASE("objects without equality of their own are keys by identity, numbered as they come") {
  TestHeap test;
  Heap& heap = test.heap;
  DictObject* dict = heap.make_dict();
  const Value first = Value::object(heap.make_cell(Value::none()));
  const Value second = Value::object(heap.make_cell(Value::none()));
  CHECK(Dict::get(dict, first).is_empty());
  CHECK(Dict::set(heap, dict, first, Value::small_int(1)));
  CHECK(Dict::get(dict, second).is_empty());
  CHECK(Dict::set(heap, dict, second, Value::small_int(2)));
  CHECK(Dict::get(dict, first) == Value::small_int(1));
  CHECK(Dict::get(dict, second) == Value::small_int(2));
  CHECK(hash_of(first) + 1 == hash_of(second));
}

TEST_CASE("the version of a dict's keys is given up when keys come or go, not when values change") {
  TestHeap test;
  Heap& heap = test.heap;
  DictObject* dict = heap.make_dict();
  Dict::set(heap, dict, Value::small_int(1), Value::none());
  dict->keys_version = 7;
  Dict::set(heap, dict, Value::small_int(1), Value::boolean(true));
  CHECK(dict->keys_version == 7);
  Dict::set(heap, dict, Value::small_int(2), Value::none());
  CHECK(dict->keys_version == 0);
  dict->keys_version = 8;
  Dict::remove(dict, Value::small_int(2));
  CHECK(dict->keys_version == 0);
}

TEST_CASE("keys can be walked by hash alone") {
  TestHeap test;
  Heap& heap = test.heap;
  DictObject* dict = heap.make_dict();
  for (int i = 0; i < 100; ++i) {
    Dict::append_new(heap, dict, Value::small_int(i), static_cast<uint64_t>(i % 10), Value::none());
  }
  Dict::remove_at(dict, 13);
  uint64_t probe = 0;
  std::vector<int64_t> entries;
  for (int64_t e = Dict::first_with_hash(dict, 3, probe); e >= 0;
       e = Dict::next_with_hash(dict, 3, probe)) {
    entries.push_back(e);
  }
  CHECK(entries.size() == 9);
  for (const int64_t entry : entries) CHECK(entry % 10 == 3);
}

TEST_CASE("numbers and tuples hash as in CPython") {
  TestHeap test;
  Heap& heap = test.heap;
  const auto tuple = [&](std::initializer_list<Value> items) {
    return Value::object(heap.make_tuple(items));
  };
  const struct {
    Value value;
    int64_t hash;
  } cases[] = {
      {Value::small_int(-1), -2},
      {Value::flonum(1.5), 1152921504606846977},
      {heap.make_complex(1, 2), 2000007},
      {tuple({}), 5740354900026072187},
      {tuple({Value::small_int(1), Value::small_int(2)}), -3550055125485641917},
      {tuple({tuple({Value::small_int(3)}), Value::boolean(true)}), -6278063591395986379},
      {heap.make_range(0, 10, 2), -6143170332311272345},
  };
  for (const auto& c : cases) CHECK(static_cast<int64_t>(hash_of(c.value)) == c.hash);
  SetObject* set = heap.make_set(true);
  for (int i = 0; i < 5; ++i) Set::add(heap, set, Value::small_int(i));
  CHECK(static_cast<int64_t>(hash_of(Value::object(set))) == -6574606388428675546);
}

TEST_CASE("lists and dicts cannot be hashed, nor tuples of them") {
  TestHeap test;
  Heap& heap = test.heap;
  const Value list = Value::object(heap.make_list());
  Value culprit;
  CHECK(is_hashable(Value::object(heap.make_tuple({Value::none()})), &culprit));
  CHECK_FALSE(is_hashable(Value::object(heap.make_tuple({Value::none(), list})), &culprit));
  CHECK(culprit == list);
}

}  // namespace lockstep
