import type { ReactNode } from 'react';
import type { Dashboard } from '../../../../contract/dashboard.ts';
import { Icon } from '../../shell/icon.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { FigureList } from './figure-list.tsx';
import { ListLink, Panel } from './panel.tsx';

/** What leaves today, whether anything is unusual, and whether every run and import happened. */
export function Sending({ sending, runs }: Pick<Dashboard, 'sending' | 'runs'>) {
  const { t, rich } = useWords();
  return (
    <Panel title={t('dashboard.sending')} place="sending">
      {!sending.on && <Warning>{t('dashboard.sending.off')}</Warning>}
      {sending.on && !runs.workerAlive && <Warning>{t('dashboard.sending.asleep')}</Warning>}
      {sending.held.map(({ at, messages }) => (
        <Warning key={at}>
          {rich('dashboard.sending.held', { messages, at: <Moment key="at" at={at} /> })}
        </Warning>
      ))}
      {(!sending.on || sending.held.length > 0) && (
        <p className={style.line}>
          <ListLink list="/sending">{t('dashboard.sending.decide')}</ListLink>
        </p>
      )}
      <FigureList
        lines={[
          { name: t('dashboard.sending.today'), figure: sending.submittedToday },
          { name: t('dashboard.sending.waiting'), figure: sending.waiting },
          { name: t('dashboard.sending.up-today'), figure: sending.decidedToday },
        ]}
      />
      <dl className={style.facts}>
        <div>
          <dt>{t('dashboard.runs.last-pass')}</dt>
          <dd>{runs.lastPass ? <Moment at={runs.lastPass} /> : t('dashboard.runs.never')}</dd>
        </div>
        <div>
          <dt>{t('dashboard.runs.last-import')}</dt>
          <dd>
            {runs.lastImport ? (
              <>
                <ListLink list={runs.lastImport.list}>{runs.lastImport.file}</ListLink> ·{' '}
                <Moment at={runs.lastImport.at} short />
              </>
            ) : (
              t('dashboard.runs.never')
            )}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className={style.warning}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}
