/**
 * Draws the icons and writes the PNG files of public/: the app's own (three stepping stones), the
 * plain ones that tell nobody anything (a sheet of paper), and the bell of a note.
 * The same pictures as SVG are public/icon.svg and public/icon-plain.svg.
 */
import { writeFileSync } from 'node:fs';
import * as zlib from 'node:zlib';

const PAPER = [246, 241, 232];
const TEAL = [23, 84, 76];
const SAND = [231, 187, 138];
const SLATE = [91, 102, 115];
const SHEET = [247, 248, 249];
const LINES = [154, 165, 177];
const WHITE = [255, 255, 255];
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

// Sheet and lines: left, top, width, height, colour; what comes first lies on top.
const PAPERS = [
  [0.35, 0.33, 0.3, 0.05, LINES],
  [0.35, 0.46, 0.3, 0.05, LINES],
  [0.35, 0.59, 0.2, 0.05, LINES],
  [0.27, 0.2, 0.46, 0.6, SHEET],
];

const inOval = (x, y, cx, cy, w, h) => ((x - cx) / w) ** 2 + ((y - cy) / h) ** 2 <= 1;
const stones = (x, y) => (STONES.find(([cx, cy, w, h]) => inOval(x, y, cx, cy, w, h)) ?? [])[4] ?? TEAL;
const sheet = (x, y) => (PAPERS.find(([left, top, w, h]) => x >= left && x <= left + w && y >= top && y <= top + h) ?? [])[4] ?? SLATE;

function inBell(x, y) {
  const dome = y <= 0.46 && inOval(x, y, 0.5, 0.46, 0.2, 0.24);
  const skirt = y > 0.46 && y <= 0.66 && Math.abs(x - 0.5) <= 0.2 + (y - 0.46) * 0.35;
  return dome || skirt || inOval(x, y, 0.5, 0.74, 0.075, 0.055) || inOval(x, y, 0.5, 0.22, 0.04, 0.05);
}
const bell = (x, y) => (inBell(x, y) ? WHITE : SLATE);
// The small sign in the bar of a phone: only its outline counts.
const badge = (x, y) => (inBell(x, y) ? WHITE : null);

function colourAt(x, y, { picture, radius, scale }) {
  if (!inCorner(x, y, radius)) return null;
  return picture((x - 0.5) / scale + 0.5, (y - 0.5) / scale + 0.5);
}

function pixel(px, py, size, look) {
  const sum = [0, 0, 0, 0];
  const samples = 4;
  for (let i = 0; i < samples * samples; i += 1) {
    const x = (px + ((i % samples) + 0.5) / samples) / size;
    const y = (py + (Math.floor(i / samples) + 0.5) / samples) / size;
    const colour = colourAt(x, y, look);
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

function png(size, picture, radius = 0.22, scale = 1) {
  const rows = [];
  for (let y = 0; y < size; y += 1) {
    rows.push(0);
    for (let x = 0; x < size; x += 1) rows.push(...pixel(x, y, size, { picture, radius, scale }).map(Math.round));
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
// A maskable icon fills the square and keeps its picture inside the safe circle.
for (const [name, picture] of [['icon', stones], ['icon-plain', sheet]]) {
  write(`${name}-192.png`, png(192, picture));
  write(`${name}-512.png`, png(512, picture));
  write(`${name}-maskable.png`, png(512, picture, 0, 0.82));
}
write('icon-note.png', png(192, bell));
write('icon-badge.png', png(96, badge, 0, 1.25));
