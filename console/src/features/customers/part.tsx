import { type ReactNode, useId } from 'react';
import style from './customers.module.css';

interface PartProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the customer's page, with its heading and what can be done with it. */
export function Part({ title, action, children }: PartProps) {
  const id = useId();
  return (
    <section className={style.part} aria-labelledby={id}>
      <div className={style.partHead}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
