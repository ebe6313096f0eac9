// Text that is not typed key by key: from input methods, dead keys and tables of characters.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {openPage} from './harness.mjs';

test('composed and inserted text reaches the program in the page', async () => {
  const page = await openPage();
  try {
    await page.clickOn('code');
    await page.until(({code_focused}) => code_focused);
    await page.press('a', {ctrl: true});
    await page.type('x = "');
    const text = async () => (await page.query({get: 'code'})).text.trimEnd();
    const becomes = (wanted) => page.eventually(async () => assert.equal(await text(), wanted));
    await becomes('x = "');
    await page.page.keyboard.insertText('\u00e9');
    await becomes('x = "\u00e9');
    const devtools = await page.page.context().newCDPSession(page.page);
    await devtools.send('Input.imeSetComposition', {text: 'pri', selectionStart: 3, selectionEnd: 3});
    assert.equal(await text(), 'x = "\u00e9');  // not before it is composed
    await devtools.send('Input.insertText', {text: '\u043f\u0440\u0438'});
    await becomes('x = "\u00e9\u043f\u0440\u0438');
    await page.type('"');
    await page.press('Enter');
    await page.type('print(x)');
    await becomes('x = "\u00e9\u043f\u0440\u0438"\nprint(x)');
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
  }
});
