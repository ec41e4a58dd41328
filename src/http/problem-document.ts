import { STATUS_CODES } from 'node:http';
import { type FaultKind, isFault } from '../kernel/fault.ts';

/** RFC 9457. `kind` is the fault's; `hint` one thing the reader can do. */
export interface ProblemDocument {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly kind: FaultKind;
  readonly hint?: string;
}

export interface Problem {
  readonly document: ProblemDocument;
  readonly retryAfterSeconds: number | undefined;
  /** Nobody foresaw it: for the log. */
  readonly isUnexpected: boolean;
}

/** RFC 9110 section 15. */
const statusByKind: Readonly<Record<FaultKind, number>> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  unauthenticated: 401,
  forbidden: 403,
  stale: 412,
  'too-many': 429, // RFC 6585 section 4
  'too-large': 413,
  unsupported: 422,
  unavailable: 503,
  settings: 500,
  internal: 500,
};

/** The one place where an error becomes an answer. What is no fault, and an internal one, tells its reader nothing. */
export function problemOf(error: unknown): Problem {
  if (!isFault(error) || error.kind === 'internal') {
    return { document: bare('internal'), retryAfterSeconds: undefined, isUnexpected: true };
  }
  const { kind, message, hint, retryAfterSeconds } = error;
  const document = { ...bare(kind), detail: message, ...(hint === undefined ? {} : { hint }) };
  return { document, retryAfterSeconds, isUnexpected: kind === 'settings' || kind === 'unavailable' };
}

function bare(kind: FaultKind): ProblemDocument {
  const status = statusByKind[kind];
  return { type: 'about:blank', title: STATUS_CODES[status]!, status, kind };
}
