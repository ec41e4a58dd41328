import { auditPage, auditQuery } from '../../../../contract/access.ts';
import { type ShownAuditRow, searchAudit } from '../../../access/search-audit.ts';
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
      const { limit, after, ...filter } = c.req.valid('query');
      const place = placeOf('audit', 1, after);
      const rows = await searchAudit(access, c.var.caller, {
        filter,
        limit: limit + 1,
        after: place === undefined ? undefined : String(place[0]),
      });
      const page = pageOf(rows, { limit, sort: 'audit', place: (row) => [row.id], show: presentEntry });
      return c.json(page, 200);
    },
  );
  return api;
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
  return {
    id,
    at: at.toString(),
    person: person === null ? null : { id: person, name: personName },
    via: via as 'session',
    action,
    subject: { kind, id: subject, label },
    before: before ?? null,
    after: after ?? null,
  };
}
