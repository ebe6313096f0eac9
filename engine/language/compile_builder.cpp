#include "language/compile_builder.h"

#include <bit>
#include <cstring>
#include <limits>

#include "base/check.h"
#include "language/compile_bound_analysis.h"
#include "language/compile_operands.h"

// Layout, in this order: jumps to jumps are shortened, unreachable instructions dropped, needless
// check_bound dropped, conditional jumps over a jump inverted, jumps to the next instruction
// dropped. Then places are assigned. A short jump that does not reach its target is widened to
// three instructions (for jump_compare two, by inverting its condition); since widening moves
// everything behind it, this repeats until nothing changes.
namespace lockstep {

namespace {

constexpr uint32_t kMaximumField = std::numeric_limits<uint16_t>::max();
// Beyond this many sites in one code, instructions of the same kind and name share one.
constexpr size_t kManySites = 50000;

bool is_compare_jump(Opcode opcode) {
  return opcode == Opcode::jump_compare || opcode == Opcode::jump_compare_int;
}

bool is_invertible(Opcode opcode) {
  return is_compare_jump(opcode) || opcode == Opcode::jump_if_true ||
         opcode == Opcode::jump_if_false || opcode == Opcode::jump_if_none ||
         opcode == Opcode::jump_if_not_none;
}

// Makes a conditional jump jump where it did not, and the other way round.
void invert(Instruction& instruction) {
  switch (instruction.opcode) {
    case Opcode::jump_if_true: instruction.opcode = Opcode::jump_if_false; return;
    case Opcode::jump_if_false: instruction.opcode = Opcode::jump_if_true; return;
    case Opcode::jump_if_none: instruction.opcode = Opcode::jump_if_not_none; return;
    case Opcode::jump_if_not_none: instruction.opcode = Opcode::jump_if_none; return;
    default: instruction.x ^= 0x80;
  }
}

std::string key_of(const CodeConstant& constant) {
  std::string key(1, static_cast<char>(constant.type));
  auto append = [&key](const auto& number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    key.append(bytes, sizeof number);
  };
  append(constant.integer);
  append(std::bit_cast<uint64_t>(constant.real));
  for (uint32_t item : constant.items) append(item);
  key += constant.text;
  return key;
}

}  // namespace

void CodeBuilder::emit(Opcode opcode, uint32_t a, uint32_t b, uint32_t c, SourceSpan span,
                       uint32_t x) {
  if (a > kMaximumField || b > kMaximumField || c > kMaximumField) overflow_ = true;
  ENSURE(x <= 255);
  has_checks_ |= opcode == Opcode::check_bound;
  Item item;
  item.instruction = {opcode, static_cast<uint8_t>(x), static_cast<uint16_t>(a),
                      static_cast<uint16_t>(b), static_cast<uint16_t>(c)};
  item.span = span;
  item.region = region_;
  items_.push_back(item);
}

void CodeBuilder::drop_result() {
  if (!items_.empty() && is_call(items_.back().instruction.opcode)) items_.back().instruction.x = 1;
}

void CodeBuilder::give_to_loop(uint32_t reg) {
  if (items_.empty()) return;
  Instruction& last = items_.back().instruction;
  if (is_call(last.opcode) && last.c == reg) last.x = 2;
}

void CodeBuilder::emit_jump(Opcode opcode, uint32_t a, Label target, SourceSpan span, uint32_t b,
                            uint32_t x) {
  emit(opcode, a, b, 0, span, x);
  items_.back().label = target.id;
}

void CodeBuilder::emit_constant(uint32_t destination, uint32_t constant, SourceSpan span) {
  const CodeConstant& value = code_.constants[constant];
  if (value.type == CodeConstant::Type::integer && value.integer >= INT16_MIN &&
      value.integer <= INT16_MAX) {
    emit(Opcode::load_int, destination, static_cast<uint16_t>(value.integer), 0, span);
    return;
  }
  emit_wide(Opcode::load_const, destination, constant, span);
}

void CodeBuilder::emit_wide(Opcode opcode, uint32_t a, uint32_t constant, SourceSpan span) {
  emit(opcode, a, 0, 0, span);
  items_.back().instruction.set_wide(constant);
}

Label CodeBuilder::new_label() {
  labels_.push_back(std::numeric_limits<uint32_t>::max());
  return {static_cast<int32_t>(labels_.size() - 1)};
}

void CodeBuilder::place(Label label) {
  labels_[static_cast<size_t>(label.id)] = static_cast<uint32_t>(items_.size());
}

Label CodeBuilder::label_here() {
  Label label = new_label();
  place(label);
  return label;
}

bool CodeBuilder::is_placed(Label label) const {
  return labels_[static_cast<size_t>(label.id)] <= items_.size();
}

int32_t CodeBuilder::new_region(Label target, uint32_t exception_register) {
  regions_.push_back({target, exception_register});
  return static_cast<int32_t>(regions_.size() - 1);
}

uint32_t CodeBuilder::site(Opcode opcode, std::string_view name) {
  // A global has one place, so one cache serves all reads of it; attributes depend on their object.
  bool shared = code_.sites.size() > kManySites;
  switch (opcode) {
    case Opcode::load_global:
    case Opcode::store_global:
    case Opcode::delete_global:
    case Opcode::load_name:
    case Opcode::store_name:
    case Opcode::delete_name: shared = true; break;
    default: break;
  }
  const auto next = static_cast<uint32_t>(code_.sites.size());
  if (shared) {
    auto [place, is_new] = shared_sites_.try_emplace({opcode, name}, next);
    if (!is_new) return place->second;
  }
  code_.sites.push_back({pool_.intern(name)});
  return next;
}

uint32_t CodeBuilder::add_constant(const CodeConstant& constant) {
  auto [place, is_new] = constant_indices_.try_emplace(
      key_of(constant), static_cast<uint32_t>(code_.constants.size()));
  if (is_new) {
    code_.constants.push_back(constant);
    if (constant.text.data() != nullptr) {
      code_.constants.back().text = pool_.intern(constant.text);
    }
  }
  return place->second;
}

uint32_t CodeBuilder::none() { return add_constant({}); }

uint32_t CodeBuilder::integer(int64_t number) {
  CodeConstant constant;
  constant.type = CodeConstant::Type::integer;
  constant.integer = number;
  return add_constant(constant);
}

uint32_t CodeBuilder::string(std::string_view text) {
  CodeConstant constant;
  constant.type = CodeConstant::Type::string;
  constant.text = pool_.intern(text);
  return add_constant(constant);
}

uint32_t CodeBuilder::tuple(std::vector<uint32_t> items) {
  CodeConstant constant;
  constant.type = CodeConstant::Type::tuple;
  constant.items = std::move(items);
  return add_constant(constant);
}

// ---- layout ----

uint32_t CodeBuilder::target_of(const Item& item) const {
  const uint32_t target = labels_[static_cast<size_t>(item.label)];
  ENSURE(target <= items_.size());
  return target;
}

bool CodeBuilder::finish(uint32_t parameter_count) {
  if (overflow_ || code_.register_count == kMaximumField) return false;
  thread_jumps();
  remove_unreachable();
  if (has_checks_) remove_needless_checks(parameter_count);
  invert_jumps_over_jumps();
  remove_jumps_to_next();
  const std::vector<uint32_t> places = lay_out();
  write_code(places);
  write_handlers(places);
  return true;
}

void CodeBuilder::thread_jumps() {
  for (Item& item : items_) {
    if (item.label < 0 || item.instruction.opcode == Opcode::jump_back) continue;
    // A cycle of plain jumps cannot arise (loops end in jump_back), but a bound costs nothing.
    for (int hops = 0; hops < 8; ++hops) {
      uint32_t target = target_of(item);
      while (target < items_.size() && items_[target].is_dead) ++target;
      if (target >= items_.size()) break;
      const Item& next = items_[target];
      if (next.instruction.opcode != Opcode::jump || next.label == item.label) break;
      item.label = next.label;
    }
  }
}

void CodeBuilder::remove_unreachable() {
  std::vector<bool> reached(items_.size(), false);
  std::vector<bool> region_reached(regions_.size(), false);
  std::vector<uint32_t> pending = {0};
  while (!pending.empty()) {
    uint32_t index = pending.back();
    pending.pop_back();
    while (index < items_.size() && !reached[index]) {
      reached[index] = true;
      const Item& item = items_[index];
      if (item.region >= 0 && !region_reached[static_cast<size_t>(item.region)]) {
        region_reached[static_cast<size_t>(item.region)] = true;
        const Region& region = regions_[static_cast<size_t>(item.region)];
        pending.push_back(labels_[static_cast<size_t>(region.target.id)]);
      }
      if (item.label >= 0) pending.push_back(target_of(item));
      if (ends_block(item.instruction.opcode)) break;
      ++index;
    }
  }
  for (size_t i = 0; i < items_.size(); ++i) {
    if (!reached[i]) items_[i].is_dead = true;
  }
}

void CodeBuilder::remove_needless_checks(uint32_t parameter_count) {
  BoundAnalysis(*this).run(parameter_count, code_.local_count);
}

void CodeBuilder::invert_jumps_over_jumps() {
  std::vector<bool> is_target(items_.size() + 1, false);
  for (const Item& item : items_) {
    if (item.is_dead) continue;
    if (item.label >= 0) is_target[target_of(item)] = true;
    if (item.region >= 0) {
      const Region& region = regions_[static_cast<size_t>(item.region)];
      is_target[labels_[static_cast<size_t>(region.target.id)]] = true;
    }
  }
  auto next_live = [this](size_t index) {
    ++index;
    while (index < items_.size() && items_[index].is_dead) ++index;
    return index;
  };
  for (size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    if (item.is_dead || item.label < 0 || !is_invertible(item.instruction.opcode)) continue;
    const size_t over = next_live(i);
    if (over >= items_.size() || items_[over].instruction.opcode != Opcode::jump) continue;
    // Labels may stand before dead items, which count as the live one behind them.
    bool is_targeted = false;
    for (size_t j = i + 1; j <= over; ++j) is_targeted |= is_target[j];
    const uint32_t target = target_of(item);
    if (is_targeted || target <= over || target > next_live(over)) continue;
    invert(item.instruction);
    item.label = items_[over].label;
    items_[over].is_dead = true;
  }
}

void CodeBuilder::remove_jumps_to_next() {
  for (size_t i = items_.size(); i-- > 0;) {
    Item& item = items_[i];
    if (item.is_dead || item.instruction.opcode != Opcode::jump) continue;
    const uint32_t target = target_of(item);
    if (target <= i) continue;
    size_t next = i + 1;
    while (next < target && items_[next].is_dead) ++next;
    if (next == target) item.is_dead = true;
  }
}

std::vector<uint32_t> CodeBuilder::lay_out() {
  std::vector<uint32_t> places(items_.size() + 1);
  while (true) {
    uint32_t place = 0;
    for (size_t i = 0; i < items_.size(); ++i) {
      places[i] = place;
      const Item& item = items_[i];
      if (item.is_dead) continue;
      place += item.is_far ? (is_compare_jump(item.instruction.opcode) ? 2 : 3) : 1;
    }
    places.back() = place;
    bool changed = false;
    for (size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      if (item.is_dead || item.is_far || item.label < 0) continue;
      if (operands_of(item.instruction.opcode).c != OperandKind::short_jump) continue;
      const int64_t distance =
          static_cast<int64_t>(places[target_of(item)]) - static_cast<int64_t>(places[i]) - 1;
      if (distance < INT16_MIN || distance > INT16_MAX) {
        item.is_far = true;
        changed = true;
      }
    }
    if (!changed) return places;
  }
}

void CodeBuilder::write_code(const std::vector<uint32_t>& places) {
  auto push = [this](Instruction instruction, SourceSpan span) {
    code_.instructions.push_back(instruction);
    code_.spans.push_back(span);
  };
  for (size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.is_dead) continue;
    Instruction instruction = item.instruction;
    if (item.label < 0) {
      push(instruction, item.span);
      continue;
    }
    const auto target = static_cast<int32_t>(places[target_of(item)]);
    const bool is_short = operands_of(instruction.opcode).c == OperandKind::short_jump;
    if (is_short && item.is_far) {
      Instruction far{Opcode::jump};
      if (is_compare_jump(instruction.opcode)) {
        invert(instruction);
        instruction.c = 1;
        push(instruction, item.span);
      } else {
        instruction.c = 1;
        push(instruction, item.span);
        Instruction skip{Opcode::jump};
        skip.set_wide(1);
        push(skip, item.span);
      }
      far.set_wide(static_cast<uint32_t>(target - static_cast<int32_t>(code_.instructions.size()) -
                                         1));
      push(far, item.span);
      continue;
    }
    const int32_t distance = target - static_cast<int32_t>(code_.instructions.size()) - 1;
    if (is_short) {
      instruction.c = static_cast<uint16_t>(static_cast<int16_t>(distance));
    } else {
      instruction.set_wide(static_cast<uint32_t>(distance));
    }
    push(instruction, item.span);
  }
}

void CodeBuilder::write_handlers(const std::vector<uint32_t>& places) {
  for (size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.is_dead || item.region < 0) continue;
    const Region& region = regions_[static_cast<size_t>(item.region)];
    const uint32_t target = places[labels_[static_cast<size_t>(region.target.id)]];
    const uint32_t begin = places[i];
    const uint32_t end = places[i + 1];
    auto& handlers = code_.handlers;
    if (!handlers.empty() && handlers.back().end == begin && handlers.back().target == target &&
        handlers.back().exception_register == region.exception_register) {
      handlers.back().end = end;
    } else {
      handlers.push_back(
          {begin, end, target, static_cast<uint16_t>(region.exception_register)});
    }
  }
}

}  // namespace lockstep
