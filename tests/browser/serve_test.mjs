// The server for development, asked as a browser would and as one should not.
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import {serve} from '../../web/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-serve-'));
const page = join(folder, 'page');
let server;

before(async () => {
  mkdirSync(join(page, 'sub'), {recursive: true});
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(page, 'index.html'), '<p>first</p>');
  writeFileSync(join(page, 'program.wasm'), 'wasm '.repeat(100));
  writeFileSync(join(page, 'program.wasm.br'), brotliCompressSync('wasm '.repeat(100)));
  writeFileSync(join(page, 'stale.js'), 'new');
  writeFileSync(join(page, 'stale.js.br'), brotliCompressSync('old'));
  utimesSync(join(page, 'stale.js.br'), 1, 1);
  server = await serve(page);
});

after(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

// The path goes out as it is: fetch would tidy it up.
function get(path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(server.address);
    request({hostname, port, path, headers, method}, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers,
                                        body: Buffer.concat(chunks)}));
    }).on('error', reject).end();
  });
}

test('every answer isolates the page', async () => {
  for (const path of ['/', '/program.wasm', '/absent']) {
    const {headers} = await get(path);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
  }
});

test('a folder means its index, and types are told', async () => {
  const {status, headers, body} = await get('/?query');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(String(body), '<p>first</p>');
  assert.equal((await get('/program.wasm')).headers['content-type'], 'application/wasm');
});

test('nothing outside the folder is served', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/sub/../../secret.txt', '/sub',
                      '/%00', '/%', '//secret.txt']) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get('/', {}, 'POST')).status, 405);
});

test('a compressed file goes out when it is wanted and not older', async () => {
  const packed = await get('/program.wasm', {'accept-encoding': 'gzip, br'});
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.ok(packed.body.length < 100);
  assert.equal((await get('/program.wasm')).body.length, 500);
  const stale = await get('/stale.js', {'accept-encoding': 'br'});
  assert.equal(stale.headers['content-encoding'], undefined);
  assert.equal(String(stale.body), 'new');
});

test('what has not changed is not sent again', async () => {
  const {headers} = await get('/index.html');
  assert.equal(headers['cache-control'], 'no-cache');
  const again = await get('/index.html', {'if-none-match': headers.etag});
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  const head = await get('/index.html', {}, 'HEAD');
  assert.equal(head.headers['content-length'], '12');
  assert.equal(head.body.length, 0);
});
