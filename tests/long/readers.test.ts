import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { readSource } from '../../src/formats/read-source.ts';
import { packageRoot } from '../../src/package-root.ts';

/** Ten thousand damaged files for each reader: whatever arrives, every record is accounted for and nothing else is thrown. */

const FORMATS = join(packageRoot(), 'src/formats');
/** Every reader that has fixtures. */
const FOLDERS = (await readdir(FORMATS)).filter((name) => existsSync(join(FORMATS, name, 'fixtures'))).sort();
const CASES = 10_000;

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}

const damage: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom(
          '"',
          '\n',
          '\r\n ',
          '=\n',
          ';',
          'BEGIN:VCARD\n',
          'END:VCARD\n',
          ',,,,',
          '\u0000',
          '\ufeff',
          ' ::: ',
        )
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(bytes: Uint8Array, wounds: readonly Damage[]): Uint8Array {
  let left = bytes;
  for (const { at, cut, put } of wounds) {
    const from = Math.floor(at * left.length);
    const next = new Uint8Array(from + put.length + Math.max(0, left.length - from - cut));
    next.set(left.subarray(0, from));
    next.set(put, from);
    next.set(left.subarray(from + cut), from + put.length);
    left = next;
  }
  return left;
}

/** Records of one file stand at places of their own: none is there twice, and each is a draft or skipped. */
async function readOrRefuse(path: string, bytes: Uint8Array): Promise<void> {
  try {
    for (const file of await readSource({ path, bytes })) {
      expect(file.drafts.every((draft) => draft.card['@type'] === 'Card' && draft.where !== '')).toBe(true);
      expect(file.skipped.every((one) => one.reason !== '')).toBe(true);
      const places = [...file.drafts, ...file.skipped].map(({ where }) => where);
      expect(new Set(places).size).toBe(places.length);
      if (file.format === 'unread') expect([places.length, file.warnings.length]).toEqual([0, 1]);
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unreadable') throw error;
  }
}

/** The files to read; what is expected of them stands beside them, as JSON. */
async function fixturesOf(format: string): Promise<{ names: string[]; files: Buffer[] }> {
  const folder = join(FORMATS, format, 'fixtures');
  const isInput = (name: string) =>
    format === 'jscontact' ? !name.endsWith('.expected.json') : !name.endsWith('.json');
  const names = (await readdir(folder)).filter(isInput).sort();
  expect(names).not.toEqual([]);
  return { names, files: await Promise.all(names.map((name) => readFile(join(folder, name)))) };
}

describe.each(FOLDERS)('reading damaged %s files', (format) => {
  it(`reads or refuses each of ${CASES}`, async () => {
    const { names, files } = await fixturesOf(format);
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), damage, (index, wounds) =>
        readOrRefuse(names[index] ?? '', damaged(files[index] ?? new Uint8Array(), wounds)),
      ),
      { numRuns: CASES },
    );
  });

  it('reads every beginning of each', async () => {
    const { names, files } = await fixturesOf(format);
    for (const [i, bytes] of files.entries()) {
      const step = Math.max(1, Math.floor(bytes.length / 500));
      for (let end = 0; end < bytes.length; end += step) await readOrRefuse(names[i] ?? '', bytes.subarray(0, end));
    }
  });
});

it(`reads or refuses ${CASES} files of arbitrary bytes`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) => readOrRefuse('any.bin', bytes)),
    { numRuns: CASES },
  );
});
