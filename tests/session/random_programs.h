#pragma once

#include <cstdint>
#include <string>

namespace lockstep {

// A small program with threads, different for each seed: shared variables and lists, locks, conditions,
// events, semaphores, queues and sleeps, without any sense, and now and then with a deadlock.
std::string random_threaded_program(uint64_t seed);

// The same with lists that threads are given when they are started, and threads that threads start.
std::string random_sharing_program(uint64_t seed);

// The same with an event loop of asyncio: a few tasks, and a thread or an executor's call beside them.
std::string random_mixed_program(uint64_t seed);

}  // namespace lockstep
