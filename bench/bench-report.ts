/** One measured thing as a line of a benchmark's account. */
export interface BenchLine {
  readonly name: string;
  readonly millis: number;
  /** What was done so often, for the rate. */
  readonly done?: { readonly count: number; readonly unit: string };
  /** The same work by the barest means, in the same run. */
  readonly against?: { readonly name: string; readonly millis: number };
  readonly aim?: string;
}

/** Prints name, time, rate, ratio and aim; times are never asserted, machines differ. */
export function printBench({ name, millis, done, against, aim }: BenchLine): void {
  const parts = [`${name}: ${duration(millis)}`];
  if (done) parts.push(`${whole((done.count * 1000) / millis)} ${done.unit}/s`);
  if (against)
    parts.push(`${(millis / against.millis).toFixed(2)} × ${against.name} (${duration(against.millis)})`);
  if (aim) parts.push(`aim ${aim}`);
  console.log(parts.join(' · '));
}

export function printPeakMemory(): void {
  console.log(`peak memory of this process: ${whole(process.resourceUsage().maxRSS / 1024)} MiB`);
}

export function duration(millis: number): string {
  return millis < 1000 ? `${millis.toFixed(1)} ms` : `${(millis / 1000).toFixed(2)} s`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
