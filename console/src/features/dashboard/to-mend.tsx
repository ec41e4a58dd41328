import type { Dashboard } from '../../../../contract/dashboard.ts';
import { useWords } from '../../words/use-words.ts';
import { FigureList } from './figure-list.tsx';
import { Panel } from './panel.tsx';

/** What wants a person's decision or hand. */
export function ToMend({ seen }: { seen: Dashboard }) {
  const { t } = useWords();
  return (
    <Panel title={t('dashboard.mend')} place="mend">
      <FigureList
        lines={[
          { name: t('dashboard.mend.requests'), figure: seen.requests },
          { name: t('dashboard.mend.overdue'), figure: seen.overdueRequests, isTrouble: true },
          { name: t('dashboard.mend.perhaps'), figure: seen.perhapsRenewed },
          { name: t('dashboard.mend.no-contact'), figure: seen.noContact, isTrouble: true },
          { name: t('dashboard.mend.failed'), figure: seen.failed, isTrouble: true },
          { name: t('dashboard.mend.uncertain'), figure: seen.uncertain, isTrouble: true },
          { name: t('dashboard.mend.bounced'), figure: seen.bounced, isTrouble: true },
        ]}
      />
    </Panel>
  );
}
