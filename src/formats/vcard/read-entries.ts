import { type ContentLine, cleanBase64 } from './content-line.ts';
import { type EntryProperty, LEVELS, MAGIC, PHONE_FEATURES } from './knowledge.ts';
import { addEntry, commonFields, type Fields, isEmpty, keep, type Reading, typeWords } from './reading.ts';
import { unescapeText } from './text.ts';

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const FEATURES: ReadonlyMap<string, string> = new Map(PHONE_FEATURES);
/** Words that 2.1 and 3.0 put on every address and that say nothing. */
const EMAIL_NOISE = new Set(['internet']);

/** Reads a property that becomes one entry of one collection, as the table says. */
export function readEntry(property: EntryProperty, line: ContentLine, reading: Reading): void {
  if (property.value === 'bytes') readResource(property, line, reading);
  else readText(property, line, reading);
}

function readText(property: EntryProperty, line: ContentLine, reading: Reading): void {
  let value = unescapeText(line.value);
  value = property.name === 'NOTE' ? value.trimEnd() : value.trim();
  if (property.name === 'EMAIL') value = value.replace(/^mailto:/i, '');
  if (value.trim() === '') return;
  const words = property.name === 'EMAIL' ? typeWords(line).filter((word) => !EMAIL_NOISE.has(word)) : typeWords(line);
  const special = property.name === 'TEL' ? phoneFields(line, words) : specialFields(property, line);
  const common = commonFields(reading, { line, words: special.words ?? words, taken: special.taken });
  const entry = { ...property.fixed, [property.field]: special.value ?? value, ...special.fields, ...common };
  addEntry(reading, { ...property, line, entry });
}

interface Special {
  readonly fields: Fields;
  readonly taken: readonly string[];
  readonly words?: readonly string[];
  readonly value?: string;
}

function phoneFields(line: ContentLine, words: readonly string[]): Special {
  const features: Fields = {};
  const rest: string[] = [];
  for (const word of words) {
    const feature = word === 'iphone' ? 'mobile' : FEATURES.get(word);
    if (feature !== undefined) features[feature] = true;
    // Apple's "iPhone" is a mobile, and stays an iPhone.
    if (feature === undefined || word === 'iphone') rest.push(word);
  }
  const number = unescapeText(line.value).trim();
  // Our own 3.0: phones show what stands there, so the scheme of a `tel:` URI is kept beside it.
  const scheme = line.params.get('x-scheme')?.[0]?.toLowerCase() === 'tel' ? 'tel:' : '';
  const fields = isEmpty(features) ? {} : { features };
  return { fields, taken: ['x-scheme'], words: rest, value: scheme + number };
}

function specialFields({ name, collection }: EntryProperty, line: ContentLine): Special {
  const fields: Fields = {};
  const taken: string[] = [];
  const param = (key: string): string | undefined => line.params.get(key)?.[0];
  const index = Number(param('index') ?? Number.NaN);
  if (Number.isInteger(index) && index > 0) fields.listAs = index;
  if (collection === 'personalInfo') {
    const level = LEVELS.find(([word]) => word === param('level')?.toLowerCase())?.[1];
    if (level !== undefined) {
      fields.level = level;
      taken.push('level');
    }
  }
  if (name === 'NOTE') {
    const created = param('created');
    const author = {
      ...(param('author-name') && { name: param('author-name') }),
      ...(param('author') && { uri: param('author') }),
    };
    if (created !== undefined) fields.created = created;
    if (!isEmpty(author)) fields.author = author;
    taken.push('created', 'author', 'author-name');
  }
  if (param('mediatype') !== undefined) fields.mediaType = param('mediatype');
  return { fields, taken };
}

/** PHOTO, LOGO, SOUND, KEY: bytes inside the card or an address outside it. */
function readResource(property: EntryProperty, line: ContentLine, reading: Reading): void {
  const words = typeWords(line);
  const formatAt = words.findIndex((word) => !['home', 'work', 'pref', 'billing', 'delivery'].includes(word));
  const format = words[formatAt];
  const named = format === undefined ? undefined : mediaTypeOf(property.name, format);
  const said = line.params.get('mediatype')?.[0];
  const uri = resourceUri(property, line, said ?? named);
  if (uri === undefined) {
    if (line.value.trim() === '') return;
    reading.warnings.push(`line ${line.line}: the ${property.name.toLowerCase()} is damaged and is kept as it is`);
    keep(reading, line);
    return;
  }
  const mediaType = said ?? (uri.startsWith('data:') ? undefined : named);
  const rest = uri.startsWith('data:') || mediaType !== undefined ? words.filter((_, at) => at !== formatAt) : words;
  const common = commonFields(reading, { line, words: rest });
  addEntry(reading, {
    ...property,
    line,
    entry: { ...property.fixed, uri, ...(mediaType !== undefined && { mediaType }), ...common },
  });
}

function resourceUri({ name }: EntryProperty, line: ContentLine, mediaType: string | undefined): string | undefined {
  if (line.base64 !== undefined) return line.base64 === '' ? undefined : dataUri(line.base64, { name, mediaType });
  const value = unescapeText(line.value).trim();
  if (/^data:/i.test(value)) return normalizeDataUri(value);
  if (URI.test(value) || /^(?:url|uri|content-id|cid)$/i.test(line.params.get('value')?.[0] ?? ''))
    return value === '' ? undefined : value;
  // Some writers forget to say that it is base64; some keys are plain text.
  const base64 = value.length > 200 || name !== 'KEY' ? cleanBase64(value) : '';
  if (base64.length > 40) return dataUri(base64, { name, mediaType });
  return name === 'KEY' && value !== '' ? `data:text/plain,${encodeURIComponent(value.toWellFormed())}` : undefined;
}

function dataUri(base64: string, { name, mediaType }: { name: string; mediaType: string | undefined }): string {
  const start = Buffer.from(base64.slice(0, 24), 'base64').toString('latin1');
  const isWebp = start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP';
  const seen =
    name === 'KEY' || name === 'SOUND'
      ? undefined
      : isWebp
        ? 'image/webp'
        : MAGIC.find(([magic]) => start.startsWith(magic))?.[1];
  return `data:${seen ?? mediaType ?? 'application/octet-stream'};base64,${base64}`;
}

/** A `data:` URI without the white space that folding may leave in its base64. */
function normalizeDataUri(value: string): string {
  const comma = value.indexOf(',');
  if (comma < 0 || !/;base64$/i.test(value.slice(0, comma))) return value;
  const base64 = cleanBase64(value.slice(comma + 1));
  return base64 === '' ? value : `data:${value.slice(5, comma)},${base64}`;
}

/** The media type a TYPE word of vCard 2.1 and 3.0 means. */
function mediaTypeOf(name: string, word: string): string | undefined {
  if (word.includes('/')) return word;
  if (!/^[a-z0-9.+-]+$/.test(word)) return undefined;
  if (name === 'KEY')
    return word === 'pgp' ? 'application/pgp-keys' : word === 'x509' ? 'application/pkix-cert' : undefined;
  if (name === 'SOUND') return `audio/${word === 'wave' ? 'wav' : word}`;
  return `image/${word === 'jpg' ? 'jpeg' : word}`;
}
