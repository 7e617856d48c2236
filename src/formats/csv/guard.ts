/** Digits and what stands between them in phone numbers, with an extension; or a date without its year. */
const HARMLESS = /^(?:\+[\d().\-/,;*# ]*(?:(?:ext|x)\.? ?\d+)?|--\d\d-\d\d)$/i;

/**
 * Disarms a cell that a spreadsheet would run as a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a line
 * end gets an apostrophe in front, which spreadsheets hide. Phone numbers (`+31 6 1234 5678`) and dates without a year
 * (`--03-15`) are left alone: digits call no function, and an address book would not know the number with an apostrophe.
 * A cell that already looks guarded gets one more, so that `unguardCell` always gives back what was there.
 */
export function guardCell(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `guardCell` puts in front. */
export function unguardCell(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}
