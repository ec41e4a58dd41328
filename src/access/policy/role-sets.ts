import type { Role } from '../caller.ts';

/** Which roles hold each permission of a feature. */
export type Policy = Readonly<Record<`${string}:${string}`, readonly Role[]>>;

export const administrators: readonly Role[] = ['administrator'];
export const managers: readonly Role[] = ['administrator', 'renewals-manager'];
/** Who works with customers every day. */
export const desk: readonly Role[] = ['administrator', 'renewals-manager', 'sales', 'support'];
export const everyone: readonly Role[] = ['administrator', 'renewals-manager', 'sales', 'support', 'viewer'];
