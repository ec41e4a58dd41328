import type { Language } from '../kernel/locale.ts';
import type { PlannedCertificate } from '../validity/certificate-chain.ts';
import { daysBetween } from '../validity/days.ts';
import type { RenewalPlan } from '../validity/renewal-plan.ts';
import { drawTimeline } from './validity-timeline.ts';
import { type ValidityWords, validityWords } from './validity-words.ts';

const dateLocales = { en: 'en-GB', es: 'es-ES' } as const;

/** The date as a person reads it: `1 Dec 2026`, `1 dic 2026`. */
export function shortDate(day: Temporal.PlainDate, language: Language): string {
  return day.toLocaleString(dateLocales[language], { day: 'numeric', month: 'short', year: 'numeric' });
}

/** The date inside a sentence: `1 December 2026`, `1 de diciembre de 2026`. */
export function longDate(day: Temporal.PlainDate, language: Language): string {
  return day.toLocaleString(dateLocales[language], { dateStyle: 'long' });
}

/** The plan for a person at a terminal of so many columns: what is kept, a timeline, the certificates, the rule. */
export function writeValidityAnswer(plan: RenewalPlan, language: Language, columns: number): string {
  const words = validityWords[language];
  const date = (day: Temporal.PlainDate) => shortDate(day, language);
  const width = Math.min(Math.max(columns, 40), 84) - 2;
  const timeline = drawTimeline(plan, width, { ...words, date });
  const lines = [
    headline(plan, words, (day) => longDate(day, language)),
    '',
    ...indented(timeline),
    '',
    ...indented(certificateTable(plan.certificates, words, date)),
    '',
    ...facts(plan, words, date),
  ];
  return `${lines.join('\n')}\n`;
}

type ShownDate = (day: Temporal.PlainDate) => string;

function headline(plan: RenewalPlan, words: ValidityWords, date: ShownDate): string {
  const { coverage, daysKept: kept, window } = plan;
  const left = daysBetween(coverage.from, window.closes);
  const said = { on: date(coverage.from), until: date(coverage.until), days: coverage.days };
  if (left < 0) return words.lapsed({ ...said, ended: date(window.closes), late: -left });
  if (left === 0) return words.lastDay(said);
  if (kept === left) return words.keeps({ ...said, kept });
  return kept === 0
    ? words.keepsNone({ ...said, lost: left })
    : words.keepsSome({ ...said, kept, lost: left - kept });
}

function certificateTable(
  certificates: readonly PlannedCertificate[],
  words: ValidityWords,
  date: ShownDate,
): readonly string[] {
  const rows = certificates.map(({ from, until, days, limit }, index) =>
    [index + 1, date(from), date(until), days, limit].map(String),
  );
  const table = [[...words.columns], ...rows];
  const widths = words.columns.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('   '));
}

function facts(plan: RenewalPlan, words: ValidityWords, date: ShownDate): readonly string[] {
  const { window, coverage, daysKept, policy } = plan;
  const covered = words.fromTo(date(coverage.from), date(coverage.until));
  const parts = words.parts(daysKept, coverage.days - daysKept);
  return labelled([
    [words.window, words.fromTo(date(window.opens), date(window.closes))],
    [words.coverage, `${covered}, ${words.days(coverage.days)}: ${parts}`],
    [words.policy, `${policy.name}: ${words.policyTerms(policy.windowDays, policy.carriesOver)}`],
    [words.source, words.sources[policy.name] ?? policy.source],
    ...(policy.confirmedBy === 'guide' ? [['', words.unconfirmed] as const] : []),
  ]);
}

function labelled(rows: readonly (readonly [label: string, text: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
