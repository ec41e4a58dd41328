import { renderAsync } from '@resvg/resvg-js';
import { type PictureSize, pictureSize } from './picture-size.ts';

export interface Logo {
  readonly png: Uint8Array;
  /** Shown size in CSS pixels; the picture has twice as many, as far as the original goes. */
  readonly width: number;
  readonly height: number;
  /** What it was. */
  readonly kind: 'png' | 'jpeg' | 'svg';
  readonly isReduced: boolean;
}

export type LogoRefusal =
  | 'no-picture'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'unsafe-svg'
  | 'cannot-be-drawn'
  | 'too-narrow';

export const mostLogoBytes = 1_000_000;
const mostPixels = 16_000_000;
/** What a header of 600 pixels has room for. */
const box = { width: 240, height: 72 };
/** As base64 it has to fit into the brand, and into every message. */
const mostPngBytes = 120_000;

/**
 * Any logo as a PNG for mails and pages: nothing of the file itself is kept, so that nothing hidden in it travels on.
 * An SVG that refers to anything outside itself is refused.
 */
export async function readLogo(bytes: Uint8Array): Promise<Logo | LogoRefusal> {
  if (bytes.length > mostLogoBytes) return 'too-many-bytes';
  const size = pictureSize(bytes);
  if (!size) return 'no-picture';
  if (size.kind === 'svg' && !isSelfContained(Buffer.from(bytes).toString())) return 'unsafe-svg';
  if (size.width * size.height > mostPixels) return 'too-many-pixels';
  const shown = fitted(size);
  if (shown.width < 8 || shown.height < 8) return 'too-narrow';
  for (const times of [2, 1.5, 1]) {
    const png = await drawn(bytes, size, Math.round(shown.width * times));
    if (png === undefined) return 'cannot-be-drawn';
    if (png.length > mostPngBytes) continue;
    return {
      png,
      ...shown,
      kind: size.kind,
      isReduced: size.width > shown.width * times && size.kind !== 'svg',
    };
  }
  return 'too-many-bytes';
}

function fitted({ width, height, kind }: PictureSize): { readonly width: number; readonly height: number } {
  const most = Math.min(box.width / width, box.height / height);
  // A drawing has no size of its own; a picture is never made larger.
  const scale = kind === 'svg' ? most : Math.min(1, most);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

async function drawn(bytes: Uint8Array, size: PictureSize, width: number): Promise<Uint8Array | undefined> {
  const svg = size.kind === 'svg' ? Buffer.from(bytes).toString() : wrapped(bytes, size);
  try {
    const picture = await renderAsync(
      svg,
      { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } },
      AbortSignal.timeout(5_000),
    );
    // What cannot be decoded is passed over, and nothing is left to see.
    const { pixels } = picture;
    const isEmpty = !pixels.some((value, at) => at % 4 === 3 && value !== 0);
    return isEmpty ? undefined : new Uint8Array(picture.asPng());
  } catch {
    return undefined;
  }
}

function wrapped(bytes: Uint8Array, { kind, width, height }: PictureSize): string {
  const data = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="${data}"/></svg>`;
}

/** No entities, no script, no style from elsewhere, no reference but to its own parts and to pictures inside it. */
function isSelfContained(svg: string): boolean {
  if (
    /<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe)\b|@import/i.test(
      svg,
    )
  ) {
    return false;
  }
  if ((svg.match(/</g) ?? []).length > 20_000) return false;
  const references = [...svg.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  const styles = [...svg.matchAll(/url\(\s*['"]?([^'")]*)/gi)].map(([, to]) => to ?? '');
  return [...references, ...styles].every(
    (to) => to.startsWith('#') || /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*$/.test(to),
  );
}
