import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../words/use-words.ts';

export interface ProblemText {
  readonly what: string;
  /** The one thing to do. */
  readonly toDo: string;
}

/** What the server says for programs, by names that people do not know: our own words are clearer. */
const saidBetterHere: ReadonlySet<string> = new Set([
  '',
  'needs-permission',
  'not-signed-in',
  'no-address',
  'stale-edit',
  'too-many-requests',
  'version-needed',
]);

/** `no existe el pedido 7` stands in a sentence of ours elsewhere; alone it is one. */
function asSentence(words: string): string {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}

/** What happened and what to do, in words. The server's own sentence wins where it knows more than the kind. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t } = useWords();
  return (error) => {
    if (!isProblem(error)) return { what: t('problem.failed'), toDo: t('problem.failed.then') };
    const { kind, document, retryAfterSeconds } = error;
    const values = { seconds: retryAfterSeconds ?? 0 };
    const general = { what: t(`problem.${kind}`), toDo: t(`problem.${kind}.then`, values) };
    if (document.detail === undefined || saidBetterHere.has(document.code ?? '')) return general;
    return {
      what: asSentence(document.detail),
      toDo: document.hint === undefined ? general.toDo : asSentence(document.hint),
    };
  };
}
