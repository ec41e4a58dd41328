import { useWords } from '../../words/use-words.ts';

/** What a field is called; one that nobody has named shows its own name. */
export function useFieldWords() {
  const { t, has } = useWords();
  const named = (key: string, fallback: string) => (has(key) ? t(key) : fallback);
  return {
    /** Of a column of the file. */
    fieldWords: (field: string) => named(`imports.field.${field}`, field),
    /** Of what is kept about an order, a customer or a contact. */
    keptWords: (field: string) => named(`imports.kept.${field}`, named(`imports.field.${field}`, field)),
  };
}
