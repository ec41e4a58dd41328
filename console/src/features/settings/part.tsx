import { type ReactNode, useId } from 'react';
import style from './settings.module.css';

/** One matter of a section: its name and a sentence at the left, what can be set at the right. */
export function Part({ title, line, children }: { title: string; line?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={style.part} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {line && <p className="quiet">{line}</p>}
      </div>
      <div className={style.fields}>{children}</div>
    </section>
  );
}
