import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportAnswer, ImportReport, ImportRun } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { everySkipped } from '../../domain/skipped-rows.ts';
import { TABLE_FIELDS } from '../../domain/table-fields.ts';
import { SOURCE_FORMATS } from '../../domain/words.ts';
import type { ColumnChoice } from '../../formats/table/mapping.ts';
import { DONE, type ExitCode, FAILED } from '../errors.ts';
import { renderImport } from '../render/import-report.ts';
import { cleaned } from '../render/text.ts';
import type { Session } from '../session.ts';
import { type Command, flagOf, optionOf, optionsOf, textsOf, wordOf } from './command.ts';

const LOOK_EVERY_MS = 200;
const MOST_NOTES = 20;

/** Brings people in and accounts for every row. */
export const importPaths: Command = async (session, given) => {
  const { context, host, out } = session;
  const from = optionOf(given, 'from');
  const source = optionOf(given, 'source');
  const format = from === undefined ? undefined : wordOf(from, SOURCE_FORMATS, 'format');
  const files = textsOf(given, 0).map((name) => ({ name, path: resolve(host.cwd, name) }));
  const map = optionsOf(given, 'map').map(parseChoice);
  for (const file of files) await requireThere(file);
  const imports = await import('../../services/import/import.service.ts');
  const { run, finished } = await imports.startImport(context, {
    files,
    dryRun: flagOf(given, 'dryRun'),
    ...(format === undefined ? {} : { from: format }),
    ...(source === undefined ? {} : { source }),
    ...(map.length === 0 ? {} : { map }),
  });
  const release = host.onInterrupt(() => {
    out.notice('Stopping; nothing of this import stays.');
    // What became of it is told by `finished`.
    imports.cancelImport(context, run.id).catch(() => undefined);
  });
  try {
    return await finish(session, await watched(session, run.id, finished));
  } catch (error) {
    return await unreadable(session, error);
  } finally {
    release();
  }
};

/** `Kontakt=name`; a title may hold an equals sign itself. */
function parseChoice(text: string): ColumnChoice {
  const cut = text.lastIndexOf('=');
  const column = text.slice(0, Math.max(0, cut)).trim();
  if (column === '') throw new AppError('invalid', `--map ${text}: write COLUMN=FIELD, for instance "Kontakt=name".`);
  return { column, field: wordOf(text.slice(cut + 1), TABLE_FIELDS, 'field') };
}

async function requireThere({ name, path }: { name: string; path: string }): Promise<void> {
  try {
    await stat(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AppError(
      'unreadable',
      missing ? `${name}: there is no such file or folder.` : `${name} cannot be read.`,
      { cause },
    );
  }
}

/** The finished run; meanwhile a terminal sees how far it is. */
async function watched({ context, out }: Session, id: string, finished: Promise<ImportRun>): Promise<ImportRun> {
  if (!out.showsProgress) return finished;
  const { getImport } = await import('../../services/import/import.service.ts');
  const timer = setInterval(() => {
    getImport(context, id).then(
      ({ state, progress: { done, total, what } }) => {
        if (state === 'reading') out.progress(total === null ? what : `${what} (${total} people so far)`);
        else if (state !== 'done') out.progress(total === null ? what : `${what}: ${done} of ${total}`);
      },
      // The import itself tells what is wrong.
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    return await finished;
  } finally {
    clearInterval(timer);
    out.endProgress();
  }
}

async function finish(session: Session, run: ImportRun): Promise<ExitCode> {
  const { context, out } = session;
  const { report } = run;
  if (run.state === 'cancelled' || report === null) {
    out.notice('The import was stopped. Nothing of it stays.');
    return FAILED;
  }
  if (out.json) for (const note of run.notes.slice(0, MOST_NOTES)) out.notice(note);
  if (out.json) {
    await out.answer(documentOf(report), () => '');
    return DONE;
  }
  await out.answer(report, async (shown) => {
    const { listCircles } = await import('../../services/circles.service.ts');
    const { unsorted } = await listCircles(context);
    return renderImport(
      { ...cleaned({ notes: run.notes, doubles: run.doubles }), dryRun: run.dryRun, report: shown },
      { unsorted },
      await session.page(),
    );
  });
  if (run.doubles.length > 0 && out.canAsk) {
    const { offerDoubles } = await import('./doubles.ts');
    await offerDoubles(session, run.doubles);
  }
  return DONE;
}

/** Only what the contract names, in its order; every skipped row is there, those beyond the first by reason alone. */
function documentOf(report: ImportReport): ImportAnswer {
  const { created, updated, unchanged, skipped } = report;
  const files = report.files.map((file) => ({
    path: file.path,
    format: file.format,
    read: file.read,
    created: file.created,
    updated: file.updated,
    unchanged: file.unchanged,
    skipped: everySkipped(file).map(({ where, reason }) => ({ where, reason })),
  }));
  return { files, created, updated, unchanged, skipped };
}

/** Where nothing could be read, the report still says what was there. */
async function unreadable({ out }: Session, error: unknown): Promise<ExitCode> {
  const report = error instanceof AppError ? (error.details.report as ImportReport | undefined) : undefined;
  if (!(error instanceof AppError) || !['unreadable', 'invalid'].includes(error.code)) throw error;
  if (report && out.json) await out.answer(documentOf(report), () => '');
  out.notice(error.message);
  return FAILED;
}
