#pragma once

#include "vm/registry.h"

namespace lockstep {

// Everything this build gives to scripts: what Image::initialize wants. Made at the first call; any thread.
const Registry& registry();

}  // namespace lockstep
