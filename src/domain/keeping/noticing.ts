import { cityOf, currentOrganization } from '../card/card.ts';
import type { Card } from '../card/jscontact.ts';
import { placeKey } from '../card/where.ts';
import { foldText } from '../fold.ts';
import type { MomentKind } from '../words.ts';
import { isOwnBoss, isRenaming } from './renamings.ts';

/** What two exports of the same profile, one after the other, say happened. */

/** Where people write their entries themselves, and where the owner or a program of theirs does. */
export const PROFILE = 'LinkedIn';
export const ADDRESS_BOOK = 'The address book';

export interface Noticed {
  readonly kind: MomentKind;
  /** What the profile says now: `Head of Design at Kelp Works`. */
  readonly text: string;
  /** What it said before. */
  readonly was: string;
}

interface Position {
  readonly organization: string;
  readonly title: string;
}

/** Legal forms and small words, which come and go without anybody changing jobs. */
const NO_NAME =
  /^(?:the|and|of|inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|group|holding|holdings|gmbh|ag|kg|kgaa|se|ug|mbh|ev|sa|sas|sarl|srl|spa|bv|nv|ab|as|asa|aps|oy|oyj|kk|pty|pte|sl|lda|sp|zoo|formerly|ehemals|now)$/;
/** Who says this of themselves is not congratulated. */
const NO_NEWS =
  /\b(?:retired|former|formerly|ex|unemployed|seeking|looking|open to|between jobs|career break|sabbatical|self employed|freelancing|none|student|rentner|pensionier|retraite|jubilad)\b/;

/** Ranks by the words of titles, highest first; a title without any of them is in the middle. */
const RANKS: readonly (readonly [rank: number, words: RegExp])[] = [
  [
    9,
    /\b(?:chief|ceo|cto|cfo|coo|cmo|cio|cpo|founder|co founder|cofounder|owner|president|partner|managing director|geschaftsfuhrer(?:in)?)\b/,
  ],
  [8, /\b(?:vice president|vp|svp|evp|director|direktor(?:in)?|directeur|directrice|directora?)\b/],
  [7, /\b(?:head|leiter(?:in)?|responsable)\b/],
  [6, /\b(?:principal|staff|distinguished|professor(?:in)?)\b/],
  [5, /\b(?:manager(?:in)?|lead|team lead|teamleiter(?:in)?|supervisor)\b/],
  [4, /\b(?:senior|sr|expert)\b/],
  [1, /\b(?:junior|jr|associate|assistant|assistenz|apprentice)\b/],
  [0, /\b(?:intern|internship|trainee|praktikant(?:in)?|working student|werkstudent(?:in)?|stagiaire)\b/],
];
const MIDDLE = 3;

/**
 * News in a profile: a new company, a new role, a promotion. Undefined where nothing happened but wording, a company that
 * changed its name by a word, a profile that was filled in or emptied, and where the owner had entered it themselves.
 * @param before what the source said last time
 * @param mine the card as the owner keeps it, before this import
 */
export function noticed(before: Card, now: Card, mine: Card): Noticed | undefined {
  const [was, is, own] = [positionOf(before), positionOf(now), positionOf(mine)];
  if (was.organization === '' || is.organization === '' || NO_NEWS.test(folded(is.title))) return undefined;
  const found = (kind: MomentKind): Noticed => ({ kind, text: written(is), was: written(was) });
  if (!isSameCompany(was.organization, is.organization))
    return isSameCompany(own.organization, is.organization) ? undefined : found('job');
  const kind = folded(own.title) === folded(is.title) ? undefined : newRole(was.title, is.title);
  return kind && found(kind);
}

/**
 * A new city in a card. Undefined where nobody moved, the address was filled in or taken out, or the owner had entered it.
 * The arguments are those of `noticed`.
 */
export function noticedMove(before: Card, now: Card, mine: Card): Noticed | undefined {
  const [was, is, own] = [before, now, mine].map((card) => cityOf(card)?.city ?? '');
  const key = (city: string | undefined) => placeKey(city ?? '');
  if (key(was) === '' || key(is) === '' || key(was) === key(is) || key(own) === key(is)) return undefined;
  return { kind: 'move', text: `in ${is}`, was: `in ${was}` };
}

/**
 * The same move as others made with the same title in one export: then it is the company that changed its name. Undefined
 * for any other news.
 */
export function moveOf({ text, was }: Pick<Noticed, 'text' | 'was'>): string | undefined {
  const [title, to] = apart(text);
  const [before, from] = apart(was);
  return folded(title) === folded(before) ? `${wordsOf(from).join(' ')} > ${wordsOf(to).join(' ')}` : undefined;
}

/** Whether two moves lead from one company to one other, however these are written. */
export function isSameMove(a: Pick<Noticed, 'text' | 'was'>, b: Pick<Noticed, 'text' | 'was'>): boolean {
  return isSameCompany(apart(a.was)[1], apart(b.was)[1]) && isSameCompany(apart(a.text)[1], apart(b.text)[1]);
}

/** What is left of a move when the company only changed its name: a rise in it, another role, or nothing. */
export function withinOneCompany({ text, was }: Pick<Noticed, 'text' | 'was'>): MomentKind | undefined {
  return newRole(apart(was)[0], apart(text)[0]);
}

function newRole(was: string, is: string): MomentKind | undefined {
  if (was === '' || is === '' || isRewording(was, is)) return undefined;
  const rise = rankOf(is) - rankOf(was);
  if (rise < 0) return undefined;
  return rise > 0 ? 'promotion' : 'job';
}

function positionOf(card: Card): Position {
  const { organization = '', title = '' } = currentOrganization(card);
  return { organization: organization.trim(), title: title.trim() };
}

const AT = ' at ';

function written({ organization, title }: Position): string {
  return title === '' ? `at ${organization}` : `${title}${AT}${organization}`;
}

function apart(text: string): readonly [title: string, organization: string] {
  if (text.startsWith(AT.trimStart())) return ['', text.slice(AT.trimStart().length)];
  const at = text.lastIndexOf(AT);
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + AT.length)];
}

function folded(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf(organization: string): string[] {
  const all = folded(organization).split(' ').filter(Boolean);
  const names = all.filter((word) => !NO_NAME.test(word));
  return names.length > 0 ? names : all;
}

/** Whether two names are of one organisation but for its legal form: looser than that would congratulate strangers. */
export function isNamedAlike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a).join(' '), wordsOf(b).join(' ')];
  return x !== '' && x === y;
}

/** What the names of an organisation have in common, however it is written: their first word. */
export function firstWordOf(organization: string): string {
  return wordsOf(organization)[0] ?? '';
}

/** Whether two names mean one company: one says all that the other says. */
function isSameCompany(a: string, b: string): boolean {
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (x.size === 0 || y.size === 0) return false;
  const [one, other] = [[...x].join(' '), [...y].join(' ')];
  if (isRenaming(one, other) || (isOwnBoss(one) && isOwnBoss(other))) return true;
  return x.isSubsetOf(y) || y.isSubsetOf(x) || [...x].join('') === [...y].join('');
}

/** The same title in other words: short and long forms, and details that came or went. */
function isRewording(a: string, b: string): boolean {
  if (rankOf(a) !== rankOf(b)) return false;
  const words = (title: string) =>
    new Set(
      folded(title)
        .split(' ')
        .map((word) => word.replace(/(?<=er|or)in$/, ''))
        .flatMap((word) => (SHORT[word] ?? word).split(' ')),
    );
  const [x, y] = [words(a), words(b)];
  return x.isSubsetOf(y) || y.isSubsetOf(x);
}

const SHORT: Readonly<Record<string, string>> = {
  sr: 'senior',
  jr: 'junior',
  mgr: 'manager',
  eng: 'engineer',
  dev: 'developer',
  dir: 'director',
  vp: 'vice',
  assoc: 'associate',
  asst: 'assistant',
  geschaftsfuhrer: 'managing director',
  direktor: 'director',
  leiter: 'head',
  ingenieur: 'engineer',
  berater: 'consultant',
  lehrer: 'teacher',
};

function rankOf(title: string): number {
  const text = folded(title);
  return RANKS.find(([, words]) => words.test(text))?.[0] ?? MIDDLE;
}
