/** The lines that frame a card, however badly they are written. */

const MARKER = /^(BEGIN|END)[ \t]*(?:;[^:]{0,40})?:[ \t]*VCARD\s*$/i;
/** Nothing but a frame starts so, whatever stands behind it. */
const END_AT_START = /^END[ \t]*:[ \t]*VCARD(?![\w-])/i;
const BEGIN_AT_END = /^(.{0,16}?)BEGIN[ \t]*:[ \t]*VCARD["',;\s]*$/i;
/** Two cards that were put together without a line break; a byte order mark may stand between. */
const JOINT = /(?<=END[ \t]{0,9}:[ \t]{0,9}VCARD)[ \t\0\xef\xbb\xbf\ufeff]{0,20}(?=BEGIN[ \t]{0,9}:[ \t]{0,9}VCARD)/i;
const END_GLUED = /END:VCARD\s*$/i;
/** What mail programs and pages put before every line of a card that they quote. */
const QUOTING = /^[\s>|*"']*$/;

export type Marker = 'begin' | 'end';

/** A line that begins with white space is never one: it is a fold, in which these words may stand as text. */
export function markerOf(text: string): Marker | undefined {
  // Asked of every line: the first letter tells most of them.
  const first = text.charCodeAt(0) | 0x20;
  if (text.length > 100 || (first !== 0x62 && first !== 0x65)) return undefined;
  const marker = MARKER.exec(text)?.[1];
  if (marker !== undefined) return marker.length === 3 ? 'end' : 'begin';
  return END_AT_START.test(text) ? 'end' : undefined;
}

/** Outside a card: what stands before BEGIN:VCARD on its line, as far as every line of the card may have it too. */
export function findBegin(text: string): { readonly prefix: string } | undefined {
  if (text.length > 200) return undefined;
  const before = BEGIN_AT_END.exec(text)?.[1];
  if (before === undefined || /\w\s/.test(before)) return undefined;
  return { prefix: QUOTING.test(before) ? before : '' };
}

/** A line without NULs and marks at its ends, which stand before a BEGIN or after an END in padded and joined files. */
export function trimPadding(line: string): string {
  let from = 0;
  let to = line.length;
  while (line.startsWith('\xef\xbb\xbf', from)) from += 3;
  while (to > from && isPadding(line.charCodeAt(to - 1))) to--;
  while (from < to && line.charCodeAt(from) === 0) from++;
  return from === 0 && to === line.length ? line : line.slice(from, to);
}

function isPadding(code: number): boolean {
  return code === 0 || code === 0x1a;
}

/** True when the last word of a line may be VCARD; asked of every line, so by its last letter first. */
export function endsInVCard(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return (last <= 0x20 || (last | 0x20) === 0x64) && /VCARD\s*$/i.test(line.slice(-40));
}

/**
 * Cuts a physical line where frames were glued to what stands before them.
 * @param endsThere whether a frame glued to the end of the line is one, by what follows it in the file
 */
export function cutFrames(line: string, endsThere: () => boolean): readonly string[] {
  if (!endsInVCard(line) || MARKER.test(line)) return [line];
  const pieces = line.split(JOINT);
  return pieces.flatMap((piece, place) => {
    const glued = END_GLUED.exec(piece);
    if (!glued || glued.index === 0) return [piece];
    const isFrame = place < pieces.length - 1 || endsThere();
    return isFrame ? [piece.slice(0, glued.index), piece.slice(glued.index)] : [piece];
  });
}
