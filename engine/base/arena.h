#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <unordered_set>
#include <vector>

namespace lockstep {

// Thrown by Arena::allocate when the run's memory limit is reached. The machine turns it into the
// script's MemoryError; it passes through nothing that owns anything but C++ locals.
class OutOfMemory : public std::bad_alloc {};

// The memory of one run: everything a script can change lives here and nowhere else, so a run is
// copied by copying the arena's used bytes and put back, to the same addresses, by copying them back.
//
// Small objects are bumped off 32 KiB blocks that are divided into lines of 128 bytes; the collector
// marks lines, and whole unmarked runs of lines are bumped through again (the mark-region scheme of
// Blackburn and McKinley, "Immix", PLDI 2008). Objects larger than kLargeObject have memory of their own.
// Nothing ever moves. Freed blocks are kept for reuse until the arena ends.
//
// Not thread-safe: used only by who has permission to run (see world/world.h).
class Arena {
 public:
  static constexpr size_t kBlockSize = 32 * 1024;
  static constexpr size_t kLineSize = 128;
  static constexpr size_t kLineCount = kBlockSize / kLineSize;
  static constexpr size_t kLargeObject = 4 * 1024;

  class Snapshot;

  // `limit`: the most bytes that may be in use, 0 for no limit.
  explicit Arena(size_t limit);
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Uninitialised memory, aligned to 8 bytes. Throws OutOfMemory.
  void* allocate(size_t bytes) {
    bytes = (bytes + 7) & ~size_t{7};
    if (bytes <= static_cast<size_t>(limit_ - cursor_) && bytes <= kLargeObject) {
      char* place = cursor_;
      cursor_ += bytes;
      return place;
    }
    return allocate_slowly(bytes);
  }

  // Gives back at once what a large allocate(bytes) gave and nothing refers to any more; smaller ones are left
  // to the next collection. A snapshot that has it keeps it.
  void release(void* place, size_t bytes) {
    if (bytes > kLargeObject) release_large(place);
  }

  // Bytes in blocks and large objects that may hold live data: what the limit is compared with.
  size_t used_bytes() const { return used_bytes_; }
  // Bytes handed to blocks and large objects since the last collection: when to collect next.
  size_t bytes_since_collection() const { return bytes_since_collection_; }
  void set_limit(size_t limit) { memory_limit_ = limit; }
  // Throws OutOfMemory where `bytes` more would pass the limit: for who is about to build something outside that
  // goes into the arena afterwards.
  void require(size_t bytes) const {
    if (memory_limit_ != 0 && (bytes > memory_limit_ || used_bytes_ > memory_limit_ - bytes)) throw OutOfMemory();
  }

  // A collection: begin, then mark() for every live object once, then end.
  void begin_collection();
  // `place` came from allocate(bytes).
  void mark(const void* place, size_t bytes) {
    if (bytes > kLargeObject) {
      large_header(place)->marked = true;
      return;
    }
    mark_lines(place, bytes);
  }
  void end_collection();

  // Whether `place` lies in memory of this arena, free or not.
  bool owns(const void* place) const;

  // Compares with a copy: calls `see(begin, end)` for the stretches of the memory that was in use then
  // which hold other bytes now, in the order of addresses within a block; a stretch may hold
  // some equal bytes too. What is in use only now is not looked at.
  void for_each_change(const Snapshot& since,
                       const std::function<void(const char*, const char*)>& see) const;

  // A copy of all of it. The same snapshot can be restored any number of times, while the arena lives.
  std::shared_ptr<const Snapshot> save();
  void restore(const Snapshot& snapshot);

 private:
  struct Block;

  // Stands before every large object's bytes.
  struct Large {
    size_t bytes = 0;
    size_t index = 0;                 // in large_
    bool marked = false;
  };
  static constexpr size_t kLargeHeader = (sizeof(Large) + 15) & ~size_t{15};
  using LargeMemory = std::shared_ptr<char[]>;

  struct Hole {
    char* begin;
    char* end;
  };

  static Large* large_header(const void* place) {
    return reinterpret_cast<Large*>(reinterpret_cast<uintptr_t>(place) - kLargeHeader);
  }
  static Block* block_of(const void* place) {
    return reinterpret_cast<Block*>(reinterpret_cast<uintptr_t>(place) & ~(kBlockSize - 1));
  }
  static void mark_lines(const void* place, size_t bytes);

  void* allocate_slowly(size_t bytes);
  void* allocate_large(size_t bytes);
  void release_large(void* place);
  void* allocate_in_fresh_block(size_t bytes);
  bool next_hole();
  Block* take_free_block();
  void allocate_region();
  void leave_hole();

  char* cursor_ = nullptr;            // the hole being filled
  char* limit_ = nullptr;
  char* fresh_cursor_ = nullptr;      // a block for objects longer than a line that fit no hole
  char* fresh_limit_ = nullptr;
  std::vector<Block*> blocks_;        // in use
  std::vector<Block*> free_blocks_;
  std::vector<Hole> holes_;           // left by the last collection; taken from the back
  std::vector<LargeMemory> large_;
  std::vector<void*> regions_;        // owned: what the blocks are parts of
  std::vector<Block*> all_blocks_;
  std::unordered_set<const Block*> known_blocks_;   // the same, for owns()
  size_t memory_limit_;
  size_t used_bytes_ = 0;
  size_t bytes_since_collection_ = 0;
};

// The saved bytes and the bookkeeping of one moment.
class Arena::Snapshot {
 public:
  size_t bytes() const { return data_bytes_; }

 private:
  friend class Arena;
  struct BlockCopy {
    Block* block;
    size_t offset;                    // into data_
    size_t bytes;
  };
  struct LargeCopy {
    LargeMemory memory;
    size_t offset;
    size_t bytes;
  };

  std::unique_ptr<char[]> data_;
  size_t data_bytes_ = 0;
  std::vector<BlockCopy> blocks_;
  std::vector<LargeCopy> large_;
  std::vector<Hole> holes_;
  char* cursor_ = nullptr;
  char* limit_ = nullptr;
  char* fresh_cursor_ = nullptr;
  char* fresh_limit_ = nullptr;
  size_t used_bytes_ = 0;
  size_t bytes_since_collection_ = 0;
};

}  // namespace lockstep
