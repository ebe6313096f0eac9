#include "workbench/fonts.h"

#include <imgui_freetype.h>

#include <string_view>

#include "base/check.h"
#include "font_files.h"

namespace lockstep {
namespace {

// What prose, code and output may hold: Latin, Greek, Cyrillic, punctuation, arrows, mathematics, frames.
constexpr ImWchar kCharacters[] = {0x20,   0x24F,  0x2C6,  0x2DD,  0x300,  0x30C,  0x370,  0x3FF,
                                   0x400,  0x4FF,  0x2010, 0x205E, 0x2070, 0x209C, 0x20A0, 0x20BF,
                                   0x2100, 0x2126, 0x2190, 0x21FF, 0x2200, 0x22FF, 0x2500, 0x25FF,
                                   0x2605, 0x2606, 0x2713, 0x2718, 0xFFFD, 0xFFFD, 0};
// What labels and titles hold.
constexpr ImWchar kLabelCharacters[] = {0x20,   0x17F,  0x400,  0x4FF,  0x2010, 0x203A, 0x20AC, 0x20AC,
                                        0x2190, 0x2193, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar kIcons[] = {0xF000, 0xF2E0, 0};

// ImGui measures a font by its line, designers by its em: the one over the other, from the fonts' own
// tables.
constexpr float kInterLine = 1.2102f;
constexpr float kMonoLine = 1.32f;
constexpr float kNotoLine = 1.362f;
constexpr float kIconLine = 1.0f;

std::string_view font_file(std::string_view name) {
  for (const EmbeddedFile& file : font_files()) {
    if (file.path == name) return file.text;
  }
  ENSURE(!"the font is embedded");
  return {};
}

// Adds typefaces, sizes being those of the em; later ones fill in what earlier ones lack.
class Adder {
 public:
  Adder(ImFontAtlas& atlas, double pixel_ratio) : atlas_(atlas), pixel_ratio_(pixel_ratio) {}

  ImFont* add_label(std::string_view name, float em, const ImWchar* characters = kLabelCharacters) {
    ImFont* font = add(name, em * kInterLine, characters, nullptr);
    fill_in(font, em, characters);
    return font;
  }

  ImFont* add_label_with_icons(std::string_view name, float em) {
    ImFont* font = add_label(name, em);
    add("fontawesome-webfont.ttf", em * kIconLine * 1.15f, kIcons, font);
    return font;
  }

  ImFont* add_code(std::string_view name, float em, const ImWchar* characters) {
    ImFont* font = add(name, em * kMonoLine, characters, nullptr);
    if (characters == kCharacters) fill_in(font, em, characters);
    return font;
  }

 private:
  void fill_in(ImFont* font, float em, const ImWchar* characters) {
    add("NotoSans-Regular.ttf", em * kNotoLine, characters, font);
  }

  ImFont* add(std::string_view name, float size, const ImWchar* characters, ImFont* into) {
    const std::string_view data = font_file(name);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = into != nullptr;
    config.PixelSnapH = pixel_ratio_ < 1.5;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    // ImGui only reads it: without ownership it neither writes to nor frees the data
    ImFont* font = atlas_.AddFontFromMemoryTTF(const_cast<char*>(data.data()), int(data.size()),
                                               float(size * pixel_ratio_), &config, characters);
    font->Scale = float(1.0 / pixel_ratio_);
    return font;
  }

  ImFontAtlas& atlas_;
  double pixel_ratio_;
};

}  // namespace

Fonts build_fonts(ImFontAtlas& atlas, double pixel_ratio) {
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.TexDesiredWidth = pixel_ratio > 1.5 ? 4096 : 2048;
  Adder adder(atlas, pixel_ratio);
  Fonts fonts;
  fonts.text = adder.add_label_with_icons("Inter-Regular.otf", 13);
  fonts.strong = adder.add_label("Inter-SemiBold.otf", 13);
  fonts.small = adder.add_label("Inter-Regular.otf", 11.5f);
  fonts.small_strong = adder.add_label("Inter-SemiBold.otf", 11.5f);
  fonts.brand = adder.add_label("Inter-SemiBold.otf", 17);
  fonts.title = adder.add_label("Inter-SemiBold.otf", 25);
  fonts.heading = adder.add_label_with_icons("Inter-SemiBold.otf", 18);
  fonts.prose = adder.add_label("Inter-Regular.otf", 15.5f, kCharacters);
  fonts.prose_strong = adder.add_label("Inter-SemiBold.otf", 15.5f);
  fonts.prose_emphasis = adder.add_label("Inter-Italic.otf", 15.5f);
  // an em of 40/3 makes a character of code exactly 8 pixels wide
  fonts.code = adder.add_code("JetBrainsMono-Regular.ttf", 40 / 3.0f, kCharacters);
  fonts.code_small = adder.add_code("JetBrainsMono-Regular.ttf", 35 / 3.0f, kLabelCharacters);
  atlas.Build();
  return fonts;
}

}  // namespace lockstep
