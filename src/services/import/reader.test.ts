import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadItemsMessage, readInThread } from './reader.ts';

const aCard = (name: string, line: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${line}\r\nEND:VCARD\r\n`;

// A thread starts slowly where others are at work: a bound against hanging, not a measure.
describe('reading in a thread', { timeout: 60_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tendril-reader-'));
    await writeFile(join(folder, 'long.vcf'), aCard('Ada', `NOTE:${'and so on '.repeat(1_500_000)}`));
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'/9j/'.repeat(400_000)}`;
    await writeFile(
      join(folder, 'photos.vcf'),
      Array.from({ length: 10 }, (_, i) => aCard(`Ada ${i}`, photo)).join(''),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(name: string, memoryMb?: number): Promise<ReadItemsMessage[]> {
    const batches: ReadItemsMessage[] = [];
    const handle = async (message: ReadItemsMessage | { kind: 'file' }) => {
      if (message.kind === 'items') batches.push(message);
    };
    await readInThread({ paths: [{ name, path: join(folder, name) }], country: 'NL' }, handle, memoryMb);
    return batches;
  }

  it('ends in one sentence when it needs more memory than it may have, and nothing else ends with it', async () => {
    await expect(read('long.vcf', 16)).rejects.toMatchObject({
      code: 'unreadable',
      message: 'long.vcf needs more than the 16 MB of memory that reading may take: split it into smaller files.',
    });
  });

  it('hands over photos a few at a time, however many cards there are', async () => {
    const batches = await read('photos.vcf');
    expect(batches.flatMap((batch) => batch.drafts)).toHaveLength(10);
    for (const { photos } of batches)
      expect(photos.reduce((sum, photo) => sum + photo.bytes.length, 0)).toBeLessThan(6_000_000);
  });
});
