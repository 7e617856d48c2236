import { detect, HEAD_BYTES } from '../detect.ts';
import type { MappedTable, RememberedColumns } from './mapping.ts';

/**
 * The table that the first bytes of a file begin, when it is no export of a program that is known; its columns as they
 * were chosen before, else as they are guessed.
 */
export function findUnknownTable(
  bytes: Uint8Array,
  { remembered, country }: { readonly remembered: RememberedColumns; readonly country: string },
): MappedTable | undefined {
  const head = bytes.length < HEAD_BYTES ? bytes : wholeLines(bytes.subarray(0, HEAD_BYTES));
  const found = detect(head, { defaultCountry: country, tables: { remembered } });
  if (found.format === 'csv') return found.mapped;
  return found.format === 'unread' ? found.unknown : undefined;
}

/** The last row of a head is cut anywhere: a table goes on without it. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(0x0a);
  return end < 0 ? head : head.subarray(0, end + 1);
}
