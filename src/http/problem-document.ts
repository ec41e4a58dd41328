import { STATUS_CODES } from 'node:http';
import { type Fault, type FaultKind, isFault } from '../kernel/fault.ts';
import { faultText } from '../kernel/fault-text.ts';
import type { FaultCode } from '../kernel/fault-words.ts';
import type { Language } from '../kernel/locale.ts';

/** RFC 9457. `kind`, `code` and `params` are the fault's, the same in every language; `hint` one thing the reader can do. */
export interface ProblemDocument {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly kind: FaultKind;
  readonly code?: FaultCode;
  readonly params?: Fault['params'];
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
  'version-needed': 428, // RFC 6585 section 3
  unsupported: 422,
  unavailable: 503,
  settings: 500,
  internal: 500,
};

const spanishTitles: Readonly<Record<FaultKind, string>> = {
  invalid: 'Petición no válida',
  'not-found': 'No encontrado',
  conflict: 'No es posible en el estado actual',
  unauthenticated: 'Sin sesión',
  forbidden: 'Sin permiso',
  stale: 'Desfasado',
  'version-needed': 'Falta la versión',
  'too-many': 'Demasiadas peticiones',
  'too-large': 'Demasiado grande',
  unsupported: 'No se puede atender',
  unavailable: 'No disponible por ahora',
  settings: 'Instalación mal configurada',
  internal: 'Error interno',
};

/** The one place where an error becomes an answer. What is no fault, and an internal one, tells its reader nothing. */
export function problemOf(error: unknown, language: Language = 'en'): Problem {
  if (!isFault(error) || error.kind === 'internal') {
    return { document: bare('internal', language), retryAfterSeconds: undefined, isUnexpected: true };
  }
  const { kind, code, params, retryAfterSeconds } = error;
  const { text, hint } = faultText(error, language);
  const document = {
    ...{ ...bare(kind, language), detail: text },
    ...(hint === undefined ? {} : { hint }),
    ...(code === undefined ? {} : { code, params }),
  };
  return { document, retryAfterSeconds, isUnexpected: kind === 'settings' || kind === 'unavailable' };
}

function bare(kind: FaultKind, language: Language): ProblemDocument {
  const status = statusByKind[kind];
  const title = language === 'es' ? spanishTitles[kind] : STATUS_CODES[status]!;
  return { type: 'about:blank', title, status, kind };
}
