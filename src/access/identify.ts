import type { Language } from '../kernel/locale.ts';
import type { Access } from './access.ts';
import type { Caller, Role } from './caller.ts';
import { longestSessionHours, sessionSeconds } from './session-length.ts';
import { type HeldSession, heldSessions, touchSession } from './session-store.ts';
import { cookieValue, signedCookie } from './signed-cookie.ts';

export interface Identified {
  readonly caller: Caller;
  readonly session: string;
  readonly language: Language | null;
  readonly partner: PartnerFace;
  /** Every partner that the person belongs to. */
  readonly partners: readonly PartnerFace[];
  /** A `Set-Cookie` that lets the browser keep the session longer, when it is time for one. */
  readonly renewedCookie: string | null;
}

export interface PartnerFace {
  readonly slug: string;
  readonly name: string;
}

export interface Asked {
  readonly cookie: string | undefined;
  /** The slug of the partner to act for; without one, the one that the person joined first. */
  readonly partner: string | undefined;
}

const touchEvery = { minutes: 5 };

/**
 * Who holds the session of these cookies. Undefined for nobody: no session, one that is over, or a person who belongs
 * to no partner (any more); 'stranger' for one who does not belong to the partner that was named.
 */
export async function identify(access: Access, asked: Asked): Promise<Identified | 'stranger' | undefined> {
  const token = signedCookie(asked.cookie, access.cookies.session, access.cookieSecret);
  if (token === undefined) return undefined;
  const held = await heldSessions(access.db, token, access.now());
  if (held.length === 0) return undefined;
  const chosen = asked.partner === undefined ? held[0] : held.find((one) => one.slug === asked.partner);
  if (!chosen) return 'stranger';
  return {
    caller: callerOf(chosen),
    session: chosen.session,
    language: chosen.language as Language | null,
    partner: { slug: chosen.slug, name: chosen.partnerName },
    partners: held.map(({ slug, partnerName }) => ({ slug, name: partnerName })),
    renewedCookie: await keepAlive(access, chosen, asked.cookie),
  };
}

function callerOf(held: HeldSession): Caller {
  return {
    partner: held.partner,
    person: held.person,
    name: held.name,
    role: held.role as Role,
    seesPrices: held.seesPrices,
    customers: held.customers,
    via: 'session',
    scopes: [],
  };
}

async function keepAlive(
  access: Access,
  held: HeldSession,
  cookie: string | undefined,
): Promise<string | null> {
  const now = access.now();
  if (Temporal.Instant.compare(held.usedAt.add(touchEvery), now) > 0) return null;
  const latest = held.createdAt.add({ hours: longestSessionHours });
  const wanted = now.add({ seconds: sessionSeconds });
  const expires = Temporal.Instant.compare(wanted, latest) < 0 ? wanted : latest;
  await touchSession(access.db, held.session, { now, expires });
  const seconds = Math.max(0, Math.floor(expires.since(now).total('seconds')));
  const value = encodeURIComponent(cookieValue(cookie, access.cookies.session)!);
  return `${access.cookies.session}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${access.cookies.secure ? '; Secure' : ''}`;
}
