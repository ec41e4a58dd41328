import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationMade, People } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { InvitationLink } from './invitation-link.tsx';
import { limitedText } from './limited-text.ts';

type Invitation = People['invitations'][number];

/** Who was invited and has not come yet. */
export function Invitations({
  invitations,
  mayManage,
}: {
  invitations: readonly Invitation[];
  mayManage: boolean;
}) {
  const words = useWords();
  const { t, rich } = words;
  const problemText = useProblemText();
  const client = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const change = async (run: () => Promise<string>) => {
    try {
      toast({ text: await run() });
    } catch (error) {
      toast({ text: problemText(error).what, tone: 'problem' });
    }
    await client.invalidateQueries({ queryKey: ['people'] });
  };
  const resend = (id: string) => async () => {
    const made = await api.post<InvitationMade>(`/access/invitations/${id}/resend`);
    setLink(made.link);
    return t(made.mailed ? 'access.invite.mailed' : 'access.invite.made');
  };
  const revoke = (id: string) => async () => {
    await api.delete(`/access/invitations/${id}`);
    return t('access.invite.revoked');
  };
  return (
    <section className={style.below}>
      <h2>{t('access.people.invited')}</h2>
      <ul className={style.lines}>
        {invitations.map((one) => (
          <li key={one.id}>
            <span>
              {one.name}
              <small>
                {one.email} · {t(`access.role.${one.role}`)} ·{' '}
                {one.limitedTo && `${limitedText(words, one.limitedTo)} · `}
                {one.isOver
                  ? t('access.invite.over')
                  : rich('access.invite.until', { at: <Moment key="at" at={one.expiresAt} short /> })}
              </small>
            </span>
            {mayManage && (
              <span className={style.actions}>
                <Button onClick={() => void change(resend(one.id))}>{t('access.invite.resend')}</Button>
                <Button color="red" onClick={() => void change(revoke(one.id))}>
                  {t('access.invite.revoke')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {link && <InvitationLink link={link} />}
    </section>
  );
}
