import { use } from 'react';
import { roleNames } from '../../../../contract/access.ts';
import { useSession } from '../../api/use-session.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import type { Filter } from '../../shell/list/filters.ts';
import { NothingMatches } from '../../shell/list/nothing-matches.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { findHowTos } from './find-how-tos.ts';
import { HowToFacts } from './how-to-facts.tsx';
import { type HowTo, howTos, topics } from './how-tos.ts';
import { textsIn } from './load-texts.ts';
import style from './playbook.module.css';
import { RichText } from './rich-text.tsx';

/** How the daily tasks are done here: by topic, or what holds the words that are looked for. */
export function PlaybookPage() {
  const { t } = useWords();
  const { text = '', role } = useAddressWords();
  const found = useFound(text, role);
  return (
    <div className={style.page}>
      <PageHead title={t('playbook.title')} line={t('playbook.line')} />
      <FilterBar textLabel={t('playbook.find')} filters={useFilters()} />
      {text !== '' || found.length === 0 ? (
        <Found found={found} />
      ) : (
        topics.map((topic) => <Topic key={topic} topic={topic} found={found} />)
      )}
    </div>
  );
}

function useFound(text: string, role: string | undefined): readonly HowTo[] {
  const { t, language, locale } = useWords();
  const texts = use(textsIn(language));
  const said = ({ id }: HowTo) => ({
    names: `${t(`playbook.how-to.${id}`)} ${t(`playbook.find.${id}`)}`,
    text: texts[id],
  });
  return findHowTos(howTos, { text, role }, said, locale);
}

function useFilters(): readonly Filter[] {
  const { t } = useWords();
  const own = useSession()?.role;
  const inOrder = [...(own ? [own] : []), ...roleNames.filter((role) => role !== own)];
  return [
    {
      name: 'role',
      title: t('playbook.filter.role'),
      options: inOrder.map((role) => ({ value: role, label: t(`access.role.${role}`) })),
      says: (role) => t('playbook.says.role', { role: t(`access.role.${role}`) }),
    },
  ];
}

function Found({ found }: { found: readonly HowTo[] }) {
  const { t } = useWords();
  return (
    <>
      <p className="unseen" role="status">
        {t('playbook.found', { count: found.length })}
      </p>
      {found.length === 0 ? <NothingMatches /> : <Entries found={found} heading="h2" />}
    </>
  );
}

function Topic({ topic, found }: { topic: string; found: readonly HowTo[] }) {
  const { t } = useWords();
  const own = found.filter((one) => one.topic === topic);
  if (own.length === 0) return null;
  return (
    <section className={style.topic} aria-labelledby={`topic-${topic}`}>
      <h2 id={`topic-${topic}`}>{t(`playbook.topic.${topic}`)}</h2>
      <Entries found={own} heading="h3" />
    </section>
  );
}

function Entries({ found, heading: Heading }: { found: readonly HowTo[]; heading: 'h2' | 'h3' }) {
  const { t, language } = useWords();
  const texts = use(textsIn(language));
  return (
    <ul className={style.entries}>
      {found.map((howTo) => (
        <li key={howTo.id}>
          <Heading>
            <PageLink to={`/playbook/${howTo.id}`}>{t(`playbook.how-to.${howTo.id}`)}</PageLink>
          </Heading>
          <p>
            <RichText text={texts[howTo.id].answer} howTo={howTo} isBeside={false} />
          </p>
          <HowToFacts howTo={howTo} />
        </li>
      ))}
    </ul>
  );
}
