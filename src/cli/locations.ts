import { join, resolve } from 'node:path';
import type { Defaults, Host, Location } from './host.ts';

type Env = Host['env'];

/** An environment variable that is set to something. */
export function told(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** Where the data lies: `--data`, else DATABASE_URL, else TENDRIL_DATA, else the platform's data folder. */
export function locate(given: string | undefined, host: Pick<Host, 'env' | 'cwd' | 'home' | 'platform'>): Location {
  const { env, cwd } = host;
  if (given !== undefined) return { dataDir: resolve(cwd, given) };
  const databaseUrl = told(env, 'DATABASE_URL');
  if (databaseUrl !== undefined) return { databaseUrl };
  const folder = told(env, 'TENDRIL_DATA');
  return { dataDir: folder === undefined ? platformFolder(host) : resolve(cwd, folder) };
}

/** Where copies of the data go: beside it, or for a database server where the data would else lie. */
export function folderOf(location: Location, host: Pick<Host, 'env' | 'cwd' | 'home' | 'platform'>): string {
  if ('dataDir' in location) return location.dataDir;
  const folder = told(host.env, 'TENDRIL_DATA');
  return folder === undefined ? platformFolder(host) : resolve(host.cwd, folder);
}

/** The invented network has a folder of its own, beside that of the real one: never in it, never on a shared server. */
export function demoLocation(location: Location, host: Pick<Host, 'env' | 'home' | 'platform'>): Location {
  return { dataDir: `${'dataDir' in location ? location.dataDir : platformFolder(host)}-demo` };
}

function platformFolder({ env, home, platform }: Pick<Host, 'env' | 'home' | 'platform'>): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'tendril');
  if (platform === 'win32') return join(told(env, 'LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), 'tendril');
  return join(told(env, 'XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'tendril');
}

/**
 * What the system tells of its user: language and country by POSIX's variables, else by ICU; the zone by ICU. Where the
 * system only guesses, the country that was said decides how a date is written: `03/04` is in April for GB.
 */
export function systemDefaults(env: Env, saidCountry?: string): Defaults {
  const { locale: icu, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const guess = new Intl.Locale(icu, saidCountry === undefined ? {} : { region: saidCountry });
  const locale = posixLocale(env) ?? guess;
  return {
    country: locale.region ?? 'ZZ',
    zone: timeZone,
    locale: locale.region ? `${locale.language}-${locale.region}` : locale.language,
  };
}

/** `nl_NL.UTF-8@euro` as `nl-NL`; undefined for `C` and what is no locale. */
function posixLocale(env: Env): Intl.Locale | undefined {
  const name = told(env, 'LC_ALL') ?? told(env, 'LC_MESSAGES') ?? told(env, 'LANG');
  const tag = name?.replace(/[.@].*$/, '').replace('_', '-');
  if (tag === undefined || /^(?:C|POSIX)$/i.test(tag)) return undefined;
  try {
    return new Intl.Locale(tag);
  } catch {
    // A name only this system knows: ICU's guess stands.
    return undefined;
  }
}
