// The schedule in the learner's hands, and every schedule in turn: in the page and in the desktop program.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {openPage, openProgram} from './harness.mjs';

const places = {page: openPage, program: openProgram};

const lostUpdate = `import threading
counter = 0
def work():
    global counter
    seen = counter
    counter = seen + 1
a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print("counter =", counter)`;

// The learner's own program, as an earlier visit left it.
const settings = {
  'workbench': JSON.stringify({lesson: 'new-program'}),
  'program/new-program': JSON.stringify({text: lostUpdate, hidden: []}),
};

// The run stands still at a moment.
const standing = (driver) => driver.until(({step, running}) => step && !running);
const threadOf = (state, id) => state.step.threads.find((thread) => thread.id === id);

async function letStep(driver, id) {
  const before = (await standing(driver)).step.step;
  await driver.clickOn(`step/thread/${id}`);
  return driver.until(({step, running}) => !running && step.step === before + 1);
}

// Lets a thread go on until its next step is the wanted one; the main thread goes while it cannot.
async function bring(driver, id, next) {
  for (let steps = 0; steps < 40; ++steps) {
    const state = await standing(driver);
    const thread = threadOf(state, id);
    if (thread?.next === next) return state;
    await letStep(driver, thread?.can_step ? id : 0);
  }
  throw new Error(`thread ${id} never comes to ${next}`);
}

async function finish(driver) {
  await driver.clickOn('step/finish');
  return driver.until(({step, running}) => !running && step.ended);
}

for (const [place, open] of Object.entries(places)) {
  test(`the update is lost by hand, and done right after going back, in the ${place}`, async () => {
    const driver = await open({settings});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('mode/step');
      await bring(driver, 1, 'write counter');
      const fork = await bring(driver, 2, 'read counter');
      assert.equal(fork.step.globals.counter, '0');
      await letStep(driver, 2);
      const lost = await letStep(driver, 1);
      assert.equal(lost.step.last, 'write counter');
      assert.equal(lost.step.globals.counter, '1');
      assert.equal(threadOf(lost, 2).variables.seen, '0');
      const wrong = await finish(driver);
      assert.equal(wrong.outcome.kind, 'finished');
      assert.equal(wrong.last_line, 'counter = 1');
      await driver.screenshot(`stepped-to-the-loss-${place}`);

      for (let step = wrong.step.step; step > fork.step.step; --step) {
        await driver.press('ArrowLeft');
        await driver.until(({step: moment, running}) => !running && moment.step === step - 1);
      }
      const back = await standing(driver);
      assert.equal(back.step.length, wrong.step.length);
      assert.equal(back.output_lines, 0);
      assert.equal(back.step.globals.counter, '0');
      const other = await letStep(driver, 1);
      assert.equal(other.step.length, fork.step.step + 1);
      assert.equal((await finish(driver)).last_line, 'counter = 2');
      await driver.press('Home');
      await driver.until(({step, running}) => !running && step.step === 0);
      await driver.press('ArrowRight');
      await driver.until(({step, running}) => !running && step.step === 1);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`exploring finds both ends, and the losing run is opened, in the ${place}`, async () => {
    const driver = await open({settings});
    try {
      await driver.until(({lesson}) => lesson === 'new-program');
      await driver.clickOn('mode/explore');
      await driver.clickOn('run');
      const {exploration} = await driver.until((state) => state.exploration && !state.exploration.running);
      assert.equal(exploration.complete, true);
      assert.deepEqual(exploration.outcomes.map(({value}) => value).sort(), ['counter = 1', 'counter = 2']);
      assert.ok(exploration.findings.some(({title}) => title === 'Data race on counter'), JSON.stringify(exploration));
      await driver.screenshot(`explored-${place}`);
      const losing = exploration.outcomes.findIndex(({value}) => value === 'counter = 1');
      await driver.clickOn(`outcome/${losing}`);
      const opened = await driver.until(({mode, step, running}) => mode === 'step' && step && !running);
      assert.equal(opened.step.complete, true);
      assert.equal(opened.step.step, 0);
      assert.equal((await finish(driver)).last_line, 'counter = 1');
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });
}

test('the page\u2019s address leads back to the run', async () => {
  const page = await openPage();
  try {
    await page.clickOn('lesson/lost-update');
    await page.until(({lesson}) => lesson === 'lost-update');
    await page.clickOn('mode/step');
    await standing(page);
    await page.clickOn('step/random');
    const {step: {length, schedule}} = await page.until(({step, running}) => !running && step?.ended);
    await page.eventually(async () => assert.ok(page.page.url().endsWith(`#lesson=lost-update&schedule=${schedule}`)));
    await page.page.reload();
    await page.ready();
    const again = await standing(page);
    assert.equal(again.lesson, 'lost-update');
    assert.equal(again.step.length, length);
    assert.equal(again.step.schedule, schedule);
    assert.equal(again.step.step, 0);
  } finally {
    await page.close();
  }
});
