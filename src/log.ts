import { destination, pino } from 'pino';

const logger = pino({ name: 'tendril' }, destination({ fd: 2, sync: true }));

/** Writes a failure of our own to stderr, with what was going on and its stack. */
export function logError(error: unknown, what: string): void {
  logger.error({ err: error }, what);
}
