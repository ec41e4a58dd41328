import type { PlannedCertificate } from '../validity/certificate-chain.ts';
import type { Coverage } from '../validity/coverage.ts';
import { type Days, daysBetween, isBefore } from '../validity/days.ts';
import { type DatedLimit, forumLimits } from '../validity/limits.ts';
import type { RenewalPlan } from '../validity/renewal-plan.ts';

/** How the marks of a timeline are worded. */
export interface TimelineWords {
  date(day: Temporal.PlainDate): string;
  keptLegend(kept: Days): string;
  addedLegend(added: Days): string;
  limitFrom(day: string, limit: Days): string;
}

/**
 * The plan drawn to scale in `width` columns: its two dates, the days kept before the new ones, one box per
 * certificate from its day of issue to the next one's, and a mark where the forum's limit falls.
 */
export function drawTimeline(plan: RenewalPlan, width: number, words: TimelineWords): readonly string[] {
  const { coverage, daysKept, certificates } = plan;
  return [
    spread(words.date(coverage.from), words.date(coverage.until), width),
    keptBar(coverage.days, daysKept, width),
    ...boxes(coverage, certificates, width),
    ...limitMarks(coverage, width, words),
    legend(coverage.days, daysKept, words),
  ];
}

function spread(left: string, right: string, width: number): string {
  return left + right.padStart(width - left.length);
}

function keptBar(days: Days, kept: Days, width: number): string {
  const share = kept === 0 ? 0 : Math.max(1, Math.round((kept / days) * width));
  return '▓'.repeat(share) + '░'.repeat(width - share);
}

function legend(days: Days, kept: Days, words: TimelineWords): string {
  const added = words.addedLegend(days - kept);
  return kept === 0 ? added : `${words.keptLegend(kept)}   ${added}`;
}

function boxes(
  coverage: Coverage,
  certificates: readonly PlannedCertificate[],
  width: number,
): readonly string[] {
  const walls = [...certificates.map(({ from }) => columnOf(coverage, from, width)), width - 1];
  const drawn = walls
    .slice(1)
    .map((wall, index) => ({ number: index + 1, room: wall - walls[index]! - 1 }))
    .filter(({ room }) => room >= 0);
  const line = (between: string) => drawn.map(({ room }) => '─'.repeat(room)).join(between);
  const numbers = drawn.map(({ number, room }) => centred(String(number), room)).join('│');
  return [`┌${line('┬')}┐`, `│${numbers}│`, `└${line('┴')}┘`];
}

function centred(text: string, room: number): string {
  if (text.length > room) return ' '.repeat(room);
  return text.padStart(Math.floor((room + text.length) / 2)).padEnd(room);
}

function columnOf(coverage: Coverage, day: Temporal.PlainDate, width: number): number {
  return Math.round((daysBetween(coverage.from, day) / coverage.days) * (width - 1));
}

function limitMarks(coverage: Coverage, width: number, words: TimelineWords): readonly string[] {
  const inside = ({ from }: DatedLimit) => isBefore(coverage.from, from) && isBefore(from, coverage.until);
  return forumLimits.filter(inside).map(({ from, days }) => {
    const column = columnOf(coverage, from, width);
    const text = words.limitFrom(words.date(from), days);
    const fits = column + 2 + text.length <= width;
    return fits ? `${' '.repeat(column)}▲ ${text}` : `${text} ▲`.padStart(column + 1);
  });
}
