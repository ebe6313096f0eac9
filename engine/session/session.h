#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source_span.h"
#include "detect/finding.h"
#include "session/moment.h"

// The one door to the engine: commands go in, immutable snapshots and logs come out. The interface,
// the command line and the tests use nothing else.
namespace lockstep {

// Who decides which thread goes next.
enum class RunMode : uint8_t {
  free,        // the operating system; real threads, real clock
  seeded,      // a pseudo-random policy; virtual clock
  replay,      // a recorded schedule; virtual clock
  step,        // whoever calls Session::step(); virtual clock
};

// Who goes next in a seeded run.
enum class SeededBy : uint8_t {
  random,         // any thread that can go on, at every step
  round_robin,    // each in turn, one step at a time
  priorities,     // the one of highest priority; a few random steps lower that of whoever makes them (PCT)
};

// Which runs are looked at for what is wrong with the program (see Finding). In free runs not for data
// races, as nobody sees their accesses.
enum class FindingsOf : uint8_t { no_run, controlled_runs, every_run };

class HostInput;

// What a run reads as its standard input: a text, or what `reader` brings. It is called by a thread of its
// own while a script waits, and gives what comes next, "" when nothing came within 100 ms, and nothing at
// all at the end.
std::shared_ptr<HostInput> make_input(std::string text);
std::shared_ptr<HostInput> make_input(std::function<std::optional<std::string>()> reader);

struct RunOptions {
  RunMode mode = RunMode::free;
  uint64_t seed = 0;                        // seeded; step with `random`
  std::string schedule;                     // replay; step: the run that is known from the beginning, "" if none
  bool random = false;                      // step: a run that the seed gives is made first, and stands at its end
  SeededBy policy = SeededBy::random;       // seeded
  double switch_interval = 0.005;           // seconds; free
  std::string script_name;                  // sys.argv[0]; empty: the name the program was loaded by
  std::vector<std::string> arguments;       // sys.argv[1:]
  bool print_in_pieces = false;             // not free: a switch may fall between the text and the line end of a print
  std::shared_ptr<HostInput> input;         // null: empty
  FindingsOf findings = FindingsOf::controlled_runs;
  Limits limits;
};

enum class OutcomeKind : uint8_t {
  none,        // still running, or nothing was run yet
  finished,
  exception,   // uncaught in the main thread
  deadlock,    // every live thread that is not a daemon waits for something that can no longer happen
  limit,       // a limit of the run was reached
  stopped,     // by stop()
  internal_error,   // a mistake of ours
};

struct Outcome {
  OutcomeKind kind = OutcomeKind::none;
  int status = 0;                           // the exit status a command line should give
  std::string message;                      // exception: its last line; deadlock: a line for each thread;
                                            // limit: which; internal_error: what
  std::string schedule;                     // controlled runs: the schedule that was run
};

enum class ThreadStatus : uint8_t {
  created, running, ready, waiting, sleeping, ended,
};

struct ThreadView {
  uint32_t id = 0;                          // 0: main; counts up in the order of starting
  std::string name;                         // threading's name
  ThreadStatus status = ThreadStatus::created;
  bool daemon = false;
  int line = 0;                             // where it is in the script, 0 if nowhere (sampled in free runs)
  std::string function;                     // the function it is in
  std::string waiting_for;                  // "lock held by Thread-1 (worker)", "0.48 s of sleep", ... empty unless waiting

  // Of stepped runs only:
  bool can_step = false;
  std::string next;                         // what its next step does: "read counter", "acquire lock"; empty if none
  std::vector<FrameView> frames;            // innermost first
};

struct OutputChunk {
  uint32_t thread = 0;
  bool is_error = false;                    // stderr
  double time = 0;                          // seconds since the run began; stepped runs: the step it came with
  std::string text;                         // UTF-8
};

// A stretch of a thread's life, for the timeline. Times are in seconds since the run began; in a stepped
// run they are steps, and the timeline is that of the whole run that is known.
struct Span {
  ThreadStatus status = ThreadStatus::running;
  double begin = 0;
  double end = 0;                           // == the snapshot's clock while it lasts
  std::string label;                        // waiting: for what
};

struct TimelineRow {
  uint32_t thread = 0;
  std::string name;
  std::vector<Span> spans;                  // in order of time, without gaps from the thread's start to its end
};

// A task of asyncio in the timeline: a row like a thread's, from its making to its end.
struct TaskRow {
  uint32_t thread = 0;                      // whose loop runs it
  uint32_t task = 0;                        // as in AsyncTaskView
  std::string name;
  bool ended = false;
  std::string outcome;                      // "result", "exception" or "cancelled" when it has ended
  std::vector<Span> spans;                  // running, ready, waiting, sleeping; without gaps
};

struct Diagnostic {
  std::string type;                         // "SyntaxError", "IndentationError", ...
  std::string message;
  std::string text;                         // as CPython prints it, several lines
  SourceSpan span;
};

// What a stepped run is asked to do next.
struct StepCommand {
  enum class Kind : uint8_t {
    thread,    // `thread` makes a step. What was known of the run after it is forgotten unless it is the same
    forward,   // the next step of the run that is known; after its end whoever went last goes on
    back,      // the last step is taken back
    back_of,   // back to before the last step, or line, of `thread`
    go_to,     // to the moment after `step` steps of the run that is known
    finish,    // forward to the end
  };
  enum class Reach : uint8_t {
    operation, // one visible operation
    line,      // of the thread that moves, as many as it takes until it stands on another line, waits, or
               // has ended
  };
  Kind kind = Kind::forward;
  Reach reach = Reach::operation;           // thread, forward, back, back_of
  uint32_t thread = 0;                      // thread, back_of
  uint64_t step = 0;                        // go_to
};

// The state of a run at one moment.
struct Snapshot {
  uint64_t run = 0;                         // counts runs of this session from 1; 0 before the first
  bool running = false;                     // stepped runs: a command is being carried out
  double clock = 0;                         // seconds since the run began, on the run's own clock
  std::vector<ThreadView> threads;          // every thread of the run, also ended ones
  uint32_t live_threads = 0;
  size_t output_count = 0;                  // chunks of output so far; fewer than before when a run was stepped back
  uint64_t output_version = 0;              // changes when chunks that were there are others now
  uint64_t timeline_version = 0;            // changes when the timeline does
  Outcome outcome;
  // What is known to be wrong, in the order in which it was found; of a stepped run: up to where it
  // stands. Never null. The same list as before while nothing was added.
  std::shared_ptr<const std::vector<Finding>> findings = std::make_shared<const std::vector<Finding>>();
  std::shared_ptr<const Moment> moment;     // of a stepped run, once it has come to its first step; else null
  std::shared_ptr<const std::vector<PrimitiveView>> primitives;   // of a free run, once look() was called; at a
                                            // deadlock as they stood then; else null
  std::shared_ptr<const std::vector<LoopView>> loops;   // likewise; at the end what they had left to do
};

struct ExploreOptions;     // session/explore.h
struct Exploration;

// How an exploration stands.
struct ExplorationView {
  uint64_t number = 0;                      // counts explorations of this session from 1
  bool running = false;
  std::shared_ptr<const Exploration> found; // so far, or in the end; never null
};

struct SampleOptions;      // session/sample.h
struct Samples;

// How sampling stands.
struct SamplesView {
  uint64_t number = 0;                      // counts samplings of this session from 1
  bool running = false;
  std::shared_ptr<const Samples> found;     // so far, or in the end; never null
};

class Session {
 public:
  struct Options {
    // Called by the engine's threads, one at a time, for each piece of output as it is written, before
    // it shows in snapshots. For command lines; null for interfaces, which poll.
    std::function<void(const OutputChunk&)> on_output;
  };

  static std::unique_ptr<Session> create(Options options = {});
  virtual ~Session() = default;             // stops what runs

  // Compiles a program and makes it the one to run; what runs is not disturbed. Returns its
  // diagnostics: empty when it compiled. `name` is what tracebacks call the file.
  virtual std::vector<Diagnostic> load(std::string_view source, std::string_view name) = 0;

  // Starts the loaded program; stops what runs first. Returns at once. Without a loaded program the
  // outcome is the load's error. In a build without shared memory free runs end at once with an
  // outcome that says so.
  virtual void run(const RunOptions& options) = 0;

  // Asks the run to end; it has ended within 100 ms. Returns at once.
  virtual void stop() = 0;

  // What a stepped run is to do; commands are carried out one after the other. Without a stepped run nothing
  // happens. Returns at once; stop() ends a command that takes too long, and the run stays where it is then.
  virtual void step(const StepCommand& command) = 0;

  // Blocks until the run has ended; a stepped one: until its commands have been carried out. For command
  // lines and tests: never from an interface's thread.
  virtual void wait() = 0;

  // The latest state. Cheap; safe from any one thread at a time, also while the engine works.
  virtual std::shared_ptr<const Snapshot> snapshot() = 0;

  // The output from chunk `first` on.
  virtual std::vector<OutputChunk> output(size_t first = 0) = 0;

  // Asks for the locks, queues and the like of a free run as they stand: a snapshot soon after has them. Costs
  // the run a moment, so ask some times a second at most; while nobody asks it costs nothing.
  virtual void look() = 0;

  // The timeline up to now. Rows in the order of thread ids.
  virtual std::vector<TimelineRow> timeline() = 0;

  // The tasks of asyncio in the timeline, in the order they were made: the first few hundred of the run.
  virtual std::vector<TaskRow> task_timeline() { return {}; }

  // The run as Chrome trace events (JSON), which Perfetto opens. Complete when the run has ended.
  virtual std::string chrome_trace() = 0;

  // Explores the loaded program, beside whatever runs; ends an exploration that goes on. Returns at once.
  // Without a loaded program nothing happens.
  virtual void explore(const ExploreOptions& options) = 0;
  // Ends it within 100 ms; what was found until then is kept.
  virtual void stop_exploring() = 0;
  // The latest of it; null before the first explore() and after a load().
  virtual std::shared_ptr<const ExplorationView> exploration() = 0;

  // Runs the loaded program many times and counts how it ends, beside whatever else goes on; ends a sampling
  // that goes on. Returns at once. Without a loaded program nothing happens.
  virtual void sample(const SampleOptions& options) = 0;
  // Ends it within 100 ms; what was counted until then is kept.
  virtual void stop_sampling() = 0;
  // The latest of it; null before the first sample() and after a load().
  virtual std::shared_ptr<const SamplesView> samples() = 0;

  // False in builds without shared memory.
  static bool free_runs_possible();
};

}  // namespace lockstep
