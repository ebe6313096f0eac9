#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/code.h"
#include "language/compile_text_pool.h"

namespace lockstep {

// A place in the code that jumps may name before it is known.
struct Label {
  int32_t id = -1;
};

// Collects the instructions of one Code, then lays them out. It knows nothing about Python's
// syntax.
//
// Every instruction carries the exception region it was emitted in, so a region may be interrupted
// and taken up again (code that leaves a `try` runs outside its handler); finish() turns the
// regions into the handler table. check_bound may be emitted generously: finish() removes those
// that a flow analysis proves needless, and all code that cannot be reached.
class CodeBuilder {
 public:
  CodeBuilder(Code& code, TextPool& pool) : code_(code), pool_(pool) {}

  void emit(Opcode opcode, uint32_t a, uint32_t b, uint32_t c, SourceSpan span, uint32_t x = 0);
  // For the opcodes whose jump takes the place of field c (short) or fields b and c (wide).
  void emit_jump(Opcode opcode, uint32_t a, Label target, SourceSpan span, uint32_t b = 0,
                 uint32_t x = 0);
  // load_const, or load_int for a small integer.
  void emit_constant(uint32_t destination, uint32_t constant, SourceSpan span);
  // For the opcodes whose fields b and c together name a constant.
  void emit_wide(Opcode opcode, uint32_t a, uint32_t constant, SourceSpan span);

  // Marks what was emitted last, if it is a call, as one whose result is dropped.
  void drop_result();
  // If the last instruction is a call with its result in `reg`: that goes to a loop and nowhere else.
  void give_to_loop(uint32_t reg);

  Label new_label();
  void place(Label label);
  Label label_here();
  bool is_placed(Label label) const;

  // Exceptions of what is emitted from now on go to `target`, with the exception in `reg`.
  // Returns the id of the region; -1 stands for none.
  int32_t new_region(Label target, uint32_t exception_register);
  int32_t region() const { return region_; }
  void set_region(int32_t region) { region_ = region; }

  uint32_t site(Opcode opcode, std::string_view name);

  uint32_t add_constant(const CodeConstant& constant);
  uint32_t none();
  uint32_t integer(int64_t number);
  uint32_t string(std::string_view text);
  uint32_t tuple(std::vector<uint32_t> items);

  // `parameter_count`: locals that are bound when the code starts.
  // False if the code does not fit its fields.
  bool finish(uint32_t parameter_count);

 private:
  struct Item {
    Instruction instruction;
    SourceSpan span;
    int32_t label = -1;    // jump target
    int32_t region = -1;
    bool is_dead = false;
    bool is_far = false;   // a short jump that does not fit
  };
  struct Region {
    Label target;
    uint32_t exception_register;
  };

  uint32_t target_of(const Item& item) const;
  void thread_jumps();
  void remove_unreachable();
  void remove_needless_checks(uint32_t parameter_count);
  // `if not x: jump L2; L1:` instead of `if x: jump L1; jump L2; L1:`.
  void invert_jumps_over_jumps();
  void remove_jumps_to_next();
  // The final place of each item, and of the end.
  std::vector<uint32_t> lay_out();
  void write_code(const std::vector<uint32_t>& places);
  void write_handlers(const std::vector<uint32_t>& places);

  friend class BoundAnalysis;

  Code& code_;
  TextPool& pool_;
  std::vector<Item> items_;
  std::vector<uint32_t> labels_;   // index of the item a label stands before
  std::vector<Region> regions_;
  int32_t region_ = -1;
  bool overflow_ = false;
  bool has_checks_ = false;
  std::unordered_map<std::string, uint32_t> constant_indices_;
  std::map<std::pair<Opcode, std::string_view>, uint32_t> shared_sites_;
};

}  // namespace lockstep
