import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Card, Media, Name } from '../../domain/card/jscontact.ts';
import { compareNames, nameKey } from '../../domain/card/same-name.ts';
import { AppError } from '../../domain/errors.ts';
import { contentKey } from '../../formats/content-key.ts';
import type { FileItem, PersonDraft, SourceFormat } from '../../formats/draft.ts';
import { openFiles } from '../../formats/read-source.ts';
import type { ReadDraft, ReaderMessage, ReadRequest, StagedPhoto } from './reader.ts';
import { walk } from './walk.ts';

/** The thread that reads files: bytes in, plain drafts out, a few hundred at a time. */

/** What is handed over at once: so many items, or fewer where photos make them large. */
const BATCH_ITEMS = 250;
const BATCH_BYTES = 4_000_000;
const port = parentPort;
if (!port) throw new Error('read.worker runs in a worker thread only.');
const { paths, country, from, tables = {} } = workerData as ReadRequest;

/** Hands a message over and waits until it was dealt with. */
async function say(message: ReaderMessage): Promise<void> {
  const dealtWith = new Promise<void>((resolve) => port?.once('message', () => resolve()));
  port?.postMessage(message);
  if (message.kind !== 'end' && message.kind !== 'failed') await dealtWith;
}

/** Nothing holds more of a file than a batch, but the keys of its cards. */
async function run(): Promise<void> {
  const options = { defaultCountry: country, tables, ...(from === undefined ? {} : { from: from as SourceFormat }) };
  for await (const { items, ...file } of openFiles(walk(paths), options)) {
    await say({ kind: 'file', file });
    const names = new Map<string, string>();
    let batch = new Batch(names);
    let said: Promise<void> | undefined;
    for await (const item of items) {
      batch.add(item);
      if (!batch.isFull) continue;
      // Made ready while the one before is being dealt with.
      await said;
      said = say(batch.message);
      batch = new Batch(names);
    }
    await said;
    await say(batch.message);
  }
}

class Batch {
  readonly #drafts: ReadDraft[] = [];
  readonly #photos: StagedPhoto[] = [];
  readonly #skipped: { where: string; reason: string }[] = [];
  readonly #warnings: string[] = [];
  /** The names of the cards of the file by their keys. */
  readonly #names: Map<string, string>;
  #items = 0;
  #bytes = 0;

  constructor(names: Map<string, string>) {
    this.#names = names;
  }

  get isFull(): boolean {
    return this.#items >= BATCH_ITEMS || this.#bytes >= BATCH_BYTES;
  }

  get message(): ReaderMessage {
    return {
      kind: 'items',
      drafts: this.#drafts,
      photos: this.#photos,
      skipped: this.#skipped,
      warnings: this.#warnings,
    };
  }

  add(item: FileItem): void {
    this.#items += 1;
    if (item.kind === 'skipped') this.#skipped.push(item.skipped);
    else if (item.kind === 'warning') this.#warnings.push(item.warning);
    else {
      const before = this.#photos.length;
      const draft = stage(item.draft, { photos: this.#photos, names: this.#names });
      this.#drafts.push(draft);
      this.#bytes += draft.json.length;
      for (const { bytes } of this.#photos.slice(before)) this.#bytes += bytes.length;
    }
  }
}

/** A card id this short (`0`, `17`) was counted by one device and stands for others on the next. */
const WEAK_KEY = /^[\w.-]{1,15}$/;

function stage(
  draft: PersonDraft,
  { photos, names }: { photos: StagedPhoto[]; names: Map<string, string> },
): ReadDraft {
  // One key on two people of one file tells nobody from anybody: with the name it tells them apart.
  const shared = draft.key !== undefined && (WEAK_KEY.test(draft.key) || isAnothers(draft.key, draft.card, names));
  const card = withoutPhotoBytes(shared ? { ...draft.card, uid: '' } : draft.card, photos);
  const key =
    draft.key === undefined ? `content:${contentKey(draft)}` : shared ? `${draft.key} ${nameKey(card)}` : draft.key;
  const { where, warnings } = draft;
  return {
    json: JSON.stringify({ ...draft, card }),
    where,
    warnings,
    key,
    hash: createHash('sha256')
      .update(JSON.stringify(card))
      .update(draft.connectedOn ?? '')
      .digest('hex'),
  };
}

/** Whether the first of the file to have this key is somebody else. */
function isAnothers(key: string, card: Card, names: Map<string, string>): boolean {
  const first = names.get(key);
  if (first !== undefined) {
    const name = JSON.parse(first) as Name | null;
    return name !== null && compareNames({ ...card, name }, card) === 'different';
  }
  // As text: there may be a million.
  names.set(key, JSON.stringify(card.name ?? null));
  return false;
}

/** Photos travel beside the card: it keeps the hash (RFC 9610 `blobId`). */
function withoutPhotoBytes(card: Card, photos: StagedPhoto[]): Card {
  if (!card.media) return card;
  const media = Object.entries(card.media).map(([id, medium]): [string, Media] => {
    const match = /^data:([^;,]*)(?:;[^,]*)?;base64,(.*)$/s.exec(medium.uri ?? '');
    if (!match) return [id, medium];
    const bytes = Buffer.from(match[2] ?? '', 'base64');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const mediaType = medium.mediaType ?? (match[1] || 'image/jpeg');
    photos.push({ hash, mediaType, bytes: new Uint8Array(bytes) });
    const { uri: _bytes, ...rest } = medium;
    return [id, { ...rest, blobId: hash, mediaType }];
  });
  return { ...card, media: Object.fromEntries(media) };
}

run().then(
  () => say({ kind: 'end' }),
  (error: unknown) => {
    const known = error instanceof AppError;
    return say({
      kind: 'failed',
      code: known ? error.code : 'internal',
      message: known ? error.message : `Reading failed: ${error instanceof Error ? error.message : String(error)}`,
    });
  },
);
