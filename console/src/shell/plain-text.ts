/** Without accents and capitals: "pagina" finds "Página". */
export function plainText(text: string, locale: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);
}

/** Whether every word that was typed stands somewhere in the text; both as `plainText` gives them. */
export function hasWords(text: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => text.includes(word));
}
