import { use } from 'react';
import { useSession } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import type { HowTo } from './how-tos.ts';
import { textsIn } from './load-texts.ts';
import style from './playbook.module.css';
import { HowToLink, RichText } from './rich-text.tsx';

interface HowToViewProps {
  readonly howTo: HowTo;
  readonly isBeside?: boolean;
}

/** The whole of one how-to below its heading. */
export function HowToView({ howTo, isBeside = false }: HowToViewProps) {
  const { t, language } = useWords();
  const text = use(textsIn(language))[howTo.id];
  const Heading = isBeside ? 'h3' : 'h2';
  const rich = (one: string) => <RichText text={one} howTo={howTo} isBeside={isBeside} />;
  return (
    <div className={style.howTo}>
      <p className={style.answer}>{rich(text.answer)}</p>
      <NotForYou howTo={howTo} />
      <section aria-label={t('playbook.steps')}>
        <ol className={style.steps}>
          {text.steps.map((step) => (
            <li key={step}>{rich(step)}</li>
          ))}
        </ol>
      </section>
      <section className={style.worked}>
        <Heading>{t('playbook.worked')}</Heading>
        <p>{rich(text.worked)}</p>
      </section>
      <section>
        <Heading>{t('playbook.otherwise')}</Heading>
        <dl className={style.otherwise}>
          {text.otherwise.map(({ when, do: act }) => (
            <div key={when}>
              <dt>{rich(when)}</dt>
              <dd>{rich(act)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={style.related}>
        <Heading>{t('playbook.related')}</Heading>
        <ul>
          {howTo.related.map((id) => (
            <li key={id}>
              <HowToLink id={id} isBeside={isBeside}>
                {t(`playbook.how-to.${id}`)}
              </HowToLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** To whoever lacks a right that the steps ask for: who holds it. */
function NotForYou({ howTo }: { howTo: HowTo }) {
  const { t } = useWords();
  const permissions = useSession()?.permissions ?? [];
  if (howTo.needs.every((one) => permissions.includes(one))) return null;
  return <p className={style.notForYou}>{t('playbook.not-for-you')}</p>;
}
