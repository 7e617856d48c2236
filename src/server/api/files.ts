import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { getBlob } from '../../services/blob.service.ts';
import { type Exported, exportAll, exportPeople } from '../../services/export.service.ts';
import { setPhoto } from '../../services/people.service.ts';
import type { Handlers } from '../call.ts';
import type { EventHub } from '../event-hub.ts';
import { imageTypeOf } from '../images.ts';
import { readMultipart } from '../multipart.ts';
import { streamOf } from '../stream.ts';

const LONGEST_PHOTO = 10 * 1024 * 1024;
/** Room for the form around the photo. */
const FORM_ROOM = 16 * 1024;

/** What goes in and out as bytes: photos, exports, events. */
export function fileHandlers(hub: EventHub) {
  return {
    putPhoto: async (context, { params, request }) => {
      const bytes = await readPhoto(request);
      const mediaType = imageTypeOf(bytes);
      if (mediaType === undefined)
        throw new AppError('invalid', 'This is no picture that can be shown. Send a PNG, JPEG, WebP or GIF.');
      const hash = createHash('sha256').update(bytes).digest('hex');
      return setPhoto(context, params.id, { bytes, mediaType, hash });
    },
    getBlob: async (context, { params }) => {
      const { bytes } = await getBlob(context, params.id);
      return new Response(new Uint8Array(bytes), {
        headers: {
          // By the bytes alone: a card may say of anything that it is a picture.
          'content-type': imageTypeOf(bytes) ?? 'application/octet-stream',
          'cache-control': 'private, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
        },
      });
    },
    exportAll: async (context, { query }) => asFile(await exportAll(context, query.format)),
    exportPeople: async (context, { body }) => asFile(await exportPeople(context, body)),
    events: async (context, { request }) => {
      const headers = {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      };
      return new Response(request.method === 'HEAD' ? null : await hub.open(context), { headers });
    },
  } satisfies Partial<Handlers>;
}

async function asFile({ fileName, mediaType, parts }: Exported): Promise<Response> {
  return new Response(await streamOf(parts), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

async function readPhoto(request: Request): Promise<Uint8Array> {
  for await (const part of readMultipart(request, LONGEST_PHOTO + FORM_ROOM)) {
    if (part.name !== 'photo') continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.bytes) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length > LONGEST_PHOTO) throw new AppError('invalid', 'The picture is larger than 10 MB.');
    return bytes;
  }
  throw new AppError('invalid', 'There is no picture in the form. Send it in a field called “photo”.');
}
