import type { PeopleFilter } from '../../contract/shapes.ts';
import { lacksIn } from '../../domain/card/lacks.ts';
import { AppError } from '../../domain/errors.ts';
import { LACKS, WARMTHS } from '../../domain/words.ts';
import type { Session } from '../session.ts';
import { flagOf, type Given, optionOf, wordOf } from './command.ts';

/** Whom the options of a command mean; undefined when none is given. */
export async function filterOf(session: Session, given: Given): Promise<PeopleFilter | undefined> {
  const texts = {
    q: 'query',
    circle: 'circle',
    tag: 'tag',
    city: 'city',
    country: 'country',
    organisation: 'organisation',
    source: 'source',
    saved: 'filter',
  };
  const filter: PeopleFilter = Object.fromEntries(
    Object.entries(texts).flatMap(([field, option]) => {
      const value = optionOf(given, option);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const [warmth, before, after, missing] = ['warmth', 'lastBefore', 'lastAfter', 'missing'].map((name) =>
    optionOf(given, name),
  );
  if (warmth !== undefined) filter.warmth = wordOf(warmth, WARMTHS, 'warmth');
  if (before !== undefined) filter.lastBefore = await dayOrAgo(session, before);
  if (after !== undefined) filter.lastAfter = await dayOrAgo(session, after);
  if (missing !== undefined) {
    if (lacksIn(missing) === undefined)
      throw new AppError(
        'invalid',
        `“${missing}” is nothing that can be missing. Separate with commas any of: ${LACKS.join(', ')}.`,
      );
    filter.missing = missing;
  }
  if (flagOf(given, 'due')) filter.due = 'true';
  if (flagOf(given, 'archived')) filter.show = 'archived';
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** Days ago stay so: a filter that is kept asks of another day tomorrow. */
async function dayOrAgo(session: Session, said: string): Promise<string> {
  return /^\d{1,5}d$/.test(said) ? said : session.day(said);
}
