import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/use-session.ts';
import { FirstLoad } from './first-load.tsx';
import { ProblemNote } from './problem/problem-note.tsx';

/** Nobody signed in: to the sign-in page, and from there back to where they wanted to go. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const wanted = useRouterState({ select: (state) => state.location.href });
  if (session) return children;
  if (session === null) {
    return (
      <Navigate to={'/sign-in' as never} search={(wanted === '/' ? {} : { to: wanted }) as never} replace />
    );
  }
  return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <FirstLoad />;
}
