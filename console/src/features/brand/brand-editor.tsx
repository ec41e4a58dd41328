import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BrandShown } from '../../../../contract/brand.ts';
import type { Versioned } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { mailQuery } from '../mail/mail-query.ts';
import { SenderForm } from '../mail/sender-form.tsx';
import { Part } from '../settings/part.tsx';
import settings from '../settings/settings.module.css';
import style from './brand.module.css';
import { BrandPreview } from './brand-preview.tsx';
import { ColourField } from './colour-field.tsx';
import { ContactFields } from './contact-fields.tsx';
import { LegalField } from './legal-field.tsx';
import { LogoField } from './logo-field.tsx';
import { NameFields } from './name-fields.tsx';
import { SocialFields } from './social-fields.tsx';
import { useBrand, useBrandDraft } from './use-brand-draft.ts';

/** How customers see the partner, beside a message and a renewal page that show it before it is saved. */
export function BrandEditor() {
  const { data, error, refetch } = useBrand();
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  return data ? <Edit seen={data} /> : <PageSkeleton rows={6} />;
}

function Edit({ seen }: { seen: Versioned<BrandShown> }) {
  const { t } = useWords();
  const mayChange = useMay('settings:change');
  const draft = useBrandDraft(seen);
  const { look, set } = draft;
  const [colours, setColours] = useState(seen.value.colours);
  return (
    <div className={style.halves}>
      <div className={style.column}>
        <fieldset className={style.plain} disabled={!mayChange}>
          <legend className="unseen">{t('settings.section.brand')}</legend>
          {!mayChange && <p className="quiet">{t('settings.read-only')}</p>}
          <Part title={t('brand.company')} line={t('brand.company.line')}>
            <NameFields draft={draft} />
          </Part>
          <Sender />
          <Part title={t('brand.logo')} line={t('brand.logo.line')}>
            <LogoField draft={draft} />
          </Part>
          <Part title={t('brand.colours')} line={t('brand.colours.line')}>
            <ColourField
              label={t('brand.accent')}
              value={look.accent}
              check={colours.light}
              change={(accent) => set({ accent })}
            />
            <ColourField
              label={t('brand.accent-dark')}
              value={look.accentDark}
              check={colours.dark}
              change={(accentDark) => set({ accentDark })}
            />
          </Part>
          <Part title={t('brand.support')} line={t('brand.support.line')}>
            <ContactFields draft={draft} />
          </Part>
          <Part title={t('brand.legal')} line={t('brand.legal.line')}>
            <LegalField draft={draft} />
          </Part>
          <Part title={t('brand.social')} line={t('brand.social.line')}>
            <SocialFields draft={draft} />
          </Part>
        </fieldset>
        {mayChange && (draft.isChanged || !seen.value.isOwn) && (
          <Bar draft={draft} isOwn={seen.value.isOwn} />
        )}
      </div>
      <BrandPreview look={look} isChanged={draft.isChanged} tell={setColours} />
    </div>
  );
}

/** The sender is of the mail settings, and kept with them; nobody looks for it there first. */
function Sender() {
  const { t } = useWords();
  const { data } = useQuery(mailQuery);
  return (
    <Part title={t('mail.sender')} line={t('brand.sender.line')}>
      {data && <SenderForm seen={data} />}
    </Part>
  );
}

function Bar({ draft, isOwn }: { draft: ReturnType<typeof useBrandDraft>; isOwn: boolean }) {
  const { t } = useWords();
  const { isChanged, isBusy, discard, save } = draft;
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  return (
    <section className={settings.saveBar} aria-label={t('settings.unsaved')}>
      <p aria-live="polite">{t(isChanged || isOwn ? 'settings.unsaved' : 'brand.not-own')}</p>
      {isChanged && (
        <Button onClick={discard} disabled={isBusy}>
          {t('settings.discard')}
        </Button>
      )}
      <Button variant="filled" onClick={() => void save()} loading={isBusy}>
        {t('brand.save')}
      </Button>
    </section>
  );
}
