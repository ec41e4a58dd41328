import { useSyncExternalStore } from 'react';
import { useWords } from '../../words/use-words.ts';
import style from './offline-bar.module.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** No network: what is shown is what was last seen. */
export function OfflineBar() {
  const { t } = useWords();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{!isOnline && <p className={style.bar}>{t('shell.offline')}</p>}</div>;
}
