/**
 * Draws the app's icons (three stepping stones) and writes the PNG files of public/.
 * The same picture as an SVG is public/icon.svg.
 */
import { writeFileSync } from 'node:fs';
import * as zlib from 'node:zlib';

const PAPER = [246, 241, 232];
const TEAL = [23, 84, 76];
const SAND = [231, 187, 138];
// Stones in a 0..1 square: centre x, centre y, half width, half height, colour.
const STONES = [
  [0.34, 0.7, 0.17, 0.085, PAPER],
  [0.6, 0.515, 0.145, 0.072, PAPER],
  [0.43, 0.35, 0.115, 0.058, SAND],
];

const inCorner = (x, y, radius) => {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

function colourAt(x, y, radius, scale) {
  if (!inCorner(x, y, radius)) return null;
  const [sx, sy] = [(x - 0.5) / scale + 0.5, (y - 0.5) / scale + 0.5];
  const stone = STONES.find(([cx, cy, w, h]) => ((sx - cx) / w) ** 2 + ((sy - cy) / h) ** 2 <= 1);
  return stone ? stone[4] : TEAL;
}

function pixel(px, py, size, radius, scale) {
  const sum = [0, 0, 0, 0];
  const samples = 4;
  for (let i = 0; i < samples * samples; i += 1) {
    const x = (px + ((i % samples) + 0.5) / samples) / size;
    const y = (py + (Math.floor(i / samples) + 0.5) / samples) / size;
    const colour = colourAt(x, y, radius, scale);
    if (colour) colour.concat(1).forEach((value, at) => (sum[at] += value));
  }
  const hits = sum[3] || 1;
  return [sum[0] / hits, sum[1] / hits, sum[2] / hits, (255 * sum[3]) / (samples * samples)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

// zlib.crc32 is newer than the oldest Node this builds with.
function crc(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function png(size, radius, scale) {
  const rows = [];
  for (let y = 0; y < size; y += 1) {
    rows.push(0);
    for (let x = 0; x < size; x += 1) rows.push(...pixel(x, y, size, radius, scale).map(Math.round));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = zlib.deflateSync(Buffer.from(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const write = (name, bytes) => writeFileSync(new URL(`../public/${name}`, import.meta.url), bytes);
write('icon-192.png', png(192, 0.22, 1));
write('icon-512.png', png(512, 0.22, 1));
// A maskable icon fills the square and keeps its picture inside the safe circle.
write('icon-maskable.png', png(512, 0, 0.82));
