import { type ReactNode, useEffect } from 'react';
import { HelpLink } from './help/help-link.tsx';
import type { HowToId } from './help/how-to-ids.ts';
import style from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** One quiet line beneath: how many, of when. */
  readonly line?: ReactNode;
  /** The how-to that answers what is asked here. */
  readonly help?: HowToId;
  /** The page's actions, at the right. */
  readonly children?: ReactNode;
}

/** A page's one heading; names the browser's tab too. */
export function PageHead({ title, line, help, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Vigente`;
  }, [title]);
  return (
    <div className={style.head}>
      <div className={style.words}>
        <h1>{title}</h1>
        {line && <p className="quiet">{line}</p>}
        {help && <HelpLink about={help} />}
      </div>
      {children && <div className={style.actions}>{children}</div>}
    </div>
  );
}
