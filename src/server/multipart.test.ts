import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../domain/errors.ts';
import { readMultipart } from './multipart.ts';

function requestOf(chunks: readonly Uint8Array[], boundary = 'x'): Request {
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });
  return new Request('http://localhost', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
  } as RequestInit);
}

async function read(request: Request, longest = 1_000_000) {
  const parts: { name: string; fileName: string | undefined; bytes: Buffer }[] = [];
  for await (const part of readMultipart(request, longest)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.bytes) chunks.push(chunk);
    parts.push({ name: part.name, fileName: part.fileName, bytes: Buffer.concat(chunks) });
  }
  return parts;
}

const formOf = (body: string) => requestOf([Buffer.from(body, 'latin1')]);
const part = (disposition: string, bytes: string) =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${bytes}\r\n`;

describe('readMultipart', () => {
  it('reads any form however it is cut into chunks', async () => {
    const bytes = fc.uint8Array({ maxLength: 80 }).map((array) => Buffer.from(array));
    // Bytes that look like the beginning of a boundary are what goes wrong.
    const tricky = fc
      .array(fc.constantFrom('\r', '\n', '-', '--', '\r\n--', '\r\n-', 'x', 'xy', 'a'))
      .map((pieces) => Buffer.from(pieces.join('').replaceAll('\r\n--x', '')));
    const parts = fc.array(
      fc.record({ name: fc.constantFrom('files', 'photo', 'note'), bytes: fc.oneof(bytes, tricky) }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(parts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (given, cuts) => {
        const whole = Buffer.concat([
          ...given.flatMap((one) => [
            Buffer.from(`--boundary\r\ncontent-disposition: form-data; name="${one.name}"; filename="f"\r\n\r\n`),
            one.bytes,
            Buffer.from('\r\n'),
          ]),
          Buffer.from('--boundary--\r\n'),
        ]);
        fc.pre(!given.some((one) => one.bytes.includes('\r\n--boundary')));
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < whole.length; i++) {
          const size = cuts[i % cuts.length] ?? 1;
          chunks.push(whole.subarray(at, at + size));
          at += size;
        }
        const found = await read(requestOf(chunks, 'boundary'));
        expect(found.map(({ name, bytes: content }) => ({ name, bytes: content }))).toEqual(
          given.map(({ name, bytes: content }) => ({ name, bytes: Buffer.from(content) })),
        );
      }),
    );
  });

  it('reads what a browser sends', async () => {
    const form = new FormData();
    form.append('files', new Blob(['one']), 'Kontakte "neu" \\ ÄÖ 名前.vcf');
    form.append('plain', 'zwei\r\nZeilen');
    form.append('files', new Blob([]), 'empty');
    const parts = await read(new Request('http://localhost', { method: 'POST', body: form }));
    expect(parts.map((one) => [one.name, one.fileName, one.bytes.toString()])).toEqual([
      ['files', 'Kontakte "neu" \\ ÄÖ 名前.vcf', 'one'],
      ['plain', undefined, 'zwei\r\nZeilen'],
      ['files', 'empty', ''],
    ]);
  });

  it('skips what comes before the first boundary and after the last, and blanks behind one', async () => {
    const parts = await read(
      formOf(
        `preamble --x\r\n--x  \t\r\ncontent-disposition: form-data; name=a\r\ncontent-type: text/plain\r\n\r\n1\r\n--x--\r\nepilogue`,
      ),
    );
    expect(parts).toEqual([{ name: 'a', fileName: undefined, bytes: Buffer.from('1') }]);
  });

  it('goes on behind a part that was left unread', async () => {
    const names: string[] = [];
    for await (const one of readMultipart(
      formOf(`${part('name="a"', 'a'.repeat(9_000))}${part('name="b"', 'b')}--x--`),
      100_000,
    )) {
      for await (const chunk of one.bytes) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      names.push(one.name);
    }
    expect(names).toEqual(['a', 'b']);
  });

  it.each([
    [
      'no boundary',
      () =>
        new Request('http://localhost', {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data' },
          body: 'x',
        }),
    ],
    [
      'another type',
      () =>
        new Request('http://localhost', {
          method: 'POST',
          headers: { 'content-type': 'text/plain; boundary=x' },
          body: 'x',
        }),
    ],
    [
      'no body',
      () =>
        new Request('http://localhost', {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        }),
    ],
    ['nothing of the form', () => formOf('hello')],
    ['an end in the middle of a part', () => formOf(part('name="a"', 'abc').slice(0, -3))],
    ['an end in the middle of headers', () => formOf('--x\r\ncontent-disposition: form-')],
    ['no end', () => formOf(part('name="a"', 'abc'))],
    ['a part without a name', () => formOf(`${part('filename="a"', '1')}--x--`)],
    ['endless headers', () => formOf(`--x\r\n${'a: b\r\n'.repeat(10_000)}\r\n`)],
    ['an endless header', () => formOf(`--x\r\n${'a'.repeat(100_000)}`)],
    ['endless parts', () => formOf(`${part('name="a"', '').repeat(1_001)}--x--`)],
    ['more than is taken', () => formOf(`${part('name="a"', 'a'.repeat(1_000_001))}--x--`)],
  ])('refuses %s', async (_, request) => {
    const error = await read(request()).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('invalid');
  });
});
