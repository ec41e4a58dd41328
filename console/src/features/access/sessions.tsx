import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { sessions } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { Bar } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { browserName } from './browser-name.ts';

/** Where the person is signed in, and the way out of each and of all. */
export function Sessions() {
  const { t } = useWords();
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.get<z.infer<typeof sessions>>('/access/sessions'),
  });
  const end = async (path: string) => {
    try {
      await api.delete(path);
      toast({ text: t('access.sessions.ended') });
    } catch (failed) {
      toast({ text: problemText(failed).what, tone: 'problem' });
    }
    await refetch();
  };
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <Bar width="100%" height={104} />;
  return (
    <>
      <ul className={style.lines}>
        {data.rows.map((row) => (
          <li key={row.id}>
            <span>
              {browserName(row.agent) ?? t('access.sessions.unknown')}
              <small>
                {row.address} · <Moment at={row.usedAt} />
              </small>
            </span>
            {row.isCurrent ? (
              <span className={style.mark}>{t('access.sessions.here')}</span>
            ) : (
              <Button onClick={() => void end(`/access/sessions/${row.id}`)}>
                {t('access.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.rows.length > 1 && (
        <Button className={style.below ?? ''} color="red" onClick={() => void end('/access/sessions')}>
          {t('access.sessions.end-all')}
        </Button>
      )}
    </>
  );
}
