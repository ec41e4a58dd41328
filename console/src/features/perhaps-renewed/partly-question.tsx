import { Button, Modal } from '@mantine/core';
import type { PerhapsRenewedRow } from '../../../../contract/perhaps-renewed.ts';
import { useWords } from '../../words/use-words.ts';
import style from './perhaps-renewed.module.css';

const shownNames = 12;

interface PartlyQuestionProps {
  readonly row: PerhapsRenewedRow;
  readonly confirm: () => void;
  readonly leave: () => void;
}

/** Before an order that is renewed in part only is taken as renewed: what stays uncovered, and what its notices do. */
export function PartlyQuestion({ row, confirm, leave }: PartlyQuestionProps) {
  const { t } = useWords();
  const { uncovered, serversLeft, old } = row;
  return (
    <Modal
      opened
      onClose={leave}
      title={t('perhaps-renewed.partly', { number: old.number })}
      size={520}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {uncovered.length > 0 && (
        <>
          <p>{t('perhaps-renewed.partly.names', { count: uncovered.length })}</p>
          <ul className={style.left}>
            {uncovered.slice(0, shownNames).map((name) => (
              <li key={name}>
                <strong>{name}</strong>
              </li>
            ))}
            {uncovered.length > shownNames && (
              <li className="quiet">
                {t('perhaps-renewed.more-names', { count: uncovered.length - shownNames })}
              </li>
            )}
          </ul>
        </>
      )}
      {serversLeft > 0 && <p>{t('perhaps-renewed.partly.servers', { count: serversLeft })}</p>}
      <p className={style.then}>{t('perhaps-renewed.partly.then')}</p>
      <div className={style.choice}>
        <Button variant="filled" onClick={confirm}>
          {t('perhaps-renewed.partly.confirm')}
        </Button>
        <Button data-autofocus onClick={leave}>
          {t('perhaps-renewed.partly.back')}
        </Button>
      </div>
    </Modal>
  );
}
