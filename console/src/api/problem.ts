import type { Problem } from '../../../contract/problem.ts';

/** What went wrong, as a person can act on it: a problem document (RFC 9457) or no answer at all. */
export type ProblemKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'conflict'
  | 'too-many'
  | 'invalid'
  | 'failed';

/** What the server says; whatever else answers on the way may say less. */
export type ProblemDocument = Partial<Problem>;

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly document: ProblemDocument;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, document: ProblemDocument, retryAfterSeconds: number | null = null) {
    super(document.detail ?? document.title ?? 'no answer');
    this.status = status;
    this.kind = problemKind(status);
    this.document = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const kinds: Readonly<Record<number, ProblemKind>> = {
  0: 'offline',
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'stale',
  413: 'invalid',
  422: 'invalid',
  428: 'stale',
  429: 'too-many',
};

function problemKind(status: number): ProblemKind {
  return kinds[status] ?? 'failed';
}

export function isProblem(error: unknown, kind?: ProblemKind): error is ApiProblem {
  return error instanceof ApiProblem && (kind === undefined || error.kind === kind);
}

/** Trying the same again may help: nobody answered, or the server was not ready. */
export function mayTryAgain(error: unknown): boolean {
  return isProblem(error) && (error.status === 0 || error.status >= 502);
}
