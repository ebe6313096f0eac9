#pragma once

#include <string>

#include "workbench/platform.h"

namespace lockstep {

// A browser's page. What the browser lets a page do only while it handles a gesture of the user (links,
// the clipboard) is done then or not at all.
class WebPlatform : public Platform {
 public:
  bool open_link(std::string_view url) override;
  std::string clipboard_text() override;
  void set_clipboard_text(std::string_view text) override;
  std::string load_setting(std::string_view name) override;
  void store_setting(std::string_view name, std::string_view value) override;
  std::string address_fragment() override;
  void set_address_fragment(std::string_view fragment) override;
  std::string link_to(std::string_view fragment) override;
  double pixel_ratio() override;
  double now() override;

  // What the browser's paste event brought; clipboard_text gives it from then on.
  void receive_paste(std::string text) { clipboard_ = std::move(text); }

 private:
  std::string clipboard_;  // the last text copied or pasted here: a page cannot read the user's
};

// Puts the page's text field, which takes the keyboard, to where text is written: logical pixels. Where none is
// written, a screen's keyboard is not offered.
void place_text_field(bool wants_text, float x, float y, float height);

}  // namespace lockstep
