import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walk } from './walk.ts';

/** Pipes, sockets and links as Unix has them. */
const unix = process.platform !== 'win32';

describe('walking over what was given', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tendril-walk-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function found(...names: readonly string[]): Promise<[string, string][]> {
    const entries: [string, string][] = [];
    for await (const { path, bytes } of walk(names.map((name) => ({ name, path: join(folder, name) }))))
      entries.push([path, 'problem' in bytes ? bytes.problem : Buffer.from(bytes.read(0, 100)).toString()]);
    return entries;
  }

  it('reads a folder in the order of names, its folders where they stand, without hidden files', async () => {
    await mkdir(join(folder, 'book/b'), { recursive: true });
    for (const name of ['c.vcf', 'a.vcf', 'b/z.vcf', '.hidden.vcf']) await writeFile(join(folder, 'book', name), name);
    expect(await found('book/')).toEqual([
      ['book/a.vcf', 'a.vcf'],
      ['book/b/z.vcf', 'b/z.vcf'],
      ['book/c.vcf', 'c.vcf'],
    ]);
  });

  it('reads from any place up to any other, and no further than the end', async () => {
    await writeFile(join(folder, 'a.vcf'), '0123456789');
    for await (const { bytes } of walk([{ name: 'a.vcf', path: join(folder, 'a.vcf') }])) {
      if ('problem' in bytes) throw new Error(bytes.problem);
      expect(bytes.size).toBe(10);
      expect(Buffer.from(bytes.read(3, 5)).toString()).toBe('34');
      expect(Buffer.from(bytes.read(8, 50)).toString()).toBe('89');
      expect(bytes.read(20, 30)).toHaveLength(0);
    }
  });

  it('refuses a path given that is not there', async () => {
    await expect(found('nowhere.vcf')).rejects.toMatchObject({
      code: 'unreadable',
      message: 'nowhere.vcf: there is no such file or folder.',
    });
  });

  it.runIf(unix)('names pipes, sockets and devices instead of waiting for them', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.vcf')]);
    await symlink('/dev/zero', join(folder, 'zero.vcf'));
    const server = createServer().listen(join(folder, 'socket.vcf'));
    await once(server, 'listening');
    try {
      expect(await found('')).toEqual(
        ['pipe', 'socket', 'zero'].map((name) => [
          `/${name}.vcf`,
          'not a file but a pipe, a socket or a device: save what it holds to a file',
        ]),
      );
      expect(await found('pipe.vcf')).toHaveLength(1);
    } finally {
      server.close();
    }
  });

  it.runIf(unix)('goes through a folder that contains itself once, and names links that lead nowhere', async () => {
    await mkdir(join(folder, 'book/inner'), { recursive: true });
    await writeFile(join(folder, 'book/a.vcf'), 'a');
    await symlink('..', join(folder, 'book/inner/again'));
    await symlink('circle', join(folder, 'book/circle'));
    await symlink('gone', join(folder, 'book/lost.vcf'));
    expect(await found('book')).toEqual([
      ['book/a.vcf', 'a'],
      ['book/circle', 'a link that leads to itself'],
      ['book/inner/again', 'a link to a folder that is read already'],
      ['book/lost.vcf', 'there is no such file or folder'],
    ]);
  });

  it('reads at the bottom of very deep folders, and names what is too deep to be reached', async () => {
    const deep = Array.from({ length: 60 }, () => 'd').join('/');
    await mkdir(join(folder, deep), { recursive: true });
    await writeFile(join(folder, deep, 'a.vcf'), 'a');
    expect(await found('d')).toEqual([[`${deep}/a.vcf`, 'a']]);
    const tooLong = 'd/'.repeat(20_000);
    await expect(found(tooLong)).rejects.toThrow('its path is too long for this computer');
  });
});
