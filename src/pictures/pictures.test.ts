import { describe, expect, it } from 'vitest';
import { contrast, readableOn } from './contrast.ts';
import { figuresSvg } from './figures.ts';
import { ringSvg } from './ring.ts';
import { ringPng } from './ring-png.ts';
import { moreUrgent, temperatures, tones } from './temperature.ts';

describe('the four temperatures', () => {
  it.each(tones)('%s can be read on its grounds, light and dark', (tone) => {
    const { light, dark, middle, tint, tintDark } = temperatures[tone];
    for (const ground of ['#FFFFFF', tint]) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['#1C1917', tintDark]) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [tint, tintDark]) expect(contrast(middle, ground)).toBeGreaterThanOrEqual(3);
  });

  it('urgency rises from in force to lapsed', () => {
    expect(moreUrgent('soon', 'urgent')).toBe('urgent');
    expect(moreUrgent('lapsed', 'in-force')).toBe('lapsed');
  });
});

describe('contrast', () => {
  it('of black on white is 21', () => expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5));

  it('keeps a colour that can be read and moves one that cannot', () => {
    expect(readableOn('#FFFFFF', '#1E3A8A')).toBe('#1E3A8A');
    expect(contrast(readableOn('#FFFFFF', '#FFEE00'), '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readableOn('#1C1917', '#1E3A8A', 7), '#1C1917')).toBeGreaterThanOrEqual(7);
  });
});

describe('the ring', () => {
  const arcs = (svg: string): number => (svg.match(/<path d="M/g) ?? []).length;

  it('has one arc for one clock, two for two and none when nothing is left', () => {
    expect(arcs(ringSvg({ tone: 'soon', outer: 0.3 }))).toBe(1);
    expect(arcs(ringSvg({ tone: 'soon', outer: 0.3, inner: 0.6 }))).toBe(2);
    expect(arcs(ringSvg({ tone: 'lapsed', outer: 0 }))).toBe(0);
  });

  it('ends at the top and keeps a gap at the top right even when full', () => {
    const path = /d="M([\d.]+) ([\d.]+)A[^"]* ([\d.]+) ([\d.]+)"/.exec(
      ringSvg({ tone: 'in-force', outer: 1 }),
    )!;
    const [fromX, , toX, toY] = path.slice(1).map(Number) as [number, number, number, number];
    expect(fromX).toBeGreaterThan(60);
    expect([toX, toY]).toEqual([50, 6]);
  });

  it('draws its number as outlines, one per figure, without any font', () => {
    expect(figuresSvg(365, { x: 50, y: 50, size: 30, colour: '#000000' }).match(/<path/g)).toHaveLength(3);
    expect(ringSvg({ tone: 'soon', outer: 0.3, number: 34 })).not.toContain('<text');
  });

  it('is a small PNG of the asked size, the same bytes every time', () => {
    const png = Buffer.from(ringPng({ tone: 'soon', outer: 0.091, number: 34 }, 168));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(168);
    expect(png.length).toBeLessThan(12_000);
    expect(ringPng({ tone: 'soon', outer: 0.09, number: 34 }, 168)).toBe(
      ringPng({ tone: 'soon', outer: 0.0912, number: 34 }, 168),
    );
  });
});
