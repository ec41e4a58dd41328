import { useRouter } from '@tanstack/react-router';
import { isProblem } from '../../api/problem.ts';
import { NothingHere } from './nothing-here.tsx';
import { ProblemNote } from './problem-note.tsx';

/** A page that could not be shown; everything around it still works. */
export function PageProblem({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  if (isProblem(error, 'not-found')) return <NothingHere />;
  const again = () => {
    reset();
    // A file of ours that is gone means a newer version: only loading everything anew brings it.
    if (isProblem(error)) void router.invalidate();
    else window.location.reload();
  };
  return <ProblemNote problem={error} again={again} />;
}
