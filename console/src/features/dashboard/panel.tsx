import { type ReactNode, useId } from 'react';
import { PageLink } from '../../shell/page-link.tsx';
import { parseSearch } from '../../shell/search-text.ts';
import style from './dashboard.module.css';

interface PanelProps {
  readonly title: string;
  /** One quiet sentence under the title. */
  readonly line?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One question and its answer. */
export function Panel({ title, line, isWide = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={style.panel} data-wide={isWide || undefined} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {line && <p className={style.line}>{line}</p>}
      {children}
    </section>
  );
}

/** A link to an address of the console that the server wrote: `/expiring?group=7`. */
export function ListLink({
  list,
  children,
  ...rest
}: {
  list: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  const [to = '/', words = ''] = list.split('?');
  return (
    <PageLink to={to} words={parseSearch(words)} {...rest}>
      {children}
    </PageLink>
  );
}
