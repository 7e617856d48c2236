import type { ImportReport } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { MOST_LISTED, withSkipped } from '../../domain/skipped-rows.ts';
import type { OpenFile, TableReport } from '../../formats/draft.ts';
import { isField } from '../../formats/table/fields.ts';
import { type ColumnChoice, isColumnOf } from '../../formats/table/mapping.ts';
import { updateRun } from '../../storage/repositories/import.repository.ts';
import { scopeWith } from '../../storage/store.ts';
import { type Context, scopeOf } from '../context.ts';
import { readSettings } from '../read-settings.ts';
import { checkCancelled, type Job, leaseOf, note, patiently } from './job.ts';
import { Notes } from './notes.ts';
import { RunPhotos } from './photos.ts';
import { type ImportPath, type ReadItemsMessage, readInThread } from './reader.ts';
import { rememberedColumns, rememberTable } from './tables.service.ts';

export interface ImportRequest {
  readonly files: readonly ImportPath[];
  readonly from?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
  /** What columns of tables nobody described are; kept for the next file of the same columns. */
  readonly map?: readonly ColumnChoice[];
  /** What reading may take; a test takes less. */
  readonly readerMemoryMb?: number;
}

export interface SourceName {
  readonly format: string;
  readonly label: string;
}

/** Staged rows name their source; which row of ours that is, is settled when their turn has come. */
const nameOfSource = ({ format, label }: SourceName): string => JSON.stringify({ format, label });

/**
 * Has the files read and stages what they say, message by message; nobody is changed yet.
 * @throws AppError `unreadable` when nothing could be read, with the report of the files
 */
export async function stageFiles(job: Job, request: ImportRequest): Promise<void> {
  const { country, photos, remembered } = await patiently(job, async () => ({
    country: (await readSettings(scopeOf(job.context))).country,
    photos: await RunPhotos.of(job),
    remembered: await rememberedColumns(scopeOf(job.context)),
  }));
  const staging = new Staging(job, { request, photos });
  const tables = { remembered, choices: request.map ?? [] };
  try {
    await readInThread(
      { paths: request.files, country, tables, ...(request.from === undefined ? {} : { from: request.from }) },
      async (message) => {
        checkCancelled(job);
        if (message.kind === 'file') staging.begin(message.file);
        else await staging.add(message);
      },
      request.readerMemoryMb,
    );
    requireColumns(request.map ?? [], staging.tables, staging.notes);
    await patiently(job, () => staging.end());
    if (!request.dryRun) await patiently(job, () => rememberChosen(job.context, staging.tables));
  } catch (error) {
    await photos.takeBack();
    throw error;
  }
}

class Staging {
  readonly #job: Job;
  readonly #request: ImportRequest;
  readonly #photos: RunPhotos;
  readonly #files: ImportReport['files'] = [];
  readonly #notes = new Notes();
  /** The tables that were read by their columns. */
  readonly tables: NamedTable[] = [];
  #position = 0;
  /** Skipped rows that the report lists by place. */
  #listed = 0;
  #source = '';

  constructor(job: Job, { request, photos }: { request: ImportRequest; photos: RunPhotos }) {
    this.#job = job;
    this.#request = request;
    this.#photos = photos;
  }

  get notes(): readonly string[] {
    return this.#notes.list;
  }

  begin({ path, format, account, table }: Omit<OpenFile, 'items'>): void {
    if (table) this.tables.push({ path, ...table });
    this.#files.push({ path, format, read: 0, created: 0, updated: 0, unchanged: 0, skipped: [] });
    this.#source = nameOfSource({ format, label: this.#request.source ?? account ?? '' });
  }

  async add(items: ReadItemsMessage): Promise<void> {
    const file = this.#files.at(-1);
    if (!file) throw new AppError('internal', 'The reader named no file.');
    file.read += items.drafts.length + items.skipped.length;
    Object.assign(file, withSkipped(file, items.skipped, MOST_LISTED - this.#listed));
    this.#listed += Math.min(items.skipped.length, MOST_LISTED - this.#listed);
    for (const warning of items.warnings) this.#notes.add(`${file.path}: ${warning}`);
    for (const { where, warnings } of items.drafts)
      for (const warning of warnings) this.#notes.add(`${file.path}, ${where}: ${warning}`);
    if (items.drafts.length === 0) return;
    await patiently(this.#job, () => this.#write(items, file.path));
    this.#position += items.drafts.length;
  }

  /** Written again after a failure, it may be there already: the answer to a commit can get lost. */
  async #write({ drafts, photos }: ReadItemsMessage, path: string): Promise<void> {
    const { context, id } = this.#job;
    const { store, actor } = context;
    await store.database.write(
      async (tx) => {
        // A dry run keeps nothing, and pictures would stay.
        if (!this.#request.dryRun) await this.#photos.keep(tx, photos);
        await store.database.dialect.insertMany(
          tx,
          'import_row',
          ['network_id', 'import_id', 'position', 'source_id', 'file', 'key', 'hash', 'draft'],
          drafts.map((staged, i) => [
            actor.networkId,
            id,
            this.#position + i,
            this.#source,
            this.#files.length - 1,
            staged.key,
            staged.hash,
            staged.json,
          ]),
          { onConflict: 'ignore' },
        );
        await updateRun(scopeWith(store, tx, actor.networkId), id, {
          what: `Reading ${path}`,
          done: 0,
          total: this.#position + drafts.length,
          lease: leaseOf(store),
        });
      },
      { relaxed: true },
    );
  }

  async end(): Promise<void> {
    const files = this.#files;
    const report: ImportReport = { files, created: 0, updated: 0, unchanged: 0, skipped: 0 };
    if (files.every((file) => file.format === 'unread'))
      throw new AppError('unreadable', nothingRead(files, this.#notes.list), { details: { report } });
    await note(this.#job, {
      state: 'planning',
      total: this.#position,
      report: JSON.stringify(report),
      notes: JSON.stringify(this.#notes.list),
      counts: JSON.stringify(files.map(() => [0, 0, 0])),
      what: 'Matching people',
    });
  }
}

function nothingRead(files: ImportReport['files'], notes: readonly string[]): string {
  if (files.length === 0) return 'There was no file to read.';
  return notes.length > 0 ? `Nothing could be read. ${notes.slice(0, 5).join('. ')}.` : 'Nothing could be read.';
}

/** A table that was read by its columns. */
type NamedTable = TableReport & { readonly path: string };

/** A column that is named wrong must not pass for one that was mapped. */
function requireColumns(
  choices: readonly ColumnChoice[],
  tables: readonly NamedTable[],
  notes: readonly string[],
): void {
  const unknown = choices.find(({ column }) => !tables.some(({ columns }) => isColumnOf(column, columns)));
  if (unknown === undefined) return;
  const there = tables.map(({ path, columns }) => `${path} has ${columns.map(({ name }) => name).join(', ')}`);
  const said = [...there, ...(there.length === 0 ? notes : [])].slice(0, 3).join('. ');
  throw new AppError(
    'unreadable',
    `No table here that is read by its columns has one called “${unknown.column}”. ${said.slice(0, 1_000)}`.trim(),
  );
}

/** What was chosen for this import goes for the next file of the same columns too. */
async function rememberChosen({ requestId: _mine, ...context }: Context, tables: readonly NamedTable[]): Promise<void> {
  for (const { path, signature, by, columns } of tables) {
    if (by !== 'choice') continue;
    const chosen = columns.flatMap(({ name, field }) => (isField(field) ? [{ name, field }] : []));
    await rememberTable(context, { signature, name: path.replace(/^.*\//, ''), columns: chosen });
  }
}
