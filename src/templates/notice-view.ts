import { temperatures } from '../pictures/temperature.ts';
import type { Brand } from './brand.ts';
import { isolated, shortened } from './clean-text.ts';
import { longDate, shortDate } from './formats.ts';
import { localEnd } from './local-end.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeLead } from './notice-lead.ts';
import {
  isTooEarly,
  type ListedOrder,
  leftWords,
  type OrderRow,
  orderRow,
  type Reader,
} from './order-row.ts';
import type { Purpose } from './purpose.ts';
import type { Values } from './say.ts';

const capital = (text: string, locale: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase(locale)}${text.slice(1)}`;

/** Days that every order of the letter keeps; anything less promises nothing. */
function promisesDays(lead: NoticeLead, reader: Reader): boolean {
  return (
    reader.promises &&
    lead.first.clock === 'coverage' &&
    lead.own.every(
      ({ order, over }) => order.keeps !== undefined && !isTooEarly(order, reader.today) && !over,
    )
  );
}

/** The values that messages may name. */
function sentenceValues(lead: NoticeLead, reader: Reader): Values {
  const { order, over, days } = lead.first;
  const { speaker, locale } = reader;
  const state = over ? 'over' : 'ahead';
  const left = leftWords(lead.first, speaker);
  const date = shortDate(order.endsOn, locale);
  const ends = speaker.say('ends.on', { state, date });
  return {
    count: lead.own.length - (state === 'ahead' ? lead.over : 0),
    total: lead.all.length,
    others: lead.all.length - lead.own.length,
    over: lead.over,
    ahead: lead.own.length - lead.over,
    state,
    days,
    name: isolated(shortened(order.commonName, 60)),
    nameShort: isolated(shortened(order.commonName, 60)),
    number: isolated(order.number),
    date,
    dateLong: longDate(order.endsOn, locale),
    left,
    leftCapital: capital(left, locale),
    ends,
    endsCapital: capital(ends, locale),
    kept: order.keeps?.days ?? 0,
    until: longDate(order.keeps?.until ?? order.endsOn, locale),
    opens: longDate(order.opensOn ?? order.endsOn, locale),
  };
}

/** The one step: one page for all, or the first order's own. */
function action(facts: NoticeFacts, lead: NoticeLead, reader: Reader) {
  const { say } = reader.speaker;
  const { order, clock } = lead.first;
  const total = lead.all.length;
  const looks = clock === 'coverage' && lead.all.every((entry) => isTooEarly(entry.order, reader.today));
  if (total === 1 || !facts.links.renewAll) {
    if (looks) return { link: order.links.renew, label: say('button.look') };
    const key = clock === 'coverage' ? 'button.renew' : 'button.reissue';
    return {
      link: order.links.renew,
      label: say(total === 1 ? key : `${key}.first`, { number: order.number }),
    };
  }
  const link = facts.links.renewAll;
  if (looks) return { link, label: say('button.look.all', { total }) };
  if (lead.own.length !== total) return { link, label: say('button.both', { total }) };
  return { link, label: say(clock === 'coverage' ? 'button.renew.all' : 'button.reissue.all', { total }) };
}

function timeline(lead: NoticeLead, promises: boolean, reader: Reader) {
  const keeps = lead.first.order.keeps;
  if (!promises || !keeps || keeps.days === 0 || lead.own.length > 1) return null;
  const { say } = reader.speaker;
  const share = (keeps.days / (keeps.days + keeps.termDays)) * 100;
  // Even one day has to be seen.
  const keptWidth = Math.round(Math.min(Math.max(share, 8), 70));
  const cells = Math.max(2, Math.round((keptWidth / 100) * 40));
  return {
    today: say('timeline.today', { today: longDate(reader.today, reader.locale) }),
    kept: say('timeline.kept', { n: keeps.days }),
    term: say('timeline.term', { n: keeps.termDays }),
    total: say('timeline.total', {
      total: say('days', { n: keeps.days + keeps.termDays }),
      until: longDate(keeps.until, reader.locale),
    }),
    keptWidth,
    termWidth: 100 - keptWidth,
    bar: `[${'='.repeat(cells)}${'-'.repeat(40 - cells)}]`,
  };
}

function steps(lead: NoticeLead, brand: Brand, values: Values, reader: Reader) {
  const { say } = reader.speaker;
  const clocks = [...new Set([...lead.own, ...lead.all].map((entry) => entry.clock))];
  return clocks.map((clock) => {
    const base = clock === 'coverage' ? 'steps' : 'steps.reissue';
    const first = lead.all.find((entry) => entry.clock === clock)!;
    const own = {
      state: first.over ? 'over' : first.days === 0 ? 'today' : 'ahead',
      dateLong: longDate(first.order.endsOn, reader.locale),
    };
    return {
      title: say(`${base}.title`),
      lines: [
        say(`${base}.1${brand.consoleUrl ? '.console' : ''}`),
        say(`${base}.2`),
        say(`${base}.3`, { ...values, ...own }),
      ],
    };
  });
}

/** The local end, once for a whole list, when it is the same for all its orders. */
function commonEnd(entries: readonly ListedOrder[], reader: Reader): string | null {
  if (entries.length < 2) return null;
  const said = entries.map(({ order }) => {
    const end = localEnd(order, reader.timeZone);
    if (!end) return null;
    const day = end.day === order.endsOn ? 'same' : end.day > order.endsOn ? 'next' : 'previous';
    return reader.speaker.say(`section.localEnd.${day}`, { time: end.time, zone: end.zone });
  });
  return said.every((text) => text === said[0]) ? said[0]! : null;
}

interface Section {
  readonly title: string;
  readonly intro: string | null;
  /** Holds for every row. */
  readonly note: string | null;
  readonly single: boolean;
  readonly rows: readonly OrderRow[];
  readonly more: number;
}

function sections(facts: NoticeFacts, lead: NoticeLead, reader: Reader): Section[] {
  const { say } = reader.speaker;
  const clocks = [...new Set([...lead.own, ...lead.all].map((entry) => entry.clock))];
  return clocks.map((clock) => {
    const entries = lead.all.filter((entry) => entry.clock === clock);
    const mixed = clocks.length > 1;
    const note = commonEnd(entries, reader);
    const above = { localEnd: note !== null, keeps: lead.all.length === 1 };
    const notice = { account: facts.account, tone: lead.tone, above };
    return {
      title: lead.all.length === 1 ? say('section.one') : say(`section.${clock}`, { n: entries.length }),
      intro: mixed ? say(`section.${clock}.intro`) : null,
      note,
      single: lead.all.length === 1,
      rows: entries.map((entry) => orderRow(entry, notice, reader)),
      more: 0,
    };
  });
}

/** The first `most` orders, section by section; what is left out is counted. */
export function limited(all: readonly Section[], most: number): Section[] {
  let room = most;
  return all.map((section) => {
    const rows = section.rows.slice(0, Math.max(room, 1));
    room -= rows.length;
    return { ...section, rows, more: section.rows.length - rows.length };
  });
}

export interface ViewInput {
  readonly facts: NoticeFacts;
  readonly lead: NoticeLead;
  readonly brand: Brand;
  readonly reader: Reader;
  readonly allowedPurposes: ReadonlySet<Purpose>;
}

/** Everything a template can name, in words. Absent is null. `sections` is set by the renderer to what fits. */
export function noticeView({ facts, lead, brand, reader, allowedPurposes }: ViewInput) {
  const { say } = reader.speaker;
  const v = sentenceValues(lead, reader);
  const promises = promisesDays(lead, reader);
  const { name } = facts.recipient;
  const { account } = facts;
  const { light, dark, tint, tintDark } = temperatures[lead.tone];
  const all = sections(facts, lead, reader);
  return {
    v,
    promises,
    informs: lead.first.clock === 'coverage' && isTooEarly(lead.first.order, reader.today),
    greeting: name ? say('greeting.named', { person: isolated(name) }) : say('greeting.plain'),
    alsoKey: lead.own[0]!.clock === 'coverage' ? 'also.certificate' : 'also.coverage',
    account: {
      number: account.number ? isolated(account.number) : null,
      company: account.company ? isolated(account.company) : null,
    },
    manager: account.manager
      ? {
          name: isolated(account.manager.name),
          email: account.manager.email ?? null,
          phone: account.manager.phone ?? null,
        }
      : null,
    action: action(facts, lead, reader),
    timeline: timeline(lead, promises, reader),
    steps: steps(lead, brand, v, reader),
    all,
    sections: all,
    oldConsole: brand.oldConsole
      ? say('oldConsole', { date: longDate(brand.oldConsole.endsOn, reader.locale) })
      : null,
    links: {
      renewAll: facts.links.renewAll ?? null,
      unsubscribe: facts.links.unsubscribe,
      preferences: facts.links.preferences ?? null,
    },
    show: { reminder: allowedPurposes.has('reminder'), offer: allowedPurposes.has('offer') },
    colour: { light, dark, tint, tintDark },
    ring: { src: 'cid:ring@notice', number: lead.first.over ? 0 : lead.first.days },
  };
}
