import type { EmailChannel } from '../channels/channel.ts';
import type { Now } from '../kernel/now.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { Database } from '../storage/database.ts';
import type { Access } from './access.ts';
import { cookieNames, cookieSecretOf } from './cookie-names.ts';
import { type PersonalSender, personalMail } from './personal-mail.ts';
import type { SignInLibrary } from './sign-in-library.ts';

export interface AccessOptions {
  readonly db: Database;
  readonly now: Now;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly email: EmailChannel;
  readonly sender: PersonalSender;
  /** False while `SMTP_URL` is `outbox:`. */
  readonly mailLeaves: boolean;
}

/** Signing in over one database. Opens nothing before it is used. */
export function openAccess(options: AccessOptions): Access {
  const { db, now, secrets, publicUrl, email, sender } = options;
  const cookies = cookieNames(publicUrl);
  const cookieSecret = cookieSecretOf(secrets[0]);
  let library: Promise<SignInLibrary> | undefined;
  return {
    ...{ db, now, secrets, publicUrl, cookies, cookieSecret },
    mail: personalMail({ email, sender, now, leaves: options.mailLeaves }),
    library: () => {
      // It takes half a second to load, which only whoever signs in has to wait for.
      library ??= import('./sign-in-library.ts').then(({ signInLibrary }) =>
        signInLibrary({ db, publicUrl, cookieSecret, cookies }),
      );
      return library;
    },
  };
}
