import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';

/** What has left cannot be taken back, so it asks once. */
export function SendNow({ count, send }: { count: number; send: () => void }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="top">
      <Popover.Target>
        <Button size="xs" data-size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('expiring.bulk.send-now')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={style.confirm ?? ''} aria-label={t('expiring.bulk.send-now')}>
        <p>{t('expiring.bulk.send-now.then', { count })}</p>
        <Button
          variant="filled"
          mt="xs"
          onClick={() => {
            setOpen(false);
            send();
          }}
        >
          {t('expiring.bulk.send-now.yes')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
