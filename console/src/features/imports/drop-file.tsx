import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './drop-file.module.css';

interface DropFileProps {
  /** One file or several. */
  readonly take: (files: readonly File[]) => void;
  readonly isBusy: boolean;
}

/** A place to drop files, and a button for whoever drops nothing. */
export function DropFile({ take, isBusy }: DropFileProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { isOver, handlers } = useDrop(take);
  return (
    <div className={style.place} data-over={isOver || undefined} {...handlers}>
      <Icon name="imports" size={40} />
      <p className={style.ask}>{t(isOver ? 'imports.drop.now' : 'imports.drop')}</p>
      <p className="quiet">{t('imports.drop.kinds')}</p>
      <Button variant="filled" loading={isBusy} onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) take(files);
        }}
      />
    </div>
  );
}

function useDrop(take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const handlers = {
    onDragEnter: over,
    onDragOver: over,
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length > 0) take(files);
    },
  };
  return { isOver, handlers };
}
