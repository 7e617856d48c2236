import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  readonly people: readonly number[];
  readonly touchesPerPerson: number;
  readonly json: boolean;
  readonly databases: readonly ('sqlite' | 'postgres')[];
  readonly long: boolean;
  /** A table of judged texts: only matchers are compared then. */
  readonly matching: string | undefined;
  /** Whether a row of this name is asked for. */
  readonly wants: (name: string) => boolean;
}

const USAGE = `Usage: npm run -s bench -- [options]

  --people 1000,10000        sizes of the network
  --touches-per-person 20    how much happened with each
  --only TEXT                only rows whose name contains TEXT
  --database both            sqlite, postgres (the one of DATABASE_URL, else an embedded one) or both; else SQLite alone
  --postgres                 the same as --database both
  --long                     200,000 requests for the memory of the server, not 20,000
  --matching FILE.csv        how well texts are matched, on a table of query, text and label (1 fits, 0 does not)
  --json                     one JSON document and nothing else on stdout`;

/** @throws Error with the usage for arguments that are none */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '1000,10000' },
      'touches-per-person': { type: 'string', default: '20' },
      only: { type: 'string', default: '' },
      database: { type: 'string' },
      postgres: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      matching: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const only = values.only.toLowerCase();
  return {
    people: values.people.split(',').map((text) => parseCount(text, 'people')),
    touchesPerPerson: parseCount(values['touches-per-person'], 'touches-per-person'),
    json: values.json,
    databases: parseDatabase(values.database ?? (values.postgres ? 'both' : 'sqlite')),
    long: values.long,
    matching: values.matching === undefined ? undefined : resolve(process.env.INIT_CWD ?? '', values.matching),
    wants: (name) => name.toLowerCase().includes(only),
  };
}

export function usage(): string {
  return USAGE;
}

function parseDatabase(text: string): Options['databases'] {
  if (text === 'both') return ['sqlite', 'postgres'];
  if (text === 'sqlite' || text === 'postgres') return [text];
  throw new Error(`--database: “${text}” is none of sqlite, postgres, both.`);
}

function parseCount(text: string, option: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`--${option}: “${text}” is not a whole number above 0.`);
  return count;
}
