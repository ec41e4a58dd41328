import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import type { Listed } from './use-listed.ts';
import { useSaveView } from './use-save-view.ts';
import { NewViewForm } from './view-form.tsx';
import { addressOfView, isChanged } from './view-words.ts';
import style from './views.module.css';

/** "Vista cambiada · Guardar · Volver": into the view itself where the person may, else under another name. */
export function ChangedView({ listed }: { listed: Listed }) {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const { view } = listed;
  const save = useSaveView(view);
  const [isNaming, setNaming] = useState(false);
  if (!view || !isChanged(view, words)) return null;
  const back = () => void change({ ...addressOfView(view, words), columns: undefined });
  return (
    <span className={style.changed}>
      <span>{t('views.changed')}</span>
      <button type="button" onClick={view.mayChange ? save : () => setNaming(true)}>
        {t(view.mayChange ? 'views.save' : 'views.save-as.short')}
      </button>
      <button type="button" onClick={back}>
        {t('views.back')}
      </button>
      {isNaming && <NewViewForm listed={listed} close={() => setNaming(false)} />}
    </span>
  );
}
