import {
  maxInflatedBytes,
  maxInflatedTextBytes,
  maxInflationRatio,
  ratioCountsFromBytes,
} from './reading-limits.ts';
import type { ZipPart } from './zip-directory.ts';

/** What a workbook would become when it is inflated, judged from its directory alone. */
export type WorkbookSize =
  | { readonly kind: 'fits' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'bomb'; readonly inflated: number }
  /** Nothing suspicious, but more text than may be held at once. */
  | { readonly kind: 'too-much-text'; readonly inflated: number };

/**
 * Judges the declared sizes. The reader stops a part that inflates beyond what it declares, so a declaration can
 * only be too large; a part that declares nothing and holds something is refused, because nothing would stop it.
 */
export function workbookSize(parts: readonly ZipPart[], fileBytes: number): WorkbookSize {
  let inflated = 0;
  let held = 0;
  for (const part of parts) {
    if (part.isEncrypted || (part.method !== 0 && part.method !== 8)) return { kind: 'broken' };
    if (part.inflatedBytes === 0 && part.packedBytes > 2) return { kind: 'broken' };
    inflated += part.inflatedBytes;
    if (isHeldWhole(part.name)) held += part.inflatedBytes;
  }
  const isBomb =
    inflated > maxInflatedBytes ||
    (inflated > ratioCountsFromBytes && inflated > fileBytes * maxInflationRatio);
  if (isBomb) return { kind: 'bomb', inflated };
  return held > maxInflatedTextBytes ? { kind: 'too-much-text', inflated: held } : { kind: 'fits' };
}

/** Sheets run by as a stream, media are never opened; all else that is read is held whole. */
function isHeldWhole(name: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(name) &&
    !/^xl\/worksheets\/[^/]+\.xml$/i.test(name) &&
    !/^xl\/(?:media|charts|drawings|pivot[^/]*|theme|externalLinks)\//i.test(name)
  );
}
