import { type ReactNode, useId } from 'react';
import { PageLink } from '../../shell/page-link.tsx';
import { parseSearch } from '../../shell/search-text.ts';
import style from './dashboard.module.css';

type Place = 'breaking' | 'mend' | 'sending' | 'due' | 'money' | 'rate';

interface PanelProps {
  readonly title: string;
  /** One quiet sentence under the title. */
  readonly line?: ReactNode;
  /** Where it stands among the others. */
  readonly place: Place;
  readonly children: ReactNode;
}

/** One question and its answer. */
export function Panel({ title, line, place, children }: PanelProps) {
  const id = useId();
  return (
    <section className={style.panel} data-place={place} aria-labelledby={id}>
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
  title?: string;
}) {
  const [to = '/', words = ''] = list.split('?');
  return (
    <PageLink to={to} words={parseSearch(words)} {...rest}>
      {children}
    </PageLink>
  );
}
