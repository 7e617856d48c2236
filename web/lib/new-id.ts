import { uuidv7 } from '../../src/domain/ids.ts';

/** An id made here, so that the same write may be sent twice. `crypto.randomUUID` is absent on pages without TLS. */
export function newId(): string {
  return uuidv7(Date.now(), (length) => crypto.getRandomValues(new Uint8Array(length)));
}
