/** A value of `T` that only its own maker may produce, so that a person's id is never passed for a touch's. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type NetworkId = Brand<string, 'NetworkId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type CircleId = Brand<string, 'CircleId'>;
export type TouchId = Brand<string, 'TouchId'>;
export type StepId = Brand<string, 'StepId'>;

/** Sixteen random bytes, injected so that the domain stays deterministic. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * A UUIDv7 (RFC 9562 section 5.7): sorts by the time it was made, so inserts touch the end of an index.
 * @param now milliseconds since the epoch
 */
export function uuidv7(now: number, random: RandomBytes): string {
  const bytes = random(16);
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
