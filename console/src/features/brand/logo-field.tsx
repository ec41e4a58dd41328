import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { LogoRead } from '../../../../contract/brand.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './brand.module.css';
import type { BrandDraft } from './use-brand-draft.ts';

/** A picture from the person's disk, made fit for mail by the server; it is kept when the brand is saved. */
export function LogoField({ draft: { look, set, drop, errorOf } }: { draft: BrandDraft }) {
  const { t } = useWords();
  const problemText = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setWrong(null);
    setNotes([]);
    try {
      const read = await api.post<LogoRead>('/brand/logo', { body: file });
      set({ logo: read.logo });
      setNotes(read.notes);
    } catch (error) {
      const own = isProblem(error) ? error.document.errors?.[0]?.detail : undefined;
      setWrong(own ?? problemText(error).what);
    } finally {
      setBusy(false);
    }
  };
  const { logo } = look;
  return (
    <div className={style.logo}>
      {logo && (
        <p className={style.logoShown}>
          <img src={logo.src} width={logo.width} height={logo.height} alt={t('brand.logo.shown')} />
        </p>
      )}
      <div className={style.row}>
        <FileButton onChange={(file) => void take(file)} accept="image/png,image/jpeg,image/svg+xml">
          {(props) => (
            <Button {...props} loading={isBusy}>
              {t(logo ? 'brand.logo.another' : 'brand.logo.choose')}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" onClick={() => drop('logo')}>
            {t('brand.logo.remove')}
          </Button>
        )}
      </div>
      <div role="status">
        {notes.map((note) => (
          <p key={note} className="quiet">
            {note}
          </p>
        ))}
      </div>
      <p className={style.wrong} role="alert">
        {wrong ?? errorOf('logo/src') ?? errorOf('logo')}
      </p>
    </div>
  );
}
