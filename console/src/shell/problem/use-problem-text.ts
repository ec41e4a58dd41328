import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../words/use-words.ts';

export interface ProblemText {
  readonly what: string;
  /** The one thing to do. */
  readonly toDo: string;
}

/** What happened and what to do, in words. The server's own sentence wins where it knows more than the kind. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t } = useWords();
  return (error) => {
    if (!isProblem(error)) return { what: t('problem.failed'), toDo: t('problem.failed.then') };
    const { kind, document, retryAfterSeconds } = error;
    // Why something is not allowed the server says to programs, by the permission's name.
    if (kind === 'forbidden') return { what: t('problem.forbidden'), toDo: t('problem.forbidden.then') };
    const says = kind === 'invalid' || kind === 'conflict' ? document.detail : undefined;
    return {
      what: says ?? t(`problem.${kind}`),
      toDo: document.hint ?? t(`problem.${kind}.then`, { seconds: retryAfterSeconds ?? 0 }),
    };
  };
}
