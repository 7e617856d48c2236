import { type CalendarDate, dayIn } from '../domain/dates.ts';
import type { Context } from '../services/context.ts';
import { reportFailure } from './errors.ts';
import type { Defaults, Host, Location, OpenedApp, OpenOptions } from './host.ts';
import { demoLocation, folderOf, locate, systemDefaults, told } from './locations.ts';
import { Output } from './output.ts';
import { parseCountry, parseDay, parsePublicUrl, parseZone } from './parse.ts';
import type { Page } from './render/text.ts';

/** The options that every command takes. */
export interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly on?: string;
  readonly country?: string;
  readonly zone?: string;
}

/** One run of the command line. */
export interface Invocation {
  readonly host: Host;
  readonly out: Output;
  readonly location: Location;
  readonly defaults: Defaults;
  /** What was said explicitly, and therefore is to be kept. */
  readonly said: Partial<Pick<Defaults, 'country' | 'zone'>>;
  readonly on: CalendarDate | undefined;
}

/** Reads the global options. @throws AppError `invalid` */
export function readInvocation(host: Host, options: GlobalOptions): Invocation {
  const said = {
    ...(options.country === undefined ? {} : { country: parseCountry(options.country) }),
    ...(options.zone === undefined ? {} : { zone: parseZone(options.zone) }),
  };
  const defaults = { ...systemDefaults(host.env, said.country), ...said };
  return {
    host,
    out: new Output(host, options.json === true),
    location: locate(options.data, host),
    defaults,
    said,
    on: options.on === undefined ? undefined : parseDay(options.on, dayIn(defaults.zone, Temporal.Now.instant())),
  };
}

/** What a command works with while the data is open. */
export interface Session {
  readonly app: OpenedApp;
  readonly context: Context;
  readonly out: Output;
  readonly host: Host;
  /** The day it is for the owner, and how days are written for them. */
  page(): Promise<Page>;
  day(text: string): Promise<CalendarDate>;
}

/** Opens the data, takes up what a killed process left, does the work, and closes again. */
export async function withSession<T>(invocation: Invocation, work: (session: Session) => Promise<T>): Promise<T> {
  const { host, out, on } = invocation;
  const app = await openData(invocation);
  try {
    const context = app.contextFor(
      { name: 'you, on the command line', scope: 'write' },
      on === undefined ? {} : { on },
    );
    await takeUp(context, out);
    return await work({
      app,
      context,
      out,
      host,
      page: async () => out.page({ locale: await localeOf(context), today: await today(context) }),
      day: async (text) => parseDay(text, await today(context)),
    });
  } finally {
    await app.close();
  }
}

/** Opens the data, with what was said of country and zone kept. */
export async function openData(
  invocation: Invocation,
  options: Partial<Pick<OpenOptions, 'demo' | 'publicUrl'>> = {},
): Promise<OpenedApp> {
  const { host, out, location, defaults } = invocation;
  const demo = options.demo === true;
  const place = demo ? demoLocation(location, host) : location;
  const app = await host.openApp({
    location: place,
    folder: folderOf(place, host),
    defaults,
    demo,
    ...publicUrlOf(options.publicUrl, host),
    onProgress: (message) => out.notice(message),
  });
  try {
    await keepSaid(invocation, app);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** What was said, else what the environment says: links in mails lead there. @throws AppError `invalid` */
export function publicUrlOf(said: string | undefined, { env }: Pick<Host, 'env'>): Pick<OpenOptions, 'publicUrl'> {
  const text = said ?? told(env, 'TENDRIL_URL');
  return text === undefined ? {} : { publicUrl: parsePublicUrl(text) };
}

async function today(context: Context): Promise<CalendarDate> {
  const { todayOf } = await import('../services/context.ts');
  return todayOf(context);
}

async function localeOf(context: Context): Promise<string> {
  const { getSettings } = await import('../services/settings.service.ts');
  return (await getSettings(context)).locale;
}

/** A country or zone said on the command line becomes a setting. Not an act of the user's: undo passes it by. */
async function keepSaid({ said }: Invocation, app: OpenedApp): Promise<void> {
  if (Object.keys(said).length === 0) return;
  const { getSettings, updateSettings } = await import('../services/settings.service.ts');
  const context = app.contextFor({ name: 'tendril', scope: 'write' });
  const settings = await getSettings(context);
  const changed =
    (said.country !== undefined && said.country !== settings.country) ||
    (said.zone !== undefined && said.zone !== settings.zone);
  if (changed) await updateSettings(context, said);
}

async function takeUp(context: Context, out: Output): Promise<void> {
  const { takeUpOpenWork } = await import('../services/maintenance.service.ts');
  let resumed = 0;
  try {
    resumed = await takeUpOpenWork(context);
  } catch (error) {
    // It stays open for the next start; what was asked for now need not wait for it.
    out.notice('Something that was begun earlier could not be finished yet:');
    reportFailure(error, out);
  }
  if (resumed > 0)
    out.notice(
      `Tendril was stopped in the middle of something: ${resumed === 1 ? 'it is' : `${resumed} things are`} finished now (tendril history).`,
    );
}
