#include "workbench/lesson_file.h"

#include <cstdlib>
#include <map>
#include <optional>

namespace lockstep {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string_view> split_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// What follows `#` or `# `; nothing when the line is no comment.
std::optional<std::string_view> comment_text(std::string_view line) {
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  if (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

struct CellMarker {
  LessonCellKind kind;
};

// `# %%`, `# %% [markdown]`, `# %% Any title [markdown] key="value"`; `#%%` as well, as some editors write it.
std::optional<CellMarker> cell_marker(std::string_view line) {
  const auto comment = comment_text(line);
  if (!comment || !comment->starts_with("%%")) return std::nullopt;
  const std::string_view rest = comment->substr(2);
  const bool prose = rest.find("[markdown]") != std::string_view::npos ||
                     rest.find("[md]") != std::string_view::npos;
  return CellMarker{prose ? LessonCellKind::markdown : LessonCellKind::code};
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    return std::string(value.substr(1, value.size() - 2));
  }
  return std::string(value);
}

// Puts a file together cell by cell; the first mistake ends it.
class LessonReader {
 public:
  LessonReader(std::string_view text, std::string_view path) : lines_(split_lines(text)) {
    lesson_.path = path;
  }

  Result<Lesson, LessonError> read() {
    size_t index = 0;
    while (index < lines_.size() && trimmed(lines_[index]).empty()) ++index;
    if (!read_header(index)) return failure();
    if (!read_cells(index)) return failure();
    if (lesson_.title.empty()) {
      return fail_at(header_line_, "The header says no title.");
    }
    if (lesson_.topic.empty()) {
      return fail_at(header_line_, "The header says no topic.");
    }
    if (lesson_.id.empty()) {
      const std::string_view name = lesson_.file_name();
      lesson_.id = name.substr(0, name.rfind('.'));
    }
    return std::move(lesson_);
  }

 private:
  Failure<LessonError> fail_at(size_t line, std::string message) {
    return Failure(LessonError{lesson_.path, static_cast<int>(line), std::move(message)});
  }
  Failure<LessonError> failure() { return fail_at(error_line_, std::move(error_)); }
  bool fail(size_t index, std::string message) {
    error_line_ = index + 1;
    error_ = std::move(message);
    return false;
  }

  bool read_header(size_t& index) {
    if (index == lines_.size() || trimmed(lines_[index]) != "# ---") {
      return fail(index, "A lesson begins with a header between two lines '# ---'.");
    }
    header_line_ = index + 1;
    const size_t first = index++;
    for (; index < lines_.size(); ++index) {
      if (trimmed(lines_[index]) == "# ---") {
        ++index;
        return true;
      }
      const auto comment = comment_text(lines_[index]);
      if (!comment) return fail(index, "Every line of the header begins with '#'.");
      if (!read_field(index, *comment)) return false;
    }
    return fail(first, "The header has no closing line '# ---'.");
  }

  // Only fields at the outermost level are ours; what Jupytext itself keeps stands indented below `jupyter:`.
  bool read_field(size_t index, std::string_view line) {
    if (trimmed(line).empty() || line.front() == ' ' || line.front() == '#') return true;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      return fail(index, "A line of the header reads 'name: value'.");
    }
    const std::string_view name = trimmed(line.substr(0, colon));
    const std::string value = unquoted(line.substr(colon + 1));
    if (name == "title") lesson_.title = value;
    if (name == "topic") lesson_.topic = value;
    if (name == "id") lesson_.id = value;
    if (name == "order") {
      char* end = nullptr;
      lesson_.order = std::strtod(value.c_str(), &end);
      if (value.empty() || *end != '\0') return fail(index, "The order is a number.");
    }
    return true;
  }

  bool read_cells(size_t index) {
    LessonCellKind kind = LessonCellKind::code;  // what stands before the first marker is code
    size_t begin = index;
    for (; index <= lines_.size(); ++index) {
      const bool at_end = index == lines_.size();
      const auto marker = at_end ? std::nullopt : cell_marker(lines_[index]);
      if (!at_end && !marker) continue;
      if (!add_cell(kind, begin, index)) return false;
      if (marker) kind = marker->kind;
      begin = index + 1;
    }
    if (!has_code_) return fail(header_line_ - 1, "The lesson has no code cell.");
    return true;
  }

  bool add_cell(LessonCellKind kind, size_t begin, size_t end) {
    std::vector<std::string_view> lines;
    bool quoted = false;
    for (size_t index = begin; index < end; ++index) {
      std::string_view line = lines_[index];
      if (kind == LessonCellKind::markdown && !trimmed(line).empty()) {
        const auto comment = comment_text(line);
        const bool quote = trimmed(line) == "\"\"\"";
        if (quote) {
          quoted = !quoted;
          line = {};
        } else if (!quoted) {
          if (!comment) return fail(index, "A line of a markdown cell begins with '#'.");
          line = *comment;
        }
      }
      lines.push_back(line);
    }
    if (quoted) return fail(begin, "The text of this markdown cell is not closed.");
    while (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
    size_t first = 0;
    while (first < lines.size() && trimmed(lines[first]).empty()) ++first;
    if (first == lines.size()) return true;

    LessonCell cell{kind, static_cast<int>(begin + first + 1), {}};
    for (size_t index = first; index < lines.size(); ++index) {
      cell.text += lines[index];
      cell.text += '\n';
    }
    has_code_ = has_code_ || kind == LessonCellKind::code;
    lesson_.cells.push_back(std::move(cell));
    return true;
  }

  std::vector<std::string_view> lines_;
  Lesson lesson_;
  size_t header_line_ = 1;
  bool has_code_ = false;
  size_t error_line_ = 1;
  std::string error_;
};

}  // namespace

std::string_view Lesson::file_name() const {
  const std::string_view whole = path;
  return whole.substr(whole.rfind('/') + 1);
}

std::string LessonError::text() const {
  return path + ":" + std::to_string(line) + ": " + message;
}

Result<Lesson, LessonError> parse_lesson(std::string_view text, std::string_view path) {
  return LessonReader(text, path).read();
}

}  // namespace lockstep
