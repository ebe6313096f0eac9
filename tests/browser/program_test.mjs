// The desktop program's window, on an X server of its own.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {countColours} from './image.mjs';
import {openProgram} from './harness.mjs';

for (const scale of [1, 2]) {
  test(`the window opens, draws at scale ${scale}, and closes`, async () => {
    const program = await openProgram({scale});
    const state = await program.state();
    assert.equal(state.ready, true);
    assert.equal(state.scale, scale);
    const picture = await program.screenshot(`program-scale-${scale}`);
    assert.deepEqual([picture.width, picture.height], [1280 * scale, 720 * scale]);
    assert.ok(countColours(picture) > 16);
    await program.resize(900, 600);
    await program.until(({width, height}) => width === 900 && height === 600);
    assert.equal(await program.close(), 0);
    assert.deepEqual(program.complaints, []);
  });
}
