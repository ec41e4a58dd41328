import type { MailServer, ServerTrial } from '../channel.ts';
import { mayUsePort } from './address-rule.ts';
import { type NamedServerRules, smtpSettingsOf } from './named-server.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import type { Reply } from './reply-reader.ts';
import { SmtpDialogue } from './smtp-dialogue.ts';
import { standardTimeouts } from './smtp-timeouts.ts';

const patience = { ...standardTimeouts, connect: 15_000, mail: 15_000 };

/** A conversation up to the point at which a message would be handed over. Never rejects. */
export async function tryServer(
  server: MailServer,
  sender: string,
  rules: NamedServerRules,
): Promise<ServerTrial> {
  if (!mayUsePort(server.port, rules.privateHosts)) {
    return { kind: 'failed', failure: 'port-forbidden', step: 'address', said: '', encrypted: false };
  }
  const opened = await openSession(smtpSettingsOf(server, rules), patience);
  if (opened.kind === 'failed') {
    const { why, step, response } = opened;
    return { kind: 'failed', failure: why, step, said: response, encrypted: false };
  }
  return nameSender(opened, sender);
}

/** MAIL FROM and RSET: the server may refuse a sender, and nothing has been sent. */
function nameSender({ socket, secured: encrypted }: OpenedSession, sender: string): Promise<ServerTrial> {
  return new Promise((resolve) => {
    let known: ServerTrial | undefined;
    const dialogue = new SmtpDialogue(socket, (said) => {
      resolve(known ?? { kind: 'failed', failure: 'lost', step: 'sender', said, encrypted });
    });
    dialogue.expect(patience.mail, (reply: Reply) => {
      known =
        reply.code < 300
          ? { kind: 'ready', encrypted }
          : { kind: 'failed', failure: 'sender-refused', step: 'sender', said: reply.text, encrypted };
      dialogue.expect(5_000, () => dialogue.quit());
      dialogue.write('RSET\r\n');
    });
    dialogue.write(`MAIL FROM:<${sender}>\r\n`);
  });
}
