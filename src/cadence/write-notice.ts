import { contactCalendar } from './contact-calendar.ts';
import type { Line, NoticeGroup } from './notice-group.ts';
import type { NoticePlan, PlannedDelivery } from './notice-plan.ts';
import type { PlanInput } from './plan-input.ts';
import { byUrgency } from './urgency.ts';

type Outside = Pick<PlanInput, 'addresses' | 'rules'>;

/** The notice of a group that goes. Its most urgent line sets tone, template, purpose and whose zone and locale count. */
export function writeNotice(group: NoticeGroup, outside: Outside): NoticePlan {
  const lines = group.lines.toSorted((a, b) => byUrgency(a.candidate, b.candidate));
  const { candidate, recipient } = lines[0]!;
  const { tone, template, purpose, daysBefore } = candidate.window.stage;
  const { channel, addressKey, brand, textLocale } = group;
  return {
    ...{ channel, addressKey, contact: recipient.contact, brand, textLocale, locale: recipient.locale },
    timeZone: contactCalendar(outside.rules).zone(recipient.timeZone),
    ...{ tone, template, purpose, stage: daysBefore },
    at: group.leavesAt,
    withoutOffers:
      outside.addresses.get(addressKey)?.objectedTo.includes('offer') === true ||
      lines.some((line) => line.candidate.turn.facts.renewed.kind === 'perhaps'),
    deliveries: lines.map(delivery),
  };
}

function delivery({ candidate, pulledForward }: Line): PlannedDelivery {
  const { clock, order, kind, anchor, renewed } = candidate.turn.facts;
  const stage = candidate.window.stage.daysBefore;
  const seen = renewed.kind === 'no' ? {} : { renewed };
  return { clock, order, kind, anchor, stage, pulledForward, ...seen };
}
