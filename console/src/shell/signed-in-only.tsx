import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/use-session.ts';
import { FirstLoad } from './first-load.tsx';
import { ProblemNote } from './problem/problem-note.tsx';

/** Nobody signed in: to the sign-in page, and from there back to where they wanted to go. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (session) return children;
  if (session === null) return <ToSignIn />;
  return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <FirstLoad />;
}

function ToSignIn() {
  // Read once: on the way to the sign-in page the address is already another.
  const [wanted] = useState(useRouterState({ select: (state) => state.location.href }));
  const [search] = useState(wanted === '/' ? {} : { to: wanted });
  return <Navigate to={'/sign-in' as never} search={search as never} replace />;
}
