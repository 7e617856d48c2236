const CHUNK = 64 * 1024;

/** A body of many parts. What fails at once is thrown here, to be answered as a failure and not as an empty file. */
export async function streamOf(parts: AsyncIterable<string | Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const chunks = inChunks(parts);
  const first = await chunks.next();
  return ReadableStream.from(following(first, chunks));
}

/** Many small parts as few larger ones: each chunk costs a write to the socket. */
async function* inChunks(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    held.push(bytes);
    length += bytes.length;
    if (length < CHUNK) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

async function* following<T>(first: IteratorResult<T, unknown>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
