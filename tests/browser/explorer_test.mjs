// Testing by chance beside exploring, tasks as rows, locks beside a free run's timeline, and each thread's own
// buttons and keys: in the page and in the desktop program.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {openPage, openProgram} from './harness.mjs';

const places = {page: openPage, program: openProgram};

const own = (text) => ({
  'workbench': JSON.stringify({lesson: 'new-program'}),
  'program/new-program': JSON.stringify({text, hidden: []}),
});

const embrace = `import threading
pen, ink = threading.Lock(), threading.Lock()
def write(first, second):
    with first:
        with second:
            print("written")
a = threading.Thread(target=write, args=(pen, ink), name="ada")
b = threading.Thread(target=write, args=(ink, pen), name="bob")
a.start(); b.start()
a.join(); b.join()
print("both")`;

// Both always hold their first lock before either wants its second.
const sureEmbrace = `import threading
pen, ink = threading.Lock(), threading.Lock()
met = threading.Barrier(2)
def write(first, second):
    with first:
        met.wait()
        with second:
            pass
a = threading.Thread(target=write, args=(pen, ink), name="ada")
b = threading.Thread(target=write, args=(ink, pen), name="bob")
a.start(); b.start()`;

const tasks = `import asyncio
async def fine():
    await asyncio.sleep(0.01)
async def wrong():
    raise ValueError
async def main():
    await asyncio.gather(asyncio.create_task(fine(), name="fine"),
                         asyncio.create_task(wrong(), name="wrong"), return_exceptions=True)
asyncio.run(main())`;

const loops = `import asyncio
def tick(n):
    print("tick", n)
async def nap(seconds):
    await asyncio.sleep(seconds)
async def busy():
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(tick, 1)
    asyncio.create_task(nap(1), name="late")
    while True:
        pass
async def main():
    asyncio.get_running_loop().call_later(300, tick, 2)
    async with asyncio.TaskGroup() as group:
        group.create_task(nap(60), name="short")
        group.create_task(nap(120), name="long")
        group.create_task(busy(), name="busy")
asyncio.run(main())`;

const standing = (driver) => driver.until(({step, running}) => step && !running);

for (const [place, open] of Object.entries(places)) {
  test(`runs by chance are counted, exploring adds what they lead to, and both ways of a fork open, in the ${place}`, async () => {
    const driver = await open({settings: own(embrace)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('mode/explore');
      await driver.clickOn('explore/many');
      const {samples} = await driver.until((state) => state.samples && !state.samples.running);
      assert.equal(samples.runs, 200);
      assert.equal(samples.outcomes.reduce((sum, {count}) => sum + count, 0), 200);
      for (const {kind, value} of samples.outcomes) {
        assert.ok(kind === 'deadlock' || (kind === 'finished' && value === 'both'), kind);
      }
      await driver.clickOn('explore/every');
      const {exploration} = await driver.until((state) => state.exploration && !state.exploration.running);
      assert.equal(exploration.complete, true);
      assert.deepEqual(exploration.outcomes.map(({kind}) => kind).sort(), ['deadlock', 'finished']);
      const stuck = exploration.outcomes.findIndex(({kind}) => kind === 'deadlock');
      const {fork} = exploration.outcomes[stuck];
      assert.ok(fork.step > 0);
      await driver.screenshot(`sampled-and-explored-${place}`);
      await driver.clickOn(`outcome/${stuck}/bad`);
      const bad = await driver.until(({mode, step, running}) => mode === 'step' && step && !running &&
                                                                step.step === fork.step - 1);
      assert.equal(bad.step.threads.find(({name}) => name === fork.bad.thread).next, fork.bad.words);
      await driver.clickOn('step/finish');
      await driver.until(({outcome, running}) => !running && outcome.kind === 'deadlock');
      await driver.clickOn('mode/explore');
      await driver.clickOn(`outcome/${stuck}/good`);
      await driver.until(({mode, step, running}) => mode === 'step' && step && !running && step.step === fork.step - 1);
      await driver.clickOn('step/finish');
      await driver.until(({outcome, running}) => !running && outcome.kind === 'finished');
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`the counting is chosen and ended in the ${place}`, async () => {
    const driver = await open({settings: own(embrace)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('mode/explore');
      await driver.clickOn('explore/runs');
      await driver.clickOn('runs/20');
      await driver.clickOn('order/turns');
      await driver.press('Escape');
      await driver.clickOn('explore/many');
      const {samples} = await driver.until((state) => state.samples && !state.samples.running);
      assert.equal(samples.runs, 20);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`a free run's deadlock stands beside its timeline in the ${place}`, async () => {
    const driver = await open({settings: own(sureEmbrace)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('run');
      const {primitives} = await driver.until(({outcome, primitives}) => outcome.kind === 'deadlock' && primitives);
      const named = (wanted) => primitives.find(({name}) => name === wanted);
      assert.equal(named('pen').state, 'held by ada');
      assert.deepEqual(named('pen').waiters, [2]);
      assert.equal(named('ink').state, 'held by bob');
      await driver.rect('timeline/state');
      await driver.screenshot(`deadlock-locks-${place}`);
      await driver.clickOn('timeline_locks');
      await driver.eventually(async () => assert.ok(!('timeline/state' in await driver.query({get: 'rects'}))));
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`tasks are rows of the timeline in the ${place}`, async () => {
    const driver = await open({settings: own(tasks)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('run');
      const {timeline} = await driver.until(({running, outcome, timeline}) => !running && outcome.kind === 'finished' &&
                                                                             timeline.rows >= 4);
      const ends = Object.fromEntries(timeline.tasks.map(({name, end}) => [name, end]));
      assert.deepEqual(ends, {'Task-1': 'result', 'fine': 'result', 'wrong': 'exception'});
      await driver.rect('timeline/task/fine');
      await driver.screenshot(`tasks-${place}`);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`what an event loop does next stands beside the timeline of a free run in the ${place}`, async () => {
    const driver = await open({settings: own(loops)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('run');
      const waits = await driver.until((state) => state.loops?.[0]?.timers.length === 4);
      assert.deepEqual(waits.loops[0].timers.map(({words}) => words),
                       ['wake busy', 'wake short', 'wake long', 'call tick']);
      const full = await driver.until((state) => state.loops?.[0]?.ready.length === 2);
      assert.deepEqual(full.loops[0].ready, ['call tick', 'begin late']);
      assert.deepEqual(full.loops[0].timers.map(({words}) => words), ['wake short', 'wake long', 'call tick']);
      await driver.rect('timeline/state');
      await driver.screenshot(`loops-${place}`);
      await driver.resize(900, 600);
      await driver.screenshot(`loops-small-${place}`);
      await driver.clickOn('stop');
      const {loops: [left]} = await driver.until(({running, loops}) => !running && loops?.length === 1);
      assert.equal(left.timers.length, 3);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`each thread has a button and a key, forward and back, by step and by line, in the ${place}`, async () => {
    const driver = await open({settings: own(embrace)});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('mode/step');
      await standing(driver);
      // the main thread starts both
      let state = await standing(driver);
      while (!state.step.threads.some(({id}) => id === 2)) {
        const {step} = state.step;
        await driver.press('0');
        state = await driver.until((now) => now.step && !now.running && now.step.step === step + 1);
      }
      const start = state.step.step;
      await driver.clickOn('step/thread/1/line');
      const line = await driver.until(({step, running}) => !running && step.step > start);
      const moved = line.step.threads.find(({id}) => id === 1);
      assert.notEqual(moved.line, state.step.threads.find(({id}) => id === 1).line);
      await driver.press('2');
      await driver.until(({step, running}) => !running && step.step === line.step.step + 1);
      await driver.clickOn('step/thread/2/back');
      await driver.until(({step, running}) => !running && step.step === line.step.step);
      await driver.clickOn('step/thread/1/back');
      const back = await driver.until(({step, running}) => !running && step.step < line.step.step);
      assert.ok(back.step.step >= start);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });
}
