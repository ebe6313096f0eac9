// The little that the tests need of pictures. One is {width, height, data}: RGBA, row after row.
import {deflateSync, inflateSync} from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// Undoes a PNG row's filter in place; `above` is the row before it, already undone.
function unfilter(kind, row, above, step) {
  for (let i = 0; i < row.length; ++i) {
    const left = i < step ? 0 : row[i - step];
    const up = above[i];
    const corner = i < step ? 0 : above[i - step];
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
    row[i] = (row[i] + guess) & 255;
  }
}

// Eight bits to a channel, not interlaced, with or without transparency: what browsers save.
export function decodePng(file) {
  const packed = [];
  let width, height, channels;
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = {2: 3, 6: 4}[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error('a PNG of another kind');
    }
    if (kind === 'IDAT') packed.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const data = Buffer.alloc(width * height * 4, 255);
  const size = width * channels;
  let above = Buffer.alloc(size);
  for (let y = 0; y < height; ++y) {
    const start = y * (size + 1);
    const row = raw.subarray(start + 1, start + 1 + size);
    unfilter(raw[start], row, above, channels);
    for (let x = 0; x < width; ++x) row.copy(data, (y * width + x) * 4, x * channels, (x + 1) * channels);
    above = row;
  }
  return {width, height, data};
}

// What SDL writes: 24 or 32 bits to the pixel, bottom row first.
export function decodeBmp(file) {
  const [start, width, signedHeight] = [file.readUInt32LE(10), file.readInt32LE(18), file.readInt32LE(22)];
  const step = file.readUInt16LE(28) / 8;
  const height = Math.abs(signedHeight);
  const rowSize = (width * step + 3) & ~3;
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; ++y) {
    const row = start + (signedHeight > 0 ? height - 1 - y : y) * rowSize;
    for (let x = 0; x < width; ++x) {
      const from = row + x * step;
      data.set([file[from + 2], file[from + 1], file[from]], (y * width + x) * 4);
    }
  }
  return {width, height, data};
}

const crcTable = Array.from({length: 256}, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  let crc = 0xffffffff;
  for (const byte of named) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

export function encodePng({width, height, data}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const raw = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; ++y) {
    data.copy(raw, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  }
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw)),
                        chunk('IEND', Buffer.alloc(0))]);
}

// How many colours a picture has: a blank or black one has very few.
export function countColours({data}) {
  const seen = new Set();
  for (let at = 0; at < data.length; at += 4) seen.add(data.readUInt32LE(at));
  return seen.size;
}
