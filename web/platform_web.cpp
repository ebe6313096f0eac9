#include "web/platform_web.h"

#include <emscripten.h>
#include <emscripten/html5.h>

#include <cstdlib>

EM_JS(bool, lockstep_open_link, (const char* url), {
  const opened = window.open(UTF8ToString(url), '_blank', 'noopener');
  return opened !== null || true;  // with noopener the browser does not say
});

EM_JS(void, lockstep_write_clipboard, (const char* text), {
  const content = UTF8ToString(text);
  if (navigator.clipboard) navigator.clipboard.writeText(content).catch(() => {});
});

EM_JS(char*, lockstep_load_setting, (const char* name), {
  let value = null;
  try {
    value = localStorage.getItem('lockstep.' + UTF8ToString(name));
  } catch (error) {
    // storage is switched off: nothing was ever kept
  }
  return stringToNewUTF8(value || "");
});

EM_JS(void, lockstep_store_setting, (const char* name, const char* value), {
  const key = 'lockstep.' + UTF8ToString(name);
  const content = UTF8ToString(value);
  try {
    if (content) localStorage.setItem(key, content);
    else localStorage.removeItem(key);
  } catch (error) {
    // storage is full or switched off: the setting lasts as long as the page
  }
});

EM_JS(char*, lockstep_address_fragment, (), { return stringToNewUTF8(location.hash.slice(1)); });

// Written over what is there: a step is no page to go back to.
EM_JS(void, lockstep_set_address_fragment, (const char* fragment), {
  const content = UTF8ToString(fragment);
  history.replaceState(null, "", content ? '#' + content : location.pathname + location.search);
});

EM_JS(char*, lockstep_link_to, (const char* fragment), {
  return stringToNewUTF8(location.href.split('#')[0] + '#' + UTF8ToString(fragment));
});

EM_JS(void, lockstep_place_text_field, (bool wants_text, double x, double y, double height), {
  const field = document.getElementById('keyboard');
  field.inputMode = wants_text ? 'text' : 'none';
  if (!wants_text) return;
  field.style.left = x + 'px';
  field.style.top = y + 'px';
  field.style.height = height + 'px';
});

namespace lockstep {

void place_text_field(bool wants_text, float x, float y, float height) {
  lockstep_place_text_field(wants_text, x, y, height);
}

bool WebPlatform::open_link(std::string_view url) {
  return lockstep_open_link(std::string(url).c_str());
}

std::string WebPlatform::clipboard_text() { return clipboard_; }

void WebPlatform::set_clipboard_text(std::string_view text) {
  clipboard_ = text;
  lockstep_write_clipboard(clipboard_.c_str());
}

std::string WebPlatform::load_setting(std::string_view name) {
  char* value = lockstep_load_setting(std::string(name).c_str());
  std::string result = value;
  std::free(value);
  return result;
}

void WebPlatform::store_setting(std::string_view name, std::string_view value) {
  lockstep_store_setting(std::string(name).c_str(), std::string(value).c_str());
}

std::string WebPlatform::address_fragment() {
  char* fragment = lockstep_address_fragment();
  std::string result = fragment;
  std::free(fragment);
  return result;
}

void WebPlatform::set_address_fragment(std::string_view fragment) {
  lockstep_set_address_fragment(std::string(fragment).c_str());
}

std::string WebPlatform::link_to(std::string_view fragment) {
  char* link = lockstep_link_to(std::string(fragment).c_str());
  std::string result = link;
  std::free(link);
  return result;
}

double WebPlatform::pixel_ratio() { return emscripten_get_device_pixel_ratio(); }

double WebPlatform::now() { return emscripten_get_now() / 1000; }

}  // namespace lockstep
