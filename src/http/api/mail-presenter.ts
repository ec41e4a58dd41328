import type {
  DkimShown,
  DomainCheckShown,
  MailSettingsShown,
  RecordCheck,
  ServerCheckShown,
} from '../../../contract/mail-settings.ts';
import type { Language } from '../../kernel/locale.ts';
import type { DomainCheck } from '../../mail/check-domain.ts';
import { recordWords, serverWords } from '../../mail/check-words.ts';
import type { DkimKey } from '../../mail/dkim-key.ts';
import { dkimRecord } from '../../mail/dkim-record.ts';
import type { MailDeps } from '../../mail/mail-deps.ts';
import { isPasswordReadable } from '../../mail/mail-server.ts';
import type { LoadedMailSettings } from '../../mail/mail-settings.ts';
import type { RecordJudgement } from '../../mail/record-judgement.ts';
import { type ServerCheck, serverSteps } from '../../mail/try-mail-server.ts';

export function presentMailSettings(
  loaded: LoadedMailSettings,
  deps: MailDeps,
  language: Language,
): MailSettingsShown {
  const { partner, kept, sender, domain, dkim, lastServer, lastDomain } = loaded;
  const { installation, secrets, servers } = deps;
  const { kind, host, port } = installation;
  return {
    source: kept ? 'own' : 'installation',
    installation: { kind, host, port },
    own: kept
      ? {
          ...{ host: kept.host, port: kept.port, security: kept.security, user: kept.user },
          verifyCertificate: kept.verifyCertificate,
          hasPassword: kept.passwordSealed !== null,
          passwordReadable: isPasswordReadable(partner, kept, secrets),
          ...{ changedAt: kept.changedAt.toString(), changedBy: kept.changedBy },
        }
      : null,
    sender,
    domain,
    returnPathDomain: installation.returnPathDomain ?? domain,
    dkim: dkim ? presentDkim(dkim) : null,
    signedByInstallation: installation.sender.dkim?.domain.toLowerCase() === domain,
    lastServerCheck: lastServer ? presentServerCheck(lastServer, language) : null,
    lastDomainCheck: lastDomain ? presentDomainCheck(lastDomain, language) : null,
    privateHostsAllowed: servers.privateHosts,
  };
}

export function presentDkim(key: DkimKey): DkimShown {
  const { domain, selector, madeAt, activeSince } = key;
  return {
    ...{ domain, selector, madeAt: madeAt.toString(), activeSince: activeSince?.toString() ?? null },
    record: dkimRecord(key),
  };
}

export function presentServerCheck(check: ServerCheck, language: Language): ServerCheckShown {
  const { trial, at, host, port, user } = check;
  const failed = trial.kind === 'failed' ? trial : null;
  const stop = failed ? serverSteps.indexOf(failed.step) : serverSteps.length;
  const isSkipped = (step: string) =>
    (step === 'sign-in' && user === null) || (step === 'encryption' && !trial.encrypted);
  return {
    ...{ at, ok: failed === null, host, port, failure: failed?.failure ?? null, encrypted: trial.encrypted },
    steps: serverSteps.map((step, nth) => {
      if (nth === stop) return { step, state: 'failed' as const };
      return { step, state: nth > stop || isSkipped(step) ? ('skipped' as const) : ('ok' as const) };
    }),
    ...serverWords(failed?.failure ?? 'ready', language, check),
    said: failed?.said || null,
  };
}

export function presentDomainCheck(check: DomainCheck, language: Language): DomainCheckShown {
  const { at, domain, spf, dkim, dmarc, mx } = check;
  const shown = (judged: RecordJudgement, lookups: number | null = null): RecordCheck => ({
    state: judged.state,
    ...recordWords(judged.code, language, { domain, lookups }),
    found: [...judged.found],
    record: judged.record,
  });
  return {
    ...{ at, domain },
    spf: { ...shown(spf, spf.lookups), lookups: spf.lookups },
    ...{ dkim: shown(dkim), dmarc: shown(dmarc), mx: shown(mx) },
  };
}
