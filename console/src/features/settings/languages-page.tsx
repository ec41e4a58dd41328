import { Select, TextInput } from '@mantine/core';
import type { Languages, LanguagesView } from '../../../../contract/settings.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import effect from './effect.module.css';
import { Part } from './part.tsx';
import { PartPage } from './part-page.tsx';

const common = ['es-ES', 'es-MX', 'es-CO', 'es-AR', 'es-CL', 'es-PE', 'es-419', 'en', 'en-GB', 'en-US'];

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

export function LanguagesPage() {
  const { t, locale } = useWords();
  const nameOf = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <PartPage<Languages, LanguagesView>
      part="languages"
      isWrong={({ defaultTimeZone }) => !isZone(defaultTimeZone)}
    >
      {({ value, set }, { seen }) => (
        <>
          <Part title={t('settings.languages.default')} line={t('settings.languages.default.line')}>
            <Select
              label={t('settings.field.defaultLocale')}
              searchable
              value={value.defaultLocale}
              onChange={(next) => next && set({ defaultLocale: next })}
              data={[...new Set([...common, value.defaultLocale])].map((one) => ({
                value: one,
                label: `${nameOf.of(one) ?? one} (${one})`,
              }))}
            />
            <TextInput
              label={t('settings.field.defaultTimeZone')}
              list="settings-zones"
              value={value.defaultTimeZone}
              error={isZone(value.defaultTimeZone) ? undefined : t('settings.languages.zone.wrong')}
              onChange={(event) => set({ defaultTimeZone: event.currentTarget.value })}
            />
            <datalist id="settings-zones">
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </Part>
          <Part title={t('settings.languages.texts')} line={t('settings.languages.texts.line')}>
            <ul>
              {seen.withTexts.map((one) => (
                <li key={one}>
                  {nameOf.of(one)} ({one})
                </li>
              ))}
            </ul>
            <p>
              <PageLink to="/plan">{t('settings.languages.look')}</PageLink>
            </p>
            <table className={effect.table}>
              <caption>{t('settings.languages.spoken')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('settings.languages.of')}</th>
                  <th scope="col">{t('settings.languages.reads')}</th>
                  <th scope="col">{t('settings.languages.contacts')}</th>
                </tr>
              </thead>
              <tbody>
                {seen.spoken.map(({ locale: own, textLocale, contacts }) => (
                  <tr key={own}>
                    <th scope="row">{own ?? t('settings.languages.unsaid')}</th>
                    <td>{nameOf.of(textLocale)}</td>
                    <td>{contacts.toLocaleString(locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Part>
        </>
      )}
    </PartPage>
  );
}
