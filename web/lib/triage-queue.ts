/**
 * Sorting people is instant because nothing waits for the server: decisions are sent behind the reader's back, one after
 * another in the order they were made, and taken back the same way.
 */
export interface Decision {
  readonly personId: string;
  /** null leaves the person an acquaintance. */
  readonly circleId: string | null;
}

export interface TriageQueueOptions {
  /** Sends one decision; answers the step it became. */
  readonly send: (decision: Decision) => Promise<string | null>;
  readonly undo: (stepId: string) => Promise<unknown>;
  readonly onError: (error: unknown, decision: Decision) => void;
  /** How many are still on their way. */
  readonly onPending?: (pending: number) => void;
}

export interface TriageQueue {
  readonly decide: (decision: Decision) => void;
  /** Takes the newest decision back; answers whose it was. */
  readonly takeBack: () => string | undefined;
  /** Resolves once everything decided so far has been delivered or has failed. */
  readonly settled: () => Promise<void>;
}

interface Entry {
  readonly decision: Decision;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  stepId: string | null;
}

export function createTriageQueue({ send, undo, onError, onPending }: TriageQueueOptions): TriageQueue {
  const made: Entry[] = [];
  let line: Promise<void> = Promise.resolve();
  let pending = 0;

  const enqueue = (work: () => Promise<void>): void => {
    onPending?.(++pending);
    line = line.then(work).then(() => onPending?.(--pending));
  };

  const deliver = async (entry: Entry): Promise<void> => {
    if (entry.state !== 'waiting') return;
    entry.state = 'sending';
    try {
      entry.stepId = await send(entry.decision);
      entry.state = 'sent';
    } catch (error) {
      entry.state = 'failed';
      const at = made.indexOf(entry);
      if (at >= 0) made.splice(at, 1);
      onError(error, entry.decision);
    }
  };

  const withdraw = async (entry: Entry): Promise<void> => {
    if (entry.state !== 'sent' || entry.stepId === null) return;
    try {
      await undo(entry.stepId);
    } catch (error) {
      onError(error, entry.decision);
    }
  };

  return {
    decide(decision) {
      const entry: Entry = { decision, state: 'waiting', stepId: null };
      made.push(entry);
      enqueue(() => deliver(entry));
    },
    takeBack() {
      const entry = made.pop();
      if (entry === undefined) return undefined;
      // One that has not left yet simply does not leave; one on its way is undone when it has arrived.
      if (entry.state === 'waiting') entry.state = 'dropped';
      else enqueue(() => withdraw(entry));
      return entry.decision.personId;
    },
    settled: () => line,
  };
}
