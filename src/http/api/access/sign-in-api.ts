import {
  acceptBody,
  accessState,
  codeBody,
  firstRunBody,
  forgotBody,
  invitationShown,
  invitationToken,
  resetBody,
  signInAnswer,
  signInBody,
} from '../../../../contract/access.ts';
import { acceptInvitation, showInvitation } from '../../../access/accept-invitation.ts';
import { beginFirstRun, isFirstRun } from '../../../access/first-run.ts';
import { forgotPassword, resetPassword } from '../../../access/reset-password.ts';
import { finishSignIn } from '../../../access/second-factor.ts';
import { endSession, forgottenCookies } from '../../../access/sessions.ts';
import { signIn } from '../../../access/sign-in.ts';
import { Fault } from '../../../kernel/fault.ts';
import { answers, jsonBody } from '../api-route.ts';
import { accessRoute } from './access-route.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access-routes.ts';
import { browserOf } from './browser-of.ts';
import { nothing, setCookies } from './respond.ts';

const tags = ['Signing in'];
const permission = 'public';

/** What nobody has to be signed in for. */
export function signInApi(deps: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();
  const { access } = deps;

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/state',
      permission,
      tags,
      summary: 'Whether this installation is new, and whether somebody is signed in.',
      responses: answers(accessState, 'The state'),
    }),
    async (c) => {
      if (c.var.identified) return c.json({ state: 'signed-in' as const, mayBegin: false }, 200);
      const isFirst = await isFirstRun(access);
      const mayBegin = isFirst && deps.isLocal((name) => c.req.header(name));
      return c.json({ state: isFirst ? ('first-run' as const) : ('signed-out' as const), mayBegin }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/first-run',
      permission,
      tags,
      summary: 'Names the company and makes its administrator, once.',
      request: { body: jsonBody(firstRunBody) },
      responses: answers(signInAnswer, 'Signed in'),
    }),
    async (c) => {
      const { partner, name, email, password, language, token } = c.req.valid('json');
      const browser = browserOf(c);
      await beginFirstRun(
        access,
        {
          ...{ name, email, password, token, language: language ?? c.var.language, address: browser.address },
          isLocal: deps.isLocal((header) => c.req.header(header)),
        },
        deps.firstPartner,
      );
      await deps.nameFirstPartner(partner);
      const answer = await signIn(access, { email, password }, browser);
      setCookies(c, answer.cookies);
      return c.json({ next: answer.kind }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/sign-in',
      permission,
      tags,
      summary: 'Signs in with e-mail and password. Too many wrong ones close the account for a while (429).',
      request: { body: jsonBody(signInBody) },
      responses: answers(signInAnswer, 'Signed in, or a second factor is asked for'),
    }),
    async (c) => {
      const answer = await signIn(access, c.req.valid('json'), browserOf(c));
      setCookies(c, answer.cookies);
      return c.json({ next: answer.kind }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/sign-in/totp',
      permission,
      tags,
      summary: 'Ends a sign-in with the code of the app or a recovery code.',
      request: { body: jsonBody(codeBody) },
      responses: answers(signInAnswer, 'Signed in'),
    }),
    async (c) => {
      const answer = await finishSignIn(access, c.req.valid('json'), browserOf(c));
      setCookies(c, answer.cookies);
      return c.json({ next: answer.kind }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/sign-out',
      permission,
      tags,
      summary: 'Ends this session. Harmless for nobody.',
      responses: nothing('Signed out'),
    }),
    async (c) => {
      const { identified } = c.var;
      if (identified) {
        await endSession(access, identified.caller, identified.session).catch((error) => {
          if (!(error instanceof Fault)) throw error;
        });
      }
      c.header('clear-site-data', '"cache"');
      setCookies(c, forgottenCookies(access));
      return c.body(null, 204);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/password/forgot',
      permission,
      tags,
      summary:
        'Mails a link for a new password, if the address has an account. The answer is always the same.',
      request: { body: jsonBody(forgotBody) },
      responses: nothing('A mail goes out if there is an account', 202),
    }),
    async (c) => {
      const { email } = c.req.valid('json');
      const asked = { email, language: c.var.language, address: browserOf(c).address };
      await forgotPassword(access, asked, (mailing) => mailing.catch(deps.reportError));
      return c.body(null, 202);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/password/reset',
      permission,
      tags,
      summary: 'Sets a new password with the token of a mailed link. Ends all sessions of the person.',
      request: { body: jsonBody(resetBody) },
      responses: nothing('The password is set'),
    }),
    async (c) => {
      await resetPassword(access, { ...c.req.valid('json'), address: browserOf(c).address });
      return c.body(null, 204);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/invitation/show',
      permission,
      tags,
      summary: 'What the holder of an invitation is invited to.',
      request: { body: jsonBody(invitationToken) },
      responses: answers(invitationShown, 'The invitation'),
    }),
    async (c) => {
      const shown = await showInvitation(access, c.req.valid('json').token, browserOf(c).address);
      return c.json({ ...shown, partner: await deps.partnerName(shown.partner) }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/invitation/accept',
      permission,
      tags,
      summary: 'Joins, once, and signs in. Who has an account gives its password.',
      request: { body: jsonBody(acceptBody) },
      responses: answers(signInAnswer, 'Joined'),
    }),
    async (c) => {
      const { token, name, password } = c.req.valid('json');
      const browser = browserOf(c);
      const email = await acceptInvitation(access, { token, name, password, address: browser.address });
      const answer = await signIn(access, { email, password }, browser);
      setCookies(c, answer.cookies);
      return c.json({ next: answer.kind }, 200);
    },
  );

  return api;
}
