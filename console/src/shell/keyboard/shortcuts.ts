import { useEffect, useRef } from 'react';
import { beginnings, chordMs, chordOf } from './chord.ts';

export interface Shortcut {
  /** `j`, `mod+k`, `g e`. */
  readonly chord: string;
  /** The key of its sentence in the help; without one it is not listed there. */
  readonly says?: string;
  readonly run: () => void;
}

/** The latest added wins, so a drawer may take over a key of the list beneath it. */
const active: Shortcut[] = [];
let waiting: { readonly key: string; readonly since: number } | null = null;

export function listedShortcuts(): readonly Shortcut[] {
  const seen = new Set<string>();
  return active.filter(({ chord, says }) => says !== undefined && !seen.has(chord) && seen.add(chord));
}

/** In force while the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const chords = shortcuts.map(({ chord, says }) => `${chord}=${says ?? ''}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what runs is read when the key is pressed
  useEffect(() => {
    const added = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }));
    active.push(...added);
    return () => {
      for (const one of added) active.splice(active.indexOf(one), 1);
    };
  }, [chords]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // A modal dialog keeps the keyboard to itself.
  if (document.querySelector('dialog:modal, [aria-modal="true"]')) return;
  const before = waiting && performance.now() - waiting.since < chordMs ? waiting.key : null;
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const chord = chordOf({ key, ctrlKey, metaKey, altKey, isTyping: isTyping(target) }, before);
  if (chord === null) return;
  waiting = null;
  const found = active.findLast((shortcut) => shortcut.chord === chord);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (beginnings.includes(chord)) {
    waiting = { key: chord, since: performance.now() };
  }
}

/** One listener for the whole console. */
export function listenForShortcuts(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
