#include "base/arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/check.h"

namespace lockstep {

// Starts every block; objects fill the rest.
struct Arena::Block {
  std::array<uint8_t, kLineCount> line_marks;
  size_t top;                         // no object lies at or after this offset

  char* bytes() { return reinterpret_cast<char*>(this); }
};

namespace {
constexpr size_t kFirstLine = 3;      // the lines before it hold the block's header
}  // namespace

Arena::Arena(size_t limit) : memory_limit_(limit) {
  static_assert(sizeof(Block) <= kFirstLine * kLineSize);
}

Arena::~Arena() {
  for (void* region : regions_) std::free(region);
}

void Arena::mark_lines(const void* place, size_t bytes) {
  Block* block = block_of(place);
  const size_t offset = static_cast<size_t>(static_cast<const char*>(place) - block->bytes());
  const size_t last = (offset + bytes - 1) / kLineSize;
  for (size_t line = offset / kLineSize; line <= last; line++) block->line_marks[line] = 1;
}

void* Arena::allocate_slowly(size_t bytes) {
  if (bytes > kLargeObject) return allocate_large(bytes);
  // A long object would waste the small holes it does not fit: it goes to a fresh block instead.
  if (bytes > kLineSize && !holes_.empty()) return allocate_in_fresh_block(bytes);
  do {
    leave_hole();
    if (!next_hole()) {
      Block* block = take_free_block();
      cursor_ = block->bytes() + kFirstLine * kLineSize;
      limit_ = block->bytes() + kBlockSize;
    }
  } while (bytes > static_cast<size_t>(limit_ - cursor_));
  char* place = cursor_;
  cursor_ += bytes;
  return place;
}

void* Arena::allocate_in_fresh_block(size_t bytes) {
  if (bytes > static_cast<size_t>(fresh_limit_ - fresh_cursor_)) {
    Block* block = take_free_block();
    if (fresh_cursor_ != nullptr && fresh_cursor_ != fresh_limit_) {
      Block* old = block_of(fresh_cursor_);
      old->top = std::max(old->top, static_cast<size_t>(fresh_cursor_ - old->bytes()));
    }
    fresh_cursor_ = block->bytes() + kFirstLine * kLineSize;
    fresh_limit_ = block->bytes() + kBlockSize;
  }
  char* place = fresh_cursor_;
  fresh_cursor_ += bytes;
  Block* block = block_of(place);
  block->top = std::max(block->top, static_cast<size_t>(fresh_cursor_ - block->bytes()));
  return place;
}

void* Arena::allocate_large(size_t bytes) {
  require(bytes);
  // Plain new[]: the bytes stay uninitialised, so an untouched page costs nothing.
  LargeMemory memory(new char[kLargeHeader + bytes]);
  auto* header = new (memory.get()) Large{bytes, large_.size(), false};
  large_.push_back(std::move(memory));
  used_bytes_ += bytes;
  bytes_since_collection_ += bytes;
  return reinterpret_cast<char*>(header) + kLargeHeader;
}

void Arena::release_large(void* place) {
  const Large* header = large_header(place);
  const size_t bytes = header->bytes;
  const size_t index = header->index;
  used_bytes_ -= bytes;
  bytes_since_collection_ -= std::min(bytes, bytes_since_collection_);
  if (index + 1 != large_.size()) {
    large_[index] = std::move(large_.back());
    reinterpret_cast<Large*>(large_[index].get())->index = index;
  }
  large_.pop_back();
}

void Arena::leave_hole() {
  if (cursor_ == nullptr) return;
  // The hole's end may be the block's end, so the block is that of the byte before the cursor.
  Block* block = block_of(cursor_ - 1);
  block->top = std::max(block->top, static_cast<size_t>(cursor_ - block->bytes()));
}

bool Arena::next_hole() {
  if (holes_.empty()) return false;
  cursor_ = holes_.back().begin;
  limit_ = holes_.back().end;
  holes_.pop_back();
  bytes_since_collection_ += static_cast<size_t>(limit_ - cursor_);
  return true;
}

Arena::Block* Arena::take_free_block() {
  if (memory_limit_ != 0 && used_bytes_ + kBlockSize > memory_limit_) throw OutOfMemory();
  if (free_blocks_.empty()) allocate_region();
  Block* block = free_blocks_.back();
  free_blocks_.pop_back();
  block->line_marks.fill(0);
  block->top = kFirstLine * kLineSize;
  blocks_.push_back(block);
  used_bytes_ += kBlockSize;
  bytes_since_collection_ += kBlockSize;
  return block;
}

// A block by itself, being aligned, would leave a gap as large as itself before the next. So an arena that has some
// blocks gets several at a time.
void Arena::allocate_region() {
  constexpr size_t kMost = 32;
  size_t count = std::clamp<size_t>(all_blocks_.size() / 4, 1, kMost);
  void* region = std::aligned_alloc(kBlockSize, count * kBlockSize);
  if (region == nullptr) {
    count = 1;
    region = std::aligned_alloc(kBlockSize, kBlockSize);
  }
  if (region == nullptr) throw OutOfMemory();
  regions_.push_back(region);
  for (size_t i = count; i-- > 0;) {
    auto* block = reinterpret_cast<Block*>(static_cast<char*>(region) + i * kBlockSize);
    all_blocks_.push_back(block);
    known_blocks_.insert(block);
    free_blocks_.push_back(block);
  }
}

void Arena::begin_collection() {
  leave_hole();
  for (Block* block : blocks_) block->line_marks.fill(0);
  for (const LargeMemory& memory : large_) reinterpret_cast<Large*>(memory.get())->marked = false;
}

void Arena::end_collection() {
  holes_.clear();
  cursor_ = limit_ = fresh_cursor_ = fresh_limit_ = nullptr;
  size_t kept = 0;
  for (Block* block : blocks_) {
    size_t top = 0;
    size_t hole_begin = kFirstLine;
    const size_t first_hole = holes_.size();
    for (size_t line = kFirstLine; line <= kLineCount; line++) {
      const bool live = line == kLineCount || block->line_marks[line] != 0;
      if (!live) continue;
      if (line > hole_begin) {
        holes_.push_back({block->bytes() + hole_begin * kLineSize, block->bytes() + line * kLineSize});
      }
      if (line < kLineCount) top = line + 1;
      hole_begin = line + 1;
    }
    if (top == 0) {
      holes_.resize(first_hole);
      free_blocks_.push_back(block);
    } else {
      block->top = top * kLineSize;
      blocks_[kept++] = block;
    }
  }
  blocks_.resize(kept);
  std::erase_if(large_, [](const LargeMemory& memory) {
    return !reinterpret_cast<Large*>(memory.get())->marked;
  });
  used_bytes_ = blocks_.size() * kBlockSize;
  for (size_t i = 0; i < large_.size(); i++) {
    auto* header = reinterpret_cast<Large*>(large_[i].get());
    header->index = i;
    used_bytes_ += header->bytes;
  }
  bytes_since_collection_ = 0;
}

bool Arena::owns(const void* place) const {
  if (known_blocks_.contains(block_of(place))) return true;
  return std::any_of(large_.begin(), large_.end(), [place](const LargeMemory& memory) {
    const char* begin = memory.get();
    const size_t bytes = kLargeHeader + reinterpret_cast<const Large*>(begin)->bytes;
    return begin <= place && place < begin + bytes;
  });
}

void Arena::for_each_change(const Snapshot& since,
                            const std::function<void(const char*, const char*)>& see) const {
  constexpr size_t kHeader = kFirstLine * kLineSize;
  for (const auto& copy : since.blocks_) {
    const char* now = copy.block->bytes();
    const char* then = since.data_.get() + copy.offset;
    for (size_t at = kHeader; at < copy.bytes; at += kLineSize) {
      const size_t bytes = std::min(kLineSize, copy.bytes - at);
      if (std::memcmp(now + at, then + at, bytes) != 0) see(now + at, now + at + bytes);
    }
  }
  for (const auto& copy : since.large_) {
    const char* now = copy.memory.get();
    const char* then = since.data_.get() + copy.offset;
    for (size_t at = kLargeHeader; at < copy.bytes; at += kLineSize) {
      const size_t bytes = std::min(kLineSize, copy.bytes - at);
      if (std::memcmp(now + at, then + at, bytes) != 0) see(now + at, now + at + bytes);
    }
  }
}

std::shared_ptr<const Arena::Snapshot> Arena::save() {
  leave_hole();
  auto snapshot = std::make_shared<Snapshot>();
  size_t total = 0;
  snapshot->blocks_.reserve(blocks_.size());
  for (Block* block : blocks_) {
    snapshot->blocks_.push_back({block, total, block->top});
    total += block->top;
  }
  for (const LargeMemory& memory : large_) {
    const size_t bytes = kLargeHeader + reinterpret_cast<Large*>(memory.get())->bytes;
    snapshot->large_.push_back({memory, total, bytes});
    total += bytes;
  }
  snapshot->data_.reset(new char[total]);
  snapshot->data_bytes_ = total;
  for (const auto& copy : snapshot->blocks_) {
    std::memcpy(snapshot->data_.get() + copy.offset, copy.block->bytes(), copy.bytes);
  }
  for (const auto& copy : snapshot->large_) {
    std::memcpy(snapshot->data_.get() + copy.offset, copy.memory.get(), copy.bytes);
  }
  snapshot->holes_ = holes_;
  snapshot->cursor_ = cursor_;
  snapshot->limit_ = limit_;
  snapshot->fresh_cursor_ = fresh_cursor_;
  snapshot->fresh_limit_ = fresh_limit_;
  snapshot->used_bytes_ = used_bytes_;
  snapshot->bytes_since_collection_ = bytes_since_collection_;
  return snapshot;
}

void Arena::restore(const Snapshot& snapshot) {
  const bool same_blocks = std::equal(
      blocks_.begin(), blocks_.end(), snapshot.blocks_.begin(), snapshot.blocks_.end(),
      [](const Block* block, const Snapshot::BlockCopy& copy) { return block == copy.block; });
  blocks_.clear();
  for (const auto& copy : snapshot.blocks_) {
    std::memcpy(copy.block->bytes(), snapshot.data_.get() + copy.offset, copy.bytes);
    blocks_.push_back(copy.block);
  }
  if (!same_blocks) {
    std::vector<Block*> used = blocks_;
    std::sort(used.begin(), used.end());
    free_blocks_.clear();
    for (Block* block : all_blocks_) {
      if (!std::binary_search(used.begin(), used.end(), block)) free_blocks_.push_back(block);
    }
  }
  large_.clear();
  for (const auto& copy : snapshot.large_) {
    std::memcpy(copy.memory.get(), snapshot.data_.get() + copy.offset, copy.bytes);
    large_.push_back(copy.memory);
  }
  holes_ = snapshot.holes_;
  cursor_ = snapshot.cursor_;
  limit_ = snapshot.limit_;
  fresh_cursor_ = snapshot.fresh_cursor_;
  fresh_limit_ = snapshot.fresh_limit_;
  used_bytes_ = snapshot.used_bytes_;
  bytes_since_collection_ = snapshot.bytes_since_collection_;
}

}  // namespace lockstep
