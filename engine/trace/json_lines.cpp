#include "trace/json_lines.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/check.h"

namespace lockstep {

namespace {

using Json = nlohmann::ordered_json;

constexpr char kFormat[] = "lockstep-trace";
constexpr int kVersion = 1;

// Scripts can write what is no UTF-8; such bytes become U+FFFD.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <class Number>
void put_number(Json& json, const char* key, Number number) {
  if (number != 0) json[key] = number;
}

// False when the field is there and is no number that fits.
template <class Number>
bool get_number(const Json& json, const char* key, Number& number) {
  const auto at = json.find(key);
  if (at == json.end()) return true;
  if (!at->is_number_integer()) return false;
  const auto value = at->get<int64_t>();
  if (value < static_cast<int64_t>(std::numeric_limits<Number>::min()) ||
      value > static_cast<int64_t>(std::numeric_limits<Number>::max())) {
    return false;
  }
  number = static_cast<Number>(value);
  return true;
}

bool read_header(const Json& json, ObjectNames& objects) {
  if (!json.is_object() || json.value("format", Json()) != kFormat) return false;
  if (json.value("version", Json()) != kVersion) return false;
  const Json table = json.value("objects", Json::object());
  if (!table.is_object()) return false;
  for (const auto& [serial, name] : table.items()) {
    uint32_t number = 0;
    for (const char digit : serial) {
      if (digit < '0' || digit > '9' || number > UINT32_MAX / 10 - 1) return false;
      number = number * 10 + static_cast<uint32_t>(digit - '0');
    }
    if (!name.is_string()) return false;
    objects[number] = name.get<std::string>();
  }
  return true;
}

bool read_event(const Json& json, Log& log) {
  if (!json.is_object()) return false;
  const Json kind_name = json.value("kind", Json());
  const Json text = json.value("text", Json(""));
  if (!kind_name.is_string() || !text.is_string()) return false;
  const auto kind = event_kind_named(kind_name.get_ref<const std::string&>());
  if (!kind.has_value()) return false;
  TraceEvent event;
  event.kind = *kind;
  const bool numbers =
      get_number(json, "time", event.time) && get_number(json, "task", event.task) &&
      get_number(json, "object", event.object) && get_number(json, "detail", event.detail) &&
      get_number(json, "line", event.line);
  if (!numbers) return false;
  event.text = log.intern(text.get_ref<const std::string&>());
  log.append(event);
  return true;
}

}  // namespace

std::string to_json_lines(const Log& log, const ObjectNames& objects) {
  Json header = {{"format", kFormat}, {"version", kVersion}};
  Json table = Json::object();
  for (const auto& [serial, name] : objects) table[std::to_string(serial)] = name;
  header["objects"] = std::move(table);

  std::string text = dump(header);
  const size_t size = log.size();
  for (size_t i = 0; i < size; ++i) {
    const TraceEvent event = log.at(i);
    Json json = {{"time", event.time}, {"kind", info_of(event.kind).name}, {"task", event.task}};
    put_number(json, "object", event.object);
    put_number(json, "detail", event.detail);
    put_number(json, "line", event.line);
    if (event.text != 0) json["text"] = log.text(event.text);
    text += dump(json);
  }
  return text;
}

Result<ObjectNames, TraceError> from_json_lines(std::string_view text, Log& log) {
  ENSURE(log.size() == 0);
  ObjectNames objects;
  int64_t line = 0;
  while (!text.empty()) {
    ++line;
    const size_t end = std::min(text.find('\n'), text.size());
    const Json json = Json::parse(text.substr(0, end), nullptr, /*allow_exceptions=*/false);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line == 1) {
      if (!read_header(json, objects)) return Failure(TraceError{line, "this is no trace"});
    } else if (!read_event(json, log)) {
      return Failure(TraceError{line, "this is no event"});
    }
  }
  if (line == 0) return Failure(TraceError{1, "this is no trace"});
  return objects;
}

}  // namespace lockstep
