import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Language, languageOf } from '../kernel/locale.ts';
import type { ProblemDocument } from './problem-document.ts';

const words = {
  es: {
    title: 'Algo no ha ido bien',
    'not-found': 'Aquí no hay nada con esa dirección.',
    internal: 'Ha fallado algo por nuestra parte. Vuelva a intentarlo dentro de un momento.',
    host: 'Este servidor no responde a ese nombre. Use la dirección de PUBLIC_URL o, en el propio equipo, localhost.',
  },
  en: {
    title: 'Something went wrong',
    'not-found': 'There is nothing at this address.',
    internal: 'Something failed on our side. Try again in a moment.',
    host: 'This server does not answer to that name. Use the address in PUBLIC_URL or, on the machine itself, localhost.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The language that the browser asks for first, Spanish if it asks for neither. */
function readerLanguage(c: Context): Language {
  const first = (c.req.header('accept-language') ?? 'es').split(',')[0]!.trim();
  return languageOf(first);
}

/** A problem document for people. */
export function problemPage(c: Context, problem: ProblemDocument) {
  const language = readerLanguage(c);
  const said = words[language];
  const sentence = problem.kind === 'not-found' ? said['not-found'] : (problem.detail ?? said.internal);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title}</title></head>
<body><main><h1>${said.title}</h1><p>${sentence}</p>${problem.hint ? html`<p>${problem.hint}</p>` : ''}</main></body></html>`;
}

/** What is said to whoever calls the server by a name that is not its own. */
export function wrongHostWords(c: Context): string {
  return words[readerLanguage(c)].host;
}
