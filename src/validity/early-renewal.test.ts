import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CarryOverPolicy,
  confirmPolicy,
  guidePolicy,
  policyInForce,
  publishedPolicies,
} from './carry-over-policy.ts';
import { carriedDays, carryOverPromise, firstDayNothingIsLost } from './early-renewal.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const confirmed = confirmPolicy(guidePolicy, { by: 'partner', source: 'letter of 2026-10-01' });
const none: CarryOverPolicy = { ...confirmed, name: 'none', carriesOver: false };
const subject = { ends: day('2027-03-31'), authority: 'digicert', product: 'ov' };
const onTheLast = day('2027-03-01');

describe('a promise', () => {
  test('names the days kept under a policy with the partner’s word behind it', () => {
    expect(carryOverPromise([confirmed], subject, onTheLast)).toEqual({
      kind: 'promise',
      days: 30,
      policy: confirmed,
    });
    expect(confirmed).toMatchObject({ confirmedBy: 'partner', source: 'letter of 2026-10-01' });
  });

  test('is never made on published text alone', () => {
    const nothing = { kind: 'nothing', why: 'no-confirmed-policy' };
    expect(carryOverPromise([], subject, onTheLast)).toEqual(nothing);
    expect(carryOverPromise(publishedPolicies, subject, onTheLast)).toEqual(nothing);
  });

  test('is not made for days that are not kept, and says why', () => {
    const whyOn = (policy: CarryOverPolicy, renewOn: string) =>
      carryOverPromise([policy], subject, day(renewOn));
    expect(whyOn(none, '2027-03-01')).toMatchObject({ kind: 'nothing', why: 'no-carry-over' });
    expect(whyOn(confirmed, '2026-12-30')).toMatchObject({ kind: 'nothing', why: 'too-early' });
    expect(whyOn(confirmed, '2026-12-31')).toMatchObject({ kind: 'promise', days: 90 });
    expect(whyOn(confirmed, '2027-03-31')).toMatchObject({ kind: 'nothing', why: 'nothing-left' });
    expect(whyOn(confirmed, '2027-04-02')).toMatchObject({ kind: 'nothing', why: 'nothing-left' });
  });

  test('follows the policy for the product before the one for the authority before the one for all', () => {
    const forAuthority = { ...none, authority: 'DigiCert' };
    const forProduct = { ...confirmed, authority: 'digicert', product: 'OV', maxCarriedDays: 10 };
    const all = [forProduct, confirmed, forAuthority];
    expect(carryOverPromise(all, subject, onTheLast)).toMatchObject({ days: 10 });
    expect(carryOverPromise(all, { ...subject, product: 'ev' }, onTheLast)).toMatchObject({
      why: 'no-carry-over',
    });
    expect(carryOverPromise(all, { ...subject, authority: 'sectigo' }, onTheLast)).toMatchObject({
      days: 30,
    });
  });
});

test('among equal policies the one that began later governs', () => {
  const older = { ...confirmed, name: 'older', from: day('2026-01-01') };
  const newer = { ...confirmed, name: 'newer', from: day('2027-01-01') };
  for (const policies of [
    [older, newer, confirmed],
    [newer, confirmed, older],
  ]) {
    expect(policyInForce(policies, {}, day('2026-12-31'))?.name).toBe('older');
    expect(policyInForce(policies, {}, day('2027-01-01'))?.name).toBe('newer');
  }
});

describe('the first day on which nothing is lost', () => {
  const first = (...policies: CarryOverPolicy[]) => firstDayNothingIsLost(policies, subject)?.toString();

  test('is the day the window opens where all days are kept', () => {
    expect(first(confirmed)).toBe('2026-12-31');
  });

  test('comes later where fewer days are kept than the window is long', () => {
    expect(first({ ...confirmed, maxCarriedDays: 30 })).toBe('2027-03-01');
  });

  test('is the end where nothing is kept', () => {
    expect(first(none)).toBe('2027-03-31');
  });

  test('waits for a policy that begins inside the window, and does not outlive one that ends', () => {
    expect(first({ ...confirmed, from: day('2027-02-01') })).toBe('2027-02-01');
    expect(first({ ...confirmed, until: day('2026-12-30') })).toBeUndefined();
  });

  test('is unknown without a confirmed policy', () => {
    expect(first()).toBeUndefined();
    expect(first(guidePolicy)).toBeUndefined();
    expect(first({ ...confirmed, authority: 'sectigo' })).toBeUndefined();
  });

  test('is the one that trying every day would find', () => {
    const ends = subject.ends;
    const offset = fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined });
    const anyPolicy = fc.record({
      windowDays: fc.integer({ min: 0, max: 60 }),
      carriesOver: fc.boolean(),
      max: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      from: offset,
      until: offset,
      authority: fc.constantFrom(undefined, 'digicert', 'sectigo'),
    });
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 4 }), (drawn) => {
        const policies = drawn.map(
          ({ windowDays, carriesOver, max, from, until, authority }): CarryOverPolicy => ({
            ...confirmed,
            windowDays,
            carriesOver,
            ...(max === undefined ? {} : { maxCarriedDays: max }),
            ...(from === undefined ? {} : { from: ends.add({ days: from }) }),
            ...(until === undefined ? {} : { until: ends.add({ days: until }) }),
            ...(authority === undefined ? {} : { authority }),
          }),
        );
        let found: string | undefined;
        for (let early = 70; early >= 0 && found === undefined; early--) {
          const renewOn = ends.subtract({ days: early });
          const policy = policyInForce(policies, subject, renewOn);
          if (policy && carriedDays(ends, renewOn, policy) === early) found = renewOn.toString();
        }
        expect(firstDayNothingIsLost(policies, subject)?.toString()).toBe(found);
      }),
      { numRuns: 500 },
    );
  });
});
