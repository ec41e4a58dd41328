import { figuresSvg } from './figures.ts';
import { type Tone, temperatures } from './temperature.ts';

/** The sign of time left: an arc for what remains. Two clocks are two concentric arcs. */
export interface Ring {
  readonly tone: Tone;
  /** Share of the coverage that is left, or of the one clock that is shown: 0 to 1. */
  readonly outer: number;
  /** Share of the certificate that is left, when both clocks are shown. */
  readonly inner?: number;
  /** Whole days in the middle; none leaves the middle empty. */
  readonly number?: number;
}

const centre = 50;
/** Even a full ring keeps a small gap at the top right. */
const leastGap = 22;
const trackColour = '#A8A29E';

/** Where an angle, clockwise from the top in degrees, meets a circle. */
function point(radius: number, degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  const at = (value: number): number => Math.round(value * 100) / 100;
  return `${at(centre + radius * Math.cos(angle))} ${at(centre + radius * Math.sin(angle))}`;
}

/** Time eats the circle clockwise from the top: what is left ends there. */
function arc(share: number, line: { radius: number; width: number; colour: string }): string {
  const track = `<circle cx="50" cy="50" r="${line.radius}" stroke="${trackColour}" stroke-opacity=".38" stroke-width="${line.width}"/>`;
  const left = Math.min(Math.max(share, 0), 1);
  if (left === 0) return track;
  const from = Math.min(Math.max((1 - left) * 360, leastGap), 354);
  const large = 360 - from > 180 ? 1 : 0;
  const d = `M${point(line.radius, from)}A${line.radius} ${line.radius} 0 ${large} 1 ${point(line.radius, 360)}`;
  return `${track}<path d="${d}" stroke="${line.colour}" stroke-width="${line.width}" stroke-linecap="round"/>`;
}

function figureSize(number: number, two: boolean): number {
  const size = number > 999 ? 22 : number > 99 ? 28 : 35;
  return two ? size * 0.8 : size;
}

/** The ring as SVG on a transparent ground, 100 by 100 units. Its colours hold on light and on dark. */
export function ringSvg(ring: Ring): string {
  const colour = temperatures[ring.tone].middle;
  const two = ring.inner !== undefined;
  const width = two ? 6.5 : 8.5;
  const arcs = [arc(ring.outer, { radius: 44, width, colour })];
  if (ring.inner !== undefined) arcs.push(arc(ring.inner, { radius: 33, width, colour }));
  const middle =
    ring.number === undefined
      ? ''
      : figuresSvg(ring.number, { x: centre, y: centre, size: figureSize(ring.number, two), colour });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g fill="none">${arcs.join('')}</g>${middle}</svg>`;
}
