#pragma once

#include "vm/frame.h"
#include "vm/object.h"

namespace lockstep {

struct StrObject;

// A generator, coroutine or async generator: a frame that is kept between its runs. The frame and its
// registers follow the fields below in the same allocation.
struct GeneratorObject : Object {
  static constexpr Kind kKind = Kind::generator;
  enum What : uint8_t { generator, coroutine, async_generator };        // in `extra`
  enum class Stage : uint8_t { created, suspended, running, finished };

  Stage stage;
  bool awaited;                      // a coroutine that was started or closed
  bool closing;                      // async generators: aclose() was called
  StrObject* name;
  StrObject* qualified_name;
  Frame frame;                       // its registers follow
};

// What an async generator's asend(), athrow(), aclose() and __anext__() return.
struct AsyncStepObject : Object {
  static constexpr Kind kKind = Kind::async_step;
  enum What : uint8_t { send, throw_, close };                          // in `extra`

  GeneratorObject* generator;
  Value argument;                    // what to send or throw
  uint8_t stage;
};

}  // namespace lockstep
