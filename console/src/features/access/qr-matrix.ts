/**
 * A QR code (ISO/IEC 18004:2015) of a text in byte mode with error correction level L, up to version 15 (520 bytes):
 * enough for an otpauth address. Rows of modules, true is dark.
 */
export function qrMatrix(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  const words = withCorrection(dataWords(bytes, version), version);
  const masks = Array.from({ length: 8 }, (_, mask) => drawn(words, { version, mask }));
  return masks.reduce((best, one) => (harshness(one) < harshness(best) ? one : best));
}

/** Table 9, level L, versions 1 to 15: correction words of each block, and blocks. */
const correctionWords = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
const blockCounts = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];

/** Words that fit besides finder, timing, alignment, format and version patterns (table 1). */
function allWords(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const places = Math.floor(version / 7) + 2;
    modules -= (25 * places - 10) * places - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

function room(version: number): number {
  return allWords(version) - correctionWords[version - 1]! * blockCounts[version - 1]!;
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16;
}

function versionFor(bytes: number): number {
  for (let version = 1; version <= correctionWords.length; version++) {
    if (4 + lengthBits(version) + bytes * 8 <= room(version) * 8) return version;
  }
  throw new RangeError('the text is too long for a QR code');
}

function dataWords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  put(0b0100, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const total = room(version) * 8;
  put(0, Math.min(4, total - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    words.push(bits.slice(at, at + 8).reduce((word, bit) => (word << 1) | bit, 0));
  }
  for (let pad = 0xec; words.length < room(version); pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** Multiplication in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function generator(degree: number): number[] {
  const result = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let at = 0; at < degree; at++) {
      result[at] = times(result[at]!, root) ^ (result[at + 1] ?? 0);
    }
    root = times(root, 2);
  }
  return result;
}

function remainder(words: readonly number[], divisor: readonly number[]): number[] {
  const result: number[] = Array(divisor.length).fill(0);
  for (const word of words) {
    const factor = word ^ result.shift()!;
    result.push(0);
    divisor.forEach((coefficient, at) => {
      result[at] = result[at]! ^ times(coefficient, factor);
    });
  }
  return result;
}

/** Splits into blocks, the shorter ones first, and takes one word of each in turn. */
function withCorrection(words: readonly number[], version: number): number[] {
  const blocks = blockCounts[version - 1]!;
  const divisor = generator(correctionWords[version - 1]!);
  const short = Math.floor(words.length / blocks);
  const firstLong = blocks - (words.length % blocks);
  const parts = Array.from({ length: blocks }, (_, block) => {
    const start = block * short + Math.max(0, block - firstLong);
    return words.slice(start, start + short + (block >= firstLong ? 1 : 0));
  });
  return [...inTurn(parts), ...inTurn(parts.map((part) => remainder(part, divisor)))];
}

function inTurn(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

interface Drawing {
  readonly version: number;
  readonly mask: number;
}

const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

function drawn(words: readonly number[], { version, mask }: Drawing): boolean[][] {
  const size = version * 4 + 17;
  const grid: (boolean | null)[][] = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    if (grid[y]?.[x] !== undefined) grid[y]![x] = dark;
  };
  drawPatterns(set, size, version);
  drawFormat(set, size, mask);
  if (version >= 7) drawVersion(set, size, version);
  drawWords(grid, words, masks[mask]!);
  return grid as boolean[][];
}

type Set = (x: number, y: number, dark: boolean) => void;

function drawPatterns(set: Set, size: number, version: number): void {
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const places = alignment(size, version);
  const last = places.length - 1;
  places.forEach((x, column) => {
    places.forEach((y, row) => {
      const isFinder = (column === 0 && (row === 0 || row === last)) || (column === last && row === 0);
      if (!isFinder) square(set, { x, y, radius: 2, light: [1] });
    });
  });
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(set, { x, y, radius: 4, light: [2, 4] });
}

function square(
  set: Set,
  { x, y, radius, light }: { x: number; y: number; radius: number; light: readonly number[] },
): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function alignment(size: number, version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const later = Array.from({ length: count - 1 }, (_, at) => size - 7 - at * step);
  return [6, ...later.reverse()];
}

function drawFormat(set: Set, size: number, mask: number): void {
  const wanted = (0b01 << 3) | mask;
  let rest = wanted;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((wanted << 10) | rest) ^ 0x5412;
  const bit = (at: number) => ((bits >>> at) & 1) === 1;
  for (let at = 0; at <= 5; at++) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

function drawVersion(set: Set, size: number, version: number): void {
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >>> at) & 1) === 1;
    const far = size - 11 + (at % 3);
    const near = Math.floor(at / 3);
    set(far, near, dark);
    set(near, far, dark);
  }
}

/** In pairs of columns from the right, up and down in turn, past whatever is drawn already. */
function drawWords(
  grid: (boolean | null)[][],
  words: readonly number[],
  mask: (x: number, y: number) => number,
): void {
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y]![x] !== null) continue;
        const bit = ((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
        grid[y]![x] = (bit === 1) !== (mask(x, y) === 0);
        at++;
      }
    }
  }
}

/** Long runs and blocks of one colour are hard to read (section 7.8.3, the first two features). */
function harshness(grid: readonly (readonly boolean[])[]): number {
  let penalty = 0;
  grid.forEach((row, y) => {
    for (const line of [row, grid.map((other) => other[y]!)]) {
      for (const run of line
        .map(Number)
        .join('')
        .match(/0{5,}|1{5,}/g) ?? [])
        penalty += run.length - 2;
    }
    row.forEach((dark, x) => {
      const isBlock = [grid[y]![x + 1], grid[y + 1]?.[x], grid[y + 1]?.[x + 1]].every(
        (other) => other === dark,
      );
      if (isBlock) penalty += 3;
    });
  });
  return penalty;
}
