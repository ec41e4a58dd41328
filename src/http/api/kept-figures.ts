import type { PartnerId } from '../../kernel/ids.ts';
import type { Database } from '../../storage/database.ts';

/** So long figures of a large inventory are shown again before they are counted anew. */
const keptMs = 60_000;

interface Kept {
  readonly found: Promise<unknown>;
  /** Undefined while they are being counted. */
  until?: number;
}

/**
 * Figures that take long to count, per partner and question. Whoever asks while they are counted shares the counting. A
 * change that this process makes lets the partner's be counted anew at once; what another process changes shows within
 * a minute.
 */
export class KeptFigures {
  readonly #partners = new Map<PartnerId, Map<string, Kept>>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** `isWorth`: whether the figures are those of an inventory so large that they are kept at all. */
  async figures<T>(
    partner: PartnerId,
    question: string,
    { count, isWorth }: { readonly count: () => Promise<T>; readonly isWorth: (figures: T) => boolean },
  ): Promise<T> {
    const ofPartner = this.#partners.getOrInsertComputed(partner, () => new Map<string, Kept>());
    const known = ofPartner.get(question);
    if (known && (known.until === undefined || known.until > this.#elapsed()))
      return known.found as Promise<T>;
    const kept: Kept = { found: count() };
    ofPartner.set(question, kept);
    try {
      const figures = (await kept.found) as T;
      if (isWorth(figures)) kept.until = this.#elapsed() + keptMs;
      else if (ofPartner.get(question) === kept) ofPartner.delete(question);
      return figures;
    } catch (error) {
      if (ofPartner.get(question) === kept) ofPartner.delete(question);
      throw error;
    }
  }

  forget(partner: PartnerId): void {
    this.#partners.delete(partner);
  }
}

const ofDatabases = new WeakMap<Database, KeptFigures>();

/** What this process keeps of the partners in a database. */
export function keptFigures(db: Database): KeptFigures {
  return ofDatabases.getOrInsertComputed(db, () => new KeptFigures());
}
