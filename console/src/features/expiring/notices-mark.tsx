import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './notices-mark.module.css';

/** Whether notices go, for whoever may not switch them: a sign, not a switch that refuses. */
export function NoticesMark({ isOn, hasWords = false }: { isOn: boolean; hasWords?: boolean }) {
  const { t } = useWords();
  const says = t(isOn ? 'expiring.notices.are-on' : 'expiring.notices.are-off');
  return (
    <span className={style.mark} title={hasWords ? undefined : says}>
      <Icon name={isOn ? 'bell' : 'bell-off'} size={16} />
      <span className={hasWords ? undefined : 'unseen'}>{says}</span>
    </span>
  );
}
