import type { CompiledPart, CompiledTemplate } from './compile-template.ts';
import { dayIn } from './local-end.ts';
import { checkedFacts } from './notice-facts.ts';
import { noticeLead } from './notice-lead.ts';
import { noticeView } from './notice-view.ts';

/** The name as a template writes it; `[*]` stands for any place in a list. */
function known(view: unknown, segments: readonly (string | number)[]): boolean {
  let value: unknown = view;
  for (const segment of segments) {
    // Absent is null, and what is below it depends on the facts: the name itself is known.
    if (value === null || value === undefined) return value === null;
    if (Array.isArray(value) && segment !== 'size' && segment !== 'first' && segment !== 'last') {
      value = value[0] as unknown;
      continue;
    }
    if (typeof value !== 'object') return false;
    if (!Object.hasOwn(value, segment)) return false;
    value = (value as Record<string, unknown>)[segment];
  }
  return value !== undefined;
}

/** Names that a compiled part uses and no notice has, found without rendering: also those in branches not taken. */
export function undefinedVariables(part: CompiledPart, facts: unknown, compiled: CompiledTemplate): string[] {
  const checked = checkedFacts(facts);
  const lead = noticeLead(checked, compiled.source);
  const reader = {
    speaker: compiled.speaker,
    locale: checked.recipient.locale,
    timeZone: checked.recipient.timeZone,
    today: dayIn(checked.asOf, checked.recipient.timeZone),
    promises: true,
  };
  const allowedPurposes = new Set(['safety', 'reminder', 'offer'] as const);
  const view = { ...noticeView({ facts: checked, lead, brand: compiled.brand, reader, allowedPurposes }) };
  const words = { ...view, subject: '', preheader: '' };
  return part.engine
    .globalVariableSegmentsSync(part.template)
    .filter((segments) => !known(words, segments as (string | number)[]))
    .map((segments) => segments.join('.'));
}
