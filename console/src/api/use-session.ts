import { queryOptions, useQuery } from '@tanstack/react-query';
import { browserLanguage, type Language } from '../words/catalogue.ts';
import { choosePartner, chosenPartner } from './chosen-partner.ts';
import { api } from './client.ts';
import { isProblem } from './problem.ts';
import type { Session } from './session.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) =>
    askWhoIsHere(signal).catch((error) => {
      if (isProblem(error, 'signed-out')) return null;
      throw error;
    }),
  staleTime: 60_000,
});

/** A partner chosen earlier that the person does not belong to (any more) is forgotten. */
async function askWhoIsHere(signal: AbortSignal): Promise<Session> {
  const ask = () => api.get<Session>('/access/me', undefined, signal);
  try {
    return await ask();
  } catch (error) {
    if (!isProblem(error, 'forbidden') || chosenPartner() === null) throw error;
    choosePartner(null);
    return ask();
  }
}

/** Who is signed in; null for nobody, undefined while it is being asked. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

/** May the person do this? What they may not is not shown. */
export function useMay(permission: string | undefined): boolean {
  const session = useSession();
  return permission === undefined || (session?.permissions.includes(permission) ?? false);
}

export interface Preferences {
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly timeZone: string;
}

/** The person's own settings; before sign-in, the browser's. */
export function usePreferences(): Preferences {
  const person = useSession()?.person;
  return {
    language: person?.language ?? browserLanguage(),
    theme: person?.theme ?? 'auto',
    timeZone: person?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
