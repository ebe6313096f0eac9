#pragma once

#include <map>
#include <string>

#include "workbench/platform.h"

namespace lockstep {

// The desktop. Needs SDL's video part to be running for everything but settings.
class NativePlatform : public Platform {
 public:
  // `own_scale` is what Window::Settings::own_scale says.
  explicit NativePlatform(double own_scale);

  bool open_link(std::string_view url) override;
  std::string clipboard_text() override;
  void set_clipboard_text(std::string_view text) override;
  std::string load_setting(std::string_view name) override;
  void store_setting(std::string_view name, std::string_view value) override;
  std::string address_fragment() override { return {}; }
  void set_address_fragment(std::string_view) override {}
  std::string link_to(std::string_view) override { return {}; }
  double pixel_ratio() override;
  double now() override;

 private:
  double own_scale_;
  std::string settings_file_;  // empty where there is no place for one
  std::map<std::string, std::string, std::less<>> settings_;
};

// The scale that the desktop asks of programs and SDL does not apply by itself: 1 where it does.
double desktop_scale();

}  // namespace lockstep
