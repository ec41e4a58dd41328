import { IntlMessageFormat } from 'intl-messageformat';
import type { Fault } from './fault.ts';
import { type FaultCode, spanishFaults } from './fault-words.ts';
import type { Language } from './locale.ts';

export interface FaultText {
  readonly text: string;
  /** One thing the reader can do. */
  readonly hint: string | undefined;
}

/** A fault in the reader's language: the thrower's own English, or the Spanish of its code; English where it has none. */
export function faultText(fault: Fault, language: Language): FaultText {
  const { code, params } = fault;
  if (language === 'en' || code === undefined) return { text: fault.message, hint: fault.hint };
  const said: { readonly text: string; readonly hint?: string } = spanishFaults[code];
  return {
    text: filled(code, said.text, params),
    hint: said.hint === undefined ? undefined : filled(code, said.hint, params),
  };
}

const known = new Map<string, IntlMessageFormat>();

/** A value that is missing leaves its name: a sentence about a fault must not become one itself. */
function filled(code: FaultCode, text: string, params: Fault['params']): string {
  const key = `${code} ${text}`;
  let message = known.get(key);
  if (!message) {
    message = new IntlMessageFormat(text, 'es', undefined, { ignoreTag: true });
    known.set(key, message);
  }
  try {
    return String(message.format(params));
  } catch {
    return text;
  }
}
