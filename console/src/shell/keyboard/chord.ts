/** A pressed key, as far as shortcuts care. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The person is writing: single keys are letters then. */
  readonly isTyping: boolean;
}

/** `g` waits this long for its letter. */
export const chordMs = 1200;

/**
 * The chord that a key completes: `mod+k`, `j`, `g e`, `?`; null for none. `before` is the `g` that is waiting.
 * While somebody writes, only chords with Ctrl or ⌘ and Escape count.
 */
export function chordOf(pressed: Pressed, before: string | null): string | null {
  const { key, ctrlKey, metaKey, altKey, isTyping } = pressed;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (altKey || key === 'Shift') return null;
  if (ctrlKey || metaKey) return key.length === 1 ? `mod+${name}` : null;
  if (isTyping) return name === 'Escape' ? name : null;
  return before === null ? name : `${before} ${name}`;
}

/** Keys that begin a chord of two. */
export const beginnings: readonly string[] = ['g'];
