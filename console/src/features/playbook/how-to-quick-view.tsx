import { PageLink } from '../../shell/page-link.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { useWords } from '../../words/use-words.ts';
import { HowToFacts } from './how-to-facts.tsx';
import { HowToView } from './how-to-view.tsx';
import { howToOf } from './how-tos.ts';
import style from './playbook.module.css';

/** One how-to beside the page where its question arose; its links change the page, and it stays. */
export function HowToQuickView({ id }: QuickViewProps) {
  const { t } = useWords();
  const howTo = howToOf(id);
  if (!howTo) return <NothingHere />;
  return (
    <article className={style.beside} aria-label={t(`playbook.how-to.${howTo.id}`)}>
      <header className={style.besideHead}>
        <p className="quiet">{t('playbook.title')}</p>
        <h2>{t(`playbook.how-to.${howTo.id}`)}</h2>
        <HowToFacts howTo={howTo} />
      </header>
      <HowToView howTo={howTo} isBeside />
      <p className={style.whole}>
        <PageLink to={`/playbook/${howTo.id}`}>{t('playbook.whole')}</PageLink>
      </p>
    </article>
  );
}
