import { z } from 'zod';
import { instant, isoDay, money } from './list.ts';

/** A number with the list behind it: an address of the console, `/expiring?group=7`. */
export const figure = z.object({ count: z.number().int(), list: z.string() }).meta({ id: 'Figure' });
export type Figure = z.infer<typeof figure>;

/** An amount with the orders behind it. */
const moneyFigure = money.extend({ count: z.number().int(), list: z.string() });

const perCurrency = z.object({
  currency: z.string(),
  renewed: moneyFigure,
  promised: moneyFigure,
  silent: moneyFigure,
  lost: moneyFigure,
});

const rate = z.object({
  /** First and last day of the quarter so far. */
  from: isoDay,
  until: isoDay,
  /** Coverages that ended in it, and those of them with a successor. */
  ended: z.number().int(),
  renewed: z.number().int(),
  /** Null where nothing ended. */
  rate: z.number().nullable(),
  /** All of those coverages, and the renewed ones. */
  list: z.string(),
  renewedList: z.string(),
});

export const dashboard = z
  .object({
    asOf: instant,
    today: isoDay,
    /** What stops working within 72 hours, soonest first, the first eight, and whose it is. */
    breaking: figure.extend({
      rows: z.array(
        z.object({
          order: z.string(),
          number: z.string(),
          commonName: z.string().nullable(),
          customer: z.string(),
          owner: z.string().nullable(),
          /** Its last day, and the first instant after it. */
          endsOn: isoDay,
          endsAt: instant,
          hoursLeft: z.number(),
          kind: z.string(),
          /** Whether a notice about it went out or is on its way. */
          told: z.boolean(),
        }),
      ),
    }),
    sending: z.object({
      on: z.boolean(),
      /** Messages planned and not yet gone. */
      waiting: figure,
      /** Gone since midnight. */
      submittedToday: figure,
      /** Clocks that the planner looks at today: what may leave, before hours, caps and consents are asked. */
      decidedToday: figure,
      /** Runs that wait for a person because they are far larger than usual. */
      held: z.array(z.object({ at: instant, messages: z.number().int() })),
    }),
    runs: z.object({
      /** The last pass that did something, and the newest beat of a process that sends. */
      lastPass: instant.nullable(),
      workerBeat: instant.nullable(),
      workerAlive: z.boolean(),
      lastImport: z.object({ id: z.string(), file: z.string(), at: instant, list: z.string() }).nullable(),
      importsThisMonth: figure,
    }),
    /** Of coverages that end in this calendar month, by currency, that of most orders first; empty for whoever may not see prices. */
    moneyThisMonth: z.object({
      from: isoDay,
      until: isoDay,
      list: z.string(),
      currencies: z.array(perCurrency),
    }),
    noContact: figure,
    perhapsRenewed: figure,
    failed: figure,
    uncertain: figure,
    bounced: figure,
    requests: figure,
    /** Open ones whose next date has passed. */
    overdueRequests: figure,
    due: z.object({ lapsed: figure, 7: figure, 30: figure, 60: figure, 90: figure }),
    /** Of the coverages that ended in the quarter, the share with a linked successor. */
    renewalRate: z.object({ thisQuarter: rate, lastQuarter: rate }),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof dashboard>;
