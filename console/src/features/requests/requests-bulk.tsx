import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import type { RequestChange, RequestRow } from '../../../../contract/requests.ts';
import { useWords } from '../../words/use-words.ts';
import { OwnerMenu } from '../expiring/owner-menu.tsx';
import { ClosingForm, type Outcome, outcomes } from './closing-form.tsx';
import { NextDate } from './next-date.tsx';
import style from './requests.module.css';
import type { ChangeRequests } from './use-request-changes.ts';

interface RequestsBulkProps {
  readonly chosen: readonly RequestRow[];
  readonly change: ChangeRequests;
  readonly clear: () => void;
}

/** What can be done with the chosen requests at once: with open ones to work on them, with closed ones to open them. */
export function RequestsBulk({ chosen, change, clear }: RequestsBulkProps) {
  const { t } = useWords();
  const all = (what: RequestChange) =>
    void change(
      chosen.map(({ id }) => id),
      what,
    ).then((done) => done && clear());
  const isOpen = chosen.some(({ state }) => state === 'open');
  const isClosed = chosen.some(({ state, closedAt }) => state === 'withdrawn' || closedAt !== null);
  const button = (label: string, what: RequestChange) => (
    <Button size="xs" data-size="xs" onClick={() => all(what)}>
      {label}
    </Button>
  );
  return (
    <>
      {isOpen && button(t('requests.take'), { kind: 'take' })}
      <OwnerMenu label={t('requests.assign')} assign={(owner) => all({ kind: 'assign', owner })} />
      {isOpen && <NextDate label={t('requests.next')} value={null} set={(on) => all({ kind: 'next', on })} />}
      {isOpen && outcomes.map((one) => <Close key={one} outcome={one} close={all} />)}
      {isClosed && button(t('requests.reopen'), { kind: 'reopen', silent: false })}
    </>
  );
}

function Close({ outcome, close }: { outcome: Outcome; close: (change: RequestChange) => void }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="top" width={340}>
      <Popover.Target>
        <Button size="xs" data-size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(`requests.close.${outcome}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={style.popover ?? ''} aria-label={t(`requests.close.${outcome}`)}>
        <ClosingForm
          outcome={outcome}
          isOne={false}
          close={(change) => {
            setOpen(false);
            close(change);
          }}
          leave={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
