type CopyValue = string | number | bigint | boolean | readonly string[] | null;

/**
 * One row in PostgreSQL's COPY text format (documentation of COPY, "Text Format"): columns between tabs, `\N` for
 * null, backslash before what would be read otherwise.
 */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) line += '\t';
    line += field(values[i]!);
  }
  return `${line}\n`;
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'object' ? escaped(arrayText(value)) : String(value);
}

const special = /[\\\n\r\t]/;
const letters: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => letters[character]!) : text;
}

/** Elements that need no quotation marks: nothing but letters, digits, dots, hyphens, and not the word NULL. */
const bare = /^[a-z0-9.*_:-]+$/;

function arrayText(elements: readonly string[]): string {
  const written = elements.map((element) =>
    bare.test(element) && element !== 'null' ? element : `"${element.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${written.join(',')}}`;
}
