import { chosenPartner } from './chosen-partner.ts';
import { ApiProblem, type ProblemDocument } from './problem.ts';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

export interface Change {
  readonly body?: unknown;
  readonly query?: Query;
  /** The version that was shown; a change made meanwhile by somebody else is then refused with 412. */
  readonly etag?: string | null;
  /** The same key makes a repeated request one request; made anew when none is given. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Versioned<T> {
  readonly value: T;
  readonly etag: string | null;
}

/** For what the browser fetches by itself, a download or a frame: it sends no header that names the partner. */
export function apiPath(path: string, query: Query = {}): string {
  return pathOf(path, { ...query, 'x-partner': chosenPartner() });
}

/** `/api/orders?days=30`. Empty values are left out, lists are repeated. */
function pathOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  const root = path.startsWith('/api/') ? path : `/api${path}`;
  return text === '' ? root : `${root}?${text}`;
}

/** The only way to the server. Paths begin after `/api`; every failure is an `ApiProblem`. */
export const api = {
  async get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return (await request<T>('GET', path, { query, signal })).value;
  },
  /** For what is edited: keep the etag and hand it to `patch`, `put` or `delete`. */
  getVersioned: <T>(path: string, query?: Query, signal?: AbortSignal): Promise<Versioned<T>> =>
    request<T>('GET', path, { query, signal }),
  post: <T = void>(path: string, change: Change = {}): Promise<T> =>
    changed<T>('POST', path, { ...change, idempotencyKey: change.idempotencyKey ?? newKey() }),
  patch: <T = void>(path: string, change: Change): Promise<T> => changed<T>('PATCH', path, change),
  put: <T = void>(path: string, change: Change): Promise<T> => changed<T>('PUT', path, change),
  delete: <T = void>(path: string, change: Change = {}): Promise<T> => changed<T>('DELETE', path, change),
};

function newKey(): string {
  return crypto.randomUUID();
}

async function changed<T>(method: string, path: string, change: Change): Promise<T> {
  return (await request<T>(method, path, change)).value;
}

interface Asked {
  readonly body?: unknown;
  readonly query?: Query | undefined;
  readonly etag?: string | null;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

async function request<T>(method: string, path: string, asked: Asked): Promise<Versioned<T>> {
  const response = await answerTo(method, path, asked);
  if (!response.ok) throw await problemOf(response);
  return { value: (await readValue(response)) as T, etag: response.headers.get('etag') };
}

async function answerTo(method: string, path: string, asked: Asked): Promise<Response> {
  try {
    return await fetch(pathOf(path, asked.query), {
      method,
      credentials: 'same-origin',
      headers: headersOf(method, asked),
      body: bodyOf(asked.body),
      signal: asked.signal ?? null,
    });
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new ApiProblem(0, {});
  }
}

function headersOf(method: string, { body, etag, idempotencyKey }: Asked): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  // The server's own sentences come in the language of the page.
  if (document.documentElement.lang) headers.set('accept-language', document.documentElement.lang);
  const partner = chosenPartner();
  if (partner) headers.set('x-partner', partner);
  // A page elsewhere cannot set this header without asking first: the server's proof that the request is ours.
  if (method !== 'GET') headers.set('x-vigente-console', '1');
  if (body !== undefined && !isRaw(body)) headers.set('content-type', 'application/json');
  if (etag) headers.set('if-match', etag);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  return headers;
}

function isRaw(body: unknown): body is FormData | Blob {
  return body instanceof FormData || body instanceof Blob;
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return isRaw(body) ? body : JSON.stringify(body);
}

async function readValue(response: Response): Promise<unknown> {
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined;
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? response.json() : response.text();
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('content-type') ?? '';
  const document: ProblemDocument = type.includes('json') ? await response.json().catch(() => ({})) : {};
  const after = Number(response.headers.get('retry-after'));
  return new ApiProblem(response.status, document, Number.isFinite(after) && after > 0 ? after : null);
}
