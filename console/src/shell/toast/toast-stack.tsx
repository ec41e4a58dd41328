import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import style from './toast-stack.module.css';
import { dismissToast, type Toast, toast, toastStore } from './toasts.ts';

const plainMs = 5_000;
/** Long enough to notice a mistake (WCAG 2.2.1: it waits while it is pointed at or focused). */
const undoMs = 12_000;

export function ToastStack() {
  const { t } = useWords();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot);
  return (
    <section className={style.stack} aria-label={t('shell.toasts')}>
      <div role="status" aria-live="polite">
        {toasts.map((one) => (
          <ToastCard key={one.id} shown={one} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ shown }: { shown: Toast }) {
  const { t } = useWords();
  const problemText = useProblemText();
  const [isHeld, hold] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (isHeld || isBusy) return;
    const timer = setTimeout(
      () => dismissToast(shown.id),
      shown.undo || shown.tone === 'problem' ? undoMs : plainMs,
    );
    return () => clearTimeout(timer);
  }, [shown, isHeld, isBusy]);
  const takeBack = async () => {
    setBusy(true);
    try {
      await shown.undo?.();
      toast({ text: t('shell.undone') });
    } catch (error) {
      toast({ text: problemText(error).what, tone: 'problem' });
    }
    dismissToast(shown.id);
  };
  useShortcuts(shown.undo ? [{ chord: 'mod+z', says: 'keys.undo', run: () => void takeBack() }] : []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only keeps it from leaving
    <div
      className={style.toast}
      data-tone={shown.tone}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon name={shown.tone === 'problem' ? 'warning' : 'check'} />
      <p>{shown.text}</p>
      {shown.undo && (
        <button type="button" className={style.undo} disabled={isBusy} onClick={() => void takeBack()}>
          {t('shell.undo')}
        </button>
      )}
      <button
        type="button"
        className={style.close}
        aria-label={t('shell.close')}
        onClick={() => dismissToast(shown.id)}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
