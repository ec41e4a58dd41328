import { isIP } from 'node:net';

/** RFC 7208 4.6.4: a receiver gives up beyond so many look-ups, and SPF fails for everybody. */
export const mostSpfLookups = 10;

export interface SpfTerm {
  /** `+`, `-`, `~`, `?`. */
  readonly qualifier: string;
  readonly name: string;
  readonly value: string;
}

export function isSpf(record: string): boolean {
  return /^v=spf1(?:\s|$)/i.test(record);
}

/** The terms of a record, in order; modifiers such as `redirect=` among them. */
export function spfTerms(record: string): SpfTerm[] {
  const words = record.trim().split(/\s+/).slice(1);
  return words.flatMap((word) => {
    const found = /^([+~?-]?)([a-z][a-z0-9_.-]*)(?:[:=](.+)|(\/\d.*))?$/i.exec(word);
    if (!found) return [];
    const [, qualifier, name, value, prefix] = found;
    return [
      {
        qualifier: qualifier || '+',
        name: name!.toLowerCase(),
        value: (value ?? prefix ?? '').toLowerCase(),
      },
    ];
  });
}

const asking: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);

/** Whether a receiver has to ask the DNS for it. */
export function asksDns({ name }: SpfTerm): boolean {
  return asking.has(name);
}

/** The record that a term leads on to. */
export function leadsTo({ name, value }: SpfTerm): string | undefined {
  return (name === 'include' || name === 'redirect') && value !== '' ? value.replace(/\.$/, '') : undefined;
}

/** What providers ask their customers to include, by the end of their servers' names. */
const includes: Readonly<Record<string, string>> = {
  'gmail.com': '_spf.google.com',
  'google.com': '_spf.google.com',
  'office365.com': 'spf.protection.outlook.com',
  'outlook.com': 'spf.protection.outlook.com',
  'amazonaws.com': 'amazonses.com',
  'sendgrid.net': 'sendgrid.net',
  'eu.mailgun.org': 'eu.mailgun.org',
  'mailgun.org': 'mailgun.org',
  'mailjet.com': 'spf.mailjet.com',
  'brevo.com': 'spf.brevo.com',
  'sendinblue.com': 'spf.brevo.com',
  'postmarkapp.com': 'spf.mtasv.net',
  'mandrillapp.com': 'spf.mandrillapp.com',
  'sparkpostmail.com': 'sparkpostmail.com',
  'elasticemail.com': '_spf.elasticemail.com',
  'smtp2go.com': 'spf.smtp2go.com',
  'zoho.com': 'zohomail.com',
  'zoho.eu': 'zohomail.eu',
  'ionos.es': '_spf-eu.ionos.com',
  'ionos.com': '_spf-us.ionos.com',
  'ovh.net': 'mx.ovh.com',
  'mail.me.com': 'icloud.com',
  'fastmail.com': 'spf.messagingengine.com',
};

/** The term that lets this mail server send for a domain. */
export function termFor(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isIP(name) !== 0) return `ip${isIP(name)}:${name}`;
  const labels = name.split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const included = includes[labels.slice(from).join('.')];
    if (included) return `include:${included}`;
  }
  return `a:${name}`;
}

/** The record with the term in it: before the words that judge everybody else. */
export function withTerm(record: string | undefined, term: string): string {
  if (record === undefined) return `v=spf1 ${term} ~all`;
  const words = record.trim().split(/\s+/);
  const end = words.findIndex((word) => /^([+~?-]?all|redirect=.*)$/i.test(word));
  words.splice(end === -1 ? words.length : end, 0, term);
  return words.join(' ');
}
