import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { apiKeys } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { NewKeyForm } from './new-key-form.tsx';
import { scopeText } from './scope-groups.ts';

type Keys = z.infer<typeof apiKeys>;

export function ApiKeysPage() {
  const { t } = useWords();
  const [isMaking, setMaking] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['keys'],
    queryFn: () => api.get<Keys>('/access/keys'),
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={5} />;
  const make = (
    <Button variant="filled" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
      {t('access.keys.make')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('nav.api-keys')} line={t('access.keys.line')}>
        {data.rows.length > 0 && make}
      </PageHead>
      {data.rows.length === 0 ? (
        <EmptyState title={t('access.keys.none')} text={t('access.keys.none.text')}>
          {make}
        </EmptyState>
      ) : (
        <ul className={style.lines}>
          {data.rows.map((row) => (
            <KeyLine key={row.id} row={row} changed={() => void refetch()} />
          ))}
        </ul>
      )}
      {isMaking && (
        <NewKeyForm scopes={data.scopes} close={() => setMaking(false)} made={() => void refetch()} />
      )}
    </>
  );
}

function KeyLine({ row, changed }: { row: Keys['rows'][number]; changed: () => void }) {
  const { t, rich } = useWords();
  const problemText = useProblemText();
  const revoke = async () => {
    try {
      await api.delete(`/access/keys/${row.id}`);
      toast({ text: t('access.keys.revoked-now', { name: row.name }) });
    } catch (error) {
      toast({ text: problemText(error).what, tone: 'problem' });
    }
    changed();
  };
  return (
    <li>
      <span>
        {row.name} <code>{row.start}…</code>
        <small>
          <Scopes scopes={row.scopes} />
          {row.maker} ·{' '}
          {row.lastUsedAt
            ? rich('access.keys.used', { at: <Moment key="at" at={row.lastUsedAt} short /> })
            : t('access.keys.unused')}
          {row.expiresAt && (
            <>
              {' · '}
              {rich('access.keys.until', { at: <Moment key="at" at={row.expiresAt} short /> })}
            </>
          )}
        </small>
      </span>
      {row.revokedAt ? (
        <span className={style.mark}>{t('access.keys.revoked')}</span>
      ) : (
        <Button
          color="red"
          aria-label={t('access.keys.revoke-of', { name: row.name })}
          onClick={() => void revoke()}
        >
          {t('access.keys.revoke')}
        </Button>
      )}
    </li>
  );
}

const fewScopes = 3;

/** A few are told at once, many when asked. */
function Scopes({ scopes }: { scopes: readonly string[] }) {
  const words = useWords();
  const texts = scopes.map((scope) => scopeText(words, scope));
  if (scopes.length <= fewScopes) return <>{texts.join(', ')} · </>;
  return (
    <details className={style.keyScopes}>
      <summary>{words.t('scope.several', { count: scopes.length })}</summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
