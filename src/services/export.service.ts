import type { PeopleChoice, PersonRow } from '../contract/shapes.ts';
import { isDeceased, occasionsOf } from '../domain/card/card.ts';
import type { Card, Media } from '../domain/card/jscontact.ts';
import { AppError } from '../domain/errors.ts';
import { writeArchive } from '../formats/archive/write.ts';
import { writePeopleCsv } from '../formats/csv/write.ts';
import { type CalendarEvent, writeCalendar } from '../formats/icalendar/write.ts';
import { writeVCard } from '../formats/vcard/index.ts';
import { ENTITY_NAMES } from '../storage/entities.ts';
import { exportTable } from '../storage/repositories/export.repository.ts';
import { findBlob } from '../storage/repositories/import.repository.ts';
import { deceasedIds } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, nowOf, scopeOf, todayOf } from './context.ts';
import { allPeople, peopleRows } from './people.service.ts';
import { idsOfChoice } from './people-filter.ts';
import { readSettings } from './read-settings.ts';

/** Everything goes out again, in formats others read. */

export const EXPORT_FORMATS = ['vcard', 'vcard3', 'jscontact', 'csv', 'ics', 'archive'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  readonly fileName: string;
  readonly mediaType: string;
  /** The file in parts, so that a large one need not be in memory whole. */
  readonly parts: AsyncIterable<string | Uint8Array>;
}

/** Everyone, or in a format of people only some. */
export async function exportAll(
  context: Context,
  format: ExportFormat = 'vcard',
  some?: readonly PersonRow[],
): Promise<Exported> {
  switch (format) {
    case 'vcard':
      return { fileName: 'tendril.vcf', mediaType: 'text/vcard; charset=utf-8', parts: vcards(context, '4.0', some) };
    case 'vcard3':
      return { fileName: 'tendril.vcf', mediaType: 'text/vcard; charset=utf-8', parts: vcards(context, '3.0', some) };
    case 'jscontact':
      return { fileName: 'tendril.json', mediaType: 'application/json', parts: jscontact(context, some) };
    case 'csv':
      return { fileName: 'tendril.csv', mediaType: 'text/csv; charset=utf-8', parts: csv(context, some) };
    case 'ics':
      return { fileName: 'tendril.ics', mediaType: 'text/calendar; charset=utf-8', parts: calendar(context) };
    case 'archive':
      return { fileName: 'tendril.zip', mediaType: 'application/zip', parts: archive(context) };
    default:
      throw new AppError(
        'invalid',
        `“${format satisfies never}” is no export format. There are: ${EXPORT_FORMATS.join(', ')}.`,
      );
  }
}

/** Some people only. @throws AppError `not-found` when nobody is meant */
export async function exportPeople(
  context: Context,
  { people, format }: { people: PeopleChoice; format: Exclude<ExportFormat, 'ics' | 'archive'> },
): Promise<Exported> {
  const rows = await peopleRows(context, await idsOfChoice(scopeOf(context), people, await todayOf(context)));
  if (rows.length === 0) throw new AppError('not-found', 'Nobody fits that, so there is nothing to export.');
  return exportAll(context, format, rows);
}

/** Cards, of everyone unless some are given, their photos back inside. */
async function* cards(context: Context, some?: readonly PersonRow[]): AsyncGenerator<Card> {
  const scope = scopeOf(context);
  for (const person of some ?? (await allPeople(context, {})))
    yield withPhotoBytes(scope, person.card as unknown as Card);
}

async function withPhotoBytes(scope: Scope, card: Card): Promise<Card> {
  if (!card.media) return card;
  const media: [string, Media][] = [];
  for (const [id, medium] of Object.entries(card.media)) {
    const blob = medium.blobId === undefined ? undefined : await findBlob(scope, medium.blobId);
    if (!blob) {
      media.push([id, medium]);
      continue;
    }
    const { blobId: _hash, ...rest } = medium;
    media.push([id, { ...rest, uri: `data:${blob.media_type};base64,${Buffer.from(blob.bytes).toString('base64')}` }]);
  }
  return { ...card, media: Object.fromEntries(media) };
}

async function* vcards(context: Context, version: '3.0' | '4.0', some?: readonly PersonRow[]): AsyncGenerator<string> {
  for await (const card of cards(context, some)) yield writeVCard(card, version);
}

async function* jscontact(context: Context, some?: readonly PersonRow[]): AsyncGenerator<string> {
  let first = true;
  yield '[';
  for await (const card of cards(context, some)) {
    yield `${first ? '' : ','}\n${JSON.stringify(card)}`;
    first = false;
  }
  yield '\n]\n';
}

async function* csv(context: Context, some?: readonly PersonRow[]): AsyncGenerator<string> {
  const people = some ?? (await allPeople(context, {}));
  yield writePeopleCsv(people.map(({ card, circles }) => ({ card: card as unknown as Card, labels: [...circles] })));
}

async function* calendar(context: Context): AsyncGenerator<string> {
  const { leapDayRule } = await readSettings(scopeOf(context));
  const today = await todayOf(context);
  const deceased = await deceasedIds(scopeOf(context));
  const events: CalendarEvent[] = [];
  for (const person of await allPeople(context, {})) {
    const card = person.card as unknown as Card;
    // Nobody is to be wished many happy returns who has none.
    if (deceased.has(person.id) || isDeceased(card)) continue;
    for (const [i, occasion] of occasionsOf(card).entries()) {
      events.push({
        uid: `${person.id}-${i}@tendril`,
        name: person.name,
        kind: occasion.kind,
        label: occasion.label,
        date: occasion.date,
      });
    }
    if (person.nextTouch)
      events.push({
        uid: `${person.id}-next@tendril`,
        name: person.name,
        kind: 'next-touch',
        date: dateOf(person.nextTouch),
      });
  }
  yield writeCalendar(events, { stamp: nowOf(context), leapDayRule, today });
}

function dateOf(text: string): { year: number; month: number; day: number } {
  const { year, month, day } = Temporal.PlainDate.from(text);
  return { year, month, day };
}

/** A zip of everything as JSON lines, a file a table, with photos beside: the complete, documented way out. */
async function* archive(context: Context): AsyncGenerator<Uint8Array> {
  const scope = scopeOf(context);
  yield* writeArchive({
    about: { format: 'tendril-archive', version: 1, writtenAt: nowOf(context) },
    tables: ENTITY_NAMES.map((name) => ({ name, rows: exportTable(scope, name) })),
    blobs: exportTable(scope, 'blob') as AsyncIterable<{ hash: string; media_type: string; bytes: Uint8Array }>,
    vcards: vcards(context, '4.0'),
  });
}
