#include "workbench/fonts.h"

#include <imgui_freetype.h>

#include <string_view>

#include "base/check.h"
#include "font_files.h"

namespace lockstep {
namespace {

constexpr ImWchar kCharacters[] = {0x20,   0x24F,  0x2C6,  0x2DD,  0x300,  0x36F,  0x370,  0x3FF,
                                   0x400,  0x52F,  0x1E00, 0x1EFF, 0x2000, 0x206F, 0x2070, 0x209F,
                                   0x20A0, 0x20BF, 0x2100, 0x214F, 0x2190, 0x21FF, 0x2200, 0x23FF,
                                   0x2500, 0x26FF, 0x2713, 0x2718, 0xFB01, 0xFB02, 0xFFFD, 0xFFFD,
                                   0};
constexpr ImWchar kIcons[] = {0xF000, 0xF2E0, 0};

std::string_view font_file(std::string_view name) {
  for (const EmbeddedFile& file : font_files()) {
    if (file.path == name) return file.text;
  }
  ENSURE(!"the font is embedded");
  return {};
}

// Adds typefaces at one size; later ones fill in what earlier ones lack.
class Adder {
 public:
  Adder(ImFontAtlas& atlas, double pixel_ratio) : atlas_(atlas), pixel_ratio_(pixel_ratio) {}

  ImFont* add(std::string_view name, float size, const ImWchar* characters = kCharacters,
              bool merge = false) {
    const std::string_view data = font_file(name);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge;
    config.PixelSnapH = pixel_ratio_ < 1.5;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    // ImGui only reads it: without ownership it neither writes to nor frees the data
    ImFont* font = atlas_.AddFontFromMemoryTTF(const_cast<char*>(data.data()), int(data.size()),
                                               float(size * pixel_ratio_), &config, characters);
    font->Scale = float(1.0 / pixel_ratio_);
    return font;
  }

  // Inter with what it lacks from Noto Sans, and the icons.
  ImFont* add_prose(std::string_view name, float size) {
    ImFont* font = add(name, size);
    add("NotoSans-Regular.ttf", size, kCharacters, true);
    add("fontawesome-webfont.ttf", size, kIcons, true);
    return font;
  }

 private:
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
  fonts.text = adder.add_prose("Inter-Regular.otf", 16);
  fonts.strong = adder.add_prose("Inter-SemiBold.otf", 16);
  fonts.emphasis = adder.add("Inter-Italic.otf", 16);
  fonts.small = adder.add_prose("Inter-Regular.otf", 13);
  fonts.heading = adder.add("Inter-SemiBold.otf", 19);
  fonts.title = adder.add("Inter-SemiBold.otf", 26);
  fonts.code = adder.add("JetBrainsMono-Regular.ttf", 15);
  fonts.code_strong = adder.add("JetBrainsMono-Bold.ttf", 15);
  atlas.Build();
  return fonts;
}

}  // namespace lockstep
