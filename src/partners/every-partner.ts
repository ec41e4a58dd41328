import type { Database } from '../storage/database.ts';
import { type Partner, partnerFromRow } from './partner.ts';
import { allPartners } from './store.ts';

/** All partners of the installation, for work that goes round all of them. */
export async function everyPartner(db: Database): Promise<Partner[]> {
  return (await allPartners(db)).map(partnerFromRow);
}
