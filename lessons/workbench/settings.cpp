#include "workbench/settings.h"

#include <nlohmann/json.hpp>

namespace lockstep {
namespace {

using nlohmann::json;

constexpr const char* kName = "workbench";

std::string edit_name(const std::string& lesson_id) { return "program/" + lesson_id; }

void read(const json& from, const char* name, float& to) {
  if (const auto found = from.find(name); found != from.end() && found->is_number()) to = found->get<float>();
}

void read(const json& from, const char* name, std::set<std::string, std::less<>>& to) {
  const auto found = from.find(name);
  if (found == from.end() || !found->is_array()) return;
  for (const json& item : *found) {
    if (item.is_string()) to.insert(item.get<std::string>());
  }
}

}  // namespace

WorkbenchSettings load_settings(Platform& platform) {
  WorkbenchSettings settings;
  const json stored = json::parse(platform.load_setting(kName), nullptr, false);
  if (!stored.is_object()) return settings;
  if (stored.value("theme", json()) == "light") settings.theme = ThemeVariant::light;
  if (const json& lesson = stored.value("lesson", json()); lesson.is_string()) settings.lesson = lesson;
  if (const json& interval = stored.value("switch_interval", json()); interval.is_number()) {
    settings.switch_interval = interval;
  }
  read(stored, "lessons_width", settings.shares.lessons);
  read(stored, "prose_share", settings.shares.prose);
  read(stored, "bottom_share", settings.shares.bottom);
  read(stored, "output_share", settings.shares.output);
  read(stored, "visited", settings.progress.visited);
  read(stored, "finished", settings.progress.finished);
  return settings;
}

void store_settings(Platform& platform, const WorkbenchSettings& settings) {
  const json stored = {
      {"theme", settings.theme == ThemeVariant::light ? "light" : "dark"},
      {"lesson", settings.lesson},
      {"switch_interval", settings.switch_interval},
      {"lessons_width", settings.shares.lessons},
      {"prose_share", settings.shares.prose},
      {"bottom_share", settings.shares.bottom},
      {"output_share", settings.shares.output},
      {"visited", settings.progress.visited},
      {"finished", settings.progress.finished},
  };
  platform.store_setting(kName, stored.dump());
}

std::optional<LessonProgram> load_edit(Platform& platform, const std::string& lesson_id) {
  const json stored = json::parse(platform.load_setting(edit_name(lesson_id)), nullptr, false);
  if (!stored.is_object() || !stored.value("text", json()).is_string()) return std::nullopt;
  LessonProgram program;
  program.text = stored["text"];
  for (const json& gap : stored.value("hidden", json::array())) {
    if (!gap.is_array() || gap.size() != 2 || !gap[0].is_number_integer() || !gap[1].is_number_integer()) continue;
    const HiddenLines hidden{gap[0], gap[1]};
    const bool in_order = program.hidden.empty() || program.hidden.back().line < hidden.line;
    if (hidden.line >= 0 && hidden.hidden > 0 && in_order) program.hidden.push_back(hidden);
  }
  return program;
}

void store_edit(Platform& platform, const std::string& lesson_id, const LessonProgram& program) {
  json hidden = json::array();
  for (const HiddenLines& gap : program.hidden) hidden.push_back({gap.line, gap.hidden});
  const json stored = {{"text", program.text}, {"hidden", hidden}};
  platform.store_setting(edit_name(lesson_id),
                         stored.dump(-1, ' ', false, json::error_handler_t::replace));
}

void forget_edit(Platform& platform, const std::string& lesson_id) {
  platform.store_setting(edit_name(lesson_id), "");
}

}  // namespace lockstep
