import type { Now } from '../kernel/now.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { Database } from '../storage/database.ts';
import type { CookieNames } from './cookie-names.ts';
import type { PersonalMail } from './personal-mail.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** Everything that signing in and looking after people needs; made once by main. */
export interface Access {
  readonly db: Database;
  readonly now: Now;
  readonly secrets: Secrets;
  /** What links in mails begin with. */
  readonly publicUrl: string;
  readonly mail: PersonalMail;
  readonly cookies: CookieNames;
  /** What cookies are signed with. */
  readonly cookieSecret: string;
  /** Loaded when it is first needed: most commands never are. */
  readonly library: () => Promise<SignInLibrary>;
}
