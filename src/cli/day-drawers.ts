import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that wait in memory before they go to the disk. */
const mostWaiting = 16_000_000;

/**
 * Rows that come in any order and are read day by day: a few stay in memory, many go to a file for each day, so that
 * a plan of any size is told in the memory of one day. Close it: that removes the files.
 */
export class DayDrawers<Row> {
  private readonly waiting = new Map<string, string[]>();
  private readonly onDisk = new Set<string>();
  private characters = 0;
  private folder: string | undefined;

  put(day: string, row: Row): void {
    const text = JSON.stringify(row);
    const drawer = this.waiting.get(day);
    if (drawer === undefined) this.waiting.set(day, [text]);
    else drawer.push(text);
    this.characters += text.length;
    if (this.characters > mostWaiting) this.spill();
  }

  days(): string[] {
    return [...new Set([...this.waiting.keys(), ...this.onDisk])].sort();
  }

  read(day: string): Row[] {
    const early = this.onDisk.has(day) ? readFileSync(this.fileOf(day), 'utf8').split('\n').slice(0, -1) : [];
    return [...early, ...(this.waiting.get(day) ?? [])].map((text) => JSON.parse(text) as Row);
  }

  close(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private spill(): void {
    for (const [day, rows] of this.waiting) {
      appendFileSync(this.fileOf(day), `${rows.join('\n')}\n`);
      this.onDisk.add(day);
    }
    this.waiting.clear();
    this.characters = 0;
  }

  private fileOf(day: string): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'vigente-plan-'));
    return join(this.folder, day);
  }
}
