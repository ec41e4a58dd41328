import { type RawBuilder, sql } from 'kysely';

/** The columns of a `NoticeHead` of the table, or of rows of it, that go by this name. */
export function noticeHeadColumns(from: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${from}.${column}`);
  return sql`${of('id')}, ${of('channel')}, ${of('contact')}, ${of('address_key')} as "addressKey",
    ${of('brand')}, ${of('text_locale')} as "textLocale", ${of('locale')}, ${of('time_zone')} as "timeZone",
    ${of('purpose')}, ${of('tone')}, ${of('template')}, ${of('stage')}, ${of('without_offers')} as "withoutOffers"`;
}
