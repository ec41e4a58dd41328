import { expect, it } from 'vitest';
import { inBatches } from './in-batches.ts';

it('asks once for all that came in the same moment, and answers each its own', async () => {
  const asked: number[][] = [];
  const double = inBatches(async (items: readonly number[]) => {
    asked.push([...items]);
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
  expect(asked).toEqual([[1, 2, 3]]);
});

it('gathers what comes while it waits for an answer into the next batch', async () => {
  const asked: number[][] = [];
  const gate = Promise.withResolvers<void>();
  const ask = inBatches(async (items: readonly number[]) => {
    asked.push([...items]);
    if (asked.length === 1) await gate.promise;
    return items;
  });
  const first = ask(1);
  await new Promise((resolve) => setImmediate(resolve));
  const later = [ask(2), ask(3)];
  gate.resolve();
  expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
  expect(asked).toEqual([[1], [2, 3]]);
});

it('fails only those of the batch that failed, and goes on', async () => {
  const ask = inBatches(async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error('no');
    return items;
  });
  const failed = await Promise.allSettled([ask('bad'), ask('with it')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('good')).toBe('good');
});
