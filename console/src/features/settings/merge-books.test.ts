import { describe, expect, it } from 'vitest';
import type { CalendarBook, CalendarStage } from '../../../../contract/settings.ts';
import { changesBetween } from './book-changes.ts';
import { movedTo, withNewCalendar, withoutStage, withStage } from './calendar-edits.ts';
import { mergeBooks } from './merge-books.ts';

const stage = (id: string, daysBefore: number): CalendarStage => ({
  ...{ id, daysBefore, share: daysBefore > 0 ? daysBefore / 365 : null, channels: ['email'], tone: 'early' },
  ...{ template: 'early', purpose: 'reminder', lastSafety: false, urgent: false, escalateTo: [] },
  ...(daysBefore > 0 ? {} : { openForDays: 14 }),
});
const base: CalendarBook = {
  calendars: [
    {
      id: 'coverage',
      name: null,
      kind: 'coverage',
      when: {},
      stages: [stage('a', 90), stage('b', 30), stage('c', -7)],
    },
    { id: 'certificate', name: null, kind: 'certificate', when: {}, stages: [stage('a', 30)] },
  ],
  silentWhenCoverageEndsWithinDays: 30,
};
const move = (book: CalendarBook, id: string, day: number) =>
  withStage(book, 'coverage', movedTo(book.calendars[0]!.stages.find((one) => one.id === id)!, day));
const days = (book: CalendarBook) => book.calendars[0]!.stages.map(({ daysBefore }) => daysBefore);

describe('two edits of the same calendar', () => {
  it('are both kept where they change different stages', () => {
    const { book, conflicts } = mergeBooks(
      { base, mine: move(base, 'a', 80), theirs: move(base, 'b', 25) },
      {},
    );
    expect([days(book), conflicts]).toEqual([[80, 25, -7], []]);
  });

  it('ask where they change the same stage, and follow the answer', () => {
    const sides = { base, mine: move(base, 'b', 28), theirs: move(base, 'b', 25) };
    const { conflicts } = mergeBooks(sides, {});
    expect(conflicts.map(({ unit }) => unit)).toEqual(['stage coverage b']);
    expect(days(mergeBooks(sides, { 'stage coverage b': 'theirs' }).book)).toEqual([90, 25, -7]);
    expect(days(mergeBooks(sides, { 'stage coverage b': 'mine' }).book)).toEqual([90, 28, -7]);
  });

  it('ask where one removes what the other moves', () => {
    const sides = { base, mine: withoutStage(base, 'coverage', 'b'), theirs: move(base, 'b', 25) };
    expect(mergeBooks(sides, {}).conflicts).toHaveLength(1);
    expect(days(mergeBooks(sides, { 'stage coverage b': 'theirs' }).book)).toEqual([90, 25, -7]);
  });

  it('agree where they did the same, and keep what both have added', () => {
    const mine = withStage(move(base, 'b', 28), 'coverage', stage('m', 60));
    const theirs = withNewCalendar(move(base, 'b', 28), 'coverage', { id: 'ev', name: 'EV' });
    const { book, conflicts } = mergeBooks({ base, mine, theirs }, {});
    expect(conflicts).toEqual([]);
    expect(book.calendars.map(({ id }) => id)).toEqual(['ev', 'coverage', 'certificate']);
    expect(book.calendars[1]!.stages.map(({ id }) => id)).toEqual(['a', 'm', 'b', 'c']);
  });
});

describe('a stage that is moved', () => {
  it('keeps its place in short lives and says only that it moved', () => {
    const book = move(base, 'a', 45);
    expect(book.calendars[0]!.stages[0]!.share).toBeCloseTo(45 / 365);
    expect(changesBetween(base, book)).toMatchObject([{ what: 'stage-moved', fields: [] }]);
  });

  it('past the end is no longer scaled and says for how long it stays open', () => {
    expect(movedTo(stage('a', 3), -2)).toMatchObject({ daysBefore: -2, share: null, openForDays: 14 });
  });
});
