import { useWords } from '../../words/use-words.ts';
import { QuickLink } from '../page-link.tsx';
import style from './help-link.module.css';
import type { HowToId } from './how-to-ids.ts';

/** Where a question arises: opens its how-to beside the page. */
export function HelpLink({ about }: { about: HowToId }) {
  const { t } = useWords();
  return (
    <QuickLink kind="how-to" id={about} className={style.help}>
      <span className={style.mark} aria-hidden="true">
        ?
      </span>
      {t(`playbook.ask.${about}`)}
    </QuickLink>
  );
}
