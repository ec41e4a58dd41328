/** `#RRGGBB` only; callers have checked it. */
function channels(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** Relative luminance, WCAG 2.2 "relative luminance". */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2 "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function mixed(from: string, to: string, share: number): string {
  const target = channels(to);
  const parts = channels(from).map((value, at) => Math.round(value + (target[at]! - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/**
 * The colour itself where it can be read on the surface, else the nearest shade towards black or white that can.
 * Always reaches the ratio: black or white reaches 4.58 on any surface.
 */
export function readableOn(surface: string, colour: string, ratio = 4.5): string {
  const pole = contrast('#000000', surface) > contrast('#FFFFFF', surface) ? '#000000' : '#FFFFFF';
  for (let step = 0; step <= 20; step += 1) {
    const candidate = mixed(colour, pole, step / 20);
    if (contrast(candidate, surface) >= ratio) return candidate;
  }
  return pole;
}
