import { type Fault, isFault } from '../kernel/fault.ts';
import { type FaultText, faultText } from '../kernel/fault-text.ts';
import type { Language } from '../kernel/locale.ts';
import { UsageError } from './arguments.ts';
import { terminalHints } from './fault-words.ts';

/** How a command that failed ends: what the terminal shows, and the exit status. */
export interface TerminalFault {
  readonly text: string;
  readonly status: 1 | 2;
}

const unexpected = {
  en: {
    text: 'something went wrong that Vigente does not know',
    hint: 'run it again with LOG_LEVEL=debug to see where',
  },
  es: {
    text: 'ha fallado algo que Vigente no conoce',
    hint: 'ejecútelo otra vez con LOG_LEVEL=debug para ver dónde',
  },
};

function inLanguage(fault: Fault, language: Language): FaultText {
  const said = faultText(fault, language);
  const hint = language === 'es' && fault.code !== undefined ? terminalHints[fault.code] : undefined;
  return hint === undefined ? said : { ...said, hint };
}

/** `error:` then `hint:`; an error that is not ours shows its stack only to whoever asked for it. */
export function terminalFault(error: unknown, language: Language, debug: boolean): TerminalFault {
  if (error instanceof UsageError) return { text: `error: ${error.message}\n`, status: 2 };
  if (isFault(error)) {
    const said = inLanguage(error, language);
    const hint = said.hint ? `hint: ${said.hint}\n` : '';
    const cause = debug && error.cause instanceof Error ? `${error.cause.stack}\n` : '';
    return { text: `error: ${said.text}\n${hint}${cause}`, status: 1 };
  }
  const { text, hint } = unexpected[language];
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  return { text: `error: ${text}\n${debug ? stack : `hint: ${hint}\n`}`, status: 1 };
}
