import { describe, expect, test } from 'vitest';
import { nearTexts } from './near-texts.ts';
import { meantWords, slipsOf, typingDistance } from './typing-distance.ts';

describe('slips between what was typed and a word', () => {
  test.each([
    ['garcia', 'garcia', 0],
    ['garcai', 'garcia', 1],
    ['gracia', 'garcia', 1],
    ['ferretria', 'ferreteria', 1],
    ['feretria', 'ferreteria', 2],
    ['ibara', 'ibarra', 1],
    ['ibarrra', 'ibarra', 1],
    ['munos', 'munoz', 1],
    ['ferretr', 'ferreteria', 1],
    ['panad', 'panaderia', 0],
    ['', 'garcia', 0],
  ])('%s → %s: %i', (typed, word, slips) => {
    expect(typingDistance(typed, word)).toBe(slips);
  });

  test('are believed of longer words only', () => {
    expect(['ana', 'lopez', 'ferreteria', 'electrodomesticos'].map(slipsOf)).toEqual([0, 1, 2, 3]);
  });

  test('only the nearest words are meant, never the one that was typed', () => {
    expect(meantWords('gracia', ['gracia', 'garcia', 'farmacia', 'gracias', 'galicia'], 5)).toEqual([
      'garcia',
    ]);
    expect(meantWords('lopes', ['lopez', 'lobos', 'lope'], 5)).toEqual(['lopez', 'lope']);
    expect(meantWords('xyz', ['xyy'], 5)).toEqual([]);
  });
});

describe('texts at one slip', () => {
  test('of a number are numbers', () => {
    const near = nearTexts('1480311207');
    expect(near).toEqual(expect.arrayContaining(['1480312107', '148031120', '14803112079', '1480311208']));
    expect(near).not.toContain('1480311207');
    expect(near.every((one) => /^\d+$/.test(one))).toBe(true);
    expect(near.length).toBeLessThan(250);
  });

  test('of a name are names', () => {
    expect(nearTexts('galndo.example')).toContain('galindo.example');
    expect(nearTexts('galindo.exmaple')).toContain('galindo.example');
  });

  test('are none for what is short or endless', () => {
    expect([nearTexts('1234'), nearTexts('x'.repeat(41))]).toEqual([[], []]);
  });
});
