import { expect, it } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import { terminalFault } from './terminal-fault.ts';

const fault = new Fault('not-found', 'there is no partner "x"', {
  hint: 'look at the list',
  code: 'no-partner',
  params: { slug: 'x' },
});

it('says a known fault in the language that was asked for', () => {
  expect(terminalFault(fault, 'en', false)).toEqual({
    text: 'error: there is no partner "x"\nhint: look at the list\n',
    status: 1,
  });
  expect(terminalFault(fault, 'es', false).text).toMatch(/^error: no existe el distribuidor «x»\nhint: /);
});

it('leaves a fault that has no code in its own words', () => {
  expect(terminalFault(new Fault('invalid', 'so it is'), 'es', false).text).toBe('error: so it is\n');
});
