#pragma once

#include <string>
#include <string_view>

namespace lockstep {

// What the playground asks of the place it runs in. native/ and web/ each have one implementation.
// Only the thread that draws calls it; nothing here waits.
class Platform {
 public:
  virtual ~Platform() = default;

  // Opens a web address where the user reads web pages. False when that is impossible.
  virtual bool open_link(std::string_view url) = 0;

  // The clipboard that the user shares with other programs, as UTF-8.
  virtual std::string clipboard_text() = 0;
  virtual void set_clipboard_text(std::string_view text) = 0;

  // Small settings that outlive the program: UTF-8 texts under short names. Empty when never stored;
  // storing an empty text forgets the name. A place that keeps nothing is no error.
  virtual std::string load_setting(std::string_view name) = 0;
  virtual void store_setting(std::string_view name, std::string_view value) = 0;

  // Where the user may have come from a link: what stands behind the # of the page's address. Empty where
  // there is no address, as for what set_address_fragment does then.
  virtual std::string address_fragment() = 0;
  virtual void set_address_fragment(std::string_view fragment) = 0;
  // The whole link that leads to a fragment; empty where there are none.
  virtual std::string link_to(std::string_view fragment) = 0;

  // Pixels of the screen for each logical pixel, above zero. It changes while the program runs, when
  // the window moves to another screen or the browser zooms.
  virtual double pixel_ratio() = 0;

  // Seconds since some fixed moment; never goes back.
  virtual double now() = 0;
};

}  // namespace lockstep
