import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type {
  BrandLook,
  BrandPreviewWish,
  BrandShown,
  BrandPreview as Preview,
} from '../../../../contract/brand.ts';
import { brandLocales } from '../../../../contract/brand.ts';
import { api } from '../../api/client.ts';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './brand.module.css';

interface BrandPreviewProps {
  readonly look: BrandLook;
  readonly isChanged: boolean;
  /** How well the colours of the draft read. */
  readonly tell: (colours: BrandShown['colours']) => void;
}

type Shape = NonNullable<BrandPreviewWish['as']>;
type Locale = NonNullable<BrandPreviewWish['locale']>;

/** The draft as a message and as the renewal page, with made-up orders; a moment after the last change. */
export function BrandPreview({ look, isChanged, tell }: BrandPreviewProps) {
  const { t, language } = useWords();
  const [as, show] = useState<Shape>('mail');
  const [locale, speak] = useState<Locale>(language === 'es' ? 'es-ES' : 'en');
  const settled = useSettled(look);
  const { data, error } = useQuery({
    queryKey: ['brand-preview', as, locale, settled],
    queryFn: ({ signal }) =>
      api.post<Preview>('/brand/preview', { body: { look: presentable(settled), as, locale }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
  });
  const colours = data?.colours;
  useEffect(() => {
    if (colours) tell(colours);
  }, [colours, tell]);
  return (
    <section className={style.preview} aria-label={t('brand.preview')}>
      <div className={style.previewHead}>
        <SegmentedControl
          aria-label={t('brand.preview')}
          value={as}
          onChange={(next) => show(next as Shape)}
          data={(['mail', 'page'] as const).map((value) => ({ value, label: t(`brand.preview.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t('brand.preview.language')}
          value={locale}
          onChange={(next) => speak(next as Locale)}
          data={brandLocales.map((value) => ({ value, label: t(`brand.preview.language.${value}`) }))}
        />
      </div>
      <p className="quiet">{t(isChanged ? 'brand.preview.unsaved' : 'brand.preview.line')}</p>
      {error && <p className={style.wrong}>{t('brand.preview.not')}</p>}
      {data ? (
        <>
          {data.subject && <p className={style.subject}>{data.subject}</p>}
          <iframe
            className={style.frame}
            // No script, form or way out in either; the page besides reads its letters from our own address.
            sandbox={as === 'page' ? 'allow-same-origin' : ''}
            srcDoc={data.html}
            title={t(`brand.preview.${as}`)}
            tabIndex={-1}
          />
        </>
      ) : (
        !error && <PageSkeleton rows={6} />
      )}
    </section>
  );
}

const afterMs = 400;

/** What is typed, once the typing pauses. */
function useSettled(look: BrandLook): BrandLook {
  const [settled, settle] = useState(look);
  useEffect(() => {
    const timer = setTimeout(() => settle(look), afterMs);
    return () => clearTimeout(timer);
  }, [look]);
  return settled;
}

/** What is half typed is left out of the preview, so that the rest is shown. */
function presentable(look: BrandLook): BrandLook {
  const isLink = (text: string) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);
  const links = look.social.filter(({ name, url }) => name.trim() !== '' && isLink(url));
  const { website, consoleUrl, support, ...rest } = look;
  const email = support?.email;
  return {
    ...rest,
    name: look.name.trim() || '…',
    social: links,
    ...(website && isLink(website) ? { website } : {}),
    ...(consoleUrl && isLink(consoleUrl) ? { consoleUrl } : {}),
    ...(support ? { support: withoutHalfAddress(support, email) } : {}),
  };
}

function withoutHalfAddress(support: NonNullable<BrandLook['support']>, email: string | undefined) {
  const { email: _, ...rest } = support;
  return email && /^\S+@\S+\.\S{2,}$/.test(email) ? { ...rest, email } : rest;
}
