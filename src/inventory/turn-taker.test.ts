import { expect, test } from 'vitest';
import { turnTaker } from './turn-taker.ts';

/** Work that goes on until it is told to end. */
function held() {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

const never = new AbortController().signal;

test('so many run at once, the next ones wait their turn in order', async () => {
  const turns = turnTaker(1);
  const said: string[] = [];
  const first = held();
  const one = turns(never, first.work);
  const two = turns(never, async () => void said.push('two'));
  const three = turns(never, async () => void said.push('three'));
  await Promise.resolve();
  expect(said).toEqual([]);
  first.end();
  await Promise.all([one, two, three]);
  expect(said).toEqual(['two', 'three']);
});

test('whoever gives up while waiting holds nobody back', async () => {
  const turns = turnTaker(1);
  const first = held();
  const one = turns(never, first.work);
  const impatient = new AbortController();
  const two = turns(impatient.signal, async () => 'never');
  const three = turns(never, async () => 'three');
  impatient.abort(new Error('enough'));
  await expect(two).rejects.toThrow('enough');
  first.end();
  await one;
  expect(await three).toBe('three');
});

test('work that fails gives its turn back', async () => {
  const turns = turnTaker(1);
  await expect(turns(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await turns(never, async () => 'next')).toBe('next');
});
