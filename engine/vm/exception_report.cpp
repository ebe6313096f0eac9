// What is said of an exception that nobody caught: its chain of causes, each with its traceback, and the
// members of groups in frames of their own.

#include <algorithm>
#include <string>
#include <vector>

#include "language/syntax_error.h"
#include "vm/attributes.h"
#include "vm/exception_fields.h"
#include "vm/suggestions.h"
#include "vm/traceback.h"

namespace lockstep {

namespace {

constexpr const char* kCauseLine =
    "\nThe above exception was the direct cause of the following exception:\n\n";
constexpr const char* kContextLine =
    "\nDuring handling of the above exception, another exception occurred:\n\n";
constexpr size_t kMostMembers = 15;
constexpr size_t kDeepestGroup = 10;

int32_t int_field(const ExceptionObject* exception, uint32_t field, int32_t missing) {
  const Value value = exception_field_of(exception, field);
  return value.is_small_int() ? static_cast<int32_t>(value.as_small_int()) : missing;
}

std::string text_field(const ExceptionObject* exception, uint32_t field) {
  const auto* text = try_as<StrObject>(exception_field_of(exception, field));
  return text == nullptr ? "" : std::string(text->view());
}

class ExceptionReport {
 public:
  ExceptionReport(Machine& machine, Suggestions suggestions)
      : machine_(machine), suggestions_(suggestions) {}

  void add(const ExceptionObject* exception) {
    // The chain of causes and contexts, the oldest first. A ring ends where it closes.
    std::vector<const ExceptionObject*> chain;
    std::vector<bool> is_cause;
    const ExceptionObject* walker = exception;
    while (walker != nullptr && std::find(seen_.begin(), seen_.end(), walker) == seen_.end()) {
      seen_.push_back(walker);
      chain.push_back(walker);
      if (is_kind(walker->cause, Kind::exception)) {
        is_cause.push_back(true);
        walker = as<ExceptionObject>(walker->cause);
      } else if (is_kind(walker->context, Kind::exception) &&
                 (walker->extra & ExceptionObject::kSuppressContext) == 0) {
        is_cause.push_back(false);
        walker = as<ExceptionObject>(walker->context);
      } else {
        walker = nullptr;
      }
    }
    for (size_t i = chain.size(); i-- > 0;) {
      if (is_kind(chain[i]->payload, Kind::tuple) &&
          is_subclass(chain[i]->cls, builtin_class(BuiltinClass::base_exception_group))) {
        add_group(chain[i]);
      } else {
        add_single(chain[i]);
      }
      if (i != 0) emit(is_cause[i - 1] ? kCauseLine : kContextLine);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  // Writes lines, behind the margin of the group they are in.
  void emit(std::string_view lines, char margin = '|') {
    if (depth_ == 0) {
      text_ += lines;
      return;
    }
    while (!lines.empty()) {
      const size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
      text_ += indent() + margin + ' ';
      text_ += lines.substr(0, end);
      lines.remove_prefix(end);
    }
  }

  std::string indent() const { return std::string(2 * depth_, ' '); }

  void add_single(const ExceptionObject* exception) {
    if (exception->traceback != nullptr) emit("Traceback (most recent call last):\n");
    emit(format_traceback(exception->traceback));
    add_message(exception);
  }

  void add_message(const ExceptionObject* exception) {
    const bool is_syntax_error =
        is_subclass(exception->cls, builtin_class(BuiltinClass::syntax_error)) &&
        exception_field_of(exception, exception_field::kLine).is_small_int();
    emit(is_syntax_error ? syntax_error(exception) : machine_.format_exception_line(exception));
    if (suggestions_ == Suggestions::offered) {
      const std::string name = suggest_name(machine_, exception);
      if (!name.empty()) text_.insert(text_.size() - 1, ". Did you mean: '" + name + "'?");
    }
    const Value notes = get_own(const_cast<ExceptionObject*>(exception), name(Name::notes));
    auto* list = try_as<ListObject>(notes);
    if (list == nullptr) return;
    for (Value note : list->all()) {
      std::string line;
      if (machine_.str(note, line)) emit(line + "\n");
    }
  }

  std::string syntax_error(const ExceptionObject* exception) {
    SyntaxError error;
    if (exception->cls != builtin_class(BuiltinClass::syntax_error)) {
      error.type = SyntaxErrorType::indentation_error;
    }
    error.message = text_field(exception, exception_field::kMessage);
    error.line = int_field(exception, exception_field::kLine, 0);
    error.offset = int_field(exception, exception_field::kOffset, 0);
    error.end_line = int_field(exception, exception_field::kEndLine, error.line);
    error.end_offset = int_field(exception, exception_field::kEndOffset, -1);
    error.text = text_field(exception, exception_field::kText);
    std::string file = text_field(exception, exception_field::kSyntaxFile);
    if (file.empty()) file = "<string>";
    const std::string whole = format_syntax_error(error, file);
    // The last line names the class, which may be one of the script's.
    const size_t last = whole.rfind('\n', whole.size() - 2) + 1;
    return whole.substr(0, last) + std::string(exception->cls->name->view()) + ": " + error.message + "\n";
  }

  void add_group(const ExceptionObject* group) {
    if (depth_ > kDeepestGroup) {
      emit("... (max_group_depth is " + std::to_string(kDeepestGroup) + ")\n");
      return;
    }
    const bool is_outermost = depth_ == 0;
    if (is_outermost) depth_++;
    if (group->traceback != nullptr) {
      emit("Exception Group Traceback (most recent call last):\n", is_outermost ? '+' : '|');
      emit(format_traceback(group->traceback));
    }
    add_message(group);
    const auto members = as<TupleObject>(group->payload)->all();
    const size_t shown = members.size() <= kMostMembers ? members.size() : kMostMembers + 1;
    needs_end_ = false;
    for (size_t i = 0; i < shown; i++) {
      // Where the last member is a group, the frame's end is drawn by that one already.
      if (i + 1 == shown) needs_end_ = true;
      const bool is_rest = i >= kMostMembers;
      const std::string title = is_rest ? "..." : std::to_string(i + 1);
      text_ += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " + title + " ----------------\n";
      depth_++;
      if (is_rest) {
        const size_t more = members.size() - kMostMembers;
        emit("and " + std::to_string(more) + " more exception" + (more == 1 ? "" : "s") + "\n");
      } else {
        add(as<ExceptionObject>(members[i]));
      }
      if (i + 1 == shown && needs_end_) {
        text_ += indent() + "+------------------------------------\n";
        needs_end_ = false;
      }
      depth_--;
    }
    if (is_outermost) depth_ = 0;
  }

  Machine& machine_;
  Suggestions suggestions_;
  std::string text_;
  std::vector<const ExceptionObject*> seen_;
  size_t depth_ = 0;
  bool needs_end_ = false;
};

}  // namespace

std::string Machine::format_exception_line(const ExceptionObject* exception) {
  std::string line;
  const ClassObject* cls = exception->cls;
  if (!cls->has(ClassObject::kBuiltin) && is_kind(cls->module, Kind::string)) {
    const std::string_view module = as<StrObject>(cls->module)->view();
    if (module != "__main__" && module != "builtins") line += std::string(module) + ".";
  }
  line += cls->qualified_name->view();
  std::string message;
  // A script's __str__ has run before: the library's report leaves its answer here.
  Value text = Value::empty();
  if (state_->reported_texts != nullptr) {
    text = Dict::get(state_->reported_texts, Value::object(exception));
  }
  if (is_kind(text, Kind::string)) {
    message = as<StrObject>(text)->view();
  } else if (!str(Value::object(exception), message)) {
    message = "<exception str() failed>";
  }
  if (!message.empty()) line += ": " + message;
  return line + "\n";
}

std::string Machine::format_exception(const ExceptionObject* exception) {
  ExceptionReport report(*this, Suggestions::none);
  report.add(exception);
  return report.take();
}

std::string format_uncaught(Machine& machine, const ExceptionObject* exception) {
  ExceptionReport report(machine, Suggestions::offered);
  report.add(exception);
  return report.take();
}

}  // namespace lockstep
