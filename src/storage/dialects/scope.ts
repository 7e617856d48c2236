import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '../../domain/errors.ts';

interface Scope {
  readonly store: object;
  readonly kind: string;
  open: boolean;
}
const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` so that every other handle of the same store refuses within it. */
export async function inScope<T>(store: object, kind: string, work: () => Promise<T>): Promise<T> {
  const scope: Scope = { store, kind, open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    // What the work started and did not wait for may use the store again.
    scope.open = false;
  }
}

/** @throws AppError `internal` inside a transaction of the same store: the call would wait for itself or miss its writes */
export function assertOutside(store: object, what: string): void {
  const scope = scopes.getStore();
  if (scope?.open && scope.store === store) {
    throw new AppError('internal', `${what} was used inside ${scope.kind}(): use the handle passed to the callback.`);
  }
}
