import { expect, test } from 'vitest';
import { qrMatrix } from './qr-matrix.ts';

const uri =
  'otpauth://totp/Vigente:marta%40farocertificados.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Vigente&digits=6&period=30';

/** Both copies of the 15 format bits (ISO/IEC 18004 figure 25), most significant first. */
function formatBits(matrix: boolean[][]): readonly [string, string] {
  const size = matrix.length;
  const at = (x: number, y: number) => (matrix[y]![x] ? '1' : '0');
  const near = [0, 1, 2, 3, 4, 5].map((y) => at(8, y));
  near.push(at(8, 7), at(8, 8), at(7, 8), ...[5, 4, 3, 2, 1, 0].map((x) => at(x, 8)));
  const far = Array.from({ length: 15 }, (_, bit) =>
    bit < 8 ? at(size - 1 - bit, 8) : at(8, size - 15 + bit),
  );
  return [near.reverse().join(''), far.reverse().join('')];
}

/** Annex C, table C.1: level L with masks 0 to 7. */
const levelL = [
  '111011111000100',
  '111001011110011',
  '111110110101010',
  '111100010011101',
  '110011000101111',
  '110001100011000',
  '110110001000001',
  '110100101110110',
];

test.each([1, 17, 60, 130, 200])('a text of %i bytes carries both format marks of the standard', (length) => {
  const [near, far] = formatBits(qrMatrix('a'.repeat(length)));
  expect(levelL).toContain(near);
  expect(far).toBe(near);
});

test('the version grows with the text', () => {
  expect(qrMatrix('a'.repeat(17)).length).toBe(21);
  expect(qrMatrix('a'.repeat(18)).length).toBe(25);
  expect(qrMatrix(uri).length).toBe(6 * 4 + 17);
});

test('what is drawn can be read back, and its correction words are right', () => {
  // Version 1, level L: one block of 19 data and 7 correction words.
  const matrix = qrMatrix('vigente');
  const words = read(matrix, levelL.indexOf(formatBits(matrix)[0]));
  expect(words.length).toBe(26);
  expect(words[0]! >> 4).toBe(0b0100);
  const length = ((words[0]! & 15) << 4) | (words[1]! >> 4);
  const bytes = Array.from({ length }, (_, at) => ((words[at + 1]! & 15) << 4) | (words[at + 2]! >> 4));
  expect(String.fromCharCode(...bytes)).toBe('vigente');
  for (let power = 0; power < 7; power++) expect(valueAt(words, power), `root ${power}`).toBe(0);
});

test('a text that no supported version holds is refused', () => {
  expect(() => qrMatrix('a'.repeat(600))).toThrow(RangeError);
});

/** The words of a version 1 symbol, its mask taken off. */
function read(matrix: boolean[][], mask: number): number[] {
  const masked = [
    (x: number, y: number) => (x + y) % 2,
    (_: number, y: number) => y % 2,
    (x: number) => x % 3,
    (x: number, y: number) => (x + y) % 3,
    (x: number, y: number) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3),
    (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ][mask]!;
  const isPattern = (x: number, y: number) =>
    x === 6 || y === 6 || (x < 9 && y < 9) || (x > 12 && y < 9) || (x < 9 && y > 12);
  const bits: number[] = [];
  let upwards = true;
  for (const right of [20, 18, 16, 14, 12, 10, 8, 5, 3, 1]) {
    for (let step = 0; step < 21; step++) {
      const y = upwards ? 20 - step : step;
      for (const x of [right, right - 1]) {
        if (!isPattern(x, y)) bits.push(Number(matrix[y]![x]! !== (masked(x, y) === 0)));
      }
    }
    upwards = !upwards;
  }
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2),
  );
}

/** The code word as a polynomial over GF(2^8) at 2^power: zero for each root of the generator. */
function valueAt(words: readonly number[], power: number): number {
  const times2 = (value: number) => ((value << 1) ^ (value & 128 ? 0x11d : 0)) & 0xff;
  const timesRoot = (value: number) =>
    Array.from({ length: power }).reduce<number>((now) => times2(now), value);
  return words.reduce((sum, word) => timesRoot(sum) ^ word, 0);
}
