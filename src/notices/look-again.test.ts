import { expect, it } from 'vitest';
import type { AddressFacts } from '../cadence/address-facts.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import { defaultCadence } from '../cadence/default-cadence.ts';
import { clockEnding, instant, recipient } from '../cadence/facts-builder.ts';
import { dropReason, type SecondLook, wantsAnotherLook } from './look-again.ts';

const delivery = { clock: '1', order: '1', kind: 'coverage', anchor: '2027-01-11', stage: 60 };
const now = instant('2026-11-23');

const knowing = (facts: AddressFacts) => ({ addresses: new Map([[facts.addressKey, facts]]) });

function look(changes: Partial<ClockFacts> = {}, rest: Partial<SecondLook> = {}): string | undefined {
  const clock = clockEnding('2027-01-12', { anchor: '2027-01-11', ...changes });
  return dropReason(delivery, {
    cadence: defaultCadence,
    purpose: 'reminder',
    clock,
    addressKey: 'ana@example.com',
    addresses: new Map(),
    now,
    ...rest,
  })?.code;
}

const address: AddressFacts = {
  addressKey: 'ana@example.com',
  lastNoticeAt: null,
  noticesToday: [],
  objectedTo: [],
  bouncing: false,
};

it('lets what still stands go', () => {
  expect(look()).toBeUndefined();
  expect(look({}, knowing(address))).toBeUndefined();
});

it.each<[string, Partial<ClockFacts>]>([
  ['new-cycle', { anchor: '2028-01-11' }],
  ['renewed', { renewed: { kind: 'renewed' } }],
  ['perhaps-renewed', { renewed: { kind: 'perhaps' } }],
  ['replaced', { replacedAt: now }],
  ['renewal-requested', { renewalRequestedAt: now }],
  ['automation-on', { automationOn: true }],
  ['notices-off', { noticesOn: false }],
  ['revoked', { orderStatus: 'revoked' }],
  ['revoked-unplanned', { revokedUnplanned: true }],
  ['canceled', { orderStatus: 'canceled' }],
  ['contact-changed', { recipients: [recipient({ addressKey: 'otra@example.com' })] }],
  ['contact-changed', { recipients: [recipient({ writable: false })] }],
])('stops for %s', (code, changes) => {
  expect(look(changes)).toBe(code);
});

it('stops when the order is gone, its time has passed or the mailbox is closed', () => {
  expect(look({}, { clock: undefined })).toBe('withdrawn');
  expect(look({}, { now: instant('2026-12-13') })).toBe('window-closed');
  expect(look({}, knowing({ ...address, bouncing: true }))).toBe('bouncing');
  expect(look({}, knowing({ ...address, objectedTo: ['reminder'] }))).toBe('unsubscribed');
});

it('leaves word to whoever comes first, and goes to the next in line only while the first cannot be told', () => {
  const recipients = [recipient({ addressKey: 'eva@example.com' }), recipient({ part: 'main' })];
  expect(look({ recipients })).toBe('contact-changed');
  const gone = { ...address, addressKey: 'eva@example.com', bouncing: true };
  expect(look({ recipients }, knowing(gone))).toBeUndefined();
});

it('hears an objection only for its own purpose', () => {
  expect(look({}, knowing({ ...address, objectedTo: ['offer', 'safety'] }))).toBeUndefined();
});

it('lets a stage that was pulled forward go before it opens', () => {
  expect(look({}, { now: instant('2026-11-10') })).toBeUndefined();
});

it('lets a partial renewal and the last safety stages of a perhaps-renewed order go', () => {
  expect(look({ renewed: { kind: 'partly' } })).toBeUndefined();
  const clock = clockEnding('2027-01-12', { anchor: '2027-01-11', renewed: { kind: 'perhaps' } });
  const rest = { cadence: defaultCadence, clock, addressKey: 'ana@example.com', addresses: new Map() };
  const safety = { ...delivery, stage: 7 };
  expect(dropReason(safety, { ...rest, purpose: 'safety', now: instant('2027-01-06') })).toBeNull();
});

it('knows when somebody else may be there to be told', () => {
  expect(['contact-changed', 'bouncing', 'unsubscribed'].every(wantsAnotherLook)).toBe(true);
  expect(['renewed', 'facts-missing', 'window-closed'].some(wantsAnotherLook)).toBe(false);
});
