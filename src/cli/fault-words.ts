import type { FaultCode } from '../kernel/fault-words.ts';

/** What helps on the terminal only. In Spanish; the English ones stand where the fault is thrown. */
export const terminalHints: Readonly<Partial<Record<FaultCode, string>>> = {
  'no-message': '«vigente outbox» los muestra',
  'no-preview': '«vigente outbox» las muestra',
};
