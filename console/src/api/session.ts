import type { Language } from '../words/catalogue.ts';

/** Who is signed in and what they may do. */
export interface Session {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language | null;
    readonly theme: 'auto' | 'light' | 'dark' | null;
    readonly timeZone: string | null;
    readonly twoFactor: boolean;
  };
  readonly partner: { readonly name: string };
  readonly role: string;
  readonly permissions: readonly string[];
  readonly seesPrices: boolean;
}
