import { z } from '@hono/zod-openapi';
import {
  invitationMade,
  inviteBody,
  member,
  people,
  personId,
  rightsBody,
  rights as rightsShape,
} from '../../../../contract/access.ts';
import { rowId } from '../../../../contract/list.ts';
import type { Caller } from '../../../access/caller.ts';
import { changeRights, switchPerson } from '../../../access/change-membership.ts';
import type { InvitationRow } from '../../../access/invitation.ts';
import {
  type InvitationMade,
  type Inviting,
  invitePerson,
  resendInvitation,
  revokeInvitation,
} from '../../../access/invite-person.ts';
import { listPeople } from '../../../access/list-people.ts';
import type { MemberRow, Rights } from '../../../access/rights.ts';
import { Fault } from '../../../kernel/fault.ts';
import { answers, jsonBody } from '../api-route.ts';
import { etagOf, refuseStale } from '../etag.ts';
import { accessRoute } from './access-route.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access-routes.ts';
import { type NamedLimits, namedLimits, refuseUnknownCustomers } from './limited-customers.ts';
import { nothing } from './respond.ts';

const tags = ['People'];
const byPerson = { params: z.object({ person: personId }) };
const byInvitation = { params: z.object({ id: rowId }) };

/** Who belongs to the partner, and with which rights. */
export function peopleApi(deps: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();
  const { access } = deps;
  const inviting = async ({ partner, person, via }: Caller): Promise<Inviting> => ({
    partner,
    partnerName: await deps.partnerName(partner),
    by: { person, via },
  });

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/people',
      permission: 'people:read',
      tags,
      summary: 'Everyone who belongs to the partner, and open invitations.',
      responses: answers(people, 'The people'),
    }),
    async (c) => {
      const { partner } = c.var.caller;
      const { members, invitations } = await listPeople(access, partner);
      const named = await namedLimits(access, partner, [...members, ...invitations]);
      const shown = {
        members: members.map((row) => presentMember(row, c.var.caller, named)),
        invitations: invitations.map((row) => presentInvitation(row, access.now(), named)),
      };
      return c.json(shown, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/people/{person}',
      permission: 'people:read',
      tags,
      summary: 'One person, with an ETag for changing their rights.',
      request: byPerson,
      responses: answers(member, 'The person'),
    }),
    async (c) => {
      const { members } = await listPeople(access, c.var.caller.partner);
      const row = members.find((one) => one.person === c.req.valid('param').person);
      if (!row) throw new Fault('not-found', 'there is no such person', { code: 'no-person' });
      const named = await namedLimits(access, c.var.caller.partner, [row]);
      const shown = presentMember(row, c.var.caller, named);
      c.header('etag', shown.etag);
      return c.json(shown, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'patch',
      path: '/api/access/people/{person}',
      permission: 'people:manage',
      tags,
      summary: 'Changes a colleague’s role, sight of prices, and customers. Nobody changes the own ones.',
      request: {
        ...byPerson,
        headers: z.object({ 'if-match': z.string().max(2000) }),
        body: jsonBody(rightsBody),
      },
      responses: answers(rightsShape, 'The rights as they are now'),
    }),
    async (c) => {
      const { role, seesPrices, customers } = c.req.valid('json');
      const change: Partial<Rights> = {
        ...(role === undefined ? {} : { role }),
        ...(seesPrices === undefined ? {} : { seesPrices }),
        ...(customers === undefined ? {} : { customers }),
      };
      await refuseUnknownCustomers(access, c.var.caller.partner, customers);
      const ifMatch = c.req.valid('header')['if-match'];
      const rights = await changeRights(access, c.var.caller, c.req.valid('param').person, {
        rights: change,
        refuseStale: (now) => refuseStale(ifMatch, fieldsOf(now)),
      });
      c.header('etag', etagOf(fieldsOf(rights)));
      return c.json(presentRights(rights), 200);
    },
  );

  for (const [word, isOn] of [
    ['disable', false],
    ['enable', true],
  ] as const) {
    api.openapi(
      accessRoute({
        method: 'post',
        path: `/api/access/people/{person}/${word}`,
        permission: 'people:manage',
        tags,
        summary: isOn
          ? 'Lets a colleague in again, with the rights they had.'
          : 'Shuts a colleague out at once: sessions and keys stop working.',
        request: byPerson,
        responses: nothing('Done'),
      }),
      async (c) => {
        await switchPerson(access, c.var.caller, c.req.valid('param').person, isOn);
        return c.body(null, 204);
      },
    );
  }

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/invitations',
      permission: 'people:manage',
      tags,
      summary: 'Invites somebody by mail. Where mail does not leave, the answer holds the link.',
      request: { body: jsonBody(inviteBody) },
      responses: answers(invitationMade, 'The invitation'),
    }),
    async (c) => {
      const { seesPrices = false, customers = null, ...invitee } = c.req.valid('json');
      await refuseUnknownCustomers(access, c.var.caller.partner, customers);
      const made = await invitePerson(access, await inviting(c.var.caller), {
        ...invitee,
        seesPrices,
        customers,
      });
      return c.json(presentMade(made), 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/invitations/{id}/resend',
      permission: 'people:manage',
      tags,
      summary: 'Sends an invitation again, with a new link; the old one stops working.',
      request: byInvitation,
      responses: answers(invitationMade, 'The invitation'),
    }),
    async (c) => {
      const made = await resendInvitation(access, await inviting(c.var.caller), c.req.valid('param').id);
      return c.json(presentMade(made), 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'delete',
      path: '/api/access/invitations/{id}',
      permission: 'people:manage',
      tags,
      summary: 'Takes an invitation back.',
      request: byInvitation,
      responses: nothing('It is taken back'),
    }),
    async (c) => {
      await revokeInvitation(access, await inviting(c.var.caller), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  return api;
}

function fieldsOf({ role, seesPrices, customers }: Rights) {
  return { role, seesPrices, customers };
}

function presentRights({ role, seesPrices, customers }: Rights) {
  return { role, seesPrices, customers: customers && [...customers] };
}

function presentMember(row: MemberRow, caller: Caller, named: NamedLimits) {
  return {
    ...presentRights(row),
    limitedTo: named(row.customers),
    id: row.person,
    name: row.name,
    email: row.email,
    twoFactor: row.twoFactor,
    joinedAt: row.joinedAt.toString(),
    disabledAt: row.disabledAt?.toString() ?? null,
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
    isSelf: row.person === caller.person,
    etag: etagOf(fieldsOf(row)),
  };
}

function presentInvitation(row: InvitationRow, now: Temporal.Instant, named: NamedLimits) {
  return {
    ...presentRights(row),
    limitedTo: named(row.customers),
    id: row.id,
    email: row.email,
    name: row.name,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt.toString(),
    isOver: Temporal.Instant.compare(row.expiresAt, now) <= 0,
  };
}

/** Whoever was mailed a link is the only one to have it. */
function presentMade({ id, mailed, link }: InvitationMade) {
  return { id, mailed, link: mailed ? null : link };
}
