#include "workbench/workbench.h"

#include <imgui.h>

#include <nlohmann/json.hpp>

namespace lockstep {

Workbench::Workbench(Platform& platform) : platform_(platform) {}

void Workbench::frame() {
  const ImGuiViewport* viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->WorkPos);
  ImGui::SetNextWindowSize(viewport->WorkSize);
  ImGui::Begin("Lockstep", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::PushFont(fonts_.title);
  ImGui::TextUnformatted("Lockstep");
  ImGui::PopFont();
  ImGui::Text("%.0f × %.0f, scale %.2f", viewport->Size.x, viewport->Size.y,
              platform_.pixel_ratio());
  ImGui::End();
}

void Workbench::load_fonts(double pixel_ratio) {
  fonts_ = build_fonts(*ImGui::GetIO().Fonts, pixel_ratio);
  ImGui::GetIO().FontDefault = fonts_.text;
}

std::string Workbench::query(std::string_view json) {
  const auto question = nlohmann::json::parse(json, nullptr, false);
  if (!question.is_object()) return nlohmann::json{{"error", "not a JSON object"}}.dump();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return nlohmann::json{{"ready", true}, {"width", size.x}, {"height", size.y},
                        {"pixel_ratio", platform_.pixel_ratio()}}
      .dump();
}

bool Workbench::idle() const { return true; }

}  // namespace lockstep
