import type { Address, Anniversary, Card, Relation } from '../../domain/card/jscontact.ts';
import { formatDate, formatEraDate } from './dates.ts';
import { ADDRESS_PLACES, CLASSIC_ADDRESS_PLACES, RELATION_LABELS } from './knowledge.ts';
import { escapeText } from './text.ts';
import { escapeUri } from './write-entries.ts';
import {
  freeGroup,
  idToWrite,
  keptGroup,
  type OutLine,
  type Params,
  type Writing,
  write,
  writeEntry,
  writeLabel,
} from './writing.ts';

/** Apple's stand-in for "no year". */
const NO_YEAR = 1604;

export function writeAnniversaries(writing: Writing, card: Card): void {
  Object.entries(card.anniversaries ?? {}).forEach(([id, entry], place) => {
    const line = anniversaryLine(writing, entry);
    if (!line) return;
    const { kind, label, vCardParams } = entry;
    // A label says what an X-ABDATE is; beside a property with a meaning of its own it stands only when the card has one.
    const labelled = line.name !== 'X-ABDATE' ? label : kind === 'wedding' ? 'Anniversary' : label;
    const shared = { ...(label !== undefined && { label }), ...(vCardParams && { vCardParams }) };
    writeEntry(writing, { ...line, entry: shared, id: idToWrite(id, { prefix: 'd', place }), labelled });
    writePlace(writing, entry);
  });
}

function anniversaryLine(writing: Writing, { kind, date, label }: Anniversary): OutLine | undefined {
  if ('utc' in date) return { name: nameOfDate(writing, kind, label), value: date.utc };
  const { year, month, day, calendarScale } = date;
  if (year === undefined && month === undefined && day === undefined) return undefined;
  const other = calendarScale !== undefined;
  const params: Params = [['CALSCALE', calendarScale]];
  const era = other && kind === 'birth' ? formatEraDate(date) : undefined;
  if (era !== undefined) return { name: 'X-ALTBDAY', params, value: era };
  const name = nameOfDate(writing, kind, label);
  const old = writing.version === '3.0' || name === 'X-ABDATE';
  if (old && !other && year === undefined && month !== undefined && day !== undefined) {
    return {
      name,
      params: [['X-APPLE-OMIT-YEAR', String(NO_YEAR)]],
      value: formatDate({ year: NO_YEAR, month, day }, { extended: true }),
    };
  }
  return { name, params, value: formatDate(date, { extended: old }) };
}

function nameOfDate(writing: Writing, kind: string, label: string | undefined): string {
  if (kind === 'birth') return 'BDAY';
  if (kind === 'death') return 'DEATHDATE';
  if (kind !== 'wedding') return 'X-ABDATE';
  // Phones that read 3.0 know a wedding day only by its label, and a label of one's own would hide it.
  return writing.version === '4.0' || label !== undefined ? 'ANNIVERSARY' : 'X-ABDATE';
}

function writePlace(writing: Writing, { kind, place }: Anniversary): void {
  const name = kind === 'birth' ? 'BIRTHPLACE' : kind === 'death' ? 'DEATHPLACE' : undefined;
  if (name === undefined || place === undefined) return;
  if (place.full !== undefined) write(writing, { name, value: escapeText(place.full) });
  else if (place.coordinates !== undefined)
    write(writing, { name, params: [['VALUE', 'uri']], value: escapeUri(place.coordinates) });
}

export function writeRelations(writing: Writing, card: Card): void {
  for (const [person, relation] of Object.entries(card.relatedTo ?? {})) {
    const uri = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(person);
    const types = Object.keys(relation.relation ?? {});
    const label = writing.version === '3.0' && !uri ? labelOfRelation(relation) : undefined;
    if (label !== undefined) {
      const group = label === '' ? undefined : freeGroup(writing);
      write(writing, { name: 'X-ABRELATEDNAMES', value: escapeText(person), group });
      if (group !== undefined) writeLabel(writing, group, label);
      continue;
    }
    const shared = relation.label === undefined ? {} : { label: relation.label };
    writeEntry(writing, {
      name: 'RELATED',
      types,
      params: uri ? [] : [['VALUE', 'text']],
      value: uri ? escapeUri(person) : escapeText(person),
      entry: shared,
    });
  }
}

/** The label that says all of a relation to Apple and Google; undefined when none does. */
function labelOfRelation({ relation = {}, label }: Relation): string | undefined {
  const types = Object.keys(relation);
  if (types.length > 1) return undefined;
  const [type] = types;
  if (type === undefined) return label ?? '';
  const known = RELATION_LABELS.find(
    (each) => each.relation === type && (label === undefined ? each.plain : each.label === label && !each.plain),
  );
  return known?.label;
}

export function writeAddresses(writing: Writing, card: Card): void {
  Object.entries(card.addresses ?? {}).forEach(([id, entry], place) => {
    const line = addressLine(writing, entry);
    // Apple lays an address out by X-ABADR, which 4.0 says with a parameter (RFC 8605).
    const country =
      writing.version === '3.0' && line.name === 'ADR' && /^[A-Z]{2}$/.test(entry.countryCode ?? '')
        ? entry.countryCode
        : undefined;
    const group = country === undefined ? undefined : (keptGroup(entry.vCardParams ?? {}) ?? freeGroup(writing));
    const params = country === undefined ? (line.params ?? []) : (line.params ?? []).filter(([name]) => name !== 'CC');
    writeEntry(writing, { ...line, params, entry, id: idToWrite(id, { prefix: 'a', place }), group });
    if (country !== undefined) write(writing, { name: 'X-ABADR', value: country.toLowerCase(), group });
  });
}

function addressLine(writing: Writing, address: Address): OutLine {
  const { components = [], countryCode, coordinates, timeZone, full } = address;
  const others = [components.length > 0, countryCode, full].filter(Boolean).length;
  if (others === 0 && coordinates !== undefined && timeZone === undefined)
    return { name: 'GEO', value: geoValue(writing, coordinates) };
  if (others === 0 && timeZone !== undefined && coordinates === undefined)
    return { name: 'TZ', value: escapeText(timeZone) };
  const params: Params = [
    ['CC', countryCode],
    ['GEO', coordinates],
    ['TZ', timeZone],
    ['LABEL', full],
  ];
  return { name: 'ADR', params, value: addressValue(address) };
}

function addressValue({ components = [] }: Address): string {
  const valuesOf = (...kinds: string[]): string[] =>
    components.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => escapeText(value));
  const places = ADDRESS_PLACES.map((kind) => valuesOf(kind).join(','));
  const isNew = components.some(({ kind }) =>
    ADDRESS_PLACES.slice(CLASSIC_ADDRESS_PLACES).some(
      (place) => place === kind && place !== 'apartment' && place !== 'name',
    ),
  );
  if (!isNew) return places.slice(0, CLASSIC_ADDRESS_PLACES).join(';');
  // RFC 9554 section 2.1: old programs find everything of the new places in the second and third.
  places[1] = valuesOf('room', 'apartment', 'floor', 'building', 'landmark', 'direction').join(',');
  places[2] = valuesOf('number', 'name', 'block', 'subdistrict', 'district').join(' ');
  return places.join(';');
}

function geoValue(writing: Writing, coordinates: string): string {
  const pair = /^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(coordinates);
  return writing.version === '3.0' && pair ? `${pair[1]};${pair[2]}` : escapeUri(coordinates);
}
