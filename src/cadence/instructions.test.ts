import { expect, it } from 'vitest';
import { clockEnding, Desk, instant, lines } from './facts-builder.ts';
import type { Instruction } from './instruction.ts';
import { plannedTouches } from './planned-touches.ts';

const said: Instruction = {
  ...{ kind: 'hold', touch: null, until: instant('2026-12-03'), reach: null, anyHour: false },
  ...{ by: 'Marta', note: 'in talks' },
};
const touch = { anchor: '2027-01-12', stage: 60, channel: 'email' } as const;

/** An order that ends on 12 January 2027; its 60-day stage opens on 13 November, its 30-day stage on 13 December. */
const desk = (instruction: Partial<Instruction>, ends = '2027-01-12') =>
  new Desk([clockEnding(ends, { instructions: [{ ...said, ...instruction }] })]);

it('holds everything of a customer until the day, then goes on as planned', () => {
  const held = desk({});
  expect(lines(held.run('2026-11-23'))).toContain('1 60 held on-hold');
  expect(lines(held.run('2026-12-03'))).toEqual(['1 60 due stage-open']);
});

it('holds one touch and leaves the next alone', () => {
  const held = desk({ touch, until: instant('2026-12-20') });
  const [reason] = held.run('2026-11-23').decisions.filter(({ stage }) => stage === 60);
  expect(reason?.reason).toMatchObject({ code: 'on-hold', params: { late: true } });
  expect(lines(held.run('2026-12-13'))).toEqual(['1 60 suppressed superseded', '1 30 due stage-open']);
});

it('skips one touch for good; the next goes as ever', () => {
  const skipping = desk({ kind: 'skip', touch, until: null });
  expect(lines(skipping.run('2026-11-23'))).toContain('1 60 suppressed skipped');
  expect(skipping.run('2026-12-01').notices).toEqual([]);
  expect(lines(skipping.run('2026-12-13'))).toContain('1 30 due stage-open');
});

it('leaves a skipped touch out of what a timeline says is to come', () => {
  const { clocks, cadence } = desk({ kind: 'skip', touch: { ...touch, stage: 30 }, until: null });
  const ahead = plannedTouches(clocks[0]!, cadence, instant('2026-11-23')).map(({ stage }) => stage);
  expect(ahead).toEqual([7, 3, -7]);
});

it('skips what opens until a day, also after that day', () => {
  const skipping = desk({ kind: 'skip', until: instant('2026-12-20') });
  expect(lines(skipping.run('2026-11-23'))).toContain('1 60 suppressed skipped');
  expect(lines(skipping.run('2026-12-13'))).toContain('1 30 suppressed skipped');
  expect(skipping.run('2026-12-22').notices).toEqual([]);
  expect(lines(skipping.run('2027-01-05'))).toContain('1 7 due stage-open');
});

it('pulls nothing forward for a customer that is kept silent', () => {
  const quiet = new Desk([
    clockEnding('2027-01-12'),
    clockEnding('2027-01-26', { clock: '2', instructions: [said] }),
  ]);
  expect(quiet.run('2026-11-23').notices.flatMap(({ deliveries }) => deliveries.map((d) => d.clock))).toEqual(
    ['1'],
  );
});

it('brings a stage forward, says who did, and says it once', () => {
  const early = desk({ kind: 'forward', touch: { ...touch, stage: 30 }, until: instant('2026-11-23') });
  const now = early.run('2026-11-23');
  expect(lines(now)).toContain('1 30 due brought-forward');
  expect(early.run('2026-11-24').notices).toEqual([]);
  expect(early.run('2026-12-13').notices).toEqual([]);
});

it('brings the next stage of everything forward, if it opens soon enough', () => {
  const forward = { kind: 'forward', until: instant('2026-11-23') } as const;
  const near = desk({ ...forward, reach: instant('2026-12-14') });
  expect(lines(near.run('2026-11-23'))).toContain('1 30 due brought-forward');
  const far = desk({ ...forward, reach: instant('2026-12-01') });
  expect(lines(far.run('2026-11-23'))).toContain('1 60 due stage-open');
});

it('never brings a word forward to where renewing would lose days', () => {
  const invited = new Desk([
    clockEnding('2027-01-12', {
      inviteFrom: instant('2026-12-01'),
      instructions: [
        { ...said, kind: 'forward', touch: { ...touch, stage: 30 }, until: instant('2026-11-23') },
      ],
    }),
  ]);
  expect(invited.run('2026-11-23').notices).toEqual([]);
  expect(lines(invited.run('2026-12-01'))).toContain('1 30 due brought-forward');
});
