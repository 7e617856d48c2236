import { AppError } from '../domain/errors.ts';

/** One field of a form. Its bytes can be read once, before the next part is asked for. */
export interface Part {
  readonly name: string;
  /** As the browser sent it, never to be used as a path; undefined for a plain field, empty where no file was chosen. */
  readonly fileName: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const LONGEST_HEADERS = 16 * 1024;
const MOST_PARTS = 1_000;
const LINE_END = '\r\n';

/**
 * Reads a `multipart/form-data` body (RFC 7578, RFC 2046 section 5.1) as it arrives, keeping no part in memory.
 * @throws AppError `invalid` for what is no form, ends early, or is longer than `longest` bytes
 */
export async function* readMultipart(request: Request, longest: number): AsyncGenerator<Part> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > longest) throw tooLong(longest);
  const scanner = new Scanner(
    request.body ?? new ReadableStream({ start: (controller) => controller.close() }),
    longest,
  );
  const delimiter = `${LINE_END}--${boundary}`;
  await drain(scanner.until(delimiter));
  for (let count = 0; ; count++) {
    // White space may follow a boundary (RFC 2046 section 5.1.1); two hyphens end the form.
    const rest = (await scanner.take(LINE_END, LONGEST_HEADERS, '--')).trim();
    if (rest.startsWith('--')) return;
    if (count === MOST_PARTS) throw new AppError('invalid', `The form has more than ${MOST_PARTS} fields.`);
    const bytes = scanner.until(delimiter);
    const headers = await readHeaders(scanner);
    // Without `return`: who stops reading early must not end the scan in the middle of the part.
    yield { ...dispositionOf(headers), bytes: { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) } };
    await drain(bytes);
  }
}

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined)
    throw new AppError('invalid', 'Send the files as a form: content-type multipart/form-data.');
  return boundary;
}

async function readHeaders(scanner: Scanner): Promise<string[]> {
  const lines: string[] = [];
  let length = 0;
  for (;;) {
    const line = await scanner.take(LINE_END, LONGEST_HEADERS);
    if (line === '') return lines;
    length += line.length;
    if (length > LONGEST_HEADERS) throw new AppError('invalid', 'The form has a field with endless headers.');
    lines.push(line);
  }
}

function dispositionOf(headers: readonly string[]): Omit<Part, 'bytes'> {
  const disposition = headers.find((line) => /^content-disposition:/i.test(line)) ?? '';
  const name = parameterOf(disposition, 'name');
  if (name === undefined) throw new AppError('invalid', 'The form has a field without a name.');
  return { name, fileName: parameterOf(disposition, 'filename') };
}

/** Browsers write quotes and line ends inside a value as percent signs; others put a backslash before a quote. */
function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]*))`, 'i').exec(header);
  const value = match?.[1]?.replace(/\\(["\\])/g, '$1') ?? match?.[2];
  return value?.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function drain(bytes: AsyncIterator<Uint8Array>): Promise<void> {
  while (!(await bytes.next()).done);
}

const tooLong = (longest: number) =>
  new AppError(
    'invalid',
    `This is more than ${Math.floor(longest / 1024 / 1024)} MB, which is the most that is taken at once.`,
  );

/** Looks for marks in a stream of bytes, holding back only what could be the beginning of one. */
class Scanner {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #longest: number;
  #read = 0;
  // As if a line had ended before the body: the first boundary has none before it.
  #buffer = Buffer.from(LINE_END);

  constructor(stream: AsyncIterable<Uint8Array>, longest: number) {
    this.#source = stream[Symbol.asyncIterator]();
    this.#longest = longest;
  }

  /** The bytes up to a mark, which is passed over. */
  async *until(mark: string): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#buffer.indexOf(mark, 0, 'latin1');
      const end = at >= 0 ? at : this.#buffer.length - mark.length + 1;
      const found = this.#buffer.subarray(0, Math.max(0, end));
      this.#buffer = this.#buffer.subarray(found.length + (at >= 0 ? mark.length : 0));
      if (found.length > 0) yield found;
      if (at >= 0) return;
      await this.#more();
    }
  }

  /** The text up to a mark, which is passed over; or up to and with `or`, if the text begins with it. */
  async take(mark: string, longest: number, or?: string): Promise<string> {
    for (;;) {
      if (or !== undefined && this.#buffer.length >= or.length && this.#buffer.toString('latin1', 0, or.length) === or)
        return or;
      const at = this.#buffer.indexOf(mark, 0, 'latin1');
      if (at >= 0) {
        const text = this.#buffer.toString('utf8', 0, at);
        this.#buffer = this.#buffer.subarray(at + mark.length);
        return text;
      }
      if (this.#buffer.length > longest) throw new AppError('invalid', 'The form has a field with endless headers.');
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done) throw new AppError('invalid', 'The upload ended in the middle. Send it again.');
    this.#read += value.length;
    if (this.#read > this.#longest) throw tooLong(this.#longest);
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }
}
