/** One field that differs. `was` or `is` is undefined where the log holds no such side: something new, something gone. */
export interface ChangedField {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** What differs between the two sides of an entry, in the order of its fields. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ field, was: was[field], is: is[field] }));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return value as Record<string, unknown>;
}
