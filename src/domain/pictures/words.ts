/** What a year is told in, in this order. */
export const YEAR_SECTIONS = [
  'spoken',
  'returned',
  'met',
  'longest',
  'received',
  'promises',
  'occasions',
  'introducers',
  'farewells',
] as const;
export type YearSectionKind = (typeof YEAR_SECTIONS)[number];

/** How many people a map draws: those beyond are the least close, and a picture of more is a cloud. */
export const MOST_ON_MAP = 5_000;

/** How far the picture of contact goes back by months. */
export const MONTHS_SHOWN = 24;
