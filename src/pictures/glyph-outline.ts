import { Fault } from '../kernel/fault.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** Flags of a simple glyph, OpenType "glyf" table. */
const onCurve = 0x01;
const repeated = 0x08;

function readFlags(glyph: Buffer, from: number, count: number): { flags: number[]; next: number } {
  const flags: number[] = [];
  let at = from;
  while (flags.length < count) {
    const flag = glyph[at++]!;
    const times = flag & repeated ? glyph[at++]! + 1 : 1;
    for (let i = 0; i < times; i += 1) flags.push(flag);
  }
  return { flags, next: at };
}

/** One coordinate of every point. `short` and `same` are the bits of that axis. */
function readAxis(
  glyph: Buffer,
  from: number,
  flags: readonly number[],
  [short, same]: [number, number],
): { values: number[]; next: number } {
  let at = from;
  let value = 0;
  const values = flags.map((flag) => {
    if (flag & short) value += flag & same ? glyph[at++]! : -glyph[at++]!;
    else if (!(flag & same)) {
      value += glyph.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, next: at };
}

/** TrueType leaves out the on-curve point half-way between two control points; this puts it back. */
function completed(contour: readonly Point[]): Point[] {
  const points = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length]!;
    if (point.onCurve || next.onCurve) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, onCurve: true }];
  });
  const start = points.findIndex((point) => point.onCurve);
  return [...points.slice(start), ...points.slice(0, start)];
}

function contourPath(contour: readonly Point[]): string {
  const points = completed(contour);
  const parts = [`M${points[0]!.x} ${-points[0]!.y}`];
  for (let i = 1; i <= points.length; i += 1) {
    const point = points[i % points.length]!;
    if (point.onCurve) {
      parts.push(`L${point.x} ${-point.y}`);
      continue;
    }
    const end = points[(i + 1) % points.length]!;
    parts.push(`Q${point.x} ${-point.y} ${end.x} ${-end.y}`);
    i += 1;
  }
  return `${parts.join('')}Z`;
}

/**
 * A simple glyph's outline as SVG path data in font units, y growing downwards. A composite glyph is refused:
 * only figures are drawn from outlines.
 */
export function glyphOutline(glyph: Buffer): string {
  const contours = glyph.readInt16BE(0);
  if (contours < 0)
    throw new Fault('internal', 'a composite glyph cannot be drawn; a simple one was expected');
  const ends = Array.from({ length: contours }, (_, i) => glyph.readUInt16BE(10 + i * 2));
  const afterEnds = 10 + contours * 2;
  const start = afterEnds + 2 + glyph.readUInt16BE(afterEnds);
  const { flags, next } = readFlags(glyph, start, (ends.at(-1) ?? -1) + 1);
  const xs = readAxis(glyph, next, flags, [0x02, 0x10]);
  const ys = readAxis(glyph, xs.next, flags, [0x04, 0x20]);
  const points = flags.map((flag, i) => ({
    x: xs.values[i]!,
    y: ys.values[i]!,
    onCurve: (flag & onCurve) !== 0,
  }));
  return ends.map((end, i) => contourPath(points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1))).join('');
}
