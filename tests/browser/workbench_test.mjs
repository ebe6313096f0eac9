// The playground as a learner uses it: the same steps in the page and in the desktop program.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {countColours} from './image.mjs';
import {openPage, openProgram} from './harness.mjs';

const places = {page: openPage, program: openProgram};

for (const [place, open] of Object.entries(places)) {
  test(`the lost update loses on real threads in the ${place}`, async () => {
    const driver = await open();
    try {
      await driver.clickOn('lesson/lost-update');
      await driver.until(({lesson}) => lesson === 'lost-update');
      await driver.clickOn('run');
      const end = await driver.until(({run, running}) => run === 1 && !running);
      assert.equal(end.outcome.kind, 'finished');
      assert.equal(end.thread_count, 3);
      assert.equal(end.timeline.rows, 3);
      const [, counted] = end.last_line.match(/^counted: (\d+)$/);
      assert.ok(Number(counted) >= 10 && Number(counted) < 20, end.last_line);
      assert.match((await driver.query({get: 'output'})).text, /came in: 20/);
      assert.ok(countColours(await driver.screenshot(`lost-update-${place}`)) > 64);
      assert.deepEqual(driver.complaints, []);
    } finally {
      await driver.close();
    }
  });

  test(`a program is typed, run and stopped in the ${place}`, async () => {
    const driver = await open();
    try {
      await driver.clickOn('lesson/lost-update');
      await driver.until(({lesson}) => lesson === 'lost-update');
      await driver.clickOn('code');
      await driver.until(({code_focused}) => code_focused);
      await driver.press('a', {ctrl: true});
      await driver.type('print("привет, мир")');
      await driver.press('Enter');
      await driver.type('while True: pass');
      const text = 'print("привет, мир")\nwhile True: pass';
      await driver.until(({edited}) => edited);
      await driver.eventually(async () => assert.equal((await driver.query({get: 'code'})).text.trim(), text));
      await driver.clickOn('run');
      await driver.until(({running, last_line}) => running && last_line === 'привет, мир');
      await driver.screenshot(`endless-loop-${place}`);
      await driver.clickOn('stop');
      const end = await driver.until(({running}) => !running);
      assert.equal(end.outcome.kind, 'stopped');
    } finally {
      await driver.close();
    }
  });
}

test('what is copied in the page can be pasted', async () => {
  const page = await openPage();
  try {
    await page.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clickOn('code');
    await page.until(({code_focused}) => code_focused);
    await page.press('a', {ctrl: true});
    await page.type('x = "я"');
    await page.press('a', {ctrl: true});
    await page.press('c', {ctrl: true});
    await page.eventually(async () => assert.equal(
      (await page.page.evaluate(() => navigator.clipboard.readText())).trim(), 'x = "я"'));
    await page.press('End', {ctrl: true});
    await page.press('v', {ctrl: true});
    await page.eventually(async () => assert.equal(
      (await page.query({get: 'code'})).text.replaceAll('\n', ''), 'x = "я"x = "я"'));
  } finally {
    await page.close();
  }
});
