#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/digests.h"
#include "text/sha512.h"

// What python/hashlib.py computes with.
namespace lockstep {

namespace {

// (name of an algorithm that there is, bytes or bytearray): the digest.
Step digest(Machine& machine, Call& call) {
  const std::string_view algorithm = as<StrObject>(call[0])->view();
  const auto* bytes = try_as<BytesObject>(call[1]);
  const std::string_view data = bytes != nullptr ? bytes->view() : as<ByteArrayObject>(call[1])->view();
  if (algorithm == "sha512") {
    const auto made = sha512(data);
    return call.done(machine.heap().make_bytes({reinterpret_cast<const char*>(made.data()), made.size()}));
  }
  return call.done(machine.heap().make_bytes(digest_of(algorithm, data)));
}

constexpr NativeRow kDigestFunctions[] = {
    {"digest", "(algorithm, data, /)", "", digest},
};

}  // namespace

void add_digest_natives(RegistryBuilder& registry) { registry.functions("_digest", kDigestFunctions); }

}  // namespace lockstep
