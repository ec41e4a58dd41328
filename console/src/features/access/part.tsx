import { type ReactNode, useId } from 'react';
import style from './access.module.css';

/** One matter of a settings page: its name and a sentence at the left, what can be done at the right. */
export function Part({ title, line, children }: { title: string; line?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={style.part} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {line && <p className="quiet">{line}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
