import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { cannotWrite } from '../../domain/disk-errors.ts';
import { AppError } from '../../domain/errors.ts';
import type { ExportFormat } from '../../services/export.service.ts';
import { DONE } from '../errors.ts';
import { filterOf } from './chosen.ts';
import { type Command, flagOf, optionOf, textOf, wordOf } from './command.ts';

/** Everything out in open formats; copies of everything, and back. */

const FORMATS = ['vcard', 'vcard3', 'jscontact', 'csv', 'ics', 'archive'] as const satisfies readonly ExportFormat[];
const BY_EXTENSION: Readonly<Record<string, ExportFormat>> = {
  '.vcf': 'vcard',
  '.vcard': 'vcard',
  '.csv': 'csv',
  '.ics': 'ics',
  '.json': 'jscontact',
  '.zip': 'archive',
};

export const exportTo: Command = async (session, given) => {
  const { context, host, out } = session;
  const path = textOf(given, 0);
  const format = formatOf(path, optionOf(given, 'format'));
  if (path === '-' && out.json && format !== 'jscontact') {
    throw new AppError(
      'invalid',
      `With --json only JSON goes to stdout, and ${format} is none: name a file, or add --format jscontact.`,
    );
  }
  const filter = await filterOf(session, given);
  const { exportAll, exportPeople } = await import('../../services/export.service.ts');
  const { parts } =
    filter === undefined
      ? await exportAll(context, format)
      : await exportPeople(context, { people: { filter }, format: peopleFormat(format) });
  if (path === '-') {
    await out.stream(parts);
    return DONE;
  }
  const bytes = await writeWhole(resolve(host.cwd, path), parts);
  await out.answer({ path: resolve(host.cwd, path), format, bytes }, () => `Written to ${path}.\n`);
  return DONE;
};

/** @throws AppError `invalid` for a format that holds everything or nothing */
function peopleFormat(format: ExportFormat): Exclude<ExportFormat, 'ics' | 'archive'> {
  if (format === 'ics' || format === 'archive')
    throw new AppError('invalid', `${format} holds everyone. For some people use vcard, vcard3, jscontact or csv.`);
  return format;
}

function formatOf(path: string, given: string | undefined): ExportFormat {
  if (given !== undefined) return wordOf(given, FORMATS, 'export format');
  if (path === '-') return 'vcard';
  const format = BY_EXTENSION[extname(path).toLowerCase()];
  if (format === undefined)
    throw new AppError('invalid', `What should ${path} be? Add --format, one of: ${FORMATS.join(', ')}.`);
  return format;
}

/** The file appears when it is whole: a stop in the middle leaves what was there before. */
async function writeWhole(path: string, parts: AsyncIterable<string | Uint8Array>): Promise<number> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  let bytes = 0;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      for await (const part of parts) {
        const written = Buffer.from(part);
        // Not `write`, which on a disk that is almost full writes a part and fails only at the next time.
        await file.appendFile(written);
        bytes += written.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause instanceof AppError ? cause : cannotWrite(path, cause);
  }
  return bytes;
}

export const backup: Command = async ({ context, host, out }, given) => {
  const file = resolve(host.cwd, textOf(given, 0));
  const maintenance = await import('../../services/maintenance.service.ts');
  await maintenance.backup(context, file);
  await out.answer({ file }, (done) => `Everything is copied to ${done.file}.\n`);
  return DONE;
};

export const restore: Command = async ({ app, host, out }, given) => {
  const file = resolve(host.cwd, textOf(given, 0));
  const maintenance = await import('../../services/maintenance.service.ts');
  const { kept = null } = await maintenance.restore(app.store, file, (message) => out.notice(message));
  await out.answer(
    { file, kept },
    (done) =>
      `Restored from ${done.file}.${done.kept === null ? '' : ` What was here before is kept at ${done.kept}.`}\n`,
  );
  return DONE;
};

export const deleteAll: Command = async ({ app, context, out }, given) => {
  if (!flagOf(given, 'yes'))
    throw new AppError('invalid', 'This deletes everything and cannot be undone. If it is meant, add --yes.');
  const service = await import('../../services/delete-everything.service.ts');
  const copy = given.options.backup === false ? null : service.backupBeforeDelete(context, app.folder);
  const done = await service.deleteEverything(context, copy);
  await out.answer(done, ({ backup: file }) =>
    file === null
      ? 'Everything is deleted.\n'
      : `Everything is deleted. A copy from before is at ${file}; tendril restore puts it back, and deleting that file ends it too.\n`,
  );
  return DONE;
};
