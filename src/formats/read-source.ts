import { AppError } from '../domain/errors.ts';
import { isLitter, readZip, ZIP_LIMITS, type ZipLimits } from './archive/zip.ts';
import { type ByteSource, heldBytes } from './byte-source.ts';
import { decodeText } from './csv/decode.ts';
import { probeDelimiters } from './csv/table.ts';
import { detect, HEAD_BYTES, type TableDetection } from './detect.ts';
import { collectItems, type FileItem, type OpenFile, type ReadFile, type SourceFormat } from './draft.ts';
import { iterateContacts } from './google/read-contacts.ts';
import { iterateJsContact } from './jscontact/read-people.ts';
import { iterateLdif } from './ldif/read-people.ts';
import { iterateImportedContacts } from './linkedin/imported-contacts.ts';
import { findOwnerAddresses } from './linkedin/other-files.ts';
import { iterateConnections } from './linkedin/read-connections.ts';
import { iterateOutlookContacts } from './outlook/read-contacts.ts';
import { describeMapping, type MappedTable, nameOfTable, type TableKnowledge } from './table/mapping.ts';
import { iterateTable } from './table/read-table.ts';
import { isTakeoutPhoto, TakeoutBooks } from './takeout/takeout.ts';
import { iteratePeople } from './vcard/index.ts';

/** What one import may ask of the machine. */
export interface ReadLimits extends ZipLimits {
  /** Files of a selection, those of its folders included. */
  readonly files: number;
  /** Of a vCard or JSContact file, which is read card by card. */
  readonly fileBytes: number;
  /** Of a table, which is held while it is read. */
  readonly tableBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  ...ZIP_LIMITS,
  files: 50_000,
  fileBytes: 1_000_000_000,
  tableBytes: 300_000_000,
};

export interface ReadOptions {
  /** What the user says the files are, when detection would not know. */
  readonly from?: SourceFormat;
  readonly limits?: ReadLimits;
  /** ISO 3166 code of the country where the files are read. */
  readonly defaultCountry?: string;
  /** What was said of tables that are nobody's export. */
  readonly tables?: TableKnowledge;
}

/** One file as a folder walk or an upload gives it. */
export interface SourceEntry {
  readonly path: string;
  /** Why it cannot be read at all, in words a person can act on; else its bytes. */
  readonly bytes: ByteSource | { readonly problem: string };
}

/** Reads one file that is held, and holds what it says. */
export async function readSource(
  input: { readonly path: string; readonly bytes: Uint8Array },
  options: ReadOptions = {},
): Promise<ReadFile[]> {
  return readFiles([{ path: input.path, bytes: heldBytes(input.bytes) }], options);
}

/** Reads files as `openFiles` opens them, and holds what they say. */
export async function readFiles(
  entries: AsyncIterable<SourceEntry> | Iterable<SourceEntry>,
  options: ReadOptions = {},
): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const { items, ...file } of openFiles(entries, options)) {
    const held: FileItem[] = [];
    for await (const item of items) held.push(item);
    files.push({ ...file, ...collectItems(held) });
  }
  return files;
}

/**
 * Opens the files of a folder or a selection in their order: vCard, JSContact, the tables, LDIF, zips of them
 * (each member becomes a file `export.zip/Connections.csv`). The items of each are to be read before the next is asked
 * for. A file that is none of these, or a zip that cannot be read whole, comes as `unread`, its only item the reason. Of
 * every other file the records are its drafts and what was skipped; the owner of a LinkedIn export is not one of its people.
 */
export async function* openFiles(
  entries: AsyncIterable<SourceEntry> | Iterable<SourceEntry>,
  options: ReadOptions = {},
): AsyncGenerator<OpenFile> {
  const { limits = READ_LIMITS } = options;
  const reading: Reading = { ...options, limits };
  const seen: SeenFile[] = [];
  for await (const entry of entries) {
    if (isLitter(entry.path)) continue;
    if (seen.length === limits.files)
      throw new AppError(
        'unreadable',
        `There are more than ${limits.files} files: import the folders you need one by one.`,
      );
    seen.push(await look(toClosedFile(entry), reading));
  }
  yield* openSeen(seen, reading);
}

interface Reading extends ReadOptions {
  readonly limits: ReadLimits;
}

/** A file before it is known what it is. */
interface ClosedFile {
  readonly path: string;
  readonly inZip: boolean;
  head(): Promise<Uint8Array>;
  bytes(): Promise<ByteSource>;
}

/** A file of which the first bytes were looked at: the reason it is not read, or what it seems to be. */
interface SeenFile {
  readonly path: string;
  readonly seems: 'unread' | 'zip' | 'vcard' | 'jscontact' | 'table';
  readonly reason: string;
  /** What it tells of the folder or zip it lies in: that is LinkedIn's, or that nobody but its columns says it holds people. */
  readonly sign?: 'connections' | 'linkedin' | 'guessed';
  readonly inZip: boolean;
  /** The addresses of an export's owner, where this is the file that names them. */
  readonly owner: readonly string[];
  bytes(): Promise<ByteSource>;
}

function toClosedFile({ path, bytes }: SourceEntry): ClosedFile {
  if ('problem' in bytes) {
    const refuse = () => Promise.reject(new AppError('unreadable', bytes.problem));
    return { path, inZip: false, head: refuse, bytes: refuse };
  }
  return { path, inZip: false, head: async () => bytes.read(0, HEAD_BYTES), bytes: async () => bytes };
}

async function look({ path, inZip, head, bytes }: ClosedFile, reading: Reading): Promise<SeenFile> {
  const rest = { path, bytes, inZip, reason: '', owner: [] };
  let start: Uint8Array;
  try {
    start = (await head()).subarray(0, HEAD_BYTES);
  } catch (error) {
    // A damaged member tells against its whole zip.
    if (inZip || !(error instanceof AppError) || error.code !== 'unreadable') throw error;
    return { ...rest, seems: 'unread', reason: error.message };
  }
  const first = detect(start, reading);
  switch (first.format) {
    case 'unread':
      return {
        ...rest,
        seems: 'unread',
        reason: first.reason,
        owner: ownerOf(start, first.reason),
        ...(first.reason.includes('LinkedIn') && { sign: 'linkedin' }),
      };
    case 'zip':
      return inZip
        ? { ...rest, seems: 'unread', reason: 'a zip inside a zip: unpack it and import it by itself' }
        : { ...rest, seems: 'zip' };
    case 'vcard':
    case 'jscontact':
      return { ...rest, seems: first.format };
    case 'linkedin':
      return { ...rest, seems: 'table', sign: 'connections' };
    case 'csv':
      return { ...rest, seems: 'table', ...(first.mapped.by === 'guess' && { sign: 'guessed' }) };
    default:
      return { ...rest, seems: 'table' };
  }
}

function ownerOf(head: Uint8Array, reason: string): readonly string[] {
  if (!reason.startsWith('your own addresses')) return [];
  const { utf8 } = decodeText(head);
  return findOwnerAddresses(utf8, probeDelimiters(utf8));
}

/** The owner's file may stand behind the connections: all were looked at before the first is read. */
async function* openSeen(seen: readonly SeenFile[], reading: Reading): AsyncGenerator<OpenFile> {
  // Two exports may be read at once: an owner is the owner of the folder the addresses stand in.
  const owners = new Map(
    seen.filter(({ owner }) => owner.length > 0).map(({ path, owner }) => [folderOf(path), owner]),
  );
  const exports = foldersOfExports(seen);
  const books = await indexTakeout(seen, reading);
  for (const file of seen) {
    if (books?.tookPhoto(file.path)) continue;
    if (file.seems === 'unread') yield unread(file.path, books?.whyNoPhoto(file.path) ?? file.reason);
    else if (file.seems === 'zip') yield* openArchive(file, reading);
    else if (file.sign === 'guessed' && exports.some((folder) => file.path.startsWith(folder)))
      yield unread(file.path, 'another file of the LinkedIn export: not read yet');
    else {
      const open = withoutOwner(openBytes(file, await file.bytes(), reading), owners.get(folderOf(file.path)) ?? []);
      yield books === undefined ? open : { ...open, items: books.complete(open) };
    }
  }
}

/**
 * Where LinkedIn's exports lie: the connections in a zip, or beside another file of LinkedIn's. Many of its files name
 * people, most of all the owner, and none of these is somebody the owner knows.
 */
function foldersOfExports(seen: readonly SeenFile[]): string[] {
  const beside = new Set(seen.filter(({ sign }) => sign === 'linkedin').map(({ path }) => folderOf(path)));
  return seen
    .filter(({ sign, inZip, path }) => sign === 'connections' && (inZip || beside.has(folderOf(path))))
    .map(({ path }) => folderOf(path));
}

/** The contacts of a Takeout stand in many files: who has which labels shows when all of them were gone over. */
async function indexTakeout(seen: readonly SeenFile[], reading: Reading): Promise<TakeoutBooks | undefined> {
  const members = seen.filter(
    ({ path, seems }) => TakeoutBooks.isMember(path) && (seems === 'vcard' || seems === 'table'),
  );
  if (members.length === 0) return undefined;
  const books = new TakeoutBooks();
  for (const file of members) {
    const { items } = openBytes(file, await file.bytes(), reading);
    for await (const item of items) if (item.kind === 'draft') books.add(file.path, item.draft);
  }
  for (const { path, reason, bytes } of seen)
    if (reason === 'an image' && isTakeoutPhoto(path)) books.addPhoto({ path, bytes });
  return books;
}

/** Nothing is taken of a zip that cannot be read whole; the files beside it are read all the same. */
async function* openArchive(archive: SeenFile, reading: Reading): AsyncGenerator<OpenFile> {
  const { path } = archive;
  let members: readonly SeenFile[] | string;
  try {
    members = await lookInto(archive, reading);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unreadable') throw error;
    const said = error.message.startsWith(path) ? error.message.slice(path.length) : error.message;
    members = said.replace(/^:? /, '');
  }
  if (typeof members === 'string') yield unread(path, members);
  else yield* openSeen(members, reading);
}

/** The members of a zip, each that is for us unpacked once to see that it can be; or why the zip is not read. */
async function lookInto(archive: SeenFile, reading: Reading): Promise<readonly SeenFile[] | string> {
  const { path } = archive;
  const seen: SeenFile[] = [];
  for await (const member of readZip(path, await archive.bytes(), reading.limits)) {
    if (member.path === '[Content_Types].xml') return 'an Office document: open it and save the table as CSV';
    const file = await look(
      {
        path: `${path}/${member.path}`,
        inZip: true,
        head: () => member.head(HEAD_BYTES),
        bytes: async () => heldBytes(await member.read()),
      },
      reading,
    );
    if (file.seems !== 'unread') await member.check();
    seen.push(file);
  }
  return seen.length === 0 ? 'an empty archive' : seen;
}

function openBytes({ path, seems }: SeenFile, source: ByteSource, reading: Reading): OpenFile {
  const { limits } = reading;
  const isByCard = seems === 'vcard' || seems === 'jscontact';
  const most = isByCard ? limits.fileBytes : limits.tableBytes;
  if (source.size > most) {
    const photos = isByCard ? ', or export it without photos' : '';
    return unread(path, `larger than ${most / 1_000_000} MB, the most that is read at once: split it${photos}`);
  }
  const bytes = source.read(0, source.size);
  if (seems === 'vcard') return { path, format: 'vcard', items: iteratePeople(bytes) };
  if (seems === 'jscontact') return { path, format: 'jscontact', items: iterateJsContact(bytes) };
  const detection = detect(bytes, reading);
  switch (detection.format) {
    case 'ldif':
      return { path, format: 'ldif', items: iterateLdif(bytes) };
    case 'unread':
      return unread(path, detection.reason);
    case 'vcard':
    case 'jscontact':
    case 'zip':
      return unread(path, 'it changed while it was read: import it again');
    default: {
      const file = openTable(path, detection, reading.defaultCountry);
      return detection.damaged ? { ...file, items: warnOfDamage(file.items) } : file;
    }
  }
}

type OpenTable = OpenFile & { readonly items: Iterable<FileItem> };

function openTable(path: string, detection: TableDetection, country: string | undefined): OpenTable {
  switch (detection.format) {
    case 'linkedin':
      return { path, format: 'linkedin', items: iterateConnections(detection.table) };
    case 'linkedin-imported': {
      // Not the connections: who is absent from the one may well be in the other.
      const items = iterateImportedContacts(detection.table, country);
      return { path, format: 'linkedin', account: 'imported contacts', items };
    }
    case 'google-csv':
      return { path, format: 'google-csv', items: iterateContacts(detection.table) };
    case 'outlook-csv':
      return { path, format: 'outlook-csv', items: iterateOutlookContacts(detection.table, country) };
    case 'csv':
      return openMappedTable(path, detection.mapped, country);
  }
}

function openMappedTable(path: string, mapped: MappedTable, country: string | undefined): OpenTable {
  const { signature, by, columns } = mapped;
  return {
    path,
    format: 'csv',
    account: nameOfTable(mapped),
    table: { signature, by, columns: columns.map(({ name, field }) => ({ name, field })) },
    items: readMappedTable(mapped, country),
  };
}

function* readMappedTable(mapped: MappedTable, country: string | undefined): Generator<FileItem> {
  yield { kind: 'warning', warning: describeMapping(mapped) };
  const { table, columns } = mapped;
  yield* iterateTable(table, { columns, prefix: 'x-csv', ...(country === undefined ? {} : { country }) });
}

function* warnOfDamage(items: Iterable<FileItem>): Generator<FileItem> {
  yield {
    kind: 'warning',
    warning: 'some letters of the file are damaged and appear as \ufffd: export it again if you can',
  };
  yield* items;
}

function unread(path: string, reason: string): OpenFile {
  return { path, format: 'unread', items: [{ kind: 'warning', warning: reason }] };
}

/** Only an address tells the owner from a namesake. */
function withoutOwner(file: OpenFile, addresses: readonly string[]): OpenFile {
  if (file.format !== 'linkedin' || addresses.length === 0) return file;
  return { ...file, items: skipOwner(file.items, new Set(addresses)) };
}

async function* skipOwner(items: OpenFile['items'], addresses: ReadonlySet<string>): AsyncGenerator<FileItem> {
  for await (const item of items) {
    const isOwner =
      item.kind === 'draft' &&
      Object.values(item.draft.card.emails ?? {}).some(({ address }) => addresses.has(address.toLowerCase()));
    yield isOwner
      ? {
          kind: 'skipped',
          skipped: { where: item.draft.where, reason: 'yourself: the address is one of your own' },
        }
      : item;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
