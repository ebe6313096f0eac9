#include "base/arena.h"

#include <doctest/doctest.h>

#include <cstring>
#include <random>
#include <vector>

using lockstep::Arena;

namespace {

struct Piece {
  unsigned char* place;
  size_t bytes;
  unsigned char fill;

  bool intact() const {
    for (size_t i = 0; i < bytes; i++) {
      if (place[i] != fill) return false;
    }
    return true;
  }
};

Piece make_piece(Arena& arena, std::mt19937& random) {
  const size_t sizes[] = {8, 16, 24, 40, 120, 136, 500, 4096, 4104, 20000};
  const size_t bytes = sizes[random() % std::size(sizes)];
  const auto fill = static_cast<unsigned char>(random());
  auto* place = static_cast<unsigned char*>(arena.allocate(bytes));
  std::memset(place, fill, bytes);
  return {place, bytes, fill};
}

}  // namespace

TEST_CASE("live objects survive collections untouched and never overlap") {
  Arena arena(0);
  std::mt19937 random(1);
  std::vector<Piece> live;
  for (int round = 0; round < 40; round++) {
    for (int i = 0; i < 400; i++) live.push_back(make_piece(arena, random));
    std::vector<Piece> kept;
    arena.begin_collection();
    for (const Piece& piece : live) {
      if (random() % 3 == 0) {
        kept.push_back(piece);
        arena.mark(piece.place, piece.bytes);
      }
    }
    arena.end_collection();
    live = kept;
    for (const Piece& piece : live) CHECK(piece.intact());
  }
}

TEST_CASE("an endless allocator that keeps nothing stays small") {
  Arena arena(0);
  std::mt19937 random(2);
  size_t most = 0;
  for (int round = 0; round < 200; round++) {
    for (int i = 0; i < 200; i++) make_piece(arena, random);
    most = std::max(most, arena.used_bytes());
    arena.begin_collection();
    arena.end_collection();
  }
  CHECK(arena.used_bytes() == 0);
  CHECK(most < 2'000'000);
}

TEST_CASE("a snapshot puts everything back, any number of times, whatever happened since") {
  Arena arena(0);
  std::mt19937 random(3);
  std::vector<Piece> live;
  for (int i = 0; i < 300; i++) live.push_back(make_piece(arena, random));
  auto first = arena.save();
  for (int round = 0; round < 5; round++) {
    // Overwrite all, allocate more, collect everything away.
    for (Piece& piece : live) std::memset(piece.place, 0xEE, piece.bytes);
    std::vector<Piece> later;
    for (int i = 0; i < 300; i++) later.push_back(make_piece(arena, random));
    auto second = arena.save();
    arena.begin_collection();
    arena.end_collection();
    for (int i = 0; i < 100; i++) make_piece(arena, random);
    arena.restore(*second);
    for (const Piece& piece : later) CHECK(piece.intact());
    arena.restore(*first);
    for (const Piece& piece : live) CHECK(piece.intact());
    // What is allocated now must not touch what is live.
    for (int i = 0; i < 300; i++) make_piece(arena, random);
    for (const Piece& piece : live) CHECK(piece.intact());
    arena.restore(*first);
  }
}

TEST_CASE("the limit is kept") {
  Arena arena(1 << 20);
  CHECK_THROWS_AS(arena.allocate(2 << 20), lockstep::OutOfMemory);
  auto fill = [&] {
    for (;;) arena.allocate(64);
  };
  CHECK_THROWS_AS(fill(), lockstep::OutOfMemory);
  CHECK(arena.used_bytes() <= (1 << 20));
}
