import { NEWS_KINDS, type NewsKind } from '../words.ts';
import { keywordsOf, sharedKeywords } from './keywords.ts';

/** That somebody was told something, or heard of it. */
const TELLING = /\b(?:told|tell|telling|shared|sharing|announced|mentioned|spoke|talked|explained)\b/i;
/** A word for each kind of news, for a line that does not repeat its words. */
const KIND_WORDS: Readonly<Record<NewsKind, RegExp>> = {
  job: /\b(?:job|role|position|employer|career|work)\b/i,
  move: /\b(?:move|moving|moved|house|flat|apartment)\b/i,
  baby: /\b(?:baby|pregnan\p{L}*|expecting|birth|little one)\b/iu,
  project: /\b(?:project|company|business|book|start-?up)\b/i,
  other: /\b(?:news)\b/i,
};

/** What it is about, as its words say. */
export function newsKindOf(text: string): NewsKind {
  return NEWS_KINDS.find((kind) => KIND_WORDS[kind].test(text)) ?? 'other';
}

/** Whether a line says that the news was told: “Told Ada about the new job”. */
export function tellsOf(line: string, news: { readonly kind: NewsKind; readonly text: string }): boolean {
  if (!TELLING.test(line)) return false;
  return (
    /\b(?:my|our|the) (?:big |good )?news\b/i.test(line) ||
    KIND_WORDS[news.kind].test(line) ||
    sharedKeywords(keywordsOf(news.text), line).length > 0
  );
}
