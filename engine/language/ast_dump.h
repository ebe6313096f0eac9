#pragma once

#include <cstdint>
#include <string>

#include "language/ast.h"

namespace lockstep {

enum class DumpAttributes : uint8_t { no, yes };

// The tree below `node` as the text that Python's `ast.dump(node, include_attributes=...)` gives;
// an integer constant of any size is written in decimal. For looking at trees, and for comparing
// them with CPython's.
std::string dump(const ast::Node& node, DumpAttributes attributes = DumpAttributes::no);

}  // namespace lockstep
