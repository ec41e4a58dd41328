import { describe, expect, it } from 'vitest';
import type { SubmitResult } from '../channels/channel.ts';
import type { ClaimedNotice } from './claim-store.ts';
import { outcomeOf } from './retry.ts';

const minute = 60_000;
const day = 1_440 * minute;
const now = Date.parse('2026-11-23T10:00:00Z');

function notice(changes: Partial<ClaimedNotice> = {}): ClaimedNotice {
  return {
    id: '7',
    fence: '3',
    maybeSent: false,
    perhapsLeft: false,
    channel: 'email',
    contact: '1',
    addressKey: 'ana@luz.example',
    brand: null,
    textLocale: 'es-ES',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    purpose: 'reminder',
    tone: 'early',
    template: 'early',
    stage: 60,
    withoutOffers: false,
    byHand: false,
    tries: 0,
    attempts: 0,
    plannedAt: now,
    lateAt: now + 30 * day,
    frozen: null,
    deliveries: [],
    ...changes,
  };
}

const rules = { repeatUncertain: { safety: true, others: false } };
const busy: SubmitResult = { kind: 'deferred', code: 451, response: '451 4.3.0 later', phase: 'rcpt' };
const trouble: SubmitResult = { kind: 'deferred', response: 'no connection', phase: 'connect' };
const lost: SubmitResult = { kind: 'uncertain', reason: 'the connection was lost' };

function outcome(result: SubmitResult, changes: Partial<ClaimedNotice> = {}, given = rules) {
  return outcomeOf(notice(changes), result, now, given)!;
}

function waitsMinutes(result: SubmitResult, tries: number): number {
  return (Date.parse(outcome(result, { tries }).notBefore!) - now) / minute;
}

it('lets what was stopped before it left wait as before, and what perhaps left earlier stay in doubt', () => {
  const stopped = { state: 'waiting', event: 'stopped', neverLeft: true, notBefore: null };
  expect(outcomeOf(notice(), { kind: 'abandoned' }, now, rules)).toMatchObject(stopped);
  expect(outcomeOf(notice({ perhapsLeft: true }), { kind: 'abandoned' }, now, rules)).toBeUndefined();
});

it('carries the fence, so that only its holder’s word counts', () => {
  expect(outcome({ kind: 'submitted', response: '250 taken' })).toMatchObject({
    ...{ notice: '7', fence: '3', state: 'submitted', detail: { response: '250 taken' }, notBefore: null },
  });
});

describe('later', () => {
  it('waits longer each time after a server’s word, and less where the server was not reached', () => {
    expect([0, 1, 2, 3, 4, 9].map((tries) => waitsMinutes(busy, tries))).toEqual([
      30, 60, 120, 240, 480, 480,
    ]);
    expect([0, 1, 2, 3, 4, 9].map((tries) => waitsMinutes(trouble, tries))).toEqual([1, 2, 5, 15, 30, 30]);
  });

  it('gives up when the next try would be late, and after five days', () => {
    expect(outcome(busy, { lateAt: now + 30 * minute })).toMatchObject({ state: 'failed', event: 'gave-up' });
    expect(outcome(busy, { lateAt: now + 31 * minute })).toMatchObject({ state: 'waiting' });
    expect(outcome(busy, { plannedAt: now - 5 * day })).toMatchObject({ state: 'failed', event: 'gave-up' });
  });

  it('may be made anew only if not a byte of it left', () => {
    expect(outcome(busy).neverLeft).toBe(true);
    expect(outcome({ ...busy, phase: 'dot' }).neverLeft).toBe(false);
    expect(outcome({ ...busy, phase: 'content' }).neverLeft).toBe(false);
  });
});

describe('no', () => {
  const no = (code: number, response: string, phase: 'rcpt' | 'mail' | 'dot' = 'rcpt') =>
    outcome({ kind: 'refused', code, response, phase });

  it('fails for good with the server’s words', () => {
    expect(no(554, '554 5.7.1 not you')).toMatchObject({
      ...{
        state: 'failed',
        event: 'refused',
        detail: { code: 554, response: '554 5.7.1 not you', phase: 'rcpt' },
      },
    });
  });

  it('marks the address only where the words are about the mailbox', () => {
    expect(no(550, '550 5.1.1 unknown').bounced).toBe(true);
    expect(no(550, '550 no such user').bounced).toBe(true);
    expect(no(553, '553 who?').bounced).toBe(true);
    expect(no(550, '550 5.7.1 spam').bounced).toBe(false);
    expect(no(552, '552 5.2.2 full').bounced).toBe(false);
    expect(no(550, '550 5.1.1 unknown', 'mail').bounced).toBe(false);
    expect(no(550, '550 5.1.1 unknown', 'dot').bounced).toBe(false);
  });
});

describe('perhaps', () => {
  it('is repeated once for safety and not otherwise, as configured', () => {
    expect(outcome(lost, { purpose: 'safety' })).toMatchObject({ state: 'waiting', event: 'uncertain' });
    expect(outcome(lost, { purpose: 'safety', attempts: 1 })).toMatchObject({ state: 'uncertain' });
    expect(outcome(lost)).toMatchObject({ state: 'uncertain' });
    const others = { repeatUncertain: { safety: false, others: true } };
    expect(outcome(lost, { purpose: 'safety' }, others)).toMatchObject({ state: 'uncertain' });
    expect(outcome(lost, {}, others)).toMatchObject({ state: 'waiting' });
  });

  it('is not repeated when it would be late', () => {
    expect(outcome(lost, { purpose: 'safety', lateAt: now + 10 * minute })).toMatchObject({
      state: 'uncertain',
    });
  });

  it('stays "perhaps" whatever becomes of the repeat, unless it is taken', () => {
    const perhapsLeft = true;
    const no: SubmitResult = { kind: 'refused', code: 554, response: '554 no', phase: 'dot' };
    expect(outcome(no, { perhapsLeft })).toMatchObject({ state: 'uncertain', event: 'refused' });
    expect(outcome(busy, { perhapsLeft, lateAt: now })).toMatchObject({
      state: 'uncertain',
      event: 'gave-up',
    });
    expect(outcome({ kind: 'submitted', response: '250' }, { perhapsLeft }).state).toBe('submitted');
  });
});
