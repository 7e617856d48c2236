/** How the content lines of a calendar file are written (RFC 5545). */

/** A value of the type TEXT (RFC 5545 section 3.3.11); what no such value may hold is left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A day or an instant without its punctuation: `20261127`, `20261127T080000Z`. */
export function basicForm(text: string): string {
  return text.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

const encoder = new TextEncoder();

/** Lines of at most 75 octets, never cut inside a character (RFC 5545 section 3.1). */
export function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return folded;
}
