import { isSame } from './same.ts';

export interface MergedFields<T> {
  readonly value: T;
  /** Fields that both have changed, each in another way; the value has mine there. */
  readonly conflicts: readonly (keyof T & string)[];
}

/** Two edits of one part of the settings brought together, field by field. */
export function mergeFields<T extends object>(base: T, mine: T, theirs: T): MergedFields<T> {
  const conflicts: (keyof T & string)[] = [];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof T & string>;
  const value = { ...theirs };
  for (const name of names) {
    if (isSame(mine[name], base[name])) continue;
    if (!isSame(theirs[name], base[name]) && !isSame(mine[name], theirs[name])) conflicts.push(name);
    value[name] = mine[name];
  }
  return { value, conflicts };
}
