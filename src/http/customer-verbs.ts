import { authorityName } from '../catalogue/authorities.ts';
import {
  disownOrder,
  hasDisowned,
  muteOrder,
  ownOrderAgain,
  unmuteOrder,
} from '../inventory/customer-word.ts';
import { loadContacts } from '../inventory/load-contacts.ts';
import { loadOrdersForNotices } from '../inventory/load-orders-for-notices.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RenewedAnswer } from '../inventory/renewed.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import { addresseeOf, recordConsents } from '../notices/consents.ts';
import type { SendingDeps } from '../notices/sending.ts';
import { loadBrands } from '../partners/load-brands.ts';
import type { Partner } from '../partners/partner.ts';
import { partnerOfId } from '../partners/partner.ts';
import { confirmedPolicies } from '../partners/partner-settings.ts';
import type { CustomerFacts, CustomerOrder, OrderStanding } from '../renewals/customer-facts.ts';
import type { CustomerPagesPort, LinkAnswer } from '../renewals/customer-pages-port.ts';
import { type NoticeLink, readLink } from '../renewals/renewal-link.ts';
import { requestRenewal, withdrawRenewal } from '../renewals/request-renewal.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { termSaid } from '../validity/calendar-term.ts';
import { promisedCoverage } from '../validity/promised-coverage.ts';
import { partnerFace } from './partner-face.ts';

/** The customer's pages over the features behind them. Every verb acts for the partner that the link names. */
export function customerVerbs(deps: SendingDeps, secrets: Secrets): CustomerPagesPort {
  const now = () => deps.now();
  const scopeOf = (link: NoticeLink) => deps.db.forPartner(link.partner);
  const asAddressee = (
    link: NoticeLink,
    work: (tx: PartnerTransaction, addressKey: string) => Promise<void>,
  ) =>
    scopeOf(link).transaction(async (tx) => {
      const addressee = await addresseeOf(tx, link.notice);
      if (addressee) await work(tx, addressee.addressKey);
    });
  return {
    readLink: (token) => readLink(token, secrets),
    lookUp: (link) => lookUp(deps, link),
    requestRenewal: (link, { orders, how }) =>
      requestRenewal(scopeOf(link), { orders, how, notice: link.notice, now: now() }),
    withdrawRenewal: (link, orders) => withdrawRenewal(scopeOf(link), orders, now()),
    switchNoticesOff: (link, reason) =>
      scopeOf(link).transaction((tx) => muteOrder(tx, link.order, { now: now(), reason })),
    switchNoticesOn: (link) => scopeOf(link).transaction((tx) => unmuteOrder(tx, link.order, { now: now() })),
    disown: (link, reason) =>
      asAddressee(link, (tx, addressKey) =>
        disownOrder(tx, { order: link.order, addressKey }, { now: now(), reason }),
      ),
    takeBackDisowning: (link) =>
      asAddressee(link, (tx, addressKey) =>
        ownOrderAgain(tx, { order: link.order, addressKey }, { now: now() }),
      ),
    unsubscribe: (link, purposes) =>
      scopeOf(link).transaction((tx) =>
        recordConsents(tx, link.notice, { purposes, objected: true, now: now() }),
      ),
    resubscribe: (link, purposes) =>
      scopeOf(link).transaction((tx) =>
        recordConsents(tx, link.notice, { purposes, objected: false, now: now() }),
      ),
  };
}

async function lookUp(deps: SendingDeps, link: NoticeLink): Promise<LinkAnswer> {
  const partner = await partnerOfId(deps.db, link.partner);
  if (!partner) return { kind: 'gone' };
  const scope = deps.db.forPartner(partner.id);
  const { brands, defaultBrand } = await loadBrands(scope, partner);
  return scope.transaction(async (tx): Promise<LinkAnswer> => {
    const addressee = await addresseeOf(tx, link.notice);
    if (!addressee)
      return { kind: 'gone', partner: partnerFace(defaultBrand, partner.settings.defaultLocale) };
    const { locale, timeZone } = addressee;
    const face = partnerFace((addressee.brand && brands.get(addressee.brand)) || defaultBrand, locale);
    const wanted = addressee.subjects.filter((one) => !('order' in link) || one.order === link.order);
    const facts = await loadOrdersForNotices(
      tx,
      wanted.map((one) => one.order),
    );
    const today = deps.now().toZonedDateTimeISO(timeZone).toPlainDate();
    const orders = wanted
      .flatMap(({ order, kind }) => {
        const known = facts.get(order);
        return known ? (customerOrder(known, kind, { today, partner }) ?? []) : [];
      })
      .sort((a, b) => a.daysLeft - b.daysLeft || (a.number < b.number ? -1 : 1));
    if (orders.length === 0) return { kind: 'gone', partner: face, locale };
    const contact = (await loadContacts(tx, [addressee.contact])).get(addressee.contact);
    const first = facts.get(orders[0]!.order)!;
    const answer: CustomerFacts = {
      locale,
      timeZone,
      partner: face,
      ...(contact?.name ? { person: contact.name } : {}),
      company: first.customerName,
      ...(first.accountNumber ? { accountNumber: first.accountNumber } : {}),
      orders,
      disowned:
        link.kind === 'not-mine' &&
        (await hasDisowned(tx, { order: link.order, addressKey: addressee.addressKey })),
      objections: addressee.objections,
    };
    return { kind: 'known', facts: answer };
  });
}

interface OrderView {
  readonly today: Temporal.PlainDate;
  readonly partner: Partner;
}

/** Undefined for an order without an end: nothing runs out. */
function customerOrder(order: OrderFacts, kind: string, view: OrderView): CustomerOrder | undefined {
  const isReissue = kind === 'certificate';
  const endsOn = (isReissue ? order.certificateUntil : order.coversUntil) ?? order.coversUntil;
  const issuedOn = isReissue ? order.certificateFrom : order.coversFrom;
  if (endsOn === null) return undefined;
  const ends = Temporal.PlainDate.from(endsOn);
  const daysLeft = view.today.until(ends, { largestUnit: 'days' }).days;
  return {
    order: order.order,
    asks: isReissue ? 'reissue' : 'renewal',
    number: order.number,
    product: order.productName ?? order.productCode ?? '',
    ...(order.authority === 'unknown' ? {} : { authority: authorityName(order.authority) }),
    commonName: order.commonName ?? order.names[0] ?? order.number,
    names: order.names,
    ...(order.holder ? { holder: order.holder } : {}),
    ...(issuedOn ? { issuedOn } : {}),
    endsOn,
    daysLeft,
    shareLeft: shareLeft(issuedOn, ends, daysLeft),
    ...validityOf(order, isReissue),
    ...(order.price && !isReissue ? { price: order.price } : {}),
    ...(isReissue ? {} : keepsOf(order, ends, view)),
    standing: standingOf(order),
    noticesOn: order.noticesOn,
  };
}

function shareLeft(issuedOn: string | null, ends: Temporal.PlainDate, daysLeft: number): number {
  if (issuedOn === null) return daysLeft > 0 ? 1 : 0;
  const lifetime = Temporal.PlainDate.from(issuedOn).until(ends, { largestUnit: 'days' }).days;
  return Math.min(1, Math.max(0, daysLeft / Math.max(1, lifetime)));
}

function validityOf(order: OrderFacts, isReissue: boolean): Pick<CustomerOrder, 'validity'> {
  if (isReissue || order.term === null) return {};
  const validity = termSaid(order.term);
  return validity ? { validity } : {};
}

function keepsOf(
  order: OrderFacts,
  ends: Temporal.PlainDate,
  { today, partner }: OrderView,
): Pick<CustomerOrder, 'keeps'> {
  const { authority, productCode, term } = order;
  const sold = { ends, authority, term, ...(productCode ? { product: productCode } : {}) };
  const promised = promisedCoverage(confirmedPolicies(partner.settings), sold, today);
  return promised ? { keeps: { days: promised.daysKept, until: promised.until.toString() } } : {};
}

function standingOf(order: OrderFacts): OrderStanding {
  if (order.renewed === 'renewed') {
    const by = (order.renewedEvidence as RenewedAnswer | null)?.successors[0]?.number;
    return { kind: 'renewed', ...(by ? { by } : {}) };
  }
  if (order.status !== 'issued') return { kind: 'closed' };
  if (order.renewalRequestedAt) return { kind: 'requested', at: order.renewalRequestedAt.toString() };
  return { kind: 'open' };
}
