import type { Settings } from '../contract/shapes.ts';
import type { CalendarDate, Instant } from '../domain/dates.ts';
import { dayIn, toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId } from '../domain/ids.ts';
import { runStep, type Writer } from '../storage/feed.ts';
import { findStep } from '../storage/repositories/step.repository.ts';
import { readScope, type Scope, type Store } from '../storage/store.ts';
import { readSettings } from './read-settings.ts';

/** Who asks, in which network, and what they may do. */
export interface Actor {
  readonly networkId: NetworkId;
  /** As the history shows it: `you`, `you, on the command line`, `token backup-script`. */
  readonly name: string;
  readonly scope: 'read' | 'write';
}

/** What every service works with. */
export interface Context {
  readonly store: Store;
  readonly actor: Actor;
  /** The day to pretend it is. Nothing read under it is stored as today's plan. */
  readonly on?: CalendarDate;
  /** The client's id for what it asks, so that a second delivery does nothing twice. */
  readonly requestId?: string;
}

export function scopeOf(context: Context): Scope {
  return readScope(context.store, context.actor.networkId);
}

export function nowOf(context: Context): Instant {
  return toInstant(context.store.now());
}

/** The day it is for the owner, in the zone of their settings; a caller that has read those already gives them. */
export async function todayOf(context: Context, settings?: Pick<Settings, 'zone'>): Promise<CalendarDate> {
  if (context.on) return context.on;
  const { zone } = settings ?? (await readSettings(scopeOf(context)));
  return dayIn(zone, Temporal.Instant.fromEpochMilliseconds(context.store.now()));
}

export function requireWrite(context: Context): void {
  if (context.actor.scope !== 'write')
    throw new AppError('forbidden', 'This token may only read. Make one with the scope “write”.');
}

/**
 * What the act of this very request answered when it was first delivered; undefined when it is the first. For acts that
 * read before they write: what they wrote would be read the second time.
 */
export async function firstAnswer<T>(context: Context, kind: string): Promise<T | undefined> {
  const step = context.requestId === undefined ? undefined : await findStep(scopeOf(context), context.requestId);
  return step?.kind === kind && step.state !== 'open' ? (JSON.parse(step.result ?? 'null') as T) : undefined;
}

/** One act of the actor: one step of the history, one transaction. */
export async function act<T>(
  context: Context,
  step: { kind: string; title: string },
  work: (writer: Writer) => Promise<T>,
): Promise<{ stepId: string; result: T }> {
  requireWrite(context);
  const info = {
    ...step,
    actor: context.actor.name,
    ...(context.requestId === undefined ? {} : { id: context.requestId }),
  };
  const { stepId, result } = await runStep(context.store, context.actor.networkId, info, work);
  return { stepId, result };
}
