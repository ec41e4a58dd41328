import { expect, test } from 'vitest';
import { mentionedIn, readableWords } from './note-words.ts';

test('a note names whom its words name, each once', () => {
  expect(mentionedIn('@[p-1] ask @[p2]; then @[p-1]. mail@[example] no: @[]')).toEqual([
    'p-1',
    'p2',
    'example',
  ]);
  expect(mentionedIn('write to a@b.example')).toEqual([]);
});

test('people read names, and what is nobody stays as it was written', () => {
  expect(readableWords('@[p1], call @[p2]', [{ person: 'p1', name: 'Luis Prieto' }])).toBe(
    '@Luis Prieto, call @[p2]',
  );
  expect(readableWords('@[p1]', [{ person: 'p1', name: '$& $1' }])).toBe('@$& $1');
});
