#include "vm_fixture.h"

#include "modules/registry.h"
#include "vm/image.h"

namespace lockstep {

TestHeap::TestHeap() { Image::initialize(registry()); }

}  // namespace lockstep
