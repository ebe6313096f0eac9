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
  bool is_awaitable;                 // a generator of a function that types.coroutine() marked
  bool is_closed;                    // async generators: aclose() was called, or it has ended
  bool is_driven;                    // async generators: some asend(), athrow() or aclose() is on its way
  uint8_t drive;                     // async generators: what drives it (AsyncStepObject::What)
  bool is_known;                     // async generators: the loop has been told of it
  bool is_for_loop;                  // made by a call for a loop: no other object refers to it
  StrObject* name;
  StrObject* qualified_name;
  Frame frame;                       // its registers follow
};

// What an async generator's asend(), athrow(), aclose() and __anext__() return; a coroutine's __await__();
// or the awaitable of sleep(0), which yields None once and has no generator.
struct AsyncStepObject : Object {
  static constexpr Kind kKind = Kind::async_step;
  enum What : uint8_t { next, send, throw_, close, coroutine, turn };   // in `extra`
  enum class Stage : uint8_t { created, begun, finished };

  GeneratorObject* generator;
  Value argument;                    // what to send or throw
  Stage stage;
};

}  // namespace lockstep
