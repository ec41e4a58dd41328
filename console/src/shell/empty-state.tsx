import type { ReactNode } from 'react';
import style from './empty-state.module.css';
import { RingMark } from './ring.tsx';

/** One sentence, one picture of the ring, one action. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className={style.empty}>
      <RingMark size={72} />
      <h2>{title}</h2>
      {text && <p className="quiet">{text}</p>}
      {children && <div className={style.action}>{children}</div>}
    </div>
  );
}
