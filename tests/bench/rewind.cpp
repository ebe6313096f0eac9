// How long it takes to go to any moment of a long stepped run, and how long the run takes to be made.
//
// usage: rewind [STEPS]
//
// Two threads add to a shared number in turns; the run is made by chance, once, and then visited at a hundred
// moments all over it. Prints the steps, the seconds of making them, and the milliseconds of the visits:
// median, and the longest.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "session/session.h"

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep;
  const long steps = argc > 1 ? std::atol(argv[1]) : 1'000'000;
  const std::string source =
      "import threading\n"
      "n = 0\n"
      "def work(times):\n"
      "    global n\n"
      "    for _ in range(times):\n"
      "        n += 1\n"
      "a = threading.Thread(target=work, args=(" + std::to_string(steps / 4) + ",))\n"
      "b = threading.Thread(target=work, args=(" + std::to_string(steps / 4) + ",))\n"
      "a.start()\nb.start()\na.join()\nb.join()\nprint(n)\n";
  const auto session = Session::create();
  if (!session->load(source, "rewind.py").empty()) return 1;
  RunOptions options;
  options.mode = RunMode::step;
  options.random = true;
  options.seed = 1;
  auto begin = std::chrono::steady_clock::now();
  session->run(options);
  session->wait();
  const double made = seconds_since(begin);
  const auto end = session->snapshot();
  if (!end->moment || !end->moment->ended) return 1;
  const uint64_t length = end->moment->length;

  std::vector<double> visits;
  uint64_t random = 1;
  for (int visit = 0; visit < 100; ++visit) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    begin = std::chrono::steady_clock::now();
    session->step({StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, (random >> 20) % length});
    session->wait();
    visits.push_back(seconds_since(begin) * 1000);
  }
  std::sort(visits.begin(), visits.end());
  std::printf("%llu steps made in %.2f s (%.0f a second); to any of them: median %.2f ms, longest %.2f ms\n",
              static_cast<unsigned long long>(length), made, double(length) / made, visits[visits.size() / 2],
              visits.back());
  return 0;
}
