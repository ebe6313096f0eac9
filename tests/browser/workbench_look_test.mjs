// How the playground looks, at the sizes that matter: nothing overlaps, nothing is cut off, and every
// panel has something drawn in it. The pictures are in build/screenshots for eyes.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {openPage, openProgram} from './harness.mjs';

const panels = ['lessons', 'prose', 'code', 'outcome', 'output', 'timeline'];
const buttons = ['run', 'stop', 'reset', 'interval', 'theme'];

const right = ({x, width}) => x + width;
const bottom = ({y, height}) => y + height;
const apart = (a, b) => right(a) <= b.x || right(b) <= a.x || bottom(a) <= b.y || bottom(b) <= a.y;

function assertTidy(rects, names, {width, height}) {
  const shown = names.filter((name) => name in rects);
  for (const name of shown) {
    const rect = rects[name];
    assert.ok(rect.x >= 0 && rect.y >= 0 && right(rect) <= width && bottom(rect) <= height,
              `${name} leaves the window: ${JSON.stringify(rect)}`);
    for (const other of shown) {
      if (other < name) assert.ok(apart(rect, rects[other]), `${name} lies over ${other}`);
    }
  }
}

// The colours within a widget's rectangle.
function coloursIn(picture, {x, y, width, height}, scale) {
  const seen = new Set();
  for (let row = Math.ceil(y * scale); row < Math.floor((y + height) * scale); ++row) {
    for (let column = Math.ceil(x * scale); column < Math.floor((x + width) * scale); ++column) {
      seen.add(picture.data.readUInt32LE((row * picture.width + column) * 4));
    }
  }
  return seen.size;
}

// The colour of the window between the panels.
const ground = (picture) => picture.data.readUInt32LE((picture.width * 4 + 4) * 4) & 0xffffff;

for (const [place, open] of Object.entries({page: openPage, program: openProgram})) {
  for (const scale of [1, 2]) {
    test(`everything has its place in the ${place} at scale ${scale}, dark and light`, async () => {
      const driver = await open({scale});
      try {
        await driver.clickOn('lesson/lost-update');
        await driver.clickOn('run');
        await driver.until(({run, running}) => run === 1 && !running);
        for (const theme of ['dark', 'light']) {
          await driver.until((state) => state.theme === theme);
          const state = await driver.state();
          assert.equal(state.scale, scale);
          const rects = await driver.query({get: 'rects'});
          for (const name of [...panels, ...buttons]) assert.ok(name in rects, name);
          assertTidy(rects, panels, state);
          assertTidy(rects, buttons, state);
          const picture = await driver.screenshot(`look-${place}-${theme}-scale-${scale}`);
          assert.deepEqual([picture.width, picture.height], [1280 * scale, 720 * scale]);
          for (const name of panels) {
            assert.ok(coloursIn(picture, rects[name], scale) > 12, `nothing to see in ${name}`);
          }
          const light = (ground(picture) & 0xff) > 0x80;
          assert.equal(light, theme === 'light');
          if (theme === 'dark') await driver.clickOn('theme');
        }
        assert.deepEqual(driver.complaints, []);
      } finally {
        await driver.close();
      }
    });
  }
}

test('the page follows its window, down to a phone', async () => {
  const page = await openPage();
  try {
    for (const [width, height] of [[1920, 1080], [900, 700], [420, 760], [1280, 720]]) {
      await page.resize(width, height);
      await page.until((state) => state.width === width && state.height === height);
      const rects = await page.query({get: 'rects'});
      assertTidy(rects, panels, {width, height});
      assertTidy(rects, [...buttons, 'lessons_menu'], {width, height});
      await page.screenshot(`look-page-${width}x${height}`);
    }
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('what the user chose is there after the page is opened again', async () => {
  const page = await openPage();
  try {
    await page.clickOn('lesson/lock');
    await page.clickOn('theme');
    await page.clickOn('interval');
    await page.clickOn('interval/1 ms');
    await page.clickOn('code');
    await page.until(({code_focused}) => code_focused);
    await page.press('Home', {ctrl: true});
    await page.type('x = 1  ');
    await page.until(({edited, theme, switch_interval}) => edited && theme === 'light' && switch_interval === 0.001);
    // what is typed is stored when the typing pauses
    await page.eventually(async () => assert.match(
      await page.page.evaluate(() => JSON.stringify(localStorage)), /x = 1  import/));
    await page.page.reload();
    await page.ready();
    const state = await page.until(({lesson}) => lesson === 'lock');
    assert.equal(state.theme, 'light');
    assert.equal(state.switch_interval, 0.001);
    assert.match((await page.query({get: 'code'})).text, /^x = 1 {2}import/);
  } finally {
    await page.close();
  }
});
