/**
 * What a spreadsheet program takes for the beginning of a formula, also behind white space it trims, and in the
 * full-width forms that some of them fold. (OWASP, "CSV Injection".)
 */
const formulaStart = /^[\s\u0000\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠|%]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*(?:[.,]\d+)?(?: ?[€$£%])?$/;
const quoted = /^'(?=[\s\u0000\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠|%'])/;

/**
 * A cell as it may be written into a CSV or XLSX file that people open in a spreadsheet: whatever could run as a
 * formula gets an apostrophe in front, which those programs show as text. Plain numbers stay numbers. Reading the
 * file back with `withoutApostrophe` gives the cell again.
 */
export function neutralizeFormula(cell: string): string {
  if (cell.startsWith("'") && quoted.test(cell)) return `'${cell}`;
  return formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `neutralizeFormula`, or a person in a spreadsheet, put before a formula. */
export function withoutApostrophe(cell: string): string {
  return quoted.test(cell) ? cell.slice(1) : cell;
}
