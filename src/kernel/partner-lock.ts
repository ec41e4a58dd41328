/**
 * The advisory lock, with the partner as its second number, under which an inventory is changed in bulk or the ledger
 * is planned: both rewrite the partner's clocks, so they take turns and never deadlock.
 */
export const partnerLock = 7_261_002;
