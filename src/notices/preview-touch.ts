import { stageOfNumber } from '../cadence/calendar-for.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import { planLines } from '../cadence/plan-line.ts';
import type { ChannelName } from '../cadence/stage.ts';
import { textLocaleOf } from '../cadence/text-locale-of.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import { planLength } from './keep-plan.ts';
import { planDays } from './plan-days.ts';
import { type PlanningRules, planningRules } from './plan-touches.ts';
import type { SendingDeps } from './sending.ts';
import { type ShownMessage, showPlanned } from './show-message.ts';

export interface TouchOfPlan {
  readonly customer: RowId;
  readonly clock: RowId;
  readonly stage: number;
  readonly channel: string;
  /** The calendar day where the partner is. */
  readonly day: string;
}

export interface TouchPreview {
  readonly message: ShownMessage;
  /** It will go so; else it is what would go if nothing kept it back. */
  readonly goes: boolean;
  /** Whose orders it speaks of. */
  readonly customers: readonly RowId[];
}

/**
 * The message that carries a touch on its day, as that person would have it: the days ahead are lived through
 * again, so that it is what the plan says now. Throws `not-found` when the plan has no such touch any more.
 */
export async function previewTouch(
  deps: SendingDeps,
  partner: Partner,
  touch: TouchOfPlan,
): Promise<TouchPreview> {
  const planning = planningRules(partner, deps.cadence);
  const { timeZone } = planning.defaults;
  const now = deps.now().epochMilliseconds;
  const today = deps.now().toZonedDateTimeISO(timeZone).toPlainDate();
  // As far as the stored plan, so that the same clocks are lived through.
  const until = today.add({ days: planLength }).toZonedDateTime(timeZone).epochMilliseconds;
  const view = { timeZone, cadence: planning.cadence, defaultLocale: planning.rules.defaultLocale };
  const scope = deps.db.forPartner(partner.id);
  for await (const days of planDays(scope, planning, { now, from: now, until }, [touch.customer])) {
    const line = planLines(days, view).find(
      ({ facts, stage, channel, day }) =>
        facts.clock === touch.clock &&
        stage === touch.stage &&
        channel === touch.channel &&
        day === touch.day,
    );
    if (line === undefined) continue;
    const plan = line.notices[0] ?? wouldBe(line.facts, touch, { planning, at: line.at });
    const clocks = plan.deliveries.map((delivery) => days.clocks.get(delivery.clock)!.customer);
    const message = await showPlanned(deps, partner, plan);
    return { message, goes: line.notices.length > 0, customers: [...new Set(clocks)] };
  }
  throw new Fault('not-found', 'the plan has changed and this is no longer in it', {
    hint: 'look at the plan again',
    code: 'not-in-plan',
  });
}

function wouldBe(
  facts: ClockFacts,
  { stage, channel }: TouchOfPlan,
  { planning, at }: { readonly planning: PlanningRules; readonly at: number },
): NoticePlan {
  const known = stageOfNumber(facts, stage, planning.cadence);
  const person = facts.recipients.find((one) => one.writable);
  if (known === undefined || person === undefined) {
    throw new Fault('not-found', 'there is nobody whom this message could be shown for', {
      hint: 'give the order a contact with a valid address',
      code: 'nobody-to-show',
    });
  }
  const { clock, order, kind, anchor } = facts;
  const { defaultLocale } = planning.rules;
  return {
    ...{ channel: channel as ChannelName, addressKey: person.addressKey, contact: person.contact },
    ...{ brand: facts.brand, textLocale: textLocaleOf(person.locale, defaultLocale), locale: person.locale },
    timeZone: person.timeZone ?? planning.defaults.timeZone,
    ...{ tone: known.tone, template: known.template, purpose: known.purpose, stage, at },
    withoutOffers: facts.renewed.kind === 'perhaps',
    deliveries: [{ clock, order, kind, anchor, stage, pulledForward: false }],
  };
}
