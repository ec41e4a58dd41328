import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../../words/use-words.ts';
import { announce } from '../announce.ts';
import style from './list.module.css';

/** What can be done with the chosen rows; floats at the foot while any are. */
export function BulkBar({
  count,
  clear,
  children,
}: {
  count: number;
  clear: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const says = t('list.chosen', { count });
  useEffect(() => announce(says), [says]);
  return (
    <section className={style.bulk} aria-label={says}>
      <strong>{says}</strong>
      {children}
      <Button variant="subtle" onClick={clear}>
        {t('list.choose-none')}
      </Button>
    </section>
  );
}
