import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSettingsShown, ServerCheckShown } from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ActionButton } from './action-button.tsx';
import style from './mail.module.css';
import { takeUpMail } from './mail-query.ts';
import { CheckSteps } from './server-check.tsx';
import { ServerEdit } from './server-edit.tsx';

/** The partner's own mail server: spoken with first, kept when it takes mail. */
export function ServerForm({ seen }: { seen: MailSettingsShown }) {
  const { t, rich } = useWords();
  const [isEditing, edit] = useState(seen.own === null && seen.installation.kind === 'outbox');
  if (isEditing) return <ServerEdit seen={seen} done={() => edit(false)} />;
  const { own, installation, lastServerCheck } = seen;
  const place = own ?? installation;
  return (
    <div className={style.kept}>
      <p>
        {installation.kind === 'outbox' && !own
          ? t('mail.server.outbox')
          : rich(own ? 'mail.server.own' : 'mail.server.installation', {
              server: <strong key="server">{`${place.host}:${place.port}`}</strong>,
            })}
        {own?.changedBy && (
          <small>
            {rich('mail.server.changed', { by: own.changedBy, at: <Moment key="at" at={own.changedAt} /> })}
          </small>
        )}
      </p>
      {own && !own.passwordReadable && <p className={style.wrong}>{t('mail.server.unreadable')}</p>}
      {lastServerCheck && <CheckSteps check={lastServerCheck} />}
      <div className={style.row}>
        <Button onClick={() => edit(true)}>{t(own ? 'mail.server.change' : 'mail.server.name-own')}</Button>
        {own && <CheckAgain />}
        {own && <Remove />}
      </div>
    </div>
  );
}

function CheckAgain() {
  const { t } = useWords();
  const client = useQueryClient();
  const check = async () => {
    await api.post<ServerCheckShown>('/mail-settings/server-check', { body: {} });
    await takeUpMail(client);
  };
  return <ActionButton run={check}>{t('mail.server.check-again')}</ActionButton>;
}

/** Back to the installation's server. */
function Remove() {
  const { t } = useWords();
  const client = useQueryClient();
  const remove = async () => {
    await takeUpMail(client, await api.delete<MailSettingsShown>('/mail-settings/server'));
    toast({ text: t('mail.server.removed') });
  };
  return (
    <ActionButton variant="subtle" run={remove}>
      {t('mail.server.remove')}
    </ActionButton>
  );
}
