import { expect, test } from 'vitest';
import { KeptFigures } from './kept-figures.ts';

function kept() {
  const time = { now: 0 };
  const figures = new KeptFigures(() => time.now);
  let counted = 0;
  const ask = (partner = 1, question = 'all', isWorth = true) =>
    figures.figures(partner, question, { count: async () => ++counted, isWorth: () => isWorth });
  return { time, figures, ask };
}

test('large figures are kept for a minute', async () => {
  const { ask, time } = kept();
  expect([await ask(), await ask()]).toEqual([1, 1]);
  time.now = 61_000;
  expect(await ask()).toBe(2);
});

test('small ones are counted every time', async () => {
  const { ask } = kept();
  expect([await ask(1, 'all', false), await ask(1, 'all', false)]).toEqual([1, 2]);
});

test('whoever asks at once shares one counting; another partner or question does not', async () => {
  const { ask } = kept();
  expect(await Promise.all([ask(), ask(), ask(2), ask(1, 'some')])).toEqual([1, 1, 2, 3]);
});

test('a change lets them be counted anew, also those that are being counted', async () => {
  const { ask, figures } = kept();
  const before = ask();
  figures.forget(1);
  expect([await before, await ask()]).toEqual([1, 2]);
});

test('a counting that failed is not kept', async () => {
  const { figures } = kept();
  const failing = { count: () => Promise.reject(new Error('no')), isWorth: () => true };
  await expect(figures.figures(1, 'all', failing)).rejects.toThrow('no');
  expect(await figures.figures(1, 'all', { count: async () => 7, isWorth: () => true })).toBe(7);
});
