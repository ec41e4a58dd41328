import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { answerDigestLink, type DigestChoice, type DigestLinkDeps } from '../inbox/answer-digest-link.ts';
import { languageOf } from '../kernel/locale.ts';
import { pageLanguage } from '../renewals/page-language.ts';
import { deadLinkPage } from '../renewals/pages/dead-link-page.ts';
import { letterPage } from '../renewals/pages/letter-page.ts';
import { letterHeaders } from '../renewals/pages/letter-style.ts';
import type { Markup } from '../renewals/pages/markup.ts';

const words = {
  es: {
    title: 'Correo diario',
    on: 'Recibe cada día laborable lo que le espera',
    off: 'Ya no recibe el correo diario',
    'on.line': 'El correo diario llega solo si hay algo pendiente. La hora se cambia en su cuenta.',
    'off.line': 'Lo que le espera sigue en Vigente, en «Para usted».',
    'on.button': 'No recibirlo más',
    'off.button': 'Volver a recibirlo',
  },
  en: {
    title: 'Daily mail',
    on: 'Each working day you get what waits for you',
    off: 'The daily mail no longer comes',
    'on.line': 'It comes only if something waits. The hour is changed in your account.',
    'off.line': 'What waits for you is still in Vigente, under “Needs you”.',
    'on.button': 'Stop it',
    'off.button': 'Get it again',
  },
} as const;

/**
 * The page that the daily mail's own link leads to, `/d`: a GET shows whether it comes, a POST changes it. A program's
 * one click (RFC 8058) stops it.
 */
export function digestRoutes(deps: DigestLinkDeps): Hono {
  const app = new Hono();
  app.use('/d/:token', bodyLimit({ maxSize: 4096 }));
  app.get('/d/:token', async (c) => {
    const choice = await answerDigestLink(deps, c.req.param('token'));
    return choice ? page(c, choicePage(choice)) : gone(c);
  });
  app.post('/d/:token', async (c) => {
    const fields = await c.req.parseBody();
    const isOneClick = fields['List-Unsubscribe'] === 'One-Click';
    const said = isOneClick ? 'off' : fields.do;
    const on = said === 'on' ? true : said === 'off' ? false : undefined;
    const choice = await answerDigestLink(deps, c.req.param('token'), on);
    if (!choice) return gone(c);
    if (isOneClick) return page(c, choicePage(choice));
    // See other (RFC 9110 15.4.4): loading the answer again repeats nothing.
    return c.body(null, 303, {
      ...letterHeaders,
      location: `./${encodeURIComponent(c.req.param('token'))}`,
    });
  });
  return app;
}

function choicePage({ partner, language, digestOn }: DigestChoice): Markup {
  const said = words[language];
  const now = digestOn ? 'on' : 'off';
  return letterPage({
    language: pageLanguage(language),
    title: `${said.title} · ${partner}`,
    partner: undefined,
    headline: said[now],
    body: html`<p class="quiet">Vigente · ${partner}</p>
<p>${said[`${now}.line`]}</p>
<form method="post"><input type="hidden" name="do" value="${digestOn ? 'off' : 'on'}"><button${digestOn ? '' : html` class="plain"`}>${said[`${now}.button`]}</button></form>`,
  });
}

function gone(c: Context): Response | Promise<Response> {
  const first = (c.req.header('accept-language') ?? 'es').split(',')[0]!.trim();
  return page(c, deadLinkPage(languageOf(first), undefined), 404);
}

function page(c: Context, markup: Markup, status: 200 | 404 = 200): Response | Promise<Response> {
  for (const [name, value] of Object.entries(letterHeaders)) c.header(name, value);
  return c.html(markup, status);
}
