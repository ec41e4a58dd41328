import type { Now } from '../kernel/now.ts';
import type { SendingDeps } from '../notices/sending.ts';
import type { Settings } from '../settings.ts';

/** What commands that work with the database get. Built by main when a command asks for it, closed by main. */
export interface Context extends SendingDeps {
  readonly settings: Settings;
  /** The same, living at another present: for `--as-of` and for the demo. */
  at(now: Now): Context;
}
