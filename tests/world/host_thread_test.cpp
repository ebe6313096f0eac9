#include "world/host_thread.h"

#include <future>
#include <memory>
#include <vector>

#include <doctest/doctest.h>

namespace lockstep {
namespace {

using Slice = HostThread::Slice;

TEST_CASE("jobs run in the order they were posted, slice by slice") {
  std::vector<int> order;
  std::promise<void> all_done;
  {
    HostThread host(HostThread::Mode::own_thread);
    for (int job = 0; job < 3; ++job) {
      host.post([&order, job, slice = 0]() mutable {
        order.push_back(job * 10 + slice);
        return ++slice < 3 ? Slice::again : Slice::done;
      });
    }
    host.post([&] {
      all_done.set_value();
      return Slice::done;
    });
    all_done.get_future().wait();
  }
  CHECK(order == std::vector<int>{0, 1, 2, 10, 11, 12, 20, 21, 22});
}

TEST_CASE("a job may post another") {
  std::promise<void> done;
  HostThread host(HostThread::Mode::own_thread);
  host.post([&] {
    host.post([&] {
      done.set_value();
      return Slice::done;
    });
    return Slice::done;
  });
  done.get_future().wait();
}

TEST_CASE("what is left when the host goes is dropped") {
  auto held = std::make_shared<int>(0);
  std::promise<void> running;
  {
    HostThread host(HostThread::Mode::own_thread);
    host.post([&, told = false]() mutable {
      if (!told) running.set_value();
      told = true;
      return Slice::again;
    });
    host.post([held] {
      ++*held;
      return Slice::done;
    });
    running.get_future().wait();
    CHECK_FALSE(host.idle());
  }
  CHECK(*held == 0);
  CHECK(held.use_count() == 1);
}

TEST_CASE("without a thread, pumping runs the slices") {
  HostThread host(HostThread::Mode::pumped);
  int slices = 0;
  host.post([&] { return ++slices < 3 ? Slice::again : Slice::done; });
  CHECK(slices == 0);
  host.pump(0);
  CHECK(slices == 1);
  CHECK_FALSE(host.idle());
  host.pump(kSecond);
  CHECK(slices == 3);
  CHECK(host.idle());
  host.pump(kSecond);
  CHECK(slices == 3);
}

}  // namespace
}  // namespace lockstep
