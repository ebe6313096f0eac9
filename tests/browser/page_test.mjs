// The page around the playground: that it starts, follows its window, and says in words what is missing.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {countColours} from './image.mjs';
import {openPage, poll} from './harness.mjs';

test('the page starts, draws, and is quiet on the console', async () => {
  const page = await openPage();
  try {
    assert.equal((await page.state()).ready, true);
    assert.ok(countColours(await page.screenshot('page')) > 16);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});

test('the page draws every pixel of a screen of scale 2, and follows its window', async () => {
  const page = await openPage({width: 1280, height: 720, scale: 2});
  try {
    const picture = await page.screenshot('page-scale-2');
    assert.deepEqual([picture.width, picture.height], [2560, 1440]);
    const canvas = () => page.page.evaluate(() => {
      const {width, height} = document.getElementById('canvas');
      return [width, height];
    });
    assert.deepEqual(await canvas(), [2560, 1440]);
    await page.resize(900, 600);
    await page.until(({width, height}) => width === 900 && height === 600);
    assert.deepEqual(await canvas(), [1800, 1200]);
  } finally {
    await page.close();
  }
});

test('without the headers, a service worker isolates the page', async () => {
  const page = await openPage({isolated: false});
  try {
    assert.equal(await page.page.evaluate(() => window.crossOriginIsolated), true);
  } finally {
    await page.close();
  }
});

const lacks = [
  ['WebGL 2', 'page-without-webgl', () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  }],
  ['SharedArrayBuffer', 'page-without-shared-memory', () => {
    delete globalThis.SharedArrayBuffer;
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: () => undefined});
    delete Navigator.prototype.serviceWorker;
  }],
];
for (const [name, picture, remove] of lacks) {
  test(`without ${name} the page says so in words`, async () => {
    const page = await openPage({started: false, prepare: (it) => it.addInitScript(remove)});
    try {
      await poll(async () => (await page.words()).includes(name) || undefined, () => `no word of ${name}`);
      await page.screenshot(picture);
    } finally {
      await page.close();
    }
  });
}

test('third parties’ notices are reachable', async () => {
  const page = await openPage();
  try {
    const text = await page.page.evaluate(async () => (await fetch('notices.txt')).text());
    for (const name of ['Dear ImGui', 'SDL', 'FreeType', 'JetBrains Mono', 'Emscripten']) {
      assert.ok(text.includes(name), name);
    }
  } finally {
    await page.close();
  }
});
