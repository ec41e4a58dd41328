import type { PartnerId, RowId } from '../kernel/ids.ts';
import { type Secrets, signToken, verifyToken } from '../kernel/signed-token.ts';

/** Consents are kept per purpose; these are the ones that a link can speak of. */
export const linkPurposes = ['safety', 'reminder', 'offer'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

interface OfNotice {
  readonly partner: PartnerId;
  readonly notice: RowId;
}

interface OfOrder extends OfNotice {
  readonly order: RowId;
}

export interface RenewLink extends OfOrder {
  readonly kind: 'renew';
}
/** All orders that the notice carries. */
export interface RenewAllLink extends OfNotice {
  readonly kind: 'renew-all';
}
export interface MuteLink extends OfOrder {
  readonly kind: 'mute';
}
export interface NotMineLink extends OfOrder {
  readonly kind: 'not-mine';
}
export interface UnsubscribeLink extends OfNotice {
  readonly kind: 'unsubscribe';
  readonly purpose: LinkPurpose;
}

/** What a link in a message stands for. Numbers only: no address and no name is readable in it. */
export type NoticeLink = RenewLink | RenewAllLink | MuteLink | NotMineLink | UnsubscribeLink;

export type LinkKind = NoticeLink['kind'];
export type LinkOf<Kind extends LinkKind> = Extract<NoticeLink, { readonly kind: Kind }>;

/** The links of one message, whole addresses; the same arguments give the same address, always. */
export interface NoticeLinks {
  renew(partner: PartnerId, notice: RowId, order: RowId): string;
  renewAll(partner: PartnerId, notice: RowId): string;
  mute(partner: PartnerId, notice: RowId, order: RowId): string;
  notMine(partner: PartnerId, notice: RowId, order: RowId): string;
  /** Answers a POST at once (RFC 8058) and shows a page to a GET. */
  unsubscribe(partner: PartnerId, notice: RowId, purpose: LinkPurpose): string;
}

const form = { kind: 'notice-link', alphabet: 'url' } as const;
const letters = { r: 'renew', a: 'renew-all', m: 'mute', n: 'not-mine', u: 'unsubscribe' } as const;
type Letter = keyof typeof letters;
const pages = { r: 'r', a: 'r', m: 'm', n: 'n', u: 'u' } as const;

/** `publicUrl` is where customers reach this installation, with or without a path and a final slash. */
export function makeLinks(publicUrl: string, secrets: Secrets): NoticeLinks {
  const base = publicUrl.replace(/\/+$/, '');
  const link = (letter: Letter, partner: PartnerId, ...rest: readonly string[]): string => {
    const token = signToken(form, [letter, partner.toString(36), ...rest], secrets);
    return `${base}/${pages[letter]}/${token}`;
  };
  return {
    renew: (partner, notice, order) => link('r', partner, notice, order),
    renewAll: (partner, notice) => link('a', partner, notice),
    mute: (partner, notice, order) => link('m', partner, notice, order),
    notMine: (partner, notice, order) => link('n', partner, notice, order),
    unsubscribe: (partner, notice, purpose) => link('u', partner, notice, purpose),
  };
}

/** What a program that turns text into links may have taken along behind the token. */
const strayEnd = /[.,;:!?)\]}>'"»”]+$/;

/** What a token stands for, or undefined for one that we did not make. Changes nothing by itself. */
export function readLink(token: string, secrets: Secrets): NoticeLink | undefined {
  const fields = verifyToken(form, token.replace(strayEnd, ''), secrets);
  if (!fields) return undefined;
  const [letter, partnerText, notice, rest] = fields;
  const kind = letters[letter as Letter];
  const partner = Number.parseInt(partnerText ?? '', 36);
  if (!kind || !Number.isSafeInteger(partner) || !isRowId(notice)) return undefined;
  const of = { partner, notice };
  if (kind === 'renew-all') return fields.length === 3 ? { kind, ...of } : undefined;
  if (fields.length !== 4 || rest === undefined) return undefined;
  if (kind === 'unsubscribe') return isPurpose(rest) ? { kind, ...of, purpose: rest } : undefined;
  return isRowId(rest) ? { kind, ...of, order: rest } : undefined;
}

function isRowId(text: string | undefined): text is RowId {
  return text !== undefined && /^[0-9]{1,19}$/.test(text);
}

function isPurpose(text: string): text is LinkPurpose {
  return (linkPurposes as readonly string[]).includes(text);
}
