import type { Words } from '../../words/message.ts';

const mostNamed = 3;

/** `solo Bodegas Leiva y Hotel Mar`; more than three are counted. */
export function limitedText({ t, locale }: Words, to: readonly { readonly name: string }[]): string {
  if (to.length === 0 || to.length > mostNamed) return t('access.people.limited', { count: to.length });
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(to.map(({ name }) => name));
  return t('access.people.limited-to', { names });
}
