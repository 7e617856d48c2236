import { createHash, timingSafeEqual } from 'node:crypto';
import type { Session } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../../services/context.ts';
import { claimNetwork, isClaimed, networkOfUser } from '../../services/network.service.ts';
import { getSettings, updateSettings } from '../../services/settings.service.ts';
import { actorOfToken } from '../../services/token.service.ts';
import type { Client } from '../call.ts';
import type { ServerParts } from '../parts.ts';
import type { Accounts, SignedIn } from './accounts.ts';
import { Attempts } from './attempts.ts';

/** Who asks, and the cookies to answer with when their session was renewed. */
export interface Found {
  readonly actor: Actor;
  readonly user: SignedIn['user'] | undefined;
  readonly cookies: readonly string[];
}

export interface Credentials {
  readonly headers: Headers;
  readonly client: Client;
}

/** How long a session found valid is believed without looking again. */
const BELIEVED_MS = 10_000;
const MOST_BELIEVED = 1_000;
const TRIES_PER_ADDRESS = 10;
/** More than one address has: a stranger must not lock the owner out from elsewhere too soon. */
const TRIES_PER_EMAIL = 30;

/** Tells who asks, by bearer token or session cookie, and lets people in and out. */
export class SignIn {
  readonly #parts: ServerParts;
  readonly #attempts: Attempts;
  readonly #believed = new Map<string, { found: Found; until: number }>();
  #accounts: Promise<Accounts> | undefined;
  #claiming: Promise<unknown> = Promise.resolve();
  readonly #claimCode: string;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#attempts = new Attempts(parts.store.now);
    this.#claimCode = newClaimCode(parts.store.random);
  }

  /** What to type when signing up from another machine; undefined once someone has signed up. */
  async openCode(): Promise<string | undefined> {
    return (await isClaimed(this.#parts.store)) ? undefined : this.#claimCode;
  }

  async find(headers: Headers, client: Client): Promise<Found | undefined> {
    const authorization = headers.get('authorization');
    if (authorization !== null) return this.#findByToken(authorization);
    const cookie = sessionCookieOf(headers);
    if (cookie !== undefined) return this.#findByCookie(headers, cookie);
    if (this.#parts.demo && client.local && !(await isClaimed(this.#parts.store)))
      return ownerOf(this.#parts.networkId);
    return undefined;
  }

  async #findByToken(authorization: string): Promise<Found | undefined> {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const actor = token === undefined ? undefined : await actorOfToken(this.#parts.store, token);
    return actor && { actor, user: undefined, cookies: [] };
  }

  async #findByCookie(headers: Headers, cookie: string): Promise<Found | undefined> {
    const key = createHash('sha256').update(cookie).digest('base64');
    const now = this.#parts.store.now();
    const believed = this.#believed.get(key);
    // Longer than that it was never believed: the clock was set back.
    if (believed && believed.until > now && believed.until <= now + BELIEVED_MS) return believed.found;
    this.#believed.delete(key);
    const signedIn = await (await this.#openAccounts()).find(headers);
    const networkId = signedIn && (await networkOfUser(this.#parts.store, signedIn.user.id));
    if (!networkId) return undefined;
    if (this.#believed.size >= MOST_BELIEVED) this.#believed.clear();
    this.#believed.set(key, { found: ownerOf(networkId, signedIn.user), until: now + BELIEVED_MS });
    return { ...ownerOf(networkId, signedIn.user), cookies: signedIn.cookies };
  }

  /** What the first page needs to know. */
  async session({ headers, client }: Credentials, cookies: string[]): Promise<Session> {
    const found = await this.find(headers, client);
    cookies.push(...(found?.cookies ?? []));
    return this.#sessionOf(found, client);
  }

  async #sessionOf(found: Found | undefined, client: Client): Promise<Session> {
    const { store, demo } = this.#parts;
    const claimed = await isClaimed(store);
    const ownerName = found ? (await getSettings({ store, actor: found.actor })).ownerName : '';
    return {
      signedIn: found !== undefined,
      name: ownerName || (found?.user?.name ?? null),
      email: found?.user?.email ?? null,
      claimed,
      needsCode: !claimed && !client.local,
      demo,
    };
  }

  /** The first sign-up claims the network; there is no second. */
  async signUp(
    input: { name: string; email: string; password: string; code?: string | undefined },
    { headers, client }: Credentials,
    cookies: string[],
  ): Promise<Session> {
    this.#attempts.take(`sign-up ${client.address}`, TRIES_PER_ADDRESS);
    const turn = this.#claiming.then(() => this.#claim(input, { headers, client }));
    this.#claiming = turn.catch(() => undefined);
    const signedIn = await turn;
    cookies.push(...signedIn.cookies);
    return this.#sessionOf(ownerOf(this.#parts.networkId, signedIn.user), client);
  }

  async #claim(
    input: { name: string; email: string; password: string; code?: string | undefined },
    { headers, client }: Credentials,
  ): Promise<SignedIn> {
    const { store, networkId } = this.#parts;
    if (await isClaimed(store)) throw new AppError('conflict', 'This Tendril has its owner already. Sign in instead.');
    if (!client.local && !isSame(input.code ?? '', this.#claimCode)) {
      throw new AppError(
        'forbidden',
        'From another machine, signing up needs the code that Tendril printed when it started.',
      );
    }
    const { name, email, password } = input;
    const accounts = await this.#openAccounts();
    const signedIn = await accounts.signUp({ name, email, password }, headers);
    if (!(await claimNetwork(store, networkId, signedIn.user.id))) {
      await accounts.removeUser(signedIn.user.id);
      throw new AppError('conflict', 'This Tendril has its owner already. Sign in instead.');
    }
    await updateSettings({ store, actor: ownerOf(networkId).actor }, { ownerName: name });
    return signedIn;
  }

  async signIn(
    input: { email: string; password: string },
    { headers, client }: Credentials,
    cookies: string[],
  ): Promise<Session> {
    const keys = [`sign-in ${client.address}`, `sign-in ${input.email.toLowerCase()}`] as const;
    this.#attempts.take(keys[0], TRIES_PER_ADDRESS);
    this.#attempts.take(keys[1], TRIES_PER_EMAIL);
    const signedIn = await (await this.#openAccounts()).signIn(input, headers);
    if (!signedIn) throw new AppError('unauthenticated', 'This e-mail address and password do not belong together.');
    const networkId = await networkOfUser(this.#parts.store, signedIn.user.id);
    if (!networkId) throw new AppError('forbidden', 'This account owns no network here.');
    for (const key of keys) this.#attempts.forgive(key);
    cookies.push(...signedIn.cookies);
    return this.#sessionOf(ownerOf(networkId, signedIn.user), client);
  }

  async signOut({ headers, client }: Credentials, cookies: string[]): Promise<Session> {
    const cookie = sessionCookieOf(headers);
    if (cookie !== undefined) {
      this.#believed.delete(createHash('sha256').update(cookie).digest('base64'));
      cookies.push(...(await (await this.#openAccounts()).signOut(headers)));
    }
    return this.#sessionOf(undefined, client);
  }

  #openAccounts(): Promise<Accounts> {
    this.#accounts ??= this.#loadAccounts().catch((error: unknown) => {
      // The next one tries again.
      this.#accounts = undefined;
      throw error;
    });
    return this.#accounts;
  }

  async #loadAccounts(): Promise<Accounts> {
    const { store, publicUrl, secret, log } = this.#parts;
    const { openAccounts } = await import('./accounts.ts');
    return openAccounts({
      database: store.database,
      secret: await secret('sign-in'),
      secureCookies: publicUrl?.startsWith('https:') ?? false,
      log: (message) => log(new Error(message), 'signing in'),
    });
  }
}

/** Whoever signs in owns the network: they may do everything. */
function ownerOf(networkId: Actor['networkId'], user?: SignedIn['user']): Found {
  return { actor: { networkId, name: 'you', scope: 'write' }, user, cookies: [] };
}

function sessionCookieOf(headers: Headers): string | undefined {
  return /(?:^|; ?)(?:__Secure-)?tendril\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
}

/** Without letters and digits that are taken for each other; 40 bits, with ten tries a quarter of an hour. */
function newClaimCode(random: (length: number) => Uint8Array): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const code = [...random(8)].map((byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

function isSame(given: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return timingSafeEqual(digest(plain(given)), digest(plain(code)));
}
