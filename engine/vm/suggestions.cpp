// Which known name is nearest to a missing one.
//
// The distance is Levenshtein's, with a letter's other case as half a change. A candidate counts when
// about a third of the characters involved would have to change, at most; of equally near ones the first
// wins. So the order of the candidates matters, and is CPython's.
// Source: V. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966.

#include "vm/suggestions.h"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include "vm/attributes.h"
#include "vm/exception_fields.h"
#include "vm/image.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"

namespace lockstep {

namespace {

constexpr size_t kChange = 2;
constexpr size_t kOtherCase = 1;
constexpr size_t kLongestName = 40;
constexpr size_t kMostCandidates = 750;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

size_t substitution(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kOtherCase : kChange;
}

// The distance, or something above `limit` when it is above.
size_t distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kChange;
  if (a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kChange > limit) return limit + 1;
  // One row of the table at a time.
  std::vector<size_t> row(a.size());
  for (size_t i = 0; i < a.size(); i++) row[i] = (i + 1) * kChange;
  size_t result = 0;
  for (size_t j = 0; j < b.size(); j++) {
    size_t diagonal = j * kChange;
    size_t least = std::numeric_limits<size_t>::max();
    result = diagonal;
    for (size_t i = 0; i < a.size(); i++) {
      const size_t replaced = diagonal + substitution(b[j], a[i]);
      diagonal = row[i];
      result = std::min(std::min(result, diagonal) + kChange, replaced);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

std::string nearest(std::string_view wanted, const std::vector<std::string>& candidates) {
  if (candidates.size() >= kMostCandidates) return "";
  std::string best;
  size_t best_distance = std::numeric_limits<size_t>::max();
  for (const std::string& candidate : candidates) {
    if (candidate == wanted) continue;
    const size_t limit =
        std::min((wanted.size() + candidate.size() + 3) * kChange / 6, best_distance - 1);
    const size_t found = distance(wanted, candidate, limit);
    if (found > limit) continue;
    best = candidate;
    best_distance = found;
  }
  return best;
}

void add_keys(const DictObject* dict, std::vector<std::string>& names) {
  if (dict == nullptr) return;
  DictIterator iterator;
  while (const auto* entry = Dict::next(dict, iterator)) {
    if (const auto* key = try_as<StrObject>(entry->key)) names.emplace_back(key->view());
  }
}

// What dir(object) has, as far as no script code decides it.
std::vector<std::string> attributes_known(Machine& machine, Value object) {
  std::vector<std::string> names;
  if (const auto* module = try_as<ModuleObject>(object)) {
    add_keys(module->attributes, names);
    add_keys(module->builtin, names);
  } else {
    const auto* cls = try_as<ClassObject>(object);
    if (cls == nullptr) {
      if (object.is_object()) add_keys(copy_own(machine, object.as_object()), names);
      cls = class_of(object);
    }
    for (Value ancestor : cls->mro->all()) add_keys(as<ClassObject>(ancestor)->attributes, names);
  }
  const std::set<std::string> sorted(names.begin(), names.end());
  return {sorted.begin(), sorted.end()};
}

}  // namespace

std::string suggest_name(Machine& machine, const ExceptionObject* exception) {
  const auto* wanted = try_as<StrObject>(exception_field_of(exception, exception_field::kName));
  if (wanted == nullptr) return "";
  if (exception->cls == builtin_class(BuiltinClass::attribute_error)) {
    const Value object = exception_field_of(exception, exception_field::kObject);
    return nearest(wanted->view(), attributes_known(machine, object));
  }
  if (exception->cls != builtin_class(BuiltinClass::name_error) || exception->traceback == nullptr) return "";
  // The names of the function it happened in, then the globals, then the builtins.
  const TracebackObject* last = exception->traceback;
  while (last->next != nullptr) last = last->next;
  std::vector<std::string> names;
  const LoadedCode* code = last->code;
  for (size_t i = 0; i < code->local_count; i++) names.emplace_back(code->local_names[i]->view());
  for (const auto& free_name : code->code->free_names) names.emplace_back(free_name);
  std::string found = nearest(wanted->view(), names);
  if (!found.empty()) return found;
  names.clear();
  add_keys(machine.state().main_module->attributes, names);
  found = nearest(wanted->view(), names);
  if (!found.empty()) return found;
  names.clear();
  add_keys(Image::get().builtins(), names);
  return nearest(wanted->view(), names);
}

}  // namespace lockstep
