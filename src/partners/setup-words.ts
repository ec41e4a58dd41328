import { type SetupStep, type SetupWord, setupStep, setupWord } from '../../contract/setup.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { Partner } from './partner.ts';
import { isConfirmable, type SaidWord, type SetupFacts } from './setup-steps.ts';
import { putSetupWord, removeSetupWord, selectSetupWords } from './setup-store.ts';
import { brandsOf, selectSending } from './store.ts';

export type SetupWords = Partial<Record<SetupStep, SaidWord>>;

/** What people said about the steps of the set-up guide. */
export async function loadSetupWords(tx: PartnerTransaction): Promise<SetupWords> {
  const rows = await selectSetupWords(tx);
  return Object.fromEntries(
    rows.flatMap(({ step, word, at, by }) => {
      const known = setupStep.safeParse(step).success && setupWord.safeParse(word).success;
      return known ? [[step, { word: word as SetupWord, at, by }]] : [];
    }),
  );
}

/** Says something about a step, or takes it back with null; what was said before is answered. Throws `invalid`. */
export async function saySetupWord(
  tx: PartnerTransaction,
  { step, word }: { readonly step: SetupStep; readonly word: SetupWord | null },
  by: { readonly at: string; readonly person: string | null; readonly personName: string | null },
): Promise<SetupWord | null> {
  if (word === 'confirmed' && !isConfirmable(step)) {
    throw new Fault('invalid', `the step "${step}" is done when it is set: nobody can confirm it instead`, {
      code: 'step-not-by-word',
      params: { step },
    });
  }
  const before = (await loadSetupWords(tx))[step]?.word ?? null;
  if (word === null) await removeSetupWord(tx, step);
  else await putSetupWord(tx, { step, word, ...by });
  return before;
}

/** What the partner's own row and brand show. */
export async function loadOwnFacts(
  tx: PartnerTransaction,
  { settings, cadenceVersion }: Partner,
): Promise<Pick<SetupFacts, 'brand' | 'promise' | 'calendar' | 'sending'>> {
  const sending = await selectSending(tx);
  return {
    brand: (await brandsOf(tx)).some(({ isDefault }) => isDefault),
    promise: settings.carryOver.length > 0,
    calendar: cadenceVersion > 0,
    sending: sending.on || sending.changedAt !== null,
  };
}
