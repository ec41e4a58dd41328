import { colleaguesOf } from '../access/colleagues.ts';
import { type Language, languageOf } from '../kernel/locale.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import { partnerOfId } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';
import { readDigestLink } from './digest-link.ts';
import { changePreference, preferenceOf } from './own-preference.ts';

export interface DigestLinkDeps {
  readonly db: Database;
  readonly now: () => Temporal.Instant;
  readonly secrets: Secrets;
}

/** What the page behind the link of a daily mail shows. */
export interface DigestChoice {
  readonly partner: string;
  readonly language: Language;
  readonly digestOn: boolean;
}

/**
 * Whether the mail comes, for the one who holds its link; with `on`, what they say of it now. Undefined for a link that
 * is not ours, or of somebody who works there no longer.
 */
export async function answerDigestLink(
  deps: DigestLinkDeps,
  token: string,
  on?: boolean,
): Promise<DigestChoice | undefined> {
  const reader = readDigestLink(token, deps.secrets);
  const partner = reader && (await partnerOfId(deps.db, reader.partner));
  if (!reader || !partner) return undefined;
  const colleague = (await colleaguesOf(deps.db, partner.id)).find(({ person }) => person === reader.person);
  if (!colleague) return undefined;
  const { person, name } = colleague;
  const { digestOn } = await deps.db
    .forPartner(partner.id)
    .transaction((tx) =>
      on === undefined
        ? preferenceOf(tx, person)
        : changePreference(tx, { person, name, by: { person, via: 'link' } }, { digestOn: on }, deps.now()),
    );
  const language =
    colleague.language === 'es' || colleague.language === 'en'
      ? colleague.language
      : languageOf(partner.settings.defaultLocale);
  return { partner: partner.name, language, digestOn };
}
