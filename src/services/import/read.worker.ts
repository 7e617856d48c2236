import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Card, Media } from '../../domain/card/jscontact.ts';
import { compareNames, nameKey } from '../../domain/card/same-name.ts';
import { AppError } from '../../domain/errors.ts';
import { contentKey } from '../../formats/content-key.ts';
import type { PersonDraft, SourceFormat } from '../../formats/draft.ts';
import { readFiles } from '../../formats/read-source.ts';
import type { ImportPath, ReadDraft, ReaderMessage, ReadRequest, StagedPhoto } from './reader.ts';

/** The thread that reads files: bytes in, plain drafts out, a few hundred at a time. */

const BATCH = 250;
const port = parentPort;
if (!port) throw new Error('read.worker runs in a worker thread only.');
const { paths, country, from } = workerData as ReadRequest;

/** Hands a message over and waits until it was dealt with. */
async function say(message: ReaderMessage): Promise<void> {
  const dealtWith = new Promise<void>((resolve) => port?.once('message', () => resolve()));
  port?.postMessage(message);
  if (message.kind !== 'end' && message.kind !== 'failed') await dealtWith;
}

async function run(): Promise<void> {
  const options = { defaultCountry: country, ...(from === undefined ? {} : { from: from as SourceFormat }) };
  for (const { drafts, ...file } of await readFiles(walk(paths), options)) {
    await say({ kind: 'file', file: { ...file, drafts: drafts.length } });
    const keyed = new Map<string, Card>();
    let said: Promise<void> | undefined;
    for (let i = 0; i < drafts.length; i += BATCH) {
      const photos: StagedPhoto[] = [];
      const staged = drafts.slice(i, i + BATCH).map((draft) => stage(draft, { photos, keyed }));
      // Made ready while the one before is being dealt with.
      await said;
      said = say({ kind: 'drafts', drafts: staged, photos });
    }
    await said;
  }
}

/** Files as given; of a folder every file in it, in order of their names. */
async function* walk(given: readonly ImportPath[]): AsyncGenerator<{ path: string; read(): Promise<Uint8Array> }> {
  for (const { path, name } of given) {
    const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      throw new AppError(
        'unreadable',
        cause.code === 'ENOENT'
          ? `${name}: there is no such file or folder.`
          : `${name} cannot be read: ${cause.message}.`,
        { cause },
      );
    });
    if (info.isDirectory()) {
      const children = (await readdir(path)).filter((child) => !child.startsWith('.')).sort();
      yield* walk(children.map((child) => ({ path: join(path, child), name: `${name.replace(/\/+$/, '')}/${child}` })));
    } else {
      yield { path: name, read: () => readFile(path) };
    }
  }
}

/** A card id this short (`0`, `17`) was counted by one device and stands for others on the next. */
const WEAK_KEY = /^[\w.-]{1,15}$/;

function stage(draft: PersonDraft, { photos, keyed }: { photos: StagedPhoto[]; keyed: Map<string, Card> }): ReadDraft {
  const content = contentKey(draft);
  const first = draft.key === undefined ? undefined : keyed.get(draft.key);
  // One key on two people of one file tells nobody from anybody: with the name it tells them apart.
  const shared =
    draft.key !== undefined &&
    (WEAK_KEY.test(draft.key) || (first !== undefined && compareNames(first, draft.card) === 'different'));
  if (draft.key !== undefined && !first) keyed.set(draft.key, draft.card);
  const card = withoutPhotoBytes(shared ? { ...draft.card, uid: '' } : draft.card, photos);
  const key = draft.key === undefined ? `content:${content}` : shared ? `${draft.key} ${nameKey(card)}` : draft.key;
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
