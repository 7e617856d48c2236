import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoLocation, locate, systemDefaults } from './locations.ts';

const host = { env: {}, cwd: '/work', home: '/home/ines', platform: 'linux' } as const;

describe('locate', () => {
  it('prefers what is said, then DATABASE_URL, then TENDRIL_DATA, then the usual place', () => {
    const env = { DATABASE_URL: 'postgres://db/tendril', TENDRIL_DATA: 'data', XDG_DATA_HOME: '/data' };
    expect(locate('here', { ...host, env })).toEqual({ dataDir: resolve('/work', 'here') });
    expect(locate(undefined, { ...host, env })).toEqual({ databaseUrl: 'postgres://db/tendril' });
    expect(locate(undefined, { ...host, env: { ...env, DATABASE_URL: ' ' } })).toEqual({
      dataDir: resolve('/work', 'data'),
    });
    expect(locate(undefined, { ...host, env: { XDG_DATA_HOME: '/data' } })).toEqual({ dataDir: '/data/tendril' });
    expect(locate(undefined, host)).toEqual({ dataDir: '/home/ines/.local/share/tendril' });
  });

  it('knows where other systems keep data', () => {
    expect(locate(undefined, { ...host, platform: 'darwin' })).toEqual({
      dataDir: '/home/ines/Library/Application Support/tendril',
    });
    expect(locate(undefined, { ...host, platform: 'win32', env: { LOCALAPPDATA: '/local' } })).toEqual({
      dataDir: '/local/tendril',
    });
  });

  it('keeps the invented network beside the real one, never in a shared database', () => {
    expect(demoLocation({ dataDir: '/data/tendril' }, host)).toEqual({ dataDir: '/data/tendril-demo' });
    expect(demoLocation({ databaseUrl: 'postgres://db/tendril' }, host)).toEqual({
      dataDir: '/home/ines/.local/share/tendril-demo',
    });
  });
});

describe('systemDefaults', () => {
  it.each([
    [{ LANG: 'nl_NL.UTF-8' }, { country: 'NL', locale: 'nl-NL' }],
    [
      { LC_ALL: 'de_AT@euro', LANG: 'nl_NL' },
      { country: 'AT', locale: 'de-AT' },
    ],
    [
      { LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'nl_NL' },
      { country: 'GB', locale: 'en-GB' },
    ],
    [{ LANG: 'eo' }, { country: 'ZZ', locale: 'eo' }],
  ])('reads %j', (env, told) => {
    expect(systemDefaults(env)).toMatchObject(told);
  });

  it('takes the way of a country that was said only where the system has none of its own', () => {
    const { language } = new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale);
    expect(systemDefaults({ LANG: 'C' }, 'GB')).toMatchObject({ country: 'GB', locale: `${language}-GB` });
    expect(systemDefaults({ LANG: 'nl_NL' }, 'GB')).toMatchObject({ locale: 'nl-NL' });
  });

  it.each([{}, { LANG: 'C.UTF-8' }, { LANG: 'POSIX' }, { LANG: '???' }])('falls back to the runtime for %j', (env) => {
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(systemDefaults(env)).toMatchObject({ locale: new Intl.Locale(locale).baseName, zone: timeZone });
  });
});
