import {
  type CalendarBook,
  effectAnswer,
  effectQuestion,
  isGeneral,
  type RulesEffect,
} from '../../../../contract/settings.ts';
import {
  bookOf,
  builtInDocument,
  type CadenceDocument,
  cadenceOf,
} from '../../../cadence/cadence-document.ts';
import { calendarFalls, calendarWarnings } from '../../../cadence/check-calendars.ts';
import { succeedDocument } from '../../../cadence/succeed-document.ts';
import { namesOfCustomers } from '../../../inventory/audience-choices.ts';
import { type PlanningRules, planningRules } from '../../../notices/plan-touches.ts';
import { type PreviewedRules, previewRules } from '../../../notices/preview-rules.ts';
import { cadenceAt, ledgerDecidedUntil } from '../../../partners/change-cadence.ts';
import type { Partner } from '../../../partners/partner.ts';
import { parsePartnerSettings } from '../../../partners/partner-settings.ts';
import type { PartnerTransaction } from '../../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from '../api-context.ts';
import { answers, apiRoute, jsonBody } from '../api-route.ts';
import { scopeOfCaller } from '../caller-scope.ts';
import { newRoutes } from '../new-routes.ts';

const daysAhead = 30;
const differencesShown = 20;

export function settingsEffectApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/settings/effect', permission: 'settings:read', tags: ['Settings'] },
      summary:
        'What other calendars, rules or promises would change in the next 30 days. Nothing is kept or sent.',
      description:
        'Lives the days ahead twice, as they are and as they would be. Of a large inventory one customer in `sampledOneIn` is looked at and all counts are multiplied by that.',
      request: { body: jsonBody(effectQuestion) },
      responses: answers(effectAnswer, 'Warnings, how stages fall for different lifetimes, and the effect'),
    }),
    async (c) => {
      const { book, sending, promises, effect } = c.req.valid('json');
      const { scope, partner, now, timeZone } = await scopeOfCaller(c, deps);
      const settings = parsePartnerSettings({ ...partner.settings, ...sending, ...promises });
      const answer = await scope.transaction(async (tx) => {
        const { document } = await cadenceAt(tx, partner.cadenceVersion);
        const held = bookOf(document);
        const asked = book ?? held;
        const warnings = calendarWarnings(asked, { before: held, gapDays: settings.minDaysBetweenNotices });
        const told = { warnings, falls: calendarFalls(asked) };
        if (!effect) return { ...told, effect: null };
        const since = await ledgerDecidedUntil(tx, now);
        const next = book ? succeedDocument(document, book, since) : document;
        const rules = {
          before: planningRules(partner, deps.sending.cadence),
          after: rulesUnder({ ...partner, settings }, next, deps),
          moved: movedStages(held, asked),
        };
        const at = { now: now.epochMilliseconds, days: daysAhead, timeZone };
        const previewed = await previewRules(tx, rules, at);
        return { ...told, effect: await present(tx, previewed, c.var.caller.customers) };
      });
      return c.json(answer, 200);
    },
  );
  return api;
}

/** The general calendars' stages that have moved; a special one's moves are told as what they are for its clocks. */
function movedStages(before: CalendarBook, after: CalendarBook): Map<string, number> {
  const moved = new Map<string, number>();
  for (const calendar of before.calendars.filter(isGeneral)) {
    const now = after.calendars.find(({ id }) => id === calendar.id);
    for (const { id, daysBefore } of calendar.stages) {
      const stage = now?.stages.find((one) => one.id === id);
      if (stage && stage.daysBefore !== daysBefore)
        moved.set(`${calendar.kind} ${daysBefore}`, stage.daysBefore);
    }
  }
  return moved;
}

function rulesUnder(partner: Partner, document: CadenceDocument, deps: ApiDeps): PlanningRules {
  const isOwn = partner.cadence !== null || document !== builtInDocument;
  const cadence = isOwn ? cadenceOf(document, partner.cadenceVersion + 1) : null;
  return planningRules({ ...partner, cadence }, deps.sending.cadence);
}

async function present(
  tx: PartnerTransaction,
  { different, facts, ...effect }: PreviewedRules,
  visible: readonly string[] | null,
): Promise<RulesEffect> {
  const shown = different
    .filter(({ clock }) => visible === null || visible.includes(facts.get(clock)!.customer))
    .slice(0, differencesShown);
  const names = await namesOfCustomers(
    tx,
    shown.map(({ clock }) => facts.get(clock)!.customer),
  );
  return {
    ...{ from: effect.from, until: effect.until, clocks: effect.clocks, sampledOneIn: effect.sampledOneIn },
    ...{ notices: effect.notices, customers: effect.customers, orders: effect.orders },
    perDay: [...effect.perDay],
    perStage: [...effect.perStage],
    differences: shown.map(({ clock, before, after }) => {
      const { order, orderNumber, customer, kind } = facts.get(clock)!;
      const customerName = names.get(customer) ?? '';
      return { order, orderNumber, customer, customerName, kind, before: [...before], after: [...after] };
    }),
  };
}
