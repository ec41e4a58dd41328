import { isAPIError } from 'better-auth/api';

/** What the library objects to, in its own code (`INVALID_PASSWORD`); undefined for any other error. */
export function libraryTrouble(error: unknown): string | undefined {
  if (!isAPIError(error)) return undefined;
  const { body, status } = error as { body?: { code?: string }; status?: string | number };
  return body?.code ?? String(status);
}
