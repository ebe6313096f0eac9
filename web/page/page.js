// Starts the playground in the page: finds out what the browser lacks and says it in words, loads the
// program, and hands it what SDL does not: the clipboard, text that input methods and dead keys compose, and
// the keys that are the browser's own.
'use strict';

const element = (id) => document.getElementById(id);

// Replaces the loading line by words: what is wrong and what to do about it.
function say(what, how = '') {
  document.documentElement.classList.remove('running');
  element('what').textContent = what;
  element('how').textContent = how;
}

function hasWebGL2() {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch (error) {
    return false;
  }
}

// Shared memory needs a page that is cross-origin isolated. A server that cannot send the headers gets
// help from a service worker, which adds them; it takes effect at the next load. True when that load is
// on its way.
async function reloadIsolated() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return false;
  const tried = 'lockstep.isolation';
  try {
    if (sessionStorage.getItem(tried)) return false;
    sessionStorage.setItem(tried, 'tried');
    await navigator.serviceWorker.register('isolate.js');
    await navigator.serviceWorker.ready;
  } catch (error) {
    return false;
  }
  location.reload();
  return true;
}

// What is missing, as [what, how], or null.
async function missing() {
  if (typeof WebAssembly !== 'object') {
    return ['This browser does not run WebAssembly, which the playground is made of.',
            'Please use a current Firefox, Chrome, Edge or Safari.'];
  }
  if (typeof SharedArrayBuffer === 'undefined' || !window.crossOriginIsolated) {
    if (await reloadIsolated()) return ['Loading the playground…', ''];
    return ['Memory that threads share (SharedArrayBuffer) is not available here.',
            window.isSecureContext
              ? 'The server has to send the headers Cross-Origin-Opener-Policy: same-origin and ' +
                'Cross-Origin-Embedder-Policy: require-corp; web/play does. In a private window, or with ' +
                'service workers switched off, try an ordinary window.'
              : 'The page has to come over https or from 127.0.0.1: call web/play and open the address ' +
                'that it prints.'];
  }
  if (!hasWebGL2()) {
    return ['This browser cannot draw with WebGL 2, which the playground needs.',
            'Please switch hardware acceleration on in the browser’s settings, update the graphics driver, ' +
            'or use another current browser.'];
  }
  return null;
}

// Keys with Ctrl or Cmd that stay the browser's: zoom, reload, tabs, the address line, printing.
const browserKeys = new Set(['+', '-', '=', '0', 'r', 'l', 't', 'w', 'n', 'p', 'Tab', 'F5']);
const clipboardKeys = new Set(['c', 'x', 'v']);
const browserFunctionKeys = new Set(['F5', 'F11', 'F12']);

function isCopyKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  return ['KeyC', 'KeyX'].includes(event.code) || ['c', 'x'].includes(event.key.toLowerCase());
}

function isBrowserKey(event) {
  if (browserFunctionKeys.has(event.key)) return true;
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (browserKeys.has(key) || clipboardKeys.has(key)) return true;
  // on a keyboard that writes another script, the place of the key says which one it is
  return ['KeyC', 'KeyX', 'KeyV'].includes(event.code) && !/[a-z]/.test(key);
}

// The keyboard goes to a text field that nobody sees, since a canvas gets no composed text. Its keys rise to the
// element around both, where SDL takes them; SDL also keeps plain letters from reaching the field. So whatever
// arrives in it was composed or inserted by other means, and is handed over as text.
function connectKeyboard(lockstep) {
  const call = (name, result, types, values) => lockstep.ccall(name, result, types, values);
  const field = element('keyboard');
  for (const type of ['keydown', 'keyup', 'keypress']) {
    window.addEventListener(type, (event) => {
      const composes = event.isComposing || event.keyCode === 229 || event.key === 'Dead';
      if (isBrowserKey(event) || composes) event.stopImmediatePropagation();
      // a field copies only what is selected in it
      if (type === 'keydown' && isCopyKey(event)) {
        field.value = ' ';
        field.select();
      }
    }, true);
  }
  const handOver = () => {
    const text = field.value;
    field.value = '';
    if (text) call('lockstep_enter_text', null, ['string'], [text]);
  };
  field.addEventListener('compositionstart', () => {
    field.value = '';
    field.classList.add('composing');
  });
  field.addEventListener('compositionend', () => {
    field.classList.remove('composing');
    // some browsers change the field only after they have said this
    setTimeout(handOver);
  });
  field.addEventListener('input', (event) => {
    if (event.inputType?.startsWith('history')) field.value = '';  // the playground undoes for itself
    if (!event.isComposing && !field.classList.contains('composing')) handOver();
  });
  for (const type of ['copy', 'cut']) {
    document.addEventListener(type, (event) => {
      const text = call('lockstep_copy', 'string', ['boolean'], [type === 'cut']);
      if (text) event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      field.value = '';
    });
  }
  document.addEventListener('paste', (event) => {
    call('lockstep_paste', null, ['string'], [event.clipboardData.getData('text/plain')]);
    event.preventDefault();
  });
}

// A script's thread runs in a worker. Those that are loaded start at once, others take their time, so
// some are kept ahead of need; they are not given back, so not without bound.
const spareWorkers = 8;
const mostWorkers = 256;

function keepWorkersReady({PThread: pool}) {
  let loading = false;
  setInterval(async () => {
    if (loading || pool.unusedWorkers.length >= spareWorkers) return;
    if (pool.unusedWorkers.length + pool.runningWorkers.length >= mostWorkers) return;
    loading = true;
    pool.allocateUnusedWorker();
    await pool.loadWasmModuleToWorker(pool.unusedWorkers.at(-1));
    loading = false;
  }, 50);
}

async function start() {
  const lack = await missing();
  if (lack) {
    say(...lack);
    return;
  }
  const canvas = element('canvas');
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    say('The browser has taken the graphics away from this page.', 'Please load the page again.');
  });
  // a click gives the keyboard to the text field, and must not take it away again
  const takeKeyboard = () => element('keyboard').focus({preventScroll: true});
  canvas.addEventListener('pointerdown', takeKeyboard);
  canvas.addEventListener('mousedown', (event) => event.preventDefault());
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  let failure = '';
  const lockstep = await createLockstep({
    canvas,
    print: (text) => console.log(text),
    printErr: (text) => console.error(text),
    onAbort: (reason) => {
      failure = String(reason);
      say('The playground has stopped because of a mistake of its own.',
          'Please load the page again. What it said: ' + failure);
    },
  });
  const error = failure || lockstep.ccall('lockstep_error', 'string', [], []);
  if (error) {
    say('The playground could not open its window.', error);
    return;
  }
  // a link that is opened in this very page
  window.addEventListener('hashchange', () => location.reload());
  connectKeyboard(lockstep);
  keepWorkersReady(lockstep);
  document.documentElement.classList.add('running');
  takeKeyboard();
  // the one way in for tests and for tools that help people to use the page
  window.lockstepQuery = (question) =>
    JSON.parse(lockstep.ccall('lockstep_query', 'string', ['string'], [JSON.stringify(question)]));
}

function loadProgram() {
  const script = document.createElement('script');
  script.src = 'lockstep.js';
  script.onload = () => start().catch((error) => {
    console.error(error);
    say('The playground could not be loaded.', String(error));
  });
  script.onerror = () => say('The playground could not be loaded.',
                             'The file lockstep.js is missing: was the program built? web/play does it.');
  document.head.append(script);
}

loadProgram();
