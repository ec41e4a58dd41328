import { useKept } from '../kept.ts';
import { useMedia } from '../use-media.ts';

/** How tall a row is, in pixels, by the person's setting; a second line of words adds the same everywhere. */
export function useRowHeight(lines: 1 | 2 = 1): number {
  const [rows] = useKept<'dense' | 'comfortable'>('rows', 'dense');
  const isCoarse = useMedia('(pointer: coarse)');
  const one = isCoarse ? 48 : rows === 'comfortable' ? 44 : 36;
  return lines === 1 ? one : one + 8;
}
