/** How many acts are kept on this device until they can be saved. Known at once and in every tab: a number in the local storage. */
export interface Waiting {
  /** To be delivered when the server is there. */
  readonly waiting: number;
  /** Refused: someone has to look at them. */
  readonly stuck: number;
}

const NAME = 'tendril.waiting';
const NONE: Waiting = { waiting: 0, stuck: 0 };
const listeners = new Set<() => void>();
let present = read();

function read(): Waiting {
  try {
    const [waiting = 0, stuck = 0] = (localStorage.getItem(NAME) ?? '').split(' ').map(Number);
    return waiting === 0 && stuck === 0 ? NONE : { waiting, stuck };
  } catch {
    return NONE; // Storage is blocked, and then nothing is kept either.
  }
}

function tell(next: Waiting): void {
  if (next.waiting === present.waiting && next.stuck === present.stuck) return;
  present = next;
  for (const listener of listeners) listener();
}

// Another tab wrote.
globalThis.addEventListener?.('storage', ({ key }) => key === NAME && tell(read()));

export function getWaiting(): Waiting {
  return present;
}

export function setWaiting(next: Waiting): void {
  try {
    localStorage.setItem(NAME, `${next.waiting} ${next.stuck}`);
  } catch {
    // As above: this tab knows it all the same.
  }
  tell(next);
}

export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
