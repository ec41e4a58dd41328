import { type ReactNode, useEffect } from 'react';
import style from './signed-out.module.css';

/** A heading, one sentence, one form. */
export function SignedOutPage({
  title,
  line,
  children,
}: {
  title: string;
  line?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Vigente`;
  }, [title]);
  return (
    <div className={style.page}>
      <div>
        <h1>{title}</h1>
        {line && <p>{line}</p>}
      </div>
      {children}
    </div>
  );
}
