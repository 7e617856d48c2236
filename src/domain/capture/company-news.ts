import { toCalendarDate } from '../dates.ts';
import { foldText } from '../fold.ts';
import type { OrganisationMomentKind } from '../words.ts';
import type { CaptureContext, CapturedCompanyNews } from './capture.ts';
import { splitClauses, timesOf, wordsOf } from './clauses.ts';
import { resolveMoment } from './resolve-when.ts';
import { scanLine } from './scan.ts';
import { nameWords } from './tokens.ts';

/** "Kanda Tidal won the Ocean Prize": a line about an organisation, which is news of all who work there. */

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{N}&.’'-]*`;
/** "Kwame's company Kanda Tidal": whose it is. */
const WHOSE = `(?:${CAPITAL}(?: ${CAPITAL})?['’]s (?:new |own )?(?:company|firm|startup|start-up|employer|team|agency|studio|lab|business|school) )?`;
const LINE = new RegExp(
  String.raw`^\s*${WHOSE}(${CAPITAL}(?: (?:(?:of|and|&|the|for) )*${CAPITAL})*) (?:(?:has|have|just|finally) )*(?=(?:won|received|was awarded|got|launched|raised|opened|published|released|reached|celebrate[sd]?|closed|landed|secured)\s)`,
  'u',
);
const KINDS: readonly (readonly [OrganisationMomentKind, RegExp])[] = [
  ['award', /^(?:won|received|was awarded|got) .*\b(?:prize|award|medal|grant|honou?rs?|label|star)\b/],
  ['achievement', /^(?:won|launched|raised|opened|published|released|reached|closed|landed|secured) /],
  ['good-news', /^celebrate[sd]? /],
];

/** The name a line begins with, where it may be that of an organisation with good news. */
export function namedCompany(text: string): string | undefined {
  return LINE.exec(text)?.[1];
}

/** The news; undefined where nobody works there, or somebody is called so. */
export function readCompanyNews(text: string, context: CaptureContext): CapturedCompanyNews | undefined {
  const { company } = context;
  const match = LINE.exec(text);
  if (match === null || company === undefined || match[1] !== company || isSomebody(company, context)) return undefined;
  const said = ' '.repeat(match[0].length) + text.slice(match[0].length);
  const clauses = splitClauses(scanLine(said, context), said);
  const [clause] = clauses;
  if (clause === undefined || clauses.length > 1) return undefined;
  const words = wordsOf(clause, said);
  const kind = KINDS.find(([, pattern]) => pattern.test(foldText(words)))?.[0];
  if (kind === undefined) return undefined;
  const today = Temporal.PlainDate.from(context.today);
  const time = timesOf(clause).find(({ moment }) => moment !== undefined)?.moment;
  const date = time === undefined ? today : resolveMoment(time, today, 'past').from;
  if (Temporal.PlainDate.compare(date, today) > 0) return undefined;
  return { organisation: company, kind, text: words, date: toCalendarDate(date) };
}

function isSomebody(company: string, { people }: CaptureContext): boolean {
  const [first = '', ...others] = nameWords(company);
  return people.byToken(first).some(({ name }) => [first, ...others].every((word) => nameWords(name).includes(word)));
}
