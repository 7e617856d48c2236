/** Escaping, splitting and folding of values (RFC 6350 sections 3.2 to 3.4; RFC 2426 reads the same). */

const FOLD_OCTETS = 75;

/** Undoes the backslash escapes of a text value. A backslash that escapes nothing stays. */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([nN,;:\\"])/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  );
}

/** Writes a text value; every kind of line break becomes `\n`. */
export function escapeText(text: string): string {
  if (!/[\\,;\r\n]/.test(text)) return text;
  return text.replace(/\r\n?|\n|[\\,;]/g, (found) => (/[\r\n]/.test(found) ? '\\n' : `\\${found}`));
}

/** Keeps a value that is written as it stands on one line. */
export function onOneLine(value: string): string {
  return /[\r\n]/.test(value) ? value.replace(/\r\n?|\n/g, '\\n') : value;
}

/** Splits at a separator that no backslash escapes; the parts keep their escapes. */
export function splitEscaped(value: string, separator: ';' | ','): string[] {
  if (!value.includes(separator)) return [value];
  if (!value.includes('\\')) return value.split(separator);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value[at];
    if (char === '\\') at++;
    else if (char === separator) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
}

/** Folds a line at 75 octets of UTF-8, never inside a character. */
export function foldLine(line: string): string {
  if (line.length * 3 <= FOLD_OCTETS) return line;
  let folded = '';
  let octets = 0;
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    // A surrogate pair is four octets, counted at its first half; the second half joins it.
    const size =
      code < 0x80
        ? 1
        : code < 0x800
          ? 2
          : code >= 0xd800 && code < 0xdc00
            ? 4
            : code >= 0xdc00 && code < 0xe000
              ? 0
              : 3;
    if (octets + size > FOLD_OCTETS) {
      folded += `${line.slice(from, at)}\r\n `;
      from = at;
      octets = 1;
    }
    octets += size;
  }
  return from === 0 ? line : folded + line.slice(from);
}

/** Writes one value of a parameter: RFC 6868 escapes, quotes where the grammar wants them. */
export function encodeParamValue(value: string): string {
  const escaped = value.replace(/\r\n?|[\n^"]/g, (found) => (found === '^' ? '^^' : found === '"' ? "^'" : '^n'));
  return /[,;:]|^\s|\s$/.test(escaped) || escaped === '' ? `"${escaped}"` : escaped;
}
