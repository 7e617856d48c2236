import type { Digest, DigestTest, Settings } from '../contract/shapes.ts';
import { type CalendarDate, type Instant, toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { type DayDelivery, type DigestPlan, pauseAfter, planDigests } from '../domain/keeping/digest-days.ts';
import { type Mailer, MailRefused } from '../domain/mail.ts';
import { type WrittenDigest, writeDigest } from '../formats/mail/digest.ts';
import {
  dropDeliveries,
  putDelivery,
  recentDeliveries,
  updateDelivery,
  updateTry,
} from '../storage/repositories/delivery.repository.ts';
import { findOwnerEmail } from '../storage/repositories/owner.repository.ts';
import type { DeliveryTable } from '../storage/schema.ts';
import { newId, type Scope, scopeWith } from '../storage/store.ts';
import { type Context, nowOf, requireWrite, scopeOf } from './context.ts';
import { digestContent } from './digest-content.ts';
import { finishLater, isOfTheMoment } from './of-the-moment.ts';
import { requireOwnAddress } from './own-address.ts';
import { readSettings } from './read-settings.ts';
import { isStale } from './stale-lease.ts';

/** Today by mail, to the owner and to nobody else. Deliveries are never in the feed. */

const KIND = 'digest';
/** How many days are looked at, and shown. */
const RECENT = 30;
const SHOWN = 7;
/** Who is silent for so long while sending has died. */
const LEASE_MS = 15_000;

/** How it stands with the mails: where they go, when the next does, and what became of the last. */
export async function getDigest(context: Context): Promise<Digest> {
  requireWrite(context);
  const { store } = context;
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const rows = await recentDeliveries(scope, KIND, RECENT);
  const plan = planDigests(store.now(), rows.map(toDayDelivery), timesOf(settings));
  return {
    on: settings.digest,
    from: store.mailer?.from ?? null,
    to: (await addressOf(scope, settings)) ?? null,
    nextAt: store.mailer ? (plan.nextAt ?? null) : null,
    deliveries: rows
      .filter((row) => row.state !== 'due')
      .slice(0, SHOWN)
      .map((row) => ({
        day: row.day,
        state: row.state,
        dueAt: row.due_at,
        attempts: row.attempts,
        retryAt: row.retry_at,
        error: row.error,
        deliveredAt: row.delivered_at,
      })),
  };
}

/** The mail as it would be sent now, whether or not there is a server to send it. */
export async function previewDigest(context: Context): Promise<WrittenDigest> {
  return writeDigest(await digestContent(context));
}

/** Sends the mail now, as a test; what the server says is in the answer. @throws AppError `conflict` without a server or an address */
export async function testDigest(context: Context): Promise<DigestTest> {
  requireWrite(context);
  const mailer = requireMailer(context);
  const to = await requireAddress(context);
  const written = await previewDigest(context);
  const key = `digest-test.${newId(context.store)}`;
  try {
    await mailer.send({ ...written, subject: `${written.subject} (a test)`, to, key });
    return { delivered: true, to, error: null };
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return { delivered: false, to, error: error.message };
  }
}

/**
 * One look at the clock: waits for days, sends what is due, and answers for how many milliseconds nothing is. Harmless in
 * several processes at once: each mail is taken by one of them, which says every few seconds that it is still at it.
 */
export async function tendDigest(context: Context): Promise<number> {
  const taken = await takeDue(context);
  if (taken) await sendTaken(context, taken);
  const { plan } = await look(context, scopeOf(context));
  return plan.nextAt === undefined
    ? Number.POSITIVE_INFINITY
    : Math.max(0, Temporal.Instant.from(plan.nextAt).epochMilliseconds - context.store.now());
}

function timesOf(settings: Settings) {
  const { zone, digestHour: hour, digestDays: days } = settings;
  return settings.digest ? { zone, hour, days } : undefined;
}

function toDayDelivery(row: DeliveryTable): DayDelivery {
  return {
    day: row.day as CalendarDate,
    state: row.state,
    dueAt: row.due_at as Instant,
    retryAt: row.retry_at as Instant | null,
    error: row.error,
    abandoned: row.state === 'sending' && isStale(`${row.network_id} ${row.day}`, row.lease, LEASE_MS),
  };
}

async function look(context: Context, scope: Scope): Promise<{ plan: DigestPlan; rows: readonly DeliveryTable[] }> {
  const settings = await readSettings(scope);
  const rows = await recentDeliveries(scope, KIND, RECENT);
  return { plan: planDigests(context.store.now(), rows.map(toDayDelivery), timesOf(settings)), rows };
}

/** A mail that is ours to send: whoever takes it over makes another try of it. */
interface Try {
  readonly kind: typeof KIND;
  readonly day: CalendarDate;
  readonly attempts: number;
}

/** Writes down what is to be waited for and what was missed, and takes what is due, in one transaction. */
async function takeDue(context: Context): Promise<Try | undefined> {
  const { store, actor } = context;
  const { plan: seen } = await look(context, scopeOf(context));
  // Most looks find nothing to do, and take nobody's turn to write.
  if (seen.send === undefined && [seen.wait, seen.miss, seen.drop].every(({ length }) => length === 0))
    return undefined;
  return store.database.write(async (tx) => {
    await store.database.dialect.lockNetwork(tx, actor.networkId);
    const scope = scopeWith(store, tx, actor.networkId);
    const { plan, rows } = await look(context, scope);
    for (const { day, dueAt } of plan.wait)
      await putDelivery(scope, { kind: KIND, day, due_at: dueAt, state: 'due', error: null });
    for (const { day, dueAt, error } of plan.miss)
      await putDelivery(scope, { kind: KIND, day, due_at: dueAt, state: 'missed', error });
    await dropDeliveries(scope, KIND, plan.drop);
    if (plan.send === undefined) return undefined;
    const attempts = (rows.find(({ day }) => day === plan.send)?.attempts ?? 0) + 1;
    const taken = { kind: KIND, day: plan.send, attempts } as const;
    await updateDelivery(scope, taken, { state: 'sending', attempts, lease: newId(store), retry_at: null });
    return taken;
  });
}

/** Sends what is ours to send and writes down what became of it. @throws any fault of ours, when it is written down */
async function sendTaken(context: Context, taken: Try): Promise<void> {
  const renewing = setInterval(() => void renew(context, taken).catch(() => undefined), LEASE_MS / 3);
  let end: Partial<DeliveryTable>;
  let fault: unknown;
  try {
    const sent = await send(context, taken.day);
    end = sent ? { state: 'delivered', error: null, delivered_at: nowOf(context) } : { state: 'empty', error: null };
  } catch (error) {
    const told = error instanceof MailRefused || error instanceof AppError;
    end = failureOf(context, taken, told ? error.message : 'Something went wrong inside Tendril.');
    if (!told) fault = error;
  } finally {
    clearInterval(renewing);
  }
  await settle(context, taken, end);
  if (fault !== undefined) throw fault;
}

function failureOf(context: Context, { attempts }: Try, error: string): Partial<DeliveryTable> {
  const pause = pauseAfter(attempts);
  if (pause === undefined) return { state: 'gave-up', error };
  return { state: 'failed', error, retry_at: toInstant(context.store.now() + pause) };
}

/** False when there was nothing to say, and nothing was sent. */
async function send(context: Context, day: CalendarDate): Promise<boolean> {
  const settings = await readSettings(scopeOf(context));
  const content = await digestContent(context);
  if (content.people.length === 0 && !settings.digestWhenEmpty) return false;
  // The key is the day's: a mailbox that gets it twice, since its receipt was lost, can tell that it is the same.
  const key = `digest.${day}.${context.actor.networkId}`;
  await requireMailer(context).send({ ...writeDigest(content), to: await requireAddress(context), key });
  return true;
}

/** Says that this process is still at it. */
async function renew({ store, actor }: Context, taken: Try): Promise<void> {
  await store.database.write((tx) => updateTry(scopeWith(store, tx, actor.networkId), taken, { lease: newId(store) }));
}

/** What is done is written down even if the database is away just now: else it would be done again. */
async function settle({ store, actor }: Context, taken: Try, end: Partial<DeliveryTable>): Promise<void> {
  const write = () =>
    store.database.write((tx) => updateTry(scopeWith(store, tx, actor.networkId), taken, { ...end, lease: null }));
  try {
    await write();
  } catch (error) {
    if (!isOfTheMoment(error)) throw error;
    finishLater(write);
  }
}

function requireMailer({ store }: Context): Mailer {
  if (!store.mailer)
    throw new AppError(
      'conflict',
      'No mail server is named here. Start Tendril with TENDRIL_SMTP_URL and TENDRIL_MAIL_FROM (docs/self-hosting.md shows how).',
    );
  return store.mailer;
}

async function addressOf(scope: Scope, { digestAddress }: Settings): Promise<string | undefined> {
  return digestAddress === '' ? findOwnerEmail(scope) : digestAddress;
}

async function requireAddress(context: Context): Promise<string> {
  const scope = scopeOf(context);
  const address = await addressOf(scope, await readSettings(scope));
  if (address === undefined)
    throw new AppError('conflict', 'There is no address to send to yet. Set your own: digestAddress in the settings.');
  // Also now: somebody may have come into the network with it since it was set.
  await requireOwnAddress(scope, address);
  return address;
}
