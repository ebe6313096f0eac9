#include "workbench/theme.h"

namespace lockstep {
namespace {

constexpr ImU32 rgb(uint32_t hex, uint32_t alpha = 0xFF) {
  return IM_COL32(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF, alpha);
}

// The thread colours were chosen by search: each contrasts with the panel at least 3.7 to 1, and
// all apart from each other for normal eyes and for eyes without red, green or blue cones.
Theme make_dark() {
  Theme t;
  t.variant = ThemeVariant::dark;
  t.window = rgb(0x0E1117);
  t.panel = rgb(0x161B24);
  t.raised = rgb(0x222937);
  t.hovered = rgb(0x2C3547);
  t.pressed = rgb(0x364157);
  t.border = rgb(0x283042);
  t.separator = rgb(0x222A39);
  t.popup = rgb(0x1C222E);
  t.shadow = rgb(0x000000, 0x70);
  t.text = rgb(0xE7EBF3);
  t.muted = rgb(0xA3AEC2);
  t.faint = rgb(0x7A869C);
  t.accent = rgb(0x6EA1FF);
  t.accent_soft = rgb(0x6EA1FF, 0x26);
  t.link = rgb(0x86B1FF);
  t.run = rgb(0x23875A);
  t.run_hovered = rgb(0x2A9C69);
  t.run_text = rgb(0xFFFFFF);
  t.success = rgb(0x5CCB95);
  t.success_soft = rgb(0x5CCB95, 0x1C);
  t.warning = rgb(0xF0B455);
  t.warning_soft = rgb(0xF0B455, 0x1C);
  t.danger = rgb(0xFF8A7E);
  t.danger_soft = rgb(0xFF6B5E, 0x22);
  t.selection = rgb(0x4D7FE0, 0x66);
  t.current_line = rgb(0xFFFFFF, 0x0A);
  t.caret = rgb(0xFFFFFF);
  t.scrollbar = rgb(0xFFFFFF, 0x24);
  t.scrollbar_hovered = rgb(0xFFFFFF, 0x40);
  t.code = {rgb(0xD8DEE9), rgb(0xC594F2), rgb(0xF2A272), rgb(0x6FC3DF), rgb(0x82B1FF),
            rgb(0xE8C46A), rgb(0xD8DEE9), rgb(0xF2A272), rgb(0x9BCB87), rgb(0x7A879E),
            rgb(0x9FACC2), rgb(0xFF8A7E)};
  t.threads = {rgb(0xB9C4D8), rgb(0x56B4E9), rgb(0xF0A732), rgb(0x1E9669), rgb(0xFF78A5),
               rgb(0x9669FF), rgb(0xFFD200), rgb(0xB4F0D2), rgb(0xFF2D69), rgb(0x96872D),
               rgb(0xE1F078), rgb(0xF02DB4), rgb(0x78FFA5)};
  return t;
}

Theme make_light() {
  Theme t;
  t.variant = ThemeVariant::light;
  t.window = rgb(0xECEFF4);
  t.panel = rgb(0xFFFFFF);
  t.raised = rgb(0xF0F2F6);
  t.hovered = rgb(0xE4E8EF);
  t.pressed = rgb(0xD6DCE6);
  t.border = rgb(0xD5DBE5);
  t.separator = rgb(0xE6EAF0);
  t.popup = rgb(0xFFFFFF);
  t.shadow = rgb(0x1B2638, 0x30);
  t.text = rgb(0x1A2130);
  t.muted = rgb(0x4E5A6E);
  t.faint = rgb(0x6E798B);
  t.accent = rgb(0x2A63D4);
  t.accent_soft = rgb(0x2A63D4, 0x18);
  t.link = rgb(0x2159C8);
  t.run = rgb(0x1D8053);
  t.run_hovered = rgb(0x187046);
  t.run_text = rgb(0xFFFFFF);
  t.success = rgb(0x17714A);
  t.success_soft = rgb(0x1D8053, 0x16);
  t.warning = rgb(0x8A5A00);
  t.warning_soft = rgb(0xE0A020, 0x22);
  t.danger = rgb(0xB9281C);
  t.danger_soft = rgb(0xD0392B, 0x16);
  t.selection = rgb(0x2A63D4, 0x40);
  t.current_line = rgb(0x1B2638, 0x0A);
  t.caret = rgb(0x101622);
  t.scrollbar = rgb(0x1B2638, 0x30);
  t.scrollbar_hovered = rgb(0x1B2638, 0x55);
  t.code = {rgb(0x222A3A), rgb(0x8431B8), rgb(0xA8470B), rgb(0x0D6E87), rgb(0x1F54BF),
            rgb(0x7F5F00), rgb(0x222A3A), rgb(0xA8470B), rgb(0x2E7528), rgb(0x6A7688),
            rgb(0x4E5A6E), rgb(0xB9281C)};
  t.threads = {rgb(0x51607A), rgb(0x1C7FB8), rgb(0xB26A00), rgb(0x00693C), rgb(0xE11EB4),
               rgb(0x4B0087), rgb(0x785A1E), rgb(0x003CC3), rgb(0xF03C69), rgb(0xB45AF0),
               rgb(0x690F3C), rgb(0x2D3C00), rgb(0x5A1E69)};
  return t;
}

void set(ImGuiStyle& style, ImGuiCol which, ImU32 colour) {
  style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
}

}  // namespace

const Theme& theme_of(ThemeVariant variant) {
  static const Theme dark = make_dark();
  static const Theme light = make_light();
  return variant == ThemeVariant::dark ? dark : light;
}

void apply_theme(const Theme& theme) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.PopupRounding = space::panel_radius;
  style.WindowRounding = 0;
  style.FrameRounding = space::radius;
  style.FramePadding = {space::s, 6};
  style.ItemSpacing = {space::s, space::s};
  style.ScrollbarSize = 11;
  style.ScrollbarRounding = 6;
  style.DisabledAlpha = 0.45f;
  style.HoverDelayNormal = 0.35f;
  set(style, ImGuiCol_WindowBg, theme.window);
  set(style, ImGuiCol_ChildBg, 0);
  set(style, ImGuiCol_PopupBg, theme.popup);
  set(style, ImGuiCol_Border, theme.border);
  set(style, ImGuiCol_Text, theme.text);
  set(style, ImGuiCol_TextDisabled, theme.faint);
  set(style, ImGuiCol_FrameBg, theme.raised);
  set(style, ImGuiCol_FrameBgHovered, theme.hovered);
  set(style, ImGuiCol_FrameBgActive, theme.pressed);
  set(style, ImGuiCol_Header, theme.accent_soft);
  set(style, ImGuiCol_HeaderHovered, theme.hovered);
  set(style, ImGuiCol_HeaderActive, theme.pressed);
  set(style, ImGuiCol_ScrollbarBg, 0);
  set(style, ImGuiCol_ScrollbarGrab, theme.scrollbar);
  set(style, ImGuiCol_ScrollbarGrabHovered, theme.scrollbar_hovered);
  set(style, ImGuiCol_ScrollbarGrabActive, theme.scrollbar_hovered);
  set(style, ImGuiCol_NavHighlight, theme.accent);
  set(style, ImGuiCol_TextSelectedBg, theme.selection);
  set(style, ImGuiCol_Separator, theme.separator);
  set(style, ImGuiCol_ModalWindowDimBg, theme.shadow);
  set(style, ImGuiCol_NavWindowingDimBg, theme.shadow);
}

}  // namespace lockstep
