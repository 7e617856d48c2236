import type { CalendarDate } from '../dates.ts';
import { foldText } from '../fold.ts';

/** When people of some trades have their hands full, or an hour to spare again. */

export const TRADE_SEASONS = [
  'end-of-term',
  'tax-season',
  'harvest',
  'planting',
  'christmas-trade',
  'year-end-accounts',
] as const;
export type TradeSeasonName = (typeof TRADE_SEASONS)[number];

export interface TradeSeason {
  readonly name: TradeSeasonName;
  /** Their hands are full: a word that asks for nothing, or one later. */
  readonly busy: boolean;
}

interface Row extends TradeSeason {
  /** Words of their work, folded. */
  readonly work: RegExp;
  /** First and last day, as `MM-DD`; none goes over the turn of the year. */
  readonly from: string;
  readonly until: string;
  /** It follows the sun, or the schools of the north: said of nobody in the south. */
  readonly north?: true;
}

const ROWS: readonly Row[] = [
  {
    name: 'end-of-term',
    busy: false,
    work: /\b(?:teacher|lehrer(?:in)?|schoolmaster|headteacher|school principal|schulleiter(?:in)?|professor(?:in)?|lecturer)\b/,
    ...{ from: '06-24', until: '07-20', north: true },
  },
  {
    name: 'tax-season',
    busy: true,
    work: /\b(?:tax|steuer\p{L}*|accountants?|bookkeeper|buchhalter(?:in)?)\b/u,
    ...{ from: '03-01', until: '04-30' },
  },
  {
    name: 'harvest',
    busy: true,
    work: /\b(?:farmer|farm|landwirt(?:in)?|winemaker|vintner|winzer(?:in)?|vineyard|weingut|orchard)\b/,
    ...{ from: '08-10', until: '10-15', north: true },
  },
  {
    name: 'planting',
    busy: true,
    work: /\b(?:gardener|gartner(?:in)?|nursery(?:man|woman)|landscape(?:r| gardener))\b/,
    ...{ from: '04-01', until: '05-31', north: true },
  },
  {
    name: 'christmas-trade',
    busy: true,
    work: /\b(?:bookseller|buchhandler(?:in)?|bookshop|shopkeeper|retail|toy ?shop|florist|baker|confectioner)\b/,
    ...{ from: '12-01', until: '12-24' },
  },
  {
    name: 'year-end-accounts',
    busy: true,
    work: /\b(?:auditor|controller|wirtschaftsprufer(?:in)?|cfo|chief financial officer)\b/,
    ...{ from: '01-05', until: '02-15' },
  },
];

const SOUTH: ReadonlySet<string> = new Set([
  'AR',
  'AU',
  'BO',
  'BR',
  'CL',
  'NZ',
  'PE',
  'PY',
  'UY',
  'ZA',
  'ZW',
  'NA',
  'BW',
]);

/**
 * The season of somebody's trade on a day; undefined where their work is of none, or it is another time of the year.
 * @param work as the card says it: `Teacher, Kiel Grammar School`
 */
export function tradeSeason(
  { work, country }: { readonly work: string; readonly country?: string | undefined },
  today: CalendarDate,
): TradeSeason | undefined {
  const text = foldText(work);
  const day = today.slice(5);
  const isSouth = country !== undefined && SOUTH.has(country.toUpperCase());
  const row = ROWS.find(
    (one) => one.from <= day && day <= one.until && one.work.test(text) && !(isSouth && one.north === true),
  );
  return row && { name: row.name, busy: row.busy };
}
