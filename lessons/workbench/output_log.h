#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "session/session.h"

// What a run has written, as lines that remember who wrote which piece.
namespace lockstep {

struct OutputPiece {
  uint32_t thread = 0;
  bool is_error = false;
  std::string text;       // without line ends; tabs are spaces
};

struct OutputLine {
  double time = 0;                   // of its first piece
  std::vector<OutputPiece> pieces;   // more than one where several threads wrote into one line

  bool written_by(uint32_t thread) const;
  std::string text() const;
};

class OutputLog {
 public:
  // So many lines are kept; then the oldest tenth is dropped.
  static constexpr size_t kMostLines = 100000;

  void clear();
  void append(const std::vector<OutputChunk>& chunks);

  // The last line is there, though empty, only while it is being written.
  const std::vector<OutputLine>& lines() const { return lines_; }
  size_t dropped_lines() const { return dropped_; }
  uint64_t version() const { return version_; }

  std::string text() const;         // all of it that is kept
  std::string last_line() const;    // the last line that is not blank

 private:
  void add(const OutputChunk& chunk);

  std::vector<OutputLine> lines_;
  bool line_open_ = false;
  size_t dropped_ = 0;
  uint64_t version_ = 0;
};

}  // namespace lockstep
