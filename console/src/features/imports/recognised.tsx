import type { ImportPlan } from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './imports.module.css';

/** What the file was taken for, so that a wrong guess is seen before anything is written. */
export function Recognised({ plan }: { plan: ImportPlan }) {
  const { t, has, locale } = useWords();
  const { dates } = plan;
  const facts: [string, string][] = [[t('imports.file'), plan.job.file]];
  for (const [name, value] of Object.entries(fileFacts(plan))) {
    const key = `imports.${name}.${value}`;
    facts.push([t(`imports.${name}`), has(key) ? t(key) : value]);
  }
  if (plan.counts) facts.push([t('imports.lines'), plan.counts.read.toLocaleString(locale)]);
  if (dates?.order) {
    const order = t(`imports.dates.${dates.order}`);
    facts.push([t('imports.dates'), dates.guessed ? t('imports.dates.guessed', { order }) : order]);
  }
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const factNames = ['format', 'encoding', 'separator', 'sheet'] as const;

/** What the server says about the file itself; a workbook has no encoding and no separator. */
function fileFacts(plan: ImportPlan): Partial<Record<(typeof factNames)[number], string>> {
  const said = 'recognised' in plan ? (plan.recognised as Record<string, unknown>) : {};
  return Object.fromEntries(
    factNames.flatMap((name) => (typeof said[name] === 'string' ? [[name, said[name]]] : [])),
  );
}
