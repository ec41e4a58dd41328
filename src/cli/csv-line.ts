import { neutralizeFormula } from '../inventory/reading/neutralize-formula.ts';

/** One line of a CSV file for spreadsheets: RFC 4180, and no cell that a spreadsheet would take for a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutralizeFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
