import { settingsPart } from '../../../../contract/settings.ts';
import { bookOf } from '../../../cadence/cadence-document.ts';
import type { UndoStep } from '../../../inventory/undo-step.ts';
import { cadenceAt, changeCadence } from '../../../partners/change-cadence.ts';
import { changeSettings, isSame, type VersionMaker } from '../../../partners/change-settings.ts';
import type { PartnerTransaction } from '../../../storage/database.ts';

export type RulesStep = Extract<UndoStep, { kind: 'settings' | 'cadence' }>;

export function isRulesStep(step: UndoStep): step is RulesStep {
  return step.kind === 'settings' || step.kind === 'cadence';
}

/** Going back is a version of its own. False where somebody has changed it again since. */
export async function takeRulesBack(
  tx: PartnerTransaction,
  step: RulesStep,
  by: VersionMaker,
): Promise<boolean> {
  if (step.kind === 'cadence') {
    const fromVersion = step.before.version;
    const { document } = await cadenceAt(tx, fromVersion);
    const change = { book: bookOf(document), over: step.after.version, fromVersion };
    return (await changeCadence(tx, change, by)).kind === 'changed';
  }
  const part = settingsPart.parse(step.id);
  const check = (held: object) => {
    if (!isSame(held, step.after)) throw new ChangedSince();
  };
  try {
    return (await changeSettings(tx, { part, value: step.before, check }, by)) !== undefined;
  } catch (error) {
    if (error instanceof ChangedSince) return false;
    throw error;
  }
}

class ChangedSince extends Error {}
