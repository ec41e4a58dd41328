import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId } from './list.ts';

/** A request that changes something says with this header that it comes from our own page: others may not set it. */
export const changeHeader = 'x-vigente-console';

export const roleNames = ['administrator', 'renewals-manager', 'sales', 'support', 'viewer'] as const;
export const role = z.enum(roleNames);
export const language = z.enum(['es', 'en']);
export const theme = z.enum(['auto', 'light', 'dark']);
const email = z.string().trim().min(3).max(254);
const name = z.string().trim().min(1).max(200);
const password = z.string().min(1).max(1000);
/** Links carry it behind `#token=`, where no server and no Referer field sees it. */
const token = z.string().min(10).max(200);

/** A person's id; opaque. */
export const personId = z.string().min(1).max(64);

/** What the first page asks: is there an installation to begin, somebody to sign in, or somebody here already. */
export const accessState = z.object({
  state: z.enum(['first-run', 'signed-out', 'signed-in']),
  /** On first run: this browser may begin without the link that the terminal shows. */
  mayBegin: z.boolean(),
});
export type AccessState = z.infer<typeof accessState>;

export const firstRunBody = z.object({
  /** The company's name, as its colleagues and customers read it. */
  partner: name,
  name,
  email,
  password,
  language: language.optional(),
  token: token.optional(),
});

export const signInBody = z.object({ email, password });
export const signInAnswer = z.object({ next: z.enum(['signed-in', 'second-factor']) });
export type SignInAnswer = z.infer<typeof signInAnswer>;
/** Six digits of the app, or a recovery code. */
export const codeBody = z.object({ code: z.string().trim().min(6).max(20) });
export const forgotBody = z.object({ email });
export const resetBody = z.object({ token, password });
export const passwordBody = z.object({ current: password, password });
export const confirmBody = z.object({ password });

const partnerFace = z.object({ slug: z.string(), name: z.string() });

export const me = z
  .object({
    person: z.object({
      id: personId,
      name: z.string(),
      email: z.string(),
      language: language.nullable(),
      theme: theme.nullable(),
      timeZone: z.string().nullable(),
      twoFactor: z.boolean(),
    }),
    partner: partnerFace,
    /** More than one: `x-partner` chooses by slug. */
    partners: z.array(partnerFace),
    role,
    permissions: z.array(z.string()),
    seesPrices: z.boolean(),
    /** The customers that the person is limited to; null: all. */
    customers: z.array(rowId).nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const profileBody = z
  .object({
    name,
    language: language.nullable(),
    theme: theme.nullable(),
    timeZone: z.string().max(60).nullable(),
  })
  .partial();

export const session = z
  .object({
    id: z.string(),
    createdAt: instant,
    usedAt: instant,
    /** Cut to the network for IPv6. */
    address: z.string().nullable(),
    agent: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' });
export const sessions = z.object({ rows: z.array(session) });
export const ended = z.object({ ended: z.number().int() });

export const secondFactorSetUp = z.object({
  uri: z.string().meta({ description: 'otpauth:// address, for the app' }),
  recoveryCodes: z.array(z.string()).meta({ description: 'each works once; shown this once' }),
});

const customers = z.array(rowId).max(1000).nullable();
export const rights = z.object({ role, seesPrices: z.boolean(), customers });

/** The customers that somebody is limited to, by name; null: all. Those that are gone since are left out. */
const limitedTo = z.array(z.object({ id: rowId, name: z.string() })).nullable();

export const member = rights
  .extend({
    limitedTo,
    id: personId,
    name: z.string(),
    email: z.string(),
    twoFactor: z.boolean(),
    joinedAt: instant,
    disabledAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    isSelf: z.boolean(),
    /** For `If-Match` when the rights are changed. */
    etag: z.string(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof member>;

export const invitation = rights
  .extend({
    limitedTo,
    id: rowId,
    email: z.string(),
    name: z.string(),
    createdAt: instant,
    expiresAt: instant,
    isOver: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export const people = z.object({ members: z.array(member), invitations: z.array(invitation) });
export type People = z.infer<typeof people>;

export const inviteBody = rights
  .partial({ seesPrices: true, customers: true })
  .extend({ email, name, language });
export const invitationMade = z.object({
  id: rowId,
  mailed: z.boolean(),
  /** Only where no mail went out: to be handed over. */
  link: z.string().nullable(),
});
export type InvitationMade = z.infer<typeof invitationMade>;
export const rightsBody = rights.partial();

export const invitationToken = z.object({ token });
export const invitationShown = z.object({
  partner: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  /** The address has an account: its password is asked for. */
  hasAccount: z.boolean(),
});
export const acceptBody = z.object({ token, name: name.optional(), password });

export const apiKey = z
  .object({
    id: rowId,
    name: z.string(),
    /** The first characters, to tell keys apart. */
    start: z.string(),
    scopes: z.array(z.string()),
    maker: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });
export const apiKeys = z.object({ rows: z.array(apiKey), scopes: z.array(z.string()) });
export const keyBody = z.object({
  name,
  scopes: z.array(z.string().max(60)).min(1).max(60),
  /** Null: until it is revoked. */
  days: z.number().int().min(1).max(3650).nullable().default(365),
});
export const keyMade = apiKey.extend({ key: z.string().meta({ description: 'shown this once' }) });

export const auditQuery = z.object({
  person: personId.optional(),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}(:[a-z-]{1,40}){0,2}$/)
    .optional()
    .meta({ description: '`people:invite`, or `people` for all of a feature' }),
  kind: z.string().max(40).optional(),
  subject: z.string().max(64).optional(),
  text: z.string().trim().min(1).max(200).optional(),
  from: z.union([z.iso.datetime(), isoDay]).optional().meta({ description: 'an instant, or a day' }),
  until: z
    .union([z.iso.datetime(), isoDay])
    .optional()
    .meta({ description: 'an instant, itself left out, or a day, itself included' }),
  zone: z.string().max(60).default('UTC').meta({ description: 'where the days of from and until are' }),
  ...pageQuery,
});

export const auditEntry = z
  .object({
    id: rowId,
    at: instant,
    person: z.object({ id: personId, name: z.string().nullable() }).nullable(),
    /** For a command: the account of the machine under which it ran; commands ask for no account of Vigente. */
    operator: z.string().nullable(),
    via: z.enum(['session', 'api-key', 'link', 'command']),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string(), label: z.string().nullable() }),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = listOf(auditEntry);
/** Who may stand in the log as the one who did it: everyone who belongs or has belonged to the partner. */
export const auditPeople = z.object({ rows: z.array(z.object({ id: personId, name: z.string() })) });
export type AuditPeople = z.infer<typeof auditPeople>;
export type AuditPage = z.infer<typeof auditPage>;
