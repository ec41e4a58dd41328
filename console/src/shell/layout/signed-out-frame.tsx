import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { RingMark } from '../ring.tsx';
import { ToastStack } from '../toast/toast-stack.tsx';
import style from './signed-out-frame.module.css';

/** Pages for who is not signed in: one column, one thing to do. */
export function SignedOutFrame() {
  return (
    <div className={style.frame}>
      <header className={style.mark}>
        <RingMark size={30} />
        <span>Vigente</span>
      </header>
      <main className={style.sheet}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <ToastStack />
    </div>
  );
}
