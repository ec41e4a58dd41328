import { useState } from 'react';
import type { TestMessageAnswer } from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { ActionButton } from './action-button.tsx';
import style from './mail.module.css';

/** A real message to whoever asks for it, over what is in use. */
export function TestMessage() {
  const { t } = useWords();
  const own = useSession()?.person.email;
  const [answer, setAnswer] = useState<TestMessageAnswer | null>(null);
  const send = async () => {
    setAnswer(null);
    setAnswer(await api.post<TestMessageAnswer>('/mail-settings/test-message', { body: {} }));
  };
  const isThere = answer?.outcome === 'submitted';
  return (
    <>
      <div>
        <ActionButton run={send}>{t('mail.test.send', { address: own ?? '' })}</ActionButton>
      </div>
      <div aria-live="polite">
        {answer && (
          <div className={style.check} data-ok={isThere}>
            <p className={style.said}>
              <Icon name={isThere ? 'check' : 'warning'} />
              <strong>{answer.words}</strong>
            </p>
            {answer.todo && <p>{answer.todo}</p>}
            {answer.said && (
              <p className="quiet">
                {t('mail.said')} <q lang="">{answer.said}</q>
              </p>
            )}
          </div>
        )}
      </div>
    </>
  );
}
