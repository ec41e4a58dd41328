import { Button } from '@mantine/core';
import { Icon } from '../../shell/icon.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import { useAddressPart } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { HowToFacts } from './how-to-facts.tsx';
import { HowToView } from './how-to-view.tsx';
import { howToOf } from './how-tos.ts';
import style from './playbook.module.css';

/** One how-to, at an address of its own, to be read, sent to a colleague or printed. */
export function HowToPage() {
  const { t } = useWords();
  const howTo = howToOf(useAddressPart('id'));
  if (!howTo) return <NothingHere />;
  return (
    <div className={style.page}>
      <p className={style.back}>
        <PageLink to="/playbook">{t('playbook.back')}</PageLink>
      </p>
      <PageHead title={t(`playbook.how-to.${howTo.id}`)} line={<HowToFacts howTo={howTo} />}>
        <Button
          className={style.print ?? ''}
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {t('playbook.print')}
        </Button>
      </PageHead>
      <HowToView key={howTo.id} howTo={howTo} />
    </div>
  );
}
