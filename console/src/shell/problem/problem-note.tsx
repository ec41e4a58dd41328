import { Button } from '@mantine/core';
import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import style from './problem.module.css';
import { useProblemText } from './use-problem-text.ts';

interface ProblemNoteProps {
  readonly problem: unknown;
  /** Tries the same again. */
  readonly again?: (() => void) | undefined;
}

/** What went wrong, in the place of what was asked for. */
export function ProblemNote({ problem, again }: ProblemNoteProps) {
  const { t } = useWords();
  const { what, toDo } = useProblemText()(problem);
  return (
    <div className={style.note} role="alert">
      <Icon name="warning" size={22} />
      <div>
        <p className={style.what}>{what}</p>
        <p className="quiet">{toDo}</p>
        {again && !isProblem(problem, 'forbidden') && (
          <Button mt="sm" onClick={again}>
            {t('problem.again')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Somebody else changed it meanwhile (412): what was typed stays, and the newer state is one click away. */
export function StaleNote({ reload }: { reload: () => void }) {
  const { t } = useWords();
  return (
    <div className={style.note} data-kind="stale" role="alert">
      <Icon name="warning" size={22} />
      <div>
        <p className={style.what}>{t('problem.stale')}</p>
        <p className="quiet">{t('problem.stale.then')}</p>
        <Button mt="sm" onClick={reload}>
          {t('problem.stale.reload')}
        </Button>
      </div>
    </div>
  );
}
