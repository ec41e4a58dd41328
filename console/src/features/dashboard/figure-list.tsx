import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink } from './panel.tsx';

export interface FigureLine {
  readonly name: string;
  readonly figure: { readonly count: number; readonly list: string };
  /** Anything above zero wants somebody. */
  readonly isTrouble?: boolean;
  readonly after?: ReactNode;
}

/** Numbers with their names; each leads to its list. */
export function FigureList({ lines }: { lines: readonly FigureLine[] }) {
  const { locale } = useWords();
  return (
    <ul className={style.figures}>
      {lines.map(({ name, figure, isTrouble = false, after }) => (
        <li key={name}>
          <ListLink list={figure.list} className={style.figure}>
            <strong
              data-trouble={(isTrouble && figure.count > 0) || undefined}
              data-none={figure.count === 0 || undefined}
            >
              {figure.count.toLocaleString(locale)}
            </strong>
            <span>{name}</span>
          </ListLink>
          {after}
        </li>
      ))}
    </ul>
  );
}
