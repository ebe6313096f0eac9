#include "vm/ordering.h"

#include "vm/equality.h"
#include "vm/fast_paths.h"
#include "vm/numbers.h"

namespace lockstep {

namespace {

constexpr int kOrderingDepth = 100;

bool holds(CompareOperator op, std::partial_ordering order) {
  switch (op) {
    case CompareOperator::less:
      return order < 0;
    case CompareOperator::less_equal:
      return order <= 0;
    case CompareOperator::greater:
      return order > 0;
    case CompareOperator::greater_equal:
      return order >= 0;
    case CompareOperator::equal:
      return order == 0;
    default:
      return order != 0;
  }
}

std::partial_ordering order_text(std::string_view a, std::string_view b) {
  const int order = a.compare(b);
  return order < 0   ? std::partial_ordering::less
         : order > 0 ? std::partial_ordering::greater
                     : std::partial_ordering::equivalent;
}

bool byte_view(Value value, std::string_view& bytes) {
  if (const auto* object = try_as<BytesObject>(value)) {
    bytes = object->view();
  } else if (const auto* array = try_as<ByteArrayObject>(value)) {
    bytes = array->view();
  } else {
    return false;
  }
  return true;
}

bool is_subset(const SetObject* a, const SetObject* b) {
  if (a->size > b->size) return false;
  int64_t position = 0;
  Value element;
  while (Set::next(a, position, element)) {
    if (!Set::has(b, element)) return false;
  }
  return true;
}

Work order_sets(CompareOperator op, const SetObject* a, const SetObject* b, bool& out) {
  if ((a->extra | b->extra) & SetObject::kHasScriptElements) return Work::script;
  switch (op) {
    case CompareOperator::less:
      out = a->size < b->size && is_subset(a, b);
      break;
    case CompareOperator::less_equal:
      out = is_subset(a, b);
      break;
    case CompareOperator::greater:
      out = b->size < a->size && is_subset(b, a);
      break;
    default:
      out = is_subset(b, a);
      break;
  }
  return Work::done;
}

Work order_at(CompareOperator op, Value a, Value b, int depth, bool& out);

Work order_items(CompareOperator op, std::span<const Value> a, std::span<const Value> b, int depth,
                 bool& out) {
  const size_t common = a.size() < b.size() ? a.size() : b.size();
  for (size_t i = 0; i < common; ++i) {
    if (both_small(a[i], b[i])) {
      if (a[i] == b[i]) continue;
      return order_at(op, a[i], b[i], depth + 1, out);
    }
    switch (same_or_equal(a[i], b[i])) {
      case Verdict::yes:
        continue;
      case Verdict::script:
        return Work::script;
      case Verdict::no: {
        // Elements without an order are an error that names them: let the script's comparison say
        // it.
        const Work work = order_at(op, a[i], b[i], depth + 1, out);
        return work == Work::unknown ? Work::script : work;
      }
    }
  }
  out = holds(op, a.size() <=> b.size());
  return Work::done;
}

Work order_at(CompareOperator op, Value a, Value b, int depth, bool& out) {
  if (fast_compare(op, a, b, out)) return Work::done;
  if (depth > kOrderingDepth) return Work::script;
  const Special direct = special_at(Special::less, static_cast<int>(op));
  static constexpr Special kReflected[] = {Special::greater, Special::greater_equal,
                                           Special::equal,   Special::not_equal,
                                           Special::less,    Special::less_equal};
  if (depth > 0 && (overrides(a, direct) || overrides(b, kReflected[static_cast<int>(op)]))) {
    return Work::script;
  }
  if (is_number(a)) {
    if (!is_number(b)) return Work::unknown;
    const Number left(a);
    const Number right(b);
    if (left.is_complex() || right.is_complex()) return Work::unknown;
    out = holds(op, left.compare(right));
    return Work::done;
  }
  if (!a.is_object() || !b.is_object()) return Work::unknown;
  const Kind kind = a.as_object()->kind;
  std::string_view left;
  std::string_view right;
  if (byte_view(a, left) && byte_view(b, right)) {
    out = holds(op, order_text(left, right));
    return Work::done;
  }
  if (kind != b.as_object()->kind) return Work::unknown;
  switch (kind) {
    case Kind::string:
      out = holds(op, order_text(as<StrObject>(a)->view(), as<StrObject>(b)->view()));
      return Work::done;
    case Kind::tuple:
      return order_items(op, as<TupleObject>(a)->all(), as<TupleObject>(b)->all(), depth, out);
    case Kind::list:
      return order_items(op, as<ListObject>(a)->all(), as<ListObject>(b)->all(), depth, out);
    case Kind::set:
      return order_sets(op, as<SetObject>(a), as<SetObject>(b), out);
    default:
      return Work::unknown;
  }
}

}  // namespace

Work order_values(CompareOperator op, Value a, Value b, bool& out) {
  return order_at(op, a, b, 0, out);
}

}  // namespace lockstep
