import { Button, Textarea } from '@mantine/core';
import { brandLocales } from '../../../../contract/brand.ts';
import { useWords } from '../../words/use-words.ts';
import type { BrandDraft } from './use-brand-draft.ts';

const most = 1_500;

/** What the law asks for, once for everybody or for each language of the messages. */
export function LegalField({ draft: { look, set, drop, errorOf } }: { draft: BrandDraft }) {
  const { t, locale } = useWords();
  const nameOf = new Intl.DisplayNames([locale], { type: 'language' });
  const { legal } = look;
  if (typeof legal === 'object') {
    const first = Object.values(legal)[0] ?? '';
    const change = (one: (typeof brandLocales)[number], text: string) => {
      const { [one]: _, ...rest } = legal;
      set({ legal: text === '' ? rest : { ...rest, [one]: text } });
    };
    return (
      <>
        {brandLocales.map((one) => (
          <Textarea
            key={one}
            label={t('brand.legal.in', { language: nameOf.of(one) ?? one })}
            value={legal[one] ?? ''}
            maxLength={most}
            autosize
            minRows={3}
            error={errorOf(`legal/${one}`)}
            onChange={({ currentTarget: { value } }) => change(one, value)}
          />
        ))}
        <div>
          <Button onClick={() => (first === '' ? drop('legal') : set({ legal: first }))}>
            {t('brand.legal.one')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Textarea
        label={t('brand.legal.all')}
        placeholder={t('brand.legal.such')}
        value={legal ?? ''}
        maxLength={most}
        autosize
        minRows={3}
        error={errorOf('legal')}
        onChange={({ currentTarget: { value } }) => (value === '' ? drop('legal') : set({ legal: value }))}
      />
      {legal && (
        <div>
          <Button onClick={() => set({ legal: Object.fromEntries(brandLocales.map((one) => [one, legal])) })}>
            {t('brand.legal.each')}
          </Button>
        </div>
      )}
    </>
  );
}
