import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Fault } from '../kernel/fault.ts';
import { glyphOutline } from './glyph-outline.ts';
import { woffTables } from './woff.ts';

interface Figure {
  readonly path: string;
  readonly advance: number;
}

interface Figures {
  readonly unitsPerEm: number;
  /** Height of a figure, in font units. */
  readonly height: number;
  readonly byCharacter: ReadonlyMap<string, Figure>;
}

/** Glyph number of a character: OpenType "cmap", subtable format 4. */
function glyphNumber(cmap: Buffer, code: number): number {
  const tables = cmap.readUInt16BE(2);
  for (let i = 0; i < tables; i += 1) {
    const base = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(base) !== 4) continue;
    const doubled = cmap.readUInt16BE(base + 6);
    for (let at = 0; at < doubled; at += 2) {
      const end = cmap.readUInt16BE(base + 14 + at);
      const start = cmap.readUInt16BE(base + 16 + doubled + at);
      if (code < start || code > end) continue;
      const delta = cmap.readUInt16BE(base + 16 + 2 * doubled + at);
      const rangeAt = base + 16 + 3 * doubled + at;
      const range = cmap.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      return cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
    }
  }
  return 0;
}

function readFigures(file: Buffer): Figures {
  const tables = woffTables(file);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Fault('internal', `the font has no "${tag}" table`);
    return found;
  };
  const [head, loca, glyf, hmtx, hhea] = ['head', 'loca', 'glyf', 'hmtx', 'hhea'].map(table) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const long = head.readInt16BE(50) === 1;
  const offset = (n: number): number => (long ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2);
  const metrics = hhea.readUInt16BE(34);
  const byCharacter = new Map<string, Figure>();
  let height = 0;
  for (const character of '0123456789') {
    const n = glyphNumber(table('cmap'), character.charCodeAt(0));
    const glyph = glyf.subarray(offset(n), offset(n + 1));
    height = Math.max(height, glyph.readInt16BE(8));
    const advance = hmtx.readUInt16BE(Math.min(n, metrics - 1) * 4);
    byCharacter.set(character, { path: glyphOutline(glyph), advance });
  }
  return { unitsPerEm: head.readUInt16BE(18), height, byCharacter };
}

let figures: Figures | undefined;

/** Inter's figures, read once from the package. */
function interFigures(): Figures {
  const file = '@fontsource/inter/files/inter-latin-600-normal.woff';
  figures ??= readFigures(readFileSync(createRequire(import.meta.url).resolve(file)));
  return figures;
}

/**
 * A whole number, drawn as outlines and centred on a point: looks the same on every machine, whatever fonts it has.
 * `size` is the font size in the picture's units.
 */
export function figuresSvg(
  number: number,
  at: { x: number; y: number; size: number; colour: string },
): string {
  const { unitsPerEm, height, byCharacter } = interFigures();
  const glyphs = [...String(number)].map((character) => byCharacter.get(character)!);
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const scale = at.size / unitsPerEm;
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const left = round(at.x - (width * scale) / 2);
  const base = round(at.y + (height * scale) / 2);
  let pen = 0;
  const paths = glyphs.map((glyph) => {
    const path = `<path transform="translate(${pen} 0)" d="${glyph.path}"/>`;
    pen += glyph.advance;
    return path;
  });
  return `<g fill="${at.colour}" transform="translate(${left} ${base}) scale(${round(scale)})">${paths.join('')}</g>`;
}
