import { AppError } from '../domain/errors.ts';

/** Whether a failure is the database's state just now, and not the act's: it does not answer, or its disk takes nothing. */
export function isOfTheMoment(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'busy' || error.code === 'unwritable');
}

/**
 * Waits for a write on which no answer depends. Where the disk is full or read-only it is left out, so that reading goes on;
 * any other failure stays one.
 */
export async function ifWritable(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isOfTheMoment(error)) throw error;
  }
}

const AGAIN_MS = 5_000;

/**
 * Does what the database would not take just now, as soon as it does and for as long as this process lives; a command that
 * ends meanwhile leaves it to the next start, as a stop would. Failures of another kind are met again, and told, there.
 */
export function finishLater(work: () => Promise<unknown>): void {
  const again = () =>
    work().catch((error: unknown) => {
      if (isOfTheMoment(error)) finishLater(work);
    });
  setTimeout(() => void again(), AGAIN_MS).unref();
}
