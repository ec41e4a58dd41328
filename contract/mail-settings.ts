import { z } from 'zod';
import { instant } from './list.ts';

/** `tls`: from the first byte (465). `starttls`: or nothing. `starttls-if-offered`: without looking at the certificate. */
export const mailSecurities = ['tls', 'starttls', 'starttls-if-offered', 'none'] as const;

const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))*\.?|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/,
    'a host name such as smtp.example.com, without smtp:// and without a port',
  );
const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'one line without control characters');

/** A mail server as a person enters it. */
export const mailServerChange = z
  .strictObject({
    host: hostName,
    port: z.int().min(1).max(65_535),
    security: z.enum(mailSecurities),
    /** False: a certificate that nobody vouches for will do. */
    verifyCertificate: z.boolean().default(true),
    /** Null: without signing in. */
    user: line(320).trim().min(1).nullable(),
    /** Left out: the one that is kept. Never answered. */
    password: line(1_000).min(1).optional(),
  })
  .meta({ id: 'MailServerChange' });
export type MailServerChange = z.infer<typeof mailServerChange>;

export const checkSteps = ['address', 'connection', 'greeting', 'encryption', 'sign-in', 'sender'] as const;
export const serverFailures = [
  'no-such-host',
  'address-forbidden',
  'port-forbidden',
  'refused',
  'silent',
  'no-mail-server',
  'tls-missing',
  'tls-failed',
  'certificate-invalid',
  'sign-in-missing',
  'sign-in-refused',
  'sender-refused',
  'lost',
] as const;

/** A conversation with the mail server that hands nothing over, step by step. */
export const serverCheck = z
  .object({
    at: instant,
    ok: z.boolean(),
    host: z.string(),
    port: z.number().int(),
    steps: z.array(z.object({ step: z.enum(checkSteps), state: z.enum(['ok', 'failed', 'skipped']) })),
    failure: z.enum(serverFailures).nullable(),
    /** What happened and what to do, in the caller's language. */
    words: z.string(),
    todo: z.string().nullable(),
    /** The server's own words. */
    said: z.string().nullable(),
    encrypted: z.boolean(),
  })
  .meta({ id: 'MailServerCheck' });
export type ServerCheckShown = z.infer<typeof serverCheck>;

/** A record as it has to stand in the DNS of the sender's domain. */
export const dnsRecord = z
  .object({
    type: z.literal('TXT'),
    /** The whole name: `v2026a._domainkey.example.com`. */
    name: z.string(),
    /** The name as most DNS panels want it, without the domain: `v2026a._domainkey`, `@`. */
    host: z.string(),
    value: z.string(),
    /** The value cut into strings of at most 255 bytes, as a zone file has them: `"…" "…"`. */
    zoneFile: z.string(),
  })
  .meta({ id: 'DnsRecord' });
export type DnsRecord = z.infer<typeof dnsRecord>;

/**
 * `good`: as it should be. `missing`: not there. `wrong`: there, and it does not do. `warning`: it does, and could be
 * better. `unknown`: the DNS did not answer.
 */
export const recordStates = ['good', 'warning', 'missing', 'wrong', 'unknown'] as const;
const recordCheck = z.object({
  state: z.enum(recordStates),
  /** In the caller's language. */
  words: z.string(),
  todo: z.string().nullable(),
  /** What stands in the DNS now. */
  found: z.array(z.string()),
  /** What to set; null where nothing has to be. */
  record: dnsRecord.nullable(),
});
export type RecordCheck = z.infer<typeof recordCheck>;

export const domainCheck = z
  .object({
    at: instant,
    domain: z.string(),
    spf: recordCheck.extend({
      /** DNS look-ups that a receiver has to make; more than 10 and SPF fails (RFC 7208). */
      lookups: z.number().int().nullable(),
    }),
    dkim: recordCheck,
    dmarc: recordCheck,
    /** Whether the domain can receive answers and bounces. */
    mx: recordCheck,
  })
  .meta({ id: 'DomainCheck' });
export type DomainCheckShown = z.infer<typeof domainCheck>;

export const dkimShown = z
  .object({
    domain: z.string(),
    selector: z.string(),
    madeAt: instant,
    /** Messages are signed from the day on which the record was seen in the DNS. */
    activeSince: instant.nullable(),
    record: dnsRecord,
  })
  .meta({ id: 'DkimKey' });
export type DkimShown = z.infer<typeof dkimShown>;

export const mailSettings = z
  .object({
    /** Where the mail server in use comes from: the partner's own, or the installation's (SMTP_URL). */
    source: z.enum(['own', 'installation']),
    /** What is used without a server of one's own. `outbox`: messages stay here. */
    installation: z.object({
      kind: z.enum(['outbox', 'smtp']),
      host: z.string().nullable(),
      port: z.number().int().nullable(),
    }),
    own: z
      .object({
        host: z.string(),
        port: z.number().int(),
        security: z.enum(mailSecurities),
        verifyCertificate: z.boolean(),
        user: z.string().nullable(),
        hasPassword: z.boolean(),
        /** False: it was sealed with another secret of the installation; it has to be entered again. */
        passwordReadable: z.boolean(),
        changedAt: instant,
        changedBy: z.string().nullable(),
      })
      .nullable(),
    sender: z.object({
      name: z.string().nullable(),
      address: z.string(),
      replyTo: z.string().nullable(),
      /** The partner's own, or the installation's (MAIL_FROM). */
      source: z.enum(['own', 'installation']),
    }),
    /** The domain that SPF, DKIM and DMARC are about. */
    domain: z.string(),
    /** Where bounces return to. */
    returnPathDomain: z.string(),
    dkim: dkimShown.nullable(),
    /** Whether the installation signs for this domain itself (DKIM_DOMAIN). */
    signedByInstallation: z.boolean(),
    lastServerCheck: serverCheck.nullable(),
    lastDomainCheck: domainCheck.nullable(),
    /** Whether servers at private addresses may be named (MAIL_PRIVATE_HOSTS). */
    privateHostsAllowed: z.boolean(),
  })
  .meta({ id: 'MailSettings' });
export type MailSettingsShown = z.infer<typeof mailSettings>;

export const senderChange = z
  .strictObject({
    name: line(80).trim().min(1),
    address: z.email().max(254),
    replyTo: z.email().max(254).nullable().default(null),
  })
  .meta({ id: 'SenderChange' });
export type SenderChange = z.infer<typeof senderChange>;

/** With `server` what was entered and not yet saved is tried; without it what is in use. */
export const tryMail = z.strictObject({
  server: mailServerChange.optional(),
  sender: senderChange.optional(),
});
export type TryMail = z.infer<typeof tryMail>;

export const testMessageAnswer = z
  .object({
    /** `kept`: this installation keeps messages here (outbox:). */
    outcome: z.enum(['submitted', 'refused', 'failed', 'kept']),
    to: z.string(),
    words: z.string(),
    todo: z.string().nullable(),
    said: z.string().nullable(),
  })
  .meta({ id: 'TestMessage' });
export type TestMessageAnswer = z.infer<typeof testMessageAnswer>;

export const newDkimKey = z.strictObject({
  /** True: a new key in place of one that is there already; the old one signs until the new record is seen. */
  replace: z.boolean().default(false),
});
