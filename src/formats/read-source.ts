import { AppError } from '../domain/errors.ts';
import { isLitter, readZip, ZIP_LIMITS, type ZipLimits } from './archive/zip.ts';
import { decodeText } from './csv/decode.ts';
import { probeDelimiters } from './csv/table.ts';
import { type Detection, detect, HEAD_BYTES } from './detect.ts';
import type { PersonDraft, ReadFile, Skipped, SourceFormat } from './draft.ts';
import { readContacts } from './google/read-contacts.ts';
import { findOwnerAddresses } from './linkedin/other-files.ts';
import { readConnections } from './linkedin/read-connections.ts';
import { readVCards } from './vcard/index.ts';

export interface ReadOptions {
  /** What the user says the files are, when detection would not know. */
  readonly from?: SourceFormat;
  readonly limits?: ZipLimits;
}

/** One file as a folder walk or an upload gives it. */
export interface SourceEntry {
  readonly path: string;
  read(): Promise<Uint8Array>;
  /** The first bytes, so that a large file that is not for us is not read; without it the whole is. */
  head?(length: number): Promise<Uint8Array>;
}

/**
 * Reads one file: a vCard file, a LinkedIn or Google table, or a zip of them (each member becomes a file
 * `export.zip/Connections.csv`). A file that is none of these, or a zip that cannot be read whole, comes back as `unread`,
 * its reason the first warning.
 */
export async function readSource(
  input: { readonly path: string; readonly bytes: Uint8Array },
  options: ReadOptions = {},
): Promise<ReadFile[]> {
  return readFiles([{ path: input.path, read: async () => input.bytes }], options);
}

/**
 * Reads the files of a folder or a selection, in their order. Of every file, the records read are its drafts and what
 * was skipped; the owner of a LinkedIn export is not one of its people.
 */
export async function readFiles(
  entries: AsyncIterable<SourceEntry> | Iterable<SourceEntry>,
  options: ReadOptions = {},
): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  const owners = new Map<string, string[]>();
  for await (const entry of entries) {
    if (!isLitter(entry.path)) await readEntry(entry, { options, files, owners, inZip: false });
  }
  return files.map((file) => withoutOwner(file, owners.get(folderOf(file.path)) ?? []));
}

interface Reading {
  readonly options: ReadOptions;
  readonly files: ReadFile[];
  /** The owner's addresses by the folder of the export they stand in: two exports may be read at once. */
  readonly owners: Map<string, string[]>;
  readonly inZip: boolean;
}

async function readEntry(entry: SourceEntry, reading: Reading): Promise<void> {
  const { options, files, owners, inZip } = reading;
  const head = entry.head === undefined ? await entry.read() : await entry.head(HEAD_BYTES);
  const first = detect(head.subarray(0, HEAD_BYTES), options.from);
  if (first.format === 'unread') {
    files.push(unread(entry.path, first.reason));
    const { utf8 } = decodeText(head.subarray(0, HEAD_BYTES));
    const addresses = first.reason.startsWith('your own addresses')
      ? findOwnerAddresses(utf8, probeDelimiters(utf8))
      : [];
    if (addresses.length > 0) owners.set(folderOf(entry.path), addresses);
    return;
  }
  if (first.format === 'zip' && inZip) {
    files.push(unread(entry.path, 'a zip inside a zip: unpack it and import it by itself'));
    return;
  }
  const bytes = entry.head === undefined ? head : await entry.read();
  if (first.format !== 'zip') files.push(readWhole({ path: entry.path, bytes }, options));
  else await readWholeArchive({ path: entry.path, bytes }, reading);
}

/** Nothing is taken of a zip that cannot be read whole; the files beside it are read all the same. */
async function readWholeArchive(archive: { path: string; bytes: Uint8Array }, reading: Reading): Promise<void> {
  const before = reading.files.length;
  try {
    await readArchive(archive, reading);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unreadable') throw error;
    reading.files.splice(before);
    const said = error.message.startsWith(archive.path) ? error.message.slice(archive.path.length) : error.message;
    reading.files.push(unread(archive.path, said.replace(/^:? /, '')));
  }
}

async function readArchive({ path, bytes }: { path: string; bytes: Uint8Array }, reading: Reading): Promise<void> {
  const before = reading.files.length;
  for await (const member of readZip(path, bytes, reading.options.limits ?? ZIP_LIMITS)) {
    if (member.path === '[Content_Types].xml') {
      reading.files.splice(before);
      reading.files.push(unread(path, 'an Office document: open it and save the table as CSV'));
      return;
    }
    await readEntry({ ...member, path: `${path}/${member.path}` }, { ...reading, inZip: true });
  }
  if (reading.files.length === before) reading.files.push(unread(path, 'an empty archive'));
}

function readWhole({ path, bytes }: { path: string; bytes: Uint8Array }, { from }: ReadOptions): ReadFile {
  const detection = detect(bytes, from);
  switch (detection.format) {
    case 'vcard':
      return { path, format: 'vcard', ...readVCards(bytes) };
    case 'linkedin':
      return toFile(path, detection, readConnections(detection.table));
    case 'google-csv':
      return toFile(path, detection, readContacts(detection.table));
    case 'unread':
      return unread(path, detection.reason);
    case 'zip':
      throw new AppError('internal', `${path} changed while it was read`);
  }
}

function toFile(
  path: string,
  { format, damaged }: Extract<Detection, { format: 'linkedin' | 'google-csv' }>,
  rows: { drafts: readonly PersonDraft[]; skipped: readonly Skipped[]; warnings: readonly string[] },
): ReadFile {
  const garbled = 'some letters of the file are damaged and appear as \ufffd: export it again if you can';
  return { path, format, ...rows, warnings: damaged ? [garbled, ...rows.warnings] : rows.warnings };
}

function unread(path: string, reason: string): ReadFile {
  return { path, format: 'unread', drafts: [], skipped: [], warnings: [reason] };
}

/** Only an address tells the owner from a namesake. */
function withoutOwner(file: ReadFile, addresses: readonly string[]): ReadFile {
  if (file.format !== 'linkedin' || addresses.length === 0) return file;
  const isOwner = ({ card }: PersonDraft) =>
    Object.values(card.emails ?? {}).some(({ address }) => addresses.includes(address.toLowerCase()));
  const own = file.drafts.filter(isOwner);
  if (own.length === 0) return file;
  return {
    ...file,
    drafts: file.drafts.filter((draft) => !own.includes(draft)),
    skipped: [
      ...file.skipped,
      ...own.map(({ where }) => ({ where, reason: 'yourself: the address is one of your own' })),
    ],
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
