#include "language/compile_unparse.h"
namespace lockstep {
std::string unparse(const ast::ExpressionNode&) { return ""; }
}  // namespace lockstep
