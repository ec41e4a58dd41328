import { hasWords, plainText } from '../../shell/plain-text.ts';
import type { HowToText } from './how-to-text.ts';
import type { HowTo } from './how-tos.ts';

interface Sought {
  /** Empty: all. */
  readonly text: string;
  readonly role: string | undefined;
}

/** What a how-to is called, and what it says. */
export interface Said {
  readonly names: string;
  readonly text: HowToText;
}

/** The how-tos that are for a role and hold every word that was typed; those whose name holds them come first. */
export function findHowTos(
  all: readonly HowTo[],
  { text, role }: Sought,
  said: (howTo: HowTo) => Said,
  locale: string,
): readonly HowTo[] {
  const mine = all.filter(({ roles }) => role === undefined || roles.some((one) => one === role));
  const wanted = plainText(text, locale);
  if (wanted === '') return mine;
  const byName = mine.filter((one) => hasWords(plainText(said(one).names, locale), wanted));
  const byText = mine.filter(
    (one) =>
      !byName.includes(one) &&
      hasWords(plainText(`${said(one).names} ${wholeText(said(one).text)}`, locale), wanted),
  );
  return [...byName, ...byText];
}

/** Without the tags and what stands in for the names of buttons. */
function wholeText({ answer, steps, worked, otherwise }: HowToText): string {
  const all = [answer, ...steps, worked, ...otherwise.flatMap(({ when, do: act }) => [when, act])];
  return all.join(' ').replace(/<ui>[^<]*<\/ui>|<\/?[\w-]+>/g, ' ');
}
