import type { Context } from 'hono';
import { isAllowed } from '../../access/authorise.ts';
import { Fault } from '../../kernel/fault.ts';
import { type Partner, partnerOfId } from '../../partners/partner.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv } from './api-context.ts';

/** What nearly every handler begins with: the caller's partner, its rows, its day. */
export interface CallerScope {
  readonly partner: Partner;
  readonly scope: PartnerScope;
  readonly now: Temporal.Instant;
  /** Today, as the partner's people have it. ISO. */
  readonly today: string;
  /** The partner's, by which its people's days go. */
  readonly timeZone: string;
  readonly seesPrices: boolean;
}

export async function scopeOfCaller(c: Context<ApiEnv>, { sending }: ApiDeps): Promise<CallerScope> {
  const { caller } = c.var;
  const partner = await partnerOfId(sending.db, caller.partner);
  if (!partner) throw new Fault('not-found', 'this partner is gone', { code: 'partner-gone' });
  const now = sending.now();
  return {
    partner,
    scope: sending.db.forPartner(partner.id),
    now,
    today: now.toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString(),
    timeZone: partner.settings.defaultTimeZone,
    seesPrices: isAllowed(caller, 'prices:see'),
  };
}
