#include "workbench/lesson_library.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "lesson_scripts.h"

namespace lockstep {

LessonLibrary::LessonLibrary(const std::vector<LessonSource>& sources) {
  for (const LessonSource& source : sources) {
    auto lesson = parse_lesson(source.text, source.path);
    if (!lesson) {
      const bool claims_to_be_one = source.text.find("# ---") != std::string::npos;
      if (claims_to_be_one) {
        errors_.push_back(lesson.error());
      } else {
        lessons_.push_back(plain_program(source));
      }
    } else if (const int other = find(lesson->id); other >= 0) {
      errors_.push_back({source.path, 1,
                         "The id '" + lesson->id + "' is that of " + lessons_[size_t(other)].path + "."});
    } else {
      lessons_.push_back(std::move(*lesson));
    }
  }
  std::map<std::string, double> first_of_topic;
  for (const Lesson& lesson : lessons_) {
    const auto [place, added] = first_of_topic.emplace(lesson.topic, lesson.order);
    if (!added) place->second = std::min(place->second, lesson.order);
  }
  std::sort(lessons_.begin(), lessons_.end(), [&](const Lesson& a, const Lesson& b) {
    const auto key = [&](const Lesson& lesson) {
      return std::tuple(first_of_topic[lesson.topic], std::string_view(lesson.topic), lesson.order,
                        std::string_view(lesson.path));
    };
    return key(a) < key(b);
  });
}

int LessonLibrary::find(std::string_view id) const {
  for (size_t index = 0; index < lessons_.size(); ++index) {
    if (lessons_[index].id == id) return int(index);
  }
  return -1;
}

std::vector<LessonSource> embedded_lessons() {
  std::vector<LessonSource> sources;
  for (const EmbeddedFile& file : lesson_scripts()) {
    sources.push_back({std::string(file.path), std::string(file.text)});
  }
  return sources;
}

Lesson new_program() {
  Lesson lesson;
  lesson.id = "new-program";
  lesson.title = "New program";
  lesson.topic = "Your own";
  lesson.path = "program.py";
  lesson.cells.push_back({LessonCellKind::markdown, 1,
                          "# New program\n\n"
                          "Type a program of your own beside this text. It is kept for your next visit.\n\n"
                          "- **Free run** runs it on real threads.\n"
                          "- **Step** lets you choose which thread goes next.\n"
                          "- **Explore** finds every way it can end.\n"});
  lesson.cells.push_back({LessonCellKind::code, 1,
                          "import threading\n\n\n"
                          "def work():\n"
                          "    print(\"hello from\", threading.current_thread().name)\n\n\n"
                          "thread = threading.Thread(target=work)\n"
                          "thread.start()\n"
                          "thread.join()\n"});
  return lesson;
}

Lesson plain_program(const LessonSource& source) {
  Lesson lesson;
  lesson.path = source.path;
  lesson.title = lesson.file_name();
  lesson.id = source.path;
  lesson.topic = "Programs";
  lesson.cells.push_back({LessonCellKind::code, 1, source.text});
  return lesson;
}

}  // namespace lockstep
