import { readCalendar } from '../../services/calendar.service.ts';
import type { Context } from '../../services/context.ts';
import { streamOf } from '../stream.ts';

/** The calendar, or that it is still the one that the client has (RFC 9110 section 13.1.2). */
export async function answerCalendar(context: Context, request: Request, version: string): Promise<Response> {
  const { tag, parts } = await readCalendar(context);
  // Another version may write the same calendar in other words.
  const etag = `"${version}-${tag}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : await streamOf(parts()), {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
  });
}

/** Compared weakly, as RFC 9110 wants it here: a proxy that compresses marks the tag as weak. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
