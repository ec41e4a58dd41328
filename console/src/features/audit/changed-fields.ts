/** `role: sales → support, seesPrices: false → true`: what differs, as text; only what is new or gone where one side is empty. */
export function changedFields(before: unknown, after: unknown): string {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => shown(was[field]) !== shown(is[field]))
    .map((field) => {
      if (was[field] === undefined) return `${field}: ${shown(is[field])}`;
      return `${field}: ${shown(was[field])} → ${shown(is[field])}`;
    })
    .join(', ');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { '': value };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
