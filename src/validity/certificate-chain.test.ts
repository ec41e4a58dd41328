import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFault } from '../kernel/fault.ts';
import { certificateChain, type PlannedCertificate } from './certificate-chain.ts';
import { endOfDay } from './end-of-day.ts';
import { exactDays } from './exact-period.ts';
import { forumLimitOn, limitInForce } from './limits.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const anyRequest = fc
  .record({
    from: fc.integer({ min: 0, max: 5_000 }).map((offset) => day('2018-03-01').add({ days: offset })),
    days: fc.integer({ min: 1, max: 1_250 }),
    authority: fc.constantFrom('digicert', 'sectigo', 'globalsign', 'example-ca', ''),
    leadDays: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ from, days, authority, leadDays }) => ({
    coverage: { from, until: from.add({ days }) },
    authority,
    leadDays,
  }));

const pairs = (chain: readonly PlannedCertificate[]) =>
  chain.slice(1).map((next, index) => [chain[index]!, next] as const);

test('a chain begins and ends with its coverage', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const chain = certificateChain(request);
      expect(chain[0]?.from.equals(request.coverage.from)).toBe(true);
      expect(chain.at(-1)?.until.equals(request.coverage.until)).toBe(true);
    }),
  );
});

test('a chain has no gap: each certificate is issued the lead before the one before it ends', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      for (const [last, next] of pairs(certificateChain(request))) {
        expect(next.from.add({ days: request.leadDays }).equals(last.until)).toBe(true);
        expect(Temporal.PlainDate.compare(next.until, last.until)).toBe(1);
      }
    }),
  );
});

test('without lead no day is lost: the days of the certificates add up to those of the coverage', () => {
  fc.assert(
    fc.property(anyRequest, ({ coverage, authority }) => {
      const total = certificateChain({ coverage, authority }).reduce((sum, { days }) => sum + days, 0);
      expect(coverage.from.add({ days: total }).equals(coverage.until)).toBe(true);
    }),
  );
});

test('no certificate is longer than the limits of its own day of issue, even if it is issued at the first second', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      for (const { from, until, days, limit } of certificateChain(request)) {
        expect(limit).toBe(forumLimitOn(from).days);
        expect(days).toBeLessThanOrEqual(limitInForce(from, request.authority).days);
        const midnight = from.toZonedDateTime('UTC').toInstant();
        expect(exactDays(midnight, endOfDay(until).subtract({ seconds: 1 }))).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

test('every certificate but the last is as long as it may be', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      for (const { from, days } of certificateChain(request).slice(0, -1)) {
        expect(days).toBe(limitInForce(from, request.authority).days);
      }
    }),
  );
});

test('a lead that would leave nothing of a certificate is refused with the lead that would do', () => {
  const coverage = { from: day('2029-04-01'), until: day('2030-04-01') };
  expect(certificateChain({ coverage, leadDays: 45 }).length).toBeGreaterThan(300);
  try {
    certificateChain({ coverage, leadDays: 46 });
    expect.unreachable();
  } catch (error) {
    if (!isFault(error, 'invalid')) throw error;
    expect(error.message).toContain('2029-04-01');
    expect(error.hint).toBe('give a lead of less than 46 days');
  }
  for (const leadDays of [-1, 1.5, Number.NaN]) {
    expect(() => certificateChain({ coverage, leadDays })).toThrow('reissue lead');
  }
});
