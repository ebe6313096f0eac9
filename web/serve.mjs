#!/usr/bin/env node
// Serves the page for development, on 127.0.0.1 alone, with the headers that shared memory needs.
//
// usage: serve.mjs [--port N] [--no-isolation] FOLDER
//
// Port 0 takes any that is free. The address is printed as one line. A file that has a newer NAME.br
// beside it goes out compressed. --no-isolation leaves the headers away, as hosts do that cannot send them.
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {pathToFileURL} from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

// The file that a request means, or null for what is outside the folder or no path at all.
function fileOf(folder, url) {
  try {
    const path = decodeURIComponent(new URL('http://localhost' + url).pathname);
    const file = normalize(join(folder, path.endsWith('/') ? path + 'index.html' : path));
    return file.startsWith(normalize(folder + sep)) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

async function statFile(path) {
  const found = await stat(path).catch(() => null);
  return found && found.isFile() ? found : null;
}

async function answer(folder, headers, request, response) {
  const file = fileOf(folder, request.url);
  const plain = file && (await statFile(file));
  if (!plain || !['GET', 'HEAD'].includes(request.method)) {
    response.writeHead(plain ? 405 : 404, {...headers, 'Content-Type': 'text/plain'});
    response.end(plain ? 'Only GET and HEAD\n' : 'No such file\n');
    return;
  }
  const accepted = /\bbr\b/.test(request.headers['accept-encoding'] || '');
  const packed = accepted ? await statFile(file + '.br') : null;
  const useful = packed && packed.mtimeMs >= plain.mtimeMs;
  const sent = useful ? packed : plain;
  const tag = `"${plain.mtimeMs.toString(36)}-${plain.size.toString(36)}${useful ? '-br' : ''}"`;
  const all = {
    ...headers,
    'Content-Type': types[extname(file)] || 'application/octet-stream',
    'Cache-Control': 'no-cache',  // kept, but asked about: a build may have changed it
    'ETag': tag,
    'Vary': 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, all);
    response.end();
    return;
  }
  if (useful) all['Content-Encoding'] = 'br';
  response.writeHead(200, {...all, 'Content-Length': sent.size});
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(useful ? file + '.br' : file);
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

// Serves `folder`; resolves to {address, close} once it does.
export function serve(folder, {port = 0, isolated = true} = {}) {
  const headers = isolated ? isolation : {};
  const server = createServer((request, response) => {
    answer(folder, headers, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({
      address: `http://127.0.0.1:${server.address().port}/`,
      close: () => {
        server.closeAllConnections();
        return new Promise((done) => server.close(done));
      },
    }));
  });
}

async function main(args) {
  let folder = null;
  const options = {port: 8000};
  while (args.length > 0) {
    const argument = args.shift();
    if (argument === '--port') options.port = Number(args.shift());
    else if (argument === '--no-isolation') options.isolated = false;
    else folder = argument;
  }
  if (!folder || !Number.isInteger(options.port) || options.port < 0 || options.port > 65535) {
    console.error('usage: serve.mjs [--port N] [--no-isolation] FOLDER');
    process.exit(2);
  }
  try {
    const {address} = await serve(folder, options);
    console.log(address);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE'
      ? `serve.mjs: port ${options.port} is taken; choose another with --port`
      : `serve.mjs: ${error.message}`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
