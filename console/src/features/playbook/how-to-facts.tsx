import { roleNames } from '../../../../contract/access.ts';
import { useWords } from '../../words/use-words.ts';
import type { HowTo } from './how-tos.ts';
import style from './playbook.module.css';

/** How long it takes and whom it is for. */
export function HowToFacts({ howTo: { minutes, roles } }: { howTo: HowTo }) {
  const { t } = useWords();
  const isForAll = roles.length === roleNames.length;
  const marks = isForAll ? [t('playbook.everybody')] : roles.map((role) => t(`access.role.${role}`));
  return (
    <span className={style.facts}>
      <span>{t('playbook.minutes', { minutes })}</span>
      <span className={style.roles}>
        <span className="unseen">{t('playbook.for')} </span>
        {marks.map((mark) => (
          <span key={mark} className={style.role}>
            {mark}
          </span>
        ))}
      </span>
    </span>
  );
}
