import type { MissedCall, StandIn } from '../../src/client/client.ts';
import { newId } from './new-id.ts';
import { getWaiting } from './waiting.ts';

/** What can be read and written while the server is out of reach. How, is loaded when it is needed. */

export const KEPT_READS = [
  'getSession',
  'getSettings',
  'getToday',
  'listPeople',
  'getPerson',
  'listTouches',
  'listCircles',
  'find',
] as const;
export type KeptRead = (typeof KEPT_READS)[number];

export const KEPT_WRITES = [
  'capture',
  'addPerson',
  'updatePerson',
  'addTouch',
  'updateTouch',
  'done',
  'snooze',
  'skip',
  'pause',
  'resume',
  'dismiss',
  'letGo',
  'addFact',
  'updateFact',
  'addPromise',
  'updatePromise',
  'addReminder',
  'updateReminder',
] as const;
export type KeptWrite = (typeof KEPT_WRITES)[number];

const reads = new Set<string>(KEPT_READS);
const writes = new Set<string>(KEPT_WRITES);

export function isKeptWrite(name: string): name is KeptWrite {
  return writes.has(name);
}

/** A line that is only looked at, not to be saved. */
export function isDryRun({ name, input: { body } }: Pick<MissedCall, 'name' | 'input'>): boolean {
  return name === 'capture' && typeof body === 'object' && body !== null && 'dryRun' in body && body.dryRun === true;
}

let load: (() => Promise<{ readonly answerOffline: StandIn['answer'] }>) | undefined;

/** Where the answers come from. */
export function answerWith(loader: NonNullable<typeof load>): void {
  load = loader;
}

export const standIn: StandIn = {
  covers: (name) => reads.has(name) || writes.has(name),
  // What is written while earlier acts wait comes after them.
  takes: (call) => writes.has(call.name) && getWaiting().waiting > 0 && !isDryRun(call),
  newKey: newId,
  answer: async (call, error) => {
    const found = await load?.().catch(() => undefined);
    if (found === undefined) throw error;
    return found.answerOffline(call, error);
  },
};
