import { urlOf } from '../../src/client/client.ts';
import { refresh } from './api.ts';

/** Listens for changes made elsewhere (another device, the command line), and knows whether the server is there. */

let connected = true;
const listeners = new Set<() => void>();

function setConnected(next: boolean): void {
  if (connected === next) return;
  connected = next;
  for (const listener of listeners) listener();
}

/** Something else than the stream of events found that the server is out of reach, or is back. */
export const noteReach: (reached: boolean) => void = setConnected;

const changes = new Set<() => void>();

/** Calls back when something changed, here or elsewhere. */
export function onChange(listener: () => void): () => void {
  changes.add(listener);
  return () => changes.delete(listener);
}

export function isConnected(): boolean {
  return connected;
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** How long to wait before the next try, doubling, with a share left to chance so that devices do not knock together. */
export function backOff(tries: number, chance: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.75 + chance / 2);
}

/** Starts listening; the answer stops it. */
export function startLive(): () => void {
  let source: EventSource | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(urlOf('events'));
    source.addEventListener('open', () => {
      // What happened while the line was down was not heard.
      if (tries > 0) refresh();
      tries = 0;
      setConnected(true);
    });
    source.addEventListener('change', () => {
      refresh();
      for (const listener of changes) listener();
    });
    source.addEventListener('error', () => {
      source?.close();
      // The first break is often only a restart or a proxy's patience: be quiet about it.
      if (tries > 0 || !navigator.onLine) setConnected(false);
      timer = setTimeout(open, backOff(tries++, Math.random()));
    });
  };
  const gone = (): void => setConnected(false);
  open();
  window.addEventListener('online', open);
  window.addEventListener('offline', gone);
  return () => {
    clearTimeout(timer);
    source?.close();
    window.removeEventListener('online', open);
    window.removeEventListener('offline', gone);
  };
}
