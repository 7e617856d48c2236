import type { ContentLine } from './content-line.ts';
import { ADDRESS_ORDER, ADDRESS_PLACES, CLASSIC_ADDRESS_PLACES } from './knowledge.ts';
import { listOf } from './read-names.ts';
import { addEntry, commonFields, type Fields, isFields, keep, type Reading, typeWords } from './reading.ts';
import { splitEscaped, unescapeText } from './text.ts';

const IANA_ZONE = /^(?:[A-Z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+)+|UTC)$/;

/** ADR in its seven or eighteen places (RFC 9554 section 2.1). */
export function readAddress(line: ContentLine, reading: Reading): void {
  const parts = splitEscaped(line.value, ';');
  // Google adds an eighth part to the seven of 3.0: the whole address, as it is written on an envelope.
  const envelope = parts.length === CLASSIC_ADDRESS_PLACES + 1 ? unescapeText(parts.pop() ?? '').trim() : '';
  const isNew = parts.length === ADDRESS_PLACES.length;
  const places = (isNew ? parts : parts.slice(0, CLASSIC_ADDRESS_PLACES)).map((part) => listOf(part, reading));
  // Too many places come of semicolons that were not escaped: then nothing but the whole is certain.
  const beyond = isNew ? [] : parts.slice(CLASSIC_ADDRESS_PLACES);
  const whole = beyond.join('').trim() === '' ? '' : lines(parts);
  // The new places make the second and third redundant: those are then filled for old programs only.
  const extended = places.slice(CLASSIC_ADDRESS_PLACES).some((values) => values.length > 0);
  const order: readonly string[] = ADDRESS_ORDER;
  const components = ADDRESS_PLACES.flatMap((kind, place) => {
    if (extended && (place === 1 || place === 2)) return [];
    return (places[place] ?? []).map((value) => ({ kind, value }));
  }).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const param = (name: string): string | undefined => line.params.get(name)?.[0]?.trim() || undefined;
  const countryCode = param('cc') ?? (line.group === undefined ? undefined : reading.countryCodes.get(line.group));
  // RFC 6350 section 6.3.1 writes the line breaks of a LABEL as `\n`.
  const full = param('label')?.replace(/\\n/gi, '\n') ?? (envelope || whole);
  const entry = {
    ...(components.length > 0 && { components }),
    ...(countryCode !== undefined && { countryCode: countryCode.toUpperCase() }),
    ...(param('geo') !== undefined && { coordinates: param('geo') }),
    ...(param('tz') !== undefined && { timeZone: param('tz') }),
    ...(full !== '' && { full }),
  };
  if (Object.keys(entry).length === 0) return;
  const common = commonFields(reading, { line, taken: ['cc', 'geo', 'tz', 'label'] });
  addEntry(reading, { collection: 'addresses', prefix: 'a', line, entry: { ...entry, ...common } });
}

function lines(parts: readonly string[]): string {
  return parts
    .map((part) => unescapeText(part).trim())
    .filter((part) => part !== '')
    .join('\n');
}

/** LABEL (2.1, 3.0): the address as it is written on an envelope. Each goes to the next ADR of the same types, else stands alone. */
export function placeAddressLabels(reading: Reading): void {
  const { addressLabels } = reading;
  if (addressLabels.length === 0) return;
  const addresses = isFields(reading.card.addresses) ? Object.values(reading.card.addresses) : [];
  const open = addresses.filter(
    (address): address is Fields => isFields(address) && address.full === undefined && address.components !== undefined,
  );
  // With one address and one label there is no doubt, whatever their types say.
  const only = open.length === 1 && addressLabels.length === 1 ? open[0] : undefined;
  const byContexts = Map.groupBy(open.reverse(), (address) => JSON.stringify(address.contexts));
  for (const line of addressLabels) {
    const full = unescapeText(line.value).trim();
    if (full === '') continue;
    const common = commonFields(reading, { line });
    const match = only ?? byContexts.get(JSON.stringify(common.contexts))?.pop();
    if (match) match.full = full;
    else addEntry(reading, { collection: 'addresses', prefix: 'a', line, entry: { full, ...common } });
  }
}

/** GEO: `geo:` in 4.0, two numbers before. */
export function readCoordinates(line: ContentLine, reading: Reading): void {
  const value = unescapeText(line.value).trim();
  const pair = /^(-?\d+(?:\.\d+)?)\s*[;,]\s*(-?\d+(?:\.\d+)?)$/.exec(value);
  const coordinates = pair ? `geo:${pair[1]},${pair[2]}` : value;
  if (!/^geo:\S+$/i.test(coordinates)) {
    if (value !== '') keep(reading, line);
    return;
  }
  addEntry(reading, {
    collection: 'addresses',
    prefix: 'a',
    line,
    entry: { coordinates, ...commonFields(reading, { line }) },
  });
}

/** TZ: a zone's name, or an offset of whole hours; anything else has no place in JSContact and is kept. */
export function readTimeZone(line: ContentLine, reading: Reading): void {
  const value = unescapeText(line.value).trim();
  const offset = /^([+-])(\d{1,2})(?::?00)?$/.exec(value);
  // The sign of Etc zones is turned round: Etc/GMT+5 is five hours behind.
  const timeZone = offset ? `Etc/GMT${offset[1] === '-' ? '+' : '-'}${Number(offset[2])}` : value;
  if (!IANA_ZONE.test(timeZone)) {
    if (value !== '') keep(reading, line);
    return;
  }
  addEntry(reading, {
    collection: 'addresses',
    prefix: 'a',
    line,
    entry: { timeZone, ...commonFields(reading, { line, words: typeWords(line) }) },
  });
}
