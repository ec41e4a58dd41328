import { Button, Checkbox, Switch } from '@mantine/core';
import { useState } from 'react';
import type { RequestChange, RequestView } from '../../../../contract/requests.ts';
import { useMay } from '../../api/use-session.ts';
import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import { OwnerMenu } from '../expiring/owner-menu.tsx';
import { ClosingForm, type Outcome, outcomes } from './closing-form.tsx';
import { NextDate } from './next-date.tsx';
import { RequestNote } from './request-note.tsx';
import style from './requests.module.css';
import { useRequestChanges } from './use-request-changes.ts';

interface ActionsProps {
  readonly request: RequestView;
  readonly change: (what: RequestChange) => Promise<boolean>;
  readonly may: boolean;
}

/** What can be done with one request: take it, date it, note something, close it or open it again. */
export function RequestActions({ request }: { request: RequestView }) {
  const changeRequests = useRequestChanges();
  const may = useMay('requests:change');
  const change = (what: RequestChange) => changeRequests([request.id], what);
  const props = { request, change, may };
  return (
    <>
      <Keeping {...props} />
      <RequestNote {...props} />
      {may && (request.state === 'open' ? <Closing {...props} /> : <Reopening {...props} />)}
    </>
  );
}

/** Who and when. */
function Keeping({ request, change, may }: ActionsProps) {
  const { t, locale } = useWords();
  const { owner, nextOn, state, silent } = request;
  const isOpen = state === 'open';
  const next = nextOn === null ? t('requests.next.none') : dayText(nextOn, locale);
  return (
    <>
      <dl className={style.facts}>
        <div>
          <dt>{t('requests.owner')}</dt>
          <dd className={style.buttons}>
            {may ? (
              <OwnerMenu
                label={owner ?? t('requests.owner.none')}
                assign={(name) => void change({ kind: 'assign', owner: name })}
              />
            ) : (
              (owner ?? t('requests.owner.none'))
            )}
            {may && isOpen && owner === null && (
              <Button size="xs" data-size="xs" variant="filled" onClick={() => void change({ kind: 'take' })}>
                {t('requests.take')}
              </Button>
            )}
          </dd>
        </div>
        {isOpen && (
          <div>
            <dt>{t('requests.next')}</dt>
            <dd className={style.next} data-overdue={request.overdue || undefined}>
              {may ? (
                <NextDate
                  key={nextOn}
                  label={next}
                  value={nextOn}
                  set={(on) => void change({ kind: 'next', on })}
                />
              ) : (
                next
              )}
              {request.overdue && <span> {t('requests.due.overdue')}</span>}
            </dd>
          </div>
        )}
      </dl>
      {isOpen && (
        <Switch
          checked={!silent}
          disabled={!may}
          label={t(silent ? 'requests.notices.off' : 'requests.notices.on')}
          onChange={({ currentTarget }) => void change({ kind: 'silence', on: !currentTarget.checked })}
        />
      )}
    </>
  );
}

function Closing({ change }: ActionsProps) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome !== null) {
    return (
      <ClosingForm
        outcome={outcome}
        isOne
        close={(what) => void change(what).then((done) => done && setOutcome(null))}
        leave={() => setOutcome(null)}
      />
    );
  }
  return (
    <div className={style.buttons}>
      {outcomes.map((one) => (
        <Button key={one} variant={one === 'renewed' ? 'filled' : 'default'} onClick={() => setOutcome(one)}>
          {t(`requests.close.${one}`)}
        </Button>
      ))}
      <Button variant="subtle" onClick={() => void change({ kind: 'withdraw' })}>
        {t('requests.withdraw')}
      </Button>
    </div>
  );
}

/** One that a newer order in the inventory has closed is opened by that order going away, by nobody's hand. */
function Reopening({ request, change }: ActionsProps) {
  const { t } = useWords();
  const [silent, setSilent] = useState(false);
  if (request.state === 'renewed' && request.closedAt === null) {
    return <p className="quiet">{t('requests.closed-by-inventory')}</p>;
  }
  return (
    <div className={style.closing}>
      <Checkbox
        label={t('requests.reopen.silent')}
        checked={silent}
        onChange={(event) => setSilent(event.currentTarget.checked)}
      />
      <div className={style.buttons}>
        <Button onClick={() => void change({ kind: 'reopen', silent })}>{t('requests.reopen')}</Button>
      </div>
    </div>
  );
}
