import type { ResourceKind } from '../../domain/words.ts';
import { decodePage } from './decode-page.ts';

/** What a web page says of itself in its head. */
export interface ReadPage {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly kind: ResourceKind;
}

const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 1_000;
const MOST_KEYWORDS = 20;

/** Where a page may say it, the best place first: what is meant for sharing is shorn of the site's name. */
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'citation_title'] as const;
const DESCRIPTIONS = ['og:description', 'description', 'twitter:description', 'dc.description'] as const;
const KEYWORDS = ['article:tag', 'keywords', 'news_keywords', 'og:video:tag', 'book:tag', 'citation_keywords'] as const;

/**
 * Reads the head of a page, whole or cut off anywhere; never throws. Texts are plain, whatever markup they came in.
 * @param contentType the header it came with, if any
 */
export function readPage(bytes: Uint8Array, contentType = ''): ReadPage {
  const html = decodePage(bytes, contentType);
  const meta = new Map<string, string[]>();
  let title = '';
  for (const { name, attributes, after } of tagsOf(html)) {
    if (name === 'title') {
      // The first is the page's; those of drawings in it come later.
      if (title === '') title = plainText(html.slice(after, closing(html, after)));
    } else if (name === 'meta') {
      const key = (
        attributes.get('property') ??
        attributes.get('name') ??
        attributes.get('itemprop') ??
        ''
      ).toLowerCase();
      const content = plainText(attributes.get('content') ?? '');
      if (key !== '' && content !== '') meta.set(key, [...(meta.get(key) ?? []), content]);
    } else if (name === 'body') break;
  }
  const said = (places: readonly string[]) =>
    places.map((place) => meta.get(place)?.[0]).find((text) => text !== undefined);
  const keywords = KEYWORDS.map((place) => meta.get(place) ?? []).find((found) => found.length > 0) ?? [];
  return {
    title: cut(said(TITLES) ?? title, LONGEST_TITLE),
    description: cut(said(DESCRIPTIONS) ?? '', LONGEST_DESCRIPTION),
    keywords: keywords
      .flatMap((list) => list.split(/[,;]/))
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, MOST_KEYWORDS),
    kind: kindOf(meta.get('og:type')?.[0] ?? ''),
  };
}

function kindOf(type: string): ResourceKind {
  if (/^article/i.test(type)) return 'article';
  if (/^(?:books?\b|book\.)/i.test(type)) return 'book';
  return /event/i.test(type) ? 'event' : 'link';
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the text after the tag begins. */
  readonly after: number;
}

/** Whose text is not markup. */
const RAW = new Set(['script', 'style', 'noscript', 'template']);
const MOST_TAGS = 5_000;

/** The opening tags of a page in order, each character looked at once or twice, however broken it is. */
function* tagsOf(html: string): Generator<Tag> {
  let at = 0;
  for (let n = 0; n < MOST_TAGS; n++) {
    const open = html.indexOf('<', at);
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    const name = /^[a-z][a-z0-9]*/i.exec(html.slice(open + 1, open + 24))?.[0]?.toLowerCase();
    if (name === undefined) {
      at = open + 1;
      continue;
    }
    const { attributes, end } = attributesAt(html, open + 1 + name.length);
    yield { name, attributes, after: end };
    at = end;
    if (!RAW.has(name)) continue;
    const close = html.indexOf(`</${name}`, at);
    const upper = close < 0 ? html.indexOf(`</${name.toUpperCase()}`, at) : close;
    if (upper < 0) return;
    at = upper;
  }
}

const ATTRIBUTE = /[\s/]*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?|[\s/"']*(>)|[\s/"'=]+/y;

function attributesAt(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(html); match !== null; match = ATTRIBUTE.exec(html)) {
    const [, name, double, single, bare, close] = match;
    if (close !== undefined) return { attributes, end: ATTRIBUTE.lastIndex };
    if (name !== undefined && !attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return { attributes, end: html.length };
}

function closing(html: string, from: number): number {
  const end = html.indexOf('</', from);
  return end < 0 ? html.length : end;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
};

function plainText(written: string): string {
  return written
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code);
    })
    .replaceAll(/[\p{Cc}\p{Zs}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .toWellFormed()
    .trim();
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most);
  return `${text.slice(0, space > most / 2 ? space : most).toWellFormed()}…`;
}
