import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cannotWrite } from '../../domain/disk-errors.ts';
import { AppError } from '../../domain/errors.ts';
import { HEAD_BYTES } from '../../formats/detect.ts';
import { SOURCE_GUIDES } from '../../services/import/guides.ts';
import { cancelImport, getImport, listImports, startImport } from '../../services/import/import.service.ts';
import {
  forgetTable,
  listTables,
  lookAtTables,
  previewTable,
  rememberTable,
} from '../../services/import/tables.service.ts';
import type { Handlers } from '../call.ts';
import { readMultipart } from '../multipart.ts';

const LONGEST_UPLOAD = 1024 ** 3;
/** Tables are looked at by their first bytes; whoever sends more of each is heard, but not kept. */
const LONGEST_LOOK = 64 * 1024 ** 2;

export const importHandlers = {
  listSources: async () => ({ sources: [...SOURCE_GUIDES] }),
  startImport: async (context, { query, request }) => {
    const folder = await makeFolder();
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const { run, finished } = await startImport(context, {
        files: await saveFiles(request, folder),
        ...(query.from !== undefined && { from: query.from }),
        ...(query.source !== undefined && { source: query.source }),
        dryRun: query.dryRun === 'true',
      });
      // How it failed stands in the run, which the page asks for.
      finished.then(remove, remove).catch(() => undefined);
      return run;
    } catch (error) {
      await remove();
      throw error;
    }
  },
  listImports: async (context) => ({ imports: await listImports(context) }),
  getImport: (context, { params }) => getImport(context, params.id),
  cancelImport: (context, { params }) => cancelImport(context, params.id),
  lookAtTables: async (context, { request }) => ({ tables: await lookAtTables(context, await readHeads(request)) }),
  previewTable: (context, { body }) => previewTable(context, body),
  listTables: async (context) => ({ tables: await listTables(context) }),
  rememberTable: (context, { params, body }) => rememberTable(context, { ...params, ...body }),
  forgetTable: (context, { params }) => forgetTable(context, params.signature),
} satisfies Partial<Handlers>;

async function makeFolder(): Promise<string> {
  const path = join(tmpdir(), 'tendril-import-');
  try {
    return await mkdtemp(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** The first bytes of each file of a form. */
async function readHeads(request: Request): Promise<{ name: string; bytes: Uint8Array }[]> {
  const heads: { name: string; bytes: Uint8Array }[] = [];
  for await (const part of readMultipart(request, LONGEST_LOOK)) {
    if (part.name !== 'files' || !part.fileName) continue;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of part.bytes) {
      if (length < HEAD_BYTES) chunks.push(chunk);
      length += chunk.length;
    }
    heads.push({ name: shownName(part.fileName), bytes: Buffer.concat(chunks).subarray(0, HEAD_BYTES) });
  }
  return heads;
}

/** Writes the files of a form to disk as they arrive, under names of our own. */
async function saveFiles(request: Request, folder: string): Promise<{ path: string; name: string }[]> {
  const files: { path: string; name: string }[] = [];
  for await (const part of readMultipart(request, LONGEST_UPLOAD)) {
    if (part.name !== 'files' || !part.fileName) continue;
    const path = join(folder, String(files.length));
    await pipeline(part.bytes, createWriteStream(path)).catch((error: unknown) => {
      throw isFromDisk(error) ? cannotWrite(path, error) : error;
    });
    files.push({ path, name: shownName(part.fileName) });
  }
  if (files.length === 0)
    throw new AppError('invalid', 'There is no file in the form. Send each in a field called “files”.');
  return files;
}

/** Not from the one who sends: a system call on the file. */
const isFromDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall !== 'read';

/** A file's own name, without the folders some browsers send before it. */
function shownName(fileName: string): string {
  const name = fileName
    .replace(/^.*[/\\]/s, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return name.slice(-200) || 'file';
}
