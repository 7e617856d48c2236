import { writtenOut } from '../card/search.ts';
import type { DirectoryPerson, PeopleDirectory } from './capture.ts';
import { fullFormsOf } from './diminutives.ts';
import { isUnspaced, nameWords, type Token } from './tokens.ts';

/** How well words of the line are a person's name, the best first. */
export const TIERS = ['full', 'partial', 'given', 'surname', 'short', 'prefix', 'surname-prefix'] as const;
export type Tier = (typeof TIERS)[number];

/** The people that the words from some token on may name, all equally well. */
export interface NameMatch {
  readonly people: readonly DirectoryPerson[];
  readonly tier: Tier;
  /** The token behind the name. */
  readonly end: number;
}

interface NameForm {
  readonly words: readonly string[];
  readonly tier: 'full' | 'given' | 'surname';
}

const PREFIX_LETTERS = 2;
const SURNAME_PREFIX_LETTERS = 3;
/** Marks that may stand inside a written name: Jean-Luc, J. R., Robert (Bob), "Lovelace, Ada". */
const INNER_MARKS = new Set(['-', '‐', '‑', '.', '(', ')', '"', '“', '”', '·', '・', '᛫', ',']);

/** Finds people by the words of one line; remembers what it asked the directory. */
export interface NameFinder {
  /** The best reading of the tokens from `i` on as a known name. */
  find(tokens: readonly Token[], i: number): NameMatch | undefined;
  /** Everybody with this surname, for "the Okafors". */
  findFamily(token: Token): NameMatch['people'];
}

export function nameFinder(directory: PeopleDirectory): NameFinder {
  const answers = new Map<string, readonly DirectoryPerson[]>();
  const forms = new Map<string, readonly NameForm[]>();
  const lookUp = (key: string) => {
    const known = answers.get(key) ?? sortPeople(directory.byToken(key));
    answers.set(key, known);
    return known;
  };
  const formsOf = (person: DirectoryPerson) => {
    const known = forms.get(person.id) ?? spellings(person);
    forms.set(person.id, known);
    return known;
  };
  return {
    find: (tokens, i) => {
      let best: NameMatch | undefined;
      for (const person of lookUp(lookUpKey(tokens, i))) {
        for (const form of formsOf(person)) {
          const match = alignForm(tokens, i, form, person, formsOf(person));
          if (match !== undefined) best = better(best, match);
        }
      }
      for (const full of fullFormsOf(tokens[i]?.fold ?? '')) {
        for (const person of lookUp(full)) {
          const match = alignShort(tokens, i, full, person, formsOf(person));
          if (match !== undefined) best = better(best, match);
        }
      }
      return best;
    },
    findFamily: (token) => {
      const isSurname = (person: DirectoryPerson, word: string) =>
        formsOf(person).some((form) => form.tier === 'surname' && form.words.length === 1 && form.words[0] === word);
      return (
        singulars(token.fold)
          .map((word) => lookUp(word).filter((person) => isSurname(person, word)))
          .find((people) => people.length > 0) ?? []
      );
    },
  };
}

/** What to ask the directory for the name that starts at token `i`. In unspaced scripts one letter says too little. */
export function lookUpKey(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'word') return '';
  const next = tokens[i + 1];
  const isPair = isUnspaced(token) && next?.glued === true && next.kind === 'word' && isUnspaced(next);
  return isPair ? token.fold + next.fold : token.fold;
}

/** `okafors` may be Okafor, `joneses` Jones. */
export function singulars(word: string): string[] {
  if (!word.endsWith('s') || word.length < 4) return [];
  return [word.slice(0, -1), ...(word.endsWith('es') ? [word.slice(0, -2)] : [])];
}

/** The closest first, then by name, so that no order of the directory shows through. */
export function sortPeople(people: readonly DirectoryPerson[]): readonly DirectoryPerson[] {
  return [...people].sort(
    (a, b) =>
      b.closeness - a.closeness ||
      compareText(b.lastTouch ?? '', a.lastTouch ?? '') ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameForms(person: DirectoryPerson): readonly NameForm[] {
  const full = nameWords(person.name);
  const isUnspacedName = full.length > 1 && nameParts(person.name) === 1;
  const surname = nameWords(person.surname ?? '');
  const given = nameWords(person.given ?? '');
  // without structure the first word is the given name and the last the surname; 王小明 is written the other way round
  const first = given.length > 0 ? given : isUnspacedName ? full.slice(full.length > 2 ? 1 : 0) : full.slice(0, 1);
  const last =
    surname.length > 0 ? surname : isUnspacedName || full.length < 2 || given.length > 0 ? [] : full.slice(-1);
  const forms: NameForm[] = [
    { words: full, tier: full.length > 1 && (!isUnspacedName || full.length > 2) ? 'full' : 'given' },
    { words: first, tier: 'given' },
    { words: last, tier: 'surname' },
  ];
  // "Mary Ann" of a Mary Ann Evans whose second name is nowhere said to be given
  const beginnings = isUnspacedName ? [] : full.slice(2).map((_, i) => full.slice(0, i + 2));
  for (const words of beginnings) forms.push({ words, tier: 'given' });
  const callNames = [first, ...(isUnspacedName ? [] : [first.slice(0, 1)]), ...person.nicknames.map(nameWords)];
  for (const words of callNames) {
    forms.push({ words, tier: 'given' });
    if (last.length > 0 && words.length > 0)
      forms.push({ words: [...words, ...last], tier: 'full' }, { words: [...last, ...words], tier: 'full' });
  }
  return forms.filter(({ words }) => words.length > 0);
}

/** The forms of a name, also as typed on a keyboard without its letters: Müller, Mueller. */
function spellings(person: DirectoryPerson): readonly NameForm[] {
  const { given, surname } = person;
  const written: DirectoryPerson = {
    ...person,
    name: writtenOut(person.name),
    nicknames: person.nicknames.map(writtenOut),
    ...(given === undefined ? {} : { given: writtenOut(given) }),
    ...(surname === undefined ? {} : { surname: writtenOut(surname) }),
  };
  const forms = nameForms(person);
  const isSame = nameWords(written.name).join(' ') === nameWords(person.name).join(' ');
  return isSame ? forms : [...forms, ...nameForms(written)];
}

/** Of words with a space between them. */
function nameParts(name: string): number {
  return name.trim().split(/\s+/u).length;
}

function alignForm(
  tokens: readonly Token[],
  i: number,
  form: NameForm,
  person: DirectoryPerson,
  all: readonly NameForm[],
): NameMatch | undefined {
  const end = alignWords(tokens, i, form.words);
  if (end !== undefined) {
    const initial = form.tier === 'given' ? alignInitial(tokens, end, all) : undefined;
    return initial === undefined
      ? { people: [person], tier: form.tier, end }
      : { people: [person], tier: 'partial', end: initial };
  }
  const [first = ''] = form.words;
  const word = tokens[i]?.fold ?? '';
  const isPrefix = first.startsWith(word) && first !== word && form.tier !== 'full';
  const letters = form.tier === 'surname' ? SURNAME_PREFIX_LETTERS : PREFIX_LETTERS;
  if (!isPrefix || word.length < letters) return undefined;
  return { people: [person], tier: form.tier === 'surname' ? 'surname-prefix' : 'prefix', end: i + 1 };
}

/** "Bob" or "Bob Smith" of a Robert Smith. */
function alignShort(
  tokens: readonly Token[],
  i: number,
  full: string,
  person: DirectoryPerson,
  forms: readonly NameForm[],
): NameMatch | undefined {
  const isGiven = forms.some(({ tier, words }) => tier === 'given' && words[0] === full);
  if (!isGiven) return undefined;
  const match = { people: [person], tier: 'short' } as const;
  if (tokens[i]?.clitic !== undefined) return { ...match, end: i + 1 };
  for (const { tier, words } of forms) {
    const end = tier === 'surname' ? alignWords(tokens, i + 1, words) : undefined;
    if (end !== undefined) return { ...match, end };
  }
  return { ...match, end: alignInitial(tokens, i + 1, forms) ?? i + 1 };
}

/** The token behind `words` when the line has all of them from `i` on. */
function alignWords(tokens: readonly Token[], i: number, words: readonly string[]): number | undefined {
  let at = i;
  for (const [index, word] of words.entries()) {
    if (index > 0) at = skipInnerMark(tokens, at);
    const token = tokens[at];
    if (token?.kind !== 'word' || token.fold !== word) return undefined;
    if (token.clitic !== undefined && index < words.length - 1) return undefined;
    at++;
  }
  return at;
}

function skipInnerMark(tokens: readonly Token[], i: number): number {
  const mark = tokens[i];
  if (mark === undefined || mark.kind !== 'mark' || !INNER_MARKS.has(mark.text)) return i;
  // "Saw Tom. Okafor was there" is two sentences, "J. Okafor" one name
  if (mark.text === '.' && (tokens[i - 1]?.text.length ?? 0) > 2) return i;
  return i + 1;
}

/** "Ada L." or "Ada Love" behind the given name: the token behind the begun surname. */
function alignInitial(tokens: readonly Token[], i: number, forms: readonly NameForm[]): number | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.glued || token.text.toLowerCase() === token.text) return undefined;
  const fits = forms.some(
    ({ tier, words: [first = ''] }) => tier === 'surname' && first !== token.fold && first.startsWith(token.fold),
  );
  if (!fits) return undefined;
  return tokens[i + 1]?.text === '.' && token.text.length === 1 ? i + 2 : i + 1;
}

function better(best: NameMatch | undefined, match: NameMatch): NameMatch {
  if (best === undefined) return match;
  const order = best.end - match.end || TIERS.indexOf(match.tier) - TIERS.indexOf(best.tier);
  if (order > 0) return best;
  if (order < 0) return match;
  const [person] = match.people;
  return person === undefined || best.people.includes(person) ? best : { ...best, people: [...best.people, person] };
}
