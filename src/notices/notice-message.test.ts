import { describe, expect, it } from 'vitest';
import { defaultCadence } from '../cadence/default-cadence.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import { noticeFacts } from '../templates/notice-facts.ts';
import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';
import type { NoticeLinks } from './notice-links.ts';
import { type MessageLine, type MessageSubject, noticeMessage } from './notice-message.ts';

const links: NoticeLinks = {
  renew: (notice, order) => `https://example.com/r/${notice}-${order}`,
  mute: (notice, order) => `https://example.com/m/${notice}-${order}`,
  notMine: (notice, order) => `https://example.com/n/${notice}-${order}`,
  renewAll: (notice) => `https://example.com/r/${notice}`,
  unsubscribe: (notice, purpose) => `https://example.com/u/${notice}-${purpose}`,
};

function order(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    order: '11',
    number: '1001',
    authority: 'digicert',
    status: 'issued',
    productCode: null,
    productName: 'Secure Site OV',
    commonName: 'www.luz.example',
    names: ['www.luz.example', 'luz.example'],
    customer: '5',
    customerName: 'Panadería Luz SL',
    accountNumber: 'C1',
    holder: null,
    division: null,
    owner: 'Marta Gil',
    contact: '3',
    contactName: 'Ana Ruiz',
    orderedOn: null,
    coversFrom: '2026-01-12',
    coversUntil: '2027-01-11',
    certificateFrom: '2026-08-01',
    certificateUntil: '2026-12-31',
    term: 'P1Y',
    price: { minor: 12_000n, currency: 'EUR' },
    serverCount: 1,
    noticesOn: true,
    renewalRequestedAt: null,
    renewed: 'no',
    renewedEvidence: null,
    ...changes,
  };
}

const stage60 = defaultCadence.stagesByKind.coverage!.find(({ daysBefore }) => daysBefore === 60)!;
const reissue14 = defaultCadence.stagesByKind.certificate!.find(({ daysBefore }) => daysBefore === 14)!;
/** Ends after 2027-01-11 and 2026-12-31, the last days shown. */
const coverage = { kind: 'coverage', endsAt: Date.parse('2027-01-12T00:00:00Z'), inviteFrom: null };
const certificate = { kind: 'certificate', endsAt: Date.parse('2027-01-01T00:00:00Z'), inviteFrom: null };

function line(changes: Partial<OrderFacts> = {}, clock: MessageLine['clock'] = coverage): MessageLine {
  return { clock, order: order(changes), stage: clock.kind === 'coverage' ? stage60 : reissue14 };
}

function message(lines: MessageLine[], changes: Partial<MessageSubject> = {}) {
  return noticeMessage({
    notice: '7',
    purpose: 'reminder',
    recipient: { name: 'Ana Ruiz', locale: 'es-ES', timeZone: 'Europe/Madrid' },
    asOf: Temporal.Instant.from('2026-11-23T10:00:00Z'),
    lines,
    policies: [],
    links,
    ...changes,
  });
}

const only = (lines: MessageLine[], changes: Partial<MessageSubject> = {}) =>
  message(lines, changes).blocks[0]!.orders[0]!;

const policy: CarryOverPolicy = {
  name: 'ours',
  windowDays: 90,
  carriesOver: true,
  source: 'our terms',
  confirmedBy: 'partner',
};

it('says all the facts of an order, in a form that the templates accept', () => {
  const made = message([line()]);
  expect(noticeFacts.safeParse(made).error).toBeUndefined();
  expect(made).toMatchObject({
    account: { number: 'C1', company: 'Panadería Luz SL', manager: { name: 'Marta Gil' } },
    blocks: [{ clock: 'coverage', stage: '60', tone: 'soon' }],
    links: { unsubscribe: 'https://example.com/u/7-reminder' },
  });
  expect(made.blocks[0]!.orders[0]).toMatchObject({
    number: '1001',
    product: 'Secure Site OV',
    authority: 'DigiCert',
    commonName: 'www.luz.example',
    issuedOn: '2026-01-12',
    endsOn: '2027-01-11',
    validity: { years: 1 },
    daysLeft: 49,
    price: { minor: '12000', currency: 'EUR' },
    links: { renew: 'https://example.com/r/7-11' },
  });
});

it('puts what is renewed and what is reissued into blocks of their own', () => {
  const made = message([line({}, certificate), line({ order: '12', number: '1002' })]);
  expect(made.blocks.map(({ clock, orders }) => `${clock} ${orders.map(({ number }) => number)}`)).toEqual([
    'coverage 1002',
    'certificate 1001',
  ]);
  const [reissued] = made.blocks[1]!.orders;
  expect(reissued).toMatchObject({
    endsOn: '2026-12-31',
    coverageEndsOn: '2027-01-11',
    issuedOn: '2026-08-01',
  });
  expect(reissued).not.toHaveProperty('price');
  expect(made.links.renewAll).toBe('https://example.com/r/7');
});

it('counts days where the recipient is', () => {
  const asOf = Temporal.Instant.from('2026-11-23T23:30:00Z');
  expect(only([line()], { asOf }).daysLeft).toBe(48);
  const recipient = { name: null, locale: 'es-MX', timeZone: 'America/Mexico_City' };
  expect(only([line()], { asOf, recipient }).daysLeft).toBe(49);
});

describe('days kept', () => {
  it('are promised only under a policy that the partner stands behind', () => {
    expect(only([line()])).not.toHaveProperty('keeps');
    expect(only([line()], { policies: [{ ...policy, confirmedBy: 'guide' }] })).not.toHaveProperty('keeps');
    expect(only([line()], { policies: [policy] }).keeps).toEqual({
      days: 49,
      termDays: 365,
      until: '2028-01-11',
    });
  });

  it('are not spoken of before renewing keeps them all: then the day is said', () => {
    const later = { ...coverage, inviteFrom: Date.parse('2026-12-12T00:00:00Z') };
    const early = only([line({}, later)], { policies: [policy] });
    expect(early.opensOn).toBe('2026-12-12');
    expect(early).not.toHaveProperty('keeps');
  });

  it('are no matter of a reissue', () => {
    expect(only([line({}, certificate)], { policies: [policy] })).not.toHaveProperty('keeps');
  });
});

it('names the holder behind an agency, and the company where a message speaks for two customers', () => {
  expect(only([line({ holder: 'Clínica Mar SA' })]).holder).toBe('Clínica Mar SA');
  expect(only([line()]).holder).toBeNull();
  const two = message([line(), line({ order: '12', customer: '6', customerName: 'Dos SL' })]);
  expect(two.blocks[0]!.orders.map(({ holder }) => holder)).toEqual([null, 'Dos SL']);
});

it('says what was seen of a renewal, and which names it leaves out', () => {
  const evidence = { kind: 'perhaps', successors: [{ number: '9', begins: '2026-11-20' }], uncovered: [] };
  expect(only([line({ renewed: 'perhaps', renewedEvidence: evidence })]).perhapsRenewed).toEqual({
    since: '2026-11-20',
  });
  const partly = { kind: 'partly', successors: [], uncovered: ['luz.example'] };
  expect(only([line({ renewed: 'partly', renewedEvidence: partly })]).partlyRenewed).toEqual({
    uncovered: ['luz.example'],
  });
});

it('leaves a missing fact missing, for the check to name, and an unknown authority unnamed', () => {
  const made = message([line({ coversFrom: null, authority: 'unknown' })]);
  expect(made.blocks[0]!.orders[0]!.authority).toBeNull();
  expect(noticeFacts.safeParse(made).success).toBe(false);
});

it('calls an order without a product what it is in any case', () => {
  const made = message([line({ productName: null, productCode: null })]);
  expect(made.blocks[0]!.orders[0]!.product).toMatch(/Certificado SSL|SSL certificate/);
  expect(noticeFacts.safeParse(made).success).toBe(true);
});
