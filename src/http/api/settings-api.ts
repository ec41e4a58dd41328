import { z } from '@hono/zod-openapi';
import {
  approval,
  approvalView,
  calendarChange,
  calendarSaved,
  calendarVersions,
  calendarView,
  conditionChoices,
  knownHolidays as knownHolidaysShape,
  languages,
  languagesView,
  promises,
  promisesView,
  retention,
  retentionCount as retentionCountShape,
  retentionView,
  type SettingsPart,
  type SettingsSaved,
  sendingRules,
  sendingView,
  settingsPart,
  settingsSaved,
  settingsVersions as settingsVersionsShape,
} from '../../../contract/settings.ts';
import { bookOf } from '../../cadence/cadence-document.ts';
import { audienceChoices, spokenLocales } from '../../inventory/audience-choices.ts';
import { textLocaleFor, textLocales } from '../../kernel/locale.ts';
import {
  type CadenceVersion,
  cadenceAt,
  cadenceVersions,
  changeCadence,
} from '../../partners/change-cadence.ts';
import { changeSettings, settingsVersions } from '../../partners/change-settings.ts';
import { knownHolidays } from '../../partners/known-holidays.ts';
import { lastRetentionRun } from '../../partners/retention-runs.ts';
import { settingsPartOf } from '../../partners/settings-parts.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { etagOf, refuseStale } from './etag.ts';
import { newRoutes } from './new-routes.ts';
import { recordUndoable } from './recorded.ts';
import { makerOf } from './settings/maker-of.ts';
import { retentionCount } from './settings/retention-count.ts';
import { overVersion, refuseStaleVersion, versionTag } from './settings/version-tag.ts';
import { wakeLater } from './settings/wake-later.ts';

const tags = ['Settings'];
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the ETag that was read' }) });
const permission = 'settings:read';

const changePermission = (part: SettingsPart) =>
  part === 'retention' ? 'settings:retain' : 'settings:change';

export function settingsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  calendarRoutes(api, deps);
  partRoutes(api, deps);
  return api;
}

function calendarRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/calendars', permission, tags },
      summary: 'The calendars of notices in force.',
      responses: answers(calendarView, 'The calendars; the ETag is for edits'),
    }),
    async (c) => {
      const { scope, partner } = await scopeOfCaller(c, deps);
      const found = await scope.transaction((tx) => cadenceAt(tx, partner.cadenceVersion));
      c.header('ETag', versionTag(found.version));
      return c.json(presentVersion(found), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/calendars/versions', permission, tags },
      summary: 'Who changed the calendars of notices, when and why; newest first.',
      responses: answers(calendarVersions, 'The versions; 0 is the built-in one'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const versions = await scope.transaction(cadenceVersions);
      return c.json({ versions: versions.map(presentMaker) }, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/calendars/versions/{version}', permission, tags },
      summary: 'The calendars of notices as one version has them.',
      request: { params: z.object({ version: z.coerce.number().int().min(0).max(1_000_000) }) },
      responses: answers(calendarView, 'That version'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const { version } = c.req.valid('param');
      return c.json(presentVersion(await scope.transaction((tx) => cadenceAt(tx, version))), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/calendars/choices', permission, tags },
      summary: 'What calendars can be chosen by, as far as this inventory holds it.',
      responses: answers(conditionChoices, 'The words of each condition'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      return c.json(await scope.transaction(audienceChoices), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'put', path: '/api/settings/calendars', permission: 'settings:change', tags },
      summary: 'Puts calendars of notices in force, as the next version.',
      description:
        'What was said under another day of the same stage is not said again, and a stage whose day has passed is told to nobody afterwards. Over a version that is no longer in force the answer is 412. Going back is a PUT of an old version’s content with `fromVersion`.',
      request: { headers: ifMatch, body: jsonBody(calendarChange) },
      responses: answers(calendarSaved, 'The new version, and how to take it back'),
    }),
    async (c) => {
      const { book, note, fromVersion } = c.req.valid('json');
      const over = overVersion(c.req.valid('header')['if-match']);
      const { scope, now, partner } = await scopeOfCaller(c, deps);
      const answer = await scope.transaction(async (tx) => {
        const outcome = await changeCadence(
          tx,
          { book, over, fromVersion },
          makerOf(c.var.caller, now, note),
        );
        const { version } = outcome;
        if (outcome.kind === 'stale') refuseStaleVersion(await cadenceAt(tx, version));
        if (outcome.kind !== 'changed') return { version, undo: null, undoUntil: null };
        const [before, after] = [{ version: over }, { version }];
        const said = note ? { ...after, note } : after;
        const offer = await recordUndoable(tx, c, 'settings:change', {
          changes: [
            {
              subject: { kind: 'cadence', id: String(version), label: String(version) },
              before,
              after: said,
            },
          ],
          steps: [{ kind: 'cadence', id: String(version), before, after }],
          now,
        });
        return { version, ...offer };
      });
      wakeLater(deps, partner.id);
      c.header('ETag', versionTag(answer.version));
      return c.json(answer, 200);
    },
  );
}

function partRoutes(api: ApiRoutes, deps: ApiDeps): void {
  readRoute('sending', sendingView, 'When and how often one address is written to.', async () => ({}));
  readRoute('promises', promisesView, 'The promises of days kept.', async () => ({}));
  readRoute('approval', approvalView, 'Whether each day’s messages are approved first.', async () => ({}));
  readRoute('languages', languagesView, 'The languages and zones of whoever says none.', spoken);
  readRoute('retention', retentionView, 'For how long what is kept stays.', async (c) => {
    const { scope } = await scopeOfCaller(c as never, deps);
    return { last: await scope.transaction(lastRetentionRun) };
  });
  changeRoute('sending', sendingRules);
  changeRoute('promises', promises);
  changeRoute('languages', languages);
  changeRoute('approval', approval);
  changeRoute('retention', retention);

  async function spoken(c: unknown) {
    const { scope, partner } = await scopeOfCaller(c as never, deps);
    const found = await scope.transaction(spokenLocales);
    const otherwise = textLocaleFor(partner.settings.defaultLocale);
    return {
      withTexts: [...textLocales],
      spoken: found.map((one) => ({ ...one, textLocale: textLocaleFor(one.locale, otherwise) })),
    };
  }

  function readRoute(
    part: SettingsPart,
    shape: z.ZodType,
    summary: string,
    more: (c: unknown) => Promise<object>,
  ): void {
    api.openapi(
      apiRoute({
        ...{ method: 'get', path: `/api/settings/${part}`, permission, tags, summary },
        responses: answers(shape, 'What holds; the ETag is for edits'),
      }),
      async (c) => {
        const { partner } = await scopeOfCaller(c, deps);
        const value = settingsPartOf(partner.settings, part);
        const etag = etagOf({ ...value });
        c.header('ETag', etag);
        return c.json({ value, etag, ...(await more(c)) }, 200);
      },
    );
  }

  function changeRoute(part: SettingsPart, value: z.ZodType<Record<string, unknown>>): void {
    api.openapi(
      apiRoute({
        ...{ method: 'put', path: `/api/settings/${part}`, permission: changePermission(part), tags },
        summary: `Changes the settings of ${part}, as a whole.`,
        request: {
          headers: ifMatch,
          body: jsonBody(z.strictObject({ value, note: z.string().trim().max(500).optional() })),
        },
        responses: answers(settingsSaved, 'Whether anything changed, and how to take it back'),
      }),
      async (c) => {
        const body = c.req.valid('json');
        const { scope, now, partner } = await scopeOfCaller(c, deps);
        const check = (held: object) => refuseStale(c.req.valid('header')['if-match'], { ...held });
        const answer = await scope.transaction(async (tx): Promise<SettingsSaved> => {
          const by = makerOf(c.var.caller, now, body.note);
          const changed = await changeSettings(tx, { part, value: body.value, check }, by);
          const etag = etagOf({ ...(changed?.after ?? settingsPartOf(partner.settings, part)) });
          if (!changed) return { changed: false, etag, undo: null, undoUntil: null };
          const offer = await recordUndoable(tx, c, 'settings:change', {
            changes: [{ subject: { kind: 'settings', id: part, label: part }, ...changed }],
            steps: [{ kind: 'settings', id: part, ...changed }],
            now,
          });
          return { changed: true, etag, ...offer };
        });
        if (answer.changed) wakeLater(deps, partner.id);
        c.header('ETag', answer.etag);
        return c.json(answer, 200);
      },
    );
  }

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/{part}/versions', permission, tags },
      summary: 'Who changed a part of the settings, when, and from what to what; newest first.',
      request: { params: z.object({ part: settingsPart }) },
      responses: answers(settingsVersionsShape, 'The versions'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const rows = await scope.transaction((tx) => settingsVersions(tx, c.req.valid('param').part));
      const versions = rows.map(({ at, before, after, ...row }) => ({
        ...row,
        at: at.toString(),
        before: before as Record<string, unknown>,
        after: after as Record<string, unknown>,
      }));
      return c.json({ versions }, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/settings/retention/count', permission, tags },
      summary: 'What the next daily run would remove under other terms. Removes nothing.',
      request: { body: jsonBody(retention) },
      responses: answers(retentionCountShape, 'How many of each'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const terms = c.req.valid('json');
      return c.json(await scope.transaction((tx) => retentionCount(tx, terms, now)), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/settings/holidays/known', permission, tags },
      summary: 'Public holidays that can be filled in, with where they are written.',
      responses: answers(
        z.object({ countries: z.array(knownHolidaysShape) }),
        'This year, the next and the one after',
      ),
    }),
    async (c) => {
      const { today } = await scopeOfCaller(c, deps);
      const year = Number(today.slice(0, 4));
      return c.json({ countries: knownHolidays([year, year + 1, year + 2]) }, 200);
    },
  );
}

function presentMaker({ version, at, by, note, fromVersion }: CadenceVersion) {
  return { version, at: at?.toString() ?? null, by, note, fromVersion };
}

function presentVersion(found: Awaited<ReturnType<typeof cadenceAt>>) {
  return { ...presentMaker(found), book: bookOf(found.document) };
}
