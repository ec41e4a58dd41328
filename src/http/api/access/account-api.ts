import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  codeBody,
  confirmBody,
  ended,
  me,
  passwordBody,
  profileBody,
  secondFactorSetUp,
  sessions,
} from '../../../../contract/access.ts';
import { permissionsOf } from '../../../access/authorise.ts';
import { changePassword } from '../../../access/change-password.ts';
import { changeProfile, ownProfile } from '../../../access/own-profile.ts';
import type { PersonRow } from '../../../access/person.ts';
import { confirmSecondFactor, removeSecondFactor, setUpSecondFactor } from '../../../access/second-factor.ts';
import { endSession, endSessions, forgottenCookies, listSessions } from '../../../access/sessions.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { AccessEnv } from '../access-middleware.ts';
import { answers, jsonBody } from '../api-route.ts';
import { accessRoute } from './access-route.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access-routes.ts';
import { browserOf } from './browser-of.ts';
import { nothing, setCookies } from './respond.ts';

const tags = ['Own account'];
const permission = 'own-account';

/** What a person sees and changes of the own account. */
export function accountApi(deps: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();
  const { access } = deps;

  const presentMe = async (c: Context<AccessEnv>, person: PersonRow) => {
    const { caller, identified } = c.var;
    const partner = identified?.partner ?? { slug: '', name: await deps.partnerName(caller.partner) };
    return {
      person: { ...person, language: person.language as 'es' | null, theme: person.theme as 'auto' | null },
      partner,
      partners: [...(identified?.partners ?? [partner])],
      role: caller.role,
      permissions: permissionsOf(caller),
      seesPrices: caller.seesPrices,
      customers: caller.customers && [...caller.customers],
    };
  };

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/me',
      permission: 'signed-in',
      tags,
      summary: 'Who is signed in, and what they may do.',
      responses: answers(me, 'The caller'),
    }),
    async (c) => c.json(await presentMe(c, await ownProfile(access, c.var.caller)), 200),
  );

  api.openapi(
    accessRoute({
      method: 'patch',
      path: '/api/access/me',
      permission,
      tags,
      summary: 'Changes the own name, language, theme and time zone.',
      request: { body: jsonBody(profileBody) },
      responses: answers(me, 'The caller'),
    }),
    async (c) => {
      const change = c.req.valid('json');
      if (change.timeZone) refuseUnknownZone(change.timeZone);
      return c.json(await presentMe(c, await changeProfile(access, c.var.caller, change)), 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/sessions',
      permission,
      tags,
      summary: 'Where the person is signed in.',
      responses: answers(sessions, 'The sessions, the one last used first'),
    }),
    async (c) => {
      const rows = await listSessions(access, c.var.caller, c.var.identified!.session);
      const shown = rows.map(({ createdAt, usedAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toString(),
        usedAt: usedAt.toString(),
      }));
      return c.json({ rows: shown }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'delete',
      path: '/api/access/sessions/{id}',
      permission,
      tags,
      summary: 'Ends one session.',
      request: { params: z.object({ id: z.string().max(64) }) },
      responses: nothing('It is over'),
    }),
    async (c) => {
      await endSession(access, c.var.caller, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  api.openapi(
    accessRoute({
      method: 'delete',
      path: '/api/access/sessions',
      permission,
      tags,
      summary: 'Signs out everywhere, here too unless this one is kept.',
      request: { query: z.object({ keep: z.enum(['current', 'none']).default('none') }) },
      responses: answers(ended, 'How many sessions ended'),
    }),
    async (c) => {
      const isKept = c.req.valid('query').keep === 'current';
      const count = await endSessions(access, c.var.caller, isKept ? c.var.identified!.session : null);
      if (!isKept) setCookies(c, forgottenCookies(access));
      return c.json({ ended: count }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/password',
      permission,
      tags,
      summary: 'Changes the password. Ends all other sessions.',
      request: { body: jsonBody(passwordBody) },
      responses: nothing('It is changed'),
    }),
    async (c) => {
      setCookies(c, await changePassword(access, c.var.caller, c.req.valid('json'), browserOf(c)));
      return c.body(null, 204);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/totp/enable',
      permission,
      tags,
      summary: 'Begins a second factor: an address for the app, and recovery codes. Confirm it with /verify.',
      request: { body: jsonBody(confirmBody) },
      responses: answers(secondFactorSetUp, 'What the app needs'),
    }),
    async (c) => {
      const { password } = c.req.valid('json');
      const setUp = await setUpSecondFactor(access, c.var.caller, password, browserOf(c));
      return c.json({ ...setUp, recoveryCodes: [...setUp.recoveryCodes] }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/totp/verify',
      permission,
      tags,
      summary: 'Confirms the second factor with a first code; from now on it is asked for.',
      request: { body: jsonBody(codeBody) },
      responses: nothing('It is on'),
    }),
    async (c) => {
      setCookies(c, await confirmSecondFactor(access, c.var.caller, c.req.valid('json'), browserOf(c)));
      return c.body(null, 204);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/totp/disable',
      permission,
      tags,
      summary: 'Takes the second factor away.',
      request: { body: jsonBody(confirmBody) },
      responses: nothing('It is off'),
    }),
    async (c) => {
      const { password } = c.req.valid('json');
      setCookies(c, await removeSecondFactor(access, c.var.caller, password, browserOf(c)));
      return c.body(null, 204);
    },
  );

  return api;
}

function refuseUnknownZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Fault('invalid', 'timeZone must be a zone such as Europe/Madrid', {
      code: 'unknown-time-zone',
      params: { zone: zone.slice(0, 60) },
    });
  }
}
