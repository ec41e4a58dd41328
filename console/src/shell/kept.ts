import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(`vigente-${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`vigente-${name}`, value);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A choice that this browser remembers: the navigation's width, the rows' height. */
export function useKept<T extends string>(name: string, otherwise: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => (read(name) as T | null) ?? otherwise);
  const set = useCallback((next: T) => keep(name, next), [name]);
  return [value, set];
}
