/** Bytes that are read by their place, so that a file need not be held to be read. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from one place up to another; fewer where the source has ended. */
  read(from: number, to: number): Uint8Array;
}

/** Bytes that are held already. */
export function heldBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
