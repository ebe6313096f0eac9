#include <pthread.h>

#include <thread>

#include <doctest/doctest.h>

TEST_CASE("a thread that has ended leaves nobody waiting in the memory it had") {
  for (int i = 0; i < 8; ++i) {
    pthread_t ended{};
    std::thread([&ended] { ended = pthread_self(); }).join();
    const unsigned woken = __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(ended), ~0u);
    CHECK(woken == 0);
  }
}
