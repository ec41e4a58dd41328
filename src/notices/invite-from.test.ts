import { expect, it } from 'vitest';
import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';
import { inviteFrom } from './invite-from.ts';

const policy: CarryOverPolicy = {
  name: 'ours',
  windowDays: 90,
  carriesOver: true,
  source: 'our own terms of sale',
  confirmedBy: 'partner',
};
/** The order's last day is 2027-01-11. */
const subject = {
  kind: 'coverage',
  endsAt: Date.parse('2027-01-12T00:00:00Z'),
  authority: 'digicert',
  productCode: null,
};
const day = (at: number | null) => (at === null ? null : new Date(at).toISOString());

it('invites from the first day on which a confirmed policy keeps every day', () => {
  expect(day(inviteFrom([policy], subject))).toBe('2026-10-13T00:00:00.000Z');
  expect(day(inviteFrom([{ ...policy, maxCarriedDays: 30 }], subject))).toBe('2026-12-12T00:00:00.000Z');
});

it('is bound by nothing where no policy carries days over, and for a reissue, which costs none', () => {
  expect(inviteFrom([], subject)).toBeNull();
  expect(inviteFrom([{ ...policy, carriesOver: false }], subject)).toBeNull();
  expect(inviteFrom([policy], { ...subject, kind: 'certificate' })).toBeNull();
});

it('leaves out policies of other authorities and those that nobody has confirmed', () => {
  expect(inviteFrom([{ ...policy, authority: 'sectigo' }], subject)).toBeNull();
  expect(inviteFrom([{ ...policy, confirmedBy: 'guide' }], subject)).toBeNull();
});
