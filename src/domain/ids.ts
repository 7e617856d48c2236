/** A value of `T` that only its own maker may produce, so that a person's id is never passed for a touch's. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type NetworkId = Brand<string, 'NetworkId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type CircleId = Brand<string, 'CircleId'>;
export type TouchId = Brand<string, 'TouchId'>;
export type StepId = Brand<string, 'StepId'>;

/** Sixteen random bytes, injected so that the domain stays deterministic. */
export type RandomBytes = (length: number) => Uint8Array;

/** How many ids one millisecond holds in order: the twelve bits of `rand_a`. */
const PER_MILLISECOND = 4096;

/**
 * A maker of UUIDv7 (RFC 9562 section 5.7) whose ids sort in the order they were made, also within a millisecond and when
 * the clock is set back (section 6.2, method 1), so inserts touch the end of an index.
 */
export function uuidv7Maker(now: () => number, random: RandomBytes): () => string {
  let last = 0;
  let count = 0;
  return () => {
    const time = now();
    if (time > last) {
      last = time;
      count = 0;
    } else {
      count += 1;
      if (count === PER_MILLISECOND) {
        last += 1;
        count = 0;
      }
    }
    return uuidv7(last, count, random);
  };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidv7(milliseconds: number, count: number, random: RandomBytes): string {
  const bytes = random(16);
  let rest = milliseconds;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (count >> 8);
  bytes[7] = count & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
