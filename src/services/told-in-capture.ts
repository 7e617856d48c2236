import type { Capture } from '../domain/capture/capture.ts';
import { tellsOf } from '../domain/news/told.ts';
import type { NewsKind } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { newsPeople, openNews } from '../storage/repositories/news.repository.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import type { NewsPersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { waits } from './news-turns.ts';

/** What a line says of the owner's own news: “Told Ada about the new job”. */

/** Marks as told whoever was there and waits to hear what the line says was told. */
export async function markTold(writer: Writer, parsed: Capture, personIds: readonly string[]): Promise<void> {
  const { touch } = parsed;
  if (!touch) return;
  for (const row of await toldRows(writer, parsed.text, personIds))
    await writer.updateRow('news_person', row, { told_on: touch.date });
}

/** The same before it is saved, in a sentence for each. */
export async function toldSentences(scope: Scope, parsed: Capture): Promise<readonly string[]> {
  if (!parsed.touch) return [];
  const ids = parsed.people.flatMap(({ id, role }) => (id !== undefined && role === 'participant' ? [id] : []));
  const rows = await toldRows(scope, parsed.text, ids);
  const names = await findStates(
    scope,
    rows.map((row) => row.person_id),
  );
  return names.map(({ name }) => `${name} knows your news now.`);
}

async function toldRows(scope: Scope, text: string, personIds: readonly string[]): Promise<NewsPersonTable[]> {
  const there = new Set(personIds);
  if (there.size === 0) return [];
  const told = (await openNews(scope)).filter((news) =>
    tellsOf(text, { kind: news.kind as NewsKind, text: news.text }),
  );
  const rows = await newsPeople(
    scope,
    told.map(({ id }) => id),
  );
  return rows.filter((row) => there.has(row.person_id) && waits(row));
}
