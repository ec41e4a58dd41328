import { Resvg } from '@resvg/resvg-js';
import { type Ring, ringSvg } from './ring.ts';

/** Shares are drawn in steps of one hundredth: nobody sees less, and notices of one day share their pictures. */
function rounded(ring: Ring): Ring {
  const step = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * 100) / 100;
  return ring.inner === undefined
    ? { ...ring, outer: step(ring.outer) }
    : { ...ring, outer: step(ring.outer), inner: step(ring.inner) };
}

const made = new Map<string, Uint8Array>();
/** About 6 kB each. */
const kept = 1_000;

/** The ring as a PNG of `pixels` by `pixels`, transparent. Equal descriptions give the same bytes; do not write into them. */
export function ringPng(ring: Ring, pixels: number): Uint8Array {
  const drawn = rounded(ring);
  const key = `${drawn.tone} ${drawn.outer} ${drawn.inner ?? ''} ${drawn.number ?? ''} ${pixels}`;
  const known = made.get(key);
  if (known) return known;
  const picture = new Resvg(ringSvg(drawn), {
    fitTo: { mode: 'width', value: pixels },
    font: { loadSystemFonts: false },
  });
  const png = new Uint8Array(picture.render().asPng());
  if (made.size >= kept) made.delete(made.keys().next().value!);
  made.set(key, png);
  return png;
}
