import type { Kysely } from 'kysely';
import type { NetworkId, RandomBytes } from '../domain/ids.ts';
import { uuidv7Maker } from '../domain/ids.ts';
import type { HolidaySource } from '../domain/keeping/holidays.ts';
import type { Mailer } from '../domain/mail.ts';
import type { PageReader } from '../domain/resources/resource.ts';
import type { Assistant } from '../domain/words/assistant.ts';
import type { Database, TextIndex } from './dialects/dialect.ts';
import type { Schema } from './schema.ts';

/** The open data with what time and chance it uses: the one thing services are built around. */
export interface Store {
  readonly database: Database<Schema>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** The E.164 form of a phone number read with a default country, for what is derived from cards. */
  readonly phoneKey: (number: string, country: string) => string | undefined;
  /** An almanac; without one nothing is said of holidays. */
  readonly holidays?: HolidaySource;
  /** A mail server; without one nothing is sent. */
  readonly mailer?: Mailer;
  /** Reads pages of the web; without one their titles are given by hand. */
  readonly readPage?: PageReader;
  /** A language model; without one no draft is sent anywhere. */
  readonly assistant?: Assistant;
  /** Where the owner opens the app, for links in what is sent: `https://tendril.example`. Undefined when nobody said. */
  readonly appUrl?: () => string | undefined;
}

/** A network and a handle: no repository function can be called without one. */
export interface Scope {
  readonly db: Kysely<Schema>;
  readonly networkId: NetworkId;
  /** Words in notes and touches. */
  readonly text: TextIndex;
}

export function readScope(store: Store, networkId: NetworkId): Scope {
  return scopeWith(store, store.database.reader, networkId);
}

/** The same inside a transaction: what was committed before it. */
export function committedScope(store: Store, networkId: NetworkId): Scope {
  return { db: store.database.committed, networkId, text: store.database.dialect.text };
}

/** The same with the handle of a transaction. */
export function scopeWith(store: Store, db: Scope['db'], networkId: NetworkId): Scope {
  return { db, networkId, text: store.database.dialect.text };
}

/** Each store makes its ids in order, so that rows made in one millisecond keep theirs. */
const makers = new WeakMap<Store, () => string>();

export function newId(store: Store): string {
  let make = makers.get(store);
  if (!make) {
    make = uuidv7Maker(store.now, store.random);
    makers.set(store, make);
  }
  return make();
}
