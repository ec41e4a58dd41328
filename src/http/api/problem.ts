import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { Fault, isFault } from '../../kernel/fault.ts';
import { problemOf } from '../problem-document.ts';

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
export function invalidRequest(target: string, error: ZodError): Fault {
  const place = places[target] ?? 'body';
  const errors = error.issues.slice(0, 50).map((issue) => ({
    in: place,
    pointer: place === 'body' ? `/${issue.path.map(escaped).join('/')}` : issue.path.map(String).join('.'),
    detail: issue.message,
  }));
  const first = errors[0]!;
  return new Fault('invalid', `${first.in} ${first.pointer}: ${first.detail}`, { details: { errors } });
}

/** RFC 6901 section 3. */
function escaped(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Any error as a problem document; the unknown says nothing of itself but to the log. */
export function answerProblem(c: Context, error: unknown, reportError: (error: unknown) => void): Response {
  const { document, retryAfterSeconds, isUnexpected } = problemOf(error);
  if (isUnexpected) reportError(error);
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  const details = isFault(error) && error.kind !== 'internal' ? error.details : undefined;
  return c.body(JSON.stringify({ ...document, ...details }), document.status as 400, {
    'content-type': 'application/problem+json',
  });
}
