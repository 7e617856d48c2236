import { isPluralKin, KIN, toGerund, withYou } from './grammar.ts';
import { IN_THE_MIDDLE, LIFE_EVENT, LIKING, moodOf, PRESENT } from './patterns.ts';
import { finished, finishedClause, nounPhrase, quotable } from './reading.ts';
import { matterThread } from './things.ts';
import type { Reading, Thread } from './thread.ts';

/** What a note says of the person and of their family. */

/** "she is learning Welsh", "Ada moved to Lyon", "wants to visit", "changing jobs". */
export function personThread(clause: string, isFragment: boolean, reading: Reading): Thread | undefined {
  const name = reading.names.find((entry) => clause.startsWith(`${entry} `) || clause.startsWith(`${entry}’`));
  const pronoun = /^(?:she|he)(?=[ ’])/i.exec(clause)?.[0];
  if (name === undefined && pronoun !== undefined && !reading.trusted) return undefined;
  const subject = name ?? pronoun;
  if (
    subject !== undefined &&
    clause.startsWith(`${subject}’s `) &&
    !/^’s (?:\p{L}+ing|got a|off|back|about|been|(?:just|now|still|also) \p{L}+ing)\b/iu.test(
      clause.slice(subject.length),
    )
  )
    return undefined;
  const rest =
    subject === undefined
      ? clause
      : clause
          .slice(subject.length)
          .replace(/^’s (?=got\b)/, ' has ')
          .replace(/^’s /, ' is ')
          .replace(/^’ll /, ' will ')
          .trim();
  if (subject === undefined && (!reading.alone || isFragment)) return undefined;
  return predicateThread(rest, { clause, isExplicit: subject !== undefined, reading });
}

const ADVERB =
  /^(?:(?:also|now|just|still|already|currently|finally|recently|really|actually|apparently|probably|maybe|always|often|perhaps) )+/i;

/** What is said of the person, without its subject. */
export function predicateThread(
  rest: string,
  { clause, isExplicit, reading }: { readonly clause: string; readonly isExplicit: boolean; readonly reading: Reading },
): Thread | undefined {
  const said = rest.replace(ADVERB, '');
  const wish =
    /^(?:(?:is )?(?:wants?|hopes?|wishes|plans?|would like|would love|hoping|planning|dreams? of|dreaming of)) to\s+(.+)$/i.exec(
      said,
    )?.[1];
  if (wish !== undefined) return finishedClause('hope', { subject: '', verb: '', rest: wish }, clause, reading);
  const doing =
    /^(?:(?:is|was|has been|had been|been) )?(?:(?:just|now|still|also|currently|always) )*(\p{L}+ing)\b ?(.*)$/iu.exec(
      said,
    );
  const be = /^(?:is|was|has been|had been|been) /i.test(said);
  if (doing !== null && (be || (!isExplicit && IN_THE_MIDDLE.test(said)))) {
    if (
      /^(?:being|having|feeling|sounding|looking|getting|doing|saying|coming)$/i.test(doing[1] ?? '') &&
      !IN_THE_MIDDLE.test(`${doing[1]} ${doing[2]}`)
    )
      return undefined;
    return wereDoing(withArticle(doing[1]?.toLowerCase() ?? '', doing[2] ?? ''), clause, reading);
  }
  const state =
    /^is (?:just |now |still |also )*((?:off to|about to|back (?:at|in|from|to)|on (?:leave|holiday|sabbatical|parental|maternity|paternity)|abroad|between jobs|in charge of)\b.*)$/i.exec(
      said,
    )?.[1];
  if (state !== undefined) return wereDoing(state, clause, reading);
  const future = /^(?:will|might|may|’ll) (?:probably |maybe )?(\p{Ll}+)\b ?(.*)$/iu.exec(said);
  if (future !== null && IN_THE_MIDDLE.test(`${toGerund(future[1] ?? '')} ${future[2]}`)) {
    const isSure = /^(?:is )?will\b|^’ll/i.test(said);
    const plan = isSure
      ? `going to ${withArticle(future[1] ?? '', future[2] ?? '')}`
      : `thinking of ${withArticle(toGerund(future[1] ?? ''), future[2] ?? '')}`;
    return wereDoing(plan, clause, reading);
  }
  if (
    PRESENT.test(said) &&
    (isExplicit ||
      !/^(?:plans|records|studies|leaves|turns|trains|looks|works) (?:for|of|with|about|out)\b/i.test(said))
  ) {
    const [verb = '', ...object] = said.split(' ');
    return wereDoing(withArticle(toGerund(withYou(verb.toLowerCase())), object.join(' ')), clause, reading);
  }
  const past = said.replace(/^(?:has|had|have) (?:just |now |finally |recently )?/i, '');
  const fresh = /^(?:has|got|has got) (?:an? )?(new .+)$/i.exec(said)?.[1];
  if (fresh !== undefined && !/^got/i.test(said)) return matterThread(`their ${fresh}`, clause, reading);
  if (isExplicit && LIKING.test(said)) return finished('interest', LIKING.exec(said)?.[1] ?? '', clause, reading);
  if (!LIFE_EVENT.test(past)) return undefined;
  const [verb = '', ...object] = past.split(' ');
  return finishedClause(
    'since',
    { subject: 'you', verb: '', rest: withArticle(verb.toLowerCase(), object.join(' ')) },
    clause,
    reading,
  );
}

function wereDoing(doing: string, clause: string, reading: Reading): Thread | undefined {
  return finishedClause('news', { subject: 'you', verb: 'were', rest: doing }, clause, reading);
}

/** "starts new job" as it is written out: "starting a new job". */
function withArticle(verb: string, object: string): string {
  if (/^moving|^changing/.test(verb)) return `${verb} ${object}`.trim();
  const bare =
    /^(?:(?:new|second|first|bigger|smaller|better|different|own) )?(?:job|role|position|company|business|house|flat|apartment|boat|car|dog|cat|puppy|course|project|novel|book|degree|phd|podcast|band|shop|bakery|café|restaurant|studio|garden|marathon|trip|family)\b(?!-)/i;
  return `${verb} ${bare.test(object) && !/^family/i.test(object) ? 'a ' : ''}${object}`.trim();
}

/** "her daughter starts school", "Ada’s thesis is almost done", "daughter Mia". */
export function ownedThread(clause: string, reading: Reading): Thread | undefined {
  const tokens = clause.split(' ');
  const owner = ownerLength(tokens, reading);
  const kin = kinThread(clause, tokens, owner, reading);
  if (kin !== undefined || owner === 0) return kin;
  const isPronoun = /^(?:her|his|their)$/i.test(tokens[0] ?? '');
  if (isPronoun && !reading.trusted) return undefined;
  const thread = matterThread(isPronoun ? clause.replace(/^\S+/, 'their') : clause, clause, reading);
  return thread === undefined || !isPronoun
    ? thread
    : { ...thread, about: thread.about.replace(/^their/, (tokens[0] ?? '').toLowerCase()) };
}

/** How many words say whose it is: "her" or "Ada’s". */
function ownerLength(tokens: readonly string[], reading: Reading): number {
  if (/^(?:her|his|their)$/i.test(tokens[0] ?? '')) return 1;
  for (const name of reading.names) {
    const length = name.split(' ').length;
    const here = tokens.slice(0, length).join(' ');
    if (here === `${name}’s` || (name.endsWith('s') && here === `${name}’`)) return length;
  }
  return 0;
}

/** Somebody of theirs, and what is new with them if that is certain. `tokens` are the words of the clause. */
export function kinThread(
  clause: string,
  tokens: readonly string[],
  owner: number,
  reading: Reading,
): Thread | undefined {
  if (owner === 0 && !reading.alone) return undefined;
  if (owner === 1 && /^(?:her|his|their)$/i.test(tokens[0] ?? '') && !reading.trusted && reading.from === 'talk')
    return undefined;
  let at = owner;
  while (
    /^(?:the|an?|new|eldest|oldest|youngest|older|younger|little|old|two|three|four|five|six|both|twin|first|newborn|retired|newly|found)$/i.test(
      tokens[at] ?? '',
    ) &&
    at < owner + 3
  )
    at += 1;
  const word = (tokens[at] ?? '').toLowerCase();
  const noun = word.replace(/’s?$/, '').replace(/[,;:]$/, '');
  if (!KIN.has(noun)) return undefined;
  const adjectives = tokens.slice(owner, at).filter((token) => !/^(?:the|an?|found|newly)$/i.test(token));
  const someone = [...adjectives, noun].join(' ').toLowerCase();
  if (/’s?$/.test(word))
    return finished('matter', `your ${nounPhrase(tokens.slice(owner).join(' '))?.phrase ?? someone}`, clause, reading);
  const next = tokens[at + 1] ?? '';
  const isNamed = /^\p{Lu}[\p{L}’-]*$/u.test(next) && !/^I$/.test(next);
  const called = /^(?:is )?(?:called|named)$/i.test(
    tokens
      .slice(at + 1, at + 3)
      .join(' ')
      .replace(/ \p{Lu}.*$/u, ''),
  )
    ? tokens.find((token, index) => index > at + 1 && /^\p{Lu}/u.test(token))
    : undefined;
  const given = isNamed ? next : called;
  const several =
    isNamed && /^and$/i.test(tokens[at + 2] ?? '') && /^\p{Lu}/u.test(tokens[at + 3] ?? '')
      ? `${next} and ${tokens[at + 3]}`
      : given;
  const text = several ?? `your ${someone}`;
  const mood = moodOf(clause);
  const whose =
    owner === 0
      ? `${reading.names.at(-1) ?? 'their'}’s`
      : tokens
          .slice(0, owner)
          .join(' ')
          .replace(/^(?:Her|His|Their)\b/, (word) => word.toLowerCase());
  const base: Thread = {
    kind: 'kin',
    text,
    about: several ?? `${whose} ${someone}`,
    source: quotable(clause, 90),
    mood,
    from: reading.from,
  };
  // Whether an ill father may be named as ill is the writer's to judge: the draft asks after him.
  if (mood !== 'light' || called !== undefined || several !== given) return base;
  const rest = tokens
    .slice(at + (isNamed ? 2 : 1))
    .join(' ')
    .replace(ADVERB, '');
  return kinNews(text, isPluralKin(someone) ? 'were' : 'was', rest, { clause, reading }) ?? base;
}

function kinNews(
  subject: string,
  be: 'was' | 'were',
  rest: string,
  { clause, reading }: { readonly clause: string; readonly reading: Reading },
): Thread | undefined {
  if (reading.from === 'fact' || /\b(?:she|he|her|his|him)\b/i.test(rest)) return undefined;
  const doing = /^(?:is|are|was|were) (?:now |also |just )*(\p{L}+ing\b.*)$/iu.exec(rest)?.[1];
  if (doing !== undefined && !/^(?:being|feeling|doing|having)\b/i.test(doing))
    return finishedClause('news', { subject, verb: be, rest: doing }, clause, reading);
  const [verb = '', ...object] = rest.split(' ');
  const plural = be === 'were' ? `${verb}s` : verb;
  if (PRESENT.test([plural, ...object].join(' ')) || /^(?:starts|begins|leaves|moves|turns|finishes)$/i.test(plural)) {
    return finishedClause(
      'news',
      { subject, verb: be, rest: `${toGerund(withYou(plural.toLowerCase()))} ${object.join(' ')}`.trim() },
      clause,
      reading,
    );
  }
  if (!LIFE_EVENT.test(rest)) return undefined;
  return finishedClause('since', { subject, verb: '', rest }, clause, reading);
}
