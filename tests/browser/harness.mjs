// Drives the playground as a user would, in Chromium or in the desktop program. Both drivers have
// the same verbs, so that one test can serve for both:
//
//   await driver.query({...})              the workbench's answer to a question (workbench/query.h)
//   await driver.state()                   its answer to {get: 'state'}
//   await driver.until(check)              asks until check(state) holds; gives that state
//   await driver.eventually(assertion)     tries until the assertion holds
//   await driver.rect(name)                where a widget is, by the workbench's name for it
//   await driver.clickOn(name)             clicks it
//   await driver.move(x, y), click(x, y), drag(x, y, toX, toY), wheel(dy), type(text), press(key, {ctrl})
//   await driver.resize(width, height)
//   await driver.screenshot(name)          saves build/screenshots/NAME.png, gives the picture
//   driver.complaints                      what the console said as an error
//   await driver.close()
//
// Coordinates are logical pixels.
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

import {serve} from '../../web/serve.mjs';
import {decodeBmp, decodePng, encodePng} from './image.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const pageFolder = process.env.LOCKSTEP_PAGE || join(root, 'build/web/page');
const program = process.env.LOCKSTEP_PROGRAM || join(root, 'build/native/lockstep');
const pictures = join(root, 'build/screenshots');
const patience = 60_000;  // milliseconds; a busy machine is slow, a failure is rare

const chromiumOptions = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

function chromium() {
  const candidates = [process.env.LOCKSTEP_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome',
                      '/usr/bin/chromium-browser'];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('no Chromium: install it, or set LOCKSTEP_CHROMIUM to its path');
  return found;
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Calls `attempt` until it gives something that is not undefined.
export async function poll(attempt, what) {
  const end = Date.now() + patience;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain: ${what()}`);
    await pause(20);
  }
}

class Driver {
  complaints = [];

  state() { return this.query({get: 'state'}); }

  async until(check) {
    let last;
    return poll(async () => {
      last = await this.state();
      return check(last) ? last : undefined;
    }, () => `${check}; the last state was ${JSON.stringify(last)}`);
  }

  // Tries an assertion until it holds.
  eventually(assertion) {
    let last;
    return poll(() => assertion().then(() => true, (error) => { last = error; }), () => last.message);
  }

  // Where a widget is: {x, y, width, height}, as soon as it is on the screen.
  rect(name) {
    return poll(async () => (await this.query({get: 'rects'}))[name], () => `no widget is called ${name}`);
  }

  // Where a widget is once it has come to rest: what pops up moves for a frame or two, and a click must not
  // be faster than that.
  async rectAtRest(name) {
    let last = await this.rect(name);
    for (;;) {
      await this.nextFrame();
      const now = await this.rect(name);
      if (JSON.stringify(now) === JSON.stringify(last)) return now;
      last = now;
    }
  }

  // Until something new can be on the screen.
  async nextFrame() {
    await this.query({get: 'state'});
  }

  async clickOn(name) {
    const {x, y, width, height} = await this.rectAtRest(name);
    await this.click(x + width / 2, y + height / 2);
  }

  async click(x, y) {
    await this.move(x, y);
    await this.button('down');
    await this.button('up');
  }

  async drag(x, y, toX, toY) {
    await this.move(x, y);
    await this.button('down');
    for (let step = 1; step <= 4; ++step) await this.move(x + (toX - x) * step / 4, y + (toY - y) * step / 4);
    await this.button('up');
  }

  save(name, png) {
    mkdirSync(pictures, {recursive: true});
    writeFileSync(join(pictures, `${name}.png`), png);
  }
}

class PageDriver extends Driver {
  constructor(page, server, browser) {
    super();
    Object.assign(this, {page, server, browser});
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  // The page answers once the program runs; an earlier call would be a mistake.
  async nextFrame() {
    await this.page.evaluate(() => new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
    }));
  }

  async ready() {
    const starts = () => this.page.evaluate(() => typeof window.lockstepQuery === 'function')
      .catch((error) => /context was destroyed/.test(error) ? false : Promise.reject(error));  // it reloads
    await poll(async () => (await starts()) || undefined,
               () => `the page does not start; it said: ${this.complaints.join('; ')}`);
    return this;
  }

  query(question) { return this.page.evaluate((asked) => window.lockstepQuery(asked), question); }
  move(x, y) { return this.page.mouse.move(x, y); }
  button(what) { return this.page.mouse[what](); }
  wheel(dy) { return this.page.mouse.wheel(0, -dy * 100); }

  // Letters that the driver's American keyboard lacks come as from the keyboard that has them: inserted
  // text, which is its own way out, reaches an input field only, and a canvas is none.
  async type(text) {
    this.keys ??= await this.page.context().newCDPSession(this.page);
    for (const letter of text) {
      if (letter < '\x7f') {
        await this.page.keyboard.press(letter, {delay: 5});
      } else {
        const key = {key: letter, windowsVirtualKeyCode: 0};
        await this.keys.send('Input.dispatchKeyEvent', {type: 'keyDown', text: letter, ...key});
        await this.keys.send('Input.dispatchKeyEvent', {type: 'keyUp', ...key});
      }
    }
  }

  press(key, {ctrl = false} = {}) { return this.page.keyboard.press(ctrl ? `Control+${key}` : key); }
  resize(width, height) { return this.page.setViewportSize({width, height}); }

  // The words of the page itself, outside the canvas.
  words() { return this.page.evaluate(() => document.body.innerText); }

  async screenshot(name) {
    const png = await this.page.screenshot();
    this.save(name, png);
    return decodePng(png);
  }

  async close() {
    await this.browser.close();
    await this.server.close();
  }
}

// Opens the page in Chromium. `prepare(page)` runs before it loads; `isolated: false` serves it without
// the headers; `started: false` does not wait for the program. `settings` are what an earlier visit stored.
export async function openPage({width = 1280, height = 720, scale = 1, isolated = true, started = true,
                                settings = {}, prepare = async () => {}} = {}) {
  const {chromium: launcher} = createRequire(join(root, 'build/tools/npm/'))('playwright-core');
  const server = await serve(pageFolder, {isolated});
  const browser = await launcher.launch({executablePath: chromium(), headless: true, args: chromiumOptions});
  const context = await browser.newContext({viewport: {width, height}, deviceScaleFactor: scale});
  const driver = new PageDriver(await context.newPage(), server, browser);
  try {
    await driver.page.addInitScript((stored) => {
      for (const [name, value] of Object.entries(stored)) localStorage.setItem('lockstep.' + name, value);
    }, settings);
    await prepare(driver.page);
    await driver.page.goto(server.address);
    return started ? await driver.ready() : driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

class ProgramDriver extends Driver {
  constructor(child, folder) {
    super();
    Object.assign(this, {child, folder, waiting: []});
    createInterface({input: child.stdout}).on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
    child.stderr.on('data', (data) => this.complaints.push(String(data)));
    child.on('close', (status) => {
      this.status = status;
      const error = new Error(`lockstep ended with status ${status}: ${this.complaints.join('')}`);
      for (const {reject} of this.waiting.splice(0)) reject(error);
    });
    child.stdin.on('error', () => {});  // the close event tells it better
  }

  // One request of native/remote.h, and its answer.
  ask(request) {
    return new Promise((resolve, reject) => {
      if (this.status !== undefined) reject(new Error(`lockstep has ended with status ${this.status}`));
      this.waiting.push({resolve, reject});
      this.child.stdin.write(JSON.stringify(request) + '\n');
    });
  }

  async tell(request) {
    const answer = await this.ask(request);
    if (answer.error) throw new Error(`${JSON.stringify(request)}: ${answer.error}`);
  }

  query(question) { return this.ask({query: question}); }
  move(x, y) { return this.tell({mouse: 'move', x, y}); }
  button(what) { return this.tell({mouse: what}); }
  wheel(dy) { return this.tell({mouse: 'wheel', dy}); }
  type(text) { return this.tell({text}); }
  // Keys go by the browser's names.
  press(key, {ctrl = false} = {}) {
    const name = {Enter: 'Return', ArrowLeft: 'Left', ArrowRight: 'Right'}[key] ?? key;
    return this.tell({key: name, ctrl});
  }
  resize(width, height) { return this.tell({size: [width, height]}); }

  async screenshot(name) {
    const file = join(this.folder, 'picture.bmp');
    await this.tell({picture: file});
    const picture = decodeBmp(readFileSync(file));
    this.save(name, encodePng(picture));
    return picture;
  }

  async close() {
    this.child.stdin.end();
    if (this.status === undefined) await new Promise((resolve) => this.child.on('close', resolve));
    rmSync(this.folder, {recursive: true});
    return this.status;
  }
}

// Opens the desktop program on an X server of its own. Its settings are fresh, but for those given.
export async function openProgram({width = 1280, height = 720, scale = 1, settings = {}, path} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-'));
  mkdirSync(join(folder, 'lockstep'));
  writeFileSync(join(folder, 'lockstep/settings.json'), JSON.stringify(settings));
  const screen = `-screen 0 ${width * scale}x${height * scale}x24 -nolisten tcp`;
  const child = spawn('xvfb-run', [
    '--auto-servernum', '--server-args', screen, program, 'open', ...(path ? [path] : []), '--remote',
    '--width', String(width), '--height', String(height), '--scale', String(scale),
  ], {env: {...process.env, XDG_DATA_HOME: folder, LIBGL_ALWAYS_SOFTWARE: '1'}});
  const driver = new ProgramDriver(child, folder);
  await driver.state();
  return driver;
}
