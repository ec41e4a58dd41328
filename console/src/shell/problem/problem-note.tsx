import { Button } from '@mantine/core';
import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { NewerVersion } from '../load-file.ts';
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
  if (problem instanceof NewerVersion) return <NewerVersionNote />;
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

/** The server has another version than this tab, and loading it by itself would lose words or did not help. */
function NewerVersionNote() {
  const { t } = useWords();
  return (
    <div className={style.note} role="alert">
      <Icon name="warning" size={22} />
      <div>
        <p className={style.what}>{t('problem.newer')}</p>
        <p className="quiet">{t('problem.newer.then')}</p>
        <Button mt="sm" onClick={() => window.location.reload()}>
          {t('problem.newer.load')}
        </Button>
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
