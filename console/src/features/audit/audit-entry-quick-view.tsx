import { useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { usePreferences } from '../../api/use-session.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './audit.module.css';
import { personText } from './audit-columns.tsx';
import { changedFields } from './changed-fields.ts';
import { entrySentence, subjectText } from './entry-sentence.ts';
import { fieldName, shownValue } from './shown-value.ts';

/** One entry of the log: who, when, and each field before and after. */
export function AuditEntryQuickView({ id }: QuickViewProps) {
  const words = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-entry', id],
    queryFn: ({ signal }) => api.get<AuditEntry>(`/access/audit/entries/${id}`, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) {
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={4} />;
  }
  const sentence = entrySentence(words, data);
  return (
    <article className={style.entry} aria-label={sentence}>
      <h2>{sentence}</h2>
      <p className="quiet">
        {personText(words, data)} · <Moment at={data.at} />
      </p>
      <Changes entry={data} />
      <ul className={style.links}>
        <li>
          <PageLink to="/audit" words={{ kind: data.subject.kind, subject: data.subject.id }}>
            {words.t('audit.only', { subject: subjectText(words, data.subject) })}
          </PageLink>
        </li>
        <Whole subject={data.subject} />
      </ul>
    </article>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePreferences();
  const fields = changedFields(entry.before, entry.after);
  if (fields.length === 0) return null;
  const hasBefore = fields.some(({ was }) => was !== undefined);
  const hasAfter = fields.some(({ is }) => is !== undefined);
  const side = (field: string, value: unknown) => (
    <td>{value === undefined ? '' : shownValue(words, { field, value, timeZone })}</td>
  );
  return (
    <table className={style.changes}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {hasBefore && <th scope="col">{t('audit.before')}</th>}
          {hasAfter && <th scope="col">{t(hasBefore ? 'audit.after' : 'audit.value')}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, was, is }) => (
          <tr key={field}>
            <th scope="row">{fieldName(words, field)}</th>
            {hasBefore && side(field, was)}
            {hasAfter && side(field, is)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The way to the thing itself, where it has a place of its own. */
function Whole({ subject: { kind, id } }: { subject: AuditEntry['subject'] }) {
  const { t } = useWords();
  if (kind === 'order') {
    return (
      <li>
        <QuickLink kind="order" id={id}>
          {t('audit.see.order')}
        </QuickLink>
      </li>
    );
  }
  if (kind !== 'customer') return null;
  return (
    <li>
      <PageLink to={`/customers/${id}`}>{t('audit.see.customer')}</PageLink>
    </li>
  );
}
