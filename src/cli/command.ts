import type { Readable, Writable } from 'node:stream';
import type { Language } from '../kernel/locale.ts';

/** What a command may touch of the terminal it runs in. Tests hand in their own. */
export interface CommandIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** The language of the answer: `--lang`, else the environment's. */
  readonly language: Language;
  /** Aborted by Ctrl-C or a termination signal; a command that waits ends tidily on it. */
  readonly signal: AbortSignal;
}

/**
 * One command of `vigente`. `Context` is what it needs built (the database, the mail transport);
 * it is built only when the command asks, so a pure command starts nothing.
 */
export interface Command<Context> {
  readonly name: string;
  readonly summary: Readonly<Record<Language, string>>;
  /** Usage with every option, in both languages; shown for `--help`. */
  readonly usage: Readonly<Record<Language, string>>;
  /**
   * Runs with the arguments after the command's name; `--lang` is already taken out of them.
   * Returns the exit status. A Fault thrown is shown as `error:` and `hint:`, status 1; wrong usage is status 2.
   */
  run(args: readonly string[], io: CommandIo, context: () => Promise<Context>): Promise<number>;
}
