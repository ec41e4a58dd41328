import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { Fault, isFault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import { problemOf } from '../problem-document.ts';
import { issueText } from './issue-text.ts';

/** Zod's targets in the words of HTTP. */
const places: Readonly<Record<string, string>> = {
  json: 'body',
  form: 'body',
  query: 'query',
  param: 'path',
  header: 'header',
  cookie: 'cookie',
};

/** What does not fit its schema, as one fault that names each place and what was expected there. */
export function invalidRequest(target: string, error: ZodError, language: Language): Fault {
  const place = places[target] ?? 'body';
  if (place === 'header' && error.issues.some(isVersionMissing)) return versionNeeded();
  const errors = error.issues.slice(0, 50).map((issue) => ({
    in: place,
    pointer: place === 'body' ? `/${issue.path.map(escaped).join('/')}` : issue.path.map(String).join('.'),
    detail: issueText(issue, language),
    code: issue.code ?? 'custom',
  }));
  const first = errors[0]!;
  return new Fault('invalid', `${first.in} ${first.pointer}: ${error.issues[0]!.message}`, {
    ...{ code: 'request', params: { in: first.in, field: first.pointer, what: first.detail } },
    details: { errors },
  });
}

function isVersionMissing({ path, message }: ZodError['issues'][number]): boolean {
  return path[0] === 'if-match' && message.endsWith('received undefined');
}

function versionNeeded(): Fault {
  return new Fault('version-needed', 'If-Match is missing: an edit says over which version it is made', {
    hint: 'read it again and send the ETag that came with it',
    code: 'version-needed',
  });
}

/** RFC 6901 section 3. */
function escaped(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Any error as a problem document; the unknown says nothing of itself but to the log. */
export function answerProblem(c: Context, error: unknown, reportError: (error: unknown) => void): Response {
  // Unset where not even the door was reached.
  const language: Language = c.get('language') ?? 'en';
  const { document, retryAfterSeconds, isUnexpected } = problemOf(error, language);
  if (isUnexpected) reportError(error);
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  const details = isFault(error) && error.kind !== 'internal' ? error.details : undefined;
  return c.body(JSON.stringify({ ...document, ...details }), document.status as 400, {
    'content-type': 'application/problem+json',
    'content-language': language,
  });
}
