import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import type { Listed } from './use-listed.ts';
import { useViewChanges } from './use-view-changes.ts';
import { ownWords, unknownWords } from './view-words.ts';
import style from './views.module.css';

interface ViewNotesProps {
  readonly listed: Listed;
  /** The names of the page's filters. */
  readonly filters: readonly string[];
}

/** What the person has to know of the view that is open: it is gone, or narrows by what there is no more. */
export function ViewNotes({ listed, filters }: ViewNotesProps) {
  const { t } = useWords();
  const change = useChangeAddress();
  const words = useAddressWords();
  const { change: changeView, fail } = useViewChanges(listed.page);
  const { view, more, isGone } = listed;
  if (isGone)
    return (
      <p className={style.notice} role="status">
        <Icon name="warning" />
        <span>{t('views.gone')}</span>
        <button type="button" onClick={() => void change({ saved: undefined })}>
          {t('views.gone.leave')}
        </button>
      </p>
    );
  if (!view) return null;
  const lost = unknownWords(view, [...filters, ...more, 'text', 'sort']);
  if (lost.length === 0) return null;
  const without = Object.fromEntries(
    Object.entries(ownWords(words)).filter(([name]) => !lost.includes(name)),
  );
  const leave = async () => {
    await changeView(view, { words: without }, 'saved').catch(fail);
    await change(Object.fromEntries(lost.map((name) => [name, undefined])));
  };
  return (
    <p className={style.notice} role="status">
      <Icon name="warning" />
      <span>{t('views.lost', { count: lost.length, names: lost.join(', ') })}</span>
      {view.mayChange && (
        <button type="button" onClick={() => void leave()}>
          {t('views.lost.save')}
        </button>
      )}
    </p>
  );
}
