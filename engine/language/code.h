#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_span.h"
#include "language/syntax_error.h"

// What the compiler makes and the machine runs: immutable once compiled, shared by every run and
// thread of a program, so reading needs no lock.
namespace lockstep {

enum class Opcode : uint8_t {
#define OPCODE(name, operands, meaning) name,
#include "language/opcodes.def"
#undef OPCODE
};

enum class BinaryOperator : uint8_t {
  add, subtract, multiply, true_divide, floor_divide, modulo, power, matrix_multiply,
  left_shift, right_shift, bit_and, bit_or, bit_xor,
};

enum class UnaryOperator : uint8_t { negative, positive, invert };

// The first six are the ordering operators.
enum class CompareOperator : uint8_t {
  less, less_equal, equal, not_equal, greater, greater_equal, in, not_in, is, is_not,
};

// One instruction: 8 bytes, operands as opcodes.def says.
struct Instruction {
  Opcode opcode = Opcode::jump;
  uint8_t x = 0;
  uint16_t a = 0;
  uint16_t b = 0;
  uint16_t c = 0;

  // The 32-bit operand of fields b and c.
  uint32_t wide() const { return static_cast<uint32_t>(b) | static_cast<uint32_t>(c) << 16; }
  int32_t jump() const { return static_cast<int32_t>(wide()); }
  void set_wide(uint32_t number) {
    b = static_cast<uint16_t>(number);
    c = static_cast<uint16_t>(number >> 16);
  }
};
static_assert(sizeof(Instruction) == 8);

// A constant as the compiler sees it; the machine turns it into a Value once per program.
struct CodeConstant {
  enum class Type : uint8_t { none, true_, false_, ellipsis, integer, big_integer, real, imaginary, string, bytes, tuple, frozen_set };
  Type type = Type::none;
  int64_t integer = 0;              // integer
  double real = 0;                  // real, imaginary
  std::string_view text;            // string (UTF-8), bytes (raw), big_integer (decimal digits); owned by the Program
  std::vector<uint32_t> items;      // tuple, frozen_set: indices into the same constants
};

// A name used by an instruction, with an inline cache of its own in each run.
struct Site {
  std::string_view name;
};

// Where to go when an exception leaves instructions [begin, end): innermost first in the table.
struct Handler {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t target = 0;
  uint16_t exception_register = 0;
};

enum class CodeKind : uint8_t { module, function, class_body, lambda, comprehension, generator_expression, expression };

struct Code {
  CodeKind kind = CodeKind::function;
  bool is_generator = false;         // contains yield; also generator expressions
  bool is_coroutine = false;         // async def (with is_generator: async generator)
  bool has_star_args = false;        // *args (its local follows all named parameters)
  bool has_star_kwargs = false;      // **kwargs (its local follows *args)
  bool uses_namespace = false;       // class body and exec: names live in a namespace dict
  bool is_library = false;           // of a module written in Python by us: hidden in tracebacks, its steps are not visible

  uint16_t positional_only_count = 0;
  uint16_t positional_count = 0;     // including the positional-only ones
  uint16_t keyword_only_count = 0;
  uint16_t local_count = 0;
  uint16_t register_count = 0;

  std::string_view name;             // "<module>", "<lambda>", "<listcomp>", ...
  std::string_view qualified_name;   // "Outer.method.<locals>.inner"
  std::string_view docstring;        // data() is null if there is none
  int32_t first_line = 0;

  std::vector<Instruction> instructions;
  std::vector<SourceSpan> spans;     // one for each instruction: what a traceback underlines
  std::vector<Handler> handlers;
  std::vector<CodeConstant> constants;
  std::vector<Site> sites;
  std::vector<std::unique_ptr<Code>> functions;   // the functions and classes made by this code
  std::vector<std::string_view> locals;           // parameters first: positional, keyword-only, *args, **kwargs
  std::vector<std::string_view> cell_names;       // for messages of load_cell
  std::vector<std::string_view> free_names;       // closure cells, in order

  std::string_view filename;
  uint32_t index = 0;                // its place in Program::all_codes

  SourceSpan span_of(const Instruction* instruction) const {
    return spans[static_cast<size_t>(instruction - instructions.data())];
  }
};

// How a module-level name is assigned. A global that one place assigns, once, outside every loop,
// and that nothing deletes, cannot change after that: reading it is not a visible operation.
struct GlobalUse {
  std::string_view name;
  uint32_t store_sites = 0;          // store and delete instructions, each one inside a loop or function counted twice
};

// A compiled source text. Owns every string_view of its codes.
struct Program {
  std::string filename;
  std::string source;
  std::vector<std::string_view> lines;            // of `source`, without line ends; lines[0] is line 1
  std::unique_ptr<Code> module;
  std::vector<const Code*> all_codes;             // every Code, module first
  std::vector<GlobalUse> globals;                 // every global name that is stored somewhere, sorted by name
  std::vector<SyntaxWarning> warnings;            // in the order CPython gives them
  bool escapes_globals = false;                   // calls globals(), vars(), exec, eval or imports itself: globals may change unseen
  std::shared_ptr<const void> storage;            // what the string_views point into
};

}  // namespace lockstep
