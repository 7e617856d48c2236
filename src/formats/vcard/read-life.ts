import type { ContentLine } from './content-line.ts';
import { readDate } from './dates.ts';
import { ANDROID_RELATIONS, RELATION_LABELS, RELATION_PROPERTIES } from './knowledge.ts';
import {
  addEntry,
  type Fields,
  isEmpty,
  isFields,
  keep,
  objectAt,
  oneOrMany,
  otherParams,
  type Reading,
  typeWords,
  warnOfLostParams,
} from './reading.ts';
import { splitEscaped, unescapeText } from './text.ts';

/** The year Apple writes when there is none. */
const APPLE_NO_YEAR = 1604;
const DATE_PARAMS = ['calscale', 'x-apple-omit-year'];

/** BDAY, DEATHDATE, ANNIVERSARY and their like. Unlike X-ABDATE's, a label beside them is their own. */
export function readNamedDate(line: ContentLine, reading: Reading, kind: string): void {
  const label = labelOf(line, reading);
  readAnniversary(line, reading, { kind, ...(label !== undefined && { label }) });
}

function readAnniversary(line: ContentLine, reading: Reading, said: { kind: string; label?: string }): void {
  const text = unescapeText(line.value).trim();
  if (text === '') return;
  const omitted = Number(line.params.get('x-apple-omit-year')?.[0] ?? Number.NaN);
  const calendarScale = line.params.get('calscale')?.[0];
  const omittedYear = Number.isInteger(omitted) ? omitted : reading.apple ? APPLE_NO_YEAR : undefined;
  const read = readDate(text, {
    ...(omittedYear !== undefined && { omittedYear }),
    ...(calendarScale !== undefined && { calendarScale }),
  });
  if (!read) {
    reading.warnings.push(
      `line ${line.line}: the date "${text.slice(0, 40)}" of ${line.name} could not be understood and is kept as text`,
    );
    keep(reading, line);
    return;
  }
  if (read.hasTime) reading.warnings.push(`line ${line.line}: the time of day of ${line.name} was left out`);
  const types = typeWords(line).filter((word) => word !== 'pref');
  const params = otherParams(line, DATE_PARAMS);
  if (types.length > 0) params.type = oneOrMany(types);
  addAnniversary(line, reading, {
    kind: said.kind,
    date: read.date,
    ...(said.label !== undefined && { label: said.label }),
    ...(!isEmpty(params) && { vCardParams: params }),
  });
}

/** Programs say one wedding day under several names: it is kept once. */
function addAnniversary(line: ContentLine, reading: Reading, entry: Fields): void {
  const written = JSON.stringify(entry);
  if (reading.dates.has(written) && !line.params.has('prop-id')) return;
  reading.dates.add(written);
  addEntry(reading, { collection: 'anniversaries', prefix: 'd', line, entry });
}

/** X-ABDATE: the label in its group says what the date is. */
export function readLabelledDate(line: ContentLine, reading: Reading): void {
  const label = labelOf(line, reading);
  const known = { anniversary: 'wedding', birthday: 'birth' }[label?.toLowerCase() ?? ''];
  readAnniversary(
    line,
    reading,
    known === undefined ? { kind: 'other', ...(label !== undefined && { label }) } : { kind: known },
  );
}

function labelOf(line: ContentLine, reading: Reading): string | undefined {
  return line.group === undefined ? undefined : reading.labels.get(line.group);
}

/** BIRTHPLACE and DEATHPLACE belong to the day (RFC 9555 section 2.3.1). */
export function readPlace(line: ContentLine, reading: Reading, kind: string): void {
  const value = unescapeText(line.value).trim();
  if (value === '') return;
  if (reading.placed.has(kind)) {
    keep(reading, line);
    return;
  }
  reading.placed.add(kind);
  reading.late.push(() => {
    const anniversaries = isFields(reading.card.anniversaries) ? Object.values(reading.card.anniversaries) : [];
    const anniversary = anniversaries.find((each): each is Fields => isFields(each) && each.kind === kind);
    if (anniversary) anniversary.place = /^geo:/i.test(value) ? { coordinates: value } : { full: value };
    else keep(reading, line);
  });
}

/** RELATED of 4.0: TYPE says the relations, the value is a person's address or name. */
export function readRelated(line: ContentLine, reading: Reading): void {
  const label = labelOf(line, reading);
  const relations = typeWords(line).filter((word) => word !== 'pref');
  addRelation(line, reading, { relations, ...(label !== undefined && { label }) });
}

/** X-ABRELATEDNAMES and X-SPOUSE, X-MANAGER …: a name, and a label in words. */
export function readRelatedName(line: ContentLine, reading: Reading): void {
  const label = RELATION_PROPERTIES[line.name] ?? labelOf(line, reading);
  addRelation(line, reading, relationOfLabel(label));
}

/** What a label says of a relation; a label that says no more than the relation is not repeated. */
function relationOfLabel(label: string | undefined): { relations: string[]; label?: string } {
  const known = RELATION_LABELS.find((each) => each.label.toLowerCase() === label?.toLowerCase());
  const relations = known?.relation === undefined ? [] : [known.relation];
  return { relations, ...(label !== undefined && !known?.plain && { label: known?.label ?? label }) };
}

function addRelation(
  line: ContentLine,
  reading: Reading,
  said: { relations: readonly string[]; label?: string },
  name?: string,
): void {
  const key = name ?? unescapeText(line.value).trim();
  if (key === '__proto__') keep(reading, line);
  if (key === '' || key === '__proto__') return;
  const related = objectAt(reading.card, 'relatedTo');
  const known = Object.hasOwn(related, key) && isFields(related[key]) ? related[key] : {};
  if (known.label !== undefined && said.label !== undefined && known.label !== said.label) {
    keep(reading, line);
    return;
  }
  const relation = {
    ...(isFields(known.relation) && known.relation),
    ...Object.fromEntries(said.relations.map((each) => [each, true])),
  };
  related[key] = {
    ...known,
    ...(!isEmpty(relation) && { relation }),
    ...(said.label !== undefined && { label: said.label }),
  };
  warnOfLostParams(reading, line);
}

/** X-ANDROID-CUSTOM: a row of Android's contacts database. */
export function readAndroidRow(line: ContentLine, reading: Reading): void {
  const [mime = '', value = '', number = '', ownLabel = ''] = splitEscaped(line.value, ';').map((part) =>
    unescapeText(part).trim(),
  );
  const kind = mime.replace('vnd.android.cursor.item/', '');
  if (value === '') {
    keep(reading, line);
  } else if (kind === 'nickname') {
    addEntry(reading, { collection: 'nicknames', prefix: 'k', line, entry: { name: value } });
  } else if (kind === 'relation') {
    const label = number === '0' ? ownLabel : (ANDROID_RELATIONS[Number(number)] ?? ownLabel);
    addRelation(line, reading, relationOfLabel(label === '' ? undefined : label), value);
  } else if (kind === 'contact_event' && readDate(value)) {
    const said = number === '1' ? { kind: 'wedding' } : number === '3' ? { kind: 'birth' } : { kind: 'other' };
    readAnniversary({ ...line, value }, reading, {
      ...said,
      ...(number === '0' && ownLabel !== '' && { label: ownLabel }),
    });
  } else {
    keep(reading, line);
  }
}
