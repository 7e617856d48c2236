import { uuidv7Maker } from '../../src/domain/ids.ts';

/** An id made here, so that the same write may be sent twice. `crypto.randomUUID` is absent on pages without TLS. */
export const newId: () => string = uuidv7Maker(Date.now, (length) => crypto.getRandomValues(new Uint8Array(length)));
