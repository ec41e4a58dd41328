import type { AuditEntry } from '../../../../contract/access.ts';
import type { Column } from '../../shell/list/column.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import type { Words } from '../../words/message.ts';
import style from './audit.module.css';
import { changedFields } from './changed-fields.ts';
import { entrySentence } from './entry-sentence.ts';
import { fieldName, shownValue } from './shown-value.ts';

export function auditColumns(words: Words, timeZone: string): Column<AuditEntry>[] {
  const { t } = words;
  return [
    { key: 'at', title: t('audit.at'), width: '170px', card: 'aside', cell: (row) => <Moment at={row.at} /> },
    {
      key: 'person',
      title: t('audit.person'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => personText(words, row),
    },
    {
      key: 'action',
      title: t('audit.action'),
      width: 'minmax(220px, 2.2fr)',
      card: 'title',
      cell: (row) => (
        <QuickLink kind="audit-entry" id={row.id} className={style.sentence}>
          {entrySentence(words, row)}
        </QuickLink>
      ),
    },
    {
      key: 'change',
      title: t('audit.change'),
      width: 'minmax(180px, 2fr)',
      cell: (row) => {
        const change = changeText(words, row, timeZone);
        return <span title={change}>{change}</span>;
      },
    },
  ];
}

/** `Marta Ibáñez`, `Marta Ibáñez (clave de API)`, `línea de comandos (root)`. */
export function personText({ t }: Words, { person, operator, via }: AuditEntry): string {
  if (operator) return `${t(`audit.via.${via}`)} (${operator})`;
  const name = person?.name;
  if (!name) return t(`audit.via.${via}`);
  return via === 'session' ? name : `${name} (${t(`audit.via.${via}`)})`;
}

/** `Función: Ventas → Soporte · Ve precios: no → sí`. */
function changeText(words: Words, { before, after }: AuditEntry, timeZone: string): string {
  return changedFields(before, after)
    .map(({ field, was, is }) => {
      const sides = [was, is].filter((side) => side !== undefined);
      const texts = sides.map((value) => shownValue(words, { field, value, timeZone }));
      return `${fieldName(words, field)}: ${texts.join(' → ')}`;
    })
    .join(' · ');
}
