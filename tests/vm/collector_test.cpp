#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "vm/dict.h"
#include "vm/references.h"
#include "vm_fixture.h"

namespace lockstep {

namespace {

// A graph of lists, tuples, cells and dicts whose numbers are checked after collections.
struct Graph {
  explicit Graph(Heap& heap) : heap(heap), root(heap.make_list()) {}

  Value node(std::mt19937& random, Value first, Value second) {
    const Value label = Value::small_int(static_cast<int64_t>(random()));
    const Value text = heap.make_str(std::string(random() % 300, 'x'));
    switch (random() % 4) {
      case 0: return Value::object(heap.make_tuple({label, first, second, text}));
      case 1: {
        DictObject* dict = heap.make_dict();
        Dict::set(heap, dict, label, first);
        Dict::set(heap, dict, text, second);
        return Value::object(dict);
      }
      case 2: return Value::object(heap.make_cell(first));
      default: {
        const Value items[] = {first, second, text, label};
        return Value::object(heap.make_list(items));
      }
    }
  }

  // A sum over everything reachable that changes when anything in it does.
  uint64_t fingerprint() {
    std::vector<Object*> seen;
    std::vector<Object*> open{root};
    uint64_t sum = 0;
    const auto visit = [&](Object* object) { open.push_back(object); };
    while (!open.empty()) {
      Object* object = open.back();
      open.pop_back();
      if (std::find(seen.begin(), seen.end(), object) != seen.end()) continue;
      seen.push_back(object);
      sum = sum * 31 + static_cast<uint64_t>(object->kind) + object->size;
      if (object->kind == Kind::string) sum += hash_text(static_cast<StrObject*>(object)->view());
      if (object->kind == Kind::array) {
        for (uint32_t i = 0; i < object->size; ++i) {
          const Value item = static_cast<ArrayObject*>(object)->items[i];
          if (item.is_small_int()) sum = sum * 7 + item.bits();
        }
      }
      for_each_reference(object, visit);
    }
    return sum;
  }

  Heap& heap;
  ListObject* root;
};

}  // namespace

TEST_CASE("what the root reaches survives collections unchanged, the rest is freed") {
  for (int seed = 0; seed < 8; ++seed) {
    TestHeap test;
    std::mt19937 random(seed);
    Graph graph(test.heap);
    for (int i = 0; i < 100; ++i) test.heap.append(graph.root, Value::none());
    size_t used_first = 0;
    for (int round = 0; round < 30; ++round) {
      for (int i = 0; i < 200; ++i) {
        Value* items = graph.root->items();
        items[random() % 100] = graph.node(random, items[random() % 100], items[random() % 100]);
        if (random() % 5 == 0) items[random() % 100] = Value::none();
      }
      const uint64_t before = graph.fingerprint();
      Object* roots[] = {graph.root};
      test.heap.collect(roots);
      CHECK(graph.fingerprint() == before);
      for (int i = 0; i < 1000; ++i) test.heap.make_str(std::string(random() % 200, 'y'));
      CHECK(graph.fingerprint() == before);
      // A graph without roots in it goes at once, however often its objects were marked before.
      if (round % 10 == 9) {
        for (int i = 0; i < 100; ++i) graph.root->items()[i] = Value::none();
        test.heap.collect(roots);
        if (round == 9) used_first = test.arena.used_bytes();
      }
    }
    CHECK(test.arena.used_bytes() <= used_first + 2 * Arena::kBlockSize);
  }
}

TEST_CASE("a run that was put back is collected as if it had never gone on") {
  TestHeap test;
  std::mt19937 random(1);
  Graph graph(test.heap);
  for (int i = 0; i < 50; ++i) test.heap.append(graph.root, Value::none());
  const auto change = [&] {
    for (int i = 0; i < 300; ++i) {
      Value* items = graph.root->items();
      items[random() % 50] = graph.node(random, items[random() % 50], Value::none());
    }
  };
  Object* roots[] = {graph.root};
  for (int collections = 1; collections < 5; ++collections) {
    change();
    test.heap.collect(roots);
    change();
    const auto snapshot = test.arena.save();
    const uint64_t before = graph.fingerprint();
    for (int i = 0; i < collections; ++i) {
      change();
      test.heap.collect(roots);
    }
    test.arena.restore(*snapshot);
    CHECK(graph.fingerprint() == before);
    test.heap.collect(roots);
    for (int i = 0; i < 3000; ++i) test.heap.make_str("z");
    CHECK(graph.fingerprint() == before);
  }
}

TEST_CASE("a long chain does not exhaust the C++ stack") {
  TestHeap test;
  ListObject* root = test.heap.make_list(1);
  Value chain = Value::none();
  for (int i = 0; i < 500'000; ++i) chain = Value::object(test.heap.make_cell(chain));
  test.heap.append(root, chain);
  Object* roots[] = {root};
  test.heap.collect(roots);
  int length = 0;
  for (Value link = root->items()[0]; is_kind(link, Kind::cell); link = as<CellObject>(link)->value) {
    ++length;
  }
  CHECK(length == 500'000);
}

}  // namespace lockstep
