const yes = new Set([
  '1', 'x', 's', 'si', 'y', 'yes', 'true', 't', 'verdadero', 'v', 'on', 'activo', 'activa', 'activado',
  'activada', 'active', 'enabled', 'habilitado', '✓', '✔', 'ok',
]); // biome-ignore format: a list of words reads better as a paragraph
const no = new Set([
  '0', 'n', 'no', 'false', 'f', 'falso', 'off', 'inactivo', 'inactiva', 'desactivado', 'desactivada',
  'inactive', 'disabled', 'deshabilitado', 'none', 'ninguno', 'nunca', 'never', '✗', '✘',
]); // biome-ignore format: a list of words reads better as a paragraph

/** Reads a ticked or unticked box in either language; undefined for what is neither. */
export function readAnswer(text: string): boolean | undefined {
  const word = text.length === 1 ? text.toLowerCase() : plainWord(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .trim();
}
