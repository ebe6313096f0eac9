#include "workbench/workbench.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "workbench/fake_session.h"

// The whole playground without a window: frames are drawn into nothing, input comes from the test, the
// run from a written one. Time moves by a sixtieth of a second with each frame.
namespace lockstep {
namespace {

using nlohmann::json;

class FakePlatform : public Platform {
 public:
  bool open_link(std::string_view url) override {
    link = url;
    return true;
  }
  std::string clipboard_text() override { return clipboard; }
  void set_clipboard_text(std::string_view text) override { clipboard = text; }
  std::string load_setting(std::string_view name) override {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
  }
  void store_setting(std::string_view name, std::string_view value) override {
    settings[std::string(name)] = value;
  }
  std::string address_fragment() override { return fragment; }
  void set_address_fragment(std::string_view to) override { fragment = to; }
  std::string link_to(std::string_view to) override { return "http://example.org/#" + std::string(to); }
  double pixel_ratio() override { return 1; }
  double now() override { return time; }

  std::map<std::string, std::string, std::less<>> settings;
  std::string clipboard, link, fragment;
  double time = 1000;
};

const char* const kCounting =
    "# ---\n# title: Counting\n# topic: Numbers\n# order: 1\n# id: counting\n# ---\n"
    "# %% [markdown]\n# # Counting\n# Some *words* and a [link](http://example.org/x).\n"
    "# %%\nfor i in range(3):\n    print(i)\n";
const char* const kSecond =
    "# ---\n# title: Second\n# topic: Numbers\n# order: 2\n# id: second\n# ---\n# %%\nprint(2)\n";

FakeSession::Script two_threads() {
  FakeSession::Script script;
  script.rows = {{0, "MainThread", {{ThreadStatus::running, 0, 0.1, ""}, {ThreadStatus::waiting, 0.1, 1, "the end of Thread-1"}}},
                 {1, "Thread-1 (work)", {{ThreadStatus::running, 0.1, 0.5, ""}, {ThreadStatus::sleeping, 0.5, 0.9, ""}}}};
  script.output = {{0, false, 0.05, "hello\n"}, {1, false, 0.2, "from the thread\n"}, {1, true, 0.3, "oops\n"}};
  script.line_at = [](size_t, double) { return 11; };
  script.outcome.kind = OutcomeKind::finished;
  script.length = 1;
  return script;
}

class Playground {
 public:
  explicit Playground(FakePlatform& platform, FakeSession::Script script = two_threads()) : platform_(platform) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.DisplaySize = {1280, 720};
    io.ClipboardUserData = &platform;
    io.GetClipboardTextFn = [](void* user) {
      return static_cast<FakePlatform*>(user)->clipboard.c_str();
    };
    io.SetClipboardTextFn = [](void* user, const char* text) { static_cast<FakePlatform*>(user)->clipboard = text; };
    Workbench::Options options;
    options.lessons = {{"numbers/second.py", kSecond}, {"numbers/counting.py", kCounting}};
    options.make_session = [this, script] {
      auto made = std::make_unique<FakeSession>(script, [this] { return platform_.time; });
      session = made.get();
      return made;
    };
    workbench_ = std::make_unique<Workbench>(platform, std::move(options));
    workbench_->load_fonts(1);
    frames(4);
  }
  ~Playground() {
    workbench_.reset();
    ImGui::DestroyContext();
  }

  void frames(int count) {
    ImGuiIO& io = ImGui::GetIO();
    for (int index = 0; index < count; ++index) {
      platform_.time += 1 / 60.0;
      io.DeltaTime = 1 / 60.0f;
      ImGui::NewFrame();
      workbench_->frame();
      ImGui::Render();
    }
  }
  void seconds(double length) { frames(int(length * 60)); }

  json get(const char* what) { return json::parse(workbench_->query(json{{"get", what}}.dump())); }
  json state() { return get("state"); }

  void point(const std::string& widget, float across = 0.5f, float down = 0.5f) {
    const json rects = get("rects");
    REQUIRE_MESSAGE(rects.contains(widget), widget);
    const json& rect = rects[widget];
    ImGui::GetIO().AddMousePosEvent(rect["x"].get<float>() + rect["width"].get<float>() * across,
                                    rect["y"].get<float>() + rect["height"].get<float>() * down);
    frames(2);
  }
  void button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    frames(2);
  }
  void click(const std::string& widget, float across = 0.5f, float down = 0.5f) {
    point(widget, across, down);
    button(true);
    button(false);
    frames(2);
  }
  void wheel(float by) {
    ImGui::GetIO().AddMouseWheelEvent(0, by);
    frames(2);
  }
  void key(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None) {
    ImGuiIO& io = ImGui::GetIO();
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
    frames(1);
    io.AddKeyEvent(key, true);
    frames(1);
    io.AddKeyEvent(key, false);
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
    frames(2);
  }
  void type(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    frames(2);
  }
  bool idle() const { return workbench_->idle(); }

  FakeSession* session = nullptr;

 private:
  FakePlatform& platform_;
  std::unique_ptr<Workbench> workbench_;
};

TEST_CASE("the first frame shows the first lesson, ready to run") {
  FakePlatform platform;
  Playground playground(platform);
  const json state = playground.state();
  CHECK(state["lesson"] == "counting");
  CHECK(state["lessons"] == 3);   // the learner's own program is the third
  CHECK(state["outcome"]["kind"] == "none");
  CHECK(state["running"] == false);
  CHECK(playground.get("code")["text"] == "for i in range(3):\n    print(i)");
  CHECK(playground.session->loaded() == "\n\n\n\n\n\n\n\n\n\nfor i in range(3):\n    print(i)\n");
  const json rects = playground.get("rects");
  for (const char* name : {"run", "stop", "reset", "interval", "theme", "lesson/counting", "lesson/second", "lessons",
                           "prose", "code", "output", "timeline", "outcome", "bottom_splitter"}) {
    CHECK_MESSAGE(rects.contains(name), name);
  }
  playground.seconds(2);
  CHECK(playground.idle());
}

TEST_CASE("a run is followed from its beginning to its end") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("run");
  CHECK(playground.state()["running"] == true);
  CHECK(!playground.idle());
  playground.seconds(0.5);
  json state = playground.state();
  CHECK(state["thread_count"] == 2);
  CHECK(state["live_threads"] == 2);
  CHECK(state["last_line"] == "oops");
  CHECK(state["timeline"]["rows"] == 2);
  playground.seconds(1);
  state = playground.state();
  CHECK(state["running"] == false);
  CHECK(state["outcome"]["kind"] == "finished");
  CHECK(playground.get("output")["text"] == "hello\nfrom the thread\noops\n");
  CHECK(json::parse(platform.settings["workbench"])["finished"] == json::array({"counting"}));
  playground.click("copy_output");
  CHECK(platform.clipboard == "hello\nfrom the thread\noops\n");
}

TEST_CASE("keys run and stop") {
  FakePlatform platform;
  Playground playground(platform);
  playground.key(ImGuiKey_F5);
  CHECK(playground.state()["running"] == true);
  playground.key(ImGuiKey_Escape);
  CHECK(playground.state()["outcome"]["kind"] == "stopped");
  playground.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
  CHECK(playground.state()["run"] == 2);
  playground.key(ImGuiKey_F5, ImGuiMod_Shift);
  CHECK(playground.state()["running"] == false);
  playground.click("run");
  playground.click("stop");
  CHECK(playground.state()["outcome"]["kind"] == "stopped");
}

TEST_CASE("typing changes the program, and the change is kept") {
  FakePlatform platform;
  {
    Playground playground(platform);
    playground.click("code", 0.5f, 0.9f);
    CHECK(playground.state()["code_focused"] == true);
    playground.key(ImGuiKey_End, ImGuiMod_Ctrl);
    playground.key(ImGuiKey_Enter);
    playground.type("print('ok')");
    CHECK(playground.get("code")["text"] == "for i in range(3):\n    print(i)\n    print('ok')");
    CHECK(playground.state()["edited"] == true);
    playground.key(ImGuiKey_F5);
    CHECK(playground.session->loaded().ends_with("    print(i)\n    print('ok')\n"));
    playground.seconds(2);
  }
  Playground playground(platform);
  CHECK(playground.get("code")["text"] == "for i in range(3):\n    print(i)\n    print('ok')");
  playground.click("reset");
  CHECK(playground.get("code")["text"] == "for i in range(3):\n    print(i)");
  CHECK(playground.state()["edited"] == false);
  playground.click("code", 0.5f, 0.9f);
  playground.key(ImGuiKey_Z, ImGuiMod_Ctrl);
  CHECK(playground.state()["edited"] == true);
}

TEST_CASE("copy, cut and paste go through the platform's clipboard") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("code", 0.5f, 0.5f);
  playground.key(ImGuiKey_A, ImGuiMod_Ctrl);
  playground.key(ImGuiKey_C, ImGuiMod_Ctrl);
  CHECK(platform.clipboard == "for i in range(3):\n    print(i)");
  platform.clipboard = "x = '\u043F'\n";
  playground.key(ImGuiKey_V, ImGuiMod_Ctrl);
  CHECK(playground.get("code")["text"] == "x = '\u043F'\n");
}

TEST_CASE("another lesson brings its own program, and is the one shown next time") {
  FakePlatform platform;
  {
    Playground playground(platform);
    playground.click("lesson/second");
    CHECK(playground.state()["lesson"] == "second");
    CHECK(playground.get("code")["text"] == "print(2)");
    playground.key(ImGuiKey_PageUp, ImGuiMod_Alt);
    CHECK(playground.state()["lesson"] == "counting");
    playground.key(ImGuiKey_PageDown, ImGuiMod_Alt);
    playground.seconds(2);
  }
  Playground playground(platform);
  CHECK(playground.state()["lesson"] == "second");
}

TEST_CASE("mistakes are shown while they are there") {
  FakePlatform platform;
  Playground playground(platform);
  playground.session->set_diagnostics({{"SyntaxError", "invalid syntax", "", {11, 0, 11, 3}}});
  playground.click("code", 0.5f, 0.5f);
  playground.type("x");
  CHECK(playground.state()["diagnostics"].empty());
  playground.seconds(1);
  CHECK(playground.state()["diagnostics"][0]["message"] == "invalid syntax");
}

TEST_CASE("the timeline zooms, moves and comes back") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("run");
  playground.seconds(1.5);
  const double whole = playground.state()["timeline"]["end"];
  CHECK(whole == doctest::Approx(1.01));
  playground.point("timeline", 0.7f, 0.6f);
  playground.wheel(3);
  json zoomed = playground.state()["timeline"];
  CHECK(zoomed["end"].get<double>() - zoomed["begin"].get<double>() < whole * 0.6);
  playground.button(true);
  playground.point("timeline", 0.5f, 0.6f);
  playground.button(false);
  CHECK(playground.state()["timeline"]["begin"].get<double>() > zoomed["begin"].get<double>());
  playground.click("timeline_fit");
  CHECK(playground.state()["timeline"]["end"] == whole);
  playground.click("timeline_in");
  CHECK(playground.state()["timeline"]["end"].get<double>() < whole);
}

TEST_CASE("the switch interval and the theme are chosen, used and kept") {
  FakePlatform platform;
  {
    Playground playground(platform);
    playground.click("interval");
    playground.click("interval/0.1 ms");
    playground.click("theme");
    CHECK(playground.state()["theme"] == "light");
    playground.key(ImGuiKey_F5);
    CHECK(playground.session->options().switch_interval == 0.0001);
    playground.seconds(2);
  }
  Playground playground(platform);
  CHECK(playground.state()["theme"] == "light");
  CHECK(playground.state()["switch_interval"] == 0.0001);
}

TEST_CASE("splitters are dragged and stay") {
  FakePlatform platform;
  double before = 0;
  const auto code_left = [](Playground& playground) { return playground.get("rects")["code"]["x"].get<double>(); };
  {
    Playground playground(platform);
    before = code_left(playground);
    playground.point("prose_splitter");
    playground.button(true);
    playground.point("prose", 0.8f, 0.5f);
    playground.button(false);
    CHECK(code_left(playground) < before - 40);
    before = code_left(playground);
    playground.seconds(2);
  }
  Playground playground(platform);
  CHECK(code_left(playground) == doctest::Approx(before));
}

TEST_CASE("every size draws, narrow ones with tabs") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("run");
  for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(900, 700), ImVec2(420, 700), ImVec2(300, 200), ImVec2(10, 10)}) {
    ImGui::GetIO().DisplaySize = size;
    playground.frames(3);
  }
  ImGui::GetIO().DisplaySize = {420, 700};
  playground.frames(3);
  CHECK(!playground.get("rects").contains("code"));
  playground.click("tab/Code");
  CHECK(playground.get("rects").contains("code"));
  playground.click("tab/Timeline");
  CHECK(playground.get("rects").contains("timeline_fit"));
  playground.click("lessons_menu");
  playground.click("lesson/second");
  CHECK(playground.state()["lesson"] == "second");
  const json rects = playground.get("rects");
  CHECK(rects["modes"]["x"].get<float>() >= rects["lessons_menu"]["x"].get<float>() + rects["lessons_menu"]["width"].get<float>());
  playground.click("modes");
  playground.click("mode/explore");
  CHECK(playground.state()["mode"] == "explore");
}

TEST_CASE("one thread's output can be seen alone") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("run");
  playground.seconds(1.5);
  playground.click("timeline/row/1", 0.05f);
  playground.click("output_filter");
  playground.key(ImGuiKey_Escape);
  CHECK(playground.state()["output_lines"] == 3);
}

TEST_CASE("questions that make no sense get an answer that says so") {
  FakePlatform platform;
  Playground playground(platform);
  CHECK(playground.get("nothing").contains("error"));
}

std::shared_ptr<Moment> moment_at(uint64_t step, uint64_t length) {
  auto moment = std::make_shared<Moment>();
  moment->step = step;
  moment->length = length;
  moment->chooses = true;
  moment->schedule = std::make_shared<std::string>("1/0123456789abcdef/0:2,1");
  moment->globals = {{"counter", "0", true}, {"names", "['a', 'b']", false}};
  moment->primitives = {{"Lock", "pen", "held by Thread-1 (work)", 1, {0}, {}, true},
                        {"Queue", "jobs", "2 items", {}, {}, {"'first'", "'second'"}, false}};
  return moment;
}

std::vector<ThreadView> step_threads() {
  ThreadView main;
  main.name = "MainThread";
  main.status = ThreadStatus::waiting;
  main.line = 11;
  main.waiting_for = "lock pen, held by Thread-1 (work)";
  ThreadView other;
  other.id = 1;
  other.name = "Thread-1 (work)";
  other.status = ThreadStatus::running;
  other.line = 12;
  other.can_step = true;
  other.next = "read counter";
  other.frames = {{"work", 12, {{"seen", "0", false}}}};
  return {main, other};
}

TEST_CASE("a stepped run is moved by clicks, by keys and by the slider") {
  FakePlatform platform;
  Playground playground(platform);
  playground.session->set_moment(moment_at(2, 5), step_threads());
  playground.click("mode/step");
  CHECK(playground.session->options().mode == RunMode::step);
  json state = playground.state();
  CHECK(state["mode"] == "step");
  CHECK(state["shows_lesson"] == false);
  CHECK(state["step"]["step"] == 2);
  CHECK(state["step"]["threads"][1]["next"] == "read counter");
  const auto& steps = playground.session->steps();

  playground.click("step/thread/1");
  REQUIRE(steps.size() == 1);
  CHECK(steps.back().kind == StepCommand::Kind::thread);
  CHECK(steps.back().thread == 1);
  playground.click("step/thread/0");   // waits: nothing to press
  CHECK(steps.size() == 1);
  playground.key(ImGuiKey_LeftArrow);
  CHECK(steps.back().kind == StepCommand::Kind::back);
  playground.key(ImGuiKey_RightArrow, ImGuiMod_Shift);
  CHECK(steps.back().kind == StepCommand::Kind::forward);
  CHECK(steps.back().reach == StepCommand::Reach::line);
  playground.key(ImGuiKey_1);
  CHECK(steps.back().kind == StepCommand::Kind::thread);
  playground.key(ImGuiKey_1, ImGuiMod_Shift);
  CHECK(steps.back().reach == StepCommand::Reach::line);
  playground.key(ImGuiKey_1, ImGuiKey_B);
  CHECK(steps.back().kind == StepCommand::Kind::back_of);
  CHECK(steps.back().thread == 1);
  playground.click("step/thread/1/line");
  CHECK(steps.back().kind == StepCommand::Kind::thread);
  CHECK(steps.back().reach == StepCommand::Reach::line);
  playground.click("step/thread/0/back");   // it waits, but what it did can be taken back
  CHECK(steps.back().kind == StepCommand::Kind::back_of);
  CHECK(steps.back().thread == 0);
  playground.key(ImGuiKey_End);
  CHECK(steps.back().kind == StepCommand::Kind::finish);
  playground.click("step/back");
  CHECK(steps.back().kind == StepCommand::Kind::back);
  playground.click("step/slider", 0.995f);
  CHECK(steps.back().kind == StepCommand::Kind::go_to);
  CHECK(steps.back().step == 5);
  playground.click("step/start");
  CHECK(steps.back().step == 0);

  // Digits and arrows belong to the editor while it is typed in.
  const size_t made = steps.size();
  playground.click("code", 0.5f, 0.9f);
  playground.key(ImGuiKey_1);
  playground.key(ImGuiKey_LeftArrow);
  CHECK(steps.size() == made);
  playground.key(ImGuiKey_F10);
  CHECK(steps.size() == made + 1);
}

TEST_CASE("a run's schedule is copied, linked to, pasted, and opened from the page's address") {
  FakePlatform platform;
  {
    Playground playground(platform);
    playground.session->set_moment(moment_at(0, 5), step_threads());
    playground.click("mode/step");
    playground.frames(2);
    CHECK(platform.fragment == "lesson=counting&schedule=1/0123456789abcdef/0:2,1");
    playground.click("step/share");
    playground.click("share/copy");
    CHECK(platform.clipboard == "1/0123456789abcdef/0:2,1");
    playground.click("step/share");
    playground.click("share/link");
    CHECK(platform.clipboard == "http://example.org/#lesson=counting&schedule=1/0123456789abcdef/0:2,1");
    playground.click("step/share");
    playground.click("share/field");
    playground.type("1/0123456789abcdef/1");
    playground.key(ImGuiKey_Enter);
    CHECK(playground.session->options().schedule == "1/0123456789abcdef/1");
  }
  platform.fragment = "lesson=second&schedule=1%2F0123456789abcdef%2F0";
  Playground playground(platform);
  CHECK(playground.state()["lesson"] == "second");
  CHECK(playground.state()["mode"] == "step");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/0");
}

TEST_CASE("an exploration is followed, ended, and its outcomes are opened, failures first") {
  FakePlatform platform;
  Playground playground(platform);
  playground.click("mode/explore");
  playground.click("run");
  CHECK(playground.session->explorations() == 1);
  Exploration found;
  found.transitions = 12345;
  const auto add_outcome = [&](OutcomeKind kind, const char* output, const char* error, const char* schedule) {
    ExploredOutcome outcome;
    outcome.kind = kind;
    outcome.value = outcome.standard_output = output;
    outcome.error = error;
    outcome.schedule = schedule;
    found.outcomes.push_back(outcome);
  };
  add_outcome(OutcomeKind::finished, "counter = 2\n", "", "1/0123456789abcdef/0");
  add_outcome(OutcomeKind::deadlock, "", "main waits for lock a\nfor ever", "1/0123456789abcdef/1");
  playground.session->set_exploration(found, true);
  playground.frames(2);
  CHECK(playground.state()["exploration"]["running"] == true);
  CHECK(!playground.idle());
  playground.click("stop");
  CHECK(playground.session->exploration_stopped());
  found.complete = true;
  Finding race;
  race.object = "counter";
  race.message = "two threads use counter at the same time";
  race.places = {{11, "a"}, {12, "b"}};
  race.schedule = "1/0123456789abcdef/1,0";
  found.findings = {race};
  playground.session->set_exploration(found, false);
  playground.frames(2);
  const json rects = playground.get("rects");
  CHECK(rects["outcome/1"]["y"].get<float>() < rects["outcome/0"]["y"].get<float>());
  playground.session->set_moment(moment_at(0, 5), step_threads());
  CHECK(playground.state()["exploration"]["findings"][0]["title"] == "Data race on counter");
  playground.click("finding/0/line/12");
  CHECK(playground.state()["mode"] == "explore");
  playground.click("finding/0/run");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/1,0");
  playground.click("mode/explore");
  playground.click("outcome/1");
  CHECK(playground.state()["mode"] == "step");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/1");
  playground.click("mode/free");
  CHECK(playground.state()["step"].is_null());
  CHECK(playground.state()["outcome"]["kind"] == "none");
}

TEST_CASE("many runs are counted beside the exploration, with the choices that were made") {
  FakePlatform platform;
  Playground playground(platform);
  playground.session->set_moment(moment_at(0, 5), step_threads());
  playground.click("mode/explore");
  playground.click("explore/many");
  REQUIRE(playground.session->samplings() == 1);
  CHECK(playground.session->sample_options().runs == 200);
  CHECK(playground.session->sample_options().order == SampleOptions::Order::random);
  Samples samples;
  samples.wanted = 200;
  samples.runs = 50;
  SampledOutcome met;
  met.kind = OutcomeKind::finished;
  met.value = "counter = 2";
  met.count = 50;
  met.schedule = "1/0123456789abcdef/0";
  samples.outcomes = {met};
  playground.session->set_samples(samples, true);
  playground.frames(2);
  CHECK(playground.state()["samples"]["runs"] == 50);
  CHECK(!playground.idle());
  playground.click("explore/many");   // now it ends them
  CHECK(playground.session->sampling_stopped());
  CHECK(playground.session->samplings() == 1);
  playground.session->set_samples(samples, false);
  Exploration found;
  found.complete = true;
  ExploredOutcome good, bad;
  good.kind = OutcomeKind::finished;
  good.value = "counter = 2";
  good.schedule = "1/0123456789abcdef/0";
  bad.kind = OutcomeKind::deadlock;
  bad.error = "a waits";
  bad.schedule = "1/0123456789abcdef/1";
  bad.nearest_good = "1/0123456789abcdef/0";
  bad.fork = {3, {"bob", "acquire ink", 5}, {"ada", "acquire ink", 5}};
  found.outcomes = {good, bad};
  playground.click("explore/every");
  CHECK(playground.session->explorations() == 1);
  playground.session->set_exploration(found, false);
  playground.frames(2);
  const json rects = playground.get("rects");
  CHECK(rects["outcome/1"]["y"].get<float>() < rects["outcome/0"]["y"].get<float>());
  CHECK(!rects.contains("sampled/0"));   // it is outcome 0
  CHECK(playground.state()["exploration"]["outcomes"][1]["fork"]["bad"]["thread"] == "bob");

  playground.click("outcome/1/good");
  CHECK(playground.state()["mode"] == "step");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/0");
  REQUIRE(!playground.session->steps().empty());
  CHECK(playground.session->steps().back().kind == StepCommand::Kind::go_to);
  CHECK(playground.session->steps().back().step == 2);
  playground.click("mode/explore");
  playground.click("outcome/1/bad");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/1");
  playground.click("mode/explore");

  playground.click("explore/runs");
  playground.click("runs/2 000");
  playground.click("order/free");
  playground.key(ImGuiKey_Escape);
  playground.click("explore/many");
  CHECK(playground.session->sample_options().runs == 2000);
  CHECK(playground.session->sample_options().order == SampleOptions::Order::free);
  playground.click("explore/options");
  playground.click("observe/expression");
  playground.click("observe/field");
  playground.type("counter");
  playground.click("time/any time");
  playground.click("random/any it could be");
  playground.click("bound/once");
  playground.click("budget/10 s");
  playground.key(ImGuiKey_Escape);
  playground.key(ImGuiKey_F5);
  const ExploreOptions& options = playground.session->explore_options();
  CHECK(options.observe == ExploreOptions::Observe::expression);
  CHECK(options.expression == "counter");
  CHECK(options.arbitrary_time);
  CHECK(options.try_draws);
  CHECK(options.max_preemptions == 1);
  CHECK(options.max_seconds == 10);
  // What was counted with other choices cannot stand beside it.
  playground.frames(2);
  CHECK(playground.state()["samples"].is_null());
}

TEST_CASE("the event loops of a free run stand beside its timeline") {
  FakePlatform platform;
  Playground playground(platform);
  LoopView loop;
  loop.ready = {{"go on with Task-1", 7, 0}, {"call tick", std::nullopt, 0}};
  loop.timers = {{"wake Task-2", 8, 0.25}};
  loop.round = loop.ready_count = 2;
  loop.timer_count = 1;
  LoopView left;
  left.runs = false;
  left.tasks.resize(1);
  left.tasks[0].name = "Task-9";
  left.task_count = 1;
  playground.session->set_loops({loop, left});
  playground.click("run");
  playground.seconds(0.5);
  CHECK(playground.state()["loops"][0]["ready"][1] == "call tick");
  CHECK(playground.state()["loops"][0]["timers"][0]["when"] == 0.25);
  CHECK(playground.state()["loops"][1]["runs"] == false);
  CHECK(playground.get("rects").contains("timeline/state"));
  CHECK(playground.get("rects").contains("step/task/Task-9"));
  playground.click("timeline_locks");
  playground.seconds(0.3);
  CHECK(!playground.get("rects").contains("timeline/state"));
}

TEST_CASE("the locks of a free run stand beside its timeline while somebody wants them there") {
  FakePlatform platform;
  Playground playground(platform);
  playground.session->set_primitives({{"Lock", "pen", "held by Thread-1 (work)", 1, {0}, {}, false}});
  playground.seconds(0.5);
  CHECK(playground.session->looks() == 0);   // nothing runs
  playground.click("run");
  playground.seconds(0.5);
  const int looks = playground.session->looks();
  CHECK(looks >= 2);
  CHECK(looks <= 10);
  CHECK(playground.state()["primitives"][0]["name"] == "pen");
  CHECK(playground.get("rects").contains("timeline/state"));
  playground.click("timeline_locks");
  const int hidden = playground.session->looks();
  playground.seconds(0.3);
  CHECK(!playground.get("rects").contains("timeline/state"));
  CHECK(playground.session->looks() <= hidden + 1);
  playground.click("timeline_locks");
  playground.seconds(1);
  CHECK(playground.state()["running"] == false);
  CHECK(playground.session->looks() > hidden);   // once more at the end
  const int last = playground.session->looks();
  playground.seconds(0.5);
  CHECK(playground.session->looks() == last);
}

TEST_CASE("what is wrong in a stepped run is listed, and leads to its line and its step") {
  FakePlatform platform;
  Playground playground(platform);
  Finding race;
  race.object = "counter";
  race.message = "two threads use counter at the same time";
  race.places = {{11, "a", "writes"}, {12, "b", "reads"}};
  race.step = 3;
  playground.session->set_findings({race});
  playground.session->set_moment(moment_at(4, 5), step_threads());
  playground.click("mode/step");
  CHECK(playground.state()["findings"][0]["title"] == "Data race on counter");
  playground.click("step/finding/0/step");
  REQUIRE(!playground.session->steps().empty());
  CHECK(playground.session->steps().back().kind == StepCommand::Kind::go_to);
  CHECK(playground.session->steps().back().step == 3);
}

TEST_CASE("an event loop shows what it does next, its timers and its tasks") {
  FakePlatform platform;
  Playground playground(platform);
  auto moment = moment_at(2, 5);
  moment->globals.clear();
  moment->primitives.clear();
  LoopView loop;
  loop.ready = {{"go on with Task-1", 4, 0}, {"begin sleeper", 5, 0}};
  loop.round = 1;
  loop.timers = {{"wake Task-3", 6, 0.5}};
  AsyncTaskView task;
  task.id = 4;
  task.name = "Task-1";
  task.line = 11;
  loop.tasks = {task};
  loop.ready_count = 30;
  loop.timer_count = loop.task_count = 1;
  moment->loops = {loop};
  playground.session->set_moment(moment, step_threads());
  playground.click("mode/step");
  const json state = playground.state()["step"]["loops"][0];
  CHECK(state["ready"][0] == "go on with Task-1");
  CHECK(state["timers"][0]["when"] == 0.5);
  CHECK(state["tasks"][0]["name"] == "Task-1");
  CHECK(playground.get("rects").contains("step/loops"));
}

TEST_CASE("outcomes that only chance has met are opened too") {
  FakePlatform platform;
  Playground playground(platform);
  playground.session->set_moment(moment_at(0, 5), step_threads());
  playground.click("mode/explore");
  Samples samples;
  samples.wanted = samples.runs = 2;
  SampledOutcome met;
  met.kind = OutcomeKind::exception;
  met.error = "ValueError";
  met.count = 2;
  met.schedule = "1/0123456789abcdef/1,0";
  samples.outcomes = {met};
  playground.session->set_samples(samples, false);
  playground.frames(2);
  playground.click("sampled/0");
  CHECK(playground.state()["mode"] == "step");
  CHECK(playground.session->options().schedule == "1/0123456789abcdef/1,0");
}

TEST_CASE("the learner's own program is kept") {
  FakePlatform platform;
  {
    Playground playground(platform);
    playground.click("lesson/new-program");
    playground.click("code", 0.5f, 0.9f);
    playground.key(ImGuiKey_A, ImGuiMod_Ctrl);
    playground.type("x = 1");
    playground.seconds(2);
  }
  Playground playground(platform);
  CHECK(playground.state()["lesson"] == "new-program");
  CHECK(playground.get("code")["text"] == "x = 1");
  CHECK(playground.session->loaded() == "x = 1\n");
}

}  // namespace
}  // namespace lockstep
