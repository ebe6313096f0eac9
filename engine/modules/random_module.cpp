#include <optional>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/random.h"
#include "vm/objects/primitive.h"
#include "vm/objects/thread.h"
#include "vm/random_draws.h"

// The generator behind the module random: a Mersenne Twister seeded as CPython seeds it. Everything
// else is python/random.py.
namespace lockstep {

namespace {

MersenneTwister& twister_of(const Call& call) { return as<RandomObject>(call[0])->twister; }

// A number below `count` where somebody tries all that a draw can give; nothing where nobody does.
std::optional<uint64_t> tried_draw(Machine& machine, uint64_t count) {
  RandomDraws* draws = machine.options().draws.get();
  if (draws == nullptr) return std::nullopt;
  ThreadObject& thread = machine.thread();
  return draws->draw({thread.task.id, thread.draws++}, count);
}

void seed_by_world(Machine& machine, MersenneTwister& twister) {
  uint32_t limbs[8];
  for (int i = 0; i < 8; i += 2) {
    const uint64_t bits = machine.world().random();
    limbs[i] = static_cast<uint32_t>(bits);
    limbs[i + 1] = static_cast<uint32_t>(bits >> 32) | (i == 6 ? 0x80000000u : 0);
  }
  twister.seed_integer(IntegerView{false, {limbs, 8}});
}

Step random_new(Machine& machine, Call& call) {
  auto* random = allocate_for<RandomObject>(machine, call[0], Kind::random);
  random->next_gauss = 0;
  new (&random->twister) MersenneTwister();
  return call.done(Value::object(random));
}

Step random_seed(Machine& machine, Call& call) {
  MersenneTwister& twister = twister_of(call);
  if (!call.given(1) || call[1].is_none()) {
    seed_by_world(machine, twister);
    return call.none();
  }
  const Value seed = call[1];
  if (is_int_value(seed)) {
    SmallInteger room(0);
    twister.seed_integer(int_view_of(seed, room));
  } else if (is_float_value(seed)) {
    twister.seed_float(float_of(seed));
  } else if (const auto* text = try_as<StrObject>(seed)) {
    twister.seed_bytes(text->view());
  } else if (is_bytes_like(seed)) {
    twister.seed_bytes(bytes_view(seed));
  } else {
    return raise_type_error(
        machine,
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
  }
  return call.none();
}

Step random_random(Machine& machine, Call& call) {
  constexpr uint64_t kSteps = uint64_t{1} << 53;
  if (const auto tried = tried_draw(machine, kSteps)) {
    return call.done(machine.heap().make_float(static_cast<double>(*tried) / static_cast<double>(kSteps)));
  }
  return call.done(machine.heap().make_float(twister_of(call).next_double()));
}

Step random_getrandbits(Machine& machine, Call& call) {
  int64_t count = 0;
  if (!machine.to_index(call[1], count)) return Step::raised;
  if (count < 0) return raise_value_error(machine, "number of bits must be non-negative");
  if (count == 0) return call.done(Value::small_int(0));
  if (count < 64) {
    if (const auto tried = tried_draw(machine, uint64_t{1} << count)) return call.done(machine.heap().make_int(*tried));
  }
  if (count <= 64)
    return call.done(machine.heap().make_int(twister_of(call).next_bits(static_cast<int>(count))));
  if (count > kMaximumIntegerBits) return machine.raise(BuiltinClass::memory_error, "");
  return call.done(machine.heap().make_int(IntegerView(twister_of(call).next_big_bits(count))));
}

// A number in [0, n). Requires n > 0.
Step random_below(Machine& machine, Call& call) {
  int64_t bound = 0;
  if (int64_of(call[1], bound)) {
    if (const auto tried = tried_draw(machine, static_cast<uint64_t>(bound))) {
      return call.done(machine.heap().make_int(*tried));
    }
    return call.done(
        machine.heap().make_int(twister_of(call).next_below(static_cast<uint64_t>(bound))));
  }
  SmallInteger room(0);
  return call.done(machine.heap().make_int(
      IntegerView(twister_of(call).next_big_below(int_view_of(call[1], room)))));
}

Step random_get_words(Machine& machine, Call& call) {
  const MersenneTwister& twister = twister_of(call);
  TupleObject* words = machine.heap().make_tuple_of(MersenneTwister::kStateSize + 1);
  for (int i = 0; i < MersenneTwister::kStateSize; ++i)
    words->items[i] = Value::small_int(twister.words()[static_cast<size_t>(i)]);
  words->items[MersenneTwister::kStateSize] = Value::small_int(twister.index());
  return call.done(Value::object(words));
}

Step random_set_words(Machine& machine, Call& call) {
  const auto* words = try_as<TupleObject>(call[1]);
  if (words == nullptr) return raise_type_error(machine, "state vector must be a tuple");
  if (words->size != MersenneTwister::kStateSize + 1)
    return raise_value_error(machine, "state vector is the wrong size");
  std::array<uint32_t, MersenneTwister::kStateSize> state{};
  for (int i = 0; i < MersenneTwister::kStateSize; ++i) {
    int64_t word = 0;
    if (!machine.to_index(words->items[i], word)) return Step::raised;
    state[static_cast<size_t>(i)] = static_cast<uint32_t>(word);
  }
  int64_t index = 0;
  if (!machine.to_index(words->items[MersenneTwister::kStateSize], index)) return Step::raised;
  if (index < 0 || index > MersenneTwister::kStateSize)
    return raise_value_error(machine, "invalid state");
  twister_of(call).set_state(state, static_cast<int32_t>(index));
  return call.none();
}

Step world_bits(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(machine.world().random()));
}

constexpr NativeRow kRandomMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", "Create a generator.", random_new},
    {"_seed", "(self, seed=None, /)", "", random_seed, kWrites},
    {"random", "(self, /)", "random() -> x in the interval [0, 1).", random_random, kWrites},
    {"getrandbits", "(self, k, /)", "getrandbits(k) -> x. Generates an int with k random bits.",
     random_getrandbits, kWrites},
    {"_randbelow", "(self, n, /)", "", random_below, kWrites},
    {"_get_words", "(self, /)", "", random_get_words, Effect::reads},
    {"_set_words", "(self, words, /)", "", random_set_words, kWrites},
};

constexpr ConstantRow kRandomConstants[] = {
    {"_State", ConstantRow::Type::cls, 0, 0, nullptr, BuiltinClass::random_},
};

constexpr NativeRow kRandomFunctions[] = {
    {"_world_bits", "()", "", world_bits},
};

}  // namespace

void add_random_module(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::random_, kRandomMethods);
  registry.constants("random", kRandomConstants);
  registry.functions("random", kRandomFunctions);
  registry.describe("random", "Random variable generators.");
}

}  // namespace lockstep
