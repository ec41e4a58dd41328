import { expect, test } from 'vitest';
import { beingNamed, colleaguesLike, keptWords, writtenWords } from './mention-text.ts';

const luis = { person: 'l', label: 'Luis Prieto' };
const short = { person: 's', label: 'Luis' };

test('what is written is kept by account and comes back as it was', () => {
  const written = '@Luis Prieto y @Luis: llamad a a@Luis.example. (@Luis Prietos no)';
  const kept = keptWords(written, [short, luis]);
  expect(kept).toBe('@[l] y @[s]: llamad a a@Luis.example. (@[s] Prietos no)');
  expect(writtenWords(kept, [short, luis])).toBe(written);
});

test.each([
  ['hola @', 6, { from: 5, typed: '' }],
  ['hola @lu', 8, { from: 5, typed: 'lu' }],
  ['@Luis Pr', 8, { from: 0, typed: 'Luis Pr' }],
  ['mail@lu', 7, null],
  ['@lu\nx', 5, null],
  ['a @ b', 5, null],
])('in “%s” somebody names %j', (text, caret, named) => {
  expect(beingNamed(text, caret)).toEqual(named);
});

test('colleagues are found by any of their names, whatever its accents', () => {
  const all = [{ name: 'Ana Núñez' }, { name: 'Luis Prieto' }];
  expect(colleaguesLike(all, 'nun')).toEqual([all[0]]);
  expect(colleaguesLike(all, 'luis p')).toEqual([all[1]]);
  expect(colleaguesLike(all, '')).toEqual(all);
  expect(colleaguesLike(all, 'iet')).toEqual([]);
});
