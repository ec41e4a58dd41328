import type { PartnerTransaction } from '../storage/database.ts';

export interface SetupWordRow {
  readonly step: string;
  readonly word: string;
  readonly at: Temporal.Instant;
  readonly by: string | null;
}

export function selectSetupWords(tx: PartnerTransaction): Promise<SetupWordRow[]> {
  return tx.db
    .selectFrom('setup_word')
    .select(['step', 'word', 'at', 'person_name as by'])
    .where('partner', '=', tx.partner)
    .execute();
}

export async function putSetupWord(
  tx: PartnerTransaction,
  row: {
    readonly step: string;
    readonly word: string;
    readonly at: string;
    readonly person: string | null;
    readonly personName: string | null;
  },
): Promise<void> {
  const said = { word: row.word, at: row.at, person: row.person, person_name: row.personName };
  await tx.db
    .insertInto('setup_word')
    .values({ partner: tx.partner, step: row.step, ...said })
    .onConflict((conflict) => conflict.columns(['partner', 'step']).doUpdateSet(said))
    .execute();
}

export async function removeSetupWord(tx: PartnerTransaction, step: string): Promise<void> {
  await tx.db.deleteFrom('setup_word').where('partner', '=', tx.partner).where('step', '=', step).execute();
}
