import { open } from 'node:fs/promises';
import type { CommandIo } from './command.ts';
import { importWords } from './import-words.ts';

type Step = 'read' | 'compare' | 'apply' | 'successions';

/** A line on standard error that says how far an import is; nothing at all where nobody watches. */
export interface ImportProgress {
  rows(rows: number): void;
  step(step: Step): void;
  /** Takes the line away. */
  clear(): void;
}

const redrawMillis = 100;
const glyphs = ['○', '◔', '◑', '◕', '●'] as const;

/** `total` is about how many lines there are; undefined when nobody knows. */
export function importProgress(io: CommandIo, total: number | undefined): ImportProgress {
  if (!io.stderr.isTTY) return { rows: () => {}, step: () => {}, clear: () => {} };
  const words = importWords[io.language];
  const number = new Intl.NumberFormat(io.language, { maximumFractionDigits: 0 });
  const began = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string): void => {
    io.stderr.write(`\r\u001b[2K${text}`);
  };
  return {
    rows(rows) {
      const at = performance.now();
      if (at - drawn < redrawMillis) return;
      drawn = at;
      const perSecond = (rows * 1000) / Math.max(1, at - began);
      const share = total === undefined ? 0 : Math.min(1, rows / total);
      const left = total === undefined ? [] : [words.left(duration((total - rows) / perSecond))];
      const parts = [
        `${number.format(rows)} ${words.lines.other}`,
        words.rate(number.format(perSecond)),
        ...left,
      ];
      draw(`${glyphs[Math.round(share * 4)]} ${words.step.read} · ${parts.join(' · ')}`);
    },
    step: (step) => draw(`${step === 'successions' ? '●' : '◕'} ${words.step[step]} …`),
    clear: () => draw(''),
  };
}

/** `8 s`, `2 min 5 s`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const sampleBytes = 256 * 1024;

/** About how many lines a text file has, from the length of its first ones. Undefined for what is no text file. */
export async function estimateLines(path: string): Promise<number | undefined> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample.subarray(0, 2).toString('latin1') === 'PK') return undefined;
    const lines = sample.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 0);
    return lines === 0 ? undefined : Math.round((lines * size) / bytesRead);
  } catch {
    return undefined;
  }
}
