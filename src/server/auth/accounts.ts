import type { BetterAuthOptions } from 'better-auth';
import type { Context } from '../../services/context.ts';

/** A user as signed in, and the cookies to answer with. */
export interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly cookies: readonly string[];
}

/** People, passwords and sessions. */
export interface Accounts {
  /** Makes a user with a password and signs them in. Whoever was there before never became an owner and goes. */
  signUp(input: { name: string; email: string; password: string }, headers: Headers): Promise<SignedIn>;
  /** Undefined when e-mail and password do not belong together. */
  signIn(input: { email: string; password: string }, headers: Headers): Promise<SignedIn | undefined>;
  /** Whose session the cookies are; with new cookies when the session was renewed. */
  find(headers: Headers): Promise<SignedIn | undefined>;
  /** Ends the session of the cookies; answers the cookies that clear them. */
  signOut(headers: Headers): Promise<readonly string[]>;
  removeUser(userId: string): Promise<void>;
}

export interface AccountsConfig {
  readonly database: Context['store']['database'];
  /** What cookies are signed with. */
  readonly secret: string;
  /** Whether cookies may travel over HTTPS only. */
  readonly secureCookies: boolean;
  readonly log: (message: string) => void;
}

const DAY = 24 * 60 * 60;
/** A session ends when it was not used for so long. */
const SESSION_SECONDS = 30 * DAY;

/** The sign-in library over our own tables. It costs half a second and 50 MB to load: only ever imported when someone signs in. */
export async function openAccounts(config: AccountsConfig): Promise<Accounts> {
  const [{ betterAuth }, { getAdapter }, { APIError }, { withHashedSessions }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/db/adapter'),
    import('better-auth/api'),
    import('./hashed-sessions.ts'),
  ]);
  const options = optionsOf(config);
  // One kind of column on both databases: flags as numbers, instants as text. That is what it calls `sqlite`.
  const database = { db: config.database.autocommit, type: 'sqlite', transaction: false } as const;
  const adapter = withHashedSessions(await getAdapter({ ...options, database }));
  const auth = betterAuth({ ...options, database: () => adapter });

  return {
    async signUp(input, headers) {
      const { internalAdapter } = await auth.$context;
      for (const left of await internalAdapter.listUsers()) await internalAdapter.deleteUser(left.id);
      const answer = await auth.api.signUpEmail({ body: input, headers, returnHeaders: true });
      return { user: answer.response.user, cookies: answer.headers.getSetCookie() };
    },
    async signIn(input, headers) {
      try {
        const answer = await auth.api.signInEmail({ body: input, headers, returnHeaders: true });
        return { user: answer.response.user, cookies: answer.headers.getSetCookie() };
      } catch (error) {
        if (error instanceof APIError && error.status === 'UNAUTHORIZED') return undefined;
        throw error;
      }
    },
    async find(headers) {
      const answer = await auth.api.getSession({ headers, returnHeaders: true });
      return answer.response ? { user: answer.response.user, cookies: answer.headers.getSetCookie() } : undefined;
    },
    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    },
    async removeUser(userId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(userId);
    },
  };
}

function optionsOf(config: AccountsConfig) {
  return {
    appName: 'Tendril',
    baseURL: 'http://localhost',
    secret: config.secret,
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 256 },
    ...COLUMNS,
    advanced: {
      cookiePrefix: 'tendril',
      useSecureCookies: config.secureCookies,
      // Requests reach it only through our own routes, which have checked where they come from.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { validateSchema: false, generateId: 'uuid' },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level: string, message: string) => config.log(message) },
  } satisfies BetterAuthOptions;
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** Our names of its tables and columns. */
const COLUMNS = {
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...TIMES } },
  session: {
    modelName: 'auth_session',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...TIMES },
    expiresIn: SESSION_SECONDS,
    updateAge: DAY,
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...TIMES,
    },
  },
  verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...TIMES } },
} as const;
