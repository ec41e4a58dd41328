import { z } from '@hono/zod-openapi';
import { auditEntry, auditPage, auditPeople, auditQuery } from '../../../../contract/access.ts';
import { rowId } from '../../../../contract/list.ts';
import { isAllowed } from '../../../access/authorise.ts';
import type { Caller } from '../../../access/caller.ts';
import { listPeople } from '../../../access/list-people.ts';
import { operatorOf } from '../../../access/operator.ts';
import { type ShownAuditRow, searchAudit } from '../../../access/search-audit.ts';
import { withoutAmounts } from '../../../kernel/amounts.ts';
import { Fault } from '../../../kernel/fault.ts';
import { answers } from '../api-route.ts';
import { placeOf } from '../keyset.ts';
import { pageOf } from '../list-query.ts';
import { accessRoute } from './access-route.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access-routes.ts';

export function auditApi({ access }: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();
  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/audit',
      permission: 'audit:read',
      tags: ['Audit log'],
      summary: 'Every change and every export of personal data, newest first. It cannot be edited.',
      request: { query: auditQuery },
      responses: answers(auditPage, 'One page'),
    }),
    async (c) => {
      const { limit, after, from, until, zone, ...words } = c.req.valid('query');
      const filter = { ...words, from: startOf(from, zone), until: endOf(until, zone) };
      const place = placeOf('audit', 1, after);
      const rows = await searchAudit(access, c.var.caller, {
        filter,
        limit: limit + 1,
        after: place === undefined ? undefined : String(place[0]),
      });
      const page = pageOf(rows, {
        limit,
        sort: 'audit',
        place: (row) => [row.id],
        show: presenterFor(c.var.caller),
      });
      return c.json(page, 200);
    },
  );
  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/audit/entries/{id}',
      permission: 'audit:read',
      tags: ['Audit log'],
      summary: 'One entry of the log.',
      request: { params: z.object({ id: rowId }) },
      responses: answers(auditEntry, 'The entry'),
    }),
    async (c) => {
      const filter = { id: c.req.valid('param').id };
      const [row] = await searchAudit(access, c.var.caller, { filter, limit: 1, after: undefined });
      if (!row) throw new Fault('not-found', 'there is no such entry in the log', { code: 'no-audit-entry' });
      return c.json(presenterFor(c.var.caller)(row), 200);
    },
  );
  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/audit/people',
      permission: 'audit:read',
      tags: ['Audit log'],
      summary: 'Whom the log can be searched for.',
      responses: answers(auditPeople, 'The people by name'),
    }),
    async (c) => {
      const { members } = await listPeople(access, c.var.caller.partner);
      const rows = members.map(({ person, name }) => ({ id: person, name }));
      return c.json({ rows: rows.sort((a, b) => a.name.localeCompare(b.name, c.var.language)) }, 200);
    },
  );
  return api;
}

/** An instant as it is; the first instant of a day. */
function startOf(from: string | undefined, zone: string): string | undefined {
  return from === undefined || from.includes('T') ? from : midnight(Temporal.PlainDate.from(from), zone);
}

/** An instant as it is; the first instant after a day. */
function endOf(until: string | undefined, zone: string): string | undefined {
  if (until === undefined || until.includes('T')) return until;
  return midnight(Temporal.PlainDate.from(until).add({ days: 1 }), zone);
}

function midnight(day: Temporal.PlainDate, zone: string): string {
  try {
    return day.toZonedDateTime(zone).toInstant().toString();
  } catch {
    throw new Fault('invalid', `zone: there is no time zone ${zone.slice(0, 60)}`, {
      code: 'unknown-time-zone',
      params: { zone: zone.slice(0, 60) },
    });
  }
}

/** What was changed may name amounts; those are for whoever may see prices. */
function presenterFor(caller: Caller) {
  const seesPrices = isAllowed(caller, 'prices:see');
  return (row: ShownAuditRow) =>
    presentEntry(
      seesPrices ? row : { ...row, before: withoutAmounts(row.before), after: withoutAmounts(row.after) },
    );
}

function presentEntry({
  id,
  at,
  person,
  personName,
  via,
  action,
  kind,
  subject,
  label,
  before,
  after,
}: ShownAuditRow) {
  const operator = operatorOf(person);
  return {
    id,
    at: at.toString(),
    person: person === null || operator !== null ? null : { id: person, name: personName },
    operator,
    via: via as 'session',
    action,
    subject: { kind, id: subject, label },
    before: before ?? null,
    after: after ?? null,
  };
}
