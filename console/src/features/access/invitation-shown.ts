import type { z } from 'zod';
import type { invitationShown } from '../../../../contract/access.ts';

export type InvitationShown = z.infer<typeof invitationShown>;
