import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { ByteSource } from '../../formats/byte-source.ts';
import type { SourceEntry } from '../../formats/read-source.ts';
import type { ImportPath } from './reader.ts';

/**
 * The files given, and of a folder every file in it, in order of their names. What cannot be opened, leads nowhere or is
 * no file comes with its problem, and nothing waits for it: a pipe nobody writes to would never end.
 * @throws AppError `unreadable` for a path given that is not there
 */
export async function* walk(given: readonly ImportPath[]): AsyncGenerator<SourceEntry> {
  const walked = new Set<string>();
  const left = [...given].reverse();
  const named = new Set(given);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, name } = next;
    try {
      const info = await stat(path);
      if (info.isDirectory()) {
        const real = await realpath(path);
        if (walked.has(real)) yield problem(name, 'a link to a folder that is read already');
        else left.push(...(await childrenOf(next)).reverse());
        walked.add(real);
      } else if (info.isFile()) yield { path: name, bytes: fileBytes(path, info.size) };
      else yield problem(name, 'not a file but a pipe, a socket or a device: save what it holds to a file');
    } catch (cause) {
      const said = describe(cause);
      if (named.has(next)) throw new AppError('unreadable', `${name}: ${said}.`, { cause });
      yield problem(name, said);
    }
  }
}

async function childrenOf({ path, name }: ImportPath): Promise<ImportPath[]> {
  const children = (await readdir(path)).filter((child) => !child.startsWith('.')).sort();
  return children.map((child) => ({ path: join(path, child), name: `${name.replace(/\/+$/, '')}/${child}` }));
}

function problem(path: string, said: string): SourceEntry {
  return { path, bytes: { problem: said } };
}

/** Opened for each piece: thousands of files may wait for their turn. */
function fileBytes(path: string, size: number): ByteSource {
  return {
    size,
    read: (from, to) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(to, size) - from));
      try {
        const file = openSync(path, 'r');
        try {
          let filled = 0;
          while (filled < bytes.length) {
            const count = readSync(file, bytes, filled, bytes.length - filled, from + filled);
            if (count === 0) break;
            filled += count;
          }
          return bytes.subarray(0, filled);
        } finally {
          closeSync(file);
        }
      } catch (cause) {
        throw new AppError('unreadable', describe(cause), { cause });
      }
    },
  };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read: its permissions do not allow it',
  EPERM: 'it may not be read: its permissions do not allow it',
  ELOOP: 'a link that leads to itself',
  ENAMETOOLONG: 'its path is too long for this computer: move it nearer to the top',
  ENOTDIR: 'there is no such file or folder',
  EMFILE: 'too many files are open: try again',
  EIO: 'the disk cannot read it',
};

function describe(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return PROBLEMS[code] ?? `it cannot be read: ${message.replace(/, \w+ '.*$/s, '')}`;
}
