#include "workbench/output_log.h"

#include <algorithm>

#include "workbench/utf8.h"

namespace lockstep {
namespace {

constexpr size_t kTab = 8;

}  // namespace

bool OutputLine::written_by(uint32_t thread) const {
  return std::any_of(pieces.begin(), pieces.end(),
                     [thread](const OutputPiece& piece) { return piece.thread == thread; });
}

std::string OutputLine::text() const {
  std::string result;
  for (const OutputPiece& piece : pieces) result += piece.text;
  return result;
}

void OutputLog::clear() {
  lines_.clear();
  line_open_ = false;
  dropped_ = 0;
  ++version_;
}

void OutputLog::append(const std::vector<OutputChunk>& chunks) {
  if (chunks.empty()) return;
  for (const OutputChunk& chunk : chunks) add(chunk);
  if (lines_.size() > kMostLines) {
    const size_t dropped = lines_.size() - kMostLines * 9 / 10;
    lines_.erase(lines_.begin(), lines_.begin() + std::ptrdiff_t(dropped));
    dropped_ += dropped;
  }
  ++version_;
}

void OutputLog::add(const OutputChunk& chunk) {
  for (const char byte : chunk.text) {
    if (byte == '\r') continue;
    if (!line_open_) {
      lines_.push_back({chunk.time, {}});
      line_open_ = true;
    }
    auto& pieces = lines_.back().pieces;
    if (pieces.empty() || pieces.back().thread != chunk.thread ||
        pieces.back().is_error != chunk.is_error) {
      if (byte != '\n' || pieces.empty()) pieces.push_back({chunk.thread, chunk.is_error, {}});
    }
    if (byte == '\n') {
      line_open_ = false;
    } else if (byte == '\t') {
      std::string& text = pieces.back().text;
      text.append(kTab - count_characters(text) % kTab, ' ');
    } else {
      pieces.back().text += byte;
    }
  }
}

std::string OutputLog::text() const {
  std::string result;
  for (const OutputLine& line : lines_) {
    for (const OutputPiece& piece : line.pieces) result += piece.text;
    result += '\n';
  }
  if (line_open_ && !result.empty()) result.pop_back();
  return result;
}

std::string OutputLog::last_line() const {
  for (size_t index = lines_.size(); index-- > 0;) {
    std::string text = lines_[index].text();
    if (text.find_first_not_of(' ') != std::string::npos) return text;
  }
  return {};
}

}  // namespace lockstep
