import type { SendingRun } from '../../../contract/sending.ts';
import { leftOf, type Run } from '../../notices/runs.ts';
import { mostUnasked } from '../../notices/unusual-volume.ts';
import type { Partner } from '../../partners/partner.ts';

export function presentRun(run: Run, { settings }: Pick<Partner, 'settings'>): SendingRun {
  const { id, asOf, state, planned, counts, byHand, usual, word } = run;
  const most = usual === null ? null : mostUnasked(settings, usual);
  return {
    ...{ id, asOf: asOf.toString(), state, planned, counts, byHand },
    left: leftOf(run),
    unusual: usual !== null && most !== null && planned > most ? { usual, mostUnasked: most } : null,
    word: word && { ...word, at: word.at.toString() },
  };
}
