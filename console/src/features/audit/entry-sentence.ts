import type { AuditEntry } from '../../../../contract/access.ts';
import type { Words } from '../../words/message.ts';

/** `Cambió los derechos de Luis Vega`: what somebody did, without who. An action without words shows its name. */
export function entrySentence(words: Words, entry: AuditEntry): string {
  const key = `audit.did.${entry.action.replaceAll(':', '.')}`;
  const subject = subjectText(words, entry.subject);
  return words.has(key) ? words.t(key, { subject, how: howOf(entry) }) : `${entry.action} · ${subject}`;
}

/** `el pedido 1480500001`: as it stands in a sentence. */
export function subjectText({ t, has }: Words, { kind, id, label }: AuditEntry['subject']): string {
  if (kind === 'export' && has(`audit.export.${id}`)) return t(`audit.export.${id}`);
  const name = label ?? t('audit.numbered', { id });
  return has(`audit.kind.${kind}`) ? t(`audit.kind.${kind}`, { name }) : `${kind} ${name}`;
}

/** What the sentence turns on: `on`, `added`, `declined` …; a message's choices know no hyphen */
function howOf({ before, after }: AuditEntry): string {
  const is = (after ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof is.answer === 'string') return is.answer.replaceAll('-', '_');
  const isOn = is.noticesOn ?? is.sendingOn;
  if (typeof isOn === 'boolean') return isOn ? 'on' : 'off';
  if (typeof is.renewed === 'string') return is.renewed;
  if (before === null) return after === null ? 'changed' : 'added';
  return after === null ? 'removed' : 'changed';
}
