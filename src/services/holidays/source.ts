import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../domain/errors.ts';
import type { AlmanacDay, Holiday, HolidayQuery } from '../../domain/keeping/holidays.ts';
import { greetedHolidays } from '../../domain/keeping/holidays.ts';

/** One year of one country, as the almanac is asked for it. */
export interface YearWanted {
  readonly country: string;
  readonly year: number;
  readonly language: string;
}

const known = new Map<string, Promise<readonly Holiday[]>>();

/**
 * Holidays out of the almanac. It takes half a second to load, and fifty megabytes that a thread would not give back: it is a
 * process of its own for as long as a question takes, and each year of a country is asked for once in the life of this one.
 * @throws AppError `internal` when the almanac ended before it answered
 */
export async function readHolidays({
  countries,
  years,
  language,
}: HolidayQuery): Promise<Map<string, readonly Holiday[]>> {
  const wanted = countries.flatMap((country) => years.map((year) => ({ country, year, language })));
  const missing = wanted.filter((each) => !known.has(keyOf(each)));
  if (missing.length > 0) {
    const answer = askAlmanac(missing);
    for (const [at, each] of missing.entries()) {
      const days = answer.then((all) => greetedHolidays(all[at] ?? []));
      // What failed is asked for again the next time; whoever waits for it now hears of it.
      days.catch(() => known.delete(keyOf(each)));
      known.set(keyOf(each), days);
    }
  }
  const found = new Map<string, readonly Holiday[]>();
  for (const each of wanted)
    found.set(each.country, [...(found.get(each.country) ?? []), ...((await known.get(keyOf(each))) ?? [])]);
  return found;
}

function keyOf({ country, year, language }: YearWanted): string {
  return `${country} ${year} ${language}`;
}

function askAlmanac(wanted: readonly YearWanted[]): Promise<readonly (readonly AlmanacDay[])[]> {
  const own = import.meta.url;
  const file = new URL(own.endsWith('.ts') ? './almanac.child.ts' : './almanac.child.js', own);
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(file), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', (answer: readonly (readonly AlmanacDay[])[]) => resolve(answer));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new AppError('internal', `The almanac of holidays ended with ${code} before it answered.`)),
    );
    child.send(wanted, (error) => {
      if (error) reject(error);
    });
  });
}
