import type { Me } from '../../../contract/access.ts';

/** Who is signed in and what they may do. */
export type Session = Me;
