import { describe, expect, test } from 'vitest';
import vectors from '../../test/vectors/clocks.json' with { type: 'json' };
import { type ClockFacts, readClocks, readingCodes } from './clock-reading.ts';
import { clockReadingWords } from './clock-reading-words.ts';
import { nextAnchor } from './next-anchor.ts';

describe("a row's dates are read as", () => {
  for (const { name, facts, coverage, certificate, reading } of vectors.readings) {
    test(name, () => {
      const read = readClocks(facts as ClockFacts);
      expect(JSON.parse(JSON.stringify(read))).toEqual(
        JSON.parse(JSON.stringify({ coverage: known(coverage), certificate: known(certificate), reading })),
      );
    });
  }
});

function known(range: { from: string | null; until: string } | null) {
  return range === null ? undefined : { from: range.from ?? undefined, until: range.until };
}

describe('the anchor of a cycle', () => {
  for (const { name, old, began, newEnd, sameCertificate, anchor, newCycle } of vectors.anchors) {
    test(name, () => {
      expect(nextAnchor({ anchor: old, began, newEnd, sameCertificate })).toEqual({ anchor, newCycle });
    });
  }

  test('corrections that creep in one direction begin another cycle once they pass the half', () => {
    let anchor = '2027-01-01';
    let cycles = 0;
    for (let step = 1; step <= 20; step++) {
      const newEnd = Temporal.PlainDate.from('2027-01-01')
        .add({ days: 10 * step })
        .toString();
      const next = nextAnchor({ anchor, began: '2026-06-15', newEnd, sameCertificate: true });
      if (next.newCycle) cycles++;
      anchor = next.anchor;
    }
    expect(cycles).toBe(1);
  });
});

test('every reading has a sentence in both languages', () => {
  for (const reading of readingCodes) {
    expect(clockReadingWords(reading, 'es')).toMatch(/\.$/);
    expect(clockReadingWords(reading, 'en')).toMatch(/\.$/);
  }
});
