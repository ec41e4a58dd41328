import { Modal } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import style from './help-sheet.module.css';
import { listedShortcuts, type Shortcut } from './shortcuts.ts';

/** Every shortcut that works here and now. */
export function HelpSheet({ close }: { close: () => void }) {
  const { t } = useWords();
  const listed = listedShortcuts();
  const go = listed.filter(({ chord }) => chord.startsWith('g '));
  const rest = listed.filter((shortcut) => !go.includes(shortcut));
  return (
    <Modal
      opened
      onClose={close}
      title={t('keys.help')}
      size={640}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={style.groups}>
        <Keys heading={t('keys.group.here')} shortcuts={rest} />
        <Keys heading={t('keys.group.go')} shortcuts={go} />
      </div>
    </Modal>
  );
}

function Keys({ heading, shortcuts }: { heading: string; shortcuts: readonly Shortcut[] }) {
  const { t } = useWords();
  const sentences = [...new Set(shortcuts.map(({ says }) => says!))];
  return (
    <section>
      <h3>{heading}</h3>
      <dl className={style.keys}>
        {sentences.map((says) => (
          <div key={says}>
            <dt>{t(says)}</dt>
            <dd>
              {shortcuts
                .filter((shortcut) => shortcut.says === says)
                .map(({ chord }) => (
                  <Chord key={chord} chord={chord} />
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const shownKeys: Readonly<Record<string, string>> = { mod: 'Ctrl', Escape: 'Esc', Enter: '↵', ' ': '␣' };

function Chord({ chord }: { chord: string }) {
  const keys = chord === ' ' ? [chord] : chord.split(/[ +]/);
  return (
    <span className={style.chord}>
      {keys.map((key) => (
        <kbd key={key}>
          {shownKeys[key] ?? (key.length === 1 && chord.startsWith('mod') ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}
