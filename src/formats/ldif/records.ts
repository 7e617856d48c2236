/** One attribute of an entry, its options (`;lang-de`) taken off. */
export interface Attribute {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** The bytes of a base64 value, for pictures. */
  readonly bytes?: Uint8Array;
}

/** One entry of an LDIF file (RFC 2849). */
export interface LdifRecord {
  readonly dn: string;
  /** `add` for an entry that is simply there. */
  readonly change: string;
  readonly attributes: readonly Attribute[];
  /** From 1. */
  readonly entry: number;
  /** The line of the file it begins on, from 1. */
  readonly line: number;
  /** What could not be read of it, one sentence each. */
  readonly problems: readonly string[];
}

/** Whether text begins as LDIF does: a version, comments, then a `dn`. */
export function looksLikeLdif(start: string): boolean {
  return /^(?:(?:#[^\n]*|version: ?\d+|[ \t\r]*)\r?\n(?: [^\n]*\n)*)*dn::? ?\S/i.test(start);
}

/**
 * Reads the entries of an LDIF file one by one (RFC 2849): folded lines, comments, base64 values, change records. Never
 * throws: a line that is none is named in the entry it stands in.
 */
export function* readLdifRecords(text: string): Generator<LdifRecord> {
  let lines: { text: string; line: number }[] = [];
  let entry = 0;
  for (const logical of unfold(text)) {
    if (logical.text.trim() !== '') {
      lines.push(logical);
      continue;
    }
    const record = parseEntry(lines, entry + 1);
    if (record !== undefined) {
      entry += 1;
      yield record;
    }
    lines = [];
  }
  const last = parseEntry(lines, entry + 1);
  if (last !== undefined) yield last;
}

/** Logical lines: a line that begins with a space goes on with the one before (RFC 2849 note 2). */
function* unfold(text: string): Generator<{ text: string; line: number }> {
  let parts: string[] = [];
  let start = 1;
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const raw = text.slice(from, end < 0 ? text.length : end).replace(/\r$/, '');
    from = end < 0 ? text.length + 1 : end + 1;
    line += 1;
    if (raw.startsWith(' ') && parts.length > 0) {
      parts.push(raw.slice(1));
      continue;
    }
    if (parts.length > 0) yield { text: parts.join(''), line: start };
    parts = [];
    start = line;
    if (raw === '') yield { text: '', line };
    else parts = [raw];
  }
  if (parts.length > 0) yield { text: parts.join(''), line: start };
}

function parseEntry(lines: readonly { text: string; line: number }[], entry: number): LdifRecord | undefined {
  const attributes: Attribute[] = [];
  const problems: string[] = [];
  let dn = '';
  let change = 'add';
  let first: number | undefined;
  for (const { text, line } of lines) {
    if (text.startsWith('#') || (first === undefined && /^version:/i.test(text))) continue;
    first ??= line;
    // A dash parts the changes of a modification.
    if (text === '-') continue;
    const attribute = parseLine(text);
    if (typeof attribute === 'string') problems.push(`line ${line}: ${attribute}`);
    else if (attribute.name === 'dn') dn = attribute.value;
    else if (attribute.name === 'changetype') change = attribute.value.toLowerCase();
    else if (attribute.value !== '') attributes.push(attribute);
  }
  return first === undefined ? undefined : { dn, change, attributes, entry, line: first, problems };
}

function parseLine(text: string): Attribute | string {
  const [, description = '', kind = '', value = ''] = /^([\w.-]+(?:;[\w.=-]*)*)(::|:<|:)[ \t]*(.*)$/s.exec(text) ?? [];
  if (description === '') return `no attribute: ${JSON.stringify(text.slice(0, 40))}`;
  const name = (description.split(';')[0] ?? '').toLowerCase();
  if (kind === ':<') return `${name} stands in another file (${value.slice(0, 80)}), which is not read`;
  if (kind === ':') return { name, value: value.trim() };
  const compact = value.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return `the base64 of ${name} is damaged`;
  const bytes = Buffer.from(compact, 'base64');
  return { name, value: decode(bytes), bytes };
}

/** Attributes are UTF-8 (RFC 4510); old address books wrote their own code page all the same. NUL means nothing. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '').trim();
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '').trim();
  }
}
